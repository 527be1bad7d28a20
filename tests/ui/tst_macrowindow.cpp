// SPDX-License-Identifier: GPL-3.0-or-later
// Macros by keyboard: written, shown before they are run, run on one ticket and on many, undone.
#include "app/composer/composer.h"
#include "app/recipe/macrodialog.h"
#include "app/recipe/macrowindow.h"
#include "app/ticket/bulkpage.h"
#include "app/widgets/banner.h"
#include "app/widgets/button.h"
#include "app/widgets/theme.h"
#include "core/service/outboxservice.h"
#include "tests/ui/facedwindow.h"

#include <QApplication>
#include <QCheckBox>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QPlainTextEdit>
#include <QSpinBox>

using namespace vigie;

class TestMacroWindow final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { applyTheme(*qApp, Scheme::Light); }
    void init()
    {
        QVERIFY(m_faced.open(true));
        m_faced.window->agent()->openTicket(numbered("1042"));
        QVERIFY(QTest::qWaitFor([this] {
            auto *label = page()->findChild<QLabel *>(QStringLiteral("ticketNumberLabel"));
            return label && label->text() == QLatin1String("#1042");
        }));
    }
    void cleanup() { m_faced.close(); }

    void aMacroIsWrittenInItsWindowAndFoundByItsName();
    void whatItWouldDoIsShownBeforeItIsRun();
    void aDraftIsNeverSentAndStays();
    void undoTakesAllOfItBack();
    void theNextTicketOpensWhenTheMacroSaysSo();
    void oneIsRunOnAllThatAreMarked();
    void wordsNobodyWouldCompleteAreNotSaved();
    void nothingIsThrownAwayUnasked();
    void aReminderAndCustomFieldsAreWrittenAndRun();
    void customFieldsWithoutANameAreToldInPlace();
    void whatTheWindowDoesNotShowStays();

private:
    [[nodiscard]] TicketPage *page() const { return m_faced.window->agent()->ticket(); }
    [[nodiscard]] MacroService &macros() const { return m_faced.world->workspace->macros(); }
    [[nodiscard]] TicketId numbered(const char *number) const
    {
        const auto id = UiWorld::await(
            m_faced.world->workspace->tickets().findByNumber(QLatin1String(number)));
        return id && *id ? **id : TicketId();
    }
    [[nodiscard]] TicketView view(const TicketId &id) const
    {
        const auto read = UiWorld::await(m_faced.world->workspace->tickets().open(id));
        return read ? *read : TicketView();
    }
    void press(const char *command) const
    {
        for (QAction *action : page()->commands()) {
            if (action->objectName() == QLatin1String(command))
                action->trigger();
        }
    }
    [[nodiscard]] bool keep(const QString &name, const Recipe &recipe, bool next = false) const
    {
        Macro macro;
        macro.name = name;
        macro.recipe = recipe;
        macro.next = next;
        return UiWorld::await(macros().save(macro)).has_value();
    }
    [[nodiscard]] static Recipe resolving()
    {
        Recipe recipe;
        recipe.state = State::Resolved;
        recipe.addTags = {QStringLiteral("printer")};
        recipe.words = Recipe::Words{MessageKind::Reply,
                                     QStringLiteral("Dear {{requester}}, {{ticket}} is done.")};
        return recipe;
    }
    template<class W>
    [[nodiscard]] W *found() const
    {
        W *window = nullptr;
        return QTest::qWaitFor([&] {
                   return (window = m_faced.window->findChild<W *>()) && window->isVisible();
               })
            ? window
            : nullptr;
    }
    template<class W>
    [[nodiscard]] static W *in(const QWidget *window, const char *name)
    {
        return window->findChild<W *>(QLatin1String(name));
    }
    /// The lines of the preview, once it says that it can be run.
    [[nodiscard]] static QStringList preview(const MacroWindow *window)
    {
        auto *run = in<Button>(window, "macroRunButton");
        if (!QTest::qWaitFor([run] { return run->isEnabled(); }))
            return {};
        QStringList lines;
        for (const QLabel *label :
             in<QWidget>(window, "recipePreview")->findChildren<QLabel *>())
            lines.append(label->text());
        return lines;
    }
    static void click(const QWidget *window, const char *name)
    {
        auto *button = in<Button>(window, name);
        QVERIFY(button);
        QVERIFY(button->isEnabled());
        QTest::mouseClick(button, Qt::LeftButton);
    }
    void runFirst() const
    {
        press("ticket.macro");
        auto *window = found<MacroWindow>();
        QVERIFY(window);
        QVERIFY(!preview(window).isEmpty());
        QTest::keyClick(in<QLineEdit>(window, "macroSearchField"), Qt::Key_Return);
        QVERIFY(QTest::qWaitFor([this] { return !m_faced.window->findChild<MacroWindow *>(); }));
    }

    FacedWindow m_faced;
};

void TestMacroWindow::aMacroIsWrittenInItsWindowAndFoundByItsName()
{
    page()->focusThread();
    auto *thread = page()->findChild<QWidget *>(QStringLiteral("threadView"));
    QTRY_VERIFY(thread->hasFocus());
    QTest::keyClick(thread, Qt::Key_D);
    auto *window = found<MacroWindow>();
    QVERIFY(window);
    QTest::mouseClick(in<Button>(window, "macroAddButton"), Qt::LeftButton);
    auto *dialog = window->findChild<MacroDialog *>();
    QVERIFY(dialog);
    auto *save = in<Button>(dialog, "macroSaveButton");
    QVERIFY(!save->isEnabled());
    QTest::keyClicks(in<QLineEdit>(dialog, "macroNameEdit"), QStringLiteral("Back to the vendor"));
    QVERIFY(!save->isEnabled()); // does nothing yet
    auto *state = in<QComboBox>(dialog, "recipeStateBox");
    state->setCurrentIndex(state->findData(QStringLiteral("waiting-vendor")));
    auto *owner = in<QComboBox>(dialog, "recipeOwnerBox");
    QTRY_VERIFY(owner->findData(recipeMe()) > 0);
    owner->setCurrentIndex(owner->findData(recipeMe()));
    QTest::keyClicks(in<QLineEdit>(dialog, "recipeAddTagsEdit"), QStringLiteral("vendor, toner"));
    in<QCheckBox>(dialog, "macroNextBox")->click();
    QVERIFY(save->isEnabled());
    QTest::mouseClick(save, Qt::LeftButton);
    auto *list = in<QListView>(window, "macroListView");
    QTRY_COMPARE(list->model()->rowCount(), 1);
    const auto kept = UiWorld::await(macros().list());
    QVERIFY(kept && kept->size() == 1);
    QCOMPARE(kept->first().name, QStringLiteral("Back to the vendor"));
    QVERIFY(kept->first().next);
    QCOMPARE(kept->first().recipe.state, std::optional(State::WaitingVendor));
    QCOMPARE(kept->first().recipe.fields.value(QStringLiteral("owner")), recipeMe());
    QCOMPARE(kept->first().recipe.addTags,
             (QStringList{QStringLiteral("vendor"), QStringLiteral("toner")}));
    auto *field = in<QLineEdit>(window, "macroSearchField");
    QTest::keyClicks(field, QStringLiteral("vend"));
    QTRY_COMPARE(list->model()->rowCount(), 1);
    QTest::keyClicks(field, QStringLiteral("x"));
    QTRY_COMPARE(list->model()->rowCount(), 0);
}

void TestMacroWindow::whatItWouldDoIsShownBeforeItIsRun()
{
    QVERIFY(keep(QStringLiteral("Done"), resolving()));
    const Ticket before = view(numbered("1042")).ticket;
    press("ticket.macro");
    auto *window = found<MacroWindow>();
    QVERIFY(window);
    const QString lines = preview(window).join(u'\n');
    QVERIFY2(lines.contains(QStringLiteral("State: ")) && lines.contains(QStringLiteral("→ Resolved")),
             qPrintable(lines));
    QVERIFY2(lines.contains(QStringLiteral("printer")), qPrintable(lines));
    QVERIFY2(lines.contains(QStringLiteral("Dear %1, #1042 is done.").arg(before.requesterName)),
             qPrintable(lines));
    QVERIFY(!in<QWidget>(window, "macroDraftNote")->isVisible());
    QCOMPARE(view(before.id).ticket, before); // looking at it does nothing
    window->close();
    QCOMPARE(view(before.id).ticket, before);
}

void TestMacroWindow::aDraftIsNeverSentAndStays()
{
    QVERIFY(keep(QStringLiteral("Done"), resolving()));
    const TicketId id = numbered("1042");
    press("composer.note");
    auto *note = page()->findChild<QPlainTextEdit *>(QStringLiteral("noteEdit"));
    QTRY_VERIFY(note->hasFocus());
    QTest::keyClicks(note, QStringLiteral("only half a thou"));
    press("ticket.macro");
    auto *window = found<MacroWindow>();
    QVERIFY(window);
    QVERIFY(in<QWidget>(window, "macroDraftNote")->isVisible());
    QVERIFY(!preview(window).isEmpty());
    QTest::mouseClick(in<Button>(window, "macroRunButton"), Qt::LeftButton);
    QTRY_COMPARE(view(id).ticket.state, State::Resolved);
    QCOMPARE(note->toPlainText(), QStringLiteral("only half a thou"));
    int replies = 0;
    for (const MessageView &entry : view(id).thread) {
        QVERIFY(!entry.message.body.contains(QStringLiteral("half a thou")));
        replies += entry.message.body.startsWith(QStringLiteral("Dear ")) ? 1 : 0;
    }
    QCOMPARE(replies, 1);
}

void TestMacroWindow::undoTakesAllOfItBack()
{
    QVERIFY(keep(QStringLiteral("Done"), resolving()));
    const TicketId id = numbered("1042");
    const TicketView before = view(id);
    runFirst();
    QTRY_COMPARE(view(id).ticket.state, State::Resolved);
    QVERIFY(view(id).ticket.tags.contains(QStringLiteral("printer")));
    press("ticket.undo");
    QTRY_COMPARE(view(id).ticket.state, before.ticket.state);
    QTRY_COMPARE(view(id).ticket.tags, before.ticket.tags);
    QTRY_COMPARE(view(id).thread.size(), before.thread.size());
}

void TestMacroWindow::theNextTicketOpensWhenTheMacroSaysSo()
{
    Recipe recipe;
    recipe.addTags = {QStringLiteral("seen")};
    QVERIFY(keep(QStringLiteral("Seen"), recipe, true));
    const auto all = UiWorld::await(m_faced.world->workspace->tickets().ids(
        [] { ListQuery query; query.scope = ListScope::All; return query; }(), 2));
    QVERIFY(all && all->size() == 2);
    const TicketId first = all->first();
    m_faced.window->agent()->openTicket(first);
    QTRY_COMPARE(page()->ticket(), first);
    auto *number = page()->findChild<QLabel *>(QStringLiteral("ticketNumberLabel"));
    QTRY_COMPARE(number->text(), QLatin1Char('#') + QString::number(view(first).ticket.number));
    runFirst();
    QTRY_VERIFY(page()->ticket() != first);
    QTRY_VERIFY(view(first).ticket.tags.contains(QStringLiteral("seen")));
}

void TestMacroWindow::oneIsRunOnAllThatAreMarked()
{
    QVERIFY(keep(QStringLiteral("Done"), resolving()));
    auto *bulk = m_faced.window->findChild<BulkPage *>();
    QVERIFY(bulk);
    const auto all = UiWorld::await(m_faced.world->workspace->tickets().ids(
        [] { ListQuery query; query.scope = ListScope::All; return query; }(), 3));
    QVERIFY(all && all->size() == 3);
    bulk->showTickets(*all, 0);
    bulk->run(QStringLiteral("ticket.macro"));
    auto *window = found<MacroWindow>();
    QVERIFY(window);
    const QString lines = preview(window).join(u'\n');
    auto *run = in<Button>(window, "macroRunButton");
    QVERIFY2(run->text().contains(QLatin1Char('3')), qPrintable(run->text()));
    QVERIFY2(lines.contains(QStringLiteral("3 replies")), qPrintable(lines));
    QTest::mouseClick(run, Qt::LeftButton);
    for (const TicketId &id : *all)
        QTRY_COMPARE(view(id).ticket.state, State::Resolved);
    auto *result = bulk->findChild<Banner *>(QStringLiteral("bulkResult"));
    QTRY_VERIFY(!result->isHidden());
    QVERIFY(result->findChild<QLabel *>()->text().contains(QStringLiteral("3")));
    bulk->run(QStringLiteral("ticket.undo"));
    for (const TicketId &id : *all)
        QTRY_VERIFY(view(id).ticket.state != State::Resolved);
}

void TestMacroWindow::wordsNobodyWouldCompleteAreNotSaved()
{
    auto *dialog = new MacroDialog(*m_faced.world->workspace, m_faced.world->prompt, {},
                                   m_faced.window.get());
    dialog->open();
    QTest::keyClicks(in<QLineEdit>(dialog, "macroNameEdit"), QStringLiteral("Date"));
    const QList<QAbstractButton *> chips =
        in<QWidget>(dialog, "recipeWordsChips")->findChildren<QAbstractButton *>();
    QCOMPARE(chips.size(), 3);
    chips[1]->click();
    in<QPlainTextEdit>(dialog, "recipeBodyEdit")->setPlainText(QStringLiteral("On {{date}}, {{title}}"));
    auto *note = in<QLabel>(dialog, "macroNote");
    QVERIFY(note->isVisible());
    QVERIFY2(note->text().contains(QStringLiteral("{{date}}")), qPrintable(note->text()));
    QVERIFY(!note->text().contains(QStringLiteral("{{title}}")));
    QVERIFY(!in<Button>(dialog, "macroSaveButton")->isEnabled());
    in<QPlainTextEdit>(dialog, "recipeBodyEdit")->setPlainText(QStringLiteral("On {{title}}"));
    QVERIFY(!note->isVisible());
    QVERIFY(in<Button>(dialog, "macroSaveButton")->isEnabled());
    delete dialog;
}

void TestMacroWindow::nothingIsThrownAwayUnasked()
{
    auto *dialog = new MacroDialog(*m_faced.world->workspace, m_faced.world->prompt, {},
                                   m_faced.window.get());
    dialog->open();
    QTest::keyClicks(in<QLineEdit>(dialog, "macroNameEdit"), QStringLiteral("Half"));
    const auto asked = m_faced.world->prompt.asked.size();
    dialog->reject();
    QCOMPARE(m_faced.world->prompt.asked.size(), asked + 1);
    QVERIFY(dialog->isVisible());
    delete dialog;
}

void TestMacroWindow::aReminderAndCustomFieldsAreWrittenAndRun()
{
    Macro kept;
    auto *dialog = new MacroDialog(*m_faced.world->workspace, m_faced.world->prompt, {},
                                   m_faced.window.get());
    connect(dialog, &MacroDialog::saved, this, [&kept](const Macro &macro) { kept = macro; });
    dialog->open();
    QTest::keyClicks(in<QLineEdit>(dialog, "macroNameEdit"), QStringLiteral("Look again"));
    auto *wake = in<QComboBox>(dialog, "recipeWakeBox");
    auto *count = in<QSpinBox>(dialog, "recipeWakeCount");
    QVERIFY(!count->isVisible());
    wake->setCurrentIndex(wake->findData(int(WakeAfter::Kind::Days)));
    QVERIFY(count->isVisible());
    count->setValue(2);
    click(dialog, "recipeCustomAddButton");
    QTest::keyClicks(in<QLineEdit>(dialog, "recipeCustomName"), QStringLiteral("Room"));
    QTest::keyClicks(in<QLineEdit>(dialog, "recipeCustomValue"), QStringLiteral("C 3"));
    click(dialog, "macroSaveButton");
    QTRY_VERIFY(!kept.id.isNull());
    QCOMPARE(kept.recipe.wake, std::optional(WakeAfter{WakeAfter::Kind::Days, 2}));
    QCOMPARE(kept.recipe.fields, (QMap<QString, QString>{{QStringLiteral("cf.Room"), QStringLiteral("C 3")}}));
    // It is shown as a moment before it is run, and that moment is what is set.
    const qint64 before = QDateTime::currentMSecsSinceEpoch();
    press("ticket.macro");
    auto *window = found<MacroWindow>();
    QVERIFY(window);
    const QString lines = preview(window).join(u'\n');
    QVERIFY2(lines.contains(QStringLiteral("Reminder: never →")), qPrintable(lines));
    QVERIFY2(lines.contains(QStringLiteral("C 3")), qPrintable(lines));
    QTest::keyClick(in<QLineEdit>(window, "macroSearchField"), Qt::Key_Return);
    const TicketId id = numbered("1042");
    QTRY_VERIFY(view(id).ticket.pendingUntil > 0);
    const Ticket after = view(id).ticket;
    QCOMPARE(after.custom.value(QStringLiteral("Room")), QStringLiteral("C 3"));
    const qint64 expected = wakeMoment(*kept.recipe.wake, officeHours(), before);
    QVERIFY(after.pendingUntil >= expected);
    QVERIFY(after.pendingUntil <= expected + 10 * 60'000);
}

void TestMacroWindow::customFieldsWithoutANameAreToldInPlace()
{
    Macro macro;
    macro.name = QStringLiteral("Room");
    macro.recipe.fields = {{QStringLiteral("cf.Room"), QStringLiteral("B 12")}};
    auto *dialog = new MacroDialog(*m_faced.world->workspace, m_faced.world->prompt, macro,
                                   m_faced.window.get());
    dialog->open();
    auto *name = in<QLineEdit>(dialog, "recipeCustomName");
    QCOMPARE(name->text(), QStringLiteral("Room"));
    QCOMPARE(in<QLineEdit>(dialog, "recipeCustomValue")->text(), QStringLiteral("B 12"));
    QVERIFY(in<Button>(dialog, "macroSaveButton")->isEnabled());
    name->selectAll();
    QTest::keyClick(name, Qt::Key_Delete);
    auto *note = in<QLabel>(dialog, "macroNote");
    QVERIFY(note->isVisible());
    QVERIFY(!in<Button>(dialog, "macroSaveButton")->isEnabled());
    QTest::keyClicks(name, QStringLiteral("Floor"));
    QVERIFY(!note->isVisible());
    click(dialog, "recipeCustomAddButton");
    const QList<QLineEdit *> names = dialog->findChildren<QLineEdit *>(QStringLiteral("recipeCustomName"));
    QCOMPARE(names.size(), 2);
    QTest::keyClicks(names[1], QStringLiteral("Floor"));
    QVERIFY(note->isVisible()); // twice
    const auto drops =
        dialog->findChildren<QAbstractButton *>(QStringLiteral("recipeCustomRemoveButton"));
    drops[1]->click();
    QVERIFY(!note->isVisible());
    QVERIFY(in<Button>(dialog, "macroSaveButton")->isEnabled());
    delete dialog;
}

void TestMacroWindow::whatTheWindowDoesNotShowStays()
{
    Macro macro;
    macro.name = QStringLiteral("Question");
    macro.recipe.fields = {{QStringLiteral("kind"), QStringLiteral("question")},
                           {QStringLiteral("cf.Room"), QString()}};
    macro.recipe.wake = WakeAfter{WakeAfter::Kind::Never, 1};
    Macro kept;
    auto *dialog = new MacroDialog(*m_faced.world->workspace, m_faced.world->prompt, macro,
                                   m_faced.window.get());
    connect(dialog, &MacroDialog::saved, this, [&kept](const Macro &saved) { kept = saved; });
    dialog->open();
    auto *owner = in<QComboBox>(dialog, "recipeOwnerBox");
    QTRY_VERIFY(owner->count() > 2); // names arrived and were filled in
    click(dialog, "macroSaveButton");
    QTRY_VERIFY(!kept.id.isNull());
    QCOMPARE(kept.recipe, macro.recipe);
}

QTEST_MAIN(TestMacroWindow)
#include "tst_macrowindow.moc"
