// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ticket/remindermenu.h"

#include "app/prompt/prompt.h"
#include "app/text/remindertext.h"
#include "app/widgets/iconset.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QMenu>
#include <QTimeZone>

namespace vigie {

namespace {

class ReminderWords
{
    Q_DECLARE_TR_FUNCTIONS(ReminderMenu)
};

void askForMoment(Prompt &prompt, QWidget *parent, const QString &typed, const QString &problem,
                  const std::function<void(qint64)> &chosen)
{
    const QString how = ReminderText::howTo(QDateTime::currentMSecsSinceEpoch());
    TextQuestion question;
    question.title = ReminderWords::tr("Remind me");
    question.label = problem.isEmpty() ? how : problem + QLatin1Char('\n') + how;
    question.text = typed;
    question.accept = ReminderWords::tr("Remind me");
    prompt.askText(parent, question, [&prompt, parent, chosen](std::optional<QString> text) {
        if (!text || text->trimmed().isEmpty())
            return;
        const ReminderText::Moment moment =
            ReminderText::read(*text, QDateTime::currentMSecsSinceEpoch());
        if (moment.problem.isEmpty())
            chosen(moment.at);
        else
            askForMoment(prompt, parent, *text, moment.problem, chosen);
    });
}

} // namespace

void reminders::fillMenu(QMenu &menu, const BusinessCalendar &hours, bool clearable, qint64 now,
                         const std::function<void(qint64)> &chosen,
                         const std::function<void()> &other)
{
    static const char *const names[] = {"reminderHour", "reminderAfternoon", "reminderMorning",
                                        "reminderWeek"};
    const QList<ReminderChoice> choices =
        reminderChoices(hours, now, QTimeZone::systemTimeZone());
    for (const ReminderChoice &choice : choices) {
        QAction *action = menu.addAction(ReminderText::of(choice, now), &menu,
                                         [chosen, at = choice.at] { chosen(at); });
        action->setObjectName(QLatin1String(names[int(choice.kind)]));
    }
    menu.addSeparator();
    menu.addAction(ReminderWords::tr("Day and time…"), &menu, other)
        ->setObjectName(QStringLiteral("reminderOther"));
    if (clearable) {
        menu.addAction(ReminderWords::tr("No reminder"), &menu, [chosen] { chosen(0); })
            ->setObjectName(QStringLiteral("reminderNone"));
    }
}

void reminders::askMoment(Prompt &prompt, QWidget *parent,
                          const std::function<void(qint64)> &chosen)
{
    askForMoment(prompt, parent, {}, {}, chosen);
}

QString reminders::valueOf(qint64 moment)
{
    return moment > 0 ? QString::number(moment) : QString();
}

} // namespace vigie
