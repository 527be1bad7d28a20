// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/requests/channels.h"

#include "core/base/json.h"
#include "core/base/limits.h"
#include "core/base/logging.h"

#include <QFile>

#include <optional>

namespace vigie {

namespace {

constexpr int kLongStory = 600; ///< letters
constexpr int kManyPeople = 5;

std::optional<Channel> channelFrom(const QString &name)
{
    if (name == QLatin1String("ticket"))
        return Channel::Ticket;
    if (name == QLatin1String("phone"))
        return Channel::Phone;
    if (name == QLatin1String("chat"))
        return Channel::Chat;
    return std::nullopt;
}

std::optional<Complexity> complexityFrom(const QString &name)
{
    if (name == QLatin1String("simple"))
        return Complexity::Simple;
    if (name == QLatin1String("involved"))
        return Complexity::Involved;
    return std::nullopt;
}

Done readAdvice(const QJsonObject &object, ChannelTable &table)
{
    json::Reader reader(object, QStringLiteral("advice."));
    const QString urgency = reader.text("urgency", limits::kTagLength);
    const QString complexity = reader.text("complexity", limits::kTagLength);
    const QStringList names = reader.optTexts("channels", 3, limits::kTagLength);
    VIGIE_TRY(reader.done());
    VIGIE_TRY_ASSIGN(howBad, enumFrom<Urgency>(urgency));
    const auto howHard = complexityFrom(complexity);
    if (!howHard)
        return fail(ErrorCode::Invalid, QStringLiteral("unknown complexity '%1'").arg(complexity));
    QList<Channel> channels;
    for (const QString &name : names) {
        const auto channel = channelFrom(name);
        if (!channel)
            return fail(ErrorCode::Invalid, QStringLiteral("unknown channel '%1'").arg(name));
        channels.append(*channel);
    }
    table.advice.insert({int(howBad), int(*howHard)}, channels);
    return {};
}

} // namespace

QList<Channel> ChannelTable::channelsFor(Urgency urgency, Complexity complexity) const
{
    const QList<Channel> channels = advice.value({int(urgency), int(complexity)});
    return channels.isEmpty() ? QList<Channel>{Channel::Ticket} : channels;
}

bool ChannelTable::isFollowedUp(Channel channel) const
{
    return followedUp.value(int(channel), channel == Channel::Ticket);
}

Result<ChannelTable> channelsFrom(const QByteArray &json)
{
    VIGIE_TRY_ASSIGN(object, json::parseObject(json, limits::kEffectsBytes));
    json::Reader reader(object, QStringLiteral("channels."));
    (void)reader.integer("version", 1, 1);
    const QJsonArray advice = reader.optArray("advice", 100);
    const QJsonObject followed = reader.optObject("followedUp");
    VIGIE_TRY(reader.done());
    ChannelTable table;
    for (auto it = followed.begin(); it != followed.end(); ++it) {
        const auto channel = channelFrom(it.key());
        if (!channel || !it.value().isBool())
            return fail(ErrorCode::Invalid, QStringLiteral("unknown channel '%1'").arg(it.key()));
        table.followedUp.insert(int(*channel), it.value().toBool());
    }
    for (const QJsonValue &row : advice)
        VIGIE_TRY(readAdvice(row.toObject(), table));
    return table;
}

ChannelTable builtInChannels()
{
    QFile file(QStringLiteral(":/kit/channels.json"));
    if (!file.open(QIODevice::ReadOnly))
        return {};
    const auto table = channelsFrom(file.readAll());
    if (!table)
        qCWarning(lcUi) << "the table of channels cannot be read:" << toLog(table.error());
    return table.value_or(ChannelTable());
}

Complexity complexityOf(const Kit &kit, int files)
{
    const bool involved = files > 0 || !kit.errorText.isEmpty() || kit.what.size() > kLongStory
        || kit.people >= kManyPeople;
    return involved ? Complexity::Involved : Complexity::Simple;
}

} // namespace vigie
