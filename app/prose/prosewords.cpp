// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/prose/prosewords.h"

#include "core/text/links.h"

namespace vigie {

namespace {
constexpr int kLinksInMenu = 20; // a menu that fills the screen helps nobody
constexpr int kAddressInMenu = 60;
} // namespace

QList<RichTarget> ProseWords::linksForMenu(const RichDoc &doc)
{
    QList<RichTarget> links;
    for (const RichTarget &target : doc.targets) {
        if (target.kind != RichTarget::Kind::Picture && !links.contains(target)
            && links.size() < kLinksInMenu)
            links.append(target);
    }
    return links;
}

QString ProseWords::openLink(const RichTarget &target)
{
    const QString where = target.kind == RichTarget::Kind::Ticket
        ? QLatin1Char('#') + target.name
        : realTarget(target.url).left(kAddressInMenu);
    return tr("Open %1").arg(where).replace(QLatin1Char('&'), QLatin1String("&&"));
}

} // namespace vigie
