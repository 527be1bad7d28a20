// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/e2e/client/ticketcommands.h"

#include "core/base/async.h"
#include "core/ops/opcodec.h"
#include "core/service/draftservice.h"
#include "core/service/outboxservice.h"
#include "core/service/ticketservice.h"
#include "tests/e2e/client/arguments.h"
#include "tests/e2e/client/digests.h"

#include <QJsonArray>

namespace vigie::e2e {

namespace {

TicketId ticketOf(const QJsonObject &arguments)
{
    return TicketId::fromStored(text(arguments, "ticket"));
}

QStringList texts(const QJsonObject &arguments, const char *key)
{
    QStringList list;
    const QJsonArray array = arguments.value(QLatin1String(key)).toArray();
    for (const QJsonValue &value : array)
        list.append(value.toString());
    return list;
}

const char *deliveryName(Delivery delivery)
{
    switch (delivery) {
    case Delivery::Sent: return "sent";
    case Delivery::Waiting: return "waiting";
    case Delivery::Sending: return "sending";
    case Delivery::Checking: return "checking";
    case Delivery::NeedsYou: return "needs-you";
    }
    return "";
}

QString wordsOf(const Payload &payload)
{
    if (const auto *create = std::get_if<CreateTicket>(&payload))
        return create->title;
    if (const auto *add = std::get_if<AddMessage>(&payload))
        return add->body;
    if (const auto *set = std::get_if<SetField>(&payload))
        return set->field + QLatin1Char('=') + set->value;
    return {};
}

QJsonObject toJson(const OutboxEntry &entry)
{
    return {{QStringLiteral("op"), entry.op.id.text()},
            {QStringLiteral("ticket"), entry.op.ticket.text()},
            {QStringLiteral("kind"), kindName(entry.op.payload)},
            {QStringLiteral("words"), wordsOf(entry.op.payload)},
            {QStringLiteral("state"), QLatin1String(store::stateName(entry.state))},
            {QStringLiteral("attempts"), entry.attempts},
            {QStringLiteral("code"), errorName(entry.error.code)},
            {QStringLiteral("why"), entry.error.detail}};
}

} // namespace

ListQuery ownList(const Workspace &workspace)
{
    ListQuery query;
    query.me = workspace.me().id;
    query.scope = actorOf(workspace.me()).isStaff() ? ListScope::All : ListScope::MyRequests;
    query.openOnly = false;
    query.limit = 10'000;
    return query;
}

QJsonObject toJson(const TicketRow &row)
{
    return {{QStringLiteral("id"), row.id.text()},
            {QStringLiteral("number"), row.number},
            {QStringLiteral("title"), row.title},
            {QStringLiteral("state"), nameOf(row.state)},
            {QStringLiteral("publicState"), nameOf(row.publicState)},
            {QStringLiteral("owner"), row.ownerName},
            {QStringLiteral("messages"), row.messages},
            {QStringLiteral("pending"), row.pending}};
}

QJsonObject toJson(const MessageView &view)
{
    return {{QStringLiteral("id"), view.message.id.text()},
            {QStringLiteral("kind"), nameOf(view.message.kind)},
            {QStringLiteral("body"), view.message.body},
            {QStringLiteral("author"), view.message.authorName},
            {QStringLiteral("files"), view.message.attachments.size()},
            {QStringLiteral("mine"), view.mine},
            {QStringLiteral("crossed"), view.message.crossed},
            {QStringLiteral("delivery"), QLatin1String(deliveryName(view.delivery))}};
}

TicketCommands::TicketCommands(Session &session, QObject *parent)
    : QObject(parent), m_session(session)
{
}

void TicketCommands::registerIn(CommandTable &table)
{
    const auto add = [&](const char *name, Handler handler) {
        table.add(name, m_session.whenOpen(std::move(handler)));
    };
    add("report", [this](const auto &a, const auto &r) { report(a, r); });
    add("reply", [this](const auto &a, const auto &r) { message(MessageKind::Reply, a, r); });
    add("note", [this](const auto &a, const auto &r) { message(MessageKind::Note, a, r); });
    add("set", [this](const auto &a, const auto &r) {
        change(a, SetField{text(a, "field"), text(a, "value")}, r);
    });
    add("take", [this](const auto &a, const auto &r) {
        change(a, SetField{QStringLiteral("owner"), m_session.workspace()->me().id.text()}, r);
    });
    add("tag", [this](const auto &a, const auto &r) { change(a, EditTags{{text(a, "tag")}, {}}, r); });
    add("state", [this](const auto &a, const auto &r) {
        const Result<State> state = enumFrom<State>(text(a, "state"));
        if (!state)
            return r(bad(state.error()));
        change(a, SetState{*state, text(a, "reason")}, r);
    });
    add("save-file", [this](const auto &a, const auto &r) { saveFile(a, r); });
    add("list", [this](const auto &, const auto &r) { list(r); });
    add("thread", [this](const auto &a, const auto &r) { thread(a, r); });
    add("outbox", [this](const auto &, const auto &r) { outbox(r); });
    add("draft", [this](const auto &a, const auto &r) { draft(a, r); });
    add("digest", [this](const auto &, const auto &r) {
        const Result<QJsonObject> digests = feedDigests(m_session.folder());
        r(digests ? good({{QStringLiteral("feeds"), *digests}}) : bad(digests.error()));
    });
}

void TicketCommands::importFiles(const QStringList &paths, QList<Attachment> done,
                                 const std::function<void(Result<QList<Attachment>>)> &then)
{
    if (done.size() == paths.size())
        return then(done);
    whenDone(m_session.workspace()->tickets().importFile(paths[done.size()]), this,
             [this, paths, done, then](const Result<Attachment> &file) mutable {
                 if (!file)
                     return then(fail(file.error()));
                 done.append(*file);
                 importFiles(paths, done, then);
             });
}

void TicketCommands::report(const QJsonObject &arguments, const Reply &reply)
{
    importFiles(texts(arguments, "files"), {}, [=, this](const Result<QList<Attachment>> &files) {
        if (!files)
            return reply(bad(files.error()));
        CreateTicket create;
        create.title = text(arguments, "title");
        create.kit.what = text(arguments, "what");
        create.attachments = *files;
        whenDone(m_session.workspace()->tickets().report(create, text(arguments, "draft")), this,
                 [reply](const Result<TicketId> &ticket) {
                     reply(ticket ? good({{QStringLiteral("ticket"), ticket->text()}})
                                  : bad(ticket.error()));
                 });
    });
}

void TicketCommands::message(MessageKind kind, const QJsonObject &arguments, const Reply &reply)
{
    const TicketId ticket = ticketOf(arguments);
    importFiles(texts(arguments, "files"), {}, [=, this](const Result<QList<Attachment>> &files) {
        if (!files)
            return reply(bad(files.error()));
        send(ticket, kind, arguments, *files, reply);
    });
}

/// Reads the thread first, as the person does, and says how far it was read.
void TicketCommands::send(const TicketId &ticket, MessageKind kind, const QJsonObject &arguments,
                          const QList<Attachment> &files, const Reply &reply)
{
    whenDone(m_session.workspace()->tickets().open(ticket), this,
             [=, this](const Result<TicketView> &view) {
                 if (!view)
                     return reply(bad(view.error()));
                 MessageId seen;
                 for (const MessageView &entry : view->thread) {
                     if (!entry.mine)
                         seen = entry.message.id;
                 }
                 const AddMessage add{{}, kind, text(arguments, "body"), files};
                 const auto sent = m_session.workspace()->tickets().addMessage(
                     ticket, add, seen, text(arguments, "draft"));
                 whenDone(sent, this, [reply](const Result<MessageId> &id) {
                     reply(id ? good({{QStringLiteral("message"), id->text()}})
                              : bad(id.error()));
                 });
             });
}

void TicketCommands::change(const QJsonObject &arguments, const Payload &payload,
                            const Reply &reply)
{
    whenDone(m_session.workspace()->tickets().change(ticketOf(arguments), payload), this,
             [reply](const Result<OpId> &op) {
                 reply(op ? good({{QStringLiteral("op"), op->text()}}) : bad(op.error()));
             });
}

/// Saves the first file of a ticket, fetched from the server when it is not here.
void TicketCommands::saveFile(const QJsonObject &arguments, const Reply &reply)
{
    const TicketId ticket = ticketOf(arguments);
    const QString target = text(arguments, "target");
    whenDone(m_session.workspace()->tickets().open(ticket), this,
             [=, this](const Result<TicketView> &view) {
                 QList<Attachment> files;
                 for (const MessageView &entry : view ? view->thread : QList<MessageView>())
                     files.append(entry.message.attachments);
                 if (files.isEmpty())
                     return reply(bad({ErrorCode::NotFound, QStringLiteral("no file"), {}}));
                 whenDone(m_session.workspace()->tickets().saveAttachment(files.first(), ticket,
                                                                          target),
                          this, [reply](const Result<bool> &saved) {
                              reply(saved ? good() : bad(saved.error()));
                          });
             });
}

void TicketCommands::list(const Reply &reply)
{
    whenDone(m_session.workspace()->tickets().list(ownList(*m_session.workspace())), this,
             [reply](const Result<QList<TicketRow>> &rows) {
                 if (!rows)
                     return reply(bad(rows.error()));
                 QJsonArray array;
                 for (const TicketRow &row : *rows)
                     array.append(toJson(row));
                 reply(good({{QStringLiteral("tickets"), array}}));
             });
}

void TicketCommands::thread(const QJsonObject &arguments, const Reply &reply)
{
    whenDone(m_session.workspace()->tickets().open(ticketOf(arguments)), this,
             [reply](const Result<TicketView> &view) {
                 if (!view)
                     return reply(bad(view.error()));
                 QJsonArray array;
                 for (const MessageView &entry : view->thread)
                     array.append(toJson(entry));
                 reply(good({{QStringLiteral("title"), view->ticket.title},
                             {QStringLiteral("number"), view->ticket.number},
                             {QStringLiteral("answerBy"), view->ticket.expected.answerBy},
                             {QStringLiteral("fixBy"), view->ticket.expected.fixBy},
                             {QStringLiteral("messages"), array}}));
             });
}

void TicketCommands::outbox(const Reply &reply)
{
    whenDone(m_session.workspace()->outbox().entries(), this,
             [reply](const Result<QList<OutboxEntry>> &entries) {
                 if (!entries)
                     return reply(bad(entries.error()));
                 QJsonArray array;
                 for (const OutboxEntry &entry : *entries)
                     array.append(toJson(entry));
                 reply(good({{QStringLiteral("entries"), array}}));
             });
}

/// With "body": what the person is typing. Without: what was kept.
void TicketCommands::draft(const QJsonObject &arguments, const Reply &reply)
{
    const QString place = text(arguments, "place");
    if (arguments.contains(QLatin1String("body"))) {
        const QJsonObject content{{QStringLiteral("body"), text(arguments, "body")}};
        whenDone(m_session.workspace()->drafts().save(place, content), this,
                 [reply](const Result<bool> &saved) {
                     reply(saved ? good() : bad(saved.error()));
                 });
        return;
    }
    whenDone(m_session.workspace()->drafts().load(place), this,
             [reply](const Result<QJsonObject> &content) {
                 reply(content ? good(*content) : bad(content.error()));
             });
}

} // namespace vigie::e2e
