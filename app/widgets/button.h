// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/widgets/iconset.h"

#include <QPushButton>
#include <QToolButton>

#include <optional>

namespace vigie {

/// Internal is the primary button of what requesters never see.
enum class ButtonKind { Secondary, Primary, Quiet, Danger, Link, Chip, Internal };

/// A push button of the house. Chip is checkable (a choice among a few).
class Button final : public QPushButton
{
    Q_OBJECT

public:
    Button(const QString &text, QWidget *parent, ButtonKind kind = ButtonKind::Secondary);
    Button(Icon icon, const QString &text, QWidget *parent,
           ButtonKind kind = ButtonKind::Secondary);

    void setKind(ButtonKind kind);
    [[nodiscard]] ButtonKind kind() const { return m_kind; }
    void setVigieIcon(Icon icon);
    [[nodiscard]] QSize sizeHint() const override;

private:
    ButtonKind m_kind = ButtonKind::Secondary;
    std::optional<Icon> m_icon;
};

} // namespace vigie
