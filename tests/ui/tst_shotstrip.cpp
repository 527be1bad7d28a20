// SPDX-License-Identifier: GPL-3.0-or-later
// Screenshots in the report: the strip of cards, the journal, sending.
#include "app/annotate/annotatewindow.h"
#include "app/report/reportpage.h"
#include "app/report/shotcard.h"
#include "app/report/shotstrip.h"
#include "app/widgets/banner.h"
#include "app/widgets/filedrop.h"
#include "app/widgets/pagecolumn.h"
#include "app/widgets/theme.h"
#include "core/base/limits.h"
#include "core/image/burn.h"
#include "core/service/shotservice.h"
#include "tests/ui/lookcheck.h"
#include "tests/ui/shotsample.h"
#include "tests/ui/uisample.h"

#include <QAbstractButton>
#include <QApplication>
#include <QClipboard>
#include <QDir>
#include <QDropEvent>
#include <QFile>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QMimeData>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QUrl>

using namespace vigie;

class TestShotStrip final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { applyTheme(*qApp, Scheme::Light); }
    void init();
    void cleanup();

    void aPastedPictureBecomesACardAndIsJournaled();
    void droppedPicturesBecomeShotsAndOtherFilesAttachments();
    void anEmptyClipboardIsTold();
    void aHostilePictureIsToldAndTheOthersAreTaken();
    void theMenuAsksForACapture();
    void captionsAndDescriptionsAreJournaled();
    void cardsAreMovedAndNumberedAnew();
    void aRemovedShotComesBackWithUndo();
    void aRemovalThatIsNotTakenBackFreesTheOriginal();
    void thePictureIsEditedInItsOwnWindow();
    void aDraftWithShotsComesBackAfterARestart();
    void whatComesBeforeTheOldDraftIsReadIsKeptToo();
    void aShotThatCannotBeReadCostsNoWords();
    void aLostOriginalIsToldOnItsCard();
    void sendingPublishesTheShotsAndEmptiesTheFolder();
    void theStepsOfAShotCanBeReadAsText();
    void whenThePicturesCannotBeWrittenNothingIsLost();
    void startingOverRemovesTheOriginals();
    void thereIsAnEndToTheShots();
    void theTabKeyFollowsTheEye();
    void whatWasNotCheckedIsSaidUntilItWas();
    void theOrganisationCanAskForALookBeforeSending();
    void theStripLooksRight_data();
    void theStripLooksRight();

private:
    void open();
    template<class W>
    [[nodiscard]] W *child(const char *name) const
    {
        return m_page->findChild<W *>(QLatin1String(name));
    }
    [[nodiscard]] ShotStrip *strip() const { return m_page->shots(); }
    [[nodiscard]] QList<ShotCard *> cards() const;
    void add(int seed);
    [[nodiscard]] QStringList kept() const
    {
        return QDir(m_world->folder.path() + QStringLiteral("/profile/shots"))
            .entryList(QDir::Files | QDir::Hidden);
    }
    [[nodiscard]] CreateTicket sent();

    std::unique_ptr<UiWorld> m_world;
    std::unique_ptr<ReportPage> m_page;
};

void TestShotStrip::init()
{
    m_world = std::make_unique<UiWorld>();
    fillEmployee(*m_world);
    open();
}

void TestShotStrip::open()
{
    m_page = std::make_unique<ReportPage>(*m_world->workspace, m_world->prompt,
                                          m_world->systemClock, nullptr);
    m_page->resize(900, 900);
    m_page->show();
    QVERIFY(QTest::qWaitForWindowExposed(m_page.get()));
}

void TestShotStrip::cleanup()
{
    m_page.reset();
    m_world.reset();
    QGuiApplication::clipboard()->clear();
}

/// In the order on the page.
QList<ShotCard *> TestShotStrip::cards() const
{
    QList<ShotCard *> found;
    for (ShotCard *card : strip()->findChildren<ShotCard *>()) {
        if (!card->isHidden())
            found.append(card);
    }
    QCoreApplication::processEvents();
    std::sort(found.begin(), found.end(),
              [](const ShotCard *a, const ShotCard *b) { return a->y() < b->y(); });
    return found;
}

void TestShotStrip::add(int seed)
{
    const qsizetype before = strip()->shots().size();
    strip()->addPicture(screen(seed), 1);
    QTRY_COMPARE(strip()->shots().size(), before + 1);
}

CreateTicket TestShotStrip::sent()
{
    const auto entries = UiWorld::await(m_world->workspace->outbox().entries());
    return entries && entries->size() == 1
        ? std::get<CreateTicket>(entries->first().op.payload)
        : CreateTicket();
}

void TestShotStrip::aPastedPictureBecomesACardAndIsJournaled()
{
    QSignalSpy journaled(m_page.get(), &ReportPage::journaled);
    QGuiApplication::clipboard()->setImage(screen(1));
    QTest::keyClick(child<QLineEdit>("reportTitleEdit"), Qt::Key_V, Qt::ControlModifier);
    QVERIFY(strip()->isBusy());
    QTRY_COMPARE(m_page->draft().shots.size(), 1);
    QVERIFY(m_page->draft().attachments.isEmpty());
    QTRY_VERIFY(!journaled.isEmpty());
    QCOMPARE(cards().size(), 1);
    QTRY_VERIFY(!cards().first()->findChild<QLabel *>(QStringLiteral("shotPictureLabel"))
                     ->pixmap(Qt::ReturnByValue).isNull());
    child<QAbstractButton>("shotFromClipboardButton")->click();
    QTRY_COMPARE(m_page->draft().shots.size(), 2);
}

void TestShotStrip::droppedPicturesBecomeShotsAndOtherFilesAttachments()
{
    const QString picture = m_world->folder.path() + QStringLiteral("/photo.PNG");
    QVERIFY(screen(2).save(picture, "PNG"));
    const QString log = m_world->folder.path() + QStringLiteral("/log.txt");
    QFile file(log);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("words");
    file.close();
    QMimeData data;
    data.setUrls({QUrl::fromLocalFile(picture), QUrl::fromLocalFile(log)});
    QDropEvent drop(QPointF(20, 20), Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
    QVERIFY(m_page->findChild<FileDrop *>()->eventFilter(m_page.get(), &drop));
    QTRY_COMPARE(m_page->draft().shots.size(), 1);
    QTRY_COMPARE(m_page->draft().attachments.size(), 1);
    QCOMPARE(m_page->draft().attachments.first().name, QStringLiteral("log.txt"));
}

void TestShotStrip::anEmptyClipboardIsTold()
{
    QGuiApplication::clipboard()->setText(QStringLiteral("only words"));
    child<QAbstractButton>("shotFromClipboardButton")->click();
    QVERIFY(strip()->trouble().contains(QStringLiteral("clipboard")));
    QVERIFY(child<QWidget>("shotNote")->isVisible());
    QVERIFY(!strip()->isBusy());
    add(1);
    QVERIFY(strip()->trouble().isEmpty());
}

void TestShotStrip::aHostilePictureIsToldAndTheOthersAreTaken()
{
    const QString bad = m_world->folder.path() + QStringLiteral("/broken.png");
    QFile file(bad);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("\x89PNG\r\n\x1a\n and then nothing");
    file.close();
    const QString good = m_world->folder.path() + QStringLiteral("/good.png");
    QVERIFY(screen(3).save(good, "PNG"));
    m_world->prompt.files = {bad, good};
    child<QAbstractButton>("shotFromFileButton")->click();
    QTRY_VERIFY(!strip()->isBusy());
    QCOMPARE(strip()->shots().size(), 1);
    const QString told = strip()->trouble();
    QVERIFY2(told.contains(QStringLiteral("broken.png")), qPrintable(told)); // what
    QVERIFY2(told.contains(QStringLiteral("kept")), qPrintable(told));
    QVERIFY2(told.contains(QStringLiteral("paste")), qPrintable(told)); // what to do
}

void TestShotStrip::theMenuAsksForACapture()
{
    QList<CaptureWish> wanted;
    connect(m_page.get(), &ReportPage::captureWanted, this,
            [&wanted](const CaptureWish &wish) { wanted.append(wish); });
    auto *button = child<QPushButton>("addShotButton");
    QVERIFY(button->menu());
    QList<int> delays;
    const auto actions = button->menu()->findChildren<QAction *>();
    for (QAction *action : actions) {
        if (action->objectName().startsWith(QLatin1String("shot.")))
            action->trigger();
    }
    QCOMPARE(wanted.size(), 12);
    for (const CaptureWish &wish : std::as_const(wanted)) {
        QVERIFY(!wish.withPointer); // no back end here that could
        if (!delays.contains(wish.delaySeconds))
            delays.append(wish.delaySeconds);
    }
    std::sort(delays.begin(), delays.end());
    QCOMPARE(delays, QList<int>({0, 3, 5, 10}));
    QVERIFY(delays.last() <= limits::kCaptureDelaySeconds);
}

void TestShotStrip::captionsAndDescriptionsAreJournaled()
{
    add(1);
    QTest::keyClicks(cards().first()->findChild<QLineEdit *>(QStringLiteral("shotCaptionEdit")),
                     QStringLiteral("The dialog"));
    QTest::keyClicks(cards().first()->findChild<QLineEdit *>(QStringLiteral("shotAltEdit")),
                     QStringLiteral("A window without a button"));
    QCOMPARE(m_page->draft().shots.first().caption, QStringLiteral("The dialog"));
    QCOMPARE(m_page->draft().shots.first().alt, QStringLiteral("A window without a button"));
    QCOMPARE(reportDraftFrom(toJson(m_page->draft())), m_page->draft());
}

void TestShotStrip::cardsAreMovedAndNumberedAnew()
{
    add(1);
    add(2);
    add(3);
    const QList<AnnotationDocument> before = strip()->shots();
    cards().first()->findChild<QAbstractButton *>(QStringLiteral("shotDownButton"))->click();
    QCOMPARE(strip()->shots(),
             QList<AnnotationDocument>({before[1], before[0], before[2]}));
    QCOMPARE(m_page->draft().shots, strip()->shots());
    QTRY_COMPARE(cards().at(1)->findChild<QLabel *>(QStringLiteral("shotTitleLabel"))->text(),
                 QStringLiteral("Screenshot 2"));
    QVERIFY(!cards().first()->findChild<QWidget *>(QStringLiteral("shotUpButton"))->isEnabled());
    QVERIFY(!cards().last()->findChild<QWidget *>(QStringLiteral("shotDownButton"))->isEnabled());
    cards().last()->findChild<QAbstractButton *>(QStringLiteral("shotUpButton"))->click();
    QCOMPARE(strip()->shots(),
             QList<AnnotationDocument>({before[1], before[2], before[0]}));
}

void TestShotStrip::aRemovedShotComesBackWithUndo()
{
    add(1);
    add(2);
    const QList<AnnotationDocument> before = strip()->shots();
    cards().first()->findChild<QAbstractButton *>(QStringLiteral("shotRemoveButton"))->click();
    QVERIFY(m_world->prompt.asked.isEmpty());
    QCOMPARE(m_page->draft().shots, before.mid(1));
    auto *undo = child<Banner>("shotUndoBanner");
    QVERIFY(undo->isVisible());
    Q_EMIT undo->actionTriggered();
    QCOMPARE(m_page->draft().shots, before);
    QVERIFY(!undo->isVisible());
    QVERIFY(UiWorld::await(m_world->workspace->shots().original(before[0].sha256)).has_value());
}

void TestShotStrip::aRemovalThatIsNotTakenBackFreesTheOriginal()
{
    add(1);
    add(2);
    QCOMPARE(kept().size(), 2);
    cards().first()->findChild<QAbstractButton *>(QStringLiteral("shotRemoveButton"))->click();
    QCOMPARE(kept().size(), 2); // Undo needs it
    Q_EMIT child<Banner>("shotUndoBanner")->closed();
    QTRY_COMPARE(kept(), QStringList{m_page->draft().shots.first().sha256});
}

void TestShotStrip::thePictureIsEditedInItsOwnWindow()
{
    add(1);
    cards().first()->findChild<QAbstractButton *>(QStringLiteral("shotEditButton"))->click();
    QTRY_VERIFY(m_page->findChild<AnnotateWindow *>());
    auto *window = m_page->findChild<AnnotateWindow *>();
    window->editor().add(QStringLiteral("Arrow"), mark(AnnotationKind::Arrow));
    QCOMPARE(m_page->draft().shots.first().items.size(), 1);
    QCOMPARE(m_page->draft().shots.first().items.first().layer, reporterLayer());
    window->editor().undoStack().undo();
    QVERIFY(m_page->draft().shots.first().items.isEmpty());
    window->close();
    QTRY_VERIFY(!m_page->findChild<AnnotateWindow *>());
    QVERIFY(cards().first()->findChild<QWidget *>(QStringLiteral("shotCaptionEdit"))->isEnabled());
}

void TestShotStrip::aDraftWithShotsComesBackAfterARestart()
{
    QTest::keyClicks(child<QLineEdit>("reportTitleEdit"), QStringLiteral("It broke"));
    add(1);
    const ReportDraft before = m_page->draft();
    m_page.reset();
    QVERIFY(m_world->restart());
    open();
    QTRY_COMPARE(m_page->draft(), before);
    QCOMPARE(cards().size(), 1);
    QTRY_VERIFY(!cards().first()->findChild<QLabel *>(QStringLiteral("shotPictureLabel"))
                     ->pixmap(Qt::ReturnByValue).isNull());
}

/// One key from another program: the page is made, and has a picture before it has read its draft.
void TestShotStrip::whatComesBeforeTheOldDraftIsReadIsKeptToo()
{
    QTest::keyClicks(child<QLineEdit>("reportTitleEdit"), QStringLiteral("It broke"));
    add(1);
    const AnnotationDocument old = strip()->shots().first();
    m_page.reset();
    QVERIFY(m_world->restart());
    m_page = std::make_unique<ReportPage>(*m_world->workspace, m_world->prompt,
                                          m_world->systemClock, nullptr);
    strip()->addPicture(screen(2), 1);
    child<QLineEdit>("reportTitleEdit")->setText(QStringLiteral("Again"));
    child<QPlainTextEdit>("reportDetailsEdit")->setPlainText(QStringLiteral("Twice today"));
    QTRY_COMPARE(strip()->shots().size(), 2);
    QCOMPARE(strip()->shots().first(), old);
    QCOMPARE(m_page->draft().title, QStringLiteral("It broke"));
    QCOMPARE(m_page->draft().details, QStringLiteral("Again\n\nTwice today"));
    // On disk as well.
    const ReportDraft both = m_page->draft();
    m_page.reset();
    QVERIFY(m_world->restart());
    open();
    QTRY_COMPARE(m_page->draft(), both);
}

void TestShotStrip::aShotThatCannotBeReadCostsNoWords()
{
    ReportDraft draft;
    draft.title = QStringLiteral("Words");
    AnnotationDocument good;
    good.sha256 = QString(64, QLatin1Char('a'));
    good.size = {10, 10};
    draft.shots = {good};
    QJsonObject json = toJson(draft);
    QJsonArray shots = json.value(QStringLiteral("shots")).toArray();
    shots.prepend(QJsonObject{{QStringLiteral("schema"), 99}});
    shots.append(QStringLiteral("nonsense"));
    json.insert(QStringLiteral("shots"), shots);
    QCOMPARE(reportDraftFrom(json), draft);
}

void TestShotStrip::aLostOriginalIsToldOnItsCard()
{
    add(1);
    QDir shots(m_world->folder.path() + QStringLiteral("/profile/shots"));
    QVERIFY(shots.remove(m_page->draft().shots.first().sha256));
    strip()->setShots(strip()->shots()); // as after a restart
    QTRY_VERIFY(cards().first()->findChild<QWidget *>(QStringLiteral("shotTroubleLabel"))
                    ->isVisible());
    QVERIFY(!cards().first()->findChild<QWidget *>(QStringLiteral("shotEditButton"))->isVisible());
    QTest::keyClicks(child<QLineEdit>("reportTitleEdit"), QStringLiteral("Title"));
    child<QAbstractButton>("sendReportButton")->click();
    auto *banner = m_page->findChild<Banner *>();
    QTRY_VERIFY(banner->text().contains(QStringLiteral("Remove it")));
    QCOMPARE(m_page->draft().title, QStringLiteral("Title"));
    QCOMPARE(m_world->workspace->status().waiting, 0);
    cards().first()->findChild<QAbstractButton *>(QStringLiteral("shotRemoveButton"))->click();
    child<QAbstractButton>("sendReportButton")->click();
    QTRY_COMPARE(m_world->workspace->status().waiting, 1);
}

void TestShotStrip::sendingPublishesTheShotsAndEmptiesTheFolder()
{
    add(1);
    add(2);
    QList<AnnotationDocument> shots = strip()->shots();
    shots[0].items = {mark(AnnotationKind::Arrow)};
    strip()->setShots(shots);
    QSignalSpy done(m_page.get(), &ReportPage::sent);
    child<QAbstractButton>("sendReportButton")->click();
    QVERIFY(m_page->findChild<Banner *>()->text().contains(QStringLiteral("prepared")));
    QTRY_COMPARE(done.size(), 1);
    QStringList names;
    for (const Attachment &file : sent().attachments)
        names.append(file.name);
    QCOMPARE(names, QStringList({QStringLiteral("Screenshot 1.png"),
                                 QStringLiteral("Screenshot 1.base.png"),
                                 QStringLiteral("Screenshot 1.annotations.json"),
                                 QStringLiteral("Screenshot 2.png")}));
    QVERIFY(m_page->draft().isEmpty());
    QVERIFY(cards().isEmpty());
    QTRY_VERIFY(kept().isEmpty());
}

void TestShotStrip::theStepsOfAShotCanBeReadAsText()
{
    QTest::keyClicks(child<QPlainTextEdit>("reportDetailsEdit"), QStringLiteral("It broke"));
    add(1);
    QList<AnnotationDocument> shots = strip()->shots();
    Annotation step = mark(AnnotationKind::Step);
    step.text = QStringLiteral("click here");
    step.number = 1;
    shots[0].items = {step};
    shots[0].caption = QStringLiteral("The button");
    strip()->setShots(shots);
    child<QAbstractButton>("sendReportButton")->click();
    QTRY_COMPARE(m_world->workspace->status().waiting, 1);
    QCOMPARE(sent().kit.what,
             QStringLiteral("It broke\n\nScreenshot 1\nThe button\n1. click here"));
    const QString full(limits::kBodyLength - 3, QLatin1Char('x'));
    QCOMPARE(withShotWords(full, {QStringLiteral("more")}, QStringLiteral("Shot %1")), full);
}

void TestShotStrip::whenThePicturesCannotBeWrittenNothingIsLost()
{
    QTest::keyClicks(child<QLineEdit>("reportTitleEdit"), QStringLiteral("It broke"));
    add(1);
    const ReportDraft before = m_page->draft();
    // A file where the folder should be: writing fails as on a disk that is gone.
    const QString blobs = m_world->folder.path() + QStringLiteral("/profile/blobs");
    QDir(blobs).removeRecursively();
    QFile wall(blobs);
    QVERIFY(wall.open(QIODevice::WriteOnly));
    wall.close();
    child<QAbstractButton>("sendReportButton")->click();
    auto *banner = m_page->findChild<Banner *>();
    QTRY_VERIFY(banner->isVisible() && !banner->text().contains(QStringLiteral("prepared")));
    QVERIFY2(banner->text().contains(QStringLiteral("safe")), qPrintable(banner->text()));
    QCOMPARE(m_page->draft(), before);
    QCOMPARE(m_world->workspace->status().waiting, 0);
    QCOMPARE(kept().size(), 1);
    QVERIFY(wall.remove());
    child<QAbstractButton>("sendReportButton")->click();
    QTRY_COMPARE(m_world->workspace->status().waiting, 1);
    QTRY_VERIFY(kept().isEmpty());
}

void TestShotStrip::startingOverRemovesTheOriginals()
{
    add(1);
    m_world->prompt.answers = {true};
    child<QAbstractButton>("clearReportButton")->click();
    QVERIFY(m_page->draft().isEmpty());
    QTRY_VERIFY(kept().isEmpty());
}

void TestShotStrip::thereIsAnEndToTheShots()
{
    strip()->setMost(1);
    add(1);
    strip()->setMost(1);
    strip()->addPicture(screen(2), 1);
    QVERIFY(!strip()->isBusy());
    QVERIFY2(strip()->trouble().contains(QStringLiteral("kept")), qPrintable(strip()->trouble()));
}

void TestShotStrip::whatWasNotCheckedIsSaidUntilItWas()
{
    add(1);
    const auto isSaid = [this] {
        return cards().first()->findChild<QLabel *>(QStringLiteral("shotUncheckedLabel"))->isVisible();
    };
    QVERIFY(isSaid());
    cards().first()->findChild<QPushButton *>(QStringLiteral("shotEditButton"))->click();
    QTRY_VERIFY(m_page->findChild<AnnotateWindow *>());
    auto *editor = m_page->findChild<AnnotateWindow *>();
    QVERIFY(isSaid()); // opened, but nothing was searched here
    Q_EMIT editor->searched(PrivateSearch::Partly);
    QVERIFY(isSaid());
    Q_EMIT editor->searched(PrivateSearch::Whole);
    QVERIFY(!isSaid());
    Annotation box = mark(AnnotationKind::Box);
    box.id.clear();
    editor->editor().add(QStringLiteral("Box"), box);
    QVERIFY(!isSaid());
    editor->close();
    m_page.reset();
    QVERIFY(m_world->restart());
    open();
    QTRY_COMPARE(strip()->shots().size(), 1);
    QVERIFY(!isSaid());
    // It is nobody's business but the person's.
    QCOMPARE(publishedDocument(strip()->shots().first(), QString(64, u'a')).searched,
             PrivateSearch::NotYet);
}

void TestShotStrip::theOrganisationCanAskForALookBeforeSending()
{
    m_page.reset();
    ReportPorts ports;
    ports.picturesChecked = true;
    m_page = std::make_unique<ReportPage>(*m_world->workspace, m_world->prompt,
                                          m_world->systemClock, nullptr, ports);
    m_page->show();
    QVERIFY(QTest::qWaitForWindowExposed(m_page.get()));
    child<QLineEdit>("reportTitleEdit")->setText(QStringLiteral("Blank pages"));
    add(1);
    m_page->send();
    // Nothing went, and the picture is opened to be looked at.
    QTRY_VERIFY(m_page->findChild<AnnotateWindow *>());
    QCOMPARE(m_world->workspace->status().waiting, 0);
    // No reader here: the person's own look counts.
    QTRY_COMPARE(strip()->shots().first().searched, PrivateSearch::Partly);
    m_page->findChild<AnnotateWindow *>()->close();
    m_page->send();
    QTRY_COMPARE(m_world->workspace->status().waiting, 1);
    QCOMPARE(sent().title, QStringLiteral("Blank pages"));
}

void TestShotStrip::theTabKeyFollowsTheEye()
{
    add(1);
    add(2);
    (void)cards(); // laid out
    QApplication::setActiveWindow(m_page.get());
    auto *title = child<QLineEdit>("reportTitleEdit");
    title->setFocus();
    QStringList passed;
    int bottom = 0;
    for (QWidget *at = title;;) {
        const QRect place(at->mapTo(m_page.get(), QPoint()), at->size());
        passed.append(at->objectName());
        if (at->objectName() == QLatin1String("addShotButton"))
            break;
        QVERIFY2(place.bottom() > bottom - 4, qPrintable(passed.join(QLatin1Char(' '))));
        bottom = std::max(bottom, place.top());
        QTest::keyClick(at, Qt::Key_Tab);
        at = QApplication::focusWidget();
        QVERIFY2(at && !passed.contains(QStringLiteral("addShotButton")) && passed.size() < 40,
                 qPrintable(passed.join(QLatin1Char(' '))));
    }
    // Both cards were passed on the way.
    QCOMPARE(passed.count(QStringLiteral("shotCaptionEdit")), 2);
}

void TestShotStrip::theStripLooksRight_data()
{
    QTest::addColumn<Scheme>("scheme");
    QTest::newRow("light") << Scheme::Light;
    QTest::newRow("dark") << Scheme::Dark;
}

void TestShotStrip::theStripLooksRight()
{
    QFETCH(Scheme, scheme);
    applyTheme(*qApp, scheme);
    add(1);
    add(2);
    QList<AnnotationDocument> shots = strip()->shots();
    shots[0].items = {mark(AnnotationKind::Arrow), mark(AnnotationKind::Redaction)};
    shots[0].caption = QStringLiteral("The button that does nothing");
    AnnotationDocument lost = shots[1];
    lost.sha256 = QString(64, QLatin1Char('0'));
    shots.append(lost);
    strip()->setShots(shots);
    QTRY_COMPARE(cards().size(), 3);
    QTRY_VERIFY(cards().last()->findChild<QWidget *>(QStringLiteral("shotTroubleLabel"))
                    ->isVisible());
    QTRY_VERIFY(!cards().first()->findChild<QLabel *>(QStringLiteral("shotPictureLabel"))
                     ->pixmap(Qt::ReturnByValue).isNull());
    QStringList wrong = looks::unnamed(*strip()) + looks::clipped(*strip());
    QVERIFY2(wrong.isEmpty(), qPrintable(wrong.join(QLatin1Char('\n'))));
    m_page->findChild<PageColumn *>()->ensureWidgetVisible(strip());
    keepPicture(*m_page, QStringLiteral("shots-%1").arg(QLatin1String(QTest::currentDataTag())));
    // A small window and longer words.
    m_page->resize(520, 900);
    wrong = looks::clipped(*strip());
    QVERIFY2(wrong.isEmpty(), qPrintable(wrong.join(QLatin1Char('\n'))));
    keepPicture(*m_page,
                QStringLiteral("shots-narrow-%1").arg(QLatin1String(QTest::currentDataTag())));
    applyTheme(*qApp, Scheme::Light);
}

QTEST_MAIN(TestShotStrip)
#include "tst_shotstrip.moc"
