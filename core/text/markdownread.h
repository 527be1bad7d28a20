// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/text/richdoc.h"

namespace vigie {

/// Markdown as people and mail programs write it, read into our own safe subset: CommonMark with
/// tables, task lists and strike-through. A line break is a line break; what is quoted with ">" ends
/// with the last line that has one; paths of Windows and of the network keep their backslashes.
/// HTML in it stays text. Links lead to http, https, mailto and, with `ticketLinks`, to tickets;
/// pictures are files of the same message or their description. What reaches a limit of
/// richlimits.h is shown as plain text. One pass; pure.
[[nodiscard]] RichDoc fromMarkdown(const QString &source, bool ticketLinks);

} // namespace vigie
