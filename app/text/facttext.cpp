// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/text/facttext.h"

#include "app/text/timetext.h"

#include <QDateTime>
#include <QLocale>
#include <QStringList>

namespace vigie {

namespace {

/// 0 when it is no time.
qint64 isoTime(const QString &text)
{
    const QDateTime at = QDateTime::fromString(text, Qt::ISODate);
    return at.isValid() ? at.toMSecsSinceEpoch() : 0;
}

} // namespace

QString FactText::label(const QString &key)
{
    struct Row {
        const char *key;
        QString words;
    };
    const Row rows[] = {
        {"host", tr("Computer name")},
        {"os", tr("Operating system")},
        {"kernel", tr("System core")},
        {"build", tr("System build")},
        {"started", tr("Running since")},
        {"disk.system", tr("Free space, system disk")},
        {"disk.home", tr("Free space, my files")},
        {"memory", tr("Free memory")},
        {"network", tr("Network")},
        {"session", tr("Desktop")},
        {"screens", tr("Screens")},
        {"locale", tr("Language and region")},
        {"keyboard", tr("Keyboard")},
        {"timezone", tr("Time zone")},
        {"client", tr("Vigie version")},
        {"updates", tr("Last updates")},
        {"crashes", tr("Last program crashes")},
        {"certificate", tr("First own certificate ends")},
        {"backup", tr("Last backup")},
    };
    for (const Row &row : rows) {
        if (key == QLatin1String(row.key))
            return row.words;
    }
    return key;
}

QString FactText::value(const QString &key, const QString &value)
{
    QString words;
    if (key == QLatin1String("memory") || key.startsWith(QLatin1String("disk.")))
        words = room(value);
    else if (key == QLatin1String("network"))
        words = network(value);
    else if (key == QLatin1String("screens"))
        words = screens(value);
    else if (key == QLatin1String("started") || key == QLatin1String("certificate")
             || key == QLatin1String("backup"))
        words = TimeText::absolute(isoTime(value));
    else if (key == QLatin1String("updates") || key == QLatin1String("crashes"))
        words = list(value);
    return words.isEmpty() ? value : words;
}

QString FactText::room(const QString &value)
{
    bool freeOk = false;
    bool allOk = false;
    const qint64 free = value.section(QLatin1Char('/'), 0, 0).toLongLong(&freeOk);
    const qint64 all = value.section(QLatin1Char('/'), 1).toLongLong(&allOk);
    if (!freeOk || !allOk || free < 0 || all <= 0)
        return {};
    return tr("%1 of %2", "free space or memory, and how much there is in all")
        .arg(TimeText::size(free), TimeText::size(all));
}

QString FactText::network(const QString &value)
{
    const QString kind = value.section(QLatin1Char('+'), 0, 0);
    QString words;
    if (kind == QLatin1String("wired"))
        words = tr("by cable");
    else if (kind == QLatin1String("wireless"))
        words = tr("by Wi-Fi");
    else if (kind == QLatin1String("mobile"))
        words = tr("by mobile network");
    else if (kind == QLatin1String("other"))
        words = tr("connected");
    else if (kind == QLatin1String("none"))
        words = tr("not connected");
    else
        return {};
    return value.endsWith(QLatin1String("+vpn")) ? tr("%1, with VPN").arg(words) : words;
}

QString FactText::screens(const QString &value)
{
    QStringList all;
    for (const QString &one : value.split(QStringLiteral("; "))) {
        const QString scale = one.section(QLatin1Char('@'), 1);
        bool ok = false;
        const double ratio = scale.toDouble(&ok);
        if (!ok || ratio <= 0 || ratio > 100)
            return {};
        all.append(tr("%1 at %2 %", "size of a screen in pixels, and how much it is enlarged")
                       .arg(one.section(QLatin1Char('@'), 0, 0).replace(QLatin1Char('x'),
                                                                        QStringLiteral(" × ")),
                            QLocale().toString(qRound(ratio * 100))));
    }
    return all.join(QStringLiteral("; "));
}

QString FactText::list(const QString &value)
{
    QStringList all;
    for (const QString &one : value.split(QStringLiteral("; "))) {
        const qint64 at = isoTime(one.section(QLatin1Char(' '), 0, 0));
        if (at <= 0)
            return {};
        all.append(QStringLiteral("%1 · %2").arg(TimeText::absolute(at),
                                                 one.section(QLatin1Char(' '), 1)));
    }
    return all.join(QLatin1Char('\n'));
}

QString FactText::event(const MachineEvent &event)
{
    switch (event.kind) {
    case MachineEvent::Kind::Restart: return tr("The computer was restarted");
    case MachineEvent::Kind::Update:
        if (event.detail.isEmpty())
            return tr("Updates were installed");
        return event.others > 0
            ? tr("Updates were installed: %1 and %Ln more", "updates", event.others)
                  .arg(event.detail)
            : tr("Updates were installed: %1").arg(event.detail);
    case MachineEvent::Kind::Device: return tr("A device was connected: %1").arg(event.detail);
    case MachineEvent::Kind::Network:
        return event.detail == QLatin1String("none")
            ? tr("The network was lost")
            : tr("The network changed: %1").arg(value(QStringLiteral("network"), event.detail));
    case MachineEvent::Kind::Crash: return tr("A program crashed: %1").arg(event.detail);
    }
    return {};
}

} // namespace vigie
