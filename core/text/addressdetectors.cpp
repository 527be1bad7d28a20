// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/text/detectors.h"
#include "core/text/topdomains.h"

#include <algorithm>
#include <array>

namespace vigie::detect {

namespace {

constexpr qsizetype kLongestLocalPart = 64;
constexpr qsizetype kLongestDomain = 253;

constexpr QStringView kVersionLabels =
    u"version ver v release build firmware driver pilote vers versions update";
constexpr QStringView kHostLabels =
    u"host hostname server serveur computer computername machine poste ordinateur rechner "
    u"rechnername servername hote dns gateway passerelle domain domaine proxy";

bool isAsciiAlnum(QChar c)
{
    return c.unicode() < 0x80 && c.isLetterOrNumber();
}

bool isLocalPart(QChar c)
{
    return c.isLetterOrNumber() || c == QLatin1Char('.') || c == QLatin1Char('_')
        || c == QLatin1Char('%') || c == QLatin1Char('+') || c == QLatin1Char('-');
}

bool isDomainChar(QChar c)
{
    return isAsciiAlnum(c) || c == QLatin1Char('.') || c == QLatin1Char('-');
}

bool isAtSign(QChar c)
{
    return c == QLatin1Char('@') || c.unicode() == 0xA9 || c.unicode() == 0xAE;
}

/// The end of the domain that starts at `from`; a single space beside its dots is a misreading
/// when an ending follows that exists.
qsizetype domainEnd(const ScanLine &line, qsizetype from)
{
    qsizetype i = from;
    while (i - from < kLongestDomain && isDomainChar(line.at(i)))
        ++i;
    qsizetype next = i;
    if (line.at(next) == QLatin1Char(' '))
        ++next;
    if (line.at(next) == QLatin1Char('.'))
        ++next;
    if (next == i || (line.at(next - 1) != QLatin1Char('.') && line.at(i - 1) != QLatin1Char('.')))
        return i;
    qsizetype end = next;
    while (end - next < kLongestTopDomain + 1 && isAsciiAlnum(line.at(end)))
        ++end;
    return isTopDomain(foldedText(line.text({next, end}))) ? end : i;
}

bool isDomain(const QString &domain, bool strict)
{
    const qsizetype dot = domain.lastIndexOf(QLatin1Char('.'));
    if (domain.isEmpty() || !domain.front().isLetterOrNumber())
        return false;
    if (dot < 0)
        return !strict && domain.size() >= 2 && domain.front().isLetter();
    const QString ending = foldedText(domain.mid(dot + 1)).remove(QLatin1Char(' '));
    return ending.size() >= 2 && ending.front().isLetter() && (!strict || isTopDomain(ending));
}

/// Four numbers up to 255 with dots (or commas, as read) between; one space may have crept in.
qsizetype ipv4End(const ScanLine &line, qsizetype from)
{
    qsizetype i = from;
    quint32 address = 0;
    int spaces = 0;
    for (int part = 0; part < 4; ++part) {
        int value = 0;
        qsizetype digits = 0;
        bool real = false;
        for (int digit = line.digitLike(i); digit >= 0 && digits < 4; digit = line.digitLike(++i)) {
            real = real || line.isDigit(i);
            value = value * 10 + digit;
            ++digits;
        }
        if (digits == 0 || digits > 3 || !real || value > 255)
            return from;
        address = address << 8 | quint32(value);
        if (part == 3)
            break;
        if (line.at(i) != QLatin1Char('.') && line.at(i) != QLatin1Char(','))
            return from;
        ++i;
        if (line.at(i) == QLatin1Char(' ') && ++spaces == 1)
            ++i;
    }
    const bool goesOn = line.isAlnum(i) || (line.at(i) == QLatin1Char('.') && line.isAlnum(i + 1));
    constexpr quint32 kLoopback = 0x7f000001;
    const quint32 first = address >> 24;
    const bool nobody = first == 0 || first == 255 || address == kLoopback; // any, masks, oneself
    return goesOn || nobody ? from : i;
}

struct HexGroups {
    int groups = 0;
    int empty = 0;   ///< how often "::" stands there
    int digits = 0;  ///< of them 0 to 9
    int shortest = 4;
    int longest = 0;
    bool valid = true;
};

/// Groups of hexadecimal digits between `separator`s.
HexGroups hexGroups(QStringView text, char16_t separator)
{
    HexGroups result;
    int length = 0;
    for (qsizetype i = 0; i <= text.size(); ++i) {
        const char16_t c = i < text.size() ? text[i].unicode() : separator;
        if (c == separator) {
            if (length > 0) {
                ++result.groups;
                result.shortest = std::min(result.shortest, length);
                result.longest = std::max(result.longest, length);
            } else if (i > 0 && i < text.size()) {
                ++result.empty;
            }
            length = 0;
        } else if ((c >= u'0' && c <= u'9') || (c >= u'a' && c <= u'f')) {
            result.digits += c <= u'9' ? 1 : 0;
            ++length;
        } else {
            result.valid = false;
        }
    }
    return result;
}

bool isIpv6(const QString &folded)
{
    const HexGroups found = hexGroups(folded, u':');
    if (!found.valid || found.longest > 4 || found.digits == 0)
        return false;
    const bool cut = folded.startsWith(QLatin1Char(':')) != folded.startsWith(QLatin1String("::"));
    if (cut)
        return false;
    return found.empty == 0 ? found.groups == 8
                            : found.empty == 1 && found.groups >= 2 && found.groups <= 7;
}

/// A word without the punctuation of its sentence and without brackets, port and prefix length.
Span core(const ScanLine &line, Span word)
{
    constexpr QStringView kAround = u"()[]{}<>\"',;.!?";
    while (word.begin < word.end && kAround.contains(line.at(word.begin)))
        ++word.begin;
    while (word.begin < word.end && kAround.contains(line.at(word.end - 1)))
        --word.end;
    return word;
}

/// "fe80: :cba3", as readers part it.
bool isSplitIpv6(const ScanLine &line, Span first, Span second)
{
    constexpr qsizetype kLongest = 50;
    return second.begin == first.end + 1 && second.end - first.begin <= kLongest
        && line.at(first.end - 1) == QLatin1Char(':') && line.at(second.begin) == QLatin1Char(':')
        && isIpv6(foldedText(line.text(first) + line.text(core(line, second))));
}

bool isMac(const QString &folded)
{
    for (const char16_t separator : {u':', u'-'}) {
        const HexGroups found = hexGroups(folded, separator);
        if (found.valid && found.groups == 6 && found.empty == 0 && found.shortest == 2
            && found.longest == 2)
            return true;
    }
    return false;
}

QString hexCore(const ScanLine &line, Span &span)
{
    constexpr qsizetype kLongest = 60;
    span = core(line, span);
    if (span.end - span.begin > kLongest)
        return {};
    QString text = foldedText(line.text(span));
    for (const QLatin1Char end : {QLatin1Char(']'), QLatin1Char('/'), QLatin1Char('%')}) {
        if (const qsizetype at = text.indexOf(end); at > 0)
            text.truncate(at);
    }
    return text;
}

bool isNamedMachine(const QString &folded)
{
    static constexpr std::array kPrefixes{u"desktop-", u"laptop-", u"win-", u"pc-", u"srv-",
                                          u"server-",  u"wks-",    u"vm-",  u"nb-", u"ws-"};
    constexpr qsizetype kLongestName = 63;
    if (folded.size() > kLongestName
        || std::none_of(folded.begin(), folded.end(), [](QChar c) { return c.isDigit(); }))
        return false;
    return std::any_of(kPrefixes.begin(), kPrefixes.end(), [&folded](const char16_t *prefix) {
        return folded.startsWith(QStringView(prefix)) && folded.size() > QStringView(prefix).size();
    });
}

/// The stretch of host characters that starts at `from`, without dots and dashes at its end.
Span hostSpan(const ScanLine &line, qsizetype from)
{
    Span span{from, from};
    while (isDomainChar(line.at(span.end)) || line.at(span.end) == QLatin1Char('_'))
        ++span.end;
    return span;
}

Span trimmed(const ScanLine &line, Span span)
{
    while (span.begin < span.end && !isAsciiAlnum(line.at(span.end - 1)))
        --span.end;
    while (span.begin < span.end && !isAsciiAlnum(line.at(span.begin)))
        ++span.begin;
    return span;
}

bool isHost(const ScanLine &line, const Span &host)
{
    if (host.end - host.begin < 3 || host.end - host.begin > kLongestDomain)
        return false;
    const QString text = line.text(host);
    if (line.at(host.end) == QLatin1Char('('))
        return false; // a call
    const bool link = line.at(host.begin - 1) == QLatin1Char('/');
    if (isHostName(text, link))
        return true;
    const QString folded = foldedText(text);
    if (isNamedMachine(folded))
        return true;
    return text.front().isLetterOrNumber() && line.labelBefore(host.begin, kHostLabels)
        && std::any_of(folded.begin(), folded.end(), [](QChar c) {
               return c.isDigit() || c == QLatin1Char('-');
           });
}

/// \\server\share, also when the first backslash was lost.
bool isUnc(const ScanLine &line, const Span &word)
{
    const Span inner = core(line, word);
    if (line.at(inner.begin) != QLatin1Char('\\') || line.at(inner.begin + 1) != QLatin1Char('\\'))
        return false;
    const QChar third = line.at(inner.begin + 2);
    return third.isLetterOrNumber() && inner.end - inner.begin > 4;
}

/// Where the part before the @ starts; a space behind one of its dots is a misreading.
qsizetype localStart(const ScanLine &line, qsizetype end)
{
    qsizetype start = end;
    while (end - start < kLongestLocalPart) {
        if (isLocalPart(line.at(start - 1)))
            --start;
        else if (start < end && line.at(start - 1) == QLatin1Char(' ')
                 && line.at(start - 2) == QLatin1Char('.') && line.isAlnum(start - 3))
            start -= 2;
        else
            break;
    }
    // An underscore is lost when it touches the letters' line: "sofia lind@…" in a field.
    qsizetype before = start - 1;
    while (start - before < kLongestLocalPart && line.at(before - 1).isLower())
        --before;
    const QChar edge = line.at(before - 1);
    const bool field = before == 0 || edge == QLatin1Char('\t');
    return line.at(start - 1) == QLatin1Char(' ') && before < start - 1 && field ? before : start;
}

/// Words that a reader has taken apart: "DESKTOP -AB12CD3", "https: //intranet".
bool isTakenApart(const ScanLine &line, const Span &first, const Span &second)
{
    constexpr qsizetype kLongest = 64;
    if (second.begin != first.end + 1 || line.at(first.end) != QLatin1Char(' ')
        || second.end - first.begin > kLongest)
        return false;
    const QString start = foldedText(line.text(first));
    const QString end = foldedText(line.text(second));
    if (end.startsWith(QLatin1String("//")))
        return start == QLatin1String("https:") || start == QLatin1String("http:");
    return (start.endsWith(QLatin1Char('-')) || end.startsWith(QLatin1Char('-')))
        && isNamedMachine(start + end);
}

} // namespace

void emails(const ScanLine &line, const SensitiveRules &, QList<Span> &found)
{
    for (qsizetype i = 1; i + 1 < line.size(); ++i) {
        if (!isAtSign(line.at(i)))
            continue;
        const bool doubtful = line.at(i) != QLatin1Char('@');
        qsizetype local = i;
        qsizetype domain = i + 1;
        if (line.at(local - 1) == QLatin1Char(' '))
            --local;
        if (line.at(domain) == QLatin1Char(' '))
            ++domain;
        const bool spaced = local != i || domain != i + 1;
        const qsizetype localEnd = local;
        local = localStart(line, localEnd);
        const qsizetype end = domainEnd(line, domain);
        if (local < localEnd && isDomain(line.text({domain, end}), spaced || doubtful))
            found.append({local, end});
    }
}

void addresses(const ScanLine &line, const SensitiveRules &, QList<Span> &found)
{
    for (qsizetype i = 0; i < line.size(); ++i) {
        const bool starts = !line.isAlnum(i - 1) && line.at(i - 1) != QLatin1Char('.');
        if (!starts || line.digitLike(i) < 0)
            continue;
        const qsizetype end = ipv4End(line, i);
        if (end > i && !line.labelBefore(i, kVersionLabels))
            found.append({i, end});
    }
    for (qsizetype n = 0; n < line.words().size(); ++n) {
        Span span = line.words()[n];
        if (isIpv6(hexCore(line, span)))
            found.append(span);
        else if (n > 0 && isSplitIpv6(line, line.words()[n - 1], line.words()[n]))
            found.append({line.words()[n - 1].begin, line.words()[n].end});
    }
}

void hosts(const ScanLine &line, const SensitiveRules &, QList<Span> &found)
{
    for (qsizetype n = 0; n < line.words().size(); ++n) {
        const Span &word = line.words()[n];
        if (n > 0 && isTakenApart(line, line.words()[n - 1], word))
            found.append({line.words()[n - 1].begin, word.end});
        Span mac = word;
        if (isUnc(line, word) || isMac(hexCore(line, mac))) {
            found.append(word);
            continue;
        }
        for (qsizetype i = word.begin; i < word.end; ++i) {
            const Span run = hostSpan(line, i);
            if (run.end == i)
                continue;
            if (const Span host = trimmed(line, run); isHost(line, host))
                found.append(host);
            i = run.end;
        }
    }
}

} // namespace vigie::detect
