// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/server/api/api.h"
#include "app/server/desk/desk.h"
#include "app/server/http/deskthread.h"
#include "app/server/http/httpserver.h"
#include "core/base/clock.h"
#include "core/base/rng.h"

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QSaveFile>

#include <cstdio>

using namespace vigie;
using namespace vigie::server;

namespace {

/// Lives in this process's connection to the database, and nowhere else.
constexpr QLatin1String kForget(
    "CREATE TEMP TRIGGER forget AFTER INSERT ON main.op_result "
    "BEGIN DELETE FROM op_result WHERE op_id = NEW.op_id; END");

int complain(const Error &error)
{
    std::fprintf(stderr, "%s\n", qPrintable(toLog(error)));
    return 1;
}

Done writeReady(const QString &path, const ListenAddress &address)
{
    QSaveFile file(path);
    const QByteArray text = toText(address).toUtf8() + '\n';
    if (!file.open(QIODevice::WriteOnly) || file.write(text) != text.size() || !file.commit())
        return fail(ErrorCode::StoreFault, file.errorString());
    return {};
}

} // namespace

/// A server like vigie-server but for one thing: it does not remember which operations it has
/// applied. The control of the chaos test, which has to notice. Runs until it is killed, on a data
/// folder that vigie-server has set up.
int main(int argc, char **argv)
{
    QCoreApplication application(argc, argv);
    QCommandLineParser parser;
    const QCommandLineOption data(QStringLiteral("data"), QString(), QStringLiteral("folder"));
    const QCommandLineOption listen(QStringLiteral("listen"), QString(), QStringLiteral("address"));
    const QCommandLineOption ready(QStringLiteral("ready-file"), QString(), QStringLiteral("file"));
    parser.addOptions({data, listen, ready});
    parser.addPositionalArgument(QStringLiteral("serve"), QString());
    parser.process(application);

    const SystemClock clock;
    SystemRng rng;
    DeskThread thread;
    std::unique_ptr<Desk> desk;
    std::unique_ptr<Api> api;
    DeskOptions options;
    options.folder = parser.value(data);
    const Done opened = thread.run([&]() -> Done {
        VIGIE_TRY_ASSIGN(made, Desk::open(options, clock, rng));
        desk = std::move(made);
        VIGIE_TRY(desk->store().database().run(QString(kForget)));
        api = std::make_unique<Api>(*desk, clock, rng);
        return {};
    });
    if (!opened)
        return complain(opened.error());

    const auto address = parseListenAddress(parser.value(listen), 0);
    const auto identity = openOrCreateIdentity(parser.value(data) + QStringLiteral("/tls"),
                                               defaultTlsNames(), clock);
    if (!address || !identity)
        return complain(address ? identity.error() : address.error());
    HttpServer server(
        HttpLimits(), clock, [&](std::function<void()> job) { thread.post(std::move(job)); },
        [&](const ApiRequest &request, bool finalCall) { return api->handle(request, finalCall); });
    thread.run([&] { api->feedsMoved = [&](const QStringList &feeds) { server.feedsMoved(feeds); }; });
    if (const Done started = server.start({*address}, *identity); !started)
        return complain(started.error());
    if (const Done written = writeReady(parser.value(ready), server.listening().first()); !written)
        return complain(written.error());
    return QCoreApplication::exec();
}
