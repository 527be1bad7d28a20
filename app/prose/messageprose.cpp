// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/prose/messageprose.h"

#include "core/text/htmlsanitizer.h"
#include "core/text/markdownread.h"

namespace vigie {

RichDoc messageProse(const QString &body, const QString &html, bool ticketLinks)
{
    if (!html.isEmpty()) {
        if (std::optional<RichDoc> doc = sanitizedHtml(html, ticketLinks); doc && !doc->blocks.isEmpty())
            return *std::move(doc);
    }
    return fromMarkdown(body, ticketLinks);
}

int pictureIndex(const QString &picture, const QStringList &names, const QStringList &ids)
{
    if (const qsizetype byId = ids.indexOf(picture); byId >= 0 && !picture.isEmpty())
        return int(byId);
    if (const qsizetype byName = names.indexOf(picture); byName >= 0)
        return int(byName);
    // Mail programs make ids of names: "image001.png@01DA6C2E.5F1B0A90".
    return int(names.indexOf(picture.section(QLatin1Char('@'), 0, 0)));
}

} // namespace vigie
