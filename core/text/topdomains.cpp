// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/text/topdomains.h"

#include "core/text/scanline.h"

#include <algorithm>

namespace vigie {

namespace {

constexpr QStringView kSure =
    u"com org net edu gov mil int info biz eu fr de be ch lu uk es nl ie pt se dk fi cz sk hu ro "
    u"bg gr hr lt lv ee cy mt us ca au nz jp cn kr br mx ar cl za ma tn sn ci cm dz tr ua ru il "
    u"re gp mq nc pf yt io dev app cloud tech online site xyz agency paris bzh alsace corsica "
    u"local lan intra intranet corp internal localdomain priv private loc domain test example "
    u"invalid onion";
/// Also words, or endings of files and commands: only in links and in names of three parts.
constexpr QStringView kDoubtful = u"it at me is in no to so be ai co pl tv ws id my by ad name pro home";
/// Products that look like hosts.
constexpr QStringView kProducts = u"asp.net vb.net ado.net socket.io paint.net";

bool isLabel(QStringView label)
{
    return !label.isEmpty() && label.size() <= 63 && label.front() != u'-' && label.back() != u'-'
        && !label.contains(u'_');
}

} // namespace

bool isTopDomain(QStringView folded)
{
    return folded.size() <= kLongestTopDomain + 1
        && (isListed(folded, kSure) || isListed(folded, kDoubtful));
}

bool isHostName(const QString &text, bool link)
{
    const qsizetype dot = text.lastIndexOf(QLatin1Char('.'));
    if (dot <= 0)
        return false;
    const QString folded = foldedText(text);
    const QString ending = folded.mid(dot + 1);
    // Program names write their parts with capitals; host names shout or do not.
    const bool quiet = text.mid(dot + 1) == ending || text == text.toUpper();
    if (!quiet || isListed(folded, kProducts))
        return false;
    const QStringList labels = folded.split(QLatin1Char('.'));
    const bool shaped = std::all_of(labels.begin(), labels.end(), [](const QString &label) {
        return isLabel(label);
    });
    const bool lettered = std::any_of(labels.begin(), labels.end() - 1, [](const QString &label) {
        return std::any_of(label.begin(), label.end(), [](QChar c) { return c.isLetter(); });
    });
    if (!shaped || !lettered)
        return false;
    return isListed(ending, kSure) || (isListed(ending, kDoubtful) && (link || labels.size() > 2));
}

} // namespace vigie
