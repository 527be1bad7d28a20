// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/account/fingerprint.h"

namespace vigie {

namespace {

constexpr int kDigits = 64;

bool isHexDigit(QChar c)
{
    return (c >= QLatin1Char('0') && c <= QLatin1Char('9'))
        || (c >= QLatin1Char('A') && c <= QLatin1Char('F'));
}

} // namespace

QString plainFingerprint(const QString &text)
{
    QString digits;
    for (const QChar c : text.toUpper()) {
        if (isHexDigit(c))
            digits += c;
        else if (c != QLatin1Char(':') && !c.isSpace())
            return {};
    }
    return digits.size() == kDigits ? digits : QString();
}

QStringList fingerprintLines(const QString &text)
{
    const QString digits = plainFingerprint(text);
    QStringList lines;
    for (int line = 0; line < 4 && !digits.isEmpty(); ++line) {
        QStringList pairs;
        for (int pair = 0; pair < 8; ++pair)
            pairs.append(digits.mid(line * 16 + pair * 2, 2));
        lines.append(pairs.join(QLatin1Char(' ')));
    }
    return lines;
}

bool sameFingerprint(const QString &a, const QString &b)
{
    const QString plain = plainFingerprint(a);
    return !plain.isEmpty() && plain == plainFingerprint(b);
}

} // namespace vigie
