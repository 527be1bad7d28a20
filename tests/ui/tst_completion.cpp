// SPDX-License-Identifier: GPL-3.0-or-later
// Completion while a message is written: canned texts, people, tickets.
#include "app/composer/cannedtextdialog.h"
#include "app/composer/cannedtextlist.h"
#include "app/composer/messageedit.h"
#include "app/queue/queuepage.h"
#include "app/requests/requestspage.h"
#include "app/shell/agentscreen.h"
#include "app/text/enumtext.h"
#include "app/widgets/offerdelegate.h"
#include "app/widgets/theme.h"
#include "core/service/snippetservice.h"
#include "tests/ui/uisample.h"

#include <QAbstractButton>
#include <QAction>
#include <QContextMenuEvent>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QMenu>
#include <QTest>

using namespace vigie;

class TestCompletion final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { applyTheme(*qApp, Scheme::Light); }
    void init() { m_world = std::make_unique<UiWorld>(); }
    void cleanup();

    void aCannedTextIsFoundByKeywordTitleAndWords_data();
    void aCannedTextIsFoundByKeywordTitleAndWords();
    void aCannedTextIsPutInWithItsPlaceholdersAndOneUndoTakesItBack();
    void tabWalksThroughThePlaceholdersNobodyFilledIn();
    void aPersonIsMentionedWithTheKeyboardAlone();
    void aTicketIsFoundByNumberAndByWordsOfItsTitle();
    void escapeClosesTheListForThisWordAndNotForTheNext();
    void theListIsTakenFromWithTheMouse();
    void anythingElseIsJustWritten();
    void inCodeNothingIsOffered();
    void whoHasNoCannedTextIsLedToTheFirst();
    void markedWordsBecomeACannedText();
    void aKeywordThatIsTakenIsToldBeforeSaving();
    void cannedTextsAreChangedAndDeleted();
    void leavingAnUnsavedCannedTextAsksFirst();
    void aRequesterIsOfferedTheirOwnRequestsAndNothingElse();
    void withSeveralTicketsMarkedNoCannedTextIsOpened();

private:
    [[nodiscard]] bool openAgent();
    [[nodiscard]] bool keep(const QString &keyword, const QString &title, const QString &body);
    [[nodiscard]] MessageEdit *edit() const
    {
        return m_page->findChild<MessageEdit *>(QStringLiteral("replyEdit"));
    }
    [[nodiscard]] QListView *popup() const
    {
        return qobject_cast<QListView *>(QApplication::activePopupWidget());
    }
    /// The rows that are offered; empty while nothing is.
    [[nodiscard]] QStringList offered() const;
    /// As the keyboard does: what is open hears a key first.
    void press(int key, Qt::KeyboardModifiers modifiers = {});
    void type(const QString &text);
    [[nodiscard]] QMenu *openMenu();
    template<class D>
    [[nodiscard]] D *dialog() const
    {
        D *found = nullptr;
        for (D *one : m_page->findChildren<D *>()) {
            if (one->isVisible())
                found = one;
        }
        return found;
    }
    template<class W>
    [[nodiscard]] static W *in(QWidget *parent, const char *name)
    {
        return parent->findChild<W *>(QLatin1String(name));
    }

    std::unique_ptr<UiWorld> m_world;
    std::unique_ptr<QWidget> m_page;
};

void TestCompletion::cleanup()
{
    if (QWidget *open = QApplication::activePopupWidget())
        open->close();
    m_page.reset();
    m_world.reset();
}

bool TestCompletion::openAgent()
{
    fillAgent(*m_world);
    auto screen =
        std::make_unique<AgentScreen>(*m_world->workspace, m_world->prompt, nullptr);
    screen->resize(1400, 800);
    screen->show();
    screen->activateWindow();
    screen->queue()->showScope(ListScope::All);
    m_page = std::move(screen);
    return QTest::qWaitForWindowActive(m_page.get()) && QTest::qWaitFor([this] {
        const auto *number = in<QLabel>(m_page.get(), "ticketNumberLabel");
        return number && !number->text().isEmpty() && !edit()->isReadOnly();
    });
}

bool TestCompletion::keep(const QString &keyword, const QString &title, const QString &body)
{
    Snippet snippet;
    snippet.keyword = keyword;
    snippet.title = title;
    snippet.body = body;
    return UiWorld::await(m_world->workspace->snippets().save(snippet)).has_value();
}

QStringList TestCompletion::offered() const
{
    QStringList titles;
    if (const QListView *list = popup()) {
        for (int row = 0; row < list->model()->rowCount(); ++row)
            titles.append(list->model()->index(row, 0).data().toString());
    }
    return titles;
}

void TestCompletion::press(int key, Qt::KeyboardModifiers modifiers)
{
    QWidget *open = QApplication::activePopupWidget();
    QTest::keyClick(open ? open : edit(), Qt::Key(key), modifiers);
}

void TestCompletion::type(const QString &text)
{
    if (!QApplication::activePopupWidget()) {
        m_page->activateWindow(); // a window that closed had the keyboard
        edit()->setFocus();
        QTRY_VERIFY(edit()->hasFocus());
    }
    for (const QChar c : text) {
        QWidget *open = QApplication::activePopupWidget();
        if (c == QLatin1Char('\n'))
            press(Qt::Key_Return);
        else
            QTest::keyClicks(open ? open : edit(), QString(c));
    }
}

QMenu *TestCompletion::openMenu()
{
    QContextMenuEvent event(QContextMenuEvent::Keyboard, QPoint(5, 5),
                            edit()->mapToGlobal(QPoint(5, 5)));
    QApplication::sendEvent(edit()->viewport(), &event);
    return m_page->findChild<QMenu *>(QStringLiteral("messageMenu"));
}

void TestCompletion::aCannedTextIsFoundByKeywordTitleAndWords_data()
{
    QTest::addColumn<QString>("typed");
    QTest::addColumn<QStringList>("found");
    const QString reset = QStringLiteral("Réinitialiser le mot de passe");
    const QString thanks = QStringLiteral("Thank you");
    const QString phone = QStringLiteral("Call us");
    const auto row = [](const char *typed, const QStringList &found) {
        QTest::newRow(typed) << QString::fromUtf8(typed) << found;
    };
    row("::", {phone, reset, thanks});
    row("::mdp", {reset});
    row("::MD", {reset});
    row("::reinit", {reset});
    row("::mot pas", {reset});
    row("::patience", {thanks});
    row("::pa", {reset}); // of a text three letters are wanted
    row("::zzz", {});
}

void TestCompletion::aCannedTextIsFoundByKeywordTitleAndWords()
{
    QFETCH(QString, typed);
    QFETCH(QStringList, found);
    QVERIFY(openAgent());
    QVERIFY(keep(QStringLiteral("mdp"), QStringLiteral("Réinitialiser le mot de passe"),
                 QStringLiteral("Go to the portal.")));
    QVERIFY(keep(QStringLiteral("thx"), QStringLiteral("Thank you"),
                 QStringLiteral("Thank you for your patience.")));
    QVERIFY(keep(QStringLiteral("tel"), QStringLiteral("Call us"), QStringLiteral("Dial 9")));
    type(QStringLiteral("::"));
    QTRY_COMPARE(offered().size(), 3); // they are here
    type(typed.mid(2));
    QCOMPARE(offered(), found);
    QCOMPARE(edit()->toPlainText(), typed);
    QVERIFY(edit()->hasFocus());
}

void TestCompletion::aCannedTextIsPutInWithItsPlaceholdersAndOneUndoTakesItBack()
{
    QVERIFY(openAgent());
    QVERIFY(keep(QStringLiteral("hello"), QStringLiteral("Greeting"),
                 QStringLiteral("Hello {{requester}},\n\nabout {{ticket}} “{{title}}”.\n{{agent}}")));
    type(QStringLiteral("So.\n::hel"));
    QTRY_COMPARE(offered(), QStringList{QStringLiteral("Greeting")});
    const QModelIndex row = popup()->model()->index(0, 0);
    QCOMPARE(row.data(OfferDelegate::MeaningRole).toString(), QStringLiteral("::hello"));
    QVERIFY(row.data(OfferDelegate::SecondLineRole).toString().startsWith(QStringLiteral("Hello")));
    QVERIFY(row.data(Qt::AccessibleTextRole).toString().contains(QStringLiteral("Greeting")));
    QVERIFY(!popup()->accessibleName().isEmpty());
    press(Qt::Key_Return);
    QVERIFY(!popup());
    const QString title = m_page->findChild<QLabel *>(QStringLiteral("ticketNumberLabel"))->text();
    const QString written = edit()->toPlainText();
    QVERIFY2(written.startsWith(QStringLiteral("So.\nHello Anna Œhler,\n\nabout %1 “").arg(title)),
             qPrintable(written));
    QVERIFY(written.endsWith(QStringLiteral("”.\nBen Lefèvre")));
    QCOMPARE(edit()->textCursor().position(), int(written.size()));
    QTest::keyClick(edit(), Qt::Key_Z, Qt::ControlModifier);
    QCOMPARE(edit()->toPlainText(), QStringLiteral("So.\n::hel"));
    QVERIFY(!popup());
}

void TestCompletion::tabWalksThroughThePlaceholdersNobodyFilledIn()
{
    QVERIFY(openAgent());
    QVERIFY(keep(QStringLiteral("visit"), QStringLiteral("Visit"),
                 QStringLiteral("We come on {{date}} to {{room}}, {{requester}}.")));
    type(QStringLiteral("::vis"));
    QTRY_VERIFY(popup());
    press(Qt::Key_Tab);
    QCOMPARE(edit()->textCursor().selectedText(), QStringLiteral("{{date}}"));
    type(QStringLiteral("Monday"));
    QTest::keyClick(edit(), Qt::Key_Tab);
    QCOMPARE(edit()->textCursor().selectedText(), QStringLiteral("{{room}}"));
    type(QStringLiteral("B 12"));
    QCOMPARE(edit()->toPlainText(), QStringLiteral("We come on Monday to B 12, Anna Œhler."));
    QTest::keyClick(edit(), Qt::Key_Tab); // nothing is left: on to the next control
    QVERIFY(!edit()->hasFocus());
}

void TestCompletion::aPersonIsMentionedWithTheKeyboardAlone()
{
    QVERIFY(openAgent());
    type(QStringLiteral("Ask @oeh"));
    QTRY_COMPARE(offered(), QStringList{QStringLiteral("Anna Œhler")});
    QVERIFY(edit()->hasFocus());
    press(Qt::Key_Tab);
    QCOMPARE(edit()->toPlainText(), QStringLiteral("Ask @Anna Œhler "));
    type(QStringLiteral("or @b"));
    QTRY_COMPARE(offered(), QStringList{QStringLiteral("Ben Lefèvre")});
    press(Qt::Key_Enter);
    QCOMPARE(edit()->toPlainText(), QStringLiteral("Ask @Anna Œhler or @Ben Lefèvre "));
}

void TestCompletion::aTicketIsFoundByNumberAndByWordsOfItsTitle()
{
    QVERIFY(openAgent());
    type(QStringLiteral("as in #1045"));
    QTRY_COMPARE(offered(), QStringList{QStringLiteral("VPN disconnects every ten minutes")});
    QCOMPARE(popup()->model()->index(0, 0).data(OfferDelegate::MeaningRole).toString(),
             QStringLiteral("#1045"));
    press(Qt::Key_Return);
    type(QStringLiteral("and #printer pag"));
    QTRY_VERIFY(!offered().isEmpty());
    QCOMPARE(offered().first(), QStringLiteral("The printer on floor 2 prints blank pages"));
    press(Qt::Key_Return);
    QCOMPARE(edit()->toPlainText(), QStringLiteral("as in #1045 and #1042 "));
}

void TestCompletion::escapeClosesTheListForThisWordAndNotForTheNext()
{
    QVERIFY(openAgent());
    type(QStringLiteral("@b"));
    QTRY_VERIFY(popup());
    press(Qt::Key_Escape);
    QVERIFY(!popup());
    type(QStringLiteral("e"));
    QVERIFY(!popup());
    QCOMPARE(edit()->toPlainText(), QStringLiteral("@be"));
    type(QStringLiteral(" @b"));
    QTRY_VERIFY(popup());
    press(Qt::Key_Escape);
    // The same place with another word.
    for (int i = 0; i < 2; ++i)
        press(Qt::Key_Backspace);
    type(QStringLiteral("@b"));
    QTRY_VERIFY(popup());
}

void TestCompletion::theListIsTakenFromWithTheMouse()
{
    QVERIFY(openAgent());
    QVERIFY(keep(QStringLiteral("aa"), QStringLiteral("First"), QStringLiteral("one")));
    QVERIFY(keep(QStringLiteral("ab"), QStringLiteral("Second"), QStringLiteral("two")));
    type(QStringLiteral("::a"));
    QTRY_COMPARE(offered().size(), 2);
    QListView *list = popup();
    QTest::mouseClick(list->viewport(), Qt::LeftButton, {},
                      list->visualRect(list->model()->index(1, 0)).center());
    QCOMPARE(edit()->toPlainText(), QStringLiteral("two"));
    QVERIFY(!popup());
    // Up from the first row is the last.
    type(QStringLiteral(" ::a"));
    QTRY_VERIFY(popup());
    press(Qt::Key_Up);
    QCOMPARE(popup()->currentIndex().row(), 1);
    press(Qt::Key_Down);
    press(Qt::Key_Return);
    QCOMPARE(edit()->toPlainText(), QStringLiteral("two one"));
}

void TestCompletion::anythingElseIsJustWritten()
{
    QVERIFY(openAgent());
    QVERIFY(keep(QStringLiteral("mail"), QStringLiteral("Mail"), QStringLiteral("m")));
    const QString text = QStringLiteral("anna@example.org C# std::mail 12::30 # Head\n@zzz\n::nothing\n");
    type(text);
    QCOMPARE(edit()->toPlainText(), text);
    QVERIFY(!popup());
}

void TestCompletion::inCodeNothingIsOffered()
{
    QVERIFY(openAgent());
    QVERIFY(keep(QStringLiteral("mail"), QStringLiteral("Mail"), QStringLiteral("m")));
    type(QStringLiteral("::m"));
    QTRY_VERIFY(popup());
    press(Qt::Key_Escape);
    type(QStringLiteral(" `::m"));
    QVERIFY(!popup());
    type(QStringLiteral("` ::m"));
    QVERIFY(popup());
}

void TestCompletion::whoHasNoCannedTextIsLedToTheFirst()
{
    QVERIFY(openAgent());
    type(QStringLiteral("Hi ::"));
    QTRY_COMPARE(offered().size(), 1);
    press(Qt::Key_Return);
    QCOMPARE(edit()->toPlainText(), QStringLiteral("Hi "));
    QTRY_VERIFY(dialog<CannedTextDialog>());
    auto *window = dialog<CannedTextDialog>();
    auto *save = in<QAbstractButton>(window, "cannedSaveButton");
    QVERIFY(!save->isEnabled());
    in<QLineEdit>(window, "cannedTitleEdit")->insert(QStringLiteral("Réseau: 2 steps"));
    QCOMPARE(in<QLineEdit>(window, "cannedKeywordEdit")->text(), QStringLiteral("reseau-2-steps"));
    in<QPlainTextEdit>(window, "cannedBodyEdit")->setPlainText(QStringLiteral("Unplug it."));
    QVERIFY(save->isEnabled());
    save->click();
    QTRY_VERIFY(!dialog<CannedTextDialog>());
    type(QStringLiteral("::res"));
    QTRY_COMPARE(offered(), QStringList{QStringLiteral("Réseau: 2 steps")});
}

void TestCompletion::markedWordsBecomeACannedText()
{
    QVERIFY(openAgent());
    QMenu *menu = openMenu();
    QVERIFY(menu);
    QVERIFY(!in<QAction>(menu, "saveCannedAction")->isEnabled());
    menu->close();
    QTRY_VERIFY(!m_page->findChild<QMenu *>(QStringLiteral("messageMenu")));
    type(QStringLiteral("two\nlines"));
    edit()->selectAll();
    menu = openMenu();
    QVERIFY(menu);
    in<QAction>(menu, "saveCannedAction")->trigger();
    menu->close();
    QTRY_VERIFY(dialog<CannedTextDialog>());
    QCOMPARE(in<QPlainTextEdit>(dialog<CannedTextDialog>(), "cannedBodyEdit")->toPlainText(),
             QStringLiteral("two\nlines"));
}

void TestCompletion::aKeywordThatIsTakenIsToldBeforeSaving()
{
    QVERIFY(openAgent());
    QVERIFY(keep(QStringLiteral("reseau"), QStringLiteral("Network"), QStringLiteral("n")));
    CannedTextList::write(m_world->workspace->snippets(), m_world->prompt, {}, m_page.get());
    QTRY_VERIFY(dialog<CannedTextDialog>());
    auto *window = dialog<CannedTextDialog>();
    in<QPlainTextEdit>(window, "cannedBodyEdit")->setPlainText(QStringLiteral("b"));
    QTest::keyClicks(in<QLineEdit>(window, "cannedTitleEdit"), QStringLiteral("T"));
    auto *keyword = in<QLineEdit>(window, "cannedKeywordEdit");
    auto *note = in<QLabel>(window, "cannedNote");
    auto *save = in<QAbstractButton>(window, "cannedSaveButton");
    keyword->clear();
    keyword->insert(QStringLiteral("Réseau"));
    QVERIFY(note->isVisible() && note->text().contains(QStringLiteral("Network")));
    QVERIFY(!save->isEnabled());
    QTest::keyClicks(keyword, QStringLiteral(" 2"));
    QVERIFY(note->isVisible() && note->text().contains(QStringLiteral("spaces")));
    keyword->clear();
    QTest::keyClicks(keyword, QStringLiteral("other"));
    QVERIFY(!note->isVisible());
    QVERIFY(save->isEnabled());
}

void TestCompletion::cannedTextsAreChangedAndDeleted()
{
    QVERIFY(openAgent());
    QVERIFY(keep(QStringLiteral("aa"), QStringLiteral("First"), QStringLiteral("one")));
    QVERIFY(keep(QStringLiteral("bb"), QStringLiteral("Second"), QStringLiteral("two {{x}}")));
    m_page->findChild<QAction *>(QStringLiteral("composer.cannedTexts"))->trigger();
    auto *list = dialog<CannedTextList>();
    QVERIFY(list);
    auto *view = in<QListView>(list, "cannedListView");
    QTRY_COMPARE(view->model()->rowCount(), 2);
    QTest::keyClicks(in<QLineEdit>(list, "cannedSearchField"), QStringLiteral("sec"));
    QTRY_COMPARE(view->model()->rowCount(), 1);
    in<QAbstractButton>(list, "cannedEditButton")->click();
    QTRY_VERIFY(dialog<CannedTextDialog>());
    auto *window = dialog<CannedTextDialog>();
    auto *title = in<QLineEdit>(window, "cannedTitleEdit");
    QCOMPARE(title->text(), QStringLiteral("Second"));
    title->end(false);
    QTest::keyClicks(title, QStringLiteral(" one"));
    QCOMPARE(in<QLineEdit>(window, "cannedKeywordEdit")->text(), QStringLiteral("bb")); // stays
    in<QAbstractButton>(window, "cannedSaveButton")->click();
    QTRY_COMPARE(view->model()->index(0, 0).data().toString(), QStringLiteral("Second one"));
    in<QLineEdit>(list, "cannedSearchField")->clear();
    QTRY_COMPARE(view->model()->rowCount(), 2);
    // Enter in the field inserts what stands on top.
    QTest::keyClick(in<QLineEdit>(list, "cannedSearchField"), Qt::Key_Down);
    in<QAbstractButton>(list, "cannedInsertButton")->click();
    QCOMPARE(edit()->toPlainText(), QStringLiteral("two {{x}}"));
    QCOMPARE(edit()->textCursor().selectedText(), QStringLiteral("{{x}}"));

    m_page->findChild<QAction *>(QStringLiteral("composer.cannedTexts"))->trigger();
    list = dialog<CannedTextList>();
    QVERIFY(list);
    view = in<QListView>(list, "cannedListView");
    QTRY_COMPARE(view->model()->rowCount(), 2);
    m_world->prompt.answers = {false, true};
    auto *remove = in<QAbstractButton>(list, "cannedRemoveButton");
    remove->click(); // changed their mind
    QCOMPARE(m_world->prompt.asked.size(), 1);
    QVERIFY(m_world->prompt.asked.first().dangerous);
    QCOMPARE(view->model()->rowCount(), 2);
    remove->click();
    QTRY_COMPARE(view->model()->rowCount(), 1);
    QCOMPARE(view->model()->index(0, 0).data().toString(), QStringLiteral("Second one"));
}

void TestCompletion::leavingAnUnsavedCannedTextAsksFirst()
{
    QVERIFY(openAgent());
    CannedTextList::write(m_world->workspace->snippets(), m_world->prompt, {}, m_page.get());
    QTRY_VERIFY(dialog<CannedTextDialog>());
    auto *window = dialog<CannedTextDialog>();
    in<QPlainTextEdit>(window, "cannedBodyEdit")->setPlainText(QStringLiteral("Long words"));
    m_world->prompt.answers = {false};
    window->reject();
    QCOMPARE(m_world->prompt.asked.size(), 1);
    QVERIFY(window->isVisible());
    m_world->prompt.answers = {true};
    window->reject();
    QVERIFY(!window->isVisible());
}

void TestCompletion::aRequesterIsOfferedTheirOwnRequestsAndNothingElse()
{
    fillEmployee(*m_world);
    m_page = std::make_unique<RequestsPage>(*m_world->workspace, m_world->prompt,
                                            m_world->systemClock, nullptr);
    m_page->resize(1200, 800);
    m_page->show();
    m_page->activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(m_page.get()));
    QTRY_VERIFY(edit() && edit()->isVisible() && !edit()->isReadOnly());
    type(QStringLiteral("#laptop bat"));
    QTRY_COMPARE(offered(), QStringList{QStringLiteral("Laptop battery lasts twenty minutes")});
    press(Qt::Key_Return);
    QCOMPARE(edit()->toPlainText(), QStringLiteral("#1044 "));
    type(QStringLiteral("@a"));
    QVERIFY(!popup());
    type(QStringLiteral(" ::"));
    QVERIFY(!popup());
    QMenu *menu = openMenu();
    QVERIFY(menu);
    QVERIFY(!in<QAction>(menu, "saveCannedAction"));
    menu->close();
    m_page->findChild<QAction *>(QStringLiteral("composer.cannedTexts"))->trigger();
    QVERIFY(!dialog<CannedTextList>());
}

void TestCompletion::withSeveralTicketsMarkedNoCannedTextIsOpened()
{
    QVERIFY(openAgent());
    auto *action = m_page->findChild<QAction *>(QStringLiteral("composer.cannedTexts"));
    QVERIFY(action->isEnabled());
    m_page->findChild<QAction *>(QStringLiteral("queue.mark"))->trigger();
    QTRY_VERIFY(!action->isEnabled());
}

QTEST_MAIN(TestCompletion)
#include "tst_completion.moc"
