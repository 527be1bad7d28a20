// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/platform/busnotifier_linux.h"
#include "tests/portal/mocknotifications.h"
#include "tests/portal/privatebus.h"

#include <QApplication>
#include <QSignalSpy>
#include <QTest>

using namespace vigie;

namespace {

Bubble bubbleFor(const QString &key, const QString &body = QStringLiteral("words"))
{
    return {key, QStringLiteral("Ben answered"), body, QStringLiteral("Open"),
            {{QStringLiteral("works"), QStringLiteral("It works")},
             {QStringLiteral("not-yet"), QStringLiteral("Not yet")}},
            QStringLiteral("Your answer to Ben")};
}

} // namespace

class BusNotifierTest final : public QObject
{
    Q_OBJECT

public:
    BusNotifierTest(const QDBusConnection &client, const QDBusConnection &server) :
        m_client(client), m_server(server)
    {}

private Q_SLOTS:
    void init()
    {
        qunsetenv("XDG_ACTIVATION_TOKEN");
        m_service = std::make_unique<MockNotifications>(m_server);
        QVERIFY(m_service->appear());
        m_notifier = std::make_unique<BusNotifier>(m_client, nullptr, nullptr);
        m_activated = std::make_unique<QSignalSpy>(m_notifier.get(), &Notifier::activated);
        m_replied = std::make_unique<QSignalSpy>(m_notifier.get(), &Notifier::replied);
    }

    void cleanup()
    {
        m_replied.reset();
        m_activated.reset();
        m_notifier.reset();
        m_service.reset();
    }

    void aBubbleHasItsButtonsAndAClickOfItsOwn()
    {
        m_notifier->show(bubbleFor(kKey));
        QTRY_COMPARE(calls().size(), 1);
        QCOMPARE(calls().first().replaces, 0U);
        QCOMPARE(calls().first().title, QStringLiteral("Ben answered"));
        QCOMPARE(calls().first().actions,
                 (QStringList{QStringLiteral("default"), QStringLiteral("Open"),
                              QStringLiteral("works"), QStringLiteral("It works"),
                              QStringLiteral("not-yet"), QStringLiteral("Not yet")}));
        QCOMPARE(calls().first().hints.value(QStringLiteral("desktop-entry")).toString(),
                 QStringLiteral("org.vigie.Vigie"));
        settle();
        m_service->invoke(calls().first().given, QStringLiteral("not-yet"));
        QTRY_COMPARE(m_activated->size(), 1);
        QCOMPARE(m_activated->last(), (QVariantList{kKey, QStringLiteral("not-yet")}));
        m_service->invoke(calls().first().given, QStringLiteral("default"));
        QTRY_COMPARE(m_activated->size(), 2);
        QCOMPARE(m_activated->last(), (QVariantList{kKey, QString()}));
    }

    void tenUpdatesOfATicketAreOneBubble()
    {
        for (int i = 0; i < 10; ++i)
            m_notifier->show(bubbleFor(kKey, QString::number(i)));
        // Those that came before the service said its first id became the last of them.
        QTRY_VERIFY(!calls().isEmpty() && calls().last().body == QStringLiteral("9"));
        settle();
        const uint id = calls().first().given;
        for (const MockNotifications::Call &call : calls())
            QCOMPARE(call.given, id);
        m_notifier->show(bubbleFor(kKey, QStringLiteral("ten")));
        QTRY_COMPARE(calls().last().body, QStringLiteral("ten"));
        QCOMPARE(calls().last().replaces, id);
        m_notifier->show(bubbleFor(QStringLiteral("another")));
        QTRY_COMPARE(calls().last().replaces, 0U);
    }

    void anUpdateWaitsForTheIdOfTheFirst()
    {
        m_service->thoughtful = true;
        m_notifier->show(bubbleFor(kKey, QStringLiteral("1")));
        QTRY_COMPARE(calls().size(), 1);
        m_notifier->show(bubbleFor(kKey, QStringLiteral("2")));
        m_notifier->show(bubbleFor(kKey, QStringLiteral("3")));
        m_service->thoughtful = false;
        m_service->answerNow();
        QTRY_COMPARE(calls().size(), 2);
        QCOMPARE(calls().last().body, QStringLiteral("3"));
        QCOMPARE(calls().last().replaces, calls().first().given);
    }

    void whatIsWithdrawnBeforeItIsShownIsClosed()
    {
        m_service->thoughtful = true;
        m_notifier->show(bubbleFor(kKey));
        QTRY_COMPARE(calls().size(), 1);
        m_notifier->withdraw(kKey);
        m_service->answerNow();
        QTRY_COMPARE(m_service->closed, QList<uint>{calls().first().given});
        // And before the service was even asked.
        m_service->thoughtful = false;
        m_notifier = std::make_unique<BusNotifier>(m_client, nullptr, nullptr);
        m_notifier->show(bubbleFor(QStringLiteral("gone")));
        m_notifier->withdraw(QStringLiteral("gone"));
        m_notifier->show(bubbleFor(QStringLiteral("stays")));
        QTRY_COMPARE(calls().size(), 2);
    }

    void aClosedBubbleIsNotReplaced()
    {
        m_notifier->show(bubbleFor(kKey));
        QTRY_COMPARE(calls().size(), 1);
        settle();
        const uint first = calls().first().given;
        m_service->dismiss(first);
        // The bus keeps the order: what follows is handled behind it.
        m_service->invoke(first, QStringLiteral("default"));
        m_notifier->withdraw(QStringLiteral("nothing"));
        settle();
        m_notifier->show(bubbleFor(kKey));
        QTRY_VERIFY(calls().last().given != first
                    && calls().last().title == QStringLiteral("Ben answered"));
        QCOMPARE(calls().last().replaces, 0U);
        QVERIFY(m_activated->isEmpty());
    }

    void foreignWordsStayWords()
    {
        const QString nasty = QStringLiteral("<img src=\"http://x/y\"> & <b>bold</b>");
        m_notifier->show(bubbleFor(kKey, nasty));
        QTRY_COMPARE(calls().size(), 1);
        QCOMPARE(calls().first().body, nasty.toHtmlEscaped());
    }

    void whereNothingIsUnderstoodNothingIsEscaped()
    {
        m_service->capabilities = QStringList{QStringLiteral("body")};
        m_notifier->show(bubbleFor(kKey, QStringLiteral("a < b")));
        QTRY_COMPARE(calls().size(), 1);
        QCOMPARE(calls().first().body, QStringLiteral("a < b"));
        QVERIFY(calls().first().actions.isEmpty());
        QVERIFY(!calls().first().hints.contains(QStringLiteral("x-kde-reply-placeholder-text")));
    }

    void anAnswerCanBeTypedWhereTheDesktopHasThat()
    {
        m_service->capabilities.append(QStringLiteral("inline-reply"));
        m_notifier->show(bubbleFor(kKey));
        QTRY_COMPARE(calls().size(), 1);
        QVERIFY(calls().first().actions.contains(QStringLiteral("inline-reply")));
        QCOMPARE(calls().first().hints.value(QStringLiteral("x-kde-reply-placeholder-text")).toString(),
                 QStringLiteral("Your answer to Ben"));
        settle();
        const uint id = calls().first().given;
        m_service->invoke(id, QStringLiteral("inline-reply"));
        m_service->reply(id, QStringLiteral("  "));
        m_service->reply(id, QStringLiteral("It works now"));
        QTRY_COMPARE(m_replied->size(), 1);
        QCOMPARE(m_replied->last(), (QVariantList{kKey, QStringLiteral("It works now")}));
        QVERIFY(m_activated->isEmpty());
    }

    void bubblesOfOtherProgramsAreNoneOfOurBusiness()
    {
        m_notifier->show(bubbleFor(kKey));
        QTRY_COMPARE(calls().size(), 1);
        settle();
        m_service->giveToken(7, QStringLiteral("foreign"));
        m_service->invoke(7, QStringLiteral("default"));
        m_service->reply(7, QStringLiteral("psst"));
        m_service->invoke(calls().first().given, QStringLiteral("works"));
        QTRY_COMPARE(m_activated->size(), 1);
        QCOMPARE(m_activated->last(), (QVariantList{kKey, QStringLiteral("works")}));
        QVERIFY(m_replied->isEmpty());
        QVERIFY(!qEnvironmentVariableIsSet("XDG_ACTIVATION_TOKEN"));
    }

    void theTokenIsThereBeforeTheWindowIsRaised()
    {
        m_notifier->show(bubbleFor(kKey));
        QTRY_COMPARE(calls().size(), 1);
        settle();
        QByteArray token;
        connect(m_notifier.get(), &Notifier::activated, this,
                [&token] { token = qgetenv("XDG_ACTIVATION_TOKEN"); });
        m_service->giveToken(calls().first().given, QStringLiteral("abc-1"));
        m_service->invoke(calls().first().given, QStringLiteral("default"));
        QTRY_COMPARE(m_activated->size(), 1);
        QCOMPARE(token, QByteArray("abc-1"));
    }

    void aServiceThatIsAbsentOrBrokenHarmsNobody()
    {
        m_service->broken = true;
        m_notifier->show(bubbleFor(kKey));
        m_service->broken = false;
        m_service->disappear();
        m_notifier->show(bubbleFor(kKey));
        m_notifier->withdraw(kKey);
        QVERIFY(m_service->appear());
        m_notifier->show(bubbleFor(kKey, QStringLiteral("again")));
        QTRY_VERIFY(!calls().isEmpty() && calls().last().body == QStringLiteral("again"));
    }

    void anotherServiceIsAskedAnew()
    {
        m_notifier->show(bubbleFor(kKey, QStringLiteral("<")));
        QTRY_COMPARE(calls().size(), 1);
        QCOMPARE(calls().last().body, QStringLiteral("&lt;"));
        m_service->disappear();
        m_service->capabilities = QStringList{QStringLiteral("body")};
        QVERIFY(m_service->appear());
        QTRY_VERIFY([this] {
            m_notifier->show(bubbleFor(kKey, QStringLiteral("<")));
            QCoreApplication::processEvents();
            return calls().last().body == QStringLiteral("<");
        }());
    }

private:
    [[nodiscard]] const QList<MockNotifications::Call> &calls() const { return m_service->calls; }
    /// Waits until the client knows the id of what it showed: another bubble, made and taken away
    /// after it, has come and gone.
    void settle()
    {
        const QString key = QStringLiteral("settled");
        const qsizetype before = m_service->closed.size();
        m_notifier->show(bubbleFor(key, QStringLiteral("settled")));
        m_notifier->withdraw(key);
        QTRY_VERIFY(m_service->closed.size() > before);
        m_service->calls.removeIf(
            [](const MockNotifications::Call &call) { return call.body == QStringLiteral("settled"); });
        m_service->closed.clear();
    }

    const QString kKey = QStringLiteral("ticket-1");
    QDBusConnection m_client;
    QDBusConnection m_server;
    std::unique_ptr<MockNotifications> m_service;
    std::unique_ptr<BusNotifier> m_notifier;
    std::unique_ptr<QSignalSpy> m_activated;
    std::unique_ptr<QSignalSpy> m_replied;
};

int main(int argc, char **argv)
{
    QApplication application(argc, argv);
    PrivateBus bus;
    const QString address = bus.start();
    const QDBusConnection client = QDBusConnection::connectToBus(address, QStringLiteral("client"));
    const QDBusConnection server = QDBusConnection::connectToBus(address, QStringLiteral("server"));
    if (!client.isConnected() || !server.isConnected()) {
        qCritical("The test's own bus cannot be reached");
        return 1;
    }
    BusNotifierTest test(client, server);
    return QTest::qExec(&test, argc, argv);
}

#include "tst_busnotifier.moc"
