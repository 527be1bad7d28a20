// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/text/detectors.h"
#include "core/text/secretlabels.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace vigie {

namespace detect {

namespace {

/// How a known token starts, and how many characters follow at least.
struct TokenPrefix {
    QStringView start; ///< lower case
    qsizetype least;
    bool exactCase;    ///< starts as `written` in its letters' case
    QStringView written;
};

constexpr std::array kTokenPrefixes{
    TokenPrefix{u"ghp_", 8, false, {}},        TokenPrefix{u"gho_", 8, false, {}},
    TokenPrefix{u"ghu_", 8, false, {}},        TokenPrefix{u"ghs_", 8, false, {}},
    TokenPrefix{u"ghr_", 8, false, {}},        TokenPrefix{u"github_pat_", 8, false, {}},
    TokenPrefix{u"glpat-", 8, false, {}},      TokenPrefix{u"gldt-", 8, false, {}},
    TokenPrefix{u"glrt-", 8, false, {}},       TokenPrefix{u"xoxb-", 6, false, {}},
    TokenPrefix{u"xoxp-", 6, false, {}},       TokenPrefix{u"xoxa-", 6, false, {}},
    TokenPrefix{u"xoxr-", 6, false, {}},       TokenPrefix{u"xoxs-", 6, false, {}},
    TokenPrefix{u"xapp-", 6, false, {}},       TokenPrefix{u"sk_live_", 8, false, {}},
    TokenPrefix{u"rk_live_", 8, false, {}},    TokenPrefix{u"sk_test_", 8, false, {}},
    TokenPrefix{u"sk-", 20, false, {}},        TokenPrefix{u"npm_", 16, false, {}},
    TokenPrefix{u"pypi-", 16, false, {}},      TokenPrefix{u"dop_v1_", 16, false, {}},
    TokenPrefix{u"hf_", 20, false, {}},        TokenPrefix{u"ya29.", 12, false, {}},
    TokenPrefix{u"sg.", 16, true, u"SG."},     TokenPrefix{u"akia", 13, true, u"AKIA"},
    TokenPrefix{u"asia", 13, true, u"ASIA"},   TokenPrefix{u"aiza", 20, true, u"AIza"},
    TokenPrefix{u"eyj", 12, true, u"eyJ"},     TokenPrefix{u"ey jhb", 8, true, u"ey Jhb"},
};

bool isTokenChar(QChar c)
{
    return (c.unicode() < 0x80 && c.isLetterOrNumber()) || c == QLatin1Char('_')
        || c == QLatin1Char('-') || c == QLatin1Char('=') || c == QLatin1Char('+');
}

/// Capitals stand where the prefix has them (digits read for letters do not count).
bool sameCase(const ScanLine &line, qsizetype from, QStringView written)
{
    for (qsizetype i = 0; i < written.size(); ++i) {
        const QChar c = line.at(from + i);
        if (c.isLetter() && c.isUpper() != written[i].isUpper() && c != QLatin1Char('l'))
            return false;
    }
    return true;
}

/// Where the token characters from `from` on end, looking at `most` of them.
qsizetype tokenEnd(const ScanLine &line, qsizetype from, qsizetype most)
{
    qsizetype end = from;
    while (end - from < most && isTokenChar(line.at(end)))
        ++end;
    return end;
}

bool hasDigit(const QString &text)
{
    return std::any_of(text.begin(), text.end(), [](QChar c) { return c.isDigit(); });
}

/// The keys of one provider have no small letters, and not always a digit.
bool isCapitals(const QString &text)
{
    return text.size() >= 10 && std::all_of(text.begin(), text.end(), [](QChar c) {
        return c.isUpper() || c.isDigit() || c == QLatin1Char('l');
    });
}

/// The end of the shortest stretch that proves a known token at `from`; -1 for none.
qsizetype knownTokenEnd(const ScanLine &line, qsizetype from)
{
    constexpr qsizetype kLookedAt = 40;
    constexpr qsizetype kShortestSure = 16;
    if (line.isAlnum(from - 1))
        return -1;
    for (const TokenPrefix &prefix : kTokenPrefixes) {
        if (!readsAs(line, from, prefix.start)
            || (prefix.exactCase && !sameCase(line, from, prefix.written)))
            continue;
        const qsizetype body = from + prefix.start.size();
        const qsizetype end = tokenEnd(line, body, kLookedAt);
        const QString start = line.text({body, end});
        const bool capitals = prefix.written.size() == 4 && isCapitals(start);
        // Nothing but a token starts like this, and some have no digit.
        const bool sure = prefix.least <= 8 && end - body >= kShortestSure;
        if (end - body >= prefix.least && (capitals || sure || hasDigit(start)))
            return end;
    }
    return -1;
}

/// Shannon entropy, bits a character.
double entropy(const QString &text)
{
    std::array<int, 128> counts{};
    for (const QChar c : text)
        ++counts[std::min<std::size_t>(c.unicode(), counts.size() - 1)];
    double bits = 0;
    for (const int count : counts) {
        if (count > 0) {
            const double share = double(count) / double(text.size());
            bits -= share * std::log2(share);
        }
    }
    return bits;
}

int charClass(QChar c)
{
    return c.isDigit() ? 0 : c.isUpper() ? 1 : c.isLower() ? 2 : 3;
}

/// Long and without the rhythm of words: names in programs change between small letters, capitals
/// and digits at every seventh character or so, random ones at every second.
bool looksRandom(const QString &text)
{
    constexpr qsizetype kShortestHex = 32;
    constexpr qsizetype kShortest = 24;
    constexpr double kLeastEntropy = 3.5;
    constexpr double kLeastChanges = 0.38;
    qsizetype digits = 0;
    qsizetype letters = 0;
    qsizetype changes = 0;
    bool hex = true;
    for (qsizetype i = 0; i < text.size(); ++i) {
        const QChar c = text[i].toLower();
        digits += c.isDigit() ? 1 : 0;
        letters += c.isLetter() ? 1 : 0;
        changes += i > 0 && charClass(text[i]) != charClass(text[i - 1]) ? 1 : 0;
        hex = hex && (c.isDigit() || (c >= QLatin1Char('a') && c <= QLatin1Char('f')));
    }
    if (hex)
        return text.size() >= kShortestHex && digits >= 4 && letters >= 4;
    return text.size() >= kShortest && digits >= 2 && letters >= 8
        && double(changes) >= kLeastChanges * double(text.size())
        && entropy(text) >= kLeastEntropy;
}

/// Universally unique identifiers are in every second error message, and no secrets.
/// A bracket beside them may be read as a digit more.
bool isUuid(const QString &text)
{
    const QStringList groups = text.split(QLatin1Char('-'));
    if (groups.size() != 5 || groups[0].size() < 7 || groups[0].size() > 10
        || groups[4].size() < 11 || groups[4].size() > 14)
        return false;
    return std::all_of(groups.begin() + 1, groups.begin() + 4,
                       [](const QString &group) { return group.size() == 4; });
}

/// A run of token characters is judged in pieces, so that its length does not matter.
void findRandom(const ScanLine &line, QList<Span> &found)
{
    constexpr qsizetype kPiece = 200;
    for (qsizetype i = 0; i < line.size(); ++i) {
        const qsizetype end = tokenEnd(line, i, kPiece);
        const QString piece = end - i >= 24 ? line.text({i, end}) : QString();
        if (!piece.isEmpty() && !isUuid(piece) && looksRandom(piece))
            found.append({i, end});
        i = std::max(i, end - 1);
    }
}

/// "XXXXX-XXXXX-XXXXX-XXXXX", capitals and digits, as products are unlocked with.
qsizetype productKeyEnd(const ScanLine &line, qsizetype from)
{
    constexpr int kGroups = 4;
    constexpr int kLength = 5;
    if (line.isAlnum(from - 1) || line.at(from - 1) == QLatin1Char('-'))
        return -1;
    qsizetype i = from;
    bool digit = false;
    bool letter = false;
    for (int group = 0; group < kGroups; ++group) {
        if (group > 0 && line.at(i++) != QLatin1Char('-'))
            return -1;
        for (int n = 0; n < kLength; ++n, ++i) {
            const QChar c = line.at(i);
            if (!c.isDigit() && !c.isUpper())
                return -1;
            digit = digit || c.isDigit();
            letter = letter || c.isUpper();
        }
    }
    return digit && letter && !line.isAlnum(i) ? i : -1;
}

bool isTokenValue(const ScanLine &line, const LabelMatch &match)
{
    constexpr qsizetype kLeast = 8;
    if (match.value < 0)
        return false;
    const qsizetype end = tokenEnd(line, match.value, kLeast);
    const Span word = line.wordAt(match.value);
    const Span start{match.value, std::min(word.end, match.value + 64)};
    if (start.end - start.begin < kLeast || end - match.value < 4)
        return false;
    return hasDigit(line.text(start));
}

/// What stands behind a password's label is one: anything behind a colon but talk; without one
/// only what no sentence would have there.
bool isPasswordValue(const ScanLine &line, const LabelMatch &match)
{
    constexpr qsizetype kLongestLookedAt = 64;
    if (match.value < 0)
        return false;
    const qsizetype columnEnd = line.columnEnd(match.value);
    const QString value =
        line.text({match.value, std::min(columnEnd, match.value + kLongestLookedAt)});
    if (!maySecretBe(value))
        return false;
    if (match.separated)
        return true;
    // In a field of its own it may have been read as two words.
    QString words = value.simplified();
    const bool field = line.at(match.value - 1) == QLatin1Char('\t');
    if (field && words.count(QLatin1Char(' ')) == 1)
        words.remove(QLatin1Char(' '));
    return looksMade(QStringView(words).first(words.indexOf(QLatin1Char(' ')) < 0
                                                  ? words.size()
                                                  : words.indexOf(QLatin1Char(' '))));
}

} // namespace

void tokens(const ScanLine &line, const SensitiveRules &, QList<Span> &found)
{
    findRandom(line, found);
    for (qsizetype i = 0; i < line.size(); ++i) {
        if (!line.isAlnum(i) || line.isAlnum(i - 1))
            continue;
        LabelMatch match;
        if (const qsizetype end = knownTokenEnd(line, i); end > i)
            found.append({i, end});
        else if (const qsizetype keyEnd = productKeyEnd(line, i); keyEnd > i)
            found.append({i, keyEnd});
        else if (tokenLabelAt(line, i, match) && isTokenValue(line, match))
            found.append({match.value, match.value + 1});
        else if (readsAs(line, i, u"private key-----"))
            found.append(line.wordAt(i));
    }
}

void passwords(const ScanLine &line, const SensitiveRules &, QList<Span> &found)
{
    for (qsizetype i = 0; i < line.size(); ++i) {
        LabelMatch match;
        if (passwordLabelAt(line, i, match) && isPasswordValue(line, match)) {
            found.append({match.value, match.value + 1});
            i = match.value;
        }
    }
}

} // namespace detect

bool maySecretBe(const QString &value)
{
    const QString text = value.trimmed();
    if (text.isEmpty() || std::none_of(text.begin(), text.end(), [](QChar c) {
            return c.isLetterOrNumber();
        }))
        return false;
    // Hidden characters are read as a row of the same one.
    if (text.size() > 2 && std::all_of(text.begin(), text.end(), [&text](QChar c) {
            return c == text.front();
        }))
        return false;
    qsizetype begin = 0;
    while (begin < text.size() && !text[begin].isLetterOrNumber())
        ++begin;
    qsizetype end = begin;
    while (end < text.size() && text[end].isLetter())
        ++end;
    const bool wholeWord = end == text.size() || !text[end].isLetterOrNumber();
    return !(wholeWord && isTalkAboutSecrets(foldedText(text.mid(begin, end - begin))));
}

bool isSecretLabel(const QString &line)
{
    constexpr qsizetype kLongest = 40;
    const QString text = line.trimmed();
    if (text.size() > kLongest)
        return false;
    const ScanLine scanned(text);
    LabelMatch match;
    // The label, perhaps with another word before it ("Your password", "Nouveau mot de passe").
    for (qsizetype word = 0; word < std::min<qsizetype>(scanned.words().size(), 3); ++word) {
        const Span span = scanned.words()[word];
        if (!passwordLabelAt(scanned, span.begin, match))
            continue;
        QString rest = text.mid(match.label.end);
        rest.remove(QLatin1Char(':')).remove(QLatin1Char('*'));
        return rest.trimmed().isEmpty();
    }
    return false;
}

} // namespace vigie
