// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/server/cli/arguments.h"
#include "app/server/cli/commands.h"
#include "app/server/cli/opendesk.h"
#include "core/base/clock.h"
#include "core/base/rng.h"

namespace vigie::server {

namespace {

Result<Queue> queueNamed(Desk &desk, const QString &name)
{
    VIGIE_TRY_ASSIGN(queue, desk.store().directory().queueByName(name));
    if (!queue)
        return fail(ErrorCode::NotFound, QStringLiteral("there is no queue \"%1\"").arg(name));
    return *queue;
}

Done addQueue(Desk &desk, const QString &name, const QString &description, Console &console)
{
    IdGenerator ids(console.clock, console.rng);
    Queue queue;
    queue.id = ids.make<QueueId>();
    queue.name = name;
    queue.description = description;
    return desk.addQueue(queue);
}

Done setActive(Desk &desk, const QString &name, bool active)
{
    VIGIE_TRY_ASSIGN(queue, queueNamed(desk, name));
    VIGIE_TRY_ASSIGN(intake, desk.store().intakeQueue());
    if (!active && queue.id == intake)
        return fail(ErrorCode::Invalid,
                    QStringLiteral("\"%1\" is where reports arrive: choose another with "
                                   "\"vigie-server queue intake NAME\" first")
                        .arg(name));
    queue.active = active;
    return desk.updateQueue(queue);
}

Done list(Desk &desk, Console &console)
{
    VIGIE_TRY_ASSIGN(intake, desk.store().intakeQueue());
    VIGIE_TRY_ASSIGN(queues, desk.store().directory().queues());
    for (const Queue &queue : queues) {
        const QString state = queue.id == intake ? QStringLiteral("intake")
            : queue.active                       ? QStringLiteral("open")
                                                 : QStringLiteral("closed");
        console.out << queue.name << '\t' << state << '\t' << queue.description << '\n';
    }
    console.out << Qt::flush;
    return {};
}

Done setIntake(Desk &desk, const QString &name)
{
    VIGIE_TRY_ASSIGN(queue, queueNamed(desk, name));
    return desk.setIntakeQueue(queue.id);
}

} // namespace

Exit runQueue(const QStringList &words, Console &console)
{
    Arguments arguments(QStringLiteral("queue add|list|close|open|intake [NAME] [flags]"),
                        QStringLiteral("add     a new queue\n"
                                       "list    name, state and description, separated by tabs\n"
                                       "close   takes no new tickets; what is in it stays\n"
                                       "open    undoes that\n"
                                       "intake  reports arrive here from now on\n\n"
                                       "Works while the server serves."));
    arguments.add(QStringLiteral("description"), QStringLiteral("what the queue is for"),
                  QStringLiteral("TEXT"));
    if (const auto over = arguments.parse(words, console, 1, 2))
        return *over;
    const QString action = arguments.positional().constFirst();
    const QString name = arguments.positional().value(1);
    static const QStringList named{QStringLiteral("add"), QStringLiteral("close"),
                                   QStringLiteral("open"), QStringLiteral("intake")};
    if (action == QLatin1String("list") ? !name.isEmpty()
                                        : !named.contains(action) || name.isEmpty())
        return console.misused(QStringLiteral("vigie-server: \"queue %1\" is not understood; see "
                                              "vigie-server queue --help")
                                   .arg(arguments.positional().join(QLatin1Char(' '))));
    const auto settings = arguments.settings(console);
    if (!settings)
        return console.misused(settings.error().detail);
    const auto desk = openExisting(*settings, console.clock, console.rng);
    if (!desk)
        return console.failed(desk.error());
    Done done;
    if (action == QLatin1String("add"))
        done = addQueue(**desk, name, arguments.value(QStringLiteral("description")), console);
    else if (action == QLatin1String("list"))
        done = list(**desk, console);
    else if (action == QLatin1String("intake"))
        done = setIntake(**desk, name);
    else
        done = setActive(**desk, name, action == QLatin1String("open"));
    return done ? Exit::Ok : console.failed(done.error());
}

} // namespace vigie::server
