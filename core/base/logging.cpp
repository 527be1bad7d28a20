// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/logging.h"

#include <QRegularExpression>

Q_LOGGING_CATEGORY(lcBase, "vigie.base", QtInfoMsg)
Q_LOGGING_CATEGORY(lcStore, "vigie.store", QtInfoMsg)
Q_LOGGING_CATEGORY(lcNet, "vigie.net", QtInfoMsg)
Q_LOGGING_CATEGORY(lcSync, "vigie.sync", QtInfoMsg)
Q_LOGGING_CATEGORY(lcServer, "vigie.server", QtInfoMsg)
Q_LOGGING_CATEGORY(lcUi, "vigie.ui", QtInfoMsg)

namespace vigie {

QString redacted(const QString &text)
{
    static const QRegularExpression bearer(QStringLiteral(R"((?i)(bearer|token)[ =:"]+[^\s",;]+)"));
    static const QRegularExpression secretField(
        QStringLiteral(R"re((?i)"(password|token|secret)"\s*:\s*"(?:[^"\\]|\\.)*")re"));
    static const QRegularExpression urlPassword(QStringLiteral(R"(://[^/@\s]+@)"));
    static const QRegularExpression mail(QStringLiteral(R"([\w.+-]+@[\w-]+(\.[\w-]+)+)"));
    QString result = text;
    result.replace(secretField, QStringLiteral(R"("\1":"[hidden]")"));
    result.replace(urlPassword, QStringLiteral("://[hidden]@"));
    result.replace(bearer, QStringLiteral(R"(\1 [hidden])"));
    result.replace(mail, QStringLiteral("[e-mail]"));
    return result;
}

} // namespace vigie
