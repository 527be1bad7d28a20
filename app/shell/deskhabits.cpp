// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/shell/deskhabits.h"

#include <QJsonDocument>
#include <QJsonObject>

namespace vigie {

namespace {

const QString kContext = QStringLiteral("context");
const QString kContextWidth = QStringLiteral("contextWidth");
const QString kListAbove = QStringLiteral("listAbove");
const QString kListAboveIn = QStringLiteral("listAboveIn");
const QString kBeside = QStringLiteral("besideSizes");
const QString kAbove = QStringLiteral("aboveSizes");

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
                             {kAbove, base64(aboveSizes)}};
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
    return habits;
}

} // namespace vigie
