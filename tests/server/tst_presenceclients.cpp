// SPDX-License-Identifier: GPL-3.0-or-later
// Two real clients and the real server's API, over TLS on loopback.
#include "core/base/async.h"
#include "core/net/tlstrust.h"
#include "core/service/presenceservice.h"
#include "core/service/ticketservice.h"
#include "core/service/workspace.h"
#include "core/store/profile.h"
#include "tests/net/flawedserver.h"
#include "tests/server/world.h"

#include <QPointer>
#include <QSignalSpy>
#include <QTcpSocket>

using namespace vigie;
using namespace vigie::server;
using test::FlawedServer;
using test::SeenRequest;

namespace {

/// The API behind the simplest front there can be, which holds requests back as the real one does.
class Front
{
public:
    World world;
    Api api{*world.desk, world.clock, world.rng};
    bool presenceIsMad = false; ///< every question about company gets nonsense
    int presenceQuestions = 0;

    Front()
    {
        api.feedsMoved = [this](const QStringList &names) {
            for (qsizetype i = m_held.size() - 1; i >= 0; --i) {
                const auto waits = [&](const QString &name) { return m_held[i].names.contains(name); };
                if (std::any_of(names.cbegin(), names.cend(), waits)) {
                    const Held woken = m_held.takeAt(i);
                    // After the answer to whoever moved it, as on the desk's thread.
                    QMetaObject::invokeMethod(&m_server, [this, woken] { answer(woken, true); },
                                              Qt::QueuedConnection);
                }
            }
        };
    }
    [[nodiscard]] WorkspaceConfig configFor(Actress &who)
    {
        WorkspaceConfig config;
        config.folder = world.folder.path() + u'/' + who.person.login;
        config.server = m_server.url(QString());
        config.pinnedFingerprint = net::fingerprintOf(m_authority.certificate);
        const auto profile = store::Profile::open(config.folder, SystemClock().nowMs());
        if (!profile)
            qFatal("%s", qPrintable(toLog(profile.error())));
        who.device = (*profile)->device();
        config.token =
            QString::fromLatin1(world.desk->tokens().issue(who.caller(), {}).value_or(QByteArray()));
        return config;
    }

private:
    struct Held {
        QPointer<QTcpSocket> socket;
        ApiRequest request;
        QStringList names;
    };

    void serve(QTcpSocket *socket, const SeenRequest &seen)
    {
        const bool presence = seen.path == "/v1/presence";
        presenceQuestions += presence ? 1 : 0;
        if (presence && presenceIsMad) {
            socket->write(test::httpAnswer(200, "text/html", "<h1>Welcome to the hotel</h1>"));
            return;
        }
        ApiRequest request;
        request.method = seen.method;
        request.path = seen.path;
        request.headers = seen.headers;
        request.body = seen.body;
        answer({socket, request, {}}, false);
    }
    void answer(const Held &held, bool finalCall)
    {
        const ApiOutcome outcome = api.handle(held.request, finalCall);
        if (const auto *wait = std::get_if<WaitForFeeds>(&outcome)) {
            m_held.append({held.socket, held.request, wait->feeds});
            return;
        }
        const auto &response = std::get<ApiResponse>(outcome);
        if (held.socket)
            held.socket->write(test::jsonAnswer(response.status, response.body));
    }

    test::TestCertificate m_authority =
        test::makeCertificate({QStringLiteral("CA"), {}, -1, 30, true});
    test::TestCertificate m_leaf = test::makeCertificate(
        {QStringLiteral("s"), {QStringLiteral("DNS:localhost")}, -1, 30, false}, &m_authority);
    QList<Held> m_held;
    FlawedServer m_server{[this](QTcpSocket *socket, const SeenRequest &seen) { serve(socket, seen); },
                          m_leaf.key, {m_leaf.certificate, m_authority.certificate}};
};

/// One agent's program, as far as it has no windows.
struct Client {
    std::shared_ptr<Workspace> workspace;
    QObject pane; ///< where a ticket is shown

    explicit Client(const WorkspaceConfig &config)
    {
        whenDone(Workspace::open(config), &pane,
                 [this](const Result<std::shared_ptr<Workspace>> &opened) {
                     if (!opened)
                         qFatal("%s", qPrintable(toLog(opened.error())));
                     workspace = *opened;
                 });
        if (!QTest::qWaitFor([this] { return workspace && isOnline(); }, 20'000))
            qFatal("the client does not get online");
    }
    [[nodiscard]] bool isOnline() const
    {
        return workspace->status().phase == SyncStatus::Phase::Online;
    }
    [[nodiscard]] PresenceService &presence() const { return workspace->presence(); }
    [[nodiscard]] bool sees(const TicketId &ticket, const QString &name, Activity activity) const
    {
        const QList<Presence> there = presence().at(ticket);
        return there.size() == 1 && there[0].name == name && there[0].activity == activity;
    }
};

} // namespace

class TestPresenceClients : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void twoWhoTypeSeeEachOtherAndNeitherIsBlocked()
    {
        Front front;
        World &w = front.world;
        const TicketId ticket = w.reported(w.anna);
        w.send(w.chief, ticket, SetField{QStringLiteral("queue"), w.front.id.text()});
        Client ada(front.configFor(w.ada));
        Client chief(front.configFor(w.chief));
        ada.presence().look(&ada.pane, ticket);
        chief.presence().follow(&chief.pane, {ticket}); // it is only in the list here
        QTRY_VERIFY(chief.sees(ticket, QStringLiteral("ada"), Activity::Looks));
        QVERIFY(chief.presence().isLive());
        ada.presence().write(&ada.pane);
        QTRY_VERIFY(chief.sees(ticket, QStringLiteral("ada"), Activity::Writes));
        chief.presence().look(&chief.pane, ticket);
        chief.presence().write(&chief.pane);
        QTRY_VERIFY(ada.sees(ticket, QStringLiteral("chief"), Activity::Writes));
        // Neither is blocked.
        for (Client *client : {&ada, &chief}) {
            const QString tag = client->workspace->me().name;
            const auto sent = client->workspace->tickets().change(ticket, EditTags{{tag}, {}}, {});
            QTRY_VERIFY(sent.isFinished() && sent.result().has_value());
            QTRY_VERIFY(w.ticket(ticket).tags.contains(tag));
        }
        // Leaving is heard.
        ada.presence().look(&ada.pane, {});
        QTRY_VERIFY(chief.presence().at(ticket).isEmpty());
        // Requesters read nothing of it.
        QVERIFY(!json::compact(wire::encode(w.exchange(w.anna, {}, true))).contains("presence"));
    }

    void aMadAnswerHarmsNoOperation()
    {
        Front front;
        World &w = front.world;
        front.presenceIsMad = true;
        Client chief(front.configFor(w.chief));
        const TicketId ticket = w.reported(w.anna);
        chief.presence().look(&chief.pane, ticket);
        QTRY_VERIFY(front.presenceQuestions > 0);
        const auto sent = chief.workspace->tickets().change(ticket, EditTags{{QStringLiteral("vpn")}, {}}, {});
        QTRY_VERIFY(sent.isFinished() && sent.result().has_value());
        QTRY_VERIFY(w.ticket(ticket).tags.contains(QStringLiteral("vpn")));
        QVERIFY(!chief.presence().isLive());
        QTRY_VERIFY(chief.isOnline());
    }

    void whoDoesNotWantToBeSeenIsNotSeen()
    {
        Front front;
        World &w = front.world;
        const TicketId ticket = w.reported(w.anna);
        w.send(w.chief, ticket, SetField{QStringLiteral("queue"), w.front.id.text()});
        Client ada(front.configFor(w.ada));
        Client chief(front.configFor(w.chief));
        chief.presence().follow(&chief.pane, {ticket});
        ada.presence().look(&ada.pane, ticket);
        QTRY_VERIFY(chief.sees(ticket, QStringLiteral("ada"), Activity::Looks));
        ada.presence().setShown(false);
        QTRY_VERIFY(chief.presence().at(ticket).isEmpty());
        chief.presence().look(&chief.pane, ticket); // but she sees others
        QTRY_VERIFY(ada.sees(ticket, QStringLiteral("chief"), Activity::Looks));
        QVERIFY(chief.presence().at(ticket).isEmpty());
    }

    void aPlaceThatDiesIsLeft()
    {
        Front front;
        World &w = front.world;
        const TicketId ticket = w.reported(w.anna);
        Client chief(front.configFor(w.chief));
        Actress second = w.person("dora", Role::Admin, {});
        Client dora(front.configFor(second));
        dora.presence().follow(&dora.pane, {ticket});
        auto window = std::make_unique<QObject>();
        chief.presence().look(window.get(), ticket);
        QTRY_VERIFY(dora.sees(ticket, QStringLiteral("chief"), Activity::Looks));
        window.reset();
        QTRY_VERIFY(dora.presence().at(ticket).isEmpty());
    }
};

QTEST_GUILESS_MAIN(TestPresenceClients)
#include "tst_presenceclients.moc"
