// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/enums.h"

namespace vigie {

template<>
const QList<EnumName<TicketKind>> &enumNames<TicketKind>()
{
    static const QList<EnumName<TicketKind>> names{{TicketKind::Incident, "incident"},
                                                   {TicketKind::Question, "question"},
                                                   {TicketKind::Service, "service"}};
    return names;
}

template<>
const QList<EnumName<State>> &enumNames<State>()
{
    static const QList<EnumName<State>> names{
        {State::New, "new"},
        {State::Open, "open"},
        {State::WaitingRequester, "waiting-requester"},
        {State::WaitingVendor, "waiting-vendor"},
        {State::Scheduled, "scheduled"},
        {State::Resolved, "resolved"},
        {State::Closed, "closed"}};
    return names;
}

template<>
const QList<EnumName<PublicState>> &enumNames<PublicState>()
{
    static const QList<EnumName<PublicState>> names{{PublicState::Received, "received"},
                                                    {PublicState::InProgress, "in-progress"},
                                                    {PublicState::NeedsYou, "needs-you"},
                                                    {PublicState::Fixed, "fixed"},
                                                    {PublicState::Closed, "closed"}};
    return names;
}

template<>
const QList<EnumName<Level>> &enumNames<Level>()
{
    static const QList<EnumName<Level>> names{
        {Level::L1, "L1"}, {Level::L2, "L2"}, {Level::L3, "L3"}, {Level::L4, "L4"}};
    return names;
}

template<>
const QList<EnumName<Impact>> &enumNames<Impact>()
{
    static const QList<EnumName<Impact>> names{{Impact::Company, "company"},
                                               {Impact::Site, "site"},
                                               {Impact::Team, "team"},
                                               {Impact::Person, "person"}};
    return names;
}

template<>
const QList<EnumName<Urgency>> &enumNames<Urgency>()
{
    static const QList<EnumName<Urgency>> names{{Urgency::Blocked, "blocked"},
                                                {Urgency::Hindered, "hindered"},
                                                {Urgency::Annoyed, "annoyed"},
                                                {Urgency::CanWait, "can-wait"}};
    return names;
}

template<>
const QList<EnumName<Priority>> &enumNames<Priority>()
{
    static const QList<EnumName<Priority>> names{{Priority::Critical, "critical"},
                                                 {Priority::High, "high"},
                                                 {Priority::Normal, "normal"},
                                                 {Priority::Low, "low"}};
    return names;
}

template<>
const QList<EnumName<Role>> &enumNames<Role>()
{
    static const QList<EnumName<Role>> names{{Role::Employee, "employee"},
                                             {Role::Agent, "agent"},
                                             {Role::Guardian, "guardian"},
                                             {Role::Admin, "admin"}};
    return names;
}

template<>
const QList<EnumName<MessageKind>> &enumNames<MessageKind>()
{
    static const QList<EnumName<MessageKind>> names{{MessageKind::Report, "report"},
                                                    {MessageKind::Reply, "reply"},
                                                    {MessageKind::Note, "note"},
                                                    {MessageKind::Call, "call"},
                                                    {MessageKind::Event, "event"}};
    return names;
}

template<>
const QList<EnumName<Visibility>> &enumNames<Visibility>()
{
    static const QList<EnumName<Visibility>> names{{Visibility::Public, "public"},
                                                   {Visibility::Internal, "internal"}};
    return names;
}

template<>
const QList<EnumName<LinkKind>> &enumNames<LinkKind>()
{
    static const QList<EnumName<LinkKind>> names{{LinkKind::RelatesTo, "relates-to"},
                                                 {LinkKind::DuplicateOf, "duplicate-of"},
                                                 {LinkKind::ParentOf, "parent-of"},
                                                 {LinkKind::ChildOf, "child-of"},
                                                 {LinkKind::CausedBy, "caused-by"}};
    return names;
}

template<>
const QList<EnumName<Affected>> &enumNames<Affected>()
{
    static const QList<EnumName<Affected>> names{{Affected::Me, "me"},
                                                 {Affected::Colleague, "colleague"},
                                                 {Affected::Team, "team"},
                                                 {Affected::Site, "site"},
                                                 {Affected::Company, "company"}};
    return names;
}

} // namespace vigie
