// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/e2e/client/waitcommands.h"

#include "core/base/async.h"
#include "core/service/outboxservice.h"
#include "core/service/ticketservice.h"
#include "tests/e2e/client/digests.h"
#include "tests/e2e/client/ticketcommands.h"

#include <algorithm>

namespace vigie::e2e {

namespace {

using Answered = std::function<void(std::optional<QJsonObject>)>;

bool isUnderWay(OpState state)
{
    return state != OpState::Parked && state != OpState::Conflict;
}

bool isHeldAnswer(const OutboxEntry &entry)
{
    return entry.state == OpState::Conflict && entry.conflict
        && entry.conflict->field == QLatin1String("unseen")
        && std::holds_alternative<AddMessage>(entry.op.payload);
}

bool fits(const QJsonObject &wanted, const QJsonObject &found, const char *key)
{
    const QJsonValue value = wanted.value(QLatin1String(key));
    return value.isUndefined() || value == found.value(QLatin1String(key));
}

} // namespace

WaitCommands::WaitCommands(Session &session, QObject *parent) : QObject(parent), m_session(session)
{
}

void WaitCommands::registerIn(CommandTable &table)
{
    using Make = Condition::Question (WaitCommands::*)(const QJsonObject &);
    const auto add = [&](const char *name, Make make) {
        table.add(name, m_session.whenOpen([this, make](const auto &arguments, const auto &reply) {
            wait(arguments, reply, (this->*make)(arguments));
        }));
    };
    add("wait-quiet", &WaitCommands::quiet);
    add("wait-room", &WaitCommands::room);
    add("wait-status", &WaitCommands::status);
    add("wait-ticket", &WaitCommands::ticket);
    add("wait-message", &WaitCommands::message);
    add("wait-digest", &WaitCommands::digest);
}

void WaitCommands::wait(const QJsonObject &arguments, const Reply &reply,
                        Condition::Question question)
{
    // The workspace may be closed while somebody waits: then there is no answer until the end.
    const auto asked = [this, question = std::move(question)](const Answered &answered) {
        if (m_session.workspace())
            question(answered);
        else
            answered(std::nullopt);
    };
    const auto last = [this] {
        return m_session.workspace() ? toJson(m_session.workspace()->status()) : QJsonObject();
    };
    const int timeoutMs = arguments.value(QLatin1String("timeout")).toInt(30'000);
    auto *condition = new Condition(asked, last, timeoutMs, reply, this);
    connect(&m_session, &Session::happened, condition, &Condition::look);
    condition->look();
}

Condition::Question WaitCommands::quiet(const QJsonObject &arguments)
{
    const bool settledIsEnough = arguments.value(QLatin1String("settled")).toBool();
    return [this, settledIsEnough](const Answered &answered) {
        if (m_session.workspace()->status().phase != SyncStatus::Phase::Online)
            return answered(std::nullopt);
        whenDone(m_session.workspace()->outbox().entries(), this,
                 [=](const Result<QList<OutboxEntry>> &entries) {
                     if (!entries)
                         return answered(std::nullopt);
                     int open = 0;
                     for (const OutboxEntry &entry : *entries) {
                         if (isHeldAnswer(entry)) {
                             // Its author reads what is new and says the same.
                             const auto sent =
                                 m_session.workspace()->outbox().useMine(entry.op.id);
                             Q_UNUSED(sent) // the next look tells
                             ++open;
                             continue;
                         }
                         if (!settledIsEnough || isUnderWay(entry.state))
                             ++open;
                     }
                     answered(open == 0 ? std::optional<QJsonObject>(QJsonObject()) : std::nullopt);
                 });
    };
}

Condition::Question WaitCommands::room(const QJsonObject &arguments)
{
    const int most = arguments.value(QLatin1String("most")).toInt();
    return [this, most](const Answered &answered) {
        whenDone(m_session.workspace()->outbox().entries(), this,
                 [=](const Result<QList<OutboxEntry>> &entries) {
                     const bool room = entries
                         && std::count_if(entries->begin(), entries->end(),
                                          [](const auto &entry) { return isUnderWay(entry.state); })
                             <= most;
                     answered(room ? std::optional<QJsonObject>(QJsonObject()) : std::nullopt);
                 });
    };
}

Condition::Question WaitCommands::status(const QJsonObject &arguments)
{
    return [this, arguments](const Answered &answered) {
        const QJsonObject status = toJson(m_session.workspace()->status());
        const bool met = fits(arguments, status, "phase") && fits(arguments, status, "syncError")
            && fits(arguments, status, "waiting");
        answered(met ? std::optional(status) : std::nullopt);
    };
}

Condition::Question WaitCommands::ticket(const QJsonObject &arguments)
{
    const auto met = [arguments](const QList<TicketRow> &rows) -> std::optional<QJsonObject> {
        if (arguments.contains(QLatin1String("count"))) {
            const bool enough = rows.size() >= arguments.value(QLatin1String("count")).toInt();
            return enough ? std::optional<QJsonObject>(QJsonObject()) : std::nullopt;
        }
        for (const TicketRow &row : rows) {
            const QJsonObject found = toJson(row);
            if (fits(arguments, found, "title") && fits(arguments, found, "number"))
                return found;
        }
        return std::nullopt;
    };
    return [this, met](const Answered &answered) {
        whenDone(m_session.workspace()->tickets().list(ownList(*m_session.workspace())), this,
                 [=](const Result<QList<TicketRow>> &rows) {
                     answered(rows ? met(*rows) : std::nullopt);
                 });
    };
}

Condition::Question WaitCommands::message(const QJsonObject &arguments)
{
    const auto ticket = TicketId::fromStored(arguments.value(QLatin1String("ticket")).toString());
    return [this, arguments, ticket](const Answered &answered) {
        whenDone(m_session.workspace()->tickets().open(ticket), this,
                 [=](const Result<TicketView> &view) {
                     if (!view)
                         return answered(std::nullopt);
                     for (const MessageView &entry : view->thread) {
                         const QJsonObject found = toJson(entry);
                         if (fits(arguments, found, "body") && fits(arguments, found, "delivery"))
                             return answered(found);
                     }
                     answered(std::nullopt);
                 });
    };
}

Condition::Question WaitCommands::digest(const QJsonObject &arguments)
{
    const QJsonObject wanted = arguments.value(QLatin1String("feeds")).toObject();
    return [this, wanted](const Answered &answered) {
        const Result<QJsonObject> found = feedDigests(m_session.folder());
        answered(found && *found == wanted ? std::optional<QJsonObject>(QJsonObject())
                                           : std::nullopt);
    };
}

} // namespace vigie::e2e
