// SPDX-License-Identifier: GPL-3.0-or-later
// The text of pictures, for the person to copy: in the editor and where sent pictures are shown.
#include "app/annotate/annotatewindow.h"
#include "app/annotate/annotationcanvas.h"
#include "app/annotate/privacybar.h"
#include "app/viewer/picturewindow.h"
#include "app/widgets/theme.h"
#include "core/image/burn.h"
#include "tests/support/fakeprompt.h"

#include <QAction>
#include <QApplication>
#include <QClipboard>
#include <QLabel>
#include <QPointer>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>

using namespace vigie;

namespace {

QImage picture()
{
    QImage made(900, 560, QImage::Format_RGB32);
    made.fill(Qt::white);
    return made;
}

/// Reads what a test says.
class FakeReader final : public OcrEngine
{
public:
    explicit FakeReader(QList<OcrLine> lines = {}) : m_lines(std::move(lines)) {}
    OcrHint hint(const QStringList &) override
    {
        return m_lines.isEmpty() ? OcrHint::NoLibrary : OcrHint::None;
    }
    Result<QList<OcrLine>> recognise(const QImage &, const QStringList &,
                                     const std::atomic_bool &) override
    {
        return m_lines;
    }

private:
    QList<OcrLine> m_lines;
};

} // namespace

class TestPictureText final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup() { delete m_window; }

    void theTextOfAPictureCanBeCopiedButNotWhatIsHidden();
    void aSearchCountsOnceItIsInFrontOfThePerson();
    void theTextOfASentPictureCanBeCopied();
    void whereNothingCanReadItIsSaid();

private:
    FakePrompt m_prompt;
    QPointer<AnnotateWindow> m_window;
};

void TestPictureText::init()
{
    applyTheme(*qApp, Scheme::Light);
    AnnotateWindow::Shot shot;
    shot.picture = picture();
    shot.document.sha256 = QString(64, u'a');
    shot.document.size = shot.picture.size();
    shot.layer = {reporterLayer(), {}, {}};
    shot.ocr = std::make_shared<FakeReader>();
    m_window = new AnnotateWindow(shot, m_prompt, nullptr);
    m_window->show();
    m_window->activateWindow();
}

void TestPictureText::theTextOfAPictureCanBeCopiedButNotWhatIsHidden()
{
    auto *bar = m_window->findChild<PrivacyBar *>();
    auto *copy = m_window->findChild<QAction *>(QStringLiteral("annotateCopyTextAction"));
    QVERIFY(copy);
    QTRY_VERIFY(!bar->isLooking());
    QGuiApplication::clipboard()->setText(QStringLiteral("before"));
    copy->trigger();
    auto *hint = m_window->findChild<QLabel *>(QStringLiteral("annotateHintLabel"));
    QVERIFY(hint->text().startsWith(QStringLiteral("No text")));
    QCOMPARE(QGuiApplication::clipboard()->text(), QStringLiteral("before"));

    Findings findings;
    const auto word = [](const char *text, int x, int y) {
        return OcrWord{QString::fromLatin1(text), QRect(x, y, 80, 16)};
    };
    findings.rows = textRows({{{word("User:", 100, 186), word("lea", 190, 186)}},
                              {{word("Printer:", 100, 236), word("HP-2F", 190, 236)}}});
    bar->showFindings(findings);
    m_window->editor().add(QStringLiteral("Redact"), [] {
        Annotation hidden;
        hidden.kind = AnnotationKind::Redaction;
        hidden.color = redactionColor();
        hidden.rect = QRectF(185, 180, 90, 30);
        return hidden;
    }());
    auto *canvas = m_window->findChild<AnnotationCanvas *>();
    canvas->setSelection({});
    copy->trigger();
    QCOMPARE(QGuiApplication::clipboard()->text(),
             QStringLiteral("User: […]\nPrinter: HP-2F"));
    QVERIFY(hint->text().contains(u'2'));
    // A box around one line is enough to have that one.
    m_window->editor().add(QStringLiteral("Box"), [] {
        Annotation box;
        box.kind = AnnotationKind::Box;
        box.color = Qt::red;
        box.width = 2;
        box.rect = QRectF(90, 226, 300, 40);
        return box;
    }());
    canvas->setSelection({m_window->document().items.last().id});
    copy->trigger();
    QCOMPARE(QGuiApplication::clipboard()->text(), QStringLiteral("Printer: HP-2F"));
}

void TestPictureText::aSearchCountsOnceItIsInFrontOfThePerson()
{
    QTRY_VERIFY(!m_window->findChild<PrivacyBar *>()->isLooking());
    QTRY_VERIFY(m_window->isActiveWindow());
    QSignalSpy counted(m_window, &AnnotateWindow::searched);
    QWidget other;
    other.show();
    other.activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(&other));
    Findings parts;
    parts.complete = false;
    m_window->findChild<PrivacyBar *>()->showFindings(parts);
    QVERIFY(counted.isEmpty());
    m_window->activateWindow();
    QTRY_COMPARE(counted.size(), 1);
    QCOMPARE(counted.first().first().value<PrivateSearch>(), PrivateSearch::Partly);
    m_window->findChild<PrivacyBar *>()->showFindings({});
    QCOMPARE(counted.last().first().value<PrivateSearch>(), PrivateSearch::Whole);
}

void TestPictureText::theTextOfASentPictureCanBeCopied()
{
    PictureWindow::Picture sent;
    sent.image = picture();
    sent.name = QStringLiteral("Screenshot 1.png");
    sent.ocr = std::make_shared<FakeReader>(QList<OcrLine>{
        {{{QStringLiteral("Error"), QRect(20, 20, 80, 20)},
          {QStringLiteral("42"), QRect(110, 20, 30, 20)}}}});
    QPointer<PictureWindow> window = new PictureWindow(sent, nullptr);
    window->show();
    auto *copy = window->findChild<QPushButton *>(QStringLiteral("pictureCopyTextButton"));
    auto *told = window->findChild<QLabel *>(QStringLiteral("pictureToldLabel"));
    QVERIFY(copy && told->isHidden());
    QGuiApplication::clipboard()->clear();
    copy->click();
    QVERIFY(!copy->isEnabled()); // while it is being read
    QTRY_COMPARE(QGuiApplication::clipboard()->text(), QStringLiteral("Error 42"));
    QVERIFY(copy->isEnabled());
    QVERIFY(told->isVisible());
    delete window;
}

void TestPictureText::whereNothingCanReadItIsSaid()
{
    PictureWindow::Picture sent;
    sent.image = picture();
    sent.ocr = std::make_shared<FakeReader>();
    QPointer<PictureWindow> window = new PictureWindow(sent, nullptr);
    window->show();
    QGuiApplication::clipboard()->setText(QStringLiteral("before"));
    window->findChild<QPushButton *>(QStringLiteral("pictureCopyTextButton"))->click();
    auto *told = window->findChild<QLabel *>(QStringLiteral("pictureToldLabel"));
    QTRY_VERIFY(told->text().contains(QStringLiteral("Tesseract")));
    QCOMPARE(QGuiApplication::clipboard()->text(), QStringLiteral("before"));
    // Without a reader nothing is offered.
    sent.ocr.reset();
    PictureWindow bare(sent, nullptr);
    QVERIFY(!bare.findChild<QPushButton *>(QStringLiteral("pictureCopyTextButton")));
    delete window;
}

QTEST_MAIN(TestPictureText)
#include "tst_picturetext.moc"
