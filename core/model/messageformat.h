// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/message.h"

/// How a message says that it came as an HTML mail. Its `body` holds the words as plain text, for
/// searching, quoting, notices and devices that know no HTML; params["html"] holds the HTML as it
/// came, at most kHtmlParamLength characters (a longer one is left out), and params["cid.ID"] the
/// SHA-256 of the attachment that the HTML names "cid:ID". Whoever takes mail in (a server's
/// adapter) makes `body` of the same HTML, so that the two cannot tell different stories:
/// plainText(*sanitizedHtml(html, false)).
namespace vigie {

inline constexpr qsizetype kHtmlParamLength = 512 * 1024;

/// The HTML of a message; empty = its body is Markdown.
[[nodiscard]] inline QString htmlOf(const Message &message)
{
    return message.params.value(QStringLiteral("html"));
}

/// The name by which the HTML calls an attachment; empty = by none.
[[nodiscard]] inline QString contentIdOf(const Message &message, const Attachment &file)
{
    const QString key = message.params.key(file.sha256);
    return key.startsWith(QLatin1String("cid.")) ? key.mid(4) : QString();
}

} // namespace vigie
