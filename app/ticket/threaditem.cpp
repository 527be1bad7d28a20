// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ticket/threaditem.h"

#include "app/prose/messageprose.h"
#include "app/text/enumtext.h"
#include "app/text/facttext.h"
#include "app/text/timetext.h"
#include "app/ticket/threadwords.h"
#include "core/model/messageformat.h"
#include "core/service/ticketview.h"

#include <QDateTime>
#include <QLocale>

#include <utility>

namespace vigie {

namespace {

ThreadItem dayItem(qint64 at, qint64 now)
{
    ThreadItem item;
    item.kind = ThreadItem::Kind::Day;
    item.at = at;
    item.text = TimeText::day(at, now);
    return item;
}

ThreadItem crossedItem(qint64 at, int messages)
{
    ThreadItem item;
    item.kind = ThreadItem::Kind::Event;
    item.at = at;
    item.text = EventText::crossed(messages);
    return item;
}

ThreadItem itemOf(const MessageView &view, const Ticket &ticket, bool asRequester,
                  const NamesById &names)
{
    const Message &message = view.message;
    ThreadItem item;
    item.id = message.id;
    item.messageKind = message.kind;
    item.visibility = message.visibility;
    item.mine = view.mine;
    item.byRequester = message.author == ticket.requester;
    item.author = message.authorName;
    item.at = message.receivedAt > 0 ? message.receivedAt : message.writtenAt;
    if (message.kind == MessageKind::Event) {
        item.kind = ThreadItem::Kind::Event;
        item.text = EventText::sentence(message, !asRequester, names);
        return item;
    }
    item.text = message.body;
    item.html = htmlOf(message);
    item.files = foldShots(message.attachments);
    for (const ShownFile &file : std::as_const(item.files))
        item.contentIds.append(contentIdOf(message, file.flat));
    if (message.kind == MessageKind::Report)
        item.facts = kitFacts(ticket.kit);
    item.delivery = view.delivery;
    item.op = view.op;
    return item;
}

} // namespace

RichDoc proseOf(const ThreadItem &item)
{
    return messageProse(item.text, item.html, item.ticketLinks);
}

int fileOf(const ThreadItem &item, const QString &picture)
{
    QStringList names;
    for (const ShownFile &file : item.files)
        names.append(file.flat.name);
    return pictureIndex(picture, names, item.contentIds);
}

QList<ThreadItem::Fact> kitFacts(const Kit &kit)
{
    QList<ThreadItem::Fact> facts;
    const auto add = [&facts](const QString &label, const QString &value) {
        if (!value.trimmed().isEmpty())
            facts.append({label, value.trimmed()});
    };
    add(ThreadWords::tr("Cannot be done"), kit.effect);
    add(ThreadWords::tr("Error message"), kit.errorText);
    add(ThreadWords::tr("When"), kit.when);
    if (kit.startedAt > 0)
        add(ThreadWords::tr("Since"), TimeText::absolute(kit.startedAt));
    add(ThreadWords::tr("Just before"), kit.before);
    if (kit.affected != Affected::Me || !kit.who.isEmpty()) {
        const QString hit = EnumText::of(kit.affected);
        add(ThreadWords::tr("Who is hit"), kit.who.isEmpty() ? hit : hit + QStringLiteral(" · ") + kit.who);
    }
    if (kit.people > 1)
        add(ThreadWords::tr("People hit"), QLocale().toString(kit.people));
    for (auto fact = kit.facts.cbegin(); fact != kit.facts.cend(); ++fact)
        add(FactText::label(fact.key()), FactText::value(fact.key(), fact.value()));
    return facts;
}

QList<Message> messagesOf(const TicketView &view)
{
    QList<Message> thread;
    thread.reserve(view.thread.size());
    for (const MessageView &entry : view.thread)
        thread.append(entry.message);
    return thread;
}

NamesById namesOf(const TicketView &view)
{
    NamesById names;
    for (const Person &person : view.staff)
        names.insert(person.id.text(), person.name);
    for (const Queue &queue : view.queues)
        names.insert(queue.id.text(), queue.name);
    const Ticket &ticket = view.ticket;
    names.insert(ticket.owner.text(), ticket.ownerName);
    names.insert(ticket.contact.text(), ticket.contactName);
    names.insert(ticket.requester.text(), ticket.requesterName);
    const auto addTicket = [&names](const TicketRow &row) {
        names.insert(row.id.text(), EnumText::ticketNumber(row.number, row.id));
    };
    for (const TicketRow &row : view.linked)
        addTicket(row);
    if (view.goesOnIn)
        addTicket(*view.goesOnIn);
    names.remove(QString());
    return names;
}

QList<ThreadItem> threadItems(const TicketView &view, bool asRequester, const NamesById &names,
                              qint64 now)
{
    QList<ThreadItem> items;
    items.reserve(view.thread.size() + 8);
    QDate day;
    bool reportShown = false;
    const QList<ConversationEntry> entries = conversationOf(view);
    for (const ConversationEntry &where : entries) {
        const MessageView &entry = *where.view;
        const bool own = where.ticket == &view.ticket;
        if (asRequester && entry.message.visibility != Visibility::Public)
            continue;
        ThreadItem item = itemOf(entry, *where.ticket, asRequester, names);
        item.ticketLinks = view.asStaff && !asRequester;
        if (!own) {
            const QString number = EnumText::ticketNumber(where.ticket->number, where.ticket->id);
            QString &named = item.kind == ThreadItem::Kind::Event ? item.text : item.author;
            named = ThreadWords::tr("%1 · %2", "a number, who wrote or what happened there")
                        .arg(item.kind == ThreadItem::Kind::Event ? number : named,
                             item.kind == ThreadItem::Kind::Event ? named : number);
        }
        // The change of the public state tells agents nothing that the change of state did not.
        const bool echo = !asRequester && entry.message.kind == MessageKind::Event
            && entry.message.event == QLatin1String("public-state") && view.asStaff;
        if (echo || (item.kind == ThreadItem::Kind::Event && item.text.isEmpty()))
            continue;
        reportShown = reportShown || (own && entry.message.kind == MessageKind::Report);
        if (const QDate itsDay = QDateTime::fromMSecsSinceEpoch(item.at).date(); itsDay != day) {
            day = itsDay;
            items.append(dayItem(item.at, now));
        }
        if (entry.message.crossed > 0)
            items.append(crossedItem(item.at, entry.message.crossed));
        items.append(std::move(item));
    }
    if (!reportShown && !view.ticket.kit.what.isEmpty()) {
        // The report itself is older than what this device keeps: its kit still tells the story.
        ThreadItem item;
        item.messageKind = MessageKind::Report;
        item.byRequester = true;
        item.author = view.ticket.requesterName;
        item.at = view.ticket.createdAt > 0 ? view.ticket.createdAt : view.ticket.writtenAt;
        item.text = view.ticket.kit.what;
        item.facts = kitFacts(view.ticket.kit);
        items.prepend(item);
    }
    return items;
}

} // namespace vigie
