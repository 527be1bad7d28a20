// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <QByteArray>
#include <QStringList>

namespace vigie {

/// What a start of Vigie asks for, besides being there. It travels from a second start to the
/// running one, so it is hostile input: a fixed grammar, and navigation only.
struct StartRequest {
    bool report = false;     ///< open the report page
    bool step = false;       ///< add a step to the recording that is on
    bool background = false; ///< started with the session: no window
    QString ticket;          ///< a ticket's number or id, from "vigie://ticket/1042"

    bool operator==(const StartRequest &) const = default;
};

/// Understands "vigie://ticket/<number or id>" and "vigie://report". Invalid for all else.
[[nodiscard]] Result<StartRequest> parseLink(const QString &link);

/// One JSON line, at most 64 KiB.
[[nodiscard]] QByteArray toLine(const StartRequest &request);
[[nodiscard]] Result<StartRequest> startRequestFrom(const QByteArray &line);

} // namespace vigie
