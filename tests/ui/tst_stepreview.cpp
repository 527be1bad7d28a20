// SPDX-License-Identifier: GPL-3.0-or-later
// What a person does with a recording before it is attached, and how it looks.
#include "app/annotate/annotatewindow.h"
#include "app/widgets/pagecolumn.h"
#include "tests/ui/lookcheck.h"
#include "tests/ui/stepdesk.h"

#include <QCheckBox>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QScopeGuard>
#include <QSignalSpy>

using namespace vigie;

class StepReviewTest final : public StepDesk
{
    Q_OBJECT

private Q_SLOTS:
    void init() { setUp(); }
    void cleanup() { tearDown(); }

    void captionsBecomeAListThatIsSaidOnce();
    void windowTitlesAreCaptionsByConsentOnly();
    void whatIsDecidedLaterWaits();
    void aDiscardedRecordingLeavesNothing();
    void aReportWithoutRoomSaysSo();
    void whatIsHiddenOnceIsHiddenInAllThatLookAlike();
    void theMarkCanBeEditedAndKeepsItsNumber();
    void theOrderCanBeChanged();
    void theTabKeyGoesAsTheEyesDo();
    void itLooksRight_data();
    void itLooksRight();
};

void StepReviewTest::captionsBecomeAListThatIsSaidOnce()
{
    ReportPage *page = m_window->report();
    QTRY_VERIFY(page->isRestored());
    in<QPlainTextEdit>(page, "reportDetailsEdit")->setPlainText(QStringLiteral("It breaks."));
    begin();
    click({200, 150});
    click({300, 250});
    stop();
    const QStringList words{QStringLiteral("I open the list"), QStringLiteral("I press Print")};
    for (int i = 0; i < 2; ++i) {
        auto *caption = in<QLineEdit>(cards()[i], "stepCaptionEdit");
        caption->setFocus();
        QTest::keyClicks(caption, words[i]);
    }
    QTRY_COMPARE(journaled().steps.value(1).document.caption, words[1]);
    press(review(), "attachStepsButton");
    QTRY_VERIFY(!review());
    const QString details = QStringLiteral("It breaks.\n\n1. I open the list\n2. I press Print");
    QCOMPARE(page->draft().details, details);
    // The same once more is no news.
    const QList<AnnotationDocument> shots = page->draft().shots;
    QVERIFY(page->addSteps(shots));
    QCOMPARE(page->draft().details, details);
    QCOMPARE(page->draft().shots.size(), 2);

    QSignalSpy sent(page, &ReportPage::sent);
    page->send();
    QTRY_COMPARE(sent.size(), 1);
    const TicketView view =
        UiWorld::await(m_world->workspace->tickets().open(sent[0][0].value<TicketId>())).value();
    const QString body = view.thread.value(0).message.body;
    QCOMPARE(body.count(words[0]), 1);
    QCOMPARE(body.count(words[1]), 1);
    QTRY_VERIFY(originals().isEmpty());
}

void StepReviewTest::windowTitlesAreCaptionsByConsentOnly()
{
    begin();
    click({200, 150}, QStringLiteral("Payroll 2026 – Accounts"));
    click({300, 250}, QStringLiteral("Print"));
    stop();
    QVERIFY(in<QLineEdit>(cards()[0], "stepCaptionEdit")->text().isEmpty());
    auto *caption = in<QLineEdit>(cards()[1], "stepCaptionEdit");
    caption->setFocus();
    QTest::keyClicks(caption, QStringLiteral("Mine"));
    auto *titles = in<QCheckBox>(review(), "useTitlesCheckBox");
    QVERIFY(titles->isVisible() && !titles->isChecked());
    titles->setFocus();
    QTest::keyClick(titles, Qt::Key_Space);
    QCOMPARE(in<QLineEdit>(cards()[0], "stepCaptionEdit")->text(),
             QStringLiteral("Payroll 2026 – Accounts"));
    QCOMPARE(in<QLineEdit>(cards()[1], "stepCaptionEdit")->text(), QStringLiteral("Mine"));
    QTest::keyClick(titles, Qt::Key_Space);
    QVERIFY(in<QLineEdit>(cards()[0], "stepCaptionEdit")->text().isEmpty());
    QCOMPARE(in<QLineEdit>(cards()[1], "stepCaptionEdit")->text(), QStringLiteral("Mine"));
    // Nor does an editor that was opened while they were wanted bring them back.
    titles->click();
    press(cards()[0], "editStepButton");
    QTRY_VERIFY(review()->findChild<AnnotateWindow *>());
    titles->click();
    QTRY_VERIFY(!review()->findChild<AnnotateWindow *>());
    QVERIFY(in<QLineEdit>(cards()[0], "stepCaptionEdit")->text().isEmpty());
    press(review(), "attachStepsButton");
    QVERIFY(m_window->report()->draft().shots.value(0).caption.isEmpty());
    QVERIFY(!m_window->report()->draft().details.contains(QStringLiteral("Payroll")));
}

void StepReviewTest::whatIsDecidedLaterWaits()
{
    begin();
    click({200, 150});
    stop();
    press(review(), "stepsLaterButton");
    QTRY_VERIFY(!review());
    QVERIFY(m_window->findChild<Banner *>()->isVisible());
    // A new recording does not push it aside.
    m_window->commands().run(QStringLiteral("report.steps"));
    QTRY_VERIFY(review());
    QVERIFY(!flow().isOn());
    QCOMPARE(cards().size(), 1);
}

void StepReviewTest::aDiscardedRecordingLeavesNothing()
{
    begin();
    click({200, 150});
    click({300, 250});
    // Not without a question, and a no keeps everything.
    flow().run(RecordingCommand::Discard);
    QTRY_VERIFY(review());
    QTRY_COMPARE(m_world->prompt.asked.size(), 1);
    QVERIFY(m_world->prompt.asked[0].dangerous);
    QCOMPARE(cards().size(), 2);
    m_world->prompt.answers = {true};
    press(review(), "discardStepsButton");
    QTRY_VERIFY(!review());
    QTRY_VERIFY(originals().isEmpty());
    QVERIFY(journaled().steps.isEmpty());
    QVERIFY(m_window->report()->draft().isEmpty());
}

void StepReviewTest::aReportWithoutRoomSaysSo()
{
    QTRY_VERIFY(m_window->report()->isRestored());
    begin();
    click({200, 150});
    click({300, 250});
    stop();
    m_window->report()->shots()->setMost(1);
    press(review(), "attachStepsButton");
    QVERIFY(review());
    QVERIFY(in<Banner>(review(), "stepReviewBanner")->text().contains(QStringLiteral("room")));
    QVERIFY(m_window->report()->draft().shots.isEmpty());
    press(cards()[0], "keepStepButton");
    press(review(), "attachStepsButton");
    QTRY_COMPARE(m_window->report()->draft().shots.size(), 1);
}

void StepReviewTest::whatIsHiddenOnceIsHiddenInAllThatLookAlike()
{
    begin();
    click({200, 150});
    click({300, 250});
    click({400, 250});
    stop();
    QVERIFY(!in<QWidget>(cards()[0], "hideInSimilarButton")->isVisible());
    press(cards()[0], "editStepButton");
    QTRY_VERIFY(review()->findChild<AnnotateWindow *>());
    auto *editor = review()->findChild<AnnotateWindow *>();
    QVERIFY(!in<QLineEdit>(cards()[0], "stepCaptionEdit")->isEnabled());
    Annotation hidden;
    hidden.kind = AnnotationKind::Redaction;
    hidden.rect = QRectF(100, 100, 200, 40);
    hidden.color = Qt::black;
    editor->editor().add(QStringLiteral("Redaction"), hidden);
    editor->close();
    QTRY_VERIFY(in<QLineEdit>(cards()[0], "stepCaptionEdit")->isEnabled());
    auto *similar = in<QAbstractButton>(cards()[0], "hideInSimilarButton");
    QVERIFY(similar->isVisible());
    similar->click();
    for (const StepShot &step : review()->recording().steps)
        QCOMPARE(step.document.redactions(), QList<QRectF>{hidden.rect});
    QVERIFY(!similar->isVisible());
    QTRY_COMPARE(journaled().steps.value(2).document.redactions().size(), 1);
    auto *banner = in<Banner>(review(), "stepReviewBanner");
    QVERIFY(banner->isVisible());
    banner->actionButton()->click();
    QCOMPARE(review()->recording().steps[2].document.redactions().size(), 0);
    QCOMPARE(review()->recording().steps[0].document.redactions().size(), 1);
}

void StepReviewTest::theMarkCanBeEditedAndKeepsItsNumber()
{
    begin();
    click({200, 150});
    click({300, 250});
    stop();
    press(cards()[1], "editStepButton");
    QTRY_VERIFY(review()->findChild<AnnotateWindow *>());
    auto *editor = review()->findChild<AnnotateWindow *>();
    editor->editor().change(QStringLiteral("Move"), [](AnnotationDocument &document) {
        for (Annotation &item : document.items) {
            if (item.kind == AnnotationKind::Step)
                item.points = {QPointF(50, 60)};
        }
    });
    editor->close();
    press(review(), "attachStepsButton");
    const AnnotationDocument shot = m_window->report()->draft().shots.value(1);
    QCOMPARE(numbers(shot), QList<int>{2});
    QCOMPARE(shot.steps(reporterLayer())[0].points, QList<QPointF>{QPointF(50, 60)});
}

void StepReviewTest::theOrderCanBeChanged()
{
    begin();
    click({200, 150});
    click({300, 250});
    stop();
    const QString second = review()->recording().steps[1].document.sha256;
    press(cards()[1], "stepUpButton");
    QCOMPARE(review()->recording().steps[0].document.sha256, second);
    QCOMPARE(numbers(review()->recording().steps[0].document), QList<int>{1});
    QVERIFY(!in<QAbstractButton>(cards()[0], "stepUpButton")->isEnabled());
    press(review(), "attachStepsButton");
    QCOMPARE(m_window->report()->draft().shots.value(0).sha256, second);
}

void StepReviewTest::theTabKeyGoesAsTheEyesDo()
{
    begin();
    click({200, 150}, QStringLiteral("Accounts"));
    click({300, 250});
    stop();
    press(cards()[1], "stepUpButton");
    QStringList walked;
    QWidget *at = in<QWidget>(review(), "useTitlesCheckBox");
    at->setFocus();
    for (int i = 0; i < 12; ++i) {
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Tab);
        at = QApplication::focusWidget();
        QVERIFY(at);
        const int row = int(cards().indexOf(qobject_cast<StepCard *>(at->parentWidget())) + 1);
        walked.append(at->objectName() + (row > 0 ? QString::number(row) : QString()));
    }
    const QStringList wanted{
        QStringLiteral("editStepButton"),  QStringLiteral("keepStepButton"),
        QStringLiteral("stepDownButton"),  QStringLiteral("stepCaptionEdit1"),
        QStringLiteral("editStepButton"),  QStringLiteral("keepStepButton"),
        QStringLiteral("stepUpButton"),    QStringLiteral("stepCaptionEdit2"),
        QStringLiteral("discardStepsButton"), QStringLiteral("stepsLaterButton"),
        QStringLiteral("attachStepsButton"),  QStringLiteral("useTitlesCheckBox")};
    QCOMPARE(walked, wanted);
}

void StepReviewTest::itLooksRight_data()
{
    QTest::addColumn<Scheme>("scheme");
    QTest::addColumn<bool>("longWords");
    QTest::newRow("light") << Scheme::Light << false;
    QTest::newRow("dark") << Scheme::Dark << false;
    QTest::newRow("long") << Scheme::Light << true;
}

void StepReviewTest::itLooksRight()
{
    QFETCH(Scheme, scheme);
    QFETCH(bool, longWords);
    looks::LongWords words;
    if (longWords)
        QCoreApplication::installTranslator(&words);
    const auto back = qScopeGuard([&words] { QCoreApplication::removeTranslator(&words); });
    applyTheme(*qApp, scheme);
    const auto check = [](QWidget &window) {
        QCoreApplication::processEvents();
        const QStringList wrong =
            looks::unnamed(window) + looks::clipped(window) + looks::unreadable(window, 4.5);
        QVERIFY2(wrong.isEmpty(), qPrintable(wrong.join(QLatin1Char('\n'))));
    };
    const QString tag = QLatin1String(QTest::currentDataTag());
    m_window->showPage(QStringLiteral("report"));
    m_window->report()->findChild<PageColumn *>()->ensureWidgetVisible(
        in<QWidget>(m_window->report(), "recordStepsButton"));
    keepPicture(*m_window, QStringLiteral("steps-report-") + tag);
    begin();
    check(*strip());
    keepPicture(*strip(), QStringLiteral("steps-strip-") + tag);
    click({200, 150}, QStringLiteral("Payroll – Accounts"));
    click({560, 130}, QStringLiteral("Print"));
    click({300, 300}, QStringLiteral("Accounts"));
    m_desk->clock.at += 61'000;
    click({20, 790}, QStringLiteral("Accounts"));
    press(strip(), "pauseRecordingButton");
    check(*strip());
    keepPicture(*strip(), QStringLiteral("steps-paused-") + tag);
    press(strip(), "pauseRecordingButton");
    m_desk->clock.at += 1000;
    m_desk->clicks.click({300, 250});
    m_desk->backend.answer(FakeCapture::trouble(CaptureTrouble::Refused));
    check(*strip());
    keepPicture(*strip(), QStringLiteral("steps-trouble-") + tag);
    stop();
    press(cards()[1], "keepStepButton");
    in<QCheckBox>(review(), "useTitlesCheckBox")->setChecked(true);
    press(cards()[0], "editStepButton");
    QTRY_VERIFY(review()->findChild<AnnotateWindow *>());
    auto *editor = review()->findChild<AnnotateWindow *>();
    Annotation hidden;
    hidden.kind = AnnotationKind::Redaction;
    hidden.rect = QRectF(100, 220, 300, 40);
    hidden.color = Qt::black;
    editor->editor().add(QStringLiteral("Redaction"), hidden);
    keepPicture(*editor, QStringLiteral("steps-editor-") + tag);
    editor->close();
    QTRY_VERIFY(!review()->findChild<AnnotateWindow *>());
    for (const StepCard *card : cards()) {
        QTRY_VERIFY(!in<QLabel>(card, "stepPictureLabel")->pixmap(Qt::ReturnByValue).isNull());
    }
    check(*review());
    keepPicture(*review(), QStringLiteral("steps-review-") + tag);
    review()->resize(review()->minimumSizeHint().expandedTo(QSize(0, 600)));
    check(*review());
    keepPicture(*review(), QStringLiteral("steps-review-narrow-") + tag);
    applyTheme(*qApp, Scheme::Light);
}

QTEST_MAIN(StepReviewTest)
#include "tst_stepreview.moc"
