// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/composer/audience.h"

#include <algorithm>

namespace vigie {

int Audience::outside() const
{
    return int(std::count_if(m_readers.cbegin(), m_readers.cend(),
                             [](const Reader &reader) { return reader.outside; }));
}

/// The name of the one who reads it.
QString Audience::only() const
{
    return m_readers.isEmpty() || m_readers.first().name.isEmpty() ? m_name : m_readers.first().name;
}

QString Audience::sendText() const
{
    const int people = int(m_readers.size());
    QString text;
    if (people <= 1) {
        text = outside() > 0 ? tr("Send reply to %1, outside").arg(only())
                             : tr("Send reply to %1").arg(only());
    } else {
        text = tr("Send to %Ln people", nullptr, people);
        if (outside() > 0)
            text = tr("%1, %Ln outside", "\"Send to 3 people\", and how many of them are outside",
                      outside())
                       .arg(text);
    }
    return text.replace(QLatin1Char('&'), QLatin1String("&&"));
}

QString Audience::sentence() const
{
    const int people = int(m_readers.size());
    if (people <= 1) {
        return outside() > 0 ? tr("%1, who is outside, will read this").arg(only())
                             : tr("%1 will read this").arg(only());
    }
    return outside() > 0
        ? tr("%1 people will read this, %Ln of them outside", nullptr, outside()).arg(people)
        : tr("%Ln people will read this", nullptr, people);
}

QString Audience::list(const QString &keys) const
{
    QStringList lines;
    int nameless = 0;
    for (const Reader &reader : m_readers) {
        if (reader.name.isEmpty()) {
            ++nameless;
            continue;
        }
        QString line = reader.requester ? tr("%1, asked for help").arg(reader.name)
                                        : tr("%1, follows the ticket").arg(reader.name);
        if (reader.outside)
            line = tr("%1, outside: %2", "a reader, their mail address").arg(line, reader.email);
        lines.append(line);
    }
    if (nameless > 0)
        lines.append(tr("%Ln person(s) whose names this computer does not know", nullptr, nameless));
    if (!keys.isEmpty())
        lines.append(tr("Send with %1", "keys").arg(keys));
    // Tooltips guess whether they are rich text; nothing that is escaped can be.
    const QString plain = lines.join(QLatin1Char('\n')).toHtmlEscaped();
    return QStringLiteral("<p>%1</p>")
        .arg(QString(plain).replace(QLatin1Char('\n'), QLatin1String("<br>")));
}

} // namespace vigie
