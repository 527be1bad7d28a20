// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/text/richdoc.h"

#include <optional>

namespace vigie {

/// A mail's HTML, read into our own safe subset: the only way by which HTML gets on a screen.
/// Scripts, styles and forms are dropped, of what is dropped as markup the words are kept; what was
/// made invisible (display:none, 0 px, …) is not shown. Links lead to http, https and mailto, and to
/// tickets where `ticketLinks` says so, and not elsewhere than their words say; "cid:" pictures are files of the message, remote ones are only named
/// (RichDoc::remotePictures), others are their description. Nothing is ever loaded. Tables that are
/// there for the looks become paragraphs.
/// Nothing when it is longer than richlimits.h allows: the message's plain words are shown then.
/// Linear in its length; pure.
[[nodiscard]] std::optional<RichDoc> sanitizedHtml(const QString &html, bool ticketLinks);

} // namespace vigie
