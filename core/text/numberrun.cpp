// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/text/numberrun.h"

namespace vigie {

namespace {

constexpr qsizetype kLongestRun = 48;

bool isSeparator(QChar c)
{
    return c == QLatin1Char(' ') || c == QLatin1Char('.') || c == QLatin1Char('-')
        || c == QLatin1Char('/') || c.unicode() == 0xA0 || c.unicode() == 0x202F
        || c.unicode() == 0x2011 || c.unicode() == 0x2013;
}

QChar plain(QChar separator)
{
    switch (separator.unicode()) {
    case 0xA0:
    case 0x202F:
        return QLatin1Char(' ');
    case 0x2011:
    case 0x2013:
        return QLatin1Char('-');
    default:
        return separator;
    }
}

/// Where a number cannot begin: behind letters, digits and what makes it a part of another one.
bool isBlocked(const ScanLine &line, qsizetype from)
{
    const QChar before = line.at(from - 1);
    if (before.isLetterOrNumber())
        return true;
    switch (before.unicode()) {
    case u'.':
    case u',':
    case u'-':
    case u'/':
    case u'_':
    case u'#':
    case u'+':
    case u'$':
        return true;
    case u':':
        return line.isDigit(from - 2); // minutes
    default:
        return false;
    }
}

/// Appends digits from `at` on and returns where they end; the first group needs a real digit.
qsizetype readGroup(const ScanLine &line, qsizetype at, qsizetype most, QString &digits)
{
    const qsizetype before = digits.size();
    bool real = before > 0;
    qsizetype i = at;
    for (int value = line.digitLike(i); value >= 0 && i < most; value = line.digitLike(++i)) {
        real = real || line.isDigit(i);
        digits.append(QChar(u'0' + value));
    }
    if (real && i > at && !line.isAlnum(i))
        return i;
    digits.truncate(before);
    return at;
}

} // namespace

QString NumberRun::shape(qsizetype count) const
{
    QString result;
    qsizetype before = 0;
    for (qsizetype i = 0; i < count; ++i) {
        if (i > 0)
            result += QLatin1Char('-');
        result += QString::number(groups[i].digitsEnd - before);
        before = groups[i].digitsEnd;
    }
    return result;
}

bool NumberRun::isUniform(qsizetype count) const
{
    for (qsizetype i = 2; i < count; ++i) {
        if (groups[i].separator != groups[1].separator)
            return false;
    }
    return true;
}

NumberRun numberRunAt(const ScanLine &line, qsizetype from)
{
    NumberRun run;
    run.begin = from;
    const QChar first = line.at(from);
    const bool opening = first == QLatin1Char('+') || first == QLatin1Char('(');
    if ((!opening && line.digitLike(from) < 0) || isBlocked(line, from))
        return run;
    const qsizetype most = from + kLongestRun;
    qsizetype i = from;
    QChar separator;
    while (i < most) {
        // Between two groups: one separator, brackets beside it.
        bool open = false;
        if (!run.groups.isEmpty()) {
            if (line.at(i) == QLatin1Char(')'))
                ++i;
            if (isSeparator(line.at(i))) {
                separator = plain(line.at(i));
                ++i;
            } else if (line.at(i) != QLatin1Char('(') && line.at(i - 1) != QLatin1Char(')')) {
                break;
            } else {
                separator = QLatin1Char(' ');
            }
        } else if (line.at(i) == QLatin1Char('+')) {
            run.plus = true;
            ++i;
        }
        if (line.at(i) == QLatin1Char('(')) {
            open = true;
            ++i;
        }
        if (run.groups.isEmpty() && line.at(i) == QLatin1Char('+')) {
            run.plus = true;
            ++i;
        }
        const qsizetype end = readGroup(line, i, most, run.digits);
        if (end == i)
            break;
        run.bracket = run.bracket || open;
        run.groups.append({run.digits.size(), end, run.groups.isEmpty() ? QChar() : separator});
        i = end;
    }
    return run;
}

} // namespace vigie
