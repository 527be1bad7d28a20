// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/server/desk/desk.h"

#include <QSet>

namespace vigie::server {

struct ImportReport {
    qint64 queues = 0;
    qint64 people = 0;
    qint64 ops = 0;
    qint64 known = 0; ///< lines that an earlier import had brought already
};

/// Replays a history from JSON lines, plain or .zst:
///     {"queue":{…}}   {"person":{…,"password":"…"}}   {"op":{…},"by":person,"at":UTC ms}
/// Operations go through the same rules, feeds and audit as anybody's; each sees the ticket as it
/// is at its turn, so base and seenThrough need not be given. Many lines make one transaction.
/// Importing again brings nothing twice.
class Importer
{
public:
    explicit Importer(Desk &desk) : m_desk(desk) {}

    /// Stops at the first line that cannot be imported, named in the error; what came in complete
    /// batches before it stays, and a later run goes on from there.
    [[nodiscard]] Result<ImportReport> run(const QString &path);

private:
    [[nodiscard]] Result<bool> batch(class LineSource &source);
    [[nodiscard]] Done line(const QByteArray &text);
    [[nodiscard]] Done queueLine(const QJsonObject &object);
    [[nodiscard]] Done personLine(const QJsonObject &object);
    [[nodiscard]] Done opLine(const QJsonObject &object);
    [[nodiscard]] Done catchUp(Op &op, const PersonId &by);

    Desk &m_desk;
    ImportReport m_report;
    qint64 m_line = 0;
    QSet<QString> m_moved;
};

} // namespace vigie::server
