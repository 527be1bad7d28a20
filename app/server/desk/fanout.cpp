// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/server/desk/fanout.h"

#include <QSet>

namespace vigie::server {

using wire::ChangeKind;

namespace {

/// Who sees the public face, in a fixed order so that equal worlds make equal feeds.
QList<PersonId> audienceOf(const Ticket &ticket)
{
    QList<PersonId> people{ticket.requester};
    for (const PersonId &watcher : ticket.watchers) {
        if (!people.contains(watcher))
            people.append(watcher);
    }
    return people;
}

} // namespace

Done Fanout::append(const QString &feed, ChangeKind kind, const QString &entity, Known known)
{
    auto last = m_moved.constFind(feed);
    if (last == m_moved.constEnd()) {
        VIGIE_TRY_ASSIGN(head, m_store.feeds().head(feed));
        last = m_moved.insert(feed, head);
    }
    VIGIE_TRY_ASSIGN(position, m_store.feeds().append(feed, *last, kind, entity, m_cause,
                                                      known == Known::FirstTime));
    m_moved.insert(feed, position);
    return {};
}

Done Fanout::thread(const QString &feed, const TicketId &ticket, bool withInternal)
{
    VIGIE_TRY_ASSIGN(entries, m_store.tickets().thread(ticket));
    for (const ThreadEntry &entry : entries) {
        if (withInternal || entry.visibility == Visibility::Public)
            VIGIE_TRY(append(feed, ChangeKind::Message, entry.id.text()));
    }
    return {};
}

/// The ticket leaves a feed: readers are told once, and pulls skip what was there of it.
Done Fanout::withdraw(const QString &feed, const TicketId &ticket)
{
    VIGIE_TRY(append(feed, ChangeKind::Gone, ticket.text()));
    VIGIE_TRY_ASSIGN(entries, m_store.tickets().thread(ticket));
    for (const ThreadEntry &entry : entries)
        VIGIE_TRY(m_store.feeds().supersede(feed, ChangeKind::Message, entry.id.text()));
    return {};
}

Done Fanout::ticketChanged(const Ticket *before, const Ticket &after, const QList<Message> &added)
{
    VIGIE_TRY(toQueues(before, after, added));
    const QList<PersonId> now = audienceOf(after);
    for (const PersonId &person : now)
        VIGIE_TRY(toPerson(person, before, after, added));
    if (!before)
        return {};
    const QList<PersonId> earlier = audienceOf(*before);
    for (const PersonId &person : earlier) {
        if (!now.contains(person))
            VIGIE_TRY(withdraw(personFeed(person), after.id));
    }
    return {};
}

Done Fanout::toQueues(const Ticket *before, const Ticket &after, const QList<Message> &added)
{
    const QString feed = queueFeed(after.queue);
    VIGIE_TRY(append(feed, ChangeKind::Ticket, after.id.text(),
                     before ? Known::MaybeBefore : Known::FirstTime));
    if (before && before->queue != after.queue) {
        VIGIE_TRY(thread(feed, after.id, true));
        return withdraw(queueFeed(before->queue), after.id);
    }
    for (const Message &message : added)
        VIGIE_TRY(append(feed, ChangeKind::Message, message.id.text(), Known::FirstTime));
    return {};
}

Done Fanout::toPerson(const PersonId &person, const Ticket *before, const Ticket &after,
                      const QList<Message> &added)
{
    if (!before || !audienceOf(*before).contains(person))
        return offer(person, after);
    VIGIE_TRY_ASSIGN(lost, lostStaffSight(person, before->queue, after.queue));
    if (lost)
        return offer(person, after);
    // Compared as this person sees it: a change behind the curtain must not even move a number.
    const QString feed = personFeed(person);
    if (!(forRequester(*before, person) == forRequester(after, person)))
        VIGIE_TRY(append(feed, ChangeKind::Ticket, after.id.text()));
    for (const Message &message : added) {
        if (message.visibility == Visibility::Public)
            VIGIE_TRY(append(feed, ChangeKind::Message, message.id.text(), Known::FirstTime));
    }
    return {};
}

Done Fanout::offer(const PersonId &person, const Ticket &ticket)
{
    VIGIE_TRY(append(personFeed(person), ChangeKind::Ticket, ticket.id.text()));
    return thread(personFeed(person), ticket.id, false);
}

/// Staff read the tickets of their own queues there, and not in their personal feed; one that
/// moves out of their queues has to come back to the personal one.
Result<bool> Fanout::lostStaffSight(const PersonId &person, const QueueId &before,
                                    const QueueId &after)
{
    if (before == after)
        return false;
    VIGIE_TRY_ASSIGN(row, m_store.directory().person(person));
    return row && actorOf(*row).worksIn(before) && !actorOf(*row).worksIn(after);
}

Done Fanout::personChanged(const Person &person)
{
    VIGIE_TRY(append(staffFeed(), ChangeKind::Person, person.id.text()));
    return append(personFeed(person.id), ChangeKind::Person, person.id.text());
}

Done Fanout::servicesChanged()
{
    return append(staffFeed(), ChangeKind::Services, QStringLiteral("services"));
}

Done Fanout::articleChanged(const Article *before, const Article &after,
                            const QList<Revision> &added)
{
    const QString feed = libraryFeed();
    // Texts first: a page may end in between, and nobody is to see an article without its text.
    for (const Revision &revision : added)
        VIGIE_TRY(append(feed, ChangeKind::Revision, revision.id.text(), Known::FirstTime));
    // Whoever can read it only now has none of its texts.
    if (before && (before->readers != after.readers || before->team != after.team)) {
        VIGIE_TRY_ASSIGN(all, m_store.articles().revisionsOf(after.id));
        for (const RevisionId &revision : all)
            VIGIE_TRY(append(feed, ChangeKind::Revision, revision.text()));
    }
    VIGIE_TRY(append(feed, ChangeKind::Article, after.id.text(),
                     before ? Known::MaybeBefore : Known::FirstTime));
    return toReaders(before, after);
}

/// What happens to texts that are not published must not even move the readers' feed.
Done Fanout::toReaders(const Article *before, const Article &after)
{
    const Actor reader;
    const bool was = before && mayRead(reader, *before);
    const bool is = mayRead(reader, after);
    if (!was && !is)
        return {};
    if (was && is && forReaders(*before) == forReaders(after))
        return {};
    if (is && (!was || before->published != after.published))
        VIGIE_TRY(append(readersFeed(), ChangeKind::Revision, after.published.text()));
    // One that is out of sight now is shown as gone.
    return append(readersFeed(), ChangeKind::Article, after.id.text());
}

Done Fanout::receiptFor(const PersonId &author)
{
    return append(personFeed(author), ChangeKind::Person, author.text());
}

Done Fanout::topicChanged(const Topic &topic)
{
    VIGIE_TRY(append(libraryFeed(), ChangeKind::Topic, topic.id.text()));
    return append(readersFeed(), ChangeKind::Topic, topic.id.text());
}

Done Fanout::queueChanged(const Queue &queue)
{
    return append(staffFeed(), ChangeKind::Queue, queue.id.text());
}

} // namespace vigie::server
