// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace vigie {

/// The source as it is handed to the Markdown parser, with what mail and Windows write and Markdown
/// would misread: answers right below a quotation, the signature's "--", backslashes of paths, and
/// deeper piles of "> - >" than anybody means. Code stays untouched. Pure.
[[nodiscard]] QString preparedMarkdown(const QString &source);

} // namespace vigie
