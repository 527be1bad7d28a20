// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/widgets/iconset.h"

#include <QWidget>

namespace vigie {

class Button;
class IconView;
class Label;

/// What a page shows when it has nothing to show: why, and what to do about it.
class EmptyState final : public QWidget
{
    Q_OBJECT

public:
    EmptyState(Icon icon, const QString &title, const QString &hint, QWidget *parent);

    void setContent(Icon icon, const QString &title, const QString &hint);
    /// Shows a button below the hint; an empty text hides it. Emits actionTriggered().
    void setAction(const QString &text);
    [[nodiscard]] QString title() const;
    [[nodiscard]] Button *actionButton() const { return m_action; }

Q_SIGNALS:
    void actionTriggered();

private:
    IconView *m_icon;
    Label *m_title;
    Label *m_hint;
    Button *m_action;
};

} // namespace vigie
