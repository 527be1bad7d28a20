// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/server/cli/arguments.h"
#include "app/server/cli/commands.h"
#include "app/server/cli/opendesk.h"
#include "app/server/cli/passwords.h"
#include "core/base/clock.h"
#include "core/base/rng.h"

namespace vigie::server {

namespace {

/// Everything a subcommand needs after its words were understood.
struct Task {
    Arguments &arguments;
    Console &console;
    Desk &desk;
};

Result<Role> roleFrom(const QString &text)
{
    QStringList known;
    for (const EnumName<Role> &entry : enumNames<Role>()) {
        const QString name = nameOf(entry.value);
        if (name == text)
            return entry.value;
        known.append(name);
    }
    return fail(ErrorCode::Invalid, QStringLiteral("\"%1\" is not a role; there are %2")
                                        .arg(text, known.join(QStringLiteral(", "))));
}

Result<QList<QueueId>> queuesFrom(Desk &desk, const QStringList &names)
{
    QList<QueueId> result;
    for (const QString &name : names) {
        VIGIE_TRY_ASSIGN(queue, desk.store().directory().queueByName(name));
        if (!queue)
            return fail(ErrorCode::NotFound, QStringLiteral("there is no queue \"%1\"").arg(name));
        result.append(queue->id);
    }
    return result;
}

Result<Person> personFor(Task &task)
{
    const QString login = task.arguments.positional().value(1);
    VIGIE_TRY_ASSIGN(person, task.desk.store().directory().personByLogin(login));
    if (!person)
        return fail(ErrorCode::NotFound, QStringLiteral("there is nobody called \"%1\"").arg(login));
    return *person;
}

/// What the flags say about a person, onto `person`.
Done applyFlags(Task &task, Person &person)
{
    const Arguments &arguments = task.arguments;
    const auto text = [&](const char *flag, QString &target) {
        if (arguments.has(QLatin1String(flag)))
            target = arguments.value(QLatin1String(flag));
    };
    text("name", person.name);
    text("email", person.email);
    text("team", person.team);
    text("site", person.site);
    if (arguments.has(QStringLiteral("role"))) {
        VIGIE_TRY_ASSIGN(role, roleFrom(arguments.value(QStringLiteral("role"))));
        person.role = role;
    }
    if (arguments.has(QStringLiteral("queue"))) {
        VIGIE_TRY_ASSIGN(queues,
                         queuesFrom(task.desk, arguments.values(QStringLiteral("queue"))));
        person.queues = queues;
    }
    return {};
}

/// From the standard input, or a new one that is printed.
Done givePassword(Task &task, const Person &person)
{
    const bool given = task.arguments.has(QStringLiteral("password-stdin"));
    QString password;
    if (given) {
        VIGIE_TRY_ASSIGN(read, passwordFromInput(task.console));
        password = read;
    } else {
        password = generatedPassword(task.console.rng);
    }
    VIGIE_TRY(task.desk.setPassword(person.id, password));
    if (!given)
        task.console.out << "password: " << password << Qt::endl;
    return {};
}

Done addUser(Task &task)
{
    IdGenerator ids(task.console.clock, task.console.rng);
    Person person;
    person.id = ids.make<PersonId>();
    person.login = task.arguments.positional().value(1);
    person.name = person.login;
    VIGIE_TRY(applyFlags(task, person));
    VIGIE_TRY(task.desk.addPerson(person));
    return givePassword(task, person);
}

Done changeUser(Task &task)
{
    VIGIE_TRY_ASSIGN(person, personFor(task));
    VIGIE_TRY(applyFlags(task, person));
    return task.desk.updatePerson(person);
}

Done setActive(Task &task, bool active)
{
    VIGIE_TRY_ASSIGN(person, personFor(task));
    person.active = active;
    return task.desk.updatePerson(person);
}

Done disableUser(Task &task)
{
    return setActive(task, false);
}

Done enableUser(Task &task)
{
    return setActive(task, true);
}

Done passwordOfUser(Task &task)
{
    VIGIE_TRY_ASSIGN(person, personFor(task));
    return givePassword(task, person);
}

Done revokeUser(Task &task)
{
    VIGIE_TRY_ASSIGN(person, personFor(task));
    return task.desk.revokeTokens(person.id);
}

Done listUsers(Task &task)
{
    VIGIE_TRY_ASSIGN(queues, task.desk.store().directory().queues());
    QHash<QueueId, QString> names;
    for (const Queue &queue : queues)
        names.insert(queue.id, queue.name);
    VIGIE_TRY_ASSIGN(people, task.desk.store().directory().people());
    for (const Person &person : people) {
        QStringList works;
        for (const QueueId &queue : person.queues)
            works.append(names.value(queue, queue.text()));
        const QStringList columns{person.login, nameOf(person.role),
                                  person.active ? QStringLiteral("active")
                                                : QStringLiteral("disabled"),
                                  person.name, works.join(QStringLiteral(", "))};
        task.console.out << columns.join(QLatin1Char('\t')) << '\n';
    }
    task.console.out << Qt::flush;
    return {};
}

struct Subcommand {
    const char *name;
    int words; ///< with its own name
    Done (*run)(Task &);
};

constexpr Subcommand kSubcommands[] = {
    {"add", 2, addUser},         {"change", 2, changeUser}, {"list", 1, listUsers},
    {"disable", 2, disableUser}, {"enable", 2, enableUser}, {"password", 2, passwordOfUser},
    {"revoke", 2, revokeUser},
};

const Subcommand *find(const QString &name)
{
    for (const Subcommand &subcommand : kSubcommands) {
        if (name == QLatin1String(subcommand.name))
            return &subcommand;
    }
    return nullptr;
}

} // namespace

Exit runUser(const QStringList &words, Console &console)
{
    Arguments arguments(
        QStringLiteral("user add|change|list|disable|enable|password|revoke [LOGIN] [flags]"),
        QStringLiteral(
            "add       a new account; prints a generated password unless --password-stdin\n"
            "change    what the flags say, the rest stays; --queue replaces all queues\n"
            "list      login, role, state, name, queues, separated by tabs\n"
            "disable   no more sign-in; signed out everywhere at once\n"
            "enable    undoes that\n"
            "password  a new password; signed out everywhere\n"
            "revoke    signed out everywhere, the password stays\n\n"
            "Works while the server serves."));
    arguments.add(QStringLiteral("name"), QStringLiteral("the person's name"), QStringLiteral("NAME"));
    arguments.add(QStringLiteral("role"), QStringLiteral("employee, agent, guardian or admin"),
                  QStringLiteral("ROLE"));
    arguments.add(QStringLiteral("queue"),
                  QStringLiteral("a queue they work in, by name; may be given several times"),
                  QStringLiteral("QUEUE"));
    arguments.add(QStringLiteral("email"), QStringLiteral("e-mail address"), QStringLiteral("ADDRESS"));
    arguments.add(QStringLiteral("team"), QStringLiteral("team"), QStringLiteral("TEAM"));
    arguments.add(QStringLiteral("site"), QStringLiteral("site"), QStringLiteral("SITE"));
    arguments.add(QStringLiteral("password-stdin"),
                  QStringLiteral("read the password from the first line of the standard input"));
    if (const auto over = arguments.parse(words, console, 1, 2))
        return *over;
    const Subcommand *subcommand = find(arguments.positional().constFirst());
    if (!subcommand || arguments.positional().size() != subcommand->words)
        return console.misused(QStringLiteral("vigie-server: \"user %1\" is not understood; see "
                                              "vigie-server user --help")
                                   .arg(arguments.positional().join(QLatin1Char(' '))));
    const auto settings = arguments.settings(console);
    if (!settings)
        return console.misused(settings.error().detail);
    const auto desk = openExisting(*settings, console.clock, console.rng);
    if (!desk)
        return console.failed(desk.error());
    Task task{arguments, console, **desk};
    const Done done = subcommand->run(task);
    return done ? Exit::Ok : console.failed(done.error());
}

} // namespace vigie::server
