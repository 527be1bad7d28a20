// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/e2e/client/condition.h"
#include "tests/e2e/client/session.h"

namespace vigie::e2e {

/// Commands that are answered when something has become true ("timeout" in milliseconds,
/// 30 s when absent):
/// wait-quiet: everything accepted and read back, the last exchange worked, nothing more to read;
/// with "settled": no operation is under way, refused ones may be there.
/// wait-room: at most "most" operations are under way.
/// wait-status: "phase" and, when given, "syncError" are as wanted.
/// wait-ticket: a ticket with this "title" or "number" is in the list, or at least "count" are.
/// wait-message: the "ticket" has a message with this "body", "delivery" as wanted when given.
/// wait-digest: the copy of every feed has the digest in "feeds", and there are no others.
class WaitCommands final : public QObject
{
    Q_OBJECT

public:
    explicit WaitCommands(Session &session, QObject *parent = nullptr);
    void registerIn(CommandTable &table);

private:
    void wait(const QJsonObject &arguments, const Reply &reply, Condition::Question question);
    [[nodiscard]] Condition::Question quiet(const QJsonObject &arguments);
    [[nodiscard]] Condition::Question room(const QJsonObject &arguments);
    [[nodiscard]] Condition::Question status(const QJsonObject &arguments);
    [[nodiscard]] Condition::Question ticket(const QJsonObject &arguments);
    [[nodiscard]] Condition::Question message(const QJsonObject &arguments);
    [[nodiscard]] Condition::Question digest(const QJsonObject &arguments);

    Session &m_session;
};

} // namespace vigie::e2e
