// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLoggingCategory>
#include <QString>

/// Logging categories, e.g. QT_LOGGING_RULES="vigie.sync=true". Default level: info.
Q_DECLARE_LOGGING_CATEGORY(lcBase)
Q_DECLARE_LOGGING_CATEGORY(lcStore)
Q_DECLARE_LOGGING_CATEGORY(lcNet)
Q_DECLARE_LOGGING_CATEGORY(lcSync)
Q_DECLARE_LOGGING_CATEGORY(lcServer)
Q_DECLARE_LOGGING_CATEGORY(lcUi)

namespace vigie {

/// The text without what must never reach a log: bearer tokens, passwords in JSON or URLs and
/// e-mail addresses. A second net below the rule "never log bodies and headers".
[[nodiscard]] QString redacted(const QString &text);

} // namespace vigie
