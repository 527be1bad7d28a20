// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/text/enumtext.h"

#include <QHash>

namespace vigie {

QString EnumText::of(State state)
{
    switch (state) {
    case State::New: return tr("New", "state");
    case State::Open: return tr("Open", "state");
    case State::WaitingRequester: return tr("Waiting for requester", "state");
    case State::WaitingVendor: return tr("Waiting for vendor", "state");
    case State::Scheduled: return tr("Scheduled", "state");
    case State::Resolved: return tr("Resolved", "state");
    case State::Closed: return tr("Closed", "state");
    }
    return {};
}

QString EnumText::of(PublicState state)
{
    switch (state) {
    case PublicState::Received: return tr("Received", "public state");
    case PublicState::InProgress: return tr("We are on it", "public state");
    case PublicState::NeedsYou: return tr("We need you", "public state");
    case PublicState::Fixed: return tr("Fixed?", "public state");
    case PublicState::Closed: return tr("Closed", "public state");
    }
    return {};
}

QString EnumText::of(Priority priority)
{
    switch (priority) {
    case Priority::Critical: return tr("Critical", "priority");
    case Priority::High: return tr("High", "priority");
    case Priority::Normal: return tr("Normal", "priority");
    case Priority::Low: return tr("Low", "priority");
    }
    return {};
}

QString EnumText::of(Impact impact)
{
    switch (impact) {
    case Impact::Company: return tr("Whole company", "impact");
    case Impact::Site: return tr("A site", "impact");
    case Impact::Team: return tr("A team", "impact");
    case Impact::Person: return tr("One person", "impact");
    }
    return {};
}

QString EnumText::of(Urgency urgency)
{
    switch (urgency) {
    case Urgency::Blocked: return tr("Blocked", "urgency");
    case Urgency::Hindered: return tr("Hindered", "urgency");
    case Urgency::Annoyed: return tr("Annoyed", "urgency");
    case Urgency::CanWait: return tr("Can wait", "urgency");
    }
    return {};
}

QString EnumText::urgencyInPlainWords(Urgency urgency)
{
    switch (urgency) {
    case Urgency::Blocked: return tr("I cannot work");
    case Urgency::Hindered: return tr("I can work, with difficulty");
    case Urgency::Annoyed: return tr("It is a nuisance");
    case Urgency::CanWait: return tr("It can wait");
    }
    return {};
}

QString EnumText::of(Level level)
{
    switch (level) {
    case Level::L1: return tr("Level 1");
    case Level::L2: return tr("Level 2");
    case Level::L3: return tr("Level 3");
    case Level::L4: return tr("Level 4");
    }
    return {};
}

QString EnumText::of(TicketKind kind)
{
    switch (kind) {
    case TicketKind::Incident: return tr("Incident", "kind of request");
    case TicketKind::Question: return tr("Question", "kind of request");
    case TicketKind::Service: return tr("Service request", "kind of request");
    }
    return {};
}

QString EnumText::of(Role role)
{
    switch (role) {
    case Role::Employee: return tr("Employee", "role");
    case Role::Agent: return tr("Agent", "role");
    case Role::Guardian: return tr("Guardian", "role: keeper of the knowledge base");
    case Role::Admin: return tr("Administrator", "role");
    }
    return {};
}

QString EnumText::of(MessageKind kind)
{
    switch (kind) {
    case MessageKind::Report: return tr("Report", "kind of message");
    case MessageKind::Reply: return tr("Reply", "kind of message");
    case MessageKind::Note: return tr("Internal note", "kind of message");
    case MessageKind::Call: return tr("Phone call", "kind of message");
    case MessageKind::Event: return tr("Event", "kind of message");
    }
    return {};
}

QString EnumText::of(LinkKind kind)
{
    switch (kind) {
    case LinkKind::RelatesTo: return tr("relates to", "link between two requests");
    case LinkKind::DuplicateOf: return tr("is a duplicate of", "link between two requests");
    case LinkKind::ParentOf: return tr("is the parent of", "link between two requests");
    case LinkKind::ChildOf: return tr("is part of", "link between two requests");
    case LinkKind::CausedBy: return tr("is caused by", "link between two requests");
    }
    return {};
}

QString EnumText::of(Affected affected)
{
    switch (affected) {
    case Affected::Me: return tr("Just me", "who is affected");
    case Affected::Colleague: return tr("A colleague", "who is affected");
    case Affected::Team: return tr("My team", "who is affected");
    case Affected::Site: return tr("The whole site", "who is affected");
    case Affected::Company: return tr("The whole company", "who is affected");
    }
    return {};
}

QString EnumText::category(const QString &key)
{
    if (key == QLatin1String("hardware"))
        return tr("Computer and equipment", "category");
    if (key == QLatin1String("software"))
        return tr("Software", "category");
    if (key == QLatin1String("network"))
        return tr("Network", "category");
    if (key == QLatin1String("access"))
        return tr("Accounts and access", "category");
    if (key == QLatin1String("mail"))
        return tr("E-mail", "category");
    if (key == QLatin1String("printing"))
        return tr("Printing", "category");
    if (key == QLatin1String("phone"))
        return tr("Phone", "category");
    if (key == QLatin1String("other"))
        return tr("Something else", "category");
    return key;
}

QString EnumText::field(const QString &name)
{
    static const QHash<QString, const char *> names{
        {QStringLiteral("title"), QT_TR_NOOP("Title")},
        {QStringLiteral("category"), QT_TR_NOOP("Category")},
        {QStringLiteral("kind"), QT_TR_NOOP("Kind")},
        {QStringLiteral("impact"), QT_TR_NOOP("Impact")},
        {QStringLiteral("urgency"), QT_TR_NOOP("Urgency")},
        {QStringLiteral("priority"), QT_TR_NOOP("Priority")},
        {QStringLiteral("queue"), QT_TR_NOOP("Queue")},
        {QStringLiteral("owner"), QT_TR_NOOP("Owner")},
        {QStringLiteral("contact"), QT_TR_NOOP("Contact")},
        {QStringLiteral("state"), QT_TR_NOOP("State")},
        {QStringLiteral("public-state"), QT_TR_NOOP("State")},
        {QStringLiteral("level"), QT_TR_NOOP("Level")},
        {QStringLiteral("tags"), QT_TR_NOOP("Tags")},
        {QStringLiteral("watchers"), QT_TR_NOOP("Watchers")},
        {QStringLiteral("links"), QT_TR_NOOP("Links")},
        {QStringLiteral("unseen"), QT_TR_NOOP("New message")},
        {QStringLiteral("rating"), QT_TR_NOOP("Rating")},
        {QStringLiteral("merged"), QT_TR_NOOP("Merged")},
        {QStringLiteral("pending-until"), QT_TR_NOOP("Reminder")},
    };
    if (name.startsWith(QLatin1String("cf.")))
        return name.mid(3);
    const auto it = names.constFind(name);
    return it == names.constEnd() ? name : tr(it.value());
}

QString EnumText::meaning(PublicState state)
{
    switch (state) {
    case PublicState::Received: return tr("Your request has arrived and will be read shortly.");
    case PublicState::InProgress: return tr("Somebody is working on it.");
    case PublicState::NeedsYou: return tr("We are waiting for an answer from you.");
    case PublicState::Fixed: return tr("We think it is fixed. Is it?");
    case PublicState::Closed: return tr("This request is finished. You can reopen it.");
    }
    return {};
}

QString EnumText::ticketNumber(qint64 number, const TicketId &id)
{
    return number > 0 ? QStringLiteral("#%1").arg(number)
                      : tr("new · %1", "a request without a number yet, and its short tag")
                            .arg(id.shortTag());
}

QString EnumText::requestState(qint64 number, PublicState state)
{
    return number > 0 ? of(state) : tr("Not sent yet", "public state");
}

Tone EnumText::requestTone(qint64 number, PublicState state)
{
    return number > 0 ? tone(state) : Tone::Neutral;
}

Tone EnumText::tone(State state)
{
    switch (state) {
    case State::New: return Tone::Info;
    case State::Open: return Tone::Accent;
    case State::WaitingRequester: return Tone::Warning;
    case State::WaitingVendor:
    case State::Scheduled: return Tone::Purple;
    case State::Resolved: return Tone::Success;
    case State::Closed: return Tone::Neutral;
    }
    return Tone::Neutral;
}

Tone EnumText::tone(PublicState state)
{
    switch (state) {
    case PublicState::Received: return Tone::Info;
    case PublicState::InProgress: return Tone::Accent;
    case PublicState::NeedsYou: return Tone::Warning;
    case PublicState::Fixed: return Tone::Success;
    case PublicState::Closed: return Tone::Neutral;
    }
    return Tone::Neutral;
}

Tone EnumText::tone(Priority priority)
{
    switch (priority) {
    case Priority::Critical: return Tone::Danger;
    case Priority::High: return Tone::Warning;
    case Priority::Normal: return Tone::Info;
    case Priority::Low: return Tone::Neutral;
    }
    return Tone::Neutral;
}

Icon EnumText::categoryIcon(const QString &key)
{
    static const QHash<QString, Icon> icons{
        {QStringLiteral("hardware"), Icon::Hardware}, {QStringLiteral("software"), Icon::Software},
        {QStringLiteral("network"), Icon::Network},   {QStringLiteral("access"), Icon::Key},
        {QStringLiteral("mail"), Icon::Mail},         {QStringLiteral("printing"), Icon::Printing},
        {QStringLiteral("phone"), Icon::Phone},
    };
    return icons.value(key, Icon::Other);
}

} // namespace vigie
