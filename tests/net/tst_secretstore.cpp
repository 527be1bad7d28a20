// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/async.h"
#include "core/net/keychain/keychainsecretstore.h"
#include "core/net/memorysecretstore.h"

#include <QElapsedTimer>
#include <QLocalServer>
#include <QLocalSocket>
#include <QTemporaryDir>
#include <QTest>

using namespace vigie;

namespace {

/// The result of a future, waited for in the test's event loop.
template<class T>
Result<T> waited(const QFuture<Result<T>> &future)
{
    std::optional<Result<T>> result;
    QObject context;
    whenDone(future, &context, [&](const Result<T> &found) { result = found; });
    [&] { QTRY_VERIFY_WITH_TIMEOUT(result.has_value(), 15'000); }();
    return result.value_or(Result<T>(fail(ErrorCode::Bug)));
}

} // namespace

class TestSecretStore : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void secretsInMemoryCanBeWrittenReadAndRemoved()
    {
        net::MemorySecretStore store;
        QCOMPARE(waited(store.read(QStringLiteral("a"))).error().code, ErrorCode::NotFound);
        QVERIFY(waited(store.write(QStringLiteral("a"), QStringLiteral("s"))).value());
        QCOMPARE(waited(store.read(QStringLiteral("a"))).value(), QStringLiteral("s"));
        QVERIFY(waited(store.remove(QStringLiteral("a"))).value());
        QVERIFY(!waited(store.remove(QStringLiteral("a"))).value());
        QVERIFY(!waited(store.read(QStringLiteral("a"))));
    }

    void withoutAKeychainEverythingEndsAsNoSecretStore()
    {
        qputenv("DBUS_SESSION_BUS_ADDRESS", "unix:path=/nonexistent/bus");
        net::KeychainSecretStore store(QStringLiteral("vigie-test"));
        QElapsedTimer timer;
        timer.start();
        const auto written = waited(store.write(QStringLiteral("a"), QStringLiteral("secret")));
        const auto read = waited(store.read(QStringLiteral("a")));
        QVERIFY(!written && !read);
        QCOMPARE(written.error().code, ErrorCode::NoSecretStore);
        QCOMPARE(read.error().code, ErrorCode::NoSecretStore);
        QVERIFY(timer.elapsed() < 2 * net::KeychainSecretStore::kTimeoutMs);
        QVERIFY(!waited(store.remove(QStringLiteral("a"))));
    }

    void aSilentKeychainDoesNotBlockTheWindows()
    {
        // A session bus that takes connections and never says a word.
        QTemporaryDir folder;
        QLocalServer bus;
        QVERIFY(bus.listen(folder.path() + QStringLiteral("/bus")));
        qputenv("DBUS_SESSION_BUS_ADDRESS",
                "unix:path=" + (folder.path() + QStringLiteral("/bus")).toUtf8());
        net::KeychainSecretStore store(QStringLiteral("vigie-test"), nullptr, 500);
        QElapsedTimer timer;
        timer.start();
        const auto future = store.read(QStringLiteral("a"));
        QVERIFY(timer.elapsed() < 200);
        const auto read = waited(future);
        QVERIFY(!read);
        QCOMPARE(read.error().code, ErrorCode::NoSecretStore);
        QVERIFY(timer.elapsed() < 5'000);
        bus.close();
    }

    void futuresEndWhenTheStoreGoes()
    {
        qputenv("DBUS_SESSION_BUS_ADDRESS", "unix:path=/nonexistent/bus");
        auto store = std::make_unique<net::KeychainSecretStore>(QStringLiteral("vigie-test"));
        const auto future = store->read(QStringLiteral("a"));
        QElapsedTimer timer;
        timer.start();
        store.reset();
        QVERIFY(!waited(future));
        QVERIFY(timer.elapsed() < net::KeychainSecretStore::kTimeoutMs / 2);
    }
};

QTEST_GUILESS_MAIN(TestSecretStore)
#include "tst_secretstore.moc"
