// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/service/ruleservice.h"

#include "core/service/workspacethreads.h"
#include "core/store/rulestore.h"

#include <algorithm>

namespace vigie {

using store::RuleStore;

namespace {

template<class T>
QFuture<Result<T>> refusedRule()
{
    return readyFuture<T>(fail(ErrorCode::Forbidden, QStringLiteral("administrators change rules")));
}

} // namespace

RuleService::RuleService(WorkspaceThreads &threads, QObject *parent)
    : OwnListService(threads, parent)
{
}

bool RuleService::mayChange() const
{
    return m_threads.me().role == Role::Admin;
}

QFuture<Result<QList<Rule>>> RuleService::list()
{
    return m_threads.keep([](store::OutboxStore &outbox) { return outbox.own<RuleStore>().list(); });
}

QFuture<Result<Rule>> RuleService::save(const Rule &rule)
{
    if (!mayChange())
        return refusedRule<Rule>();
    Rule named = rule;
    if (named.id.isNull())
        named.id = m_threads.ids().make<RuleId>();
    return announced(m_threads.keep([named](store::OutboxStore &outbox) -> Result<Rule> {
        VIGIE_TRY(outbox.own<RuleStore>().save(named));
        return named;
    }));
}

QFuture<Result<bool>> RuleService::remove(const RuleId &id)
{
    if (!mayChange())
        return refusedRule<bool>();
    return announced(m_threads.keep(
        [id](store::OutboxStore &outbox) { return outbox.own<RuleStore>().remove(id); }));
}

QFuture<Result<bool>> RuleService::arrange(const QList<RuleId> &ids)
{
    if (!mayChange())
        return refusedRule<bool>();
    return announced(m_threads.keep([ids](store::OutboxStore &outbox) -> Result<bool> {
        VIGIE_TRY(outbox.own<RuleStore>().arrange(ids));
        return true;
    }));
}

QFuture<Result<RuleOutlook>> RuleService::outlook(const TicketId &ticket)
{
    // Through the writer, whose outbox, cache and rules belong to one moment.
    return m_threads.write([ticket, now = m_threads.clock().nowMs()](
                               const WorkspaceThreads::Engine &engine) {
        return outlookOf(engine.profile, ticket, now);
    });
}

bool isPersonal(const query::Expr &expr)
{
    using query::Flag;
    for (const query::Term &term : query::termsOf(expr)) {
        const bool me = std::any_of(term.values.cbegin(), term.values.cend(), [](const query::Value &value) {
            return value.kind == query::Value::Kind::Me;
        });
        if (me)
            return true;
    }
    constexpr Flag personal[] = {Flag::Mine,     Flag::Unread, Flag::Watched, Flag::Request,
                                 Flag::Conflict, Flag::Draft,  Flag::Pending};
    return std::any_of(std::begin(personal), std::end(personal),
                       [&expr](Flag flag) { return query::mentions(expr, flag); });
}

} // namespace vigie
