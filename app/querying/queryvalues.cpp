// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/querying/queryvalues.h"

#include "core/base/async.h"
#include "core/service/ticketservice.h"
#include "core/text/searchtext.h"

namespace vigie {

namespace {

constexpr int kAsked = 20;
/// Beginnings kept before all are forgotten.
constexpr qsizetype kKept = 200;

} // namespace

QueryValues::QueryValues(TicketService &tickets, QObject *parent)
    : QObject(parent), m_tickets(tickets)
{
}

QStringList QueryValues::values(query::Field field, const QString &beginning, int most) const
{
    // Asking is how it learns: what it answers is the same before and after, only more complete.
    auto *self = const_cast<QueryValues *>(this);
    const QString key = searchtext::nameKey(beginning);
    if (field == query::Field::Queue) {
        if (!m_queuesAsked)
            self->askQueues();
        QStringList found;
        for (const QString &name : m_queues) {
            if (found.size() < most && searchtext::nameKey(name).startsWith(key))
                found.append(name);
        }
        return found;
    }
    if (query::isPerson(field)) {
        if (!key.isEmpty() && !m_people.contains(key))
            self->askPeople(key);
        return m_people.value(key).mid(0, most);
    }
    if (field == query::Field::Tag) {
        if (!m_tags.contains(key))
            self->askTags(key);
        return m_tags.value(key).mid(0, most);
    }
    return {};
}

void QueryValues::forget()
{
    m_queuesAsked = false;
    m_queues.clear();
    m_people.clear();
    m_tags.clear();
}

void QueryValues::askQueues()
{
    m_queuesAsked = true;
    whenDone(m_tickets.queues(), this, [this](const Result<QList<Queue>> &queues) {
        if (!queues)
            return;
        m_queues.clear();
        for (const Queue &queue : *queues) {
            if (queue.active)
                m_queues.append(queue.name);
        }
        m_queues.sort(Qt::CaseInsensitive);
        Q_EMIT arrived();
    });
}

void QueryValues::askPeople(const QString &key)
{
    if (m_people.size() >= kKept)
        m_people.clear();
    m_people.insert(key, {});
    whenDone(m_tickets.people(key, kAsked), this, [this, key](const Result<QList<Person>> &people) {
        if (!people)
            return;
        QStringList names;
        for (const Person &person : *people) {
            if (!names.contains(person.name))
                names.append(person.name);
        }
        m_people.insert(key, names);
        Q_EMIT arrived();
    });
}

void QueryValues::askTags(const QString &key)
{
    if (m_tags.size() >= kKept)
        m_tags.clear();
    m_tags.insert(key, {});
    whenDone(m_tickets.tags(key, kAsked), this, [this, key](const Result<QStringList> &tags) {
        if (!tags)
            return;
        m_tags.insert(key, *tags);
        Q_EMIT arrived();
    });
}

} // namespace vigie
