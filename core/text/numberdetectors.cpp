// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/text/checkdigits.h"
#include "core/text/detectors.h"
#include "core/text/numberrun.h"

#include <algorithm>

namespace vigie::detect {

namespace {

constexpr QStringView kPhoneLabels =
    u"tel telephone phone fax mobile portable gsm telefon handy hotline call sms whatsapp "
    u"telefoon telefono cell";
constexpr QStringView kCardLabels = u"card carte cb visa mastercard amex kreditkarte maestro pan";
constexpr QStringView kIbanLabels = u"iban rib 1ban lban";

/// Digits that go on behind the number make it a part of a longer one.
bool goesOn(const ScanLine &line, const NumberRun &run, qsizetype groups)
{
    const qsizetype end = run.groups[groups - 1].end;
    const QChar next = line.at(end);
    if (next == QLatin1Char('%') || next == QLatin1Char('_') || next == QLatin1Char(':'))
        return next != QLatin1Char(':') || line.isDigit(end + 1);
    return (next == QLatin1Char('.') || next == QLatin1Char('-') || next == QLatin1Char('/')
            || next == QLatin1Char(','))
        && line.isAlnum(end + 1);
}

bool looksLikeDate(const QString &shape)
{
    return isListed(shape, u"2-2-4 4-2-2 2-2-2 1-2-4 2-1-4 1-1-4 4-1-1 4-1-2 4-2-1");
}

/// Two groups at least, of which the first is an area code: "020 7946 0958", "07700 900123".
bool isNationalShape(const QString &shape)
{
    const QStringList parts = shape.split(QLatin1Char('-'));
    if (parts.size() < 2 || parts.size() > 4 || parts[0].toInt() < 3 || parts[0].toInt() > 5)
        return false;
    return std::all_of(parts.begin() + 1, parts.end(), [](const QString &p) {
        return p.toInt() >= 3;
    });
}

bool isFrench(const QString &digits, const QString &shape)
{
    return digits.size() == 10 && digits[0] == QLatin1Char('0') && digits[1] != QLatin1Char('0')
        && isListed(shape, u"10 2-2-2-2-2 4-2-2-2 4-3-3 4-6 2-8 2-4-4");
}

bool isNorthAmerican(const NumberRun &run, const QString &digits, const QString &shape)
{
    if (shape != QLatin1String("3-3-4") || digits[0] < QLatin1Char('2')
        || digits[3] < QLatin1Char('2'))
        return false;
    return run.bracket || run.groups[2].separator != QLatin1Char(' ');
}

/// `alone`: no other digits stand one space before, of which this may be the middle.
bool isPhone(const NumberRun &run, qsizetype groups, bool labelled, bool alone)
{
    const QString digits = run.digits.first(run.groups[groups - 1].digitsEnd);
    const QString shape = run.shape(groups);
    const qsizetype n = digits.size();
    if (n < 6 || n > 17)
        return false;
    const bool slashed = std::any_of(run.groups.begin(), run.groups.begin() + groups,
                                     [](const NumberRun::Group &g) {
                                         return g.separator == QLatin1Char('/');
                                     });
    if (run.plus)
        return n >= 8 && n <= 16 && digits[0] != QLatin1Char('0') && !slashed;
    if (looksLikeDate(shape))
        return false;
    if (labelled)
        return n <= 16;
    if (slashed || !(run.isUniform(groups) || run.bracket))
        return false;
    if (digits.startsWith(QLatin1String("00")))
        return digits[2] != QLatin1Char('0') && n >= 11 && n <= 16 && groups >= 3;
    if (isFrench(digits, shape) || isNorthAmerican(run, digits, shape))
        return true;
    return alone && digits[0] == QLatin1Char('0') && n >= 9 && n <= 12 && isNationalShape(shape);
}

/// How many groups from the start make a phone number; 0 when none do.
qsizetype phoneGroups(const ScanLine &line, const NumberRun &run)
{
    const bool labelled = line.labelBefore(run.begin, kPhoneLabels);
    const bool alone = !line.isDigit(run.begin - 2);
    for (qsizetype groups = run.groups.size(); groups > 0; --groups) {
        if (isPhone(run, groups, labelled, alone) && !goesOn(line, run, groups))
            return groups;
    }
    return 0;
}

qsizetype cardGroups(const ScanLine &line, const NumberRun &run)
{
    for (qsizetype groups = run.groups.size(); groups > 0 && !run.plus; --groups) {
        const QStringView digits =
            QStringView(run.digits).first(run.groups[groups - 1].digitsEnd);
        if (!isCardRange(digits) || !run.isUniform(groups) || goesOn(line, run, groups))
            continue;
        if (passesLuhn(digits) || line.labelBefore(run.begin, kCardLabels))
            return groups;
    }
    return 0;
}

using GroupCounter = qsizetype (*)(const ScanLine &, const NumberRun &);

void findRuns(const ScanLine &line, GroupCounter count, QList<Span> &found)
{
    for (qsizetype i = 0; i < line.size(); ++i) {
        const NumberRun run = numberRunAt(line, i);
        if (run.groups.isEmpty())
            continue;
        if (const qsizetype groups = count(line, run); groups > 0) {
            found.append({i, run.groups[groups - 1].end});
            i = found.last().end;
        }
    }
}

char16_t asDigit(char16_t c)
{
    switch (c) {
    case u'O':
    case u'Q':
    case u'D':
        return u'0';
    case u'I':
    case u'L':
    case u'|':
        return u'1';
    case u'Z':
        return u'2';
    case u'S':
        return u'5';
    case u'G':
        return u'6';
    case u'B':
        return u'8';
    default:
        return c;
    }
}

char16_t asLetter(char16_t c)
{
    switch (c) {
    case u'0':
        return u'O';
    case u'1':
        return u'I';
    case u'5':
        return u'S';
    case u'8':
        return u'B';
    default:
        return c;
    }
}

/// Letters and digits from `from` on, spaces and dots between them left out; `ends` holds where
/// each of them ends in the line.
QString ibanText(const ScanLine &line, qsizetype from, qsizetype most, QList<qsizetype> &ends)
{
    QString text;
    int gap = 0;
    for (qsizetype i = from; text.size() < most && i < line.size() && gap < 2; ++i) {
        const QChar c = line.at(i);
        if (c == QLatin1Char(' ') || c == QLatin1Char('.') || c.unicode() == 0xA0) {
            ++gap;
            continue;
        }
        if (!(c.isLetterOrNumber() && c.unicode() < 0x80) && c != QLatin1Char('|'))
            break;
        gap = 0;
        text.append(c.toUpper());
        ends.append(i + 1);
    }
    return text;
}

bool passesAsRead(const QString &text)
{
    // As it is; the check digits as digits; the account as digits too, as most countries have it.
    QString read = text;
    if (passesMod97(read))
        return true;
    for (const qsizetype from : {qsizetype(0), qsizetype(4)}) {
        const qsizetype end = from == 0 ? 4 : read.size();
        for (qsizetype i = std::max(from, qsizetype(2)); i < end; ++i)
            read[i] = QChar(asDigit(read[i].unicode()));
        if (passesMod97(read))
            return true;
    }
    return false;
}

/// Where an IBAN that starts at `from` ends; `from` when there is none.
qsizetype ibanEnd(const ScanLine &line, qsizetype from)
{
    constexpr qsizetype kLongestIban = 34;
    const char16_t first = asLetter(line.at(from).toUpper().unicode());
    const char16_t second = asLetter(line.at(from + 1).toUpper().unicode());
    const QString country = QString(QChar(first)) + QChar(second);
    const int length = ibanLength(country);
    if (length == 0)
        return from;
    QList<qsizetype> ends;
    QString text = ibanText(line, from, std::min<qsizetype>(length, kLongestIban), ends);
    if (text.size() < length || line.isAlnum(ends.last()))
        return from;
    text.replace(0, 2, country);
    const bool checkDigits = QChar(asDigit(text[2].unicode())).isDigit()
        && QChar(asDigit(text[3].unicode())).isDigit();
    if (!checkDigits)
        return from;
    // A misread character fails the check; beside its label it is an IBAN all the same.
    return passesAsRead(text) || line.labelBefore(from, kIbanLabels) ? ends.last() : from;
}

} // namespace

void phones(const ScanLine &line, const SensitiveRules &, QList<Span> &found)
{
    findRuns(line, phoneGroups, found);
}

void cards(const ScanLine &line, const SensitiveRules &, QList<Span> &found)
{
    findRuns(line, cardGroups, found);
}

void ibans(const ScanLine &line, const SensitiveRules &, QList<Span> &found)
{
    for (qsizetype i = 0; i < line.size(); ++i) {
        if (!line.isAlnum(i) || line.isAlnum(i - 1))
            continue;
        if (const qsizetype end = ibanEnd(line, i); end > i)
            found.append({i, end});
    }
}

} // namespace vigie::detect
