// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/query/matches.h"

#include "core/ops/places.h"

#include <algorithm>

namespace vigie::query {

namespace {

using searchtext::contains;
using searchtext::indexWords;

class Matcher
{
public:
    Matcher(const Person &me, const Subject &subject)
        : m_subject(subject), m_places(placesOf(subject.ticket, me))
    {
    }

    bool holds(const Test &test)
    {
        const auto part = [this](const Test &inner) { return holds(inner); };
        switch (test.kind) {
        case Test::Kind::All: return std::all_of(test.parts.cbegin(), test.parts.cend(), part);
        case Test::Kind::Any: return std::any_of(test.parts.cbegin(), test.parts.cend(), part);
        case Test::Kind::Not: return !holds(test.parts.front());
        case Test::Kind::OneOf:
        case Test::Kind::Range:
        case Test::Kind::Keys: return fieldHolds(test);
        case Test::Kind::Words: return titleHolds(test) || (isAnywhere(test) && bodyHolds(test));
        case Test::Kind::Tickets: return test.keys.contains(m_subject.ticket.id.text());
        case Test::Kind::Open: return m_places.open;
        case Test::Kind::Waiting: return m_places.waiting;
        case Test::Kind::Request: return m_places.request;
        case Test::Kind::Pending: return m_subject.pending;
        case Test::Kind::Attachment:
            return std::any_of(m_subject.thread.cbegin(), m_subject.thread.cend(),
                               [](const Message &m) { return !m.attachments.isEmpty(); });
        }
        return false;
    }

private:
    static bool isAnywhere(const Test &test) { return test.field == Field::Text; }

    bool fieldHolds(const Test &test) const
    {
        const FieldSpec &spec = specOf(test.field);
        if (spec.staffOnly && !m_places.knowsWork)
            return false;
        if (test.kind == Test::Kind::Keys)
            return keysHold(test, spec.keys(m_subject.ticket));
        const qint64 number = spec.number(m_subject.ticket);
        return test.kind == Test::Kind::OneOf ? test.numbers.contains(number)
                                              : test.low <= number && number <= test.high;
    }

    static bool keysHold(const Test &test, const QStringList &keys)
    {
        if (keys.isEmpty())
            return test.keys.contains(QString());
        return std::any_of(keys.cbegin(), keys.cend(),
                           [&test](const QString &key) { return test.keys.contains(key); });
    }

    bool titleHolds(const Test &test)
    {
        const searchtext::Phrase &phrase = test.phrase;
        if (m_titleWords.isEmpty()) {
            const Ticket &ticket = m_subject.ticket;
            const QString number = ticket.number > 0
                ? QString::number(ticket.number) + QLatin1Char(' ') + ticket.id.shortTag()
                : ticket.id.shortTag();
            m_titleWords = {indexWords(ticket.title), indexWords(ticket.requesterName),
                            indexWords(number)};
        }
        if (!isAnywhere(test))
            return contains(m_titleWords.first(), phrase.words, phrase.beginsInSubject);
        return std::any_of(m_titleWords.cbegin(), m_titleWords.cend(), [&](const QStringList &w) {
            return contains(w, phrase.words, phrase.beginsInSubject);
        });
    }

    bool bodyHolds(const Test &test)
    {
        if (m_bodyWords.size() != m_subject.thread.size()) {
            for (const Message &message : m_subject.thread)
                m_bodyWords.append(indexWords(searchedText(message)));
        }
        return std::any_of(m_bodyWords.cbegin(), m_bodyWords.cend(), [&](const QStringList &w) {
            return contains(w, test.phrase.words, test.phrase.beginsInBody);
        });
    }

    const Subject &m_subject;
    Places m_places;
    // Worked out when they are first asked for.
    QList<QStringList> m_titleWords;
    QList<QStringList> m_bodyWords;
};

} // namespace

bool matches(const Bound &bound, const Subject &subject)
{
    return Matcher(bound.me, subject).holds(bound.test);
}

QString searchedText(const Message &message)
{
    if (message.kind == MessageKind::Event)
        return {};
    QString text = message.body;
    for (const Attachment &file : message.attachments)
        text += QLatin1Char('\n') + file.name;
    return searchtext::fold(text);
}

} // namespace vigie::query
