// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace vigie {

inline constexpr int kLongestTopDomain = 10;

/// True for the last part of common host names, in lower case: countries, the usual generic ones
/// and those of private networks ("local", "lan", "intra", …).
[[nodiscard]] bool isTopDomain(QStringView folded);

/// True when a text of letters, digits, dots and dashes is a full host name and neither a file
/// ("report.pdf") nor a name in a program ("System.Net.Http"). `link` says that it stands in a
/// link, which settles doubtful endings.
[[nodiscard]] bool isHostName(const QString &text, bool link);

} // namespace vigie
