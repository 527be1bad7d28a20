// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/text/htmlsanitizer.h"

#include "core/text/htmlreading.h"
#include "core/text/richlimits.h"

namespace vigie {

std::optional<RichDoc> sanitizedHtml(const QString &html, bool ticketLinks)
{
    if (html.size() > richlimits::kHtmlLength)
        return std::nullopt;
    HtmlTokens tokens(html);
    HtmlReading reading;
    for (HtmlToken token = tokens.next(); token.kind != HtmlToken::Kind::End;
         token = tokens.next()) {
        reading.take(token);
        if (reading.isFull())
            return std::nullopt;
    }
    const qint64 work = tokens.work() + reading.work();
    RichDoc doc = reading.finish(ticketLinks);
    doc.work = work;
    return doc;
}

} // namespace vigie
