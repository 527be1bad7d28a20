// SPDX-License-Identifier: GPL-3.0-or-later
// Screenshots of a conversation: looking at their layers, drawing on them for an answer.
#include "app/annotate/annotatewindow.h"
#include "app/composer/attachmentstrip.h"
#include "app/viewer/comparecanvas.h"
#include "app/viewer/comparewindow.h"
#include "app/viewer/layercanvas.h"
#include "app/viewer/picturewindow.h"
#include "app/viewer/ticketfiles.h"
#include "app/widgets/theme.h"
#include "core/service/shotservice.h"
#include "core/service/ticketservice.h"
#include "tests/ui/lookcheck.h"
#include "tests/ui/shotsample.h"
#include "tests/ui/uisample.h"

#include <QAbstractButton>
#include <QApplication>
#include <QClipboard>
#include <QFile>
#include <QLabel>
#include <QMenu>
#include <QPushButton>
#include <QSignalSpy>

using namespace vigie;

class TestSentShots final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { applyTheme(*qApp, Scheme::Light); }
    void init();
    void cleanup();

    void theWindowShowsAndHidesLayers();
    void theWindowSaysWhenLayersAreLost();
    void markingUpAttachesTheResultToTheAnswer();
    void theSamePictureMarkedUpAgainReplacesTheFirst();
    void whatIsCopiedOrSavedHidesNothingMoreThanWhatCame();
    void twoPicturesOfAConversationAreCompared();

private:
    /// A sent shot with the reporter's arrow and step, as a message's file.
    [[nodiscard]] ShownFile published();

    std::unique_ptr<UiWorld> m_world;
    std::unique_ptr<QWidget> m_page;
};

void TestSentShots::init()
{
    m_world = std::make_unique<UiWorld>();
    fillEmployee(*m_world);
    m_page = std::make_unique<QWidget>();
    m_page->show();
}

void TestSentShots::cleanup()
{
    m_page.reset();
    m_world.reset();
}

ShownFile TestSentShots::published()
{
    ShotService &service = m_world->workspace->shots();
    auto document = UiWorld::await(service.import(screen(1), 1)).value_or(AnnotationDocument());
    document.items = {mark(AnnotationKind::Arrow), mark(AnnotationKind::Step),
                      mark(AnnotationKind::Redaction)};
    document.alt = QStringLiteral("The invoice window with an error");
    document.renumberSteps();
    const auto made =
        UiWorld::await(service.publish({document}, QStringLiteral("Screenshot %1")));
    return made ? foldShots(made->files).value(0) : ShownFile();
}

void TestSentShots::theWindowShowsAndHidesLayers()
{
    const ShownFile file = published();
    QVERIFY(file.isShot() && file.base);
    TicketFiles files(*m_world->workspace, m_world->prompt, m_page.get());
    files.open(file, {}, true);
    QTRY_VERIFY(m_page->findChild<PictureWindow *>());
    auto *window = m_page->findChild<PictureWindow *>();
    auto *canvas = window->findChild<LayerCanvas *>();
    QVERIFY(QTest::qWaitForWindowExposed(window));
    keepPicture(*window, QStringLiteral("picture-window"));
    QCOMPARE(window->findChild<QLabel *>(QStringLiteral("pictureAltLabel"))->text(),
             QStringLiteral("The invoice window with an error"));
    const QImage withMarks = canvas->grab().toImage();
    auto *toggle =
        window->findChild<QAbstractButton *>(QStringLiteral("pictureLayerButton"));
    QVERIFY(toggle && toggle->isChecked());
    QVERIFY(toggle->text().contains(m_world->anna.name));
    toggle->click();
    const QImage bare = canvas->grab().toImage();
    QVERIFY(bare != withMarks);
    toggle->click();
    QCOMPARE(canvas->grab().toImage(), withMarks);
    auto *compare =
        window->findChild<QAbstractButton *>(QStringLiteral("pictureCompareButton"));
    QTest::mousePress(compare, Qt::LeftButton);
    QCOMPARE(canvas->grab().toImage(), bare);
    QTest::mouseRelease(compare, Qt::LeftButton);
    QCOMPARE(canvas->grab().toImage(), withMarks);
    QVERIFY(looks::unnamed(*window).isEmpty());
    // And side by side, with a line to drag between them.
    auto *beside = window->findChild<QAction *>(QStringLiteral("pictureCompareBareAction"));
    QVERIFY(beside);
    beside->trigger();
    auto *both = m_page->findChild<CompareWindow *>();
    QVERIFY(both && both->isVisible());
    keepPicture(*both, QStringLiteral("compare-with-bare"));
    both->canvas()->setEdge(0);
    const QImage right = both->canvas()->grab().toImage();
    both->canvas()->setEdge(1);
    QVERIFY(both->canvas()->grab().toImage() != right);
}

void TestSentShots::theWindowSaysWhenLayersAreLost()
{
    ShownFile file = published();
    file.base.reset(); // the sidecar is of another picture now
    TicketFiles files(*m_world->workspace, m_world->prompt, m_page.get());
    files.open(file, {}, false);
    QTRY_VERIFY(m_page->findChild<PictureWindow *>());
    auto *window = m_page->findChild<PictureWindow *>();
    QVERIFY(window->findChild<QWidget *>(QStringLiteral("pictureLayersLostLabel")));
    QVERIFY(!window->findChild<QWidget *>(QStringLiteral("pictureLayerButton")));
    QVERIFY(!window->findChild<QWidget *>(QStringLiteral("pictureMarkUpButton")));
}

void TestSentShots::markingUpAttachesTheResultToTheAnswer()
{
    const ShownFile file = published();
    TicketFiles files(*m_world->workspace, m_world->prompt, m_page.get());
    QSignalSpy marked(&files, &TicketFiles::markedUp);
    for (const bool draw : {false, true}) {
        files.open(file, {}, true);
        QTRY_VERIFY(m_page->findChild<PictureWindow *>());
        m_page->findChild<PictureWindow *>()
            ->findChild<QAbstractButton *>(QStringLiteral("pictureMarkUpButton"))
            ->click();
        auto *editor = m_page->findChild<AnnotateWindow *>();
        QVERIFY(editor);
        Annotation mine = mark(AnnotationKind::Box, QString());
        if (draw)
            editor->editor().add(QStringLiteral("Box"), mine);
        editor->close();
        QTRY_VERIFY(!m_page->findChild<AnnotateWindow *>());
        QTRY_VERIFY(!m_page->findChild<PictureWindow *>());
    }
    QTRY_COMPARE(marked.size(), 1); // looking alone attaches nothing
    const auto made = marked.first().at(0).value<ShownFile>();
    QCOMPARE(made.picture().sha256, file.picture().sha256);
    QVERIFY(made.flat.sha256 != file.flat.sha256);
    const auto opened = UiWorld::await(m_world->workspace->shots().open(made, {}));
    QVERIFY(opened && opened->layersRead);
    QCOMPARE(opened->document.items.last().layer, m_world->anna.id.text());
    QVERIFY(opened->document.find(mark(AnnotationKind::Arrow).id)); // the reporter's stay
}

void TestSentShots::twoPicturesOfAConversationAreCompared()
{
    ShotService &service = m_world->workspace->shots();
    QList<AnnotationDocument> shots;
    for (const int seed : {1, 2})
        shots.append(UiWorld::await(service.import(screen(seed), 1)).value_or(AnnotationDocument()));
    const auto made = UiWorld::await(service.publish(shots, QStringLiteral("Screenshot %1")));
    QVERIFY(made.has_value());
    CreateTicket create;
    create.title = QStringLiteral("Before and after");
    create.attachments = made->files;
    const auto ticket = UiWorld::await(m_world->workspace->tickets().report(create, {}));
    QVERIFY(ticket.has_value());
    TicketFiles files(*m_world->workspace, m_world->prompt, m_page.get());
    files.open(foldShots(made->files).first(), *ticket, true);
    QTRY_VERIFY(m_page->findChild<PictureWindow *>());
    auto *with = m_page->findChild<PictureWindow *>()->findChild<QPushButton *>(
        QStringLiteral("pictureCompareWithButton"));
    QVERIFY(with && with->menu()->actions().size() == 1);
    with->menu()->actions().first()->trigger();
    QTRY_VERIFY(m_page->findChild<CompareWindow *>());
    auto *window = m_page->findChild<CompareWindow *>();
    QVERIFY(QTest::qWaitForWindowExposed(window));
    CompareCanvas *canvas = window->canvas();
    const auto seen = [canvas] { return canvas->grab().toImage(); };
    canvas->setEdge(1);
    const QImage first = seen();
    canvas->setEdge(0);
    const QImage second = seen();
    QVERIFY(first != second);
    QTest::keyClick(canvas, Qt::Key_Right);
    QCOMPARE(canvas->edge(), 0.05);
    QTest::mouseClick(canvas, Qt::LeftButton, {}, canvas->rect().center());
    QVERIFY(std::abs(canvas->edge() - 0.5) < 0.01);
    keepPicture(*window, QStringLiteral("compare-window"));
    QTest::mouseClick(window->findChild<QAbstractButton *>(QStringLiteral("compareLookChip2")),
                      Qt::LeftButton);
    QCOMPARE(canvas->look(), CompareCanvas::Look::Difference);
    QVERIFY(seen() != first && seen() != second);
    QVERIFY(looks::unnamed(*window).isEmpty());
    window->close();
}

void TestSentShots::whatIsCopiedOrSavedHidesNothingMoreThanWhatCame()
{
    const ShownFile file = published();
    const auto flat =
        UiWorld::await(m_world->workspace->tickets().attachmentBytes(file.flat, TicketId()));
    QVERIFY(flat.has_value());
    const QImage came = QImage::fromData(*flat).convertToFormat(QImage::Format_RGB32);
    TicketFiles files(*m_world->workspace, m_world->prompt, m_page.get());
    files.open(file, {}, true);
    QTRY_VERIFY(m_page->findChild<PictureWindow *>());
    m_page->findChild<PictureWindow *>()
        ->findChild<QAbstractButton *>(QStringLiteral("pictureMarkUpButton"))
        ->click();
    auto *editor = m_page->findChild<AnnotateWindow *>();
    QVERIFY(editor);
    editor->findChild<QAbstractButton *>(QStringLiteral("annotateCopyButton"))->click();
    QCOMPARE(QApplication::clipboard()->image().convertToFormat(QImage::Format_RGB32), came);
    const QString path = m_world->folder.path() + QStringLiteral("/saved.png");
    Q_EMIT editor->exportWanted(path);
    QTRY_VERIFY(QFile::exists(path));
    QTRY_COMPARE(QImage(path).convertToFormat(QImage::Format_RGB32), came);
    editor->close();
}

void TestSentShots::theSamePictureMarkedUpAgainReplacesTheFirst()
{
    AttachmentStrip files(m_world->workspace->tickets(), nullptr);
    const auto blob = [](char of, const QString &name) {
        return Attachment{QString(64, QLatin1Char(of)), name, QStringLiteral("image/png"), 1};
    };
    const auto shot = [&](char flat, char base, char sidecar) {
        return ShownFile{blob(flat, QStringLiteral("Screenshot 1.png")),
                         blob(base, QStringLiteral("Screenshot 1.base.png")),
                         blob(sidecar, QStringLiteral("Screenshot 1.annotations.json"))};
    };
    files.addShot(shot('a', 'b', 'c'));
    files.addShot(shot('d', 'b', 'e'));
    QCOMPARE(files.files(), shot('d', 'b', 'e').files());
    files.addShot(shot('1', '2', '3'));
    const QList<ShownFile> shown = foldShots(files.files());
    QCOMPARE(shown.size(), 2);
    QCOMPARE(shown[1].flat.name, QStringLiteral("Screenshot 1 (2).png"));
    QCOMPARE(shown[1].picture().sha256, QString(64, QLatin1Char('2')));
    QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete); // older chips
    files.findChildren<QAbstractButton *>(QStringLiteral("fileRemoveButton")).first()->click();
    QCOMPARE(foldShots(files.files()), shown.mid(1));
}

QTEST_MAIN(TestSentShots)
#include "tst_sentshots.moc"
