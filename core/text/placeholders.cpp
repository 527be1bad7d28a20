// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/text/placeholders.h"

namespace vigie {

namespace {

constexpr qsizetype kNameLength = 40;

/// The end of the placeholder that begins at `begin`, or -1.
qsizetype placeholderEnd(const QString &text, qsizetype begin)
{
    qsizetype at = begin + 2;
    while (at < text.size() && at - begin <= kNameLength + 2) {
        const QChar c = text.at(at);
        if (c == QLatin1Char('}'))
            break;
        if (c == QLatin1Char('\n') || c == QLatin1Char('{'))
            return -1;
        ++at;
    }
    const bool closed = QStringView(text).mid(at, 2) == QLatin1String("}}");
    return closed && at > begin + 2 ? at + 2 : -1;
}

} // namespace

FilledText fillPlaceholders(const QString &text, const QMap<QString, QString> &values)
{
    FilledText filled;
    qsizetype done = 0;
    for (qsizetype at = text.indexOf(QLatin1String("{{")); at >= 0;) {
        const qsizetype end = placeholderEnd(text, at);
        if (end < 0) {
            at = text.indexOf(QLatin1String("{{"), at + 1);
            continue;
        }
        filled.text += QStringView(text).mid(done, at - done);
        const QString value =
            values.value(text.mid(at + 2, end - at - 4).trimmed().toLower());
        if (value.isEmpty()) {
            filled.gaps.append({filled.text.size(), filled.text.size() + end - at});
            filled.text += QStringView(text).mid(at, end - at);
        } else {
            filled.text += value;
        }
        done = end;
        at = text.indexOf(QLatin1String("{{"), done);
    }
    filled.text += QStringView(text).mid(done);
    return filled;
}

} // namespace vigie
