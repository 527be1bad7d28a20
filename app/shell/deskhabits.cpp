// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/shell/deskhabits.h"

#include <QJsonDocument>
#include <QJsonObject>

#include <array>

namespace vigie {

namespace {

const QString kContext = QStringLiteral("context");
const QString kContextWidth = QStringLiteral("contextWidth");
const QString kListAbove = QStringLiteral("listAbove");
const QString kListAboveIn = QStringLiteral("listAboveIn");
const QString kBeside = QStringLiteral("besideSizes");
const QString kWindowGeometry = QStringLiteral("windowGeometry");
const QString kAfterAnswer = QStringLiteral("afterAnswer");
const QString kShowPresence = QStringLiteral("showPresence");
const QString kAbove = QStringLiteral("aboveSizes");

/// In the order of AfterAnswer.
constexpr std::array<const char *, 4> kAfterNames{"stay", "close", "closeIfEnded", "next"};

QString base64(const QByteArray &bytes)
{
    return QString::fromLatin1(bytes.toBase64());
}

QByteArray bytesFrom(const QJsonValue &value)
{
    return QByteArray::fromBase64(value.toString().toLatin1());
}

} // namespace

QString DeskHabits::toText() const
{
    QJsonObject places;
    for (auto it = listAboveIn.cbegin(); it != listAboveIn.cend(); ++it)
        places.insert(it.key(), it.value());
    const QJsonObject object{{kContext, context},
                             {kContextWidth, contextWidth},
                             {kListAbove, listAbove},
                             {kListAboveIn, places},
                             {kBeside, base64(besideSizes)},
                             {kAbove, base64(aboveSizes)},
                             {kWindowGeometry, base64(windowGeometry)},
                             {kShowPresence, showPresence},
                             {kAfterAnswer, QLatin1String(kAfterNames[size_t(afterAnswer)])}};
    return QString::fromUtf8(QJsonDocument(object).toJson(QJsonDocument::Compact));
}

DeskHabits DeskHabits::fromText(const QString &text)
{
    DeskHabits habits;
    const QJsonObject object = QJsonDocument::fromJson(text.toUtf8()).object();
    habits.context = object.value(kContext).toBool(habits.context);
    habits.contextWidth = object.value(kContextWidth).toInt(habits.contextWidth);
    habits.listAbove = object.value(kListAbove).toBool(habits.listAbove);
    const QJsonObject places = object.value(kListAboveIn).toObject();
    for (auto it = places.begin(); it != places.end(); ++it) {
        if (it.value().isBool())
            habits.listAboveIn.insert(it.key(), it.value().toBool());
    }
    habits.besideSizes = bytesFrom(object.value(kBeside));
    habits.aboveSizes = bytesFrom(object.value(kAbove));
    habits.windowGeometry = bytesFrom(object.value(kWindowGeometry));
    habits.showPresence = object.value(kShowPresence).toBool(habits.showPresence);
    const QString after = object.value(kAfterAnswer).toString();
    for (size_t i = 0; i < kAfterNames.size(); ++i) {
        if (after == QLatin1String(kAfterNames[i]))
            habits.afterAnswer = AfterAnswer(i);
    }
    return habits;
}

} // namespace vigie
