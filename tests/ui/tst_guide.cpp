// SPDX-License-Identifier: GPL-3.0-or-later
// A guided decision tree is walked with mouse and keyboard, and leads to a person from everywhere.
#include "app/guide/guidechoice.h"
#include "app/guide/guideproblemtext.h"
#include "app/guide/guideview.h"
#include "app/prose/proseview.h"
#include "app/widgets/button.h"
#include "app/widgets/theme.h"

#include <QAbstractButton>
#include <QApplication>
#include <QLabel>
#include <QSignalSpy>
#include <QTest>

using namespace vigie;

namespace {

QString blackScreen()
{
    return QStringLiteral("# The screen stays black\n"
                          "It takes two minutes.\n\n"
                          "## Is the lamp on? {#lamp}\n"
                          "Look at the **front**.\n\n![lamp](lamp.png)\n\n"
                          "- [Yes](#cable)\n"
                          "- [Nowhere](#gone)\n"
                          "- [No](#power)\n\n"
                          "## Plug in the cable {#cable}\n"
                          "- [It stays black](#lamp)\n\n"
                          "## Plug in the power {#power}\n"
                          "Then wait.\n");
}

} // namespace

class TestGuide final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void cleanup();

    void aStepShowsItsWordsAndAnswers();
    void anAnswerLeadsOnAndBackRemembersIt();
    void theKeyboardAloneIsEnough();
    void goingRoundIsTold();
    void anEndAsksWhetherItSolvedIt();
    void everyStepLeadsToAPersonWithWhatWasTried();
    void theWayOutNeverMoves();
    void aTreeWithoutStepsStillLeadsToAPerson();
    void longAnswersGetTheRoomTheyNeed();
    void picturesComeFromTheirSource();
    void everyProblemHasWordsWithItsLine();

private:
    template<class W>
    [[nodiscard]] W *child(const char *name) const
    {
        return m_view->findChild<W *>(QLatin1String(name));
    }
    [[nodiscard]] QString heading() const
    {
        return child<QLabel>("guideHeadingLabel")->text();
    }
    [[nodiscard]] GuideChoice *answer(int number) const
    {
        const QList<GuideChoice *> all = m_view->findChildren<GuideChoice *>();
        for (GuideChoice *one : all) {
            if (!one->isHidden()
                && one->objectName() == QStringLiteral("guideChoice%1").arg(number))
                return one;
        }
        return nullptr;
    }

    std::unique_ptr<GuideView> m_view;
};

void TestGuide::initTestCase()
{
    applyTheme(*qApp, Scheme::Light);
}

void TestGuide::init()
{
    m_view = std::make_unique<GuideView>(nullptr);
    m_view->resize(600, 560);
    m_view->setTree(knowledge::readDecisionTree(blackScreen()));
    m_view->show();
    QVERIFY(QTest::qWaitForWindowActive(m_view.get()));
}

void TestGuide::cleanup()
{
    m_view.reset();
}

void TestGuide::aStepShowsItsWordsAndAnswers()
{
    QCOMPARE(child<QLabel>("guideTitleLabel")->text(), QStringLiteral("The screen stays black"));
    QCOMPARE(child<QLabel>("guideStepLabel")->text(), QStringLiteral("Step 1"));
    QCOMPARE(heading(), QStringLiteral("Is the lamp on?"));
    QVERIFY(child<ProseView>("guideIntroductionView")->isVisible());
    QVERIFY(child<ProseView>("guideTextView")->shownText().startsWith(
        QLatin1String("Look at the front.")));
    QCOMPARE(answer(1)->text(), QStringLiteral("Yes"));
    QCOMPARE(answer(2)->text(), QStringLiteral("No")); // the one that leads nowhere is not offered
    QVERIFY(!answer(3));
    QVERIFY(!child<QLabel>("guideAgainLabel")->isVisible());
    QVERIFY(!child<Button>("guideSolvedButton")->isVisible());
    QVERIFY(!child<Button>("guideBackButton")->isEnabled());
}

void TestGuide::anAnswerLeadsOnAndBackRemembersIt()
{
    QTest::mouseClick(answer(2), Qt::LeftButton);
    QCOMPARE(heading(), QStringLiteral("Plug in the power"));
    QVERIFY(!child<ProseView>("guideIntroductionView")->isVisible());
    QTest::mouseClick(child<Button>("guideBackButton"), Qt::LeftButton);
    QCOMPARE(heading(), QStringLiteral("Is the lamp on?"));
    QVERIFY(answer(2)->isTaken());
    QVERIFY(!answer(1)->isTaken());
    QVERIFY(m_view->walk().steps().isEmpty());
    QTest::mouseClick(answer(1), Qt::LeftButton);
    QTest::mouseClick(child<QAbstractButton>("guideRestartButton"), Qt::LeftButton);
    QCOMPARE(child<QLabel>("guideStepLabel")->text(), QStringLiteral("Step 1"));
}

void TestGuide::theKeyboardAloneIsEnough()
{
    m_view->setFocus();
    QCOMPARE(QApplication::focusWidget(), answer(1));
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Down);
    QCOMPARE(QApplication::focusWidget(), answer(2));
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Space);
    QCOMPARE(heading(), QStringLiteral("Plug in the power"));
    QCOMPARE(QApplication::focusWidget(), child<Button>("guideSolvedButton"));
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Backspace);
    QCOMPARE(QApplication::focusWidget(), answer(2));
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_1);
    QCOMPARE(heading(), QStringLiteral("Plug in the cable"));
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_9);
    QCOMPARE(heading(), QStringLiteral("Plug in the cable"));
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Left, Qt::AltModifier);
    QCOMPARE(heading(), QStringLiteral("Is the lamp on?"));
}

void TestGuide::goingRoundIsTold()
{
    answer(1)->click();
    answer(1)->click();
    QCOMPARE(heading(), QStringLiteral("Is the lamp on?"));
    QVERIFY(child<QLabel>("guideAgainLabel")->isVisible());
    QVERIFY(answer(1)->isTaken());
    QVERIFY(!answer(2)->isTaken());
    QCOMPARE(m_view->focusProxy(), answer(2));
    QCOMPARE(child<QLabel>("guideStepLabel")->text(), QStringLiteral("Step 3"));
}

void TestGuide::anEndAsksWhetherItSolvedIt()
{
    QSignalSpy solved(m_view.get(), &GuideView::solved);
    answer(2)->click();
    QVERIFY(child<QLabel>("guideEndLabel")->isVisible());
    QTest::mouseClick(child<Button>("guideSolvedButton"), Qt::LeftButton);
    QCOMPARE(solved.size(), 1);
    QVERIFY(solved.first().first().toString().contains(
        QStringLiteral("1. Is the lamp on? → No")));
}

void TestGuide::everyStepLeadsToAPersonWithWhatWasTried()
{
    QSignalSpy wanted(m_view.get(), &GuideView::personWanted);
    auto *person = child<Button>("guidePersonButton");
    QTest::mouseClick(person, Qt::LeftButton);
    answer(1)->click();
    QTest::mouseClick(person, Qt::LeftButton);
    QCOMPARE(wanted.size(), 2);
    QCOMPARE(wanted[0].first().toString(),
             QStringLiteral("Tried with the guide “The screen stays black”:\n"
                            "Stopped at: Is the lamp on?"));
    QCOMPARE(wanted[1].first().toString(),
             QStringLiteral("Tried with the guide “The screen stays black”:\n"
                            "1. Is the lamp on? → Yes\nStopped at: Plug in the cable"));
}

void TestGuide::theWayOutNeverMoves()
{
    auto *person = child<Button>("guidePersonButton");
    const QRect there = person->geometry();
    answer(1)->click();
    QCoreApplication::processEvents();
    QCOMPARE(person->geometry(), there);
    answer(1)->click();
    answer(2)->click();
    QCoreApplication::processEvents();
    QCOMPARE(person->geometry(), there);
    QVERIFY(person->isEnabled());
}

void TestGuide::aTreeWithoutStepsStillLeadsToAPerson()
{
    m_view->setTree(knowledge::readDecisionTree(QStringLiteral("nothing here")));
    QVERIFY(child<QLabel>("guideEndLabel")->isVisible());
    QVERIFY(!child<Button>("guideSolvedButton")->isVisible());
    QVERIFY(!answer(1));
    QSignalSpy wanted(m_view.get(), &GuideView::personWanted);
    QTest::mouseClick(child<Button>("guidePersonButton"), Qt::LeftButton);
    QCOMPARE(wanted.size(), 1);
}

void TestGuide::longAnswersGetTheRoomTheyNeed()
{
    const QString longAnswer = QStringLiteral("an answer of many words ").repeated(9).trimmed();
    m_view->setTree(knowledge::readDecisionTree(
        QStringLiteral("## A\n- [short](#b)\n- [%1](#b)\n## B").arg(longAnswer)));
    QTRY_VERIFY(answer(2)->height() >= answer(2)->heightForWidth(answer(2)->width()));
    QVERIFY(answer(2)->height() > answer(1)->height() + 10);
}

void TestGuide::picturesComeFromTheirSource()
{
    QStringList asked;
    m_view->setPictures([&asked](const QString &name) {
        asked.append(name);
        QImage picture(40, 30, QImage::Format_RGB32);
        picture.fill(Qt::red);
        return picture;
    });
    QCOMPARE(asked, QStringList{QStringLiteral("lamp.png")});
}

void TestGuide::everyProblemHasWordsWithItsLine()
{
    using Kind = knowledge::TreeProblem::Kind;
    QStringList all;
    for (int kind = 0; kind <= int(Kind::Loop); ++kind) {
        const QString words = GuideProblemText::of({Kind(kind), 4711, QStringLiteral("lamp")});
        QVERIFY2(!words.isEmpty() && !words.contains(QLatin1Char('%')), qPrintable(words));
        QVERIFY(!all.contains(words));
        all.append(words);
        if (Kind(kind) != Kind::NoNodes && Kind(kind) != Kind::TooLong)
            QVERIFY2(words.contains(QLatin1String("4711")), qPrintable(words));
    }
}

QTEST_MAIN(TestGuide)
#include "tst_guide.moc"
