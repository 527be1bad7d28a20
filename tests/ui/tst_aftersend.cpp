// SPDX-License-Identifier: GPL-3.0-or-later
// After Send: the number, whether a call helps and what to say, the receipt; and what agents see of
// somebody who is live.
#include "app/queue/queuepage.h"
#include "app/queue/ticketlistmodel.h"
#include "app/requests/channels.h"
#include "app/requests/receipt.h"
#include "app/requests/requestspage.h"
#include "app/requests/requestview.h"
#include "app/requests/sentcard.h"
#include "app/shell/agentscreen.h"
#include "app/shell/mainwindow.h"
#include "app/text/calltext.h"
#include "app/ticket/livemark.h"
#include "app/ticket/ticketpage.h"
#include "app/widgets/button.h"
#include "app/widgets/label.h"
#include "app/widgets/pill.h"
#include "app/widgets/theme.h"
#include "tests/ui/lookcheck.h"
#include "tests/ui/uisample.h"

#include <QApplication>
#include <QClipboard>
#include <QFile>
#include <QListView>
#include <QRegularExpression>
#include <QSignalSpy>

using namespace vigie;

class TestAfterSend final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void cleanup();

    void theTableOfChannelsIsWhole();
    void aTableWithAMistakeIsRefused_data();
    void aTableWithAMistakeIsRefused();
    void whatNeedsLookingIntoIsInvolved();
    void theScriptFitsIntoTwentySecondsAndSaysNothingInternal();
    void theFingerprintIsTheSameBeforeAndAfterTheReportWasReceived();
    void aChangedReportHasAnotherFingerprint();
    void theReceiptShowsForeignWordsAsWords();
    void afterSendingOfflineTheCardNamesTheProvisionalId();
    void thePhoneAndTheWordsAreCopied();
    void theReceiptIsSavedAsPageOrText_data();
    void theReceiptIsSavedAsPageOrText();
    void theCardGoesWhenSomebodyTakesCare();
    void agentsSeeHowLongSomebodyIsLive();
    void theMarkOfSomebodyLiveGoesByItself();
    void theCardCanBeRead_data();
    void theCardCanBeRead();

private:
    void openEmployee();
    /// Sends a report and shows it.
    void report(CreateTicket create);
    [[nodiscard]] static CreateTicket sample();
    template<class W>
    [[nodiscard]] W *child(const char *name) const
    {
        return m_window->findChild<W *>(QLatin1String(name));
    }

    std::unique_ptr<UiWorld> m_world;
    std::unique_ptr<MainWindow> m_window;
};

void TestAfterSend::initTestCase()
{
    QLocale::setDefault(QLocale(QStringLiteral("en")));
    applyTheme(*qApp, Scheme::Light);
}

void TestAfterSend::cleanup()
{
    m_window.reset();
    m_world.reset();
}

void TestAfterSend::openEmployee()
{
    m_world = std::make_unique<UiWorld>();
    fillEmployee(*m_world);
    QVERIFY(m_world->workspace);
    m_window = std::make_unique<MainWindow>(*m_world->workspace, m_world->prompt,
                                            m_world->systemClock);
    m_window->resize(1240, 900);
    m_window->show();
    QVERIFY(QTest::qWaitForWindowExposed(m_window.get()));
}

CreateTicket TestAfterSend::sample()
{
    CreateTicket create;
    create.title = QStringLiteral("The till does not print receipts");
    create.kit.what = QStringLiteral("Nothing comes out");
    create.kit.stated = Urgency::Blocked;
    create.urgency = Urgency::Blocked;
    create.kit.people = 3;
    create.kit.affected = Affected::Team;
    return create;
}

void TestAfterSend::report(CreateTicket create)
{
    create.requester = m_world->workspace->me().id;
    const auto sent = UiWorld::await(m_world->workspace->tickets().report(create, QString()));
    QVERIFY(sent);
    m_window->showPage(QStringLiteral("requests"));
    m_window->requests()->openRequest(*sent);
    QTRY_COMPARE(m_window->requests()->view()->ticket(), *sent);
    QTRY_VERIFY(child<SentCard>("sentCard")->isVisible());
    QTRY_COMPARE(child<SentCard>("sentCard")->receipt().id, sent->text());
}

void TestAfterSend::theTableOfChannelsIsWhole()
{
    QFile file(QStringLiteral(":/kit/channels.json"));
    QVERIFY(file.open(QIODevice::ReadOnly));
    const auto table = channelsFrom(file.readAll());
    QVERIFY2(table, table ? "" : qPrintable(toLog(table.error())));
    for (const EnumName<Urgency> &urgency : enumNames<Urgency>()) {
        for (const Complexity complexity : {Complexity::Simple, Complexity::Involved}) {
            const QList<Channel> advised = table->channelsFor(urgency.value, complexity);
            // Whatever else helps, there is always something in writing.
            QVERIFY2(advised.contains(Channel::Ticket), urgency.name);
        }
    }
    QVERIFY(table->isFollowedUp(Channel::Ticket));
    QVERIFY(!table->isFollowedUp(Channel::Phone));
    QCOMPARE(table->channelsFor(Urgency::Blocked, Complexity::Simple).first(), Channel::Phone);
    QCOMPARE(ChannelTable().channelsFor(Urgency::Blocked, Complexity::Simple),
             QList<Channel>{Channel::Ticket});
}

void TestAfterSend::aTableWithAMistakeIsRefused_data()
{
    QTest::addColumn<QByteArray>("json");
    const auto row = [](const char *advice) {
        return QByteArray("{\"version\":1,\"advice\":[") + advice + "]}";
    };
    QTest::newRow("no json") << QByteArray("[]");
    QTest::newRow("version") << QByteArray("{\"version\":7}");
    QTest::newRow("urgency") << row(R"({"urgency":"soon","complexity":"simple","channels":[]})");
    QTest::newRow("complexity") << row(R"({"urgency":"blocked","complexity":"x","channels":[]})");
    QTest::newRow("channel")
        << row(R"({"urgency":"blocked","complexity":"simple","channels":["fax"]})");
    QTest::newRow("followed") << QByteArray("{\"version\":1,\"followedUp\":{\"phone\":\"yes\"}}");
}

void TestAfterSend::aTableWithAMistakeIsRefused()
{
    QFETCH(QByteArray, json);
    QVERIFY(!channelsFrom(json));
}

void TestAfterSend::whatNeedsLookingIntoIsInvolved()
{
    Kit kit;
    QCOMPARE(complexityOf(kit, 0), Complexity::Simple);
    QCOMPARE(complexityOf(kit, 1), Complexity::Involved);
    kit.errorText = QStringLiteral("E 47");
    QCOMPARE(complexityOf(kit, 0), Complexity::Involved);
}

void TestAfterSend::theScriptFitsIntoTwentySecondsAndSaysNothingInternal()
{
    Ticket ticket;
    ticket.number = 1042;
    ticket.requesterName = QStringLiteral("Anna Œhler");
    ticket.title = QString(240, QLatin1Char('x'));
    ticket.kit.errorText = QStringLiteral("word ").repeated(2000);
    ticket.kit.when = QStringLiteral("since the move");
    ticket.kit.people = 12;
    ticket.kit.stated = Urgency::Blocked;
    ticket.priority = Priority::Critical;
    const QString said = CallText::script(ticket);
    QVERIFY2(said.contains(QStringLiteral("#1042")), qPrintable(said));
    QVERIFY2(said.contains(QStringLiteral("12 people are affected")), qPrintable(said));
    QVERIFY2(said.contains(QStringLiteral("since the move")), qPrintable(said));
    QVERIFY2(said.split(QLatin1Char(' ')).size() < 80, qPrintable(said));
    static const QRegularExpression internalWords(QStringLiteral("SLA|level|priorit|critical"),
                                                  QRegularExpression::CaseInsensitiveOption);
    QVERIFY2(!said.contains(internalWords), qPrintable(said));
}

void TestAfterSend::theFingerprintIsTheSameBeforeAndAfterTheReportWasReceived()
{
    Ticket mine;
    mine.title = QStringLiteral("Beeps");
    mine.kit.what = QStringLiteral("All day");
    mine.kit.liveUntil = 10'000'000;
    Ticket received = forRequester(mine, PersonId());
    received.number = 7;
    received.createdAt = 99;
    received.kit.liveUntil = 5'000; // the server shortened it
    const QString hash = contentHash(mine, {});
    QCOMPARE(hash.size(), 64);
    QCOMPARE(contentHash(received, {}), hash);
}

void TestAfterSend::aChangedReportHasAnotherFingerprint()
{
    Ticket ticket;
    ticket.title = QStringLiteral("Beeps");
    const QString hash = contentHash(ticket, {});
    Ticket other = ticket;
    other.kit.what = QStringLiteral(" ");
    QVERIFY(contentHash(other, {}) != hash);
    Attachment file;
    file.name = QStringLiteral("a.png");
    QVERIFY(contentHash(ticket, {file}) != hash);
}

void TestAfterSend::theReceiptShowsForeignWordsAsWords()
{
    Ticket ticket;
    ticket.title = QStringLiteral("<script>alert(1)</script> & \"q\"");
    ticket.requesterName = QStringLiteral("<img src=x>");
    ticket.writtenAt = 1'700'000'000'000;
    const QString page = receiptOf(ticket, Message()).toHtml();
    QVERIFY(!page.contains(QStringLiteral("<script")));
    QVERIFY(!page.contains(QStringLiteral("<img")));
    QVERIFY(page.contains(QStringLiteral("&lt;script&gt;")));
    QVERIFY(page.contains(QStringLiteral("not signed")));
    QVERIFY(page.contains(QStringLiteral("not yet")));
    QVERIFY(!receiptOf(ticket, Message()).fileName().contains(QRegularExpression(QStringLiteral("[/\\\\\\\\ ]"))));
}

void TestAfterSend::afterSendingOfflineTheCardNamesTheProvisionalId()
{
    openEmployee();
    report(sample());
    const Receipt &receipt = child<SentCard>("sentCard")->receipt();
    QVERIFY(!receipt.isReceived());
    QVERIFY(child<Label>("sentNumberLabel")->text().contains(receipt.number));
    QVERIFY(child<Label>("sentReceivedLabel")->text().contains(QStringLiteral("Not yet received")));
    const QString tag = TicketId::fromStored(receipt.id).shortTag();
    QVERIFY(receipt.number.contains(tag));
    QVERIFY(child<Label>("sentScriptLabel")->text().contains(tag));
    QVERIFY(child<Label>("sentScriptLabel")->text().contains(QStringLiteral("3 people")));
    QVERIFY(child<Label>("sentAdviceLabel")->text().contains(QStringLiteral("Only this written request")));
    QVERIFY(child<Button>("copyPhoneButton")->isHidden()); // no number is known, none is invented
}

void TestAfterSend::thePhoneAndTheWordsAreCopied()
{
    openEmployee();
    m_window->setDeskPhone(QStringLiteral("+33 1 23 45 67 89"));
    report(sample());
    QVERIFY(child<Label>("sentCallLabel")->text().contains(QStringLiteral("+33 1 23 45 67 89")));
    child<Button>("copyPhoneButton")->click();
    QCOMPARE(QGuiApplication::clipboard()->text(), QStringLiteral("+33 1 23 45 67 89"));
    child<Button>("copyScriptButton")->click();
    QCOMPARE(QGuiApplication::clipboard()->text(), child<Label>("sentScriptLabel")->text());
}

void TestAfterSend::theReceiptIsSavedAsPageOrText_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QByteArray>("start");
    QTest::newRow("page") << QStringLiteral("/r.html") << QByteArray("<!DOCTYPE html>");
    QTest::newRow("text") << QStringLiteral("/r.TXT") << QByteArray("Receipt of a report\n");
    QTest::newRow("nowhere") << QStringLiteral("/no/such/folder/r.txt") << QByteArray();
}

void TestAfterSend::theReceiptIsSavedAsPageOrText()
{
    QFETCH(QString, name);
    QFETCH(QByteArray, start);
    openEmployee();
    report(sample());
    m_world->prompt.target = m_world->folder.path() + name;
    child<Button>("saveReceiptButton")->click();
    if (start.isEmpty()) {
        const auto told = [this] {
            const auto labels = m_window->requests()->findChildren<QLabel *>();
            return std::any_of(labels.cbegin(), labels.cend(), [](const QLabel *label) {
                return label->text().contains(QStringLiteral("The report itself is safe"));
            });
        };
        QTRY_VERIFY(told());
        return;
    }
    QFile file(m_world->prompt.target);
    QTRY_VERIFY(file.exists());
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QByteArray bytes = file.readAll();
    QVERIFY2(bytes.startsWith(start), bytes.left(40).constData());
    QVERIFY(bytes.contains(child<SentCard>("sentCard")->receipt().sha256.toUtf8()));
}

void TestAfterSend::theCardGoesWhenSomebodyTakesCare()
{
    SentCard card(builtInChannels(), nullptr);
    Ticket ticket;
    ticket.number = 7;
    ticket.createdAt = ticket.writtenAt = 1'700'000'000'000;
    card.setTicket(ticket, Message(), ticket.createdAt);
    QVERIFY(!card.isHidden());
    QVERIFY(card.findChild<Label *>(QStringLiteral("sentAdviceLabel"))
                ->text()
                .contains(QStringLiteral("need not call")));
    ticket.kit.liveUntil = ticket.createdAt + 60'000;
    card.setTicket(ticket, Message(), ticket.createdAt);
    QVERIFY(card.findChild<Label *>(QStringLiteral("sentAdviceLabel"))
                ->text()
                .contains(QStringLiteral("call now")));
    ticket.publicState = PublicState::InProgress;
    card.setTicket(ticket, Message(), ticket.createdAt);
    QVERIFY(card.isHidden());
}

void TestAfterSend::agentsSeeHowLongSomebodyIsLive()
{
    m_world = std::make_unique<UiWorld>();
    QVERIFY(m_world->reopen());
    Ticket live = m_world->ticket(QStringLiteral("The projector shows nothing"), m_world->desk, 1042);
    live.kit.liveUntil = m_world->systemClock.nowMs() + 20 * 60'000;
    Ticket over = m_world->ticket(QStringLiteral("It is over"), m_world->desk, 1043);
    over.kit.liveUntil = m_world->systemClock.nowMs() - 1;
    QList<wire::Change> changes = m_world->directory();
    changes << m_world->told(live) << m_world->told(over);
    QVERIFY(m_world->say(changes));
    QVERIFY(m_world->enter(m_world->ben));
    m_window = std::make_unique<MainWindow>(*m_world->workspace, m_world->prompt,
                                            m_world->systemClock);
    m_window->resize(1240, 900);
    m_window->show();
    m_window->agent()->queue()->showScope(ListScope::All);
    auto *model = m_window->findChild<TicketListModel *>();
    QVERIFY(model);
    QTRY_COMPARE(model->rowCount(), 2);
    int marked = 0;
    for (int row = 0; row < 2; ++row) {
        const QString said = model->index(row).data(Qt::AccessibleTextRole).toString();
        const auto about = model->index(row).data(TicketListModel::RowRole).value<TicketRow>();
        const bool isLive = said.contains(QStringLiteral("Live now, 20 min left"));
        QCOMPARE(isLive, about.id == live.id);
        QCOMPARE(about.liveUntil, about.id == live.id ? live.kit.liveUntil : over.kit.liveUntil);
        marked += isLive ? 1 : 0;
    }
    QCOMPARE(marked, 1);
    m_window->agent()->openTicket(live.id);
    QTRY_COMPARE(m_window->agent()->ticket()->ticket(), live.id);
    auto *pill = child<Pill>("livePill");
    QTRY_VERIFY(pill->isVisible());
    QCOMPARE(pill->text(), QStringLiteral("Live now, 20 min left"));
    if (const QString folder = qEnvironmentVariable("VIGIE_PICTURES"); !folder.isEmpty())
        m_window->grab().save(folder + QStringLiteral("/live.png"));
    m_window->agent()->openTicket(over.id);
    QTRY_VERIFY(!pill->isVisible());
}

void TestAfterSend::theMarkOfSomebodyLiveGoesByItself()
{
    Pill pill(nullptr);
    LiveMark mark(&pill);
    QSignalSpy shown(&mark, &LiveMark::shown);
    mark.setUntil(SystemClock().nowMs() + 150);
    QVERIFY(!pill.isHidden());
    QTRY_VERIFY(pill.isHidden());
    QCOMPARE(shown.count(), 2);
}

void TestAfterSend::theCardCanBeRead_data()
{
    QTest::addColumn<int>("scheme");
    QTest::addColumn<bool>("longWords");
    QTest::newRow("light") << int(Scheme::Light) << false;
    QTest::newRow("dark") << int(Scheme::Dark) << false;
    QTest::newRow("light-long") << int(Scheme::Light) << true;
}

void TestAfterSend::theCardCanBeRead()
{
    QFETCH(int, scheme);
    QFETCH(bool, longWords);
    looks::LongWords words;
    if (longWords)
        QCoreApplication::installTranslator(&words);
    applyTheme(*qApp, Scheme(scheme));
    openEmployee();
    m_window->setDeskPhone(QStringLiteral("+33 1 23 45 67 89"));
    CreateTicket create = sample();
    create.kit.liveUntil = m_world->systemClock.nowMs() + 30 * 60'000;
    report(create);
    QCoreApplication::processEvents();
    if (const QString folder = qEnvironmentVariable("VIGIE_PICTURES"); !folder.isEmpty()) {
        m_window->grab().save(QStringLiteral("%1/sent-%2.png")
                                  .arg(folder, QLatin1String(QTest::currentDataTag())));
    }
    auto *card = child<SentCard>("sentCard");
    const QStringList cut = looks::clipped(*card);
    QVERIFY2(cut.isEmpty(), qPrintable(cut.join(QLatin1Char('\n'))));
    const QStringList faint = looks::unreadable(*card, 4.5);
    QVERIFY2(faint.isEmpty(), qPrintable(faint.join(QLatin1Char('\n'))));
    QCoreApplication::removeTranslator(&words);
    applyTheme(*qApp, Scheme::Light);
}

QTEST_MAIN(TestAfterSend)
#include "tst_aftersend.moc"
