// SPDX-License-Identifier: GPL-3.0-or-later
// What a saved receipt says: signed when it is, in a form that the server reads again, and never
// when it is not.
#include "app/requests/receipt.h"
#include "app/requests/requestspage.h"
#include "app/requests/sentcard.h"
#include "app/shell/mainwindow.h"
#include "app/widgets/label.h"
#include "app/widgets/theme.h"
#include "tests/support/samplereceipt.h"
#include "tests/ui/lookcheck.h"
#include "tests/ui/uisample.h"

#include <QApplication>
#include <QFile>
#include <QToolButton>

using namespace vigie;

namespace {

/// A received request, and its report with a seal of the right form. Nothing here checks the
/// signature itself.
Ticket receivedTicket()
{
    const ReceiptStatement statement = sampleStatement();
    Ticket ticket;
    ticket.id = statement.ticket;
    ticket.number = statement.number;
    ticket.title = statement.title;
    ticket.requester = statement.requester;
    ticket.requesterName = statement.requesterName;
    ticket.writtenAt = statement.writtenAt;
    ticket.createdAt = statement.receivedAt;
    return ticket;
}

Message sealedReport(const Ticket &ticket)
{
    ReceiptStatement statement = sampleStatement();
    statement.ticket = ticket.id;
    statement.number = ticket.number;
    statement.title = ticket.title;
    statement.requester = ticket.requester;
    statement.requesterName = ticket.requesterName;
    statement.writtenAt = ticket.writtenAt;
    statement.receivedAt = ticket.createdAt;
    statement.sha256 = contentHash(ticket, {});
    Message report;
    report.kind = MessageKind::Report;
    report.ticket = ticket.id;
    report.seal = {receiptText(statement), QString::fromLatin1(QByteArray(32, 'k').toBase64()),
                   QString::fromLatin1(QByteArray(64, 's').toBase64())};
    return report;
}

} // namespace

class TestSavedReceipt final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void cleanup();

    void theSignedReceiptIsWhatTheServerReads();
    void aSignatureThatIsNoneIsNotClaimed_data();
    void aSignatureThatIsNoneIsNotClaimed();
    void theReceiptKeepsWhatWasSigned();
    void theReceiptOfAnOldRequestCanStillBeSaved();
    void theCardSaysWhoSigned_data();
    void theCardSaysWhoSigned();

private:
    /// Opens the window of an employee on one request with a signed report.
    void openWith(PublicState state);
    [[nodiscard]] SentCard *card() const
    {
        return m_window->findChild<SentCard *>(QStringLiteral("sentCard"));
    }

    Message m_report;
    std::unique_ptr<UiWorld> m_world;
    std::unique_ptr<MainWindow> m_window;
};

void TestSavedReceipt::initTestCase()
{
    QLocale::setDefault(QLocale(QStringLiteral("en")));
    applyTheme(*qApp, Scheme::Light);
}

void TestSavedReceipt::cleanup()
{
    m_window.reset();
    m_world.reset();
}

void TestSavedReceipt::theSignedReceiptIsWhatTheServerReads()
{
    const Ticket ticket = receivedTicket();
    const Message report = sealedReport(ticket);
    const Receipt receipt = receiptOf(ticket, report);
    QVERIFY(receipt.isSigned());
    QVERIFY(!receipt.isOtherHere);
    for (const QString &form : {receipt.toText(), receipt.toHtml()}) {
        const auto file = readReceiptFile(form.toUtf8());
        QVERIFY2(file, file ? "" : qPrintable(toLog(file.error())));
        QCOMPARE(file->seal, report.seal);
        QCOMPARE(file->statement, *receipt.signedStatement);
        QCOMPARE(file->wrongRow, 0);
        QVERIFY(!file->foreignParts);
        QVERIFY(form.contains(report.seal.signature));
        QVERIFY(form.contains(receiptKeyFingerprint(QByteArray(32, 'k'))));
        QVERIFY(form.contains(QStringLiteral("Signed by")));
        QVERIFY(form.contains(QStringLiteral("vigie-server check-receipt FILE")));
        QVERIFY(!form.contains(QStringLiteral("not signed")));
    }
    if (const QString folder = qEnvironmentVariable("VIGIE_PICTURES"); !folder.isEmpty()) {
        QVERIFY(UiWorld::await(saveReceipt(receipt, folder + QStringLiteral("/receipt.html"))));
        QVERIFY(UiWorld::await(saveReceipt(receipt, folder + QStringLiteral("/receipt.txt"))));
    }
}

void TestSavedReceipt::aSignatureThatIsNoneIsNotClaimed_data()
{
    QTest::addColumn<Ticket>("ticket");
    QTest::addColumn<ReceiptSeal>("seal");
    QTest::addColumn<QString>("words");
    const Ticket ticket = receivedTicket();
    const ReceiptSeal good = sealedReport(ticket).seal;
    const QString odd = QStringLiteral("does not fit this report");
    Ticket other = ticket;
    other.id = TicketId(ticket.requester.uuid());
    Ticket renumbered = ticket;
    ++renumbered.number;
    Ticket someoneElses = ticket;
    someoneElses.requester = PersonId(ticket.id.uuid());
    Ticket pending = ticket;
    pending.number = 0;
    QTest::newRow("none") << ticket << ReceiptSeal() << QStringLiteral("by the helpdesk.");
    QTest::newRow("not received") << pending << ReceiptSeal() << QStringLiteral("not received yet");
    QTest::newRow("short") << ticket << ReceiptSeal{good.text, good.key, good.signature.chopped(4)} << odd;
    QTest::newRow("no base64")
        << ticket << ReceiptSeal{good.text, good.key, QString(88, QLatin1Char('?'))} << odd;
    QTest::newRow("no key") << ticket << ReceiptSeal{good.text, {}, good.signature} << odd;
    QTest::newRow("no text") << ticket << ReceiptSeal{{}, good.key, good.signature} << odd;
    QTest::newRow("other text")
        << ticket << ReceiptSeal{good.text + QLatin1Char('\n'), good.key, good.signature} << odd;
    QTest::newRow("another request's") << other << good << odd;
    QTest::newRow("another number") << renumbered << good << odd;
    QTest::newRow("another person's") << someoneElses << good << odd;
}

void TestSavedReceipt::aSignatureThatIsNoneIsNotClaimed()
{
    QFETCH(Ticket, ticket);
    QFETCH(ReceiptSeal, seal);
    QFETCH(QString, words);
    Message report;
    report.seal = seal;
    const Receipt receipt = receiptOf(ticket, report);
    QVERIFY(!receipt.isSigned());
    for (const QString &form : {receipt.toText(), receipt.toHtml()}) {
        QVERIFY(form.contains(QStringLiteral("not signed by the helpdesk")));
        QVERIFY2(form.contains(words), qPrintable(form));
        QVERIFY(!form.contains(QStringLiteral("Signed by")));
        QVERIFY(!form.contains(QStringLiteral("BEGIN")));
        QVERIFY(!readReceiptFile(form.toUtf8()));
    }
    SentCard card(builtInChannels(), nullptr);
    card.setTicket(ticket, report, ticket.createdAt);
    QVERIFY(!card.findChild<Label *>(QStringLiteral("sentReceivedLabel"))
                 ->text()
                 .contains(QStringLiteral("signed")));
}

void TestSavedReceipt::theReceiptKeepsWhatWasSigned()
{
    Ticket ticket = receivedTicket();
    const Message report = sealedReport(ticket);
    const QString before = receiptOf(ticket, report).toText();
    ticket.title = QStringLiteral("An agent's better title");
    ticket.requesterName = QStringLiteral("Zoë Married");
    QCOMPARE(receiptOf(ticket, report).toText(), before);
    ticket.kit.what = QStringLiteral("Something else");
    const Receipt other = receiptOf(ticket, report);
    QVERIFY(other.isOtherHere);
    QVERIFY(other.toText().contains(QStringLiteral("has another fingerprint")));
    SentCard card(builtInChannels(), nullptr);
    card.setTicket(ticket, report, ticket.createdAt);
    QVERIFY(card.findChild<Label *>(QStringLiteral("sentReceivedLabel"))
                ->text()
                .contains(QStringLiteral("signed by “Desk of “Œuvre & Co””")));
}

void TestSavedReceipt::openWith(PublicState state)
{
    m_world = std::make_unique<UiWorld>();
    QVERIFY(m_world->reopen());
    const Ticket ticket = m_world->request(QStringLiteral("It beeps"), 7, state, m_world->anna,
                                           m_world->ben);
    m_report = m_world->message(ticket, m_world->anna, QStringLiteral("All day"), MessageKind::Report);
    m_report.seal = sealedReport(ticket).seal;
    const QString feed = UiWorld::personFeed(m_world->anna);
    VERIFY_OK(m_world->apply(m_world->anna,
                             {m_world->said(feed, ticket), m_world->said(feed, m_report)}));
    QVERIFY(m_world->enter(m_world->anna));
    m_window = std::make_unique<MainWindow>(*m_world->workspace, m_world->prompt, m_world->systemClock);
    m_window->resize(1240, 900);
    m_window->show();
    m_window->showPage(QStringLiteral("requests"));
    m_window->requests()->openRequest(ticket.id);
}

void TestSavedReceipt::theReceiptOfAnOldRequestCanStillBeSaved()
{
    openWith(PublicState::Closed);
    auto *button = m_window->findChild<QToolButton *>(QStringLiteral("laterReceiptButton"));
    QVERIFY(button);
    QTRY_VERIFY(button->isVisible());
    QVERIFY(!button->accessibleName().isEmpty());
    QVERIFY(card()->isHidden());
    if (const QString folder = qEnvironmentVariable("VIGIE_PICTURES"); !folder.isEmpty())
        m_window->grab().save(folder + QStringLiteral("/later-receipt.png"));
    m_world->prompt.target = m_world->folder.path() + QStringLiteral("/r.html");
    button->click();
    QFile file(m_world->prompt.target);
    QTRY_VERIFY(file.exists());
    QVERIFY(file.open(QIODevice::ReadOnly));
    const auto read = readReceiptFile(file.readAll());
    QVERIFY2(read, read ? "" : qPrintable(toLog(read.error())));
    QCOMPARE(read->seal, m_report.seal);
    QCOMPARE(read->wrongRow, 0);
}

void TestSavedReceipt::theCardSaysWhoSigned_data()
{
    QTest::addColumn<int>("scheme");
    QTest::addColumn<bool>("longWords");
    QTest::newRow("light") << int(Scheme::Light) << false;
    QTest::newRow("dark") << int(Scheme::Dark) << false;
    QTest::newRow("light-long") << int(Scheme::Light) << true;
}

void TestSavedReceipt::theCardSaysWhoSigned()
{
    QFETCH(int, scheme);
    QFETCH(bool, longWords);
    looks::LongWords words;
    if (longWords)
        QCoreApplication::installTranslator(&words);
    applyTheme(*qApp, Scheme(scheme));
    openWith(PublicState::Received);
    QTRY_VERIFY(card()->isVisible());
    QTRY_VERIFY(card()->receipt().isSigned());
    auto *received = card()->findChild<Label *>(QStringLiteral("sentReceivedLabel"));
    QVERIFY(received->text().contains(sampleStatement().server));
    QVERIFY(m_window->findChild<QToolButton *>(QStringLiteral("laterReceiptButton"))->isHidden());
    QCoreApplication::processEvents();
    if (const QString folder = qEnvironmentVariable("VIGIE_PICTURES"); !folder.isEmpty()) {
        m_window->grab().save(QStringLiteral("%1/signed-%2.png")
                                  .arg(folder, QLatin1String(QTest::currentDataTag())));
    }
    const QStringList cut = looks::clipped(*card());
    QVERIFY2(cut.isEmpty(), qPrintable(cut.join(QLatin1Char('\n'))));
    const QStringList faint = looks::unreadable(*card(), 4.5);
    QVERIFY2(faint.isEmpty(), qPrintable(faint.join(QLatin1Char('\n'))));
    QCoreApplication::removeTranslator(&words);
    applyTheme(*qApp, Scheme::Light);
}

QTEST_MAIN(TestSavedReceipt)
#include "tst_savedreceipt.moc"
