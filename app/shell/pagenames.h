// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace vigie {

/// The window's pages, by the names that showPage() takes.
inline const QString kQueue = QStringLiteral("queue");
inline const QString kRequests = QStringLiteral("requests");
inline const QString kReport = QStringLiteral("report");
inline const QString kOutbox = QStringLiteral("outbox");
inline const QString kNotices = QStringLiteral("notices");

} // namespace vigie
