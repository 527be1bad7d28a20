// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/server/cli/firststart.h"

#include "app/server/cli/passwords.h"
#include "core/base/clock.h"
#include "core/base/rng.h"

#include <algorithm>

namespace vigie::server {

namespace {

Done addIntakeQueue(Desk &desk, IdGenerator &ids, FirstStart &made)
{
    VIGIE_TRY_ASSIGN(queues, desk.store().directory().queues());
    if (!queues.isEmpty())
        return {};
    Queue queue;
    queue.id = ids.make<QueueId>();
    queue.name = QStringLiteral("Service desk");
    queue.description = QStringLiteral("Everything arrives here first");
    VIGIE_TRY(desk.addQueue(queue));
    VIGIE_TRY(desk.setIntakeQueue(queue.id));
    made.queue = queue.name;
    return {};
}

/// "admin", or "admin2" and so on when somebody else has that login.
Result<QString> freeLogin(Desk &desk)
{
    for (int number = 1; number < 1000; ++number) {
        const QString login = number == 1 ? QStringLiteral("admin")
                                          : QStringLiteral("admin%1").arg(number);
        VIGIE_TRY_ASSIGN(taken, desk.store().directory().personByLogin(login));
        if (!taken)
            return login;
    }
    return fail(ErrorCode::Invalid, QStringLiteral("no login for an administrator is free"));
}

Done addAdmin(Desk &desk, IdGenerator &ids, Rng &rng, FirstStart &made)
{
    VIGIE_TRY_ASSIGN(people, desk.store().directory().people());
    const bool ruled = std::any_of(people.begin(), people.end(), [](const Person &person) {
        return person.active && person.role == Role::Admin;
    });
    if (ruled)
        return {};
    VIGIE_TRY_ASSIGN(login, freeLogin(desk));
    Person admin;
    admin.id = ids.make<PersonId>();
    admin.login = login;
    admin.name = QStringLiteral("Administrator");
    admin.role = Role::Admin;
    const QString password = generatedPassword(rng);
    VIGIE_TRY(desk.addPerson(admin));
    VIGIE_TRY(desk.setPassword(admin.id, password));
    made.adminLogin = admin.login;
    made.adminPassword = password;
    return {};
}

} // namespace

Result<FirstStart> prepareFirstStart(Desk &desk, const Settings &settings, const Clock &clock,
                                     Rng &rng)
{
    IdGenerator ids(clock, rng);
    FirstStart made;
    VIGIE_TRY(addIntakeQueue(desk, ids, made));
    VIGIE_TRY(addAdmin(desk, ids, rng, made));
    if (!settings.name.isEmpty()) {
        VIGIE_TRY_ASSIGN(name, desk.name());
        if (name != settings.name)
            VIGIE_TRY(desk.setName(settings.name));
    }
    return made;
}

QString tlsFolder(const QString &dataFolder)
{
    return dataFolder + QStringLiteral("/tls");
}

Result<TlsIdentity> identityFor(const Settings &settings, const Clock &clock)
{
    if (!settings.certificate.isEmpty())
        return identityFromFiles(settings.certificate, settings.key);
    return openOrCreateIdentity(tlsFolder(settings.data), defaultTlsNames() + settings.names, clock);
}

QString firstStartText(const FirstStart &made)
{
    QString text;
    if (!made.queue.isEmpty())
        text += QStringLiteral("intake queue: %1\n").arg(made.queue);
    if (!made.adminLogin.isEmpty()) {
        text += QStringLiteral("administrator: %1\npassword: %2\n"
                               "(This password is shown only now. Change it with "
                               "\"vigie-server user password %1\".)\n")
                    .arg(made.adminLogin, made.adminPassword);
    }
    return text;
}

} // namespace vigie::server
