// SPDX-License-Identifier: GPL-3.0-or-later
// What helps somebody who searches: how the found tickets divide, and the word that was meant.
#include "app/queue/facetbar.h"
#include "app/queue/queuepage.h"
#include "app/shell/agentscreen.h"
#include "app/widgets/searchfield.h"
#include "app/widgets/theme.h"
#include "core/service/facets.h"
#include "core/query/parser.h"
#include "core/service/searchservice.h"
#include "tests/ui/uisample.h"

#include <QAbstractButton>
#include <QLabel>
#include <QMenu>
#include <QTableView>
#include <QTest>
#include <QToolButton>

#include <algorithm>

using namespace vigie;

class TestSearchHelp final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { applyTheme(*qApp, Scheme::Light); }
    void init();
    void cleanup();

    void whatIsFoundDividesAndAPartIsAddedToTheSearch();
    void countsAreThoseOfTheList();
    void withoutASearchNothingDivides();
    void aMistypedWordIsOfferedAndTaken();
    void whatNothingIsLikeOffersNothing();

private:
    void type(const QString &text);
    [[nodiscard]] int rows() const { return child<QTableView>("ticketListView")->model()->rowCount(); }
    [[nodiscard]] bool isSeen(const QString &text) const;
    template<class W>
    [[nodiscard]] W *child(const char *name) const
    {
        return m_screen->findChild<W *>(QLatin1String(name));
    }
    [[nodiscard]] QToolButton *facet(Facet::Kind kind) const
    {
        return m_screen->findChild<QToolButton *>(QStringLiteral("facetButton%1").arg(int(kind)));
    }
    [[nodiscard]] SearchField *field() const { return child<SearchField>("ticketSearchField"); }

    std::unique_ptr<UiWorld> m_world;
    std::unique_ptr<AgentScreen> m_screen;
};

void TestSearchHelp::init()
{
    m_world = std::make_unique<UiWorld>();
    fillAgent(*m_world);
    m_screen = std::make_unique<AgentScreen>(*m_world->workspace, m_world->prompt, nullptr);
    m_screen->resize(1400, 800);
    m_screen->show();
    m_screen->activateWindow();
    m_screen->queue()->showScope(ListScope::All);
    QVERIFY(QTest::qWaitForWindowActive(m_screen.get()));
    QTRY_COMPARE(rows(), 5);
}

void TestSearchHelp::cleanup()
{
    m_screen.reset();
    m_world.reset();
}

void TestSearchHelp::type(const QString &text)
{
    field()->setFocus();
    field()->selectAll();
    QTest::keyClicks(field(), text);
}

bool TestSearchHelp::isSeen(const QString &text) const
{
    const QList<QWidget *> widgets = m_screen->findChildren<QWidget *>();
    return std::any_of(widgets.cbegin(), widgets.cend(), [&text](const QWidget *widget) {
        const auto *label = qobject_cast<const QLabel *>(widget);
        const auto *button = qobject_cast<const QAbstractButton *>(widget);
        return widget->isVisible()
            && ((label && label->text().contains(text)) || (button && button->text().contains(text)));
    });
}

void TestSearchHelp::whatIsFoundDividesAndAPartIsAddedToTheSearch()
{
    type(QStringLiteral("morning"));
    QTRY_VERIFY(child<FacetBar>("facetBar")->isVisible());
    QVERIFY(facet(Facet::Kind::Queue)->isVisible());
    QTRY_VERIFY(facet(Facet::Kind::Queue)->isEnabled());
    QVERIFY(!facet(Facet::Kind::Queue)->accessibleName().isEmpty());
    // Everybody asked is one and the same person: nothing to choose.
    QVERIFY(!facet(Facet::Kind::Requester)->isEnabled());
    const QList<QAction *> parts = facet(Facet::Kind::Queue)->menu()->actions();
    QCOMPARE(parts.size(), 2);
    QCOMPARE(parts.first()->text(), QStringLiteral("Service desk\t4"));
    QCOMPARE(parts.last()->text(), QStringLiteral("Workstations\t1"));
    parts.first()->trigger();
    QTRY_COMPARE(rows(), 4);
    QCOMPARE(field()->text(), QStringLiteral("morning queue:\"Service desk\""));
    QTRY_VERIFY(!facet(Facet::Kind::Queue)->isEnabled());
    QTRY_VERIFY(facet(Facet::Kind::Owner)->isEnabled());
    for (QAction *action : facet(Facet::Kind::Owner)->menu()->actions()) {
        if (action->objectName() == QLatin1String("owner:none")) {
            action->trigger();
            break;
        }
    }
    QTRY_COMPARE(rows(), 2);
}

void TestSearchHelp::countsAreThoseOfTheList()
{
    ListQuery query;
    query.openOnly = false;
    query.text = QStringLiteral("morning");
    query.grouping = ViewGrouping::Priority; // plays no part
    const auto facets = UiWorld::await(m_world->workspace->search().facets(query));
    QVERIFY(facets);
    QVERIFY(!facets->isEmpty());
    for (const Facet &facet : *facets) {
        for (const Facet::Value &value : facet.values) {
            const query::Parsed parsed = query::parse(value.term);
            QVERIFY2(parsed.ok(), qPrintable(value.term));
            ListQuery part = query;
            part.grouping = ViewGrouping::None;
            part.filter = parsed.expr;
            const auto count = UiWorld::await(m_world->workspace->tickets().count(part, 100));
            QVERIFY(count);
            QCOMPARE(*count, value.count);
        }
    }
}

void TestSearchHelp::withoutASearchNothingDivides()
{
    QVERIFY(!child<FacetBar>("facetBar")->isVisible());
    type(QStringLiteral("morning"));
    QTRY_VERIFY(child<FacetBar>("facetBar")->isVisible());
    field()->clear();
    QTRY_VERIFY(!child<FacetBar>("facetBar")->isVisible());
    QTRY_COMPARE(rows(), 5);
}

void TestSearchHelp::aMistypedWordIsOfferedAndTaken()
{
    type(QStringLiteral("prniter"));
    QTRY_VERIFY(isSeen(QStringLiteral("Did you mean “printer”?")));
    for (QAbstractButton *button : m_screen->findChildren<QAbstractButton *>()) {
        if (button->isVisible() && button->text() == QStringLiteral("Search for “printer”")) {
            button->click();
            break;
        }
    }
    QTRY_COMPARE(rows(), 1);
    QCOMPARE(field()->text(), QStringLiteral("printer"));
}

void TestSearchHelp::whatNothingIsLikeOffersNothing()
{
    type(QStringLiteral("zzzzzzz"));
    QTRY_VERIFY(isSeen(QStringLiteral("No ticket speaks of that")));
    QTRY_VERIFY(isSeen(QStringLiteral("Clear the search")));
    QVERIFY(!isSeen(QStringLiteral("Did you mean")));
}

QTEST_MAIN(TestSearchHelp)
#include "tst_searchhelp.moc"
