// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/text/laddertext.h"

#include "app/text/enumtext.h"
#include "app/text/slatext.h"
#include "app/text/timetext.h"

#include <QDateTime>
#include <QLocale>

namespace vigie {

namespace {

constexpr qint64 kTwoDays = 48LL * 3'600'000;
constexpr qsizetype kPathShown = 6;
constexpr int kWarnFrom = 3; ///< the transfer that frustrates (S4)

} // namespace

QString LadderText::place(Level level, const QueueId &queue, const NamesById &names)
{
    const QString name = names.value(queue.text());
    return name.isEmpty() ? EnumText::of(level)
                          : tr("%1 · %2", "a level, a queue").arg(EnumText::of(level), name);
}

QString LadderText::path(const Ladder &ladder, const NamesById &names)
{
    QStringList places;
    for (const LadderStage &stage : ladder.stages)
        places.append(place(stage.level, stage.queue, names));
    if (places.size() > kPathShown) {
        places = places.mid(0, 1) + QStringList{QStringLiteral("…")}
            + places.mid(places.size() - (kPathShown - 2));
    }
    return places.join(QStringLiteral(" → "));
}

QString LadderText::counts(const Ladder &ladder)
{
    if (ladder.transfers == 0)
        return {};
    const QString moved = tr("passed on %Ln time(s)", "a ticket", ladder.transfers);
    return ladder.bounces == 0
        ? moved
        : tr("%1, came back %2", "how often it was passed on, how often it came back")
              .arg(moved, tr("%Ln time(s)", "a ticket came back so often", ladder.bounces));
}

QString LadderText::level(Level level, const Ladder &ladder)
{
    if (ladder.transfers == 0)
        return EnumText::of(level);
    return tr("%1 · %2", "a level, how often it was passed on")
        .arg(EnumText::of(level), tr("%Ln transfer(s)", "of a ticket", ladder.transfers));
}

QString LadderText::span(qint64 ms)
{
    return ms < kTwoDays ? SlaText::workingTime(ms) : TimeText::duration(ms);
}

QString LadderText::stay(const LadderStage &stage, qint64 now)
{
    const QString from = TimeText::moment(stage.from, now);
    const bool sameDay = QDateTime::fromMSecsSinceEpoch(stage.from).date()
        == QDateTime::fromMSecsSinceEpoch(stage.to).date();
    const QString when = stage.to == 0
        ? tr("since %1", "a moment").arg(from)
        : tr("%1 – %2", "from a moment to another one")
              .arg(from, sameDay ? TimeText::timeOfDay(stage.to) : TimeText::moment(stage.to, now));
    return stage.workedMs < 60'000
        ? when
        : tr("%1, of which %2 of work", "when, a duration").arg(when, span(stage.workedMs));
}

QString LadderText::owners(const LadderStage &stage)
{
    if (stage.owners.isEmpty())
        return stage.to == 0 ? tr("nobody has taken it yet") : tr("nobody took it");
    QString said = stage.owners.constFirst();
    for (qsizetype i = 1; i < stage.owners.size(); ++i)
        said = tr("%1, then %2", "names").arg(said, stage.owners[i]);
    return said;
}

QString LadderText::passed(const LadderStage &stage)
{
    if (stage.passedById.isNull() && stage.passedBy.isEmpty())
        return {};
    const QString who = stage.passedBy.isEmpty() ? tr("somebody") : stage.passedBy;
    const QString said = stage.bounced ? tr("Sent back by %1").arg(who) : tr("Sent by %1").arg(who);
    return stage.reason.isEmpty() ? tr("%1, without a reason", "who sent it").arg(said)
                                  : tr("%1: “%2”", "who sent it, why").arg(said, stage.reason);
}

QString LadderText::warning(const Ladder &ladder, const NamesById &names)
{
    const int number = ladder.transfers + 1;
    if (number < kWarnFrom)
        return {};
    QStringList said{tr("This is transfer no. %1.").arg(QLocale().toString(number))};
    if (const qsizetype back = lastBounce(ladder); back > 0) {
        const LadderStage &before = ladder.stages[back - 1];
        const QString from = place(before.level, before.queue, names);
        const QString reason = ladder.stages[back].reason.simplified();
        said.append(reason.isEmpty()
                        ? tr("Last time it came back from %1, without a reason.").arg(from)
                        : tr("Last time it came back from %1 because “%2”.", "a place, somebody's words")
                              .arg(from, reason.size() > 160 ? reason.left(159) + u'…' : reason));
    }
    said.append(tr("Path so far: %1.").arg(path(ladder, names)));
    return said.join(QLatin1Char(' '));
}

QString LadderText::total(const Ladder &ladder)
{
    qint64 stay = 0;
    qint64 worked = 0;
    for (const LadderStage &stage : ladder.stages) {
        stay += stage.stayMs;
        worked += stage.workedMs;
    }
    const QString time = worked < 60'000
        ? tr("In all %1", "a duration").arg(span(stay))
        : tr("In all %1, of which %2 of work", "durations").arg(span(stay), span(worked));
    const QString moved = counts(ladder);
    return moved.isEmpty() ? tr("%1; never passed on", "a duration").arg(time)
                           : tr("%1; %2", "durations, how often it was passed on").arg(time, moved);
}

} // namespace vigie
