// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/async.h"
#include "core/base/clock.h"
#include "core/net/tlstrust.h"
#include "core/service/draftservice.h"
#include "core/query/parser.h"
#include "core/service/outboxservice.h"
#include "core/service/savedviewservice.h"
#include "core/service/ticketservice.h"
#include "core/service/workspace.h"
#include "core/store/profile.h"
#include "tests/net/flawedserver.h"

#include <QCryptographicHash>
#include <QFile>
#include <QJsonObject>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

/// Shows an error instead of a bare "false".
#define VERIFY_OK(expression)                                                                      \
    do {                                                                                           \
        const auto &verified = (expression);                                                       \
        QVERIFY2(verified.has_value(),                                                             \
                 verified ? "" : qPrintable(::vigie::toLog(verified.error())));                    \
    } while (false)

using namespace vigie;
using test::FlawedServer;
using test::SeenRequest;

namespace {

const QString kReportDraft = QStringLiteral("report");

/// The result of a future, waited for in the test's event loop.
template<class T>
Result<T> waited(const QFuture<Result<T>> &future)
{
    std::optional<Result<T>> result;
    QObject context;
    whenDone(future, &context, [&](const Result<T> &found) { result = found; });
    [&] { QTRY_VERIFY_WITH_TIMEOUT(result.has_value(), 20'000); }();
    return result.value_or(Result<T>(fail(ErrorCode::Timeout)));
}

/// One person's profile on disk and the workspace on top of it.
struct Desk {
    QTemporaryDir folder;
    WorkspaceConfig config;
    Person me;
    std::shared_ptr<Workspace> workspace;

    explicit Desk(Role role = Role::Employee)
    {
        config.folder = folder.path() + QStringLiteral("/anna");
        config.server = QUrl(QStringLiteral("https://127.0.0.1:9"));
        me.id = PersonId(QUuid::createUuid());
        me.login = QStringLiteral("anna");
        me.name = QStringLiteral("Anna");
        me.role = role;
        const auto profile = store::Profile::open(config.folder, SystemClock().nowMs());
        if (!profile || !(*profile)->cache().setMe(me))
            qFatal("cannot prepare the profile");
    }
    [[nodiscard]] bool reopen()
    {
        workspace.reset();
        const auto opened = waited(Workspace::open(config));
        if (!opened) {
            qWarning("%s", qPrintable(toLog(opened.error())));
            return false;
        }
        workspace = *opened;
        return true;
    }
    TicketService &tickets() { return workspace->tickets(); }
    OutboxService &outbox() { return workspace->outbox(); }
    DraftService &drafts() { return workspace->drafts(); }

    static CreateTicket kit(const QString &title)
    {
        CreateTicket create;
        create.title = title;
        create.kit.what = title + QStringLiteral(", since this morning");
        return create;
    }
    [[nodiscard]] TicketId report(const QString &title, const QString &draft = {})
    {
        const auto id = waited(tickets().report(kit(title), draft));
        if (!id)
            qWarning("%s", qPrintable(toLog(id.error())));
        return id.value_or(TicketId());
    }
    [[nodiscard]] QList<TicketRow> myRequests()
    {
        ListQuery query;
        query.scope = ListScope::MyRequests;
        return waited(tickets().list(query)).value_or(QList<TicketRow>());
    }
    [[nodiscard]] QList<OutboxEntry> waiting()
    {
        return waited(outbox().entries()).value_or(QList<OutboxEntry>());
    }
    [[nodiscard]] TicketView view(const TicketId &id)
    {
        return waited(tickets().open(id)).value_or(TicketView());
    }
};

} // namespace

class TestWorkspace : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aReportIsShownAtOnceAndAfterReopening()
    {
        Desk desk;
        QVERIFY(desk.reopen());
        QCOMPARE(desk.workspace->me().name, QStringLiteral("Anna"));
        QSignalSpy changed(desk.workspace.get(), &Workspace::changed);
        const TicketId id = desk.report(QStringLiteral("Printer prints blank pages"));
        QVERIFY(!id.isNull());
        QTRY_VERIFY(!changed.isEmpty());
        QVERIFY(changed.first().at(0).value<QSet<TicketId>>().contains(id));
        QVERIFY(changed.first().at(1).toBool());
        for (int round = 0; round < 2; ++round) {
            QCOMPARE(desk.myRequests().size(), 1);
            QCOMPARE(desk.myRequests().first().id, id);
            QVERIFY(desk.myRequests().first().pending);
            const TicketView view = desk.view(id);
            QCOMPARE(view.ticket.title, QStringLiteral("Printer prints blank pages"));
            QCOMPARE(view.thread.size(), 1);
            QCOMPARE(view.thread.first().delivery, Delivery::Waiting);
            QVERIFY(view.thread.first().mine);
            QCOMPARE(view.thread.first().op, view.pending.first().op.id);
            QVERIFY(!view.asStaff);
            QCOMPARE(desk.waiting().size(), 1);
            QVERIFY(desk.reopen());
        }
        QVERIFY(!waited(desk.tickets().search(QStringLiteral("blank"), 10))->isEmpty());
    }

    void aQueryKnowsWhoAsksAndWhatTheOutboxHolds()
    {
        Desk desk;
        QVERIFY(desk.reopen());
        const TicketId printer = desk.report(QStringLiteral("Printer prints blank pages"));
        const TicketId screen = desk.report(QStringLiteral("Screen stays dark"));
        const auto asked = [&](const QString &text) {
            ListQuery query;
            query.scope = ListScope::MyRequests;
            query.filter = query::parse(text).expr;
            QSet<TicketId> found;
            const auto rows = waited(desk.tickets().list(query));
            for (const TicketRow &row : rows.value_or(QList<TicketRow>()))
                found.insert(row.id);
            const auto count = waited(desk.tickets().count(query, 10));
            return count && *count == found.size() ? found : QSet<TicketId>{TicketId()};
        };
        QCOMPARE(asked(QStringLiteral("requester:me")), (QSet<TicketId>{printer, screen}));
        QCOMPARE(asked(QStringLiteral("has:pending -dark")), QSet<TicketId>{printer});
        QCOMPARE(asked(QStringLiteral("has:draft")), QSet<TicketId>());
        VERIFY_OK(waited(desk.drafts().save(QStringLiteral("reply/") + screen.text(),
                                            {{QStringLiteral("text"), QStringLiteral("It")}})));
        QCOMPARE(asked(QStringLiteral("has:draft")), QSet<TicketId>{screen});
        QCOMPARE(asked(QStringLiteral("-has:draft")), QSet<TicketId>{printer});
        QCOMPARE(asked(QStringLiteral("has:conflict OR is:unread")), QSet<TicketId>());
        const auto unknown = waited(
            desk.tickets().unknownNames(query::parse(QStringLiteral("requester:nobody")).expr));
        VERIFY_OK(unknown);
        QCOMPARE(unknown->size(), 1);
        QCOMPARE(waited(desk.tickets().tags(QString(), 5))->size(), 0);
    }

    void savedViewsAreThereAfterReopening()
    {
        Desk desk;
        QVERIFY(desk.reopen());
        SavedViewService &views = desk.workspace->savedViews();
        QSignalSpy changed(&views, &SavedViewService::changed);
        SavedView mine;
        mine.name = QStringLiteral("Mine");
        mine.query = QStringLiteral("is:open owner:me");
        const auto saved = waited(views.save(mine));
        VERIFY_OK(saved);
        QVERIFY(!saved->id.isNull());
        QTRY_COMPARE(changed.size(), 1);
        const auto second = waited(views.save(mine));
        VERIFY_OK(second);
        VERIFY_OK(waited(views.arrange({second->id, saved->id})));
        SavedView nameless = mine;
        nameless.name.clear();
        QCOMPARE(waited(views.save(nameless)).error().code, ErrorCode::Invalid);
        QTRY_COMPARE(changed.size(), 3);
        QVERIFY(desk.reopen());
        QCOMPARE(*waited(desk.workspace->savedViews().list()),
                 (QList<SavedView>{*second, *saved}));
        QCOMPARE(*waited(desk.workspace->savedViews().remove(saved->id)), true);
        QCOMPARE(waited(desk.workspace->savedViews().list())->size(), 1);
    }

    void aReplyToAReportThatWaitsIsKeptInOrder()
    {
        Desk desk;
        QVERIFY(desk.reopen());
        const TicketId id = desk.report(QStringLiteral("No network"));
        AddMessage add;
        add.body = QStringLiteral("It is the cable, I think");
        const auto message = waited(desk.tickets().addMessage(id, add, {}, {}));
        QVERIFY(message.has_value());
        QVERIFY(desk.reopen());
        const TicketView view = desk.view(id);
        QCOMPARE(view.thread.size(), 2);
        QCOMPARE(view.thread.last().message.id, *message);
        QCOMPARE(view.thread.last().delivery, Delivery::Waiting);
        QCOMPARE(view.pending.size(), 2);
        QCOMPARE(view.pending.last().op.deps, QList<OpId>{view.pending.first().op.id});
    }

    void aWaitingReplyCanBeEditedDiscardedAndRestored()
    {
        Desk desk;
        QVERIFY(desk.reopen());
        const TicketId id = desk.report(QStringLiteral("No network"));
        AddMessage add;
        add.body = QStringLiteral("frist words");
        QVERIFY(waited(desk.tickets().addMessage(id, add, {}, {})).has_value());
        const OpId op = desk.view(id).thread.last().op;
        QVERIFY(waited(desk.outbox().editMessage(op, QStringLiteral("first words"))));
        QCOMPARE(desk.view(id).thread.last().message.body, QStringLiteral("first words"));
        QVERIFY(waited(desk.outbox().discard(op)));
        QCOMPARE(desk.view(id).thread.size(), 1);
        QCOMPARE(waited(desk.outbox().bin())->size(), 1);
        QVERIFY(desk.reopen());
        QCOMPARE(desk.view(id).thread.size(), 1);
        QVERIFY(waited(desk.outbox().restore(op)));
        QCOMPARE(desk.view(id).thread.last().message.body, QStringLiteral("first words"));
        QVERIFY(waited(desk.outbox().bin())->isEmpty());
    }

    void undoRecallsWhatWasNeverSent()
    {
        Desk desk;
        QVERIFY(desk.reopen());
        const TicketId id = desk.report(QStringLiteral("Sent too early"));
        const auto closed =
            waited(desk.tickets().change(id, SetState{State::Closed, QStringLiteral("found it")}));
        QVERIFY2(closed.has_value(), closed ? "" : qPrintable(toLog(closed.error())));
        QCOMPARE(desk.view(id).ticket.publicState, PublicState::Closed);
        QVERIFY(waited(desk.tickets().undo(*closed)));
        QVERIFY(desk.view(id).ticket.publicState != PublicState::Closed);
        QVERIFY(waited(desk.tickets().undo(desk.waiting().first().op.id)));
        QVERIFY(desk.myRequests().isEmpty());
        QVERIFY(!waited(desk.tickets().undo(OpId(QUuid::createUuid()))));
    }

    void whatAPersonMayNotDoIsRefusedAndNotStored()
    {
        Desk desk;
        QVERIFY(desk.reopen());
        const TicketId id = desk.report(QStringLiteral("No network"));
        const auto escalated = waited(desk.tickets().change(id, Escalate{}));
        QVERIFY(!escalated);
        QCOMPARE(escalated.error().code, ErrorCode::Forbidden);
        QCOMPARE(desk.waiting().size(), 1);
        const auto untitled = waited(desk.tickets().report(CreateTicket(), {}));
        QVERIFY(!untitled);
        QCOMPARE(desk.myRequests().size(), 1);
        const auto missing = waited(desk.tickets().open(TicketId(QUuid::createUuid())));
        QVERIFY(!missing);
        QCOMPARE(missing.error().code, ErrorCode::NotFound);
    }

    void everyKeystrokeSurvivesClosing()
    {
        Desk desk;
        QVERIFY(desk.reopen());
        const QString key = QStringLiteral("text");
        for (int i = 0; i <= 200; ++i)
            desk.drafts().save(kReportDraft, {{key, i}});
        // Closed without waiting for anything.
        QVERIFY(desk.reopen());
        QCOMPARE(waited(desk.drafts().load(kReportDraft))->value(key).toInt(), 200);
        QCOMPARE(waited(desk.drafts().places()).value(), QStringList{kReportDraft});
        QVERIFY(waited(desk.drafts().drop(kReportDraft)));
        QVERIFY(waited(desk.drafts().load(kReportDraft))->isEmpty());
    }

    void everySaveOfADraftIsAnsweredOnceItsWordsAreSafe()
    {
        Desk desk;
        QVERIFY(desk.reopen());
        int answered = 0;
        for (int i = 0; i < 50; ++i) {
            whenDone(desk.drafts().save(kReportDraft, {{QStringLiteral("n"), i}}), this,
                     [&](const Result<bool> &saved) {
                         QVERIFY(saved.has_value());
                         ++answered;
                     });
        }
        QTRY_COMPARE(answered, 50);
    }

    void sendingTakesTheDraftAlongEvenWhileItIsTyped()
    {
        Desk desk;
        QVERIFY(desk.reopen());
        for (int i = 0; i < 20; ++i)
            desk.drafts().save(kReportDraft, {{QStringLiteral("n"), i}});
        const auto sent = desk.tickets().report(Desk::kit(QStringLiteral("Sent")), kReportDraft);
        desk.drafts().save(QStringLiteral("other"), {{QStringLiteral("n"), 1}});
        QVERIFY(waited(sent).has_value());
        QVERIFY(waited(desk.drafts().load(kReportDraft))->isEmpty());
        QCOMPARE(waited(desk.drafts().places()).value(), QStringList{QStringLiteral("other")});
        // What is typed after Send is a new draft.
        desk.drafts().save(kReportDraft, {{QStringLiteral("n"), 99}});
        QVERIFY(desk.reopen());
        QCOMPARE(waited(desk.drafts().load(kReportDraft))->value(QStringLiteral("n")).toInt(), 99);
        QCOMPARE(desk.myRequests().size(), 1);
    }

    void writesAskedForBeforeClosingAreOnTheDisk()
    {
        Desk desk;
        QVERIFY(desk.reopen());
        for (int i = 0; i < 10; ++i) {
            const auto unawaited =
                desk.tickets().report(Desk::kit(QStringLiteral("Report %1").arg(i)), {});
            Q_UNUSED(unawaited)
        }
        QVERIFY(desk.reopen());
        QCOMPARE(desk.myRequests().size(), 10);
    }

    void futuresEndWhenTheWorkspaceGoes()
    {
        Desk desk;
        QVERIFY(desk.reopen());
        const TicketId id = desk.report(QStringLiteral("x"));
        int ended = 0;
        const auto count = [&](const auto &) { ++ended; };
        whenDone(desk.tickets().open(id), this, count);
        whenDone(desk.tickets().counts(), this, count);
        whenDone(desk.outbox().entries(), this, count);
        whenDone(desk.tickets().attachmentBytes(
                     {QString(64, QLatin1Char('a')), QStringLiteral("a"), {}, 1}, id),
                 this, count);
        whenDone(desk.drafts().save(kReportDraft, {}), this, count);
        desk.workspace.reset();
        QTRY_COMPARE(ended, 5);
    }

    void aSecondWindowOnTheSameProfileIsTold()
    {
        Desk desk;
        QVERIFY(desk.reopen());
        const auto second = waited(Workspace::open(desk.config));
        QVERIFY(!second);
        QCOMPARE(second.error().code, ErrorCode::ProfileInUse);
    }

    void aDamagedCacheCostsNothingThatWasWritten()
    {
        Desk desk;
        QVERIFY(desk.reopen());
        const TicketId id = desk.report(QStringLiteral("Written before the damage"));
        desk.workspace.reset();
        QFile cache(desk.config.folder + QStringLiteral("/cache.db"));
        QVERIFY(cache.open(QIODevice::WriteOnly));
        cache.write(QByteArray(100'000, 'x'));
        cache.close();
        QFile::remove(desk.config.folder + QStringLiteral("/cache.db-wal"));
        QVERIFY(desk.reopen());
        QVERIFY(desk.workspace->cacheWasReplaced());
        QCOMPARE(desk.workspace->me().name, QStringLiteral("Anna"));
        QCOMPARE(desk.view(id).ticket.title, QStringLiteral("Written before the damage"));
    }

    void damageMetWhileWorkingIsHealedWithoutARestart()
    {
        Desk desk;
        QVERIFY(desk.reopen());
        const TicketId id = desk.report(QStringLiteral("Written before the damage"));
        QSignalSpy replaced(desk.workspace.get(), &Workspace::cacheReplaced);
        for (const char *name : {"/cache.db", "/cache.db-wal"}) {
            QFile file(desk.config.folder + QLatin1String(name));
            QVERIFY(file.open(QIODevice::ReadWrite));
            // The headers stay: everything else is noise to whoever reads it next.
            const qint64 from = name == QByteArray("/cache.db") ? 4096 : 4096 + 56;
            QVERIFY(file.size() > from);
            QVERIFY(file.seek(from));
            file.write(QByteArray(file.size() - from, '\xee'));
        }
        const auto shown = waited(desk.tickets().search(QStringLiteral("damage"), 10));
        QVERIFY(!shown);
        QTRY_COMPARE(replaced.size(), 1);
        QVERIFY(desk.workspace->cacheWasReplaced());
        QCOMPARE(desk.view(id).ticket.title, QStringLiteral("Written before the damage"));
        const TicketId next = desk.report(QStringLiteral("Written after it"));
        QCOMPARE(desk.view(next).ticket.title, QStringLiteral("Written after it"));
    }

    void signedOutSaysSoAndKeepsWorking()
    {
        Desk desk;
        QVERIFY(desk.reopen());
        QTRY_COMPARE(desk.workspace->status().phase, SyncStatus::Phase::SignInNeeded);
        QVERIFY(!desk.report(QStringLiteral("x")).isNull());
        QTRY_COMPARE(desk.workspace->status().waiting, 1);
    }

    void withoutAWayToTheServerItIsOffline()
    {
        Desk desk;
        desk.config.token = QStringLiteral("token");
        QVERIFY(desk.reopen());
        QTRY_COMPARE(desk.workspace->status().phase, SyncStatus::Phase::Offline);
        const TicketId id = desk.report(QStringLiteral("x"));
        QTRY_COMPARE(desk.workspace->status().waiting, 1);
        QCOMPARE(desk.view(id).thread.first().delivery, Delivery::Waiting);
    }

    void aFileOfATicketIsFetchedOverTlsOnceAndSaved()
    {
        const auto authority = test::makeCertificate({QStringLiteral("CA"), {}, -1, 30, true});
        const auto leaf = test::makeCertificate(
            {QStringLiteral("s"), {QStringLiteral("DNS:localhost")}, -1, 30, false}, &authority);
        const QByteArray file("the screenshot");
        int fetched = 0;
        FlawedServer server(
            [&](QTcpSocket *socket, const SeenRequest &request) {
                if (!request.path.startsWith("/v1/blobs/")) {
                    socket->write(test::jsonAnswer(503, "{}", "Retry-After: 60\r\n"));
                    return;
                }
                ++fetched;
                socket->write(test::httpAnswer(200, "application/octet-stream", file));
            },
            leaf.key, {leaf.certificate, authority.certificate});
        Desk desk;
        desk.config.server = server.url(QString());
        desk.config.pinnedFingerprint = net::fingerprintOf(authority.certificate);
        desk.config.token = QStringLiteral("token");
        QVERIFY(desk.reopen());
        const Attachment shot{
            QString::fromLatin1(
                QCryptographicHash::hash(file, QCryptographicHash::Sha256).toHex()),
            QStringLiteral("shot.png"), QStringLiteral("image/png"), file.size()};
        const TicketId ticket(QUuid::createUuid());
        const auto bytes = waited(desk.tickets().attachmentBytes(shot, ticket));
        QVERIFY2(bytes.has_value(), bytes ? "" : qPrintable(toLog(bytes.error())));
        QCOMPARE(*bytes, file);
        const QString target = desk.folder.path() + QStringLiteral("/saved.png");
        QVERIFY(waited(desk.tickets().saveAttachment(shot, ticket, target)));
        QFile saved(target);
        QVERIFY(saved.open(QIODevice::ReadOnly));
        QCOMPARE(saved.readAll(), file);
        QCOMPARE(fetched, 1);
    }

    void importedFilesAreChecked()
    {
        Desk desk;
        QVERIFY(desk.reopen());
        const auto made = waited(desk.tickets().importBytes("abc", QStringLiteral("../a.txt"),
                                                            QStringLiteral("text/plain")));
        QVERIFY(made.has_value());
        QVERIFY(!made->name.contains(QLatin1Char('/')));
        QCOMPARE(waited(desk.tickets().attachmentBytes(*made, {})).value(), QByteArray("abc"));
        const auto missing = waited(desk.tickets().importFile(QStringLiteral("/no/such/file")));
        QCOMPARE(missing.error().code, ErrorCode::NotFound);
    }
};

QTEST_GUILESS_MAIN(TestWorkspace)
#include "tst_workspace.moc"
