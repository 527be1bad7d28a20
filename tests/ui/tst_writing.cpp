// SPDX-License-Identifier: GPL-3.0-or-later
// Writing: reports and replies with keyboard and files.
#include "app/composer/attachmentstrip.h"
#include "app/composer/composer.h"
#include "app/composer/messageedit.h"
#include "app/composer/draftsheet.h"
#include "app/report/reportpage.h"
#include "app/report/templatebutton.h"
#include "app/requests/requestspage.h"
#include "app/requests/requestview.h"
#include "app/shell/mainwindow.h"
#include "app/widgets/banner.h"
#include "app/widgets/theme.h"
#include "core/base/limits.h"
#include "core/image/barepng.h"
#include "tests/ui/uisample.h"

#include <QAbstractButton>
#include <QAction>
#include <QApplication>
#include <QClipboard>
#include <QCryptographicHash>
#include <QFile>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QSignalSpy>

using namespace vigie;

class TestWriting final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { applyTheme(*qApp, Scheme::Light); }
    void init();
    void cleanup();

    void aReportIsWrittenAndSentWithTheKeyboardAlone();
    void tabWalksThroughTheReportFromTopToSend();
    void theFilesOfAReportAreAddedAndRemoved();
    void aTooLargeFileIsRefusedWithWhatWasKeptAndWhatToDo_data();
    void aTooLargeFileIsRefusedWithWhatWasKeptAndWhatToDo();
    void aFileThatIsNotThereIsToldAndTheOthersAreTaken();
    void oneFileTooManyIsToldByName();
    void sendWaitsForTheCopiesAndThenSends();
    void sendStopsWhenAFileCouldNotBeTaken();
    void aReplyWithAFileCanBeSentAsSoonAsTheFileIsThere();
    void aFileAloneMakesAReply();
    void whatComesBeforeTheOldReplyIsReadIsKeptToo();
    void aFileThatArrivesAfterThePageWasLeftIsInItsOwnDraft();
    void whatWasGivenBeforeTheOldReplyWasReadSurvivesLeaving();
    void aFullDraftElsewhereKeepsWhatItHasAndRefusesTheRest();
    void anAnswerThatCouldNotBeKeptIsToldToItsAuthor();
    void aPictureMarkedUpAgainTakesThePlaceOfTheEarlierOneInAReplyElsewhere();
    void aPictureCanBePastedWhileTheOldReplyIsRead();
    void whatIsGivenWhileAReplyIsHandedOverStays();
    void aTemplateLeavesAFileThatIsOnItsWay();
    void aPastedPictureIsItsPixelsAndNothingElse();
    void aRequesterCannotWriteANote();
    void anUpdateIsNotAskedForWhenThereIsNothingToUpdate();

private:
    [[nodiscard]] static QImage picture(QColor color)
    {
        QImage made(40, 30, QImage::Format_RGB32);
        made.fill(color);
        return made;
    }
    /// A file of the screenshot "Screenshot 1".
    [[nodiscard]] static Attachment part(QString (*name)(const QString &), const QByteArray &bytes)
    {
        Attachment made;
        made.name = name(QStringLiteral("Screenshot 1"));
        made.mediaType = QStringLiteral("image/png");
        made.size = bytes.size();
        made.sha256 = QString::fromLatin1(
            QCryptographicHash::hash(bytes, QCryptographicHash::Sha256).toHex());
        return made;
    }
    /// What the journal has at this place.
    [[nodiscard]] QList<Attachment> keptFiles(const QString &place)
    {
        DraftSheet sheet(*m_world->workspace, nullptr);
        sheet.open(place);
        if (!QTest::qWaitFor([&sheet] { return sheet.isLoaded(); }))
            return {};
        return sheet.files();
    }
    template<class W>
    [[nodiscard]] W *child(const char *name) const
    {
        return m_window->findChild<W *>(QLatin1String(name));
    }
    [[nodiscard]] QWidget *focus() const { return m_window->focusWidget(); }
    /// A file of the person's.
    [[nodiscard]] QString file(const QString &name, qint64 size);
    [[nodiscard]] AttachmentStrip *reportFiles() const
    {
        return m_window->report()->findChild<AttachmentStrip *>();
    }
    [[nodiscard]] AttachmentStrip *replyFiles() const
    {
        return child<QPlainTextEdit>("replyEdit")->parentWidget()->findChild<AttachmentStrip *>();
    }
    [[nodiscard]] bool openReply();

    std::unique_ptr<UiWorld> m_world;
    std::unique_ptr<MainWindow> m_window;
};

void TestWriting::init()
{
    m_world = std::make_unique<UiWorld>();
    fillEmployee(*m_world);
    m_window = std::make_unique<MainWindow>(*m_world->workspace, m_world->prompt,
                                            m_world->systemClock);
    m_window->show();
    m_window->activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
    QTRY_VERIFY(m_window->findChild<QWidget *>(QStringLiteral("messageBodyView")));
}

void TestWriting::cleanup()
{
    m_window.reset();
    m_world.reset();
}

QString TestWriting::file(const QString &name, qint64 size)
{
    const QString path = m_world->folder.path() + QLatin1Char('/') + name;
    QFile made(path);
    if (!made.open(QIODevice::WriteOnly))
        return {};
    made.write(name.toUtf8()); // so that no two are the same
    made.resize(std::max<qint64>(size, name.size()));
    return path;
}

bool TestWriting::openReply()
{
    m_window->showPage(QStringLiteral("requests"));
    auto *edit = child<QPlainTextEdit>("replyEdit");
    return edit && QTest::qWaitFor([edit] { return !edit->isReadOnly(); });
}

void TestWriting::aReportIsWrittenAndSentWithTheKeyboardAlone()
{
    QTest::keyClick(m_window.get(), Qt::Key_N, Qt::ControlModifier);
    QCOMPARE(m_window->currentPage(), QStringLiteral("report"));
    QCOMPARE(focus()->objectName(), QStringLiteral("reportTitleEdit"));
    QTest::keyClicks(focus(), QStringLiteral("The scanner beeps"));
    QTest::keyClick(focus(), Qt::Key_Tab);
    QCOMPARE(focus()->objectName(), QStringLiteral("reportDetailsEdit"));
    QTest::keyClicks(focus(), QStringLiteral("All day"));
    QTest::keyClick(focus(), Qt::Key_Return, Qt::ControlModifier);
    QTRY_COMPARE(m_window->currentPage(), QStringLiteral("requests"));
    QTRY_COMPARE(m_world->workspace->status().waiting, 1);
    const auto sent = UiWorld::await(m_world->workspace->outbox().entries());
    QVERIFY(sent && sent->size() == 1);
    const auto create = std::get<CreateTicket>(sent->first().op.payload);
    QCOMPARE(create.title, QStringLiteral("The scanner beeps"));
    QVERIFY(create.kit.what.contains(QStringLiteral("All day")));
}

void TestWriting::tabWalksThroughTheReportFromTopToSend()
{
    m_window->showPage(QStringLiteral("report"));
    QCOMPARE(focus()->objectName(), QStringLiteral("reportTitleEdit"));
    QTest::keyClicks(focus(), QStringLiteral("Words"));
    QStringList walked;
    QList<int> tops;
    for (int i = 0; i < 30 && focus()->objectName() != QLatin1String("sendReportButton"); ++i) {
        walked.append(focus()->objectName());
        tops.append(focus()->mapTo(m_window->report(), QPoint()).y());
        QTest::keyClick(focus(), Qt::Key_Tab);
    }
    QCOMPARE(focus()->objectName(), QStringLiteral("sendReportButton"));
    for (const QString &name : walked)
        QVERIFY2(!name.isEmpty(), qPrintable(walked.join(QLatin1Char(' '))));
    const QStringList inOrder{QStringLiteral("reportTitleEdit"),
                              QStringLiteral("reportDetailsEdit"),
                              QStringLiteral("attachFileButton"),
                              QStringLiteral("reportBeforeEdit"),
                              QStringLiteral("reportCategoryCombo")};
    qsizetype last = -1;
    for (const QString &name : inOrder) {
        const qsizetype at = walked.indexOf(name);
        QVERIFY2(at > last, qPrintable(name + QLatin1Char(':') + walked.join(QLatin1Char(' '))));
        last = at;
    }
    QTest::keyClick(focus(), Qt::Key_Space);
    QTRY_COMPARE(m_world->workspace->status().waiting, 1);
}

void TestWriting::theFilesOfAReportAreAddedAndRemoved()
{
    m_window->showPage(QStringLiteral("report"));
    m_world->prompt.files = {file(QStringLiteral("log.txt"), 100),
                             file(QStringLiteral("shot.png"), 200)};
    child<QAbstractButton>("attachFileButton")->click();
    QTRY_COMPARE(m_window->report()->draft().attachments.size(), 2);
    QVERIFY(!reportFiles()->isBusy());
    QVERIFY(reportFiles()->trouble().isEmpty());
    const auto removers =
        reportFiles()->findChildren<QAbstractButton *>(QStringLiteral("fileRemoveButton"));
    QCOMPARE(removers.size(), 2);
    QVERIFY(removers.first()->accessibleName().contains(QStringLiteral("log.txt")));
    removers.first()->click();
    QCOMPARE(m_window->report()->draft().attachments.size(), 1);
    QCOMPARE(m_window->report()->draft().attachments.first().name, QStringLiteral("shot.png"));
}

void TestWriting::aTooLargeFileIsRefusedWithWhatWasKeptAndWhatToDo_data()
{
    QTest::addColumn<bool>("inReport");
    QTest::newRow("report") << true;
    QTest::newRow("reply") << false;
}

void TestWriting::aTooLargeFileIsRefusedWithWhatWasKeptAndWhatToDo()
{
    QFETCH(bool, inReport);
    if (inReport)
        m_window->showPage(QStringLiteral("report"));
    else
        QVERIFY(openReply());
    m_world->prompt.files = {file(QStringLiteral("small.txt"), 10),
                             file(QStringLiteral("film.mkv"), limits::kAttachmentBytes + 1)};
    child<QAbstractButton>(inReport ? "attachFileButton" : "attachButton")->click();
    AttachmentStrip *strip = inReport ? reportFiles() : replyFiles();
    QTRY_VERIFY(!strip->isBusy());
    const QString told = strip->trouble();
    QVERIFY2(told.contains(QStringLiteral("film.mkv")), qPrintable(told));   // what
    QVERIFY2(told.contains(QStringLiteral("kept")), qPrintable(told));       // what was kept
    QVERIFY2(told.contains(QStringLiteral("smaller file")), qPrintable(told)); // what to do
    QVERIFY(strip->findChild<QWidget *>(QStringLiteral("attachmentNote"))->isVisible());
    QCOMPARE(strip->files().size(), 1);
    QCOMPARE(strip->files().first().name, QStringLiteral("small.txt"));
}

void TestWriting::aFileThatIsNotThereIsToldAndTheOthersAreTaken()
{
    m_window->showPage(QStringLiteral("report"));
    m_world->prompt.files = {m_world->folder.path() + QStringLiteral("/gone.txt"),
                             m_world->folder.path(), // a folder is not a file
                             file(QStringLiteral("here.txt"), 10)};
    child<QAbstractButton>("attachFileButton")->click();
    QTRY_VERIFY(!reportFiles()->isBusy());
    QCOMPARE(reportFiles()->files().size(), 1);
    QVERIFY(reportFiles()->trouble().contains(QStringLiteral("gone.txt")));
    QCOMPARE(reportFiles()->trouble().count(QLatin1Char('\n')), 1); // each says why
}

void TestWriting::oneFileTooManyIsToldByName()
{
    m_window->showPage(QStringLiteral("report"));
    for (int i = 0; i <= limits::kAttachmentsPerMessage; ++i)
        m_world->prompt.files.append(file(QStringLiteral("f%1.txt").arg(i), 20));
    child<QAbstractButton>("attachFileButton")->click();
    QTRY_VERIFY(!reportFiles()->isBusy());
    QCOMPARE(reportFiles()->files().size(), limits::kAttachmentsPerMessage);
    QVERIFY(reportFiles()->trouble().contains(
        QStringLiteral("f%1.txt").arg(limits::kAttachmentsPerMessage)));
}

void TestWriting::sendWaitsForTheCopiesAndThenSends()
{
    m_window->showPage(QStringLiteral("report"));
    QTest::keyClicks(child<QLineEdit>("reportTitleEdit"), QStringLiteral("With a file"));
    m_world->prompt.files = {file(QStringLiteral("log.txt"), 5'000'000)};
    child<QAbstractButton>("attachFileButton")->click();
    QVERIFY(reportFiles()->isBusy());
    child<QAbstractButton>("sendReportButton")->click();
    QCOMPARE(m_window->currentPage(), QStringLiteral("report"));
    QTRY_COMPARE(m_world->workspace->status().waiting, 1);
    const auto sent = UiWorld::await(m_world->workspace->outbox().entries());
    QVERIFY(sent && sent->size() == 1);
    QCOMPARE(std::get<CreateTicket>(sent->first().op.payload).attachments.size(), 1);
}

void TestWriting::sendStopsWhenAFileCouldNotBeTaken()
{
    m_window->showPage(QStringLiteral("report"));
    QTest::keyClicks(child<QLineEdit>("reportTitleEdit"), QStringLiteral("With a file"));
    m_world->prompt.files = {m_world->folder.path() + QStringLiteral("/gone.txt")};
    child<QAbstractButton>("attachFileButton")->click();
    QVERIFY(reportFiles()->isBusy());
    child<QAbstractButton>("sendReportButton")->click();
    QTRY_VERIFY(!reportFiles()->isBusy());
    QCOMPARE(m_window->currentPage(), QStringLiteral("report"));
    QCOMPARE(m_world->workspace->status().waiting, 0);
    QVERIFY(m_window->report()->findChild<Banner *>()->isVisible());
    child<QAbstractButton>("sendReportButton")->click(); // the person decided
    QTRY_COMPARE(m_world->workspace->status().waiting, 1);
}

void TestWriting::aReplyWithAFileCanBeSentAsSoonAsTheFileIsThere()
{
    QVERIFY(openReply());
    auto *send = child<QAbstractButton>("sendMessageButton");
    QTest::keyClicks(child<QPlainTextEdit>("replyEdit"), QStringLiteral("See the log"));
    QVERIFY(send->isEnabled());
    m_world->prompt.files = {file(QStringLiteral("log.txt"), 2'000'000)};
    child<QAbstractButton>("attachButton")->click();
    QVERIFY(replyFiles()->isBusy());
    QVERIFY(!send->isEnabled()); // the words would leave without it
    QTRY_VERIFY(send->isEnabled());
    send->click();
    QTRY_COMPARE(m_world->workspace->status().waiting, 1);
    const auto sent = UiWorld::await(m_world->workspace->outbox().entries());
    QVERIFY(sent && sent->size() == 1);
    QCOMPARE(std::get<AddMessage>(sent->first().op.payload).attachments.size(), 1);
}

void TestWriting::whatComesBeforeTheOldReplyIsReadIsKeptToo()
{
    QImage picture(40, 30, QImage::Format_RGB32);
    picture.fill(Qt::darkGreen);
    const QString place = QStringLiteral("reply/somewhere");
    auto sheet = std::make_unique<DraftSheet>(*m_world->workspace, nullptr);
    sheet->open(place);
    QTRY_VERIFY(sheet->isLoaded());
    sheet->strip()->addPicture(picture);
    QTRY_COMPARE(sheet->files().size(), 1);
    sheet->edit()->setPlainText(QStringLiteral("Begun"));
    const Attachment old = sheet->files().first();

    sheet = std::make_unique<DraftSheet>(*m_world->workspace, nullptr);
    sheet->open(place);
    picture.fill(Qt::darkRed);
    sheet->strip()->addPicture(picture);
    sheet->edit()->textCursor().insertText(QStringLiteral("> quoted"));
    QTRY_COMPARE(sheet->files().size(), 2);
    QCOMPARE(sheet->files().first(), old);
    QCOMPARE(sheet->body(), QStringLiteral("Begun\n\n> quoted"));
    const QList<Attachment> both = sheet->files();

    sheet = std::make_unique<DraftSheet>(*m_world->workspace, nullptr);
    sheet->open(place);
    QTRY_VERIFY(sheet->isLoaded());
    QCOMPARE(sheet->files(), both);
    QCOMPARE(sheet->body(), QStringLiteral("Begun\n\n> quoted"));
}

void TestWriting::aFileThatArrivesAfterThePageWasLeftIsInItsOwnDraft()
{
    const QString first = QStringLiteral("reply/first");
    const QString second = QStringLiteral("reply/second");
    DraftSheet sheet(*m_world->workspace, nullptr);
    sheet.open(first);
    QTRY_VERIFY(sheet.isLoaded());
    sheet.edit()->setPlainText(QStringLiteral("Look:"));
    sheet.strip()->addPicture(picture(Qt::darkGreen));
    QVERIFY(sheet.isBusy());
    sheet.open(second);
    QTRY_VERIFY(sheet.isLoaded());
    QVERIFY(sheet.isEmpty());
    QTRY_COMPARE(keptFiles(first).size(), 1);
    QVERIFY(keptFiles(second).isEmpty());
    sheet.open(first);
    QTRY_VERIFY(sheet.isLoaded());
    QCOMPARE(sheet.body(), QStringLiteral("Look:"));
    QCOMPARE(sheet.files().size(), 1);

    // Back before it arrived: it is there too.
    sheet.strip()->addPicture(picture(Qt::darkRed));
    sheet.open(second);
    sheet.open(first);
    QTRY_COMPARE(sheet.files().size(), 2);
    QTRY_COMPARE(keptFiles(first).size(), 2);
}

void TestWriting::whatWasGivenBeforeTheOldReplyWasReadSurvivesLeaving()
{
    const QString place = QStringLiteral("reply/first");
    const ShownFile shot = {part(shotFlatName, "burned"),
                            part(shotBaseName, "base"),
                            part(shotSidecarName, "marks")};
    DraftSheet sheet(*m_world->workspace, nullptr);
    sheet.open(place);
    sheet.strip()->addShot(shot);
    sheet.edit()->textCursor().insertText(QStringLiteral("> quoted"));
    QVERIFY(!sheet.isLoaded());
    sheet.open(QStringLiteral("reply/second"));
    QTRY_VERIFY(sheet.isLoaded());
    QVERIFY(sheet.isEmpty());
    QTRY_COMPARE(keptFiles(place), shot.files());
    sheet.open(place);
    QTRY_VERIFY(sheet.isLoaded());
    QCOMPARE(sheet.body(), QStringLiteral("> quoted"));
}

void TestWriting::aFullDraftElsewhereKeepsWhatItHasAndRefusesTheRest()
{
    const QString place = QStringLiteral("reply/first");
    QList<ShownFile> full;
    for (int i = 0; i < limits::kAttachmentsPerMessage; ++i) {
        Attachment file = part(shotFlatName, QByteArray::number(i));
        file.name = QStringLiteral("photo %1.jpg").arg(i);
        full.append({file, std::nullopt, std::nullopt});
    }
    DraftSheet sheet(*m_world->workspace, nullptr);
    sheet.open(QStringLiteral("reply/second"));
    QTRY_VERIFY(sheet.isLoaded());
    QSignalSpy refused(&sheet, &DraftSheet::refused);
    sheet.addElsewhere(place, full);
    QTRY_COMPARE(keptFiles(place).size(), limits::kAttachmentsPerMessage);
    QVERIFY(refused.isEmpty());
    sheet.addElsewhere(place, {{part(shotFlatName, "one more"), std::nullopt, std::nullopt}});
    QTRY_COMPARE(refused.size(), 1);
    QVERIFY(refused.first().first().toString().contains(QStringLiteral("Screenshot 1.png")));
    QCOMPARE(keptFiles(place).size(), limits::kAttachmentsPerMessage);
}

void TestWriting::anAnswerThatCouldNotBeKeptIsToldToItsAuthor()
{
    QVERIFY(openReply());
    auto *composer = m_window->requests()->findChild<Composer *>();
    auto *banner = m_window->requests()->view()->findChild<Banner *>();
    QVERIFY(composer && banner && banner->isHidden());
    Q_EMIT composer->failed({ErrorCode::StoreFull, {}, {}});
    QVERIFY(!banner->isHidden());
}

void TestWriting::aPictureMarkedUpAgainTakesThePlaceOfTheEarlierOneInAReplyElsewhere()
{
    const QString place = QStringLiteral("reply/first");
    const ShownFile before = {part(shotFlatName, "burned"),
                              part(shotBaseName, "base"),
                              part(shotSidecarName, "one")};
    const ShownFile after = {part(shotFlatName, "burned anew"),
                             before.base,
                             part(shotSidecarName, "two")};
    const ShownFile other = {part(shotFlatName, "of another"),
                             part(shotBaseName, "other base"),
                             part(shotSidecarName, "x")};
    DraftSheet sheet(*m_world->workspace, nullptr);
    sheet.open(QStringLiteral("reply/second"));
    QTRY_VERIFY(sheet.isLoaded());
    sheet.addElsewhere(place, {before});
    sheet.addElsewhere(place, {after});
    QTRY_COMPARE(keptFiles(place), after.files());
    sheet.addElsewhere(place, {other});
    const auto names = [this, &place] {
        QStringList all;
        for (const ShownFile &one : foldShots(keptFiles(place)))
            all.append(one.isShot() ? one.flat.name : QStringLiteral("loose"));
        return all;
    };
    QTRY_COMPARE(names(), QStringList({QStringLiteral("Screenshot 1.png"),
                                       QStringLiteral("Screenshot 1 (2).png")}));
    // The same before the draft that has the earlier one is read.
    sheet.open(place);
    sheet.strip()->addShot(before);
    QTRY_VERIFY(sheet.isLoaded());
    QCOMPARE(foldShots(sheet.files()).size(), 2);
    QVERIFY(sheet.files().contains(before.flat));
    QVERIFY(!sheet.files().contains(after.flat));
}

void TestWriting::aPictureCanBePastedWhileTheOldReplyIsRead()
{
    DraftSheet sheet(*m_world->workspace, nullptr);
    sheet.show();
    QApplication::clipboard()->setImage(picture(Qt::darkCyan));
    sheet.open(QStringLiteral("reply/first"));
    QVERIFY(sheet.edit()->isReadOnly());
    QTest::keyClick(sheet.edit(), Qt::Key_V, Qt::ControlModifier);
    QTRY_VERIFY(sheet.isLoaded());
    QTRY_COMPARE(sheet.files().size(), 1);
    QVERIFY(sheet.body().isEmpty());
}

void TestWriting::whatIsGivenWhileAReplyIsHandedOverStays()
{
    QVERIFY(openReply());
    auto *edit = child<QPlainTextEdit>("replyEdit");
    edit->setPlainText(QStringLiteral("Here it is"));
    child<QAbstractButton>("sendMessageButton")->click();
    QVERIFY(edit->isReadOnly());
    replyFiles()->addPicture(picture(Qt::darkMagenta));
    QTRY_COMPARE(m_world->workspace->status().waiting, 1);
    QTRY_VERIFY(!edit->isReadOnly());
    QTRY_COMPARE(replyFiles()->files().size(), 1);
    QVERIFY(edit->toPlainText().isEmpty());
    QTRY_VERIFY(child<QAbstractButton>("sendMessageButton")->isEnabled());
}

void TestWriting::aTemplateLeavesAFileThatIsOnItsWay()
{
    m_window->showPage(QStringLiteral("report"));
    QTest::keyClicks(focus(), QStringLiteral("The door of room 4 is open"));
    auto *templates = m_window->report()->findChild<TemplateButton *>();
    QVERIFY(templates);
    SavedReport door;
    door.name = QStringLiteral("Door");
    door.draft.title = QStringLiteral("A door is open");
    reportFiles()->addPicture(picture(Qt::darkYellow));
    QVERIFY(reportFiles()->isBusy());
    Q_EMIT templates->useWanted(door);
    QTRY_COMPARE(reportFiles()->files().size(), 1);
    QCOMPARE(m_window->report()->draft().attachments.size(), 1);
    QCOMPARE(m_window->report()->draft().title, door.draft.title);
}

void TestWriting::aPastedPictureIsItsPixelsAndNothingElse()
{
    QImage picture(40, 30, QImage::Format_ARGB32);
    picture.fill(QColor(200, 10, 10, 0)); // to be seen through
    picture.setText(QStringLiteral("Author"), QStringLiteral("somebody"));
    DraftSheet sheet(*m_world->workspace, nullptr);
    sheet.open(QStringLiteral("reply/somewhere"));
    QTRY_VERIFY(sheet.isLoaded());
    sheet.strip()->addPicture(picture);
    QTRY_COMPARE(sheet.files().size(), 1);
    const auto bytes = UiWorld::await(
        m_world->workspace->tickets().attachmentBytes(sheet.files().first(), TicketId()));
    QVERIFY(bytes.has_value());
    QVERIFY(checkBarePng(*bytes).has_value());
    const QImage read = QImage::fromData(*bytes);
    QVERIFY(!read.hasAlphaChannel());
    QCOMPARE(read.pixelColor(5, 5), QColor(Qt::white));
}

void TestWriting::aFileAloneMakesAReply()
{
    QVERIFY(openReply());
    auto *send = child<QAbstractButton>("sendMessageButton");
    QVERIFY(!send->isEnabled());
    m_world->prompt.files = {file(QStringLiteral("log.txt"), 20)};
    child<QAbstractButton>("attachButton")->click();
    QTRY_VERIFY(send->isEnabled());
    replyFiles()->findChild<QAbstractButton *>(QStringLiteral("fileRemoveButton"))->click();
    QVERIFY(!send->isEnabled());
}

void TestWriting::aRequesterCannotWriteANote()
{
    QVERIFY(openReply());
    auto *note = m_window->requests()->findChild<QAction *>(QStringLiteral("composer.note"));
    QVERIFY(note);
    note->trigger();
    QVERIFY(!child<QPlainTextEdit>("noteEdit")->isVisible());
    QVERIFY(child<QPlainTextEdit>("replyEdit")->isVisible());
}

void TestWriting::anUpdateIsNotAskedForWhenThereIsNothingToUpdate()
{
    m_window->showPage(QStringLiteral("requests"));
    // The sample's newest request is closed; its page offers no such button.
    QTRY_VERIFY(!child<QWidget>("askUpdateButton")->isVisible());
    m_window->requests()->view()->askForUpdate();
    const auto entries = UiWorld::await(m_world->workspace->outbox().entries());
    QVERIFY(entries && entries->isEmpty());
}

QTEST_MAIN(TestWriting)
#include "tst_writing.moc"
