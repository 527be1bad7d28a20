// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/ids.h"

#include <QByteArray>
#include <QJsonObject>
#include <QList>

namespace vigie {

/// Which tickets lay open at an agent's desk when it was left; opened again at the next start.
struct DeskSession {
    struct Window {
        TicketId ticket;
        QByteArray geometry; ///< QWidget::saveGeometry()
        bool operator==(const Window &) const = default;
    };

    QList<TicketId> tabs;
    TicketId current; ///< null = the list's own
    QList<Window> windows;

    [[nodiscard]] QJsonObject toJson() const;
    /// What cannot be read is left out.
    [[nodiscard]] static DeskSession fromJson(const QJsonObject &object);

    bool operator==(const DeskSession &) const = default;
};

} // namespace vigie
