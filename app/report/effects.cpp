// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/report/effects.h"

#include "core/base/json.h"
#include "core/base/limits.h"
#include "core/base/logging.h"
#include "core/model/ticket.h"

#include <QFile>
#include <QLocale>

namespace vigie {

namespace {

/// The words in a language out of {"en": …, "fr": …}; empty when there are none.
QString wordsIn(const QJsonObject &words, const QString &language)
{
    for (const QString &wanted : {language, QStringLiteral("en")}) {
        if (const QString text = words.value(wanted).toString().simplified(); !text.isEmpty())
            return text.left(limits::kTitleLength);
    }
    for (const QJsonValue &any : words) {
        if (const QString text = any.toString().simplified(); !text.isEmpty())
            return text.left(limits::kTitleLength);
    }
    return {};
}

Result<Effect> effectFrom(const QJsonObject &object, const QString &language)
{
    json::Reader reader(object, QStringLiteral("effect."));
    Effect effect;
    effect.id = reader.text("id", limits::kTagLength);
    effect.category = reader.text("category", limits::kTagLength);
    effect.services = reader.optTexts("services", limits::kServicesPerKit, limits::kTagLength);
    const QString urgency = reader.optText("urgency", limits::kTagLength, nameOf(Urgency::Hindered));
    effect.words = wordsIn(reader.object("words"), language);
    effect.also = wordsIn(reader.optObject("also"), language);
    VIGIE_TRY(reader.done());
    VIGIE_TRY_ASSIGN(proposed, enumFrom<Urgency>(urgency));
    effect.urgency = proposed;
    if (effect.id.isEmpty() || effect.words.isEmpty())
        return fail(ErrorCode::Invalid, QStringLiteral("an effect needs an id and words"));
    if (!categoryKeys().contains(effect.category))
        return fail(ErrorCode::Invalid, QStringLiteral("effect '%1': unknown category").arg(effect.id));
    return effect;
}

} // namespace

Result<QList<Effect>> effectsFrom(const QByteArray &json, const QString &language)
{
    VIGIE_TRY_ASSIGN(object, json::parseObject(json, limits::kEffectsBytes));
    json::Reader reader(object, QStringLiteral("effects."));
    (void)reader.integer("version", 1, 1);
    const QJsonArray array = reader.optArray("effects", limits::kEffects);
    VIGIE_TRY(reader.done());
    QList<Effect> effects;
    QStringList ids;
    for (const QJsonValue &value : array) {
        VIGIE_TRY_ASSIGN(effect, effectFrom(value.toObject(), language));
        if (ids.contains(effect.id))
            return fail(ErrorCode::Invalid, QStringLiteral("effect '%1' is there twice").arg(effect.id));
        ids.append(effect.id);
        effects.append(effect);
    }
    return effects;
}

QList<Effect> builtInEffects()
{
    QFile file(QStringLiteral(":/kit/effects.json"));
    if (!file.open(QIODevice::ReadOnly))
        return {};
    const auto effects = effectsFrom(file.readAll(), QLocale().name().left(2));
    if (!effects)
        qCWarning(lcUi) << "the list of effects cannot be read:" << toLog(effects.error());
    return effects.value_or(QList<Effect>());
}

} // namespace vigie
