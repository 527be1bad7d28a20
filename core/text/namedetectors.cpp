// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/limits.h"
#include "core/text/detectors.h"
#include "core/text/secretlabels.h"

#include <algorithm>

namespace vigie::detect {

namespace {

constexpr qsizetype kShortestName = 3;
constexpr QStringView kSharedFolders = u"public default all shared guest invite defaultuser0 www";

bool isLoginChar(QChar c)
{
    return c.isLetterOrNumber() || c == QLatin1Char('.') || c == QLatin1Char('_')
        || c == QLatin1Char('-');
}

struct Wanted {
    QStringList parts;  ///< of names, folded; start with a capital where they are found
    QStringList logins; ///< folded
};

Wanted wantedNames(const SensitiveRules &rules)
{
    constexpr qsizetype kMostParts = 32;
    Wanted wanted;
    for (const QString &name : rules.names) {
        const QStringList parts = foldedText(name.left(limits::kNameLength))
                                      .split(QLatin1Char(' '), Qt::SkipEmptyParts);
        for (const QString &part : parts) {
            if (part.size() >= kShortestName && wanted.parts.size() < kMostParts)
                wanted.parts.append(part);
        }
    }
    for (const QString &login : rules.logins) {
        if (login.size() >= kShortestName && wanted.logins.size() < kMostParts)
            wanted.logins.append(foldedText(login.left(limits::kNameLength)));
    }
    return wanted;
}

bool isOwn(const ScanLine &line, qsizetype i, const Wanted &wanted, QList<Span> &found)
{
    const auto fits = [&line, i](const QString &text) {
        return readsAs(line, i, text) && !line.isAlnum(i + text.size());
    };
    const bool capital = line.at(i).isUpper();
    for (const QString &part : wanted.parts) {
        if (capital && fits(part)) {
            found.append({i, i + part.size()});
            return true;
        }
    }
    for (const QString &login : wanted.logins) {
        if (fits(login)) {
            found.append({i, i + login.size()});
            return true;
        }
    }
    return false;
}

/// The login behind "…\Users\" and in the folders of people on other systems.
void findHomeFolder(const ScanLine &line, qsizetype i, QList<Span> &found)
{
    constexpr qsizetype kLongestLogin = 64;
    for (const QStringView folder : {QStringView(u"users"), QStringView(u"home"),
                                     QStringView(u"utilisateurs")}) {
        const qsizetype slash = i + folder.size();
        const char16_t before = line.folded(i - 1);
        const char16_t after = line.folded(slash);
        if ((before != u'\\' && before != u'/') || (after != u'\\' && after != u'/')
            || !readsAs(line, i, folder))
            continue;
        qsizetype end = slash + 1;
        while (end - slash < kLongestLogin && isLoginChar(line.at(end)))
            ++end;
        const QString login = foldedText(line.text({slash + 1, end}));
        if (!login.isEmpty() && !isListed(login, kSharedFolders))
            found.append({slash + 1, end});
    }
}

/// "DOMAIN\login": capitals before the only backslash, small letters after it.
bool isDomainLogin(const QString &word)
{
    constexpr qsizetype kLongest = 80;
    const qsizetype slash = word.indexOf(QLatin1Char('\\'));
    if (slash < 2 || word.size() > kLongest || word.count(QLatin1Char('\\')) != 1
        || word.startsWith(QLatin1String("HK")))
        return false;
    const auto domain = QStringView(word).first(slash);
    const auto login = QStringView(word).mid(slash + 1);
    return login.size() >= 2 && std::all_of(domain.begin(), domain.end(), [](QChar c) {
        return c.isUpper() || c.isDigit() || c == QLatin1Char('-');
    }) && std::all_of(login.begin(), login.end(), isLoginChar)
        && std::any_of(login.begin(), login.end(), [](QChar c) { return c.isLower(); });
}

} // namespace

void names(const ScanLine &line, const SensitiveRules &rules, QList<Span> &found)
{
    const Wanted wanted = wantedNames(rules);
    for (qsizetype i = 0; i < line.size(); ++i) {
        if (!line.isAlnum(i) || line.isAlnum(i - 1))
            continue;
        if (!isOwn(line, i, wanted, found))
            findHomeFolder(line, i, found);
    }
    constexpr qsizetype kLongestWord = 100;
    for (const Span &word : line.words()) {
        if (word.end - word.begin > kLongestWord)
            continue;
        QString text = line.text(word);
        while (!text.isEmpty() && !isLoginChar(text.back()))
            text.chop(1);
        while (!text.isEmpty() && !text.front().isLetterOrNumber())
            text.remove(0, 1);
        if (isDomainLogin(text))
            found.append(word);
    }
}

void sitePatterns(const ScanLine &line, const SensitiveRules &rules, QList<Span> &found)
{
    const auto used = std::min<qsizetype>(rules.sitePatterns.size(), limits::kSitePatterns);
    for (qsizetype i = 0; i < line.size() && used > 0; ++i) {
        if (!line.wordAt(i).contains({i, i + 1}) || (line.isAlnum(i) && line.isAlnum(i - 1)))
            continue;
        for (qsizetype n = 0; n < used; ++n) {
            if (const auto match = rules.sitePatterns[n].matchAt(line, i))
                found.append(*match);
        }
    }
}

} // namespace vigie::detect
