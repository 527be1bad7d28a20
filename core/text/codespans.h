// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/text/scanline.h"

namespace vigie {

/// The stretches of a Markdown text that are code: fenced blocks, indented blocks and what stands
/// between backticks. A fence or a backtick that is not closed yet reaches to the end of the text
/// or of its line, because somebody is just writing there. In order, without overlap. One walk over
/// the text; pure.
[[nodiscard]] QList<Span> codeSpans(const QString &text);

/// Whether one of the stretches holds the character at `at`.
[[nodiscard]] bool isWithin(const QList<Span> &spans, qsizetype at);

} // namespace vigie
