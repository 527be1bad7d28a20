// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/server/api/api.h"
#include "app/server/cli/arguments.h"
#include "app/server/cli/backupjob.h"
#include "app/server/cli/commands.h"
#include "app/server/cli/firststart.h"
#include "app/server/cli/housekeeper.h"
#include "app/server/cli/opendesk.h"
#include "app/server/cli/platform/datalock.h"
#include "app/server/cli/platform/stopsignal.h"
#include "app/server/http/deskthread.h"
#include "app/server/http/httpserver.h"
#include "core/base/clock.h"
#include "core/base/json.h"
#include "core/base/logging.h"

#include <QCoreApplication>
#include <QFile>
#include <QSaveFile>

namespace vigie::server {

namespace {

void setLogLevel(LogLevel level)
{
    const auto flag = [level](LogLevel needed) {
        return level >= needed ? QLatin1String("true") : QLatin1String("false");
    };
    QLoggingCategory::setFilterRules(QStringLiteral("vigie.*.debug=%1\nvigie.*.info=%2\n"
                                                    "vigie.*.warning=%3")
                                         .arg(flag(LogLevel::Debug), flag(LogLevel::Info),
                                              flag(LogLevel::Warning)));
}

/// The desk with everything that must live and die on its thread.
class ServingDesk
{
public:
    ServingDesk(const Settings &settings, Console &console)
        : m_settings(settings), m_console(console)
    {
    }
    ~ServingDesk()
    {
        m_thread.run([this] {
            m_api.reset();
            m_desk.reset();
            return true;
        });
    }

    [[nodiscard]] Result<FirstStart> open()
    {
        return m_thread.run([this]() -> Result<FirstStart> {
            VIGIE_TRY_ASSIGN(desk, openForService(m_settings, m_console.clock, m_console.rng));
            m_desk = std::move(desk);
            m_api = std::make_unique<Api>(*m_desk, m_console.clock, m_console.rng);
            return prepareFirstStart(*m_desk, m_settings, m_console.clock, m_console.rng);
        });
    }

    [[nodiscard]] Post poster()
    {
        return [this](std::function<void()> job) { m_thread.post(std::move(job)); };
    }
    [[nodiscard]] Handler handler()
    {
        return [this](const ApiRequest &request, bool finalCall) {
            return m_api->handle(request, finalCall);
        };
    }
    /// Tells the server about moved feeds; nullptr before the server dies.
    void tell(HttpServer *server)
    {
        m_thread.run([this, server] {
            m_api->feedsMoved = nullptr;
            if (server)
                m_api->feedsMoved = [server](const QStringList &feeds) { server->feedsMoved(feeds); };
            return true;
        });
    }
    void tidyLater()
    {
        m_thread.post([this] {
            const Done done = m_desk->tidy();
            if (!done)
                qCWarning(lcServer, "tidying up: %s", qUtf8Printable(toLog(done.error())));
        });
    }

    /// Some tickets at a time, so that nobody waits for it.
    void lookAtTimeLater()
    {
        m_thread.post([this] {
            const Result<bool> more = m_desk->lookAtTime();
            if (!more)
                qCWarning(lcServer, "the rules: %s", qUtf8Printable(toLog(more.error())));
            else if (*more)
                lookAtTimeLater();
        });
    }

private:
    const Settings &m_settings;
    Console &m_console;
    std::unique_ptr<Desk> m_desk;
    std::unique_ptr<Api> m_api;
    DeskThread m_thread;
};

std::vector<Housekeeper::Chore> chores(const Settings &settings, Console &console,
                                       ServingDesk &desk, HttpServer &server)
{
    constexpr qint64 kDayMs = 86'400'000;
    std::vector<Housekeeper::Chore> result;
    result.push_back({kDayMs, [&desk] { desk.tidyLater(); }});
    result.push_back({60'000, [&desk] { desk.lookAtTimeLater(); }});
    result.push_back({kDayMs, [&settings, &console, &server] {
                          const auto identity = identityFor(settings, console.clock);
                          const Done done =
                              identity ? server.setIdentity(*identity) : fail(identity.error());
                          if (!done)
                              qCWarning(lcServer, "the certificate: %s",
                                        qUtf8Printable(toLog(done.error())));
                      }});
    if (!settings.backupDir.isEmpty()) {
        result.push_back({60'000, [&settings, &console] {
                              const auto made = backUpWhenDue(settings, console.clock);
                              if (!made)
                                  qCCritical(lcServer, "no backup: %s",
                                             qUtf8Printable(toLog(made.error())));
                              else if (*made)
                                  qCInfo(lcServer, "backed up and verified");
                          }});
    }
    return result;
}

Done writeReadyFile(const QString &path, const HttpServer &server, const TlsIdentity &identity)
{
    if (path.isEmpty())
        return {};
    const QJsonObject object{
        {QStringLiteral("port"), server.listening().constFirst().port},
        {QStringLiteral("fingerprint"), identity.fingerprint},
        {QStringLiteral("pid"), QCoreApplication::applicationPid()},
    };
    QSaveFile file(path);
    const QByteArray bytes = json::compact(object) + '\n';
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size() || !file.commit())
        return fail(ErrorCode::StoreReadOnly,
                    QStringLiteral("cannot write %1: %2").arg(path, file.errorString()));
    return {};
}

void greet(Console &console, const HttpServer &server, const TlsIdentity &identity)
{
    for (const ListenAddress &address : server.listening())
        console.out << "listening: https://" << toText(address) << '\n';
    console.out << "fingerprint: " << identity.fingerprint << Qt::endl;
}

Exit serve(const Settings &settings, Console &console, const QString &readyFile)
{
    StopSignal stopSignal;
    const auto lock = DataLock::take(settings.data);
    if (!lock)
        return console.failed(lock.error());
    ServingDesk desk(settings, console);
    const auto made = desk.open();
    if (!made)
        return console.failed(made.error());
    const auto identity = identityFor(settings, console.clock);
    if (!identity)
        return console.failed(identity.error());

    HttpServer server(HttpLimits(), console.clock, desk.poster(), desk.handler());
    const Done started = server.start(settings.listen, *identity);
    if (!started)
        return console.failed(started.error());
    console.out << firstStartText(*made);
    greet(console, server, *identity);
    if (const Done ready = writeReadyFile(readyFile, server, *identity); !ready)
        return console.failed(ready.error());
    desk.tell(&server);
    {
        Housekeeper housekeeper(console.clock, chores(settings, console, desk, server));
        housekeeper.start();
        stopSignal.wait();
        qCInfo(lcServer, "stopping");
        server.stop();
    }
    desk.tell(nullptr);
    if (!readyFile.isEmpty())
        QFile::remove(readyFile);
    return Exit::Ok;
}

} // namespace

Exit runServe(const QStringList &words, Console &console)
{
    Arguments arguments(
        QStringLiteral("serve [flags]"),
        QStringLiteral("Serves tickets over HTTPS until it gets SIGTERM or Ctrl+C. The first start "
                       "makes everything: database, authority, an intake queue and an "
                       "administrator, whose password is printed once. Without configuration only "
                       "this machine can connect; \"--listen 0.0.0.0:8642\" opens it to the "
                       "network."));
    arguments.addSetting(QStringLiteral("listen"),
                         QStringLiteral("address and port; may be given several times"),
                         QStringLiteral("ADDRESS"));
    arguments.add(QStringLiteral("port"),
                  QStringLiteral("another port for every address; 0 = any free one"),
                  QStringLiteral("PORT"));
    arguments.addSetting(QStringLiteral("name"), QStringLiteral("what the server calls itself"),
                         QStringLiteral("NAME"));
    arguments.addSetting(QStringLiteral("names"),
                         QStringLiteral("host names and addresses for its certificate"),
                         QStringLiteral("LIST"));
    arguments.addSetting(QStringLiteral("certificate"),
                         QStringLiteral("a certificate chain in PEM instead of the own authority"),
                         QStringLiteral("FILE"));
    arguments.addSetting(QStringLiteral("key"), QStringLiteral("the key for it, in PEM"),
                         QStringLiteral("FILE"));
    arguments.addSetting(QStringLiteral("backup-dir"),
                         QStringLiteral("a folder for regular verified backups"),
                         QStringLiteral("DIR"));
    arguments.addSetting(QStringLiteral("backup-every"),
                         QStringLiteral("how often, like 30m or 24h (default 24h)"),
                         QStringLiteral("TIME"));
    arguments.addSetting(QStringLiteral("backup-keep"),
                         QStringLiteral("how many of them stay (default 14; 0 = all)"),
                         QStringLiteral("COUNT"));
    arguments.addSetting(QStringLiteral("log-level"),
                         QStringLiteral("error, warning, info or debug"), QStringLiteral("LEVEL"));
    arguments.add(QStringLiteral("ready-file"),
                  QStringLiteral("write {\"port\",\"fingerprint\",\"pid\"} there when serving"),
                  QStringLiteral("FILE"));
    if (const auto over = arguments.parse(words, console))
        return *over;
    auto settings = arguments.settings(console);
    if (!settings)
        return console.misused(settings.error().detail);
    if (arguments.has(QStringLiteral("port"))) {
        const auto port = parseListenAddress(
            QStringLiteral("127.0.0.1:") + arguments.value(QStringLiteral("port")), 0);
        if (!port)
            return console.misused(QStringLiteral("--port: ") + port.error().detail);
        for (ListenAddress &address : settings->listen)
            address.port = port->port;
    }
    setLogLevel(settings->logLevel);
    return serve(*settings, console, arguments.value(QStringLiteral("ready-file")));
}

} // namespace vigie::server
