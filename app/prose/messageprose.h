// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/text/richdoc.h"

namespace vigie {

/// A message's words as they may be shown: its HTML when it has one that can be read, otherwise
/// `body` as Markdown. `ticketLinks`: the reader can open tickets by their numbers.
[[nodiscard]] RichDoc messageProse(const QString &body, const QString &html, bool ticketLinks);

/// The file that a picture in a text means, by index; -1 = none of them. `names` are the files'
/// names, `ids` their content ids where they came with one.
[[nodiscard]] int pictureIndex(const QString &picture, const QStringList &names,
                               const QStringList &ids);

} // namespace vigie
