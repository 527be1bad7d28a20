// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/shell/keychoices.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <optional>

namespace vigie {

namespace {

bool isUsable(const QKeySequence &keys)
{
    for (int i = 0; i < keys.count(); ++i) {
        if (keys[uint(i)].key() == Qt::Key_unknown)
            return false;
    }
    return !keys.isEmpty();
}

std::optional<QList<QKeySequence>> sequencesFrom(const QJsonValue &value)
{
    if (!value.isArray())
        return std::nullopt;
    QList<QKeySequence> sequences;
    for (const QJsonValue &text : value.toArray()) {
        const auto keys = QKeySequence::fromString(text.toString(), QKeySequence::PortableText);
        if (!isUsable(keys))
            return std::nullopt;
        sequences.append(keys);
    }
    return sequences;
}

} // namespace

QString textOf(const KeyChoices &choices)
{
    if (choices.isEmpty())
        return {};
    QJsonObject object;
    for (auto it = choices.cbegin(); it != choices.cend(); ++it) {
        QJsonArray texts;
        for (const QKeySequence &keys : it.value())
            texts.append(keys.toString(QKeySequence::PortableText));
        object.insert(it.key(), texts);
    }
    return QString::fromUtf8(QJsonDocument(object).toJson(QJsonDocument::Compact));
}

KeyChoices keyChoicesFrom(const QString &text)
{
    KeyChoices choices;
    const QJsonObject object = QJsonDocument::fromJson(text.toUtf8()).object();
    for (auto it = object.begin(); it != object.end(); ++it) {
        if (const auto sequences = sequencesFrom(it.value()))
            choices.insert(it.key(), *sequences);
    }
    return choices;
}

} // namespace vigie
