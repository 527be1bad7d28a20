// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/ops/recipe.h"

#include <QWidget>

#include <optional>

class QComboBox;
class QSpinBox;

namespace vigie {

/// Chooses a reminder before anybody knows from when it counts: "in 2 days", "next working
/// morning". GUI thread.
class WakeBox final : public QWidget
{
    Q_OBJECT

public:
    explicit WakeBox(QWidget *parent);

    /// Nothing = the reminder stays as it is. Tells nobody.
    void setWake(const std::optional<WakeAfter> &wake);
    [[nodiscard]] std::optional<WakeAfter> wake() const;

Q_SIGNALS:
    void changed();

private:
    [[nodiscard]] std::optional<WakeAfter::Kind> kind() const;
    void showCount();

    QComboBox *m_kind;
    QSpinBox *m_count; ///< hours or days
    bool m_showing = false;
};

} // namespace vigie
