// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/service/macroservice.h"

#include "core/service/changenames.h"
#include "core/service/workspacethreads.h"
#include "core/store/macrostore.h"
#include "core/sync/driver.h"
#include "core/text/placeholders.h"
#include "core/text/searchtext.h"

#include <algorithm>
#include <utility>

namespace vigie {

using store::MacroStore;

namespace {

using Readers = WorkspaceThreads::Readers;

QMap<QString, QString> valuesFor(const Ticket &ticket, const Person &me)
{
    const QString number = QLatin1Char('#')
        + (ticket.number > 0 ? QString::number(ticket.number) : ticket.id.shortTag());
    return {{QStringLiteral("requester"), ticket.requesterName},
            {QStringLiteral("ticket"), number},
            {QStringLiteral("title"), ticket.title},
            {QStringLiteral("agent"), me.name}};
}

Recipe filled(Recipe recipe, const Ticket &ticket, const Person &me)
{
    if (recipe.words)
        recipe.words->body = fillPlaceholders(recipe.words->body, valuesFor(ticket, me)).text;
    return recipe;
}

MessageId newestWordsByOthers(const TicketState &state, const PersonId &me)
{
    for (auto entry = state.thread.crbegin(); entry != state.thread.crend(); ++entry) {
        if (entry->author != me && entry->kind != MessageKind::Event)
            return entry->id;
    }
    return {};
}

ApplyContext rehearsalContext(const Readers &readers, qint64 now)
{
    ApplyContext context;
    context.mode = ApplyContext::Mode::Optimistic;
    context.actor = actorOf(readers.me);
    context.now = now;
    context.queueExists = [](const QueueId &) { return true; };
    context.person = [&readers](const PersonId &id) -> std::optional<Person> {
        const auto found = readers.cache.person(id);
        return found ? *found : std::nullopt;
    };
    return context;
}

void addLine(RecipePreview &preview, const RehearsedChange &change)
{
    const auto line = std::find_if(
        preview.lines.begin(), preview.lines.end(),
        [&change](const RecipePreview::Line &one) { return one.change == change; });
    if (line == preview.lines.end())
        preview.lines.append({change, 1});
    else
        ++line->tickets;
}

/// One ticket's part of a preview.
Done addTicket(RecipePreview &preview, const Readers &readers, const TicketId &id,
               const Recipe &recipe, const MessageId &message, const ServiceBook &services,
               const ApplyContext &context)
{
    VIGIE_TRY_ASSIGN(state, readers.cache.state(id));
    ++preview.tickets;
    const Recipe own = filled(recipe, state.ticket, readers.me);
    const qint64 wakeAt = wakesAt(own, state.ticket, services, context.now);
    const Rehearsal rehearsal = rehearse(state, stepsOf(own, readers.me.id, message, wakeAt),
                                         newestWordsByOthers(state, readers.me.id), context);
    if (rehearsal.refused) {
        preview.refused.append({id, *rehearsal.refused});
        return {};
    }
    if (rehearsal.steps.isEmpty()) {
        ++preview.alike;
        return {};
    }
    ++preview.changed;
    for (const RehearsedChange &change : rehearsal.changes)
        addLine(preview, change);
    if (own.words && preview.written++ == 0)
        preview.words = own.words->body;
    return {};
}

} // namespace

QList<Macro> matchingMacros(const QList<Macro> &macros, const QString &words)
{
    const QStringList wanted = searchtext::indexWords(words);
    QList<Macro> found;
    for (const Macro &macro : macros) {
        const QStringList have = searchtext::indexWords(macro.name);
        const bool all = std::all_of(wanted.cbegin(), wanted.cend(), [&have](const QString &word) {
            return std::any_of(have.cbegin(), have.cend(),
                               [&word](const QString &one) { return one.startsWith(word); });
        });
        if (all)
            found.append(macro);
    }
    std::stable_sort(found.begin(), found.end(), [](const Macro &a, const Macro &b) {
        return searchtext::nameKey(a.name) < searchtext::nameKey(b.name);
    });
    return found;
}

QStringList recipePlaceholders()
{
    return {QStringLiteral("requester"), QStringLiteral("ticket"), QStringLiteral("title"),
            QStringLiteral("agent")};
}

QStringList strangePlaceholders(const QString &body)
{
    QMap<QString, QString> known;
    for (const QString &name : recipePlaceholders())
        known.insert(name, name);
    const FilledText text = fillPlaceholders(body, known);
    QStringList strange;
    for (const Span &gap : text.gaps) {
        const QString name = text.text.mid(gap.begin, gap.end - gap.begin);
        if (!strange.contains(name))
            strange.append(name);
    }
    return strange;
}

MacroService::MacroService(WorkspaceThreads &threads, QObject *parent)
    : OwnListService(threads, parent)
{
}

QFuture<Result<QList<Macro>>> MacroService::list()
{
    return m_threads.keep(
        [](store::OutboxStore &outbox) { return outbox.own<MacroStore>().list(); });
}

QFuture<Result<Macro>> MacroService::save(const Macro &macro)
{
    Macro named = macro;
    if (named.id.isNull())
        named.id = m_threads.ids().make<MacroId>();
    return announced(m_threads.keep([named](store::OutboxStore &outbox) -> Result<Macro> {
        VIGIE_TRY(outbox.own<MacroStore>().save(named));
        return named;
    }));
}

QFuture<Result<bool>> MacroService::remove(const MacroId &id)
{
    return announced(m_threads.keep(
        [id](store::OutboxStore &outbox) { return outbox.own<MacroStore>().remove(id); }));
}

QFuture<Result<RecipePreview>> MacroService::preview(const QList<TicketId> &tickets,
                                                     const Recipe &recipe, bool byRule)
{
    return m_threads.read([tickets, recipe, byRule, message = m_threads.ids().make<MessageId>(),
                           now = m_threads.clock().nowMs()](
                              const Readers &readers) -> Result<RecipePreview> {
        RecipePreview preview;
        ApplyContext context = rehearsalContext(readers, now);
        context.byRule = byRule;
        VIGIE_TRY_ASSIGN(services, readers.cache.services());
        for (const TicketId &id : tickets)
            VIGIE_TRY(addTicket(preview, readers, id, recipe, message, services, context));
        QList<RehearsedChange> changes;
        for (const RecipePreview::Line &line : std::as_const(preview.lines))
            changes.append(line.change);
        VIGIE_TRY_ASSIGN(names, namesIn(changes, readers.cache));
        preview.names = names;
        return preview;
    });
}

QFuture<Result<BulkOutcome>> MacroService::run(const QList<TicketId> &tickets,
                                               const Recipe &recipe, const MessageId &seenThrough)
{
    QList<MessageId> messages;
    for (qsizetype i = 0; i < tickets.size(); ++i)
        messages.append(m_threads.ids().make<MessageId>());
    return m_threads.write([tickets, recipe, seenThrough, messages, now = m_threads.clock().nowMs()](
                               const WorkspaceThreads::Engine &engine) -> Result<BulkOutcome> {
        VIGIE_TRY_ASSIGN(meta, engine.profile.cache().meta());
        VIGIE_TRY_ASSIGN(services, engine.profile.cache().reader().services());
        QList<QList<Op>> parts;
        for (qsizetype i = 0; i < tickets.size(); ++i) {
            VIGIE_TRY_ASSIGN(ticket, engine.profile.cache().reader().ticket(tickets[i]));
            const Recipe own = ticket ? filled(recipe, *ticket, meta.me) : recipe;
            QList<Op> ops;
            const qint64 wakeAt = wakesAt(own, ticket.value_or(Ticket()), services, now);
            for (const Payload &step : stepsOf(own, meta.me.id, messages[i], wakeAt)) {
                Op op;
                op.ticket = tickets[i];
                op.payload = step;
                op.seenThrough = seenThrough;
                ops.append(op);
            }
            parts.append(ops);
        }
        return engine.driver.submitEach(parts);
    });
}

} // namespace vigie
