// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/image/arrange.h"

#include <QMenu>

namespace vigie {

class AnnotationCanvas;

/// Puts the selected annotations in line or at equal distances: one step of the undo stack. Its
/// keys work wherever the menu's parent window has the keyboard. `canvas` must outlive it.
class ArrangeMenu final : public QMenu
{
    Q_OBJECT

public:
    ArrangeMenu(AnnotationCanvas &canvas, QWidget *parent);

private:
    void add(const char *name, const QString &words, Arrange how, const QKeySequence &keys);
    void showWhatWorks();
    void apply(Arrange how, const QString &words);

    AnnotationCanvas &m_canvas;
};

} // namespace vigie
