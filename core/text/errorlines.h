// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QString>
#include <QStringList>

namespace vigie {

/// True for a line that reads like an error message: with a code ("0x80070005", "HTTP 503",
/// "ORA-12154", "ERR_CONNECTION_REFUSED") or with words for failure in English, French or German.
/// "No errors" and the names of menus ("Error reporting") are none.
[[nodiscard]] bool looksLikeError(const QString &line);

/// The numbers of the lines that make up the error message of a picture, in order: lines that look
/// like one and single lines between two of them. At most limits::kErrorLines.
[[nodiscard]] QList<qsizetype> errorLines(const QStringList &lines);

/// Those lines as the text for "exact error message", at most limits::kShortTextLength long.
[[nodiscard]] QString errorMessage(const QStringList &lines);

} // namespace vigie
