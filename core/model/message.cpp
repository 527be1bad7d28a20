// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/message.h"

#include <algorithm>

namespace vigie {

namespace {

bool isForbidden(QChar c)
{
    if (c.unicode() < 0x20 || c.unicode() == 0x7f)
        return true;
    // Bidirectional controls can make "gpj.exe" look like "exe.jpg".
    if ((c.unicode() >= 0x202a && c.unicode() <= 0x202e)
        || (c.unicode() >= 0x2066 && c.unicode() <= 0x2069) || c.unicode() == 0x200e
        || c.unicode() == 0x200f || c.unicode() == 0xfeff)
        return true;
    return QStringLiteral("/\\:*?\"<>|").contains(c);
}

bool isReservedOnWindows(const QString &name)
{
    static const QStringList reserved{QStringLiteral("con"), QStringLiteral("prn"),
                                      QStringLiteral("aux"), QStringLiteral("nul")};
    const QString stem = name.section(QLatin1Char('.'), 0, 0).toLower().trimmed();
    if (reserved.contains(stem))
        return true;
    return stem.size() == 4 && stem[3].isDigit()
        && (stem.startsWith(QLatin1String("com")) || stem.startsWith(QLatin1String("lpt")));
}

} // namespace

QString cleanFileName(const QString &name)
{
    QString clean = name.section(QLatin1Char('/'), -1).section(QLatin1Char('\\'), -1);
    clean.removeIf(isForbidden);
    clean = clean.simplified();
    while (clean.endsWith(QLatin1Char('.')) || clean.endsWith(QLatin1Char(' ')))
        clean.chop(1);
    while (clean.startsWith(QLatin1Char('.')))
        clean.remove(0, 1);
    if (clean.size() > 200) {
        const qsizetype dot = clean.lastIndexOf(QLatin1Char('.'));
        const QString extension = dot > 0 && clean.size() - dot <= 16 ? clean.mid(dot) : QString();
        clean = clean.left(200 - extension.size()) + extension;
    }
    if (clean.isEmpty())
        return QStringLiteral("file");
    return isReservedOnWindows(clean) ? QLatin1Char('_') + clean : clean;
}

bool isSha256(const QString &text)
{
    return text.size() == 64 && std::all_of(text.begin(), text.end(), [](QChar c) {
               return (c >= QLatin1Char('0') && c <= QLatin1Char('9'))
                   || (c >= QLatin1Char('a') && c <= QLatin1Char('f'));
           });
}

} // namespace vigie
