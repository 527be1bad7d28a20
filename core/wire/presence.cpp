// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/wire/presence.h"

#include "core/base/json.h"
#include "core/base/limits.h"
#include "core/base/presencelimits.h"

#include <QSet>

namespace vigie::wire {

namespace {

constexpr qint64 kLastMoment = 253'402'300'799'999; // the end of the year 9999

QString activityName(Activity activity)
{
    return activity == Activity::Writes ? QStringLiteral("writes") : QStringLiteral("looks");
}

Activity activityFrom(json::Reader &reader)
{
    const QString name = reader.text("does", 20);
    if (reader.ok() && name != QLatin1String("looks") && name != QLatin1String("writes"))
        reader.reject("does", QStringLiteral("not an activity"));
    return name == QLatin1String("writes") ? Activity::Writes : Activity::Looks;
}

Result<PresenceNote> noteFrom(const QJsonValue &value)
{
    json::Reader reader(value.toObject(), QStringLiteral("mine."));
    PresenceNote note;
    note.ticket = reader.id<TicketId>("ticket");
    note.activity = activityFrom(reader);
    VIGIE_TRY(reader.done());
    return note;
}

Result<Presence> presenceFrom(const QJsonValue &value)
{
    json::Reader reader(value.toObject(), QStringLiteral("others."));
    Presence one;
    one.ticket = reader.id<TicketId>("ticket");
    one.person = reader.id<PersonId>("person");
    one.name = reader.text("name", limits::kNameLength);
    one.activity = activityFrom(reader);
    one.since = reader.integer("since", 0, kLastMoment);
    VIGIE_TRY(reader.done());
    return one;
}

} // namespace

QJsonObject encode(const PresenceRequest &request)
{
    QJsonArray mine;
    for (const PresenceNote &note : request.mine) {
        mine.append(QJsonObject{{QStringLiteral("ticket"), note.ticket.text()},
                                {QStringLiteral("does"), activityName(note.activity)}});
    }
    QJsonArray about;
    for (const TicketId &ticket : request.about)
        about.append(ticket.text());
    return {{QStringLiteral("mine"), mine},
            {QStringLiteral("about"), about},
            {QStringLiteral("seen"), request.seen},
            {QStringLiteral("waitMs"), request.waitMs}};
}

Result<PresenceRequest> decodePresenceRequest(const QJsonObject &object)
{
    json::Reader reader(object, QStringLiteral("presence."));
    PresenceRequest request;
    const QJsonArray mine = reader.optArray("mine", limits::kPresenceTold);
    request.about = reader.optIds<TicketId>("about", limits::kPresenceAsked);
    request.seen = reader.optText("seen", limits::kPresenceMark);
    request.waitMs = reader.optInteger("waitMs", 0, limits::kLongPollMs, 0);
    QSet<TicketId> told;
    for (const QJsonValue &value : mine) {
        VIGIE_TRY_ASSIGN(note, noteFrom(value));
        if (told.contains(note.ticket))
            reader.reject("mine", QStringLiteral("a ticket twice"));
        told.insert(note.ticket);
        request.mine.append(note);
    }
    VIGIE_TRY(reader.done());
    return request;
}

QJsonObject encode(const PresenceResponse &response)
{
    QJsonArray others;
    for (const Presence &one : response.others) {
        others.append(QJsonObject{{QStringLiteral("ticket"), one.ticket.text()},
                                  {QStringLiteral("person"), one.person.text()},
                                  {QStringLiteral("name"), one.name},
                                  {QStringLiteral("does"), activityName(one.activity)},
                                  {QStringLiteral("since"), one.since}});
    }
    return {{QStringLiteral("others"), others},
            {QStringLiteral("mark"), response.mark},
            {QStringLiteral("serverTime"), response.serverTime}};
}

Result<PresenceResponse> decodePresenceResponse(const QJsonObject &object)
{
    json::Reader reader(object, QStringLiteral("presence."));
    PresenceResponse response;
    const QJsonArray others = reader.optArray(
        "others", qsizetype(limits::kPresenceAsked) * limits::kPresenceShown);
    response.mark = reader.text("mark", limits::kPresenceMark);
    response.serverTime = reader.integer("serverTime", 0, kLastMoment);
    for (const QJsonValue &value : others) {
        VIGIE_TRY_ASSIGN(one, presenceFrom(value));
        response.others.append(one);
    }
    VIGIE_TRY(reader.done());
    return response;
}

} // namespace vigie::wire
