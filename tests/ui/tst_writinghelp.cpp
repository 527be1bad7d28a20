// SPDX-License-Identifier: GPL-3.0-or-later
// What helps while a report is written, from what is on this computer.
#include "app/report/reportpage.h"
#include "app/report/suggestionstrip.h"
#include "app/shell/mainwindow.h"
#include "app/requests/requestspage.h"
#include "app/requests/requestview.h"
#include "app/widgets/theme.h"
#include "tests/ui/uisample.h"

#include <QAbstractButton>
#include <QApplication>
#include <QLabel>
#include <QLineEdit>

using namespace vigie;

class TestWritingHelp final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { applyTheme(*qApp, Scheme::Light); }
    void init();
    void cleanup();

    void whatWasAskedBeforeAppearsWithoutMovingAnything();
    void aSuggestionOpensTheRequestAndKeepsTheDraft();
    void sendNeverWaitsForASuggestion();
    void manySuggestionsShareTheRoomAndNeverWidenTheWindow();

private:
    [[nodiscard]] QList<QAbstractButton *> chips() const
    {
        QList<QAbstractButton *> shown;
        const auto all =
            m_window->report()->findChildren<QAbstractButton *>(QStringLiteral("suggestionButton"));
        for (QAbstractButton *chip : all) {
            if (chip->isVisible())
                shown.append(chip);
        }
        return shown;
    }
    [[nodiscard]] QLineEdit *title() const
    {
        return m_window->report()->findChild<QLineEdit *>(QStringLiteral("reportTitleEdit"));
    }
    [[nodiscard]] QAbstractButton *send() const
    {
        return m_window->report()->findChild<QAbstractButton *>(QStringLiteral("sendReportButton"));
    }

    std::unique_ptr<UiWorld> m_world;
    std::unique_ptr<MainWindow> m_window;
};

void TestWritingHelp::init()
{
    m_world = std::make_unique<UiWorld>();
    fillEmployee(*m_world);
    m_window = std::make_unique<MainWindow>(*m_world->workspace, m_world->prompt,
                                            m_world->systemClock);
    m_window->resize(1000, 760);
    m_window->show();
    m_window->showPage(QStringLiteral("report"));
    QVERIFY(QTest::qWaitForWindowExposed(m_window.get()));
}

void TestWritingHelp::cleanup()
{
    m_window.reset();
    m_world.reset();
}

void TestWritingHelp::whatWasAskedBeforeAppearsWithoutMovingAnything()
{
    QVERIFY(chips().isEmpty());
    const QPoint sendBefore = send()->mapTo(m_window.get(), QPoint());
    const QPoint titleBefore = title()->mapTo(m_window.get(), QPoint());
    QTest::keyClicks(title(), QStringLiteral("The printer has blank pages"));
    QTRY_COMPARE(chips().size(), 1);
    QVERIFY2(chips().first()->toolTip().startsWith(QStringLiteral("The printer on floor 2")),
             qPrintable(chips().first()->toolTip()));
    QCOMPARE(chips().first()->accessibleName(), chips().first()->toolTip());
    QCoreApplication::processEvents();
    QCOMPARE(send()->mapTo(m_window.get(), QPoint()), sendBefore);
    QCOMPARE(title()->mapTo(m_window.get(), QPoint()), titleBefore);
    title()->clear();
    QTRY_VERIFY(chips().isEmpty());
    QCoreApplication::processEvents();
    QCOMPARE(send()->mapTo(m_window.get(), QPoint()), sendBefore);
}

void TestWritingHelp::aSuggestionOpensTheRequestAndKeepsTheDraft()
{
    QTest::keyClicks(title(), QStringLiteral("headset centre"));
    QTRY_COMPARE(chips().size(), 1);
    chips().first()->click();
    QCOMPARE(m_window->currentPage(), QStringLiteral("requests"));
    QTRY_VERIFY(m_window->requests()->view()->ticket() != TicketId());
    m_window->showPage(QStringLiteral("report"));
    QCOMPARE(title()->text(), QStringLiteral("headset centre"));
}

void TestWritingHelp::sendNeverWaitsForASuggestion()
{
    title()->setText(QStringLiteral("The printer prints blank pages"));
    send()->click(); // before anything was looked for
    QTRY_COMPARE(m_world->workspace->status().waiting, 1);
}

void TestWritingHelp::manySuggestionsShareTheRoomAndNeverWidenTheWindow()
{
    title()->setText(QStringLiteral("Zebra")); // the form itself says more once something is written
    QTRY_VERIFY(m_window->report()->draft().canSend());
    m_window->resize(1, 1); // as small as it gets
    // Layouts ask their parents for more, one level at a time.
    for (int level = 0; level < 20; ++level)
        QCoreApplication::processEvents();
    const QSize least = m_window->minimumSizeHint();
    const QSize before = m_window->size();
    const QPoint sendBefore = send()->mapTo(m_window.get(), QPoint());
    title()->setText(QStringLiteral("printer blank, calendar shared, laptop battery"));
    QTRY_VERIFY(!chips().isEmpty());
    QCoreApplication::processEvents();
    QCOMPARE(m_window->minimumSizeHint(), least);
    QCOMPARE(m_window->size(), before);
    QCOMPARE(send()->mapTo(m_window.get(), QPoint()), sendBefore);
    const auto *strip = m_window->report()->findChild<SuggestionStrip *>();
    const auto areInside = [this, strip] {
        for (const QAbstractButton *chip : chips()) {
            if (!strip->rect().contains(chip->geometry())
                || chip->width() < chip->sizeHint().width())
                return false;
        }
        return true;
    };
    QVERIFY(areInside());
    m_window->resize(1400, 800);
    QTRY_COMPARE(chips().size(), 3);
    QCoreApplication::processEvents();
    QVERIFY(areInside());
    m_window->resize(before);
    QCoreApplication::processEvents();
    QCOMPARE(m_window->size(), before);
    QVERIFY(areInside());
}

QTEST_MAIN(TestWritingHelp)
#include "tst_writinghelp.moc"
