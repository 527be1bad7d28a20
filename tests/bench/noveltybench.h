// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <QString>

namespace vigie::bench {

/// Plays tickets that are made of the articles of a JSON-lines file (id, lang, title, markdown), every
/// `stride`-th article of each language, against the others of that language, and prints how often
/// the judgement was right: a half of an article must find it, one whose article was left out must
/// be new, one that knows a half more must be an addition, one that knows the same must be nothing. Then the time
/// of a judgement.
[[nodiscard]] Done measureNovelty(const QString &jsonLines, int stride, int rounds);

} // namespace vigie::bench
