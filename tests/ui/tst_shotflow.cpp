// SPDX-License-Identifier: GPL-3.0-or-later
// From one key to a sent report with a burned picture, through the real windows.
#include "app/annotate/annotatewindow.h"
#include "app/annotate/annotationcanvas.h"
#include "app/capture/capturecoordinator.h"
#include "app/report/reportpage.h"
#include "app/report/shotstrip.h"
#include "app/shell/mainwindow.h"
#include "app/widgets/theme.h"
#include "core/image/annotationcodec.h"
#include "core/image/barepng.h"
#include "core/image/burn.h"
#include "core/model/shotfiles.h"
#include "core/service/ticketservice.h"
#include "core/service/workspace.h"
#include "tests/support/fakecapture.h"
#include "tests/ui/uisample.h"

#include <QApplication>
#include <QLineEdit>
#include <QMouseEvent>
#include <QPushButton>
#include <QSignalSpy>

using namespace vigie;

class ShotFlowTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();

    void oneKeyLeadsFromTheScreenToASentReport();
    void aRefusedPictureIsExplainedAndTheReportIsThere();
    void escapeWhileChoosingOpensTheReportWithoutAPicture();
    void withoutACaptureTheReportOpens();
    void aPictureIsTakenAgainUnderItsAnnotations();

private:
    void open(bool withCapture);
    [[nodiscard]] AnnotateWindow *editor() const;
    static void drag(QWidget *on, const QPoint &from, const QPoint &to);

    std::unique_ptr<UiWorld> m_world;
    FakeCapture *m_backend = nullptr;
    std::unique_ptr<CaptureCoordinator> m_capture;
    std::unique_ptr<MainWindow> m_window;
};

void ShotFlowTest::init()
{
    QTest::failOnWarning(QRegularExpression(QStringLiteral("vigie|QObject|QPainter")));
    applyTheme(*qApp, Scheme::Light);
}

void ShotFlowTest::cleanup()
{
    m_window.reset();
    m_capture.reset();
    delete m_backend;
    m_backend = nullptr;
    m_world.reset();
}

void ShotFlowTest::open(bool withCapture)
{
    m_world = std::make_unique<UiWorld>();
    fillEmployee(*m_world);
    QVERIFY(m_world->workspace);
    m_backend = new FakeCapture;
    CaptureTiming timing;
    timing.tick = timing.settle = 1;
    m_capture = std::make_unique<CaptureCoordinator>(*m_backend, nullptr, timing);
    ReportPorts ports;
    if (withCapture)
        ports.capture = m_capture.get();
    m_window = std::make_unique<MainWindow>(*m_world->workspace, m_world->prompt,
                                            m_world->systemClock, nullptr, ports);
    m_window->show();
    QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
}

AnnotateWindow *ShotFlowTest::editor() const
{
    return m_window->findChild<AnnotateWindow *>();
}

void ShotFlowTest::drag(QWidget *on, const QPoint &from, const QPoint &to)
{
    QTest::mousePress(on, Qt::LeftButton, {}, from);
    for (const QPoint &step : {(from + to) / 2, to}) {
        QMouseEvent move(QEvent::MouseMove, step, on->mapToGlobal(step), Qt::NoButton,
                         Qt::LeftButton, {});
        QApplication::sendEvent(on, &move);
    }
    QTest::mouseRelease(on, Qt::LeftButton, {}, to);
}

void ShotFlowTest::aPictureIsTakenAgainUnderItsAnnotations()
{
    open(true);
    const QScreen *screen = QGuiApplication::primaryScreen();
    const auto answer = [screen](QRgb color) {
        CapturedScreen seen = FakeCapture::screen(screen->name(), screen->geometry(), 1,
                                                  screen->geometry().size());
        seen.pixels.fill(color);
        return FakeCapture::screens({seen});
    };
    m_backend->answers = {answer(0xff204060), answer(0xff602040)};
    CaptureWish wish;
    wish.kind = CaptureWish::Kind::Screen;
    Q_EMIT m_window->report()->captureWanted(wish);
    QTRY_VERIFY(editor() && editor()->isVisible());
    editor()->editor().add(QStringLiteral("Box"), [] {
        Annotation box;
        box.kind = AnnotationKind::Box;
        box.rect = QRectF(20, 20, 60, 40);
        box.color = Qt::red;
        return box;
    }());
    const AnnotationDocument first = editor()->document();
    editor()->findChild<QAction *>(QStringLiteral("annotateTakeAgainAction"))->trigger();
    QTRY_VERIFY(editor()->document().sha256 != first.sha256);
    QCOMPARE(editor()->document().items, first.items);
    QCOMPARE(editor()->picture().pixel(5, 5), 0xff602040);
    const ShotStrip *strip = m_window->report()->shots();
    QCOMPARE(strip->shots().size(), 1);
    QCOMPARE(strip->shots().first().sha256, editor()->document().sha256);
    // The first one can come back as long as the editor is open.
    QCOMPARE(strip->originals().size(), 2);
    editor()->editor().undoStack().undo();
    QCOMPARE(strip->shots().first().sha256, first.sha256);
    QCOMPARE(editor()->picture().pixel(5, 5), 0xff204060);
}

void ShotFlowTest::oneKeyLeadsFromTheScreenToASentReport()
{
    open(true);
    const QScreen *screen = QGuiApplication::primaryScreen();
    m_backend->answers = {FakeCapture::screens({FakeCapture::screen(
        screen->name(), screen->geometry(), 1, screen->geometry().size())})};
    m_window->reportWithShot();
    // The region: the overlay covers the screen.
    QWidget *overlay = nullptr;
    QTRY_VERIFY([&] {
        for (QWidget *widget : QApplication::topLevelWidgets()) {
            if (widget->isVisible() && widget->inherits("vigie::RegionOverlay"))
                overlay = widget;
        }
        return overlay != nullptr;
    }());
    QVERIFY(!m_window->isVisible());
    drag(overlay, {100, 100}, {500, 400});
    QTRY_VERIFY(editor() && editor()->isVisible());
    QVERIFY(m_window->isVisible());
    QCOMPARE(m_window->currentPage(), QStringLiteral("report"));
    const QSize size = editor()->document().size;
    QVERIFY(std::abs(size.width() - 400) < 3 && std::abs(size.height() - 300) < 3);

    // Arrow, number, redaction.
    auto *canvas = editor()->findChild<AnnotationCanvas *>();
    canvas->setFocus();
    const auto at = [canvas](qreal x, qreal y) { return canvas->toView().map(QPointF(x, y)).toPoint(); };
    QTest::keyClick(canvas, Qt::Key_A);
    drag(canvas->viewport(), at(50, 50), at(150, 120));
    QTest::keyClick(canvas, Qt::Key_N);
    QTest::mouseClick(canvas->viewport(), Qt::LeftButton, {}, at(250, 60));
    QTest::keyClick(canvas, Qt::Key_R);
    drag(canvas->viewport(), at(200, 200), at(320, 240));
    QCOMPARE(editor()->document().items.size(), 3);
    const QRectF hidden = editor()->document().redactions().value(0);
    QTest::keyClick(canvas, Qt::Key_Return, Qt::ControlModifier);
    QTRY_VERIFY(!editor());
    ReportPage *page = m_window->report();
    QCOMPARE(page->draft().shots.value(0).items.size(), 3);

    page->findChild<QLineEdit *>(QStringLiteral("reportTitleEdit"))
        ->setText(QStringLiteral("Printing fails"));
    QSignalSpy sent(page, &ReportPage::sent);
    page->findChild<QPushButton *>(QStringLiteral("sendReportButton"))->click();
    QTRY_COMPARE(sent.size(), 1);

    const TicketId ticket = sent[0][0].value<TicketId>();
    const TicketView view = UiWorld::await(m_world->workspace->tickets().open(ticket)).value();
    const QList<Attachment> files = view.thread.value(0).message.attachments;
    QCOMPARE(files.size(), 3);
    const QList<ShownFile> shown = foldShots(files);
    QCOMPARE(shown.size(), 1);
    QVERIFY(shown[0].base && shown[0].sidecar);
    const QByteArray base =
        UiWorld::await(m_world->workspace->tickets().attachmentBytes(*shown[0].base, ticket)).value();
    QVERIFY(checkBarePng(base).has_value());
    const QImage burned = QImage::fromData(base);
    QCOMPARE(QColor(burned.pixel(hidden.center().toPoint())), redactionColor());
    const QByteArray sidecar =
        UiWorld::await(m_world->workspace->tickets().attachmentBytes(*shown[0].sidecar, ticket)).value();
    QCOMPARE(annotationDocumentFrom(sidecar)->items.size(), 3);
}

void ShotFlowTest::aRefusedPictureIsExplainedAndTheReportIsThere()
{
    open(true);
    m_backend->answers = {FakeCapture::trouble(CaptureTrouble::Refused)};
    m_window->reportWithShot();
    QTRY_COMPARE(m_window->currentPage(), QStringLiteral("report"));
    QTRY_VERIFY(m_window->isVisible());
    QVERIFY(m_window->report()->draft().shots.isEmpty());
}

void ShotFlowTest::escapeWhileChoosingOpensTheReportWithoutAPicture()
{
    open(true);
    m_window->reportWithShot();
    QTRY_COMPARE(m_backend->requests.size(), 1);
    m_capture->cancel();
    QTRY_COMPARE(m_window->currentPage(), QStringLiteral("report"));
    QVERIFY(m_window->isVisible());
    QVERIFY(m_window->report()->draft().shots.isEmpty());
}

void ShotFlowTest::withoutACaptureTheReportOpens()
{
    open(false);
    m_window->reportWithShot();
    QCOMPARE(m_window->currentPage(), QStringLiteral("report"));
}

QTEST_MAIN(ShotFlowTest)
#include "tst_shotflow.moc"
