// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/text/richdoc.h"

#include <QHash>

namespace vigie {

/// What an element is to us.
enum class HtmlRole {
    Inline, ///< also everything unknown
    Bold,
    Italic,
    Strike,
    Underline,
    Code,
    Link,
    Line,      ///< div and its like: begins and ends a line
    Paragraph,
    Heading,
    Quote,
    List,
    Numbers,
    Item,
    Preformatted,
    Table,
    Row,
    Cell,
    Break,
    Rule,
    Picture,
    Input,
    Nothing, ///< what has no content and no looks: meta, link, …
    Hidden,  ///< not shown whatever it holds
};

[[nodiscard]] HtmlRole htmlRole(const QString &name);
/// Elements that hold nothing and are never closed.
[[nodiscard]] bool isVoidHtml(HtmlRole role);
/// What the parts of a table are closed by, and nothing else within them.
[[nodiscard]] bool isTablePart(HtmlRole role);

using HtmlAttributes = QHash<QString, QString>;

/// Made invisible by its attributes.
[[nodiscard]] bool isHiddenHtml(const HtmlAttributes &attributes);
/// A paragraph without distance from the next one, as Outlook writes lines.
[[nodiscard]] bool isDenseHtml(const HtmlAttributes &attributes);
/// What an element and its style add to how words look.
[[nodiscard]] RichStyles htmlStyles(HtmlRole role, const HtmlAttributes &attributes);

} // namespace vigie
