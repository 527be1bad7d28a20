// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <QHash>
#include <QJsonObject>

#include <functional>

namespace vigie::e2e {

/// Answers one command: {"ok":true,…} or {"ok":false,"error":"StoreFull","detail":"…"}.
using Reply = std::function<void(const QJsonObject &answer)>;
using Handler = std::function<void(const QJsonObject &arguments, const Reply &reply)>;

[[nodiscard]] inline QJsonObject good(QJsonObject answer = {})
{
    answer.insert(QStringLiteral("ok"), true);
    return answer;
}

[[nodiscard]] inline QJsonObject bad(const Error &error)
{
    return {{QStringLiteral("ok"), false},
            {QStringLiteral("error"), errorName(error.code)},
            {QStringLiteral("detail"), error.detail}};
}

/// The words this client understands.
class CommandTable
{
public:
    void add(const char *name, Handler handler)
    {
        m_handlers.insert(QLatin1String(name), std::move(handler));
    }
    /// Answers exactly once, now or later; at once for words that are not in the table.
    void run(const QJsonObject &command, const Reply &reply) const
    {
        const QString name = command.value(QLatin1String("do")).toString();
        const auto found = m_handlers.constFind(name);
        if (found == m_handlers.constEnd())
            return reply(bad({ErrorCode::Invalid, QStringLiteral("no command '%1'").arg(name), {}}));
        (*found)(command, reply);
    }

private:
    QHash<QString, Handler> m_handlers;
};

} // namespace vigie::e2e
