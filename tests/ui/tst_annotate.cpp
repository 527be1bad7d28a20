// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/annotate/annotatewindow.h"
#include "app/annotate/annotationcanvas.h"
#include "app/annotate/canvasruler.h"
#include "app/annotate/annotationlist.h"
#include "app/annotate/privacybar.h"
#include "app/annotate/shotexport.h"
#include "app/annotate/snapping.h"
#include "app/widgets/theme.h"
#include "core/image/annotationgeometry.h"
#include "core/image/burn.h"
#include "tests/support/fakeprompt.h"
#include "tests/ui/lookcheck.h"

#include <QApplication>
#include <QClipboard>
#include <QLocale>
#include <QMimeData>
#include <QPainter>
#include <QMouseEvent>
#include <QPointer>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>

using namespace vigie;

namespace {

/// A made-up dialog of another program.
QImage desktopPicture()
{
    QImage picture(900, 560, QImage::Format_RGB32);
    picture.fill(QColor(0xec, 0xf0, 0xf4));
    QPainter painter(&picture);
    painter.fillRect(QRect(0, 0, 900, 40), QColor(0x30, 0x4a, 0x6e));
    painter.setPen(Qt::white);
    painter.setFont(QFont(QStringLiteral("DejaVu Sans"), 12));
    painter.drawText(QRect(16, 0, 600, 40), Qt::AlignVCenter, QStringLiteral("Invoices 2026"));
    painter.fillRect(QRect(60, 90, 780, 400), Qt::white);
    painter.setPen(QColor(0x20, 0x20, 0x20));
    painter.drawText(QPoint(100, 150), QStringLiteral("The file could not be printed (0x80070005)"));
    painter.drawText(QPoint(100, 200), QStringLiteral("User: lea.martin@example.org"));
    painter.drawText(QPoint(100, 250), QStringLiteral("Printer: HP-2F-EAST, tray 2"));
    painter.fillRect(QRect(640, 420, 150, 40), QColor(0x2d, 0x7d, 0xd2));
    painter.setPen(Qt::white);
    painter.drawText(QRect(640, 420, 150, 40), Qt::AlignCenter, QStringLiteral("Print again"));
    return picture;
}

} // namespace

class AnnotateTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();

    void everyToolDrawsWithThePointer_data();
    void everyToolDrawsWithThePointer();
    void everyToolDrawsWithTheKeyboard_data() { everyToolDrawsWithThePointer_data(); }
    void everyToolDrawsWithTheKeyboard();
    void whatWasPlacedIsMovedResizedAndRestyled();
    void escapeTakesBackWhatIsBeingDrawn();
    void typedWordsAreOneStepAndAnEmptyTextGoes();
    void theListIsTheCanvasInWords();
    void theCropIsAFrameUntilItLeaves();
    void copyingGivesTheBurnedPicture();
    void othersAnnotationsCannotBeTouched();
    void closingTellsAndAsksNothing();
    void suggestedPlacesAreRedactedAtOnceOrOneByOne();
    void withoutAReaderTheBarSaysWhatIsMissing();
    void thingsPullEachOtherIntoLine();
    void severalThingsArePutInLineWithOneKey();
    void theToolStaysOrGoesAsThePersonLikes();
    void aPictureTakenAgainKeepsItsAnnotations();
    void rulersShowThePicturesOwnPixels();
    void noRedactionIsPastedOntoABurnedPicture();
    void theWindowStandsInBothSchemes_data();
    void theWindowStandsInBothSchemes();

private:
    void open(bool burned = false);
    [[nodiscard]] QPoint at(qreal x, qreal y) const;
    void drag(const QPointF &from, const QPointF &to, Qt::KeyboardModifiers how = {});
    void press(Qt::Key key, Qt::KeyboardModifiers how = {}) { QTest::keyClick(m_canvas, key, how); }
    [[nodiscard]] const QList<Annotation> &items() const { return m_window->document().items; }

    FakePrompt m_prompt;
    QPointer<AnnotateWindow> m_window;
    AnnotationCanvas *m_canvas = nullptr;
};

void AnnotateTest::init()
{
    QTest::failOnWarning(QRegularExpression(QStringLiteral("vigie|QObject|QPainter")));
    applyTheme(*qApp, Scheme::Light);
    open();
}

void AnnotateTest::cleanup()
{
    delete m_window;
}

void AnnotateTest::open(bool burned)
{
    delete m_window;
    AnnotateWindow::Shot shot;
    shot.picture = desktopPicture();
    shot.document.size = shot.picture.size();
    shot.document.sha256 = QString(64, u'a');
    shot.layer = {reporterLayer(), QStringLiteral("u1"), QStringLiteral("Léa")};
    shot.document.layers = {shot.layer};
    shot.burned = burned;
    m_window = new AnnotateWindow(shot, m_prompt, nullptr);
    m_window->resize(1240, 760);
    m_window->show();
    QVERIFY(QTest::qWaitForWindowActive(m_window));
    m_canvas = m_window->findChild<AnnotationCanvas *>();
    m_canvas->setFocus();
}

QPoint AnnotateTest::at(qreal x, qreal y) const
{
    return m_canvas->toView().map(QPointF(x, y)).toPoint();
}

void AnnotateTest::drag(const QPointF &from, const QPointF &to, Qt::KeyboardModifiers how)
{
    QWidget *viewport = m_canvas->viewport();
    const QPoint a = at(from.x(), from.y());
    const QPoint b = at(to.x(), to.y());
    QTest::mousePress(viewport, Qt::LeftButton, how, a);
    // QTest::mouseMove knows neither buttons nor modifiers.
    for (const QPoint &step : {(a + b) / 2, b}) {
        QMouseEvent move(QEvent::MouseMove, step, viewport->mapToGlobal(step), Qt::NoButton,
                         Qt::LeftButton, how);
        QApplication::sendEvent(viewport, &move);
    }
    QTest::mouseRelease(viewport, Qt::LeftButton, how, b);
}

void AnnotateTest::everyToolDrawsWithThePointer_data()
{
    QTest::addColumn<int>("tool");
    for (const ToolFacts &facts : annotateTools()) {
        if (facts.kind != AnnotationKind::Unknown)
            QTest::newRow(qPrintable(AnnotateText::tool(facts.id))) << int(facts.id);
    }
}

void AnnotateTest::everyToolDrawsWithThePointer()
{
    QFETCH(int, tool);
    const ToolFacts facts = factsOf(ToolId(tool));
    press(facts.key);
    QCOMPARE(m_canvas->tool(), facts.id);
    drag({200, 120}, {330, 210});
    if (m_canvas->isTyping()) {
        QTest::keyClicks(m_window->findChild<QPlainTextEdit *>(QStringLiteral("annotationWordsEdit")),
                         QStringLiteral("here"));
        m_canvas->closeWords();
    }
    QCOMPARE(items().size(), 1);
    QCOMPARE(items()[0].kind, facts.kind);
    QCOMPARE(m_canvas->selection(), QStringList{items()[0].id});
    m_window->editor().undoStack().setIndex(0);
    QCOMPARE(items().size(), 0);
}

void AnnotateTest::everyToolDrawsWithTheKeyboard()
{
    QFETCH(int, tool);
    const ToolFacts facts = factsOf(ToolId(tool));
    press(facts.key);
    press(Qt::Key_Return);
    if (m_canvas->isTyping()) {
        QTest::keyClicks(m_window->findChild<QPlainTextEdit *>(QStringLiteral("annotationWordsEdit")),
                         QStringLiteral("here"));
        m_canvas->closeWords();
    }
    QCOMPARE(items().size(), 1);
    const QRectF before = placeOf(items()[0]);
    press(Qt::Key_Right, Qt::ShiftModifier);
    QVERIFY(std::abs(placeOf(items()[0]).left() - before.left() - 10) < 0.01);
    press(Qt::Key_Delete);
    QCOMPARE(items().size(), 0);
}

void AnnotateTest::whatWasPlacedIsMovedResizedAndRestyled()
{
    press(Qt::Key_B);
    drag({100, 100}, {200, 180});
    const QRectF drawn = items()[0].rect;
    QVERIFY(std::abs(drawn.width() - 100) < 3 && std::abs(drawn.height() - 80) < 3);
    press(Qt::Key_V);
    drag({drawn.left(), drawn.center().y()}, {drawn.left() + 60, drawn.center().y() + 30},
         Qt::AltModifier);
    QVERIFY(std::abs(items()[0].rect.left() - drawn.left() - 60) < 3);
    const QRectF moved = items()[0].rect;
    drag(moved.bottomRight(), moved.bottomRight() + QPointF(50, 40));
    QVERIFY(std::abs(items()[0].rect.right() - moved.right() - 50) < 3);
    QCOMPARE(items()[0].rect.topLeft(), moved.topLeft());
    QTest::mouseClick(m_window->findChild<QWidget *>(QStringLiteral("annotateColor4Button")),
                      Qt::LeftButton);
    QTest::mouseClick(m_window->findChild<QWidget *>(QStringLiteral("annotateWidth2Button")),
                      Qt::LeftButton);
    QCOMPARE(items()[0].color, annotationColors().at(4));
    QCOMPARE(items()[0].width, strokeWidths(1).at(2));
    QTest::keyClick(m_window, Qt::Key_D, Qt::ControlModifier);
    QCOMPARE(items().size(), 2);
    const QString copy = items()[1].id;
    QTest::keyClick(m_window, Qt::Key_BracketLeft, Qt::ControlModifier);
    QCOMPARE(items()[0].id, copy);
    QTest::keyClick(m_window, Qt::Key_Z, Qt::ControlModifier);
    QCOMPARE(items()[1].id, copy);
    QTest::keyClick(m_window, Qt::Key_Z, Qt::ControlModifier | Qt::ShiftModifier);
    QCOMPARE(items()[0].id, copy);
}

void AnnotateTest::escapeTakesBackWhatIsBeingDrawn()
{
    press(Qt::Key_A);
    QWidget *viewport = m_canvas->viewport();
    QTest::mousePress(viewport, Qt::LeftButton, {}, at(100, 100));
    QMouseEvent move(QEvent::MouseMove, at(200, 150), viewport->mapToGlobal(at(200, 150)),
                     Qt::NoButton, Qt::LeftButton, {});
    QApplication::sendEvent(viewport, &move);
    QCOMPARE(items().size(), 1);
    press(Qt::Key_Escape);
    QCOMPARE(items().size(), 0);
    QTest::mouseRelease(viewport, Qt::LeftButton, {}, at(200, 150));
    QCOMPARE(items().size(), 0);
    press(Qt::Key_Escape);
    QVERIFY(m_window && m_window->isVisible());
}

void AnnotateTest::typedWordsAreOneStepAndAnEmptyTextGoes()
{
    press(Qt::Key_T);
    QTest::mouseClick(m_canvas->viewport(), Qt::LeftButton, {}, at(150, 150));
    QVERIFY(m_canvas->isTyping());
    auto *words = m_window->findChild<QPlainTextEdit *>(QStringLiteral("annotationWordsEdit"));
    QTest::keyClicks(words, QStringLiteral("look at this"));
    QCOMPARE(items()[0].text, QStringLiteral("look at this"));
    QTest::keyClick(words, Qt::Key_Return);
    QVERIFY(!m_canvas->isTyping());
    QCOMPARE(m_window->editor().undoStack().count(), 2); // placed, written
    QTest::mouseClick(m_canvas->viewport(), Qt::LeftButton, {}, at(400, 300));
    QVERIFY(m_canvas->isTyping());
    QCOMPARE(items().size(), 2);
    m_canvas->closeWords();
    QCOMPARE(items().size(), 1);
}

void AnnotateTest::theListIsTheCanvasInWords()
{
    auto *list = m_window->findChild<AnnotationList *>();
    press(Qt::Key_N);
    QTest::mouseClick(m_canvas->viewport(), Qt::LeftButton, {}, at(150, 150));
    QTest::mouseClick(m_canvas->viewport(), Qt::LeftButton, {}, at(300, 250));
    press(Qt::Key_R);
    drag({90, 180}, {330, 210});
    QCOMPARE(list->count(), 3);
    QCOMPARE(list->item(0)->text(), QStringLiteral("Redaction"));
    QCOMPARE(list->item(1)->text(), QStringLiteral("Step 2"));
    QVERIFY(list->item(1)->data(Qt::AccessibleTextRole).toString().contains(QStringLiteral("300")));
    list->setCurrentRow(2, QItemSelectionModel::ClearAndSelect);
    QCOMPARE(m_canvas->selection(), QStringList{items()[0].id});
    QTest::keyClick(list, Qt::Key_Delete);
    QCOMPARE(list->count(), 2);
    QCOMPARE(list->item(1)->text(), QStringLiteral("Step 1"));
    // Tab walks through them on the canvas.
    m_canvas->setFocus();
    m_canvas->setSelection({});
    press(Qt::Key_Tab);
    QCOMPARE(m_canvas->selection(), QStringList{items()[0].id});
    press(Qt::Key_Tab);
    QCOMPARE(m_canvas->selection(), QStringList{items()[1].id});
    press(Qt::Key_Tab);
    QVERIFY(!m_canvas->hasFocus());
}

void AnnotateTest::theCropIsAFrameUntilItLeaves()
{
    press(Qt::Key_C);
    drag({100, 80}, {500, 400});
    const QRect crop = m_window->document().crop;
    QVERIFY(std::abs(crop.width() - 400) < 4 && std::abs(crop.height() - 320) < 4);
    QCOMPARE(m_window->document().size, QSize(900, 560));
    drag(QRectF(crop).bottomRight(), {600, 450});
    QVERIFY(m_window->document().crop.width() > crop.width() + 90);
    QTest::keyClick(m_window, Qt::Key_Z, Qt::ControlModifier);
    QCOMPARE(m_window->document().crop, crop);
}

void AnnotateTest::copyingGivesTheBurnedPicture()
{
    press(Qt::Key_R);
    drag({95, 182}, {380, 210});
    m_canvas->setSelection({});
    QTest::mouseClick(m_window->findChild<QWidget *>(QStringLiteral("annotateCopyButton")),
                      Qt::LeftButton);
    const QImage copied = QApplication::clipboard()->image();
    QCOMPARE(copied.size(), QSize(900, 560));
    QCOMPARE(QColor(copied.pixel(200, 195)), redactionColor());
    // Dragged out or copied: the same bytes whatever was below.
    QImage other = desktopPicture();
    QPainter(&other).fillRect(items()[0].rect, Qt::magenta);
    const std::unique_ptr<QMimeData> a(shotMimeData(desktopPicture(), m_window->document()));
    const std::unique_ptr<QMimeData> b(shotMimeData(other, m_window->document()));
    QCOMPARE(a->imageData().value<QImage>(), b->imageData().value<QImage>());
}

void AnnotateTest::othersAnnotationsCannotBeTouched()
{
    press(Qt::Key_B);
    drag({100, 100}, {200, 180});
    const AnnotationDocument reported = m_window->document();
    delete m_window;
    AnnotateWindow::Shot shot;
    shot.picture = desktopPicture();
    shot.document = reported;
    shot.layer = {QStringLiteral("agent"), QStringLiteral("a3"), QStringLiteral("Ana")};
    shot.burned = true;
    m_window = new AnnotateWindow(shot, m_prompt, nullptr);
    m_window->resize(1240, 760);
    m_window->show();
    QVERIFY(QTest::qWaitForWindowActive(m_window));
    m_canvas = m_window->findChild<AnnotationCanvas *>();
    m_canvas->setFocus();
    press(Qt::Key_V);
    drag({100, 140}, {300, 300});
    QTest::keyClick(m_window, Qt::Key_A, Qt::ControlModifier);
    press(Qt::Key_Delete);
    QCOMPARE(m_window->document(), reported);
    press(Qt::Key_A);
    drag({300, 300}, {400, 350});
    QCOMPARE(items().size(), 2);
    QCOMPARE(items()[1].layer, QStringLiteral("agent"));
    // A burned picture is neither redacted nor cropped again.
    press(Qt::Key_R);
    QCOMPARE(m_canvas->tool(), ToolId::Arrow);
    press(Qt::Key_C);
    QCOMPARE(m_canvas->tool(), ToolId::Arrow);
}

void AnnotateTest::closingTellsAndAsksNothing()
{
    QSignalSpy edits(m_window, &AnnotateWindow::documentChanged);
    QSignalSpy finished(m_window, &AnnotateWindow::finished);
    press(Qt::Key_A);
    drag({100, 100}, {200, 180});
    QVERIFY(edits.size() > 0);
    QTest::keyClick(m_window, Qt::Key_Return, Qt::ControlModifier);
    QCOMPARE(finished.size(), 1);
    QVERIFY(m_prompt.asked.isEmpty());
}

void AnnotateTest::suggestedPlacesAreRedactedAtOnceOrOneByOne()
{
    auto *bar = m_window->findChild<PrivacyBar *>();
    const auto button = [bar](const char *name) {
        return bar->findChild<QPushButton *>(QLatin1String(name));
    };
    QVERIFY(bar->isHidden());
    Findings findings;
    findings.suggestions = {{QRectF(150, 185, 220, 20), QStringLiteral("email"), QStringLiteral("lea")},
                            {QRectF(160, 235, 120, 20), QStringLiteral("host"), QStringLiteral("HP")},
                            {QRectF(-50, -50, 20, 20), QStringLiteral("ip"), QString()}};
    findings.errorText = QStringLiteral("The file could not be printed (0x80070005)");
    bar->showFindings(findings);
    QVERIFY(!bar->isHidden());
    auto *words = bar->findChild<QLabel *>(QStringLiteral("privacyLabel"));
    QVERIFY(words->text().contains(u'2'));
    button("privacyFirstButton")->click();
    QCOMPARE(items().size(), 2);
    QCOMPARE(items()[0].kind, AnnotationKind::Redaction);
    QCOMPARE(items()[1].reason, QStringLiteral("host"));
    // Taken back in one step; then they may be private again.
    m_window->editor().undoStack().undo();
    QCOMPARE(items().size(), 0);
    bar->showFindings(findings);
    button("privacySecondButton")->click();
    QVERIFY(words->text().contains(QStringLiteral("lea")));
    button("privacySecondButton")->click(); // leave
    QVERIFY(words->text().contains(QStringLiteral("HP")));
    button("privacyFirstButton")->click(); // redact
    QCOMPARE(items().size(), 1);
    QCOMPARE(items()[0].reason, QStringLiteral("host"));
    QSignalSpy wanted(m_window, &AnnotateWindow::errorTextWanted);
    button("privacyErrorTextButton")->click();
    QCOMPARE(wanted.value(0).value(0).toString(), findings.errorText);
    QVERIFY(words->text().startsWith(QStringLiteral("Nothing is left")));
    // Nothing moves below a hand that draws, whatever comes of the search.
    m_window->resize(1400, 800);
    const auto canvasTop = [this] {
        QCoreApplication::sendPostedEvents(nullptr, QEvent::LayoutRequest);
        return m_canvas->mapTo(m_window, QPoint()).y();
    };
    bar->showFindings({});
    QVERIFY(words->text().startsWith(QStringLiteral("No private places")));
    const int top = canvasTop();
    bar->showFindings(findings);
    QCOMPARE(canvasTop(), top);
}

void AnnotateTest::withoutAReaderTheBarSaysWhatIsMissing()
{
    auto *bar = m_window->findChild<PrivacyBar *>();
    Findings findings;
    findings.hint = OcrHint::NoLibrary;
    bar->showFindings(findings);
    QVERIFY(!bar->isHidden());
    QVERIFY(!bar->findChild<QLabel *>(QStringLiteral("privacyLabel"))->text().isEmpty());
    QVERIFY(bar->findChild<QPushButton *>(QStringLiteral("privacyFirstButton"))->isHidden());
}

void AnnotateTest::theToolStaysOrGoesAsThePersonLikes()
{
    m_canvas->setFocus();
    press(Qt::Key_B);
    drag({100, 100}, {160, 140});
    QCOMPARE(m_canvas->tool(), ToolId::Box); // the next one can be drawn at once
    auto *returns = m_window->findChild<QAction *>(QStringLiteral("annotateReturnsAction"));
    returns->trigger();
    drag({200, 100}, {260, 140});
    QCOMPARE(m_canvas->tool(), ToolId::Select);
    QCOMPARE(items().size(), 2);
    returns->trigger();
    press(Qt::Key_B);
    drag({300, 100}, {360, 140});
    QCOMPARE(m_canvas->tool(), ToolId::Box);
}

/// It would look like one in the editor and hide nothing in what leaves.
void AnnotateTest::noRedactionIsPastedOntoABurnedPicture()
{
    m_canvas->setFocus();
    for (const Qt::Key tool : {Qt::Key_R, Qt::Key_U, Qt::Key_B}) {
        press(tool);
        drag({200, 120}, {330, 210}, Qt::AltModifier);
    }
    press(Qt::Key_A, Qt::ControlModifier);
    QCOMPARE(m_canvas->selection().size(), 3);
    m_canvas->copySelected();
    open(true);
    const qsizetype before = items().size();
    m_canvas->pasteItems();
    QCOMPARE(items().size(), before + 1);
    QCOMPARE(items().last().kind, AnnotationKind::Box);
}

void AnnotateTest::rulersShowThePicturesOwnPixels()
{
    QCOMPARE(CanvasRuler::labelStep(1), 100);
    QCOMPARE(CanvasRuler::labelStep(0.05), 2000);
    QCOMPARE(CanvasRuler::labelStep(32), 2);
    auto *across = m_window->findChild<CanvasRuler *>(QStringLiteral("annotateRulerAcross"));
    QVERIFY(!across->isVisible());
    m_window->findChild<QAction *>(QStringLiteral("annotateRulersAction"))->trigger();
    QVERIFY(across->isVisible());
    QCoreApplication::sendPostedEvents(nullptr, QEvent::LayoutRequest);
    // The mark of the mouse stands above it.
    const QImage without = across->grab().toImage();
    QTest::mouseMove(m_canvas->viewport(), at(200, 100));
    QMouseEvent move(QEvent::MouseMove, at(200, 100), m_canvas->viewport()->mapToGlobal(at(200, 100)),
                     Qt::NoButton, Qt::NoButton, {});
    QApplication::sendEvent(m_canvas->viewport(), &move);
    const QImage with = across->grab().toImage();
    if (const QString folder = qEnvironmentVariable("VIGIE_PICTURES"); !folder.isEmpty())
        QVERIFY(m_window->grab().save(folder + QStringLiteral("/rulers.png")));
    int changed = -1;
    for (int x = 0; x < with.width() && changed < 0; ++x) {
        if (with.pixel(x, 1) != without.pixel(x, 1))
            changed = x;
    }
    const int wanted = across->mapFrom(m_window, m_canvas->viewport()->mapTo(m_window, at(200, 100))).x();
    QVERIFY2(std::abs(changed - wanted) <= 2, qPrintable(QString::number(changed)));
}

void AnnotateTest::aPictureTakenAgainKeepsItsAnnotations()
{
    m_canvas->setFocus();
    press(Qt::Key_R);
    drag({200, 120}, {330, 210});
    const QList<Annotation> drawn = items();
    const QImage before = m_canvas->grab().toImage();
    const QString old = m_window->document().sha256;
    QImage other(desktopPicture().size() / 2, QImage::Format_RGB32);
    other.fill(QColor(20, 120, 40));
    AnnotationDocument taken;
    taken.sha256 = QString(64, u'b');
    taken.size = other.size();
    m_window->replacePicture(other, taken);
    QCOMPARE(items(), drawn);
    QCOMPARE(m_window->document().size, other.size());
    QCOMPARE(m_window->picture().size(), other.size());
    QVERIFY(m_canvas->grab().toImage() != before);
    m_window->editor().undoStack().undo();
    QCOMPARE(m_window->document().sha256, old);
    QCOMPARE(m_window->picture(), desktopPicture());
    QCOMPARE(m_canvas->grab().toImage(), before);
    m_window->editor().undoStack().redo();
    QCOMPARE(m_window->picture().size(), other.size());
}

void AnnotateTest::severalThingsArePutInLineWithOneKey()
{
    m_canvas->setFocus();
    for (const QPointF &from : {QPointF(100, 100), QPointF(260, 140), QPointF(520, 120)}) {
        m_canvas->setTool(ToolId::Box);
        drag(from, from + QPointF(60, 40), Qt::AltModifier);
    }
    QCOMPARE(items().size(), 3);
    const QList<Annotation> drawn = items();
    press(Qt::Key_L, Qt::ControlModifier | Qt::ShiftModifier);
    QCOMPARE(items(), drawn); // one alone is in line with itself
    press(Qt::Key_A, Qt::ControlModifier);
    press(Qt::Key_T, Qt::ControlModifier | Qt::ShiftModifier);
    for (const Annotation &item : items())
        QCOMPARE(item.rect.top(), drawn[0].rect.top());
    press(Qt::Key_A, Qt::ControlModifier | Qt::ShiftModifier);
    QCOMPARE(items()[1].rect.left() - items()[0].rect.right(),
             items()[2].rect.left() - items()[1].rect.right());
    QCOMPARE(items()[2].rect.left(), drawn[2].rect.left());
    m_window->editor().undoStack().undo();
    m_window->editor().undoStack().undo();
    QCOMPARE(items(), drawn);
}

void AnnotateTest::thingsPullEachOtherIntoLine()
{
    const Snap snap = snapped(QRectF(103, 40, 50, 20), {QRectF(100, 200, 80, 30)}, 5);
    QCOMPARE(snap.by, QPointF(-3, 0));
    QCOMPARE(snap.guides.size(), 1);
    QCOMPARE(snapped(QRectF(300, 40, 50, 20), {QRectF(100, 200, 80, 30)}, 5).by, QPointF());
}

void AnnotateTest::theWindowStandsInBothSchemes_data()
{
    QTest::addColumn<int>("scheme");
    QTest::addColumn<QString>("language");
    for (const char *language : {"en", "fr"}) {
        QTest::addRow("light-%s", language) << int(Scheme::Light) << QString::fromLatin1(language);
        QTest::addRow("dark-%s", language) << int(Scheme::Dark) << QString::fromLatin1(language);
    }
}

void AnnotateTest::theWindowStandsInBothSchemes()
{
    QFETCH(int, scheme);
    QFETCH(QString, language);
    applyTheme(*qApp, Scheme(scheme));
    QTranslator words;
    QVERIFY(words.load(QStringLiteral(":/translations/vigie_%1.qm").arg(language)));
    QCoreApplication::installTranslator(&words);
    open();
    press(Qt::Key_B);
    drag({90, 128}, {480, 162});
    press(Qt::Key_A);
    drag({560, 330}, {650, 420});
    press(Qt::Key_N);
    QTest::mouseClick(m_canvas->viewport(), Qt::LeftButton, {}, at(640, 420));
    press(Qt::Key_R);
    drag({148, 184}, {380, 208});
    press(Qt::Key_M);
    drag({160, 232}, {300, 262});
    press(Qt::Key_O);
    drag({440, 145}, {600, 220});
    if (auto *edit = m_window->findChild<QPlainTextEdit *>(QStringLiteral("annotationWordsEdit")))
        QTest::keyClicks(edit, QStringLiteral("since this morning"));
    m_canvas->closeWords();
    Findings findings;
    findings.suggestions = {{QRectF(96, 130, 380, 26), QStringLiteral("host"), QStringLiteral("HP")}};
    findings.errorText = QStringLiteral("0x80070005");
    m_window->findChild<PrivacyBar *>()->showFindings(findings);
    const QStringList unnamed = looks::unnamed(*m_window);
    QVERIFY2(unnamed.isEmpty(), qPrintable(unnamed.join(u'\n')));
    const QString folder = qEnvironmentVariable("VIGIE_PICTURES");
    if (!folder.isEmpty()) {
        m_window->grab().save(folder + QStringLiteral("/annotate-")
                              + QString::fromLatin1(QTest::currentDataTag())
                              + QStringLiteral(".png"));
    }
    QCoreApplication::removeTranslator(&words);
}

QTEST_MAIN(AnnotateTest)
#include "tst_annotate.moc"
