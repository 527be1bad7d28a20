// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/json.h"

#include "core/base/limits.h"

#include <QJsonDocument>
#include <QSet>
#include <QVarLengthArray>

#include <cmath>

namespace vigie::json {

namespace {

/// Walks the tokens once for what QJsonDocument does not tell: depth and duplicate keys.
/// Runs only on text that QJsonDocument already accepted, so it need not judge the grammar.
class ShapeCheck
{
public:
    explicit ShapeCheck(const QByteArray &bytes) : m_bytes(bytes) {}

    [[nodiscard]] QString problem()
    {
        for (m_at = 0; m_at < m_bytes.size(); ++m_at) {
            const char c = m_bytes[m_at];
            if (c == '{' || c == '[') {
                if (m_levels.size() >= limits::kJsonDepth)
                    return QStringLiteral("nested too deeply");
                m_levels.append({c == '{', c == '{', {}});
            } else if (c == '}' || c == ']') {
                if (!m_levels.isEmpty())
                    m_levels.removeLast();
            } else if (c == ',') {
                if (!m_levels.isEmpty())
                    m_levels.last().expectKey = m_levels.last().isObject;
            } else if (c == '"' && !onString()) {
                return QStringLiteral("duplicate key");
            }
        }
        return {};
    }

private:
    struct Level {
        bool isObject;
        bool expectKey;
        QSet<QString> keys;
    };

    /// False when the string is a key that the object already has.
    bool onString()
    {
        const qsizetype start = m_at;
        for (++m_at; m_at < m_bytes.size() && m_bytes[m_at] != '"'; ++m_at) {
            if (m_bytes[m_at] == '\\')
                ++m_at;
        }
        if (m_levels.isEmpty() || !m_levels.last().expectKey)
            return true;
        Level &level = m_levels.last();
        level.expectKey = false;
        const QByteArray raw = m_bytes.mid(start, m_at - start + 1);
        // Escapes in keys are decoded by Qt itself, so that "a" and "\u0061" count as one.
        const QString key = raw.contains('\\')
            ? QJsonDocument::fromJson("[" + raw + "]").array().at(0).toString()
            : QString::fromUtf8(raw.mid(1, raw.size() - 2));
        const qsizetype before = level.keys.size();
        level.keys.insert(key);
        return level.keys.size() != before;
    }

    const QByteArray &m_bytes;
    qsizetype m_at = 0;
    QList<Level> m_levels;
};

} // namespace

Result<QJsonObject> parseObject(const QByteArray &bytes, qsizetype mostBytes)
{
    if (bytes.size() > mostBytes)
        return fail(ErrorCode::TooLarge, QStringLiteral("JSON of %1 bytes").arg(bytes.size()));
    QJsonParseError parseError;
    const QJsonDocument document = QJsonDocument::fromJson(bytes, &parseError);
    if (parseError.error != QJsonParseError::NoError)
        return fail(ErrorCode::Invalid, QStringLiteral("JSON: %1").arg(parseError.errorString()));
    if (!document.isObject())
        return fail(ErrorCode::Invalid, QStringLiteral("JSON: not an object"));
    if (const QString problem = ShapeCheck(bytes).problem(); !problem.isEmpty())
        return fail(ErrorCode::Invalid, QStringLiteral("JSON: %1").arg(problem));
    return document.object();
}

QByteArray compact(const QJsonObject &object)
{
    return QJsonDocument(object).toJson(QJsonDocument::Compact);
}

Reader::Reader(const QJsonObject &object, QString path) : m_object(object), m_path(std::move(path))
{
}

QJsonValue Reader::value(const char *key) const
{
    return m_object.value(QLatin1String(key));
}

void Reader::reject(const char *key, const QString &why)
{
    if (m_error.isEmpty())
        m_error = QStringLiteral("%1%2: %3").arg(m_path, QLatin1String(key), why);
}

Done Reader::done() const
{
    if (!ok())
        return fail(ErrorCode::Invalid, m_error);
    return {};
}

QString Reader::text(const char *key, qsizetype most)
{
    const QJsonValue found = value(key);
    if (!found.isString()) {
        reject(key, QStringLiteral("text expected"));
        return {};
    }
    const QString result = found.toString();
    if (result.size() > most) {
        reject(key, QStringLiteral("longer than %1").arg(most));
        return {};
    }
    if (!result.isValidUtf16() || result.contains(QChar(0))) {
        reject(key, QStringLiteral("not proper Unicode text"));
        return {};
    }
    return result;
}

QString Reader::optText(const char *key, qsizetype most, const QString &otherwise)
{
    const QJsonValue found = value(key);
    return found.isUndefined() || found.isNull() ? otherwise : text(key, most);
}

qint64 Reader::integer(const char *key, qint64 least, qint64 most)
{
    const QJsonValue found = value(key);
    const double number = found.toDouble(0);
    if (!found.isDouble() || std::trunc(number) != number || std::abs(number) > 9007199254740992.0) {
        reject(key, QStringLiteral("integer expected"));
        return least;
    }
    const qint64 result = found.toInteger();
    if (result < least || result > most) {
        reject(key, QStringLiteral("out of range"));
        return least;
    }
    return result;
}

qint64 Reader::optInteger(const char *key, qint64 least, qint64 most, qint64 otherwise)
{
    const QJsonValue found = value(key);
    return found.isUndefined() || found.isNull() ? otherwise : integer(key, least, most);
}

bool Reader::optBool(const char *key, bool otherwise)
{
    const QJsonValue found = value(key);
    if (found.isUndefined() || found.isNull())
        return otherwise;
    if (!found.isBool())
        reject(key, QStringLiteral("true or false expected"));
    return found.toBool(otherwise);
}

QJsonObject Reader::object(const char *key)
{
    if (!value(key).isObject())
        reject(key, QStringLiteral("object expected"));
    return value(key).toObject();
}

QJsonObject Reader::optObject(const char *key)
{
    const QJsonValue found = value(key);
    return found.isUndefined() || found.isNull() ? QJsonObject() : object(key);
}

QJsonArray Reader::optArray(const char *key, qsizetype most)
{
    const QJsonValue found = value(key);
    if (found.isUndefined() || found.isNull())
        return {};
    if (!found.isArray()) {
        reject(key, QStringLiteral("list expected"));
        return {};
    }
    const QJsonArray result = found.toArray();
    if (result.size() > most) {
        reject(key, QStringLiteral("more than %1 items").arg(most));
        return {};
    }
    return result;
}

QStringList Reader::optTexts(const char *key, qsizetype mostItems, qsizetype mostLength)
{
    QStringList result;
    const QJsonArray items = optArray(key, mostItems);
    for (const QJsonValue &item : items) {
        if (!item.isString() || item.toString().size() > mostLength) {
            reject(key, QStringLiteral("short texts expected"));
            return {};
        }
        result.append(item.toString());
    }
    return result;
}

} // namespace vigie::json
