// SPDX-License-Identifier: GPL-3.0-or-later
// The rules of the desk: read by everybody there, written by administrators, with what they would
// touch.
#include "app/recipe/ruledialog.h"
#include "app/recipe/rulewindow.h"
#include "app/widgets/button.h"
#include "app/widgets/theme.h"
#include "core/query/parser.h"
#include "core/service/ruleservice.h"
#include "tests/ui/facedwindow.h"

#include <QApplication>
#include <QCheckBox>
#include <QComboBox>
#include <QInputMethodEvent>
#include <QLabel>
#include <QLineEdit>
#include <QListView>

using namespace vigie;

namespace {

/// What a line is told to underline: that travels as an input method's marks.
class MarkWatch final : public QObject
{
public:
    Span last; ///< of the text; empty = nothing

protected:
    bool eventFilter(QObject *watched, QEvent *event) override
    {
        if (event->type() == QEvent::InputMethod) {
            const auto *marks = static_cast<QInputMethodEvent *>(event);
            last = {};
            for (const QInputMethodEvent::Attribute &one : marks->attributes()) {
                const int cursor = static_cast<QLineEdit *>(watched)->cursorPosition();
                last = {cursor + one.start, cursor + one.start + one.length};
            }
        }
        return false;
    }
};

} // namespace

class TestRuleWindow final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { applyTheme(*qApp, Scheme::Light); }
    void cleanup()
    {
        m_world.reset();
    }

    void aRuleIsWrittenAndShowsWhatItWouldTouch();
    void badQueriesAreToldInPlace_data();
    void badQueriesAreToldInPlace();
    void theQueryIsCompletedWithoutWhatARuleCannotUse();
    void theMistakeInAQueryIsUnderlined();
    void rulesAreOrderedPausedAndDeleted();
    void agentsReadThemOnly();
    void nothingIsThrownAwayUnasked();
    void theCommandOpensThem();
    void whatIsPersonalIsKnown();

private:
    /// An administrator's workspace, or an agent's.
    [[nodiscard]] bool open(Role role)
    {
        m_world = std::make_unique<UiWorld>();
        m_world->ben.role = role;
        fillAgent(*m_world);
        return m_world->workspace != nullptr;
    }
    [[nodiscard]] RuleService &rules() const { return m_world->workspace->rules(); }
    [[nodiscard]] QList<Rule> kept() const
    {
        return UiWorld::await(rules().list()).value_or(QList<Rule>());
    }
    [[nodiscard]] bool keep(const char *name) const
    {
        Rule rule;
        rule.name = QLatin1String(name);
        rule.when = {RuleEvent::Created};
        rule.recipe.addTags = {QStringLiteral("x")};
        return UiWorld::await(rules().save(rule)).has_value();
    }
    [[nodiscard]] QStringList names() const
    {
        QStringList all;
        for (const Rule &rule : kept())
            all.append(rule.name);
        return all;
    }
    template<class W>
    [[nodiscard]] static W *in(const QWidget *window, const char *name)
    {
        return window->findChild<W *>(QLatin1String(name));
    }
    static void click(const QWidget *window, const char *name)
    {
        auto *button = in<Button>(window, name);
        QVERIFY(button);
        QTRY_VERIFY(button->isEnabled());
        QTest::mouseClick(button, Qt::LeftButton);
    }

    std::unique_ptr<UiWorld> m_world;
};

void TestRuleWindow::aRuleIsWrittenAndShowsWhatItWouldTouch()
{
    QVERIFY(open(Role::Admin));
    QWidget desk;
    auto *window = new RuleWindow(*m_world->workspace, m_world->prompt, &desk);
    window->show();
    click(window, "ruleAddButton");
    auto *dialog = window->findChild<RuleDialog *>();
    QVERIFY(dialog);
    auto *save = in<Button>(dialog, "ruleSaveButton");
    QVERIFY(!save->isEnabled());
    QTest::keyClicks(in<QLineEdit>(dialog, "ruleNameEdit"), QStringLiteral("Printers"));
    in<QCheckBox>(dialog, "ruleWhen_created")->click();
    QTest::keyClicks(in<QLineEdit>(dialog, "ruleQueryEdit"), QStringLiteral("title:printer"));
    auto *priority = in<QComboBox>(dialog, "recipePriorityBox");
    priority->setCurrentIndex(priority->findData(QStringLiteral("low")));
    // Nobody runs it, so "whoever runs it" is no owner.
    auto *owner = in<QComboBox>(dialog, "recipeOwnerBox");
    QTRY_VERIFY(owner->count() > 2);
    QCOMPARE(owner->findData(recipeMe()), -1);
    auto *found = in<QLabel>(dialog, "ruleFoundLabel");
    QTRY_VERIFY2(found->text().contains(QLatin1Char('1')), qPrintable(found->text()));
    auto *preview = in<QWidget>(dialog, "recipePreview");
    QTRY_VERIFY(in<QLabel>(preview, "previewLine"));
    QVERIFY(in<QLabel>(preview, "previewLine")->text().contains(QStringLiteral("→ Low")));
    QVERIFY(save->isEnabled());
    QTest::mouseClick(save, Qt::LeftButton);
    QTRY_COMPARE(names(), QStringList{QStringLiteral("Printers")});
    const Rule rule = kept().first();
    QCOMPARE(rule.when, QList<RuleEvent>{RuleEvent::Created});
    QCOMPARE(rule.query, QStringLiteral("title:printer"));
    QCOMPARE(rule.recipe.fields.value(QStringLiteral("priority")), QStringLiteral("low"));
    auto *list = in<QListView>(window, "ruleListView");
    QTRY_COMPARE(list->model()->rowCount(), 1);
}

void TestRuleWindow::badQueriesAreToldInPlace_data()
{
    QTest::addColumn<QString>("query");
    QTest::newRow("no such state") << QStringLiteral("state:burning");
    QTest::newRow("an open quote") << QStringLiteral("\"paper");
    QTest::newRow("me") << QStringLiteral("owner:me");
    QTest::newRow("mine") << QStringLiteral("is:mine");
    QTest::newRow("unread") << QStringLiteral("-is:unread");
}

void TestRuleWindow::badQueriesAreToldInPlace()
{
    QFETCH(QString, query);
    QVERIFY(open(Role::Admin));
    Rule rule;
    rule.name = QStringLiteral("One");
    rule.when = {RuleEvent::Created};
    rule.recipe.addTags = {QStringLiteral("x")};
    QWidget desk;
    auto *dialog = new RuleDialog(*m_world->workspace, m_world->prompt, rule, &desk);
    dialog->show();
    QVERIFY(in<Button>(dialog, "ruleSaveButton")->isEnabled());
    QTest::keyClicks(in<QLineEdit>(dialog, "ruleQueryEdit"), query);
    QVERIFY(!in<QLabel>(dialog, "ruleNote")->text().isEmpty());
    QVERIFY(in<QLabel>(dialog, "ruleNote")->isVisible());
    QVERIFY(!in<Button>(dialog, "ruleSaveButton")->isEnabled());
}

void TestRuleWindow::theQueryIsCompletedWithoutWhatARuleCannotUse()
{
    QVERIFY(open(Role::Admin));
    QWidget desk;
    desk.show();
    auto *dialog = new RuleDialog(*m_world->workspace, m_world->prompt, {}, &desk);
    dialog->show();
    dialog->activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(dialog));
    auto *query = in<QLineEdit>(dialog, "ruleQueryEdit");
    query->setFocus();
    const auto offers = [] { return qobject_cast<QListView *>(QApplication::activePopupWidget()); };
    const auto offered = [offers] {
        QStringList rows;
        for (int row = 0; offers() && row < offers()->model()->rowCount(); ++row)
            rows.append(offers()->model()->index(row, 0).data().toString());
        return rows;
    };
    QTest::keyClicks(query, QStringLiteral("queu"));
    QVERIFY(offers());
    QCOMPARE(offers()->objectName(), QStringLiteral("queryOffers"));
    QCOMPARE(offered().value(0), QStringLiteral("queue:"));
    QTest::keyClick(offers(), Qt::Key_Tab);
    QCOMPARE(query->text(), QStringLiteral("queue:"));
    // Names are read in the background, and join what is offered.
    QTRY_VERIFY(offered().contains(QStringLiteral("Workstations")));
    QTest::keyClicks(query, QStringLiteral("wo"));
    QTRY_COMPARE(offered(), QStringList{QStringLiteral("Workstations")});
    QTest::keyClick(offers(), Qt::Key_Tab);
    QCOMPARE(query->text(), QStringLiteral("queue:Workstations "));
    // A rule is nobody: neither "me" nor what is unread.
    QTest::keyClicks(query, QStringLiteral("owner:"));
    QTRY_VERIFY(offered().contains(QStringLiteral("none")));
    QVERIFY(!offered().contains(QStringLiteral("me")));
    QTest::keyClick(offers(), Qt::Key_Escape);
    QVERIFY(!offers());
    QVERIFY(dialog->isVisible()); // only the offers went
    QCOMPARE(query->text(), QStringLiteral("queue:Workstations owner:"));
    QTest::keyClicks(query, QStringLiteral("none is:"));
    QTRY_VERIFY(offered().contains(QStringLiteral("open")));
    QVERIFY(!offered().contains(QStringLiteral("unread")));
    QVERIFY(!offered().contains(QStringLiteral("mine")));
    QTest::keyClick(offers(), Qt::Key_Escape);
}

void TestRuleWindow::theMistakeInAQueryIsUnderlined()
{
    QVERIFY(open(Role::Admin));
    QWidget desk;
    auto *dialog = new RuleDialog(*m_world->workspace, m_world->prompt, {}, &desk);
    dialog->show();
    auto *query = in<QLineEdit>(dialog, "ruleQueryEdit");
    MarkWatch marks;
    query->installEventFilter(&marks);
    QTest::keyClicks(query, QStringLiteral("title:vpn state:burning"));
    // Beginning and end of what cannot be understood, as the text counts them.
    QCOMPARE(marks.last, (Span{16, 23}));
    query->clear();
    QTest::keyClicks(query, QStringLiteral("title:vpn state:open"));
    QCOMPARE(marks.last, Span());
}

void TestRuleWindow::rulesAreOrderedPausedAndDeleted()
{
    QVERIFY(open(Role::Admin));
    for (const char *name : {"one", "two", "three"})
        QVERIFY(keep(name));
    QWidget desk;
    auto *window = new RuleWindow(*m_world->workspace, m_world->prompt, &desk);
    window->show();
    auto *list = in<QListView>(window, "ruleListView");
    QTRY_COMPARE(list->model()->rowCount(), 3);
    list->setCurrentIndex(list->model()->index(1, 0));
    click(window, "ruleUpButton");
    QTRY_COMPARE(names().first(), QStringLiteral("two"));
    QTRY_COMPARE(list->currentIndex().row(), 0); // it stays the one that is meant
    click(window, "rulePauseButton");
    QTRY_VERIFY(!kept().first().active);
    auto *pause = in<Button>(window, "rulePauseButton");
    QTRY_COMPARE(pause->text(), RuleWindow::tr("Let it run"));
    m_world->prompt.answers = {true};
    click(window, "ruleRemoveButton");
    QTRY_COMPARE(names(), (QStringList{QStringLiteral("one"), QStringLiteral("three")}));
    QCOMPARE(m_world->prompt.asked.size(), 1);
}

void TestRuleWindow::agentsReadThemOnly()
{
    QVERIFY(open(Role::Agent));
    QVERIFY(!keep("mine")); // refused before anything is written
    QWidget desk;
    auto *window = new RuleWindow(*m_world->workspace, m_world->prompt, &desk);
    window->show();
    for (const char *name : {"ruleAddButton", "ruleEditButton", "rulePauseButton", "ruleUpButton",
                             "ruleDownButton", "ruleRemoveButton"})
        QVERIFY(in<Button>(window, name)->isHidden());
    auto *list = in<QListView>(window, "ruleListView");
    Q_EMIT list->activated(QModelIndex());
    QVERIFY(!window->findChild<RuleDialog *>());
}

void TestRuleWindow::nothingIsThrownAwayUnasked()
{
    QVERIFY(open(Role::Admin));
    QWidget desk;
    auto *dialog = new RuleDialog(*m_world->workspace, m_world->prompt, {}, &desk);
    dialog->show();
    QTest::keyClicks(in<QLineEdit>(dialog, "ruleNameEdit"), QStringLiteral("Half"));
    dialog->reject();
    QCOMPARE(m_world->prompt.asked.size(), 1);
    QVERIFY(dialog->isVisible());
    in<QLineEdit>(dialog, "ruleNameEdit")->clear();
    dialog->reject();
    QCOMPARE(m_world->prompt.asked.size(), 1);
    QVERIFY(!dialog->isVisible());
}

void TestRuleWindow::theCommandOpensThem()
{
    FacedWindow faced;
    QVERIFY(faced.open(true));
    for (QAction *action : faced.window->agent()->commands()) {
        if (action->objectName() == QLatin1String("desk.rules"))
            action->trigger();
    }
    auto *window = faced.window->findChild<RuleWindow *>();
    QVERIFY(window);
    QVERIFY(window->isVisible());
}

void TestRuleWindow::whatIsPersonalIsKnown()
{
    const auto personal = [](const char *text) {
        return isPersonal(query::parse(QLatin1String(text)).expr);
    };
    QVERIFY(personal("owner:me"));
    QVERIFY(personal("(state:open OR -requester:me)"));
    QVERIFY(personal("has:draft"));
    QVERIFY(!personal("state:open owner:none created<7d vpn"));
    QVERIFY(!personal(""));
}

QTEST_MAIN(TestRuleWindow)
#include "tst_rulewindow.moc"
