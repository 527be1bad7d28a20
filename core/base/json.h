// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/ids.h"
#include "core/base/result.h"

#include <QJsonArray>
#include <QJsonObject>
#include <QStringList>

#include <functional>

namespace vigie::json {

/// Parses one JSON object. Refuses anything over `mostBytes`, deeper than limits::kJsonDepth,
/// not UTF-8, or with a duplicate key (Qt would silently keep the last one).
[[nodiscard]] Result<QJsonObject> parseObject(const QByteArray &bytes, qsizetype mostBytes);

/// Compact UTF-8; keys in QJsonObject's sorted order, so equal objects give equal bytes.
[[nodiscard]] QByteArray compact(const QJsonObject &object);

/// Reads fields of one object and remembers the first thing that was wrong, so that a decoder
/// reads top to bottom and checks once: `Reader r(object); x = r.text("x"); return r.done(x)`.
/// Required readers fail when the field is absent or of another type; `opt…` readers return the
/// default when it is absent or null, and fail on another type.
class Reader
{
public:
    explicit Reader(const QJsonObject &object, QString path = {});

    [[nodiscard]] QString text(const char *key, qsizetype most);
    [[nodiscard]] QString optText(const char *key, qsizetype most, const QString &otherwise = {});
    [[nodiscard]] qint64 integer(const char *key, qint64 least, qint64 most);
    [[nodiscard]] qint64 optInteger(const char *key, qint64 least, qint64 most, qint64 otherwise);
    [[nodiscard]] bool optBool(const char *key, bool otherwise);
    [[nodiscard]] QJsonObject object(const char *key);
    [[nodiscard]] QJsonObject optObject(const char *key);
    [[nodiscard]] QJsonArray optArray(const char *key, qsizetype most);
    [[nodiscard]] QStringList optTexts(const char *key, qsizetype mostItems, qsizetype mostLength);
    [[nodiscard]] QJsonValue value(const char *key) const;

    template<class T>
    [[nodiscard]] T id(const char *key)
    {
        return parsedId<T>(key, text(key, 36));
    }
    template<class T>
    [[nodiscard]] T optId(const char *key)
    {
        const QString found = optText(key, 36);
        return found.isEmpty() ? T() : parsedId<T>(key, found);
    }

    /// At most so many; empty when one of them is no id, which is reported.
    template<class T>
    [[nodiscard]] QList<T> optIds(const char *key, qsizetype most)
    {
        QList<T> ids;
        const QStringList texts = optTexts(key, most, 36);
        for (const QString &found : texts) {
            const Result<T> id = T::parse(found);
            if (!id) {
                reject(key, QStringLiteral("not an id"));
                return {};
            }
            ids.append(*id);
        }
        return ids;
    }

    /// Reports a broken rule found by the caller.
    void reject(const char *key, const QString &why);
    [[nodiscard]] bool ok() const { return m_error.isEmpty(); }
    [[nodiscard]] Done done() const;

private:
    template<class T>
    [[nodiscard]] T parsedId(const char *key, const QString &found)
    {
        if (!ok())
            return T();
        const Result<T> parsed = T::parse(found);
        if (!parsed) {
            reject(key, QStringLiteral("not an id"));
            return T();
        }
        return *parsed;
    }

    QJsonObject m_object;
    QString m_path;
    QString m_error;
};

} // namespace vigie::json
