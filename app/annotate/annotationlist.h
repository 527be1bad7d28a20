// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/image/annotationeditor.h"

#include <QListWidget>

namespace vigie {

/// The annotations as a list, topmost first: what a screen reader reads instead of the canvas, and
/// a way to select what is hard to hit. Follows the editor. `editor` must outlive it.
class AnnotationList final : public QListWidget
{
    Q_OBJECT

public:
    AnnotationList(AnnotationEditor &editor, QWidget *parent);

    void select(const QStringList &ids);

Q_SIGNALS:
    void selected(const QStringList &ids);
    /// Enter or double click: the words.
    void editWanted();
    void removeWanted();

protected:
    void keyPressEvent(QKeyEvent *event) override;

private:
    void rebuild();

    AnnotationEditor &m_editor;
    bool m_filling = false;
};

} // namespace vigie
