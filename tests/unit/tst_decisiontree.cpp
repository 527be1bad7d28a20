// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/rng.h"
#include "core/knowledge/knowledgelimits.h"
#include "core/knowledge/treewalk.h"

#include <QTest>

using namespace vigie;
using namespace vigie::knowledge;

namespace {

using Kind = TreeProblem::Kind;

QString blackScreen()
{
    return QStringLiteral("# The screen stays black\n"          // 1
                          "Words that introduce it.\n"
                          "\n"
                          "## Is the lamp on? {#lamp}\n"         // 4
                          "Look at the **front**.\n"
                          "\n"
                          "- [Yes](#plug-in-the-cable)\n"       // 7
                          "- [No, it is [dark]](#power)\n"
                          "- an ordinary item\n"
                          "\n"
                          "## Plug in the cable!\n"              // 11
                          "1. [Did not help](#lamp)\n"
                          "2) [Helped](#done)\n"
                          "\n"
                          "## Plug in the power {#power}\n"      // 15
                          "```\n"
                          "## no node\n"
                          "- [no choice](#nowhere)\n"
                          "```\n"
                          "## Done {#done}\n");                  // 20
}

/// "kind@line:name" for each problem.
QStringList told(const QString &markdown)
{
    QStringList problems;
    const DecisionTree tree = readDecisionTree(markdown);
    for (const TreeProblem &problem : tree.problems)
        problems.append(QStringLiteral("%1@%2:%3").arg(int(problem.kind)).arg(problem.line).arg(
            problem.name));
    return problems;
}

QString problem(Kind kind, int line, const char *name)
{
    return QStringLiteral("%1@%2:%3").arg(int(kind)).arg(line).arg(QString::fromUtf8(name));
}

TriedWords words()
{
    return {QStringLiteral("Tried with “%1”:"), QStringLiteral("stopped at: %1"),
            QStringLiteral("arrived at: %1"), QStringLiteral("…")};
}

} // namespace

class TestDecisionTree : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void headingsAreNodesAndItemsThatAreLinksAreChoices();
    void whatIsWrongIsToldWithItsLine();
    void loopsWithAnExitAreAllowedAndTold();
    void loopsWithoutAnExitBlock();
    void onlyLinksThatStandAloneAreChoices_data();
    void onlyLinksThatStandAloneAreChoices();
    void namesFollowTheHeadings_data();
    void namesFollowTheHeadings();
    void aWalkRemembersWhatWasTried();
    void aWalkGoesBackAndRound();
    void aVeryLongWalkIsShortened();
    void aWalkOfNothingIsBorne();
    void hundredThousandNodesAreBounded();
    void hostileTextsAreBorne_data();
    void hostileTextsAreBorne();
    void noRandomTreeLosesItsWay();
};

void TestDecisionTree::headingsAreNodesAndItemsThatAreLinksAreChoices()
{
    const DecisionTree tree = readDecisionTree(blackScreen());
    QVERIFY(tree.isSound());
    QVERIFY(isGuide(tree));
    QCOMPARE(tree.title, QStringLiteral("The screen stays black"));
    QCOMPARE(tree.introduction, QStringLiteral("Words that introduce it."));
    QCOMPARE(tree.nodes.size(), 4);
    const TreeNode &lamp = tree.nodes[0];
    QCOMPARE(lamp.title, QStringLiteral("Is the lamp on?"));
    QCOMPARE(lamp.name, QStringLiteral("lamp"));
    QCOMPARE(lamp.line, 4);
    QCOMPARE(lamp.text, QStringLiteral("Look at the **front**.\n\n- an ordinary item"));
    QCOMPARE(lamp.choices.size(), 2);
    QCOMPARE(lamp.choices[0].target, 1);
    QCOMPARE(lamp.choices[0].line, 7);
    QCOMPARE(lamp.choices[1].label, QStringLiteral("No, it is [dark]"));
    QCOMPARE(lamp.choices[1].target, 2);
    QCOMPARE(tree.nodes[1].choices.size(), 2);
    QCOMPARE(tree.nodes[2].text,
             QStringLiteral("```\n## no node\n- [no choice](#nowhere)\n```"));
    QVERIFY(tree.nodes[2].isEnd());
    QVERIFY(tree.nodes[3].isEnd());
}

void TestDecisionTree::whatIsWrongIsToldWithItsLine()
{
    QCOMPARE(told(QString()), QStringList{problem(Kind::NoNodes, 1, "")});
    QCOMPARE(told(QStringLiteral("# Only a title\n\nwords")),
             QStringList{problem(Kind::NoNodes, 1, "")});
    const QString text = QStringLiteral("# T\n"
                                        "## A\n"
                                        "see [there](#b) first\n" // 3
                                        "- [one](#nowhere)\n"     // 4
                                        "- [two](#b)\n"
                                        "- [empty](#)\n"          // 6
                                        "## B\n"
                                        "## B\n"                  // 8
                                        "## C\n");                // 9
    QCOMPARE(told(text), (QStringList{problem(Kind::LinkInWords, 3, ""),
                                      problem(Kind::UnknownTarget, 4, "nowhere"),
                                      problem(Kind::UnknownTarget, 6, ""),
                                      problem(Kind::SameName, 8, "b"),
                                      problem(Kind::Unreachable, 8, "b"),
                                      problem(Kind::Unreachable, 9, "c")}));
    QVERIFY(!readDecisionTree(text).isSound());
    QVERIFY(readDecisionTree(QStringLiteral("## A\n## B")).isSound());
    QVERIFY(!isGuide(readDecisionTree(QStringLiteral("## A\n## B"))));
}

void TestDecisionTree::loopsWithAnExitAreAllowedAndTold()
{
    const QString text = blackScreen();
    QCOMPARE(told(text), QStringList{problem(Kind::Loop, 12, "lamp")});
    const QString itself = QStringLiteral("## A\n- [again](#a)\n- [done](#b)\n## B");
    QCOMPARE(told(itself), QStringList{problem(Kind::Loop, 2, "a")});
    QVERIFY(readDecisionTree(itself).isSound());
}

void TestDecisionTree::loopsWithoutAnExitBlock()
{
    const QString ring = QStringLiteral("## A\n- [on](#b)\n- [out](#d)\n## B\n- [on](#c)\n"
                                        "## C\n- [back](#b)\n## D");
    QCOMPARE(told(ring), (QStringList{problem(Kind::NoWayOut, 4, "b"),
                                      problem(Kind::Loop, 7, "b")}));
    QVERIFY(!readDecisionTree(ring).isSound());
    QCOMPARE(told(QStringLiteral("## A\n- [again](#a)")),
             (QStringList{problem(Kind::NoWayOut, 1, "a"), problem(Kind::Loop, 2, "a")}));
}

void TestDecisionTree::onlyLinksThatStandAloneAreChoices_data()
{
    QTest::addColumn<QString>("line");
    QTest::addColumn<QString>("label"); // null = no choice
    const auto row = [](const char *line, const char *label) {
        QTest::newRow(line) << QString::fromUtf8(line)
                            << (label ? QString::fromUtf8(label) : QString());
    };
    row("- [Yes](#x)", "Yes");
    row("* [Yes](#x)", "Yes");
    row("+   [Yes](#x)  ", "Yes");
    row("  12. [Oui, été](#x)", "Oui, été");
    row("3) [Yes](#x)", "Yes");
    row("- [Yes](#x) or so", nullptr);
    row("- see [Yes](#x)", nullptr);
    row("- [Yes](https://example.org)", nullptr);
    row("- [](#x)", nullptr);
    row("-[Yes](#x)", nullptr);
    row("[Yes](#x)", nullptr);
    row("- [a](#x) [b](#x)", nullptr);
    row("- [Yes](javascript:alert#x)", nullptr);
    row("    - [Yes](#x)", nullptr);
}

void TestDecisionTree::onlyLinksThatStandAloneAreChoices()
{
    QFETCH(QString, line);
    QFETCH(QString, label);
    const DecisionTree tree =
        readDecisionTree(QStringLiteral("## A\n\n") + line + QStringLiteral("\n\n## X"));
    QCOMPARE(tree.nodes.size(), 2);
    QCOMPARE(tree.nodes[0].choices.size(), label.isNull() ? 0 : 1);
    if (!label.isNull())
        QCOMPARE(tree.nodes[0].choices[0].label, label);
    else
        QVERIFY(tree.nodes[0].text.contains(line.trimmed())); // nothing is lost
}

void TestDecisionTree::namesFollowTheHeadings_data()
{
    QTest::addColumn<QString>("heading");
    QTest::addColumn<QString>("name");
    const auto row = [](const char *heading, const char *name) {
        QTest::newRow(heading) << QString::fromUtf8(heading) << QString::fromUtf8(name);
    };
    row("## Plug in, then wait!", "plug-in-then-wait");
    row("### L'écran est noir ?", "lécran-est-noir-");
    row("## Named {#here}", "here");
    row("## Curly } {#}", "curly-");
    row("###### Six", "six");
    row("#", "");
}

void TestDecisionTree::namesFollowTheHeadings()
{
    QFETCH(QString, heading);
    const DecisionTree tree = readDecisionTree(QStringLiteral("# T\n## First\n") + heading);
    QCOMPARE(tree.nodes.size(), 2);
    QTEST(tree.nodes[1].name, "name");
}

void TestDecisionTree::aWalkRemembersWhatWasTried()
{
    TreeWalk walk(readDecisionTree(blackScreen()));
    QVERIFY(walk.isValid());
    QCOMPARE(walk.tried(words()),
             QStringLiteral("Tried with “The screen stays black”:\nstopped at: Is the lamp on?"));
    QVERIFY(walk.choose(0));
    QVERIFY(walk.choose(1));
    QVERIFY(walk.isAtEnd());
    QVERIFY(!walk.choose(0));
    QCOMPARE(walk.tried(words()),
             QStringLiteral("Tried with “The screen stays black”:\n1. Is the lamp on? → Yes\n"
                            "2. Plug in the cable! → Helped\narrived at: Done"));
}

void TestDecisionTree::aWalkGoesBackAndRound()
{
    TreeWalk walk(readDecisionTree(blackScreen()));
    QVERIFY(!walk.back());
    QCOMPARE(walk.visits(), 1);
    QVERIFY(walk.choose(0));
    QVERIFY(walk.choose(0));
    QCOMPARE(walk.node().name, QStringLiteral("lamp"));
    QCOMPARE(walk.visits(), 2);
    QVERIFY(walk.back());
    QCOMPARE(walk.node().title, QStringLiteral("Plug in the cable!"));
    QCOMPARE(walk.steps().size(), 1);
    QVERIFY(!walk.choose(2));
    QVERIFY(!walk.choose(-1));
    walk.restart();
    QCOMPARE(walk, TreeWalk(readDecisionTree(blackScreen())));
}

void TestDecisionTree::aVeryLongWalkIsShortened()
{
    TreeWalk walk(readDecisionTree(QStringLiteral("# %1\n## A %1\n- [again](#a-1)\n- [b](#b)\n"
                                                  "## B")));
    int steps = 0;
    while (walk.choose(0))
        ++steps;
    QCOMPARE(steps, int(knowledgelimits::kWalkSteps));
    const QString tried = walk.tried(words());
    QCOMPARE(tried.count(QLatin1Char('\n')), 62);
    QVERIFY(tried.startsWith(QStringLiteral("Tried with “%1”:")));
    QVERIFY(tried.contains(QStringLiteral("30. A %1 → again\n…\n471. A %1")));
    QVERIFY(walk.back());
}

void TestDecisionTree::aWalkOfNothingIsBorne()
{
    TreeWalk walk(readDecisionTree({}));
    QVERIFY(!walk.isValid());
    QVERIFY(walk.isAtEnd());
    QVERIFY(!walk.choose(0));
    QVERIFY(!walk.back());
    QCOMPARE(walk.tried(words()), QString());
}

void TestDecisionTree::hundredThousandNodesAreBounded()
{
    QString text;
    for (int i = 0; i < 100'000; ++i)
        text += QStringLiteral("## n%1\n- [x](#n%2)\n").arg(i).arg(i + 1);
    const DecisionTree tree = readDecisionTree(text);
    QVERIFY(tree.nodes.size() <= knowledgelimits::kTreeNodes);
    QVERIFY(!tree.isSound());
    QVERIFY(tree.problems.size() <= knowledgelimits::kTreeProblems);
}

void TestDecisionTree::hostileTextsAreBorne_data()
{
    QTest::addColumn<QString>("text");
    QTest::newRow("one line") << QString(2'000'000, QLatin1Char('#'));
    QTest::newRow("brackets") << QStringLiteral("## A\n- ") + QString(500'000, QLatin1Char('['))
            + QStringLiteral("](#a)");
    QTest::newRow("links") << QStringLiteral("## A\n- ") + QStringLiteral("[a](#a)").repeated(80'000);
    QTest::newRow("choices") << QStringLiteral("## A\n")
            + QStringLiteral("- [a](#a)\n").repeated(80'000);
    QTest::newRow("deep lists") << QStringLiteral("## A\n") + QStringLiteral("- ").repeated(300'000);
    QTest::newRow("quotes") << QStringLiteral(">").repeated(300'000);
    QTest::newRow("ticks") << QStringLiteral("## A\n") + QStringLiteral("`").repeated(300'000);
    QTest::newRow("fences") << QStringLiteral("```\n").repeated(100'001);
    QTest::newRow("nothing but lines") << QString(1'000'000, QLatin1Char('\n'));
    QTest::newRow("zero") << QString(1000, QChar(0)) + QStringLiteral("\n## A");
}

void TestDecisionTree::hostileTextsAreBorne()
{
    QFETCH(QString, text);
    const DecisionTree tree = readDecisionTree(text);
    QVERIFY(tree.problems.size() <= knowledgelimits::kTreeProblems);
    for (const TreeNode &node : tree.nodes)
        QVERIFY(node.choices.size() <= knowledgelimits::kTreeChoices);
}

void TestDecisionTree::noRandomTreeLosesItsWay()
{
    for (quint64 seed = 1; seed <= 300; ++seed) {
        SeededRng rng(seed);
        const quint64 nodes = 1 + rng.below(12);
        QString text;
        for (quint64 i = 0; i < nodes; ++i) {
            text += QStringLiteral("## n%1\n").arg(i);
            for (quint64 k = rng.below(4); k > 0; --k)
                text += QStringLiteral("- [to](#n%1)\n").arg(rng.below(nodes + 1));
        }
        const DecisionTree tree = readDecisionTree(text);
        QCOMPARE(tree.nodes.size(), qsizetype(nodes));
        // Every node from which no end can be reached by trying all ways is on a way to a ring that
        // was told, and no ring is told in a tree where every reachable node leads out.
        QList<bool> out(qsizetype(nodes), false);
        QList<bool> reached(qsizetype(nodes), false);
        reached[0] = true;
        for (quint64 round = 0; round < nodes; ++round) {
            for (qsizetype i = 0; i < tree.nodes.size(); ++i) {
                out[i] = out[i] || tree.nodes[i].isEnd();
                for (const TreeChoice &choice : tree.nodes[i].choices) {
                    if (choice.target < 0)
                        continue;
                    out[i] = out[i] || out[choice.target];
                    reached[choice.target] = reached[choice.target] || reached[i];
                }
            }
        }
        bool stuck = false;
        int unreachable = 0;
        for (qsizetype i = 0; i < tree.nodes.size(); ++i) {
            stuck = stuck || (reached[i] && !out[i]);
            unreachable += reached[i] ? 0 : 1;
        }
        int rings = 0;
        int toldUnreachable = 0;
        for (const TreeProblem &one : tree.problems) {
            rings += one.kind == Kind::NoWayOut ? 1 : 0;
            toldUnreachable += one.kind == Kind::Unreachable ? 1 : 0;
        }
        QVERIFY2((rings > 0) == stuck, qPrintable(QString::number(seed)));
        QVERIFY2(toldUnreachable == unreachable, qPrintable(QString::number(seed)));

        TreeWalk walk(tree);
        for (int step = 0; step < 50; ++step)
            walk.choose(int(rng.below(4)));
        while (walk.back()) {
        }
        QCOMPARE(walk, TreeWalk(tree));
    }
}

QTEST_APPLESS_MAIN(TestDecisionTree)
#include "tst_decisiontree.moc"
