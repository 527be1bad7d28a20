// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/text/querytext.h"

#include "app/text/enumtext.h"
#include "core/text/searchtext.h"

namespace vigie {

namespace {

using query::Candidate;
using query::Field;
using query::Flag;

template<class E>
QString worded(const QString &name)
{
    const Result<E> value = enumFrom<E>(name);
    return value ? EnumText::of(*value) : QString();
}

/// A stored name of a closed list as the surface calls it.
QString worded(Field field, const QString &name)
{
    switch (field) {
    case Field::State: return worded<State>(name);
    case Field::PublicState: return worded<PublicState>(name);
    case Field::Kind: return worded<TicketKind>(name);
    case Field::Level: return worded<Level>(name);
    case Field::Priority: return worded<Priority>(name);
    case Field::Impact: return worded<Impact>(name);
    case Field::Urgency: return worded<Urgency>(name);
    case Field::Category: return EnumText::category(name);
    default: return {};
    }
}

QString key(QString text)
{
    return searchtext::nameKey(text.replace(QLatin1Char('-'), QLatin1Char(' ')).simplified());
}

} // namespace

QString QueryText::of(Field field)
{
    switch (field) {
    case Field::State: return tr("the state we work with");
    case Field::PublicState: return tr("the state the requester sees");
    case Field::Is: return tr("what is true of it: open, overdue, mine…");
    case Field::Has: return tr("what it has: a file, a draft, a tag…");
    case Field::Queue: return tr("the queue it is in");
    case Field::Owner: return tr("who works on it");
    case Field::Requester: return tr("who asked");
    case Field::Contact: return tr("who is named to the requester");
    case Field::Watcher: return tr("who follows it");
    case Field::Priority: return tr("critical to low; >= compares");
    case Field::Impact: return tr("how many are affected");
    case Field::Urgency: return tr("how much it hinders");
    case Field::Level: return tr("L1 to L4; ranges with ..");
    case Field::Category: return tr("hardware, software, network…");
    case Field::Kind: return tr("incident or request");
    case Field::Tag: return tr("a tag");
    case Field::Due: return tr("when its next clock ends: <4h, today");
    case Field::Wakes: return tr("when you are reminded of it: <2h, tomorrow, none");
    case Field::Created: return tr("when it was asked: <7d, today, a day");
    case Field::Updated: return tr("when it last changed: >2d, yesterday");
    case Field::Number: return tr("its number, or a range of them");
    case Field::Title: return tr("words of the title");
    case Field::Text: return tr("words anywhere in it");
    case Field::LiveUntil:
    case Field::AskedAt:
    case Field::Links:
    case Field::Rating:
    case Field::Merged: break;
    }
    return {};
}

QString QueryText::of(Flag flag)
{
    switch (flag) {
    case Flag::Open: return tr("somebody still has something to do");
    case Flag::Closed: return tr("fixed or closed");
    case Flag::Mine: return tr("I work on it");
    case Flag::Unassigned: return tr("nobody works on it");
    case Flag::Waiting: return tr("waits for somebody else or for a date");
    case Flag::Unread: return tr("a notification was not read yet");
    case Flag::Overdue: return tr("a clock has run out");
    case Flag::Asked: return tr("the requester asked for an update");
    case Flag::Live: return tr("the requester stands before people now");
    case Flag::Watched: return tr("I follow it");
    case Flag::Request: return tr("I asked for it myself");
    case Flag::Attachment: return tr("a file is in the conversation");
    case Flag::Conflict: return tr("my work on it needs me");
    case Flag::Draft: return tr("I began to write");
    case Flag::Pending: return tr("my changes are not sent yet");
    case Flag::Tag: return tr("any tag");
    case Flag::Watcher: return tr("somebody follows it");
    case Flag::Link: return tr("it is linked to another ticket");
    case Flag::Rating: return tr("the requester rated it");
    case Flag::Merged: return tr("goes on in another request");
    case Flag::Owner: return tr("somebody works on it");
    case Flag::Due: return tr("a clock runs");
    }
    return {};
}

QString QueryText::of(const Candidate &candidate)
{
    switch (candidate.kind) {
    case Candidate::Kind::Field: return of(candidate.field);
    case Candidate::Kind::Operator:
        if (candidate.insert == QLatin1String(".."))
            return tr("from … to …");
        return {};
    case Candidate::Kind::Keyword:
        if (candidate.insert.startsWith(QLatin1String("OR")))
            return tr("one of both is enough");
        if (candidate.insert.startsWith(QLatin1String("NOT")))
            return tr("the opposite of what follows");
        return tr("both must be true");
    case Candidate::Kind::Term:
    case Candidate::Kind::Value: break;
    }
    if (candidate.field == Field::Is || candidate.field == Field::Has) {
        const query::FlagName *flag = query::flagNamed(candidate.field, candidate.name);
        return flag ? of(flag->flag) : QString();
    }
    const QString words = worded(candidate.field, candidate.name);
    return key(words) == key(candidate.name) ? QString() : words;
}

QString QueryWords::storedName(Field field, const QString &word) const
{
    const query::FieldSpec &spec = query::specOf(field);
    const QString wanted = key(word);
    if (spec.closed && spec.choices) {
        for (const query::Choice &choice : spec.choices()) {
            if (key(worded(field, choice.name)) == wanted)
                return choice.name;
        }
    }
    if (query::isPerson(field) && wanted == key(QueryText::tr("me", "in a search: whoever asks")))
        return QStringLiteral("me");
    if (spec.mayBeNone && wanted == key(QueryText::tr("none", "in a search: nobody, nothing")))
        return QStringLiteral("none");
    return {};
}

} // namespace vigie
