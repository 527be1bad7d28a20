// SPDX-License-Identifier: GPL-3.0-or-later
// Writing to a ticket: to whom it goes, the form of words, spelling, and where one was.
#include "app/composer/composer.h"
#include "app/composer/draftsheet.h"
#include "app/composer/messageedit.h"
#include "app/widgets/theme.h"
#include "core/service/spellingservice.h"
#include "tests/ui/uisample.h"

#include <QAbstractButton>
#include <QAction>
#include <QContextMenuEvent>
#include <QDir>
#include <QFile>
#include <QLabel>
#include <QMenu>
#include <QTest>

using namespace vigie;

class TestComposer final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void cleanup();

    void theButtonSaysToWhomItGoes_data();
    void theButtonSaysToWhomItGoes();
    void theListOfReadersNamesThemAndIsNoMarkup();
    void aRequesterWritesToTheirContact();
    void aGapThatNobodyFilledInIsAskedAbout();
    void aNoteLooksLikeNothingThatLeaves_data();
    void aNoteLooksLikeNothingThatLeaves();
    void keysGiveWordsTheirForm_data();
    void keysGiveWordsTheirForm();
    void aFormIsOneStepOfUndo();
    void everyFormHasAButtonWithWords();
    void enterGoesOnWithAList();
    void aWrongWordIsUnderlinedOnceItIsWritten();
    void codeAndQuotationsAreNotCorrected();
    void theMenuOffersOtherWords();
    void ownWordsStayAndIgnoredOnesDoNot();
    void theLanguageIsFoundOutOrChosen();
    void f7GoesFromOneToTheNext();
    void withoutADictionaryTheMenuSaysHowToGetOne();
    void aDraftRemembersWhereOneWas();
    void aMessageThatWentIsNoDraftAgain();

private:
    void makeDictionary(const char *language, const QByteArray &words);
    [[nodiscard]] bool compose(bool asStaff = true, const QList<Reader> &readers = {});
    [[nodiscard]] MessageEdit *edit(const char *name = "replyEdit") const
    {
        return m_composer->findChild<MessageEdit *>(QLatin1String(name));
    }
    [[nodiscard]] QAbstractButton *send() const
    {
        return m_composer->findChild<QAbstractButton *>(QStringLiteral("sendMessageButton"));
    }
    void write(const QString &text);
    [[nodiscard]] QStringList marked() const;
    [[nodiscard]] QMenu *menuAt(int position);
    [[nodiscard]] static QStringList offeredIn(const QMenu *menu);

    std::unique_ptr<QTemporaryDir> m_dictionaries;
    std::unique_ptr<UiWorld> m_world;
    std::unique_ptr<Composer> m_composer;
    Ticket m_ticket;
};

void TestComposer::makeDictionary(const char *language, const QByteArray &words)
{
    const QString base = m_dictionaries->filePath(QLatin1String(language));
    QFile affixes(base + QStringLiteral(".aff"));
    QVERIFY(affixes.open(QIODevice::WriteOnly));
    affixes.write("SET UTF-8\nTRY esianrtolcdugmphbyfvkwz\n");
    QFile dictionary(base + QStringLiteral(".dic"));
    QVERIFY(dictionary.open(QIODevice::WriteOnly));
    const QList<QByteArray> all = words.split(' ');
    dictionary.write(QByteArray::number(all.size()) + '\n');
    for (const QByteArray &word : all)
        dictionary.write(word + '\n');
}

void TestComposer::initTestCase()
{
    applyTheme(*qApp, Scheme::Light);
    m_dictionaries = std::make_unique<QTemporaryDir>();
    makeDictionary("en_US", "the printer is out of paper please and wait well known");
    makeDictionary("fr", "le la papier imprimante est vide attendez et un peu");
}

void TestComposer::init()
{
    qputenv("DICPATH", m_dictionaries->path().toUtf8());
    m_world = std::make_unique<UiWorld>();
    UiWorld &world = *m_world;
    m_ticket = world.ticket(QStringLiteral("Printer"), world.desk, 1041);
    QVERIFY(world.say(world.directory() << world.told(m_ticket)));
    QVERIFY(world.enter(world.ben));
}

void TestComposer::cleanup()
{
    m_composer.reset();
    m_world.reset();
}

bool TestComposer::compose(bool asStaff, const QList<Reader> &readers)
{
    m_composer = std::make_unique<Composer>(*m_world->workspace, m_world->prompt, nullptr);
    m_composer->resize(720, 260);
    ComposeTarget target;
    target.ticket = m_ticket.id;
    target.requesterName = QStringLiteral("Anna & Co");
    target.asStaff = asStaff;
    target.readers = readers;
    m_composer->setTarget(target);
    m_composer->show();
    m_composer->activateWindow();
    return QTest::qWaitForWindowActive(m_composer.get())
        && QTest::qWaitFor([this] { return !edit()->isReadOnly(); });
}

void TestComposer::write(const QString &text)
{
    edit()->setFocus();
    for (const QChar c : text) {
        if (c == QLatin1Char('\n'))
            QTest::keyClick(edit(), Qt::Key_Return);
        else
            QTest::keyClicks(edit(), QString(c));
    }
}

QStringList TestComposer::marked() const
{
    QStringList words;
    const QList<QTextEdit::ExtraSelection> marks = edit()->extraSelections();
    for (const QTextEdit::ExtraSelection &mark : marks) {
        if (mark.format.underlineStyle() == QTextCharFormat::WaveUnderline)
            words.append(mark.cursor.selectedText());
    }
    return words;
}

QMenu *TestComposer::menuAt(int position)
{
    QTextCursor cursor(edit()->document());
    cursor.setPosition(position);
    edit()->setTextCursor(cursor);
    QContextMenuEvent event(QContextMenuEvent::Keyboard, QPoint(5, 5),
                            edit()->mapToGlobal(QPoint(5, 5)));
    QApplication::sendEvent(edit()->viewport(), &event);
    return edit()->findChild<QMenu *>(QStringLiteral("messageMenu"));
}

QStringList TestComposer::offeredIn(const QMenu *menu)
{
    QStringList words;
    const QList<QAction *> actions = menu->actions();
    for (const QAction *action : actions) {
        if (action->objectName() == QLatin1String("suggestionAction"))
            words.append(action->text());
    }
    return words;
}

// ---- to whom ---------------------------------------------------------------------------------

void TestComposer::theButtonSaysToWhomItGoes_data()
{
    QTest::addColumn<QList<bool>>("outside"); // one for each reader
    QTest::addColumn<QString>("button");
    QTest::addColumn<QString>("sentence");
    QTest::newRow("one") << QList<bool>{false} << QStringLiteral("Send reply to Reader 1")
                         << QStringLiteral("Reader 1 will read this");
    QTest::newRow("one outside") << QList<bool>{true} << QStringLiteral("Send reply to Reader 1, outside")
                                 << QStringLiteral("Reader 1, who is outside, will read this");
    QTest::newRow("three") << QList<bool>{false, false, false} << QStringLiteral("Send to 3 people")
                           << QStringLiteral("3 people will read this");
    QTest::newRow("three, one outside")
        << QList<bool>{false, true, false} << QStringLiteral("Send to 3 people, 1 outside")
        << QStringLiteral("3 people will read this, 1 of them outside");
    QTest::newRow("nobody known") << QList<bool>{} << QStringLiteral("Send reply to Anna && Co")
                                  << QStringLiteral("Anna & Co will read this");
}

void TestComposer::theButtonSaysToWhomItGoes()
{
    QFETCH(QList<bool>, outside);
    QFETCH(QString, button);
    QFETCH(QString, sentence);
    QList<Reader> readers;
    for (const bool one : outside) {
        Reader reader;
        reader.name = QStringLiteral("Reader %1").arg(readers.size() + 1);
        reader.outside = one;
        readers.append(reader);
    }
    QVERIFY(compose(true, readers));
    QCOMPARE(send()->text(), button);
    auto *audience = m_composer->findChild<QLabel *>(QStringLiteral("audienceLabel"));
    QCOMPARE(audience->text(), sentence);
    QVERIFY(edit()->accessibleName().contains(sentence));
    m_composer->findChild<QAbstractButton *>(QStringLiteral("noteTab"))->click();
    QCOMPARE(send()->text(), QStringLiteral("Add note"));
    QVERIFY(send()->toolTip().contains(QStringLiteral("colleagues")));
    QVERIFY(!audience->text().contains(QStringLiteral("Reader")));
}

void TestComposer::theListOfReadersNamesThemAndIsNoMarkup()
{
    Reader requester;
    requester.name = QStringLiteral("<b>Zoë</b>");
    requester.requester = true;
    Reader watcher;
    watcher.name = QStringLiteral("Max");
    watcher.email = QStringLiteral("max@partner.net");
    watcher.outside = true;
    QVERIFY(compose(true, {requester, watcher, Reader()}));
    const QString list = send()->toolTip();
    QVERIFY(list.contains(QStringLiteral("&lt;b&gt;Zoë")));
    QVERIFY(list.contains(QStringLiteral("Max")) && list.contains(QStringLiteral("max@partner.net")));
    QVERIFY(list.contains(QStringLiteral("1 person")));
    QCOMPARE(send()->text(), QStringLiteral("Send to 3 people, 1 outside"));
}

void TestComposer::aRequesterWritesToTheirContact()
{
    QVERIFY(compose(false));
    QCOMPARE(send()->text(), QStringLiteral("Send reply to Anna && Co"));
    // The form of words and the spelling are there for everybody.
    edit()->setPlainText(QStringLiteral("word"));
    edit()->selectAll();
    QTest::keyClick(edit(), Qt::Key_B, Qt::ControlModifier);
    QCOMPARE(edit()->toPlainText(), QStringLiteral("**word**"));
    write(QStringLiteral(" pritner "));
    QTRY_VERIFY(marked().contains(QStringLiteral("pritner")));
}

void TestComposer::aGapThatNobodyFilledInIsAskedAbout()
{
    QVERIFY(compose());
    FakePrompt &prompt = m_world->prompt;
    edit()->setPlainText(QStringLiteral("Use `{{x}}`. We come on {{date}}."));
    prompt.answers = {false, true};
    send()->click();
    QCOMPARE(prompt.asked.size(), 1);
    QVERIFY(prompt.asked.first().title.contains(QStringLiteral("{{date}}")));
    QVERIFY(!edit()->isReadOnly());
    QVERIFY(edit()->toPlainText().endsWith(QStringLiteral("{{date}}.")));
    send()->click();
    QCOMPARE(prompt.asked.size(), 2);
    QTRY_VERIFY(edit()->toPlainText().isEmpty());
    edit()->setPlainText(QStringLiteral("Use `{{x}}`."));
    send()->click();
    QTRY_VERIFY(edit()->toPlainText().isEmpty());
    QCOMPARE(prompt.asked.size(), 2);
}

void TestComposer::aNoteLooksLikeNothingThatLeaves_data()
{
    QTest::addColumn<Scheme>("scheme");
    QTest::newRow("light") << Scheme::Light;
    QTest::newRow("dark") << Scheme::Dark;
}

void TestComposer::aNoteLooksLikeNothingThatLeaves()
{
    QFETCH(Scheme, scheme);
    applyTheme(*qApp, scheme);
    QVERIFY(compose());
    const auto at = [this](int x, int y) { return m_composer->grab().toImage().pixelColor(x, y); };
    const QPoint ground(20, m_composer->height() - 6);
    const QPoint edge(1, m_composer->height() / 2);
    const QPoint button = send()->mapTo(m_composer.get(), QPoint(send()->width() / 2, 4));
    edit("noteEdit")->setPlainText(QStringLiteral("x"));
    edit()->setPlainText(QStringLiteral("x"));
    const QList<QColor> reply{at(ground.x(), ground.y()), at(edge.x(), edge.y()),
                              at(button.x(), button.y())};
    m_composer->findChild<QAbstractButton *>(QStringLiteral("noteTab"))->click();
    const QPoint noteButton = send()->mapTo(m_composer.get(), QPoint(send()->width() / 2, 4));
    const QList<QColor> note{at(ground.x(), ground.y()), at(edge.x(), edge.y()),
                             at(noteButton.x(), noteButton.y())};
    applyTheme(*qApp, Scheme::Light);
    for (int i = 0; i < 3; ++i)
        QVERIFY2(reply[i] != note[i], qPrintable(QString::number(i)));
    QVERIFY(contrast(note[1], note[0]) >= 3); // the edge is seen
}

// ---- the form of words -----------------------------------------------------------------------

void TestComposer::keysGiveWordsTheirForm_data()
{
    QTest::addColumn<int>("key");
    QTest::addColumn<bool>("shift");
    QTest::addColumn<QString>("written");
    QTest::newRow("bold") << int(Qt::Key_B) << false << QStringLiteral("**one two**");
    QTest::newRow("italic") << int(Qt::Key_I) << false << QStringLiteral("*one two*");
    QTest::newRow("code") << int(Qt::Key_M) << true << QStringLiteral("`one two`");
    QTest::newRow("link") << int(Qt::Key_K) << true << QStringLiteral("[one two](https://)");
    QTest::newRow("list") << int(Qt::Key_8) << true << QStringLiteral("- one two");
    QTest::newRow("numbers") << int(Qt::Key_7) << true << QStringLiteral("1. one two");
    QTest::newRow("quotation") << int(Qt::Key_9) << true << QStringLiteral("> one two");
}

void TestComposer::keysGiveWordsTheirForm()
{
    QFETCH(int, key);
    QFETCH(bool, shift);
    QFETCH(QString, written);
    QVERIFY(compose());
    edit()->setFocus();
    edit()->setPlainText(QStringLiteral("one two"));
    edit()->selectAll();
    const Qt::KeyboardModifiers modifiers = shift ? Qt::ControlModifier | Qt::ShiftModifier
                                                  : Qt::KeyboardModifiers(Qt::ControlModifier);
    QTest::keyClick(edit(), Qt::Key(key), modifiers);
    QCOMPARE(edit()->toPlainText(), written);
    if (key == Qt::Key_K)
        return; // the address is selected now
    QTest::keyClick(edit(), Qt::Key(key), modifiers);
    QCOMPARE(edit()->toPlainText(), QStringLiteral("one two"));
}

void TestComposer::aFormIsOneStepOfUndo()
{
    QVERIFY(compose());
    write(QStringLiteral("one\ntwo"));
    edit()->selectAll();
    QTest::keyClick(edit(), Qt::Key_8, Qt::ControlModifier | Qt::ShiftModifier);
    QCOMPARE(edit()->toPlainText(), QStringLiteral("- one\n- two"));
    QTest::keyClick(edit(), Qt::Key_Z, Qt::ControlModifier);
    QCOMPARE(edit()->toPlainText(), QStringLiteral("one\ntwo"));
}

void TestComposer::everyFormHasAButtonWithWords()
{
    QVERIFY(compose());
    auto *bar = m_composer->findChild<QWidget *>(QStringLiteral("formatBar"));
    QVERIFY(bar && bar->isVisible());
    const auto buttons = bar->findChildren<QAbstractButton *>();
    QCOMPARE(buttons.size(), 6);
    for (const QAbstractButton *button : buttons) {
        QVERIFY(!button->accessibleName().isEmpty() && !button->icon().isNull());
        QVERIFY(button->toolTip().contains(QLatin1Char('('))); // with its keys
    }
    edit()->setPlainText(QStringLiteral("word"));
    edit()->selectAll();
    bar->findChild<QAbstractButton *>(QStringLiteral("composer.boldButton"))->click();
    QCOMPARE(edit()->toPlainText(), QStringLiteral("**word**"));
    QVERIFY(edit()->hasFocus());
    // In a note it is the note's words.
    m_composer->findChild<QAbstractButton *>(QStringLiteral("noteTab"))->click();
    QTRY_VERIFY(!edit("noteEdit")->isReadOnly());
    bar->findChild<QAbstractButton *>(QStringLiteral("composer.italicButton"))->click();
    QCOMPARE(edit("noteEdit")->toPlainText(), QStringLiteral("**"));
    QCOMPARE(edit()->toPlainText(), QStringLiteral("**word**"));
}

void TestComposer::enterGoesOnWithAList()
{
    QVERIFY(compose());
    write(QStringLiteral("- one\ntwo\n\nend"));
    QCOMPARE(edit()->toPlainText(), QStringLiteral("- one\n- two\nend"));
    edit()->clear();
    write(QStringLiteral("1. one\ntwo"));
    QTest::keyClick(edit(), Qt::Key_Z, Qt::ControlModifier);
    QVERIFY(edit()->toPlainText().startsWith(QStringLiteral("1. one")));
}

// ---- spelling --------------------------------------------------------------------------------

void TestComposer::aWrongWordIsUnderlinedOnceItIsWritten()
{
    QVERIFY(compose());
    write(QStringLiteral("the pritner is out"));
    QTRY_COMPARE(marked(), QStringList{QStringLiteral("pritner")});
    write(QStringLiteral(" of papr"));
    QTRY_COMPARE(marked(), QStringList{QStringLiteral("pritner")}); // still being written
    write(QStringLiteral(" "));
    QTRY_COMPARE(marked(), (QStringList{QStringLiteral("pritner"), QStringLiteral("papr")}));
    QVERIFY(edit()->toPlainText().endsWith(QStringLiteral("papr ")));
}

void TestComposer::codeAndQuotationsAreNotCorrected()
{
    QVERIFY(compose());
    edit()->setPlainText(QStringLiteral(
        "the prin `tre` and\n> qoted\nwait@exmple.org #tikcet @Nam Surnam http://exmple.org/x\n"
        "PRNT42 PRNT a1b2 file.txt C:\\wrng\n```\ncde\n```\nplease"));
    QTRY_COMPARE(marked(), QStringList{QStringLiteral("prin")});
}

void TestComposer::theMenuOffersOtherWords()
{
    QVERIFY(compose());
    edit()->setPlainText(QStringLiteral("the pritner is out"));
    QTRY_COMPARE(marked().size(), 1);
    QMenu *menu = menuAt(6);
    QVERIFY(menu);
    QTRY_VERIFY(offeredIn(menu).contains(QStringLiteral("printer")));
    for (QAction *action : menu->actions()) {
        if (action->text() == QLatin1String("printer"))
            action->trigger();
    }
    menu->close();
    QCOMPARE(edit()->toPlainText(), QStringLiteral("the printer is out"));
    QTRY_VERIFY(marked().isEmpty());
    QTest::keyClick(edit(), Qt::Key_Z, Qt::ControlModifier);
    QCOMPARE(edit()->toPlainText(), QStringLiteral("the pritner is out"));
}

void TestComposer::ownWordsStayAndIgnoredOnesDoNot()
{
    QVERIFY(compose());
    edit()->setPlainText(QStringLiteral("the vigie and zanzib is out"));
    QTRY_COMPARE(marked().size(), 2);
    QMenu *menu = menuAt(6);
    QVERIFY(menu);
    menu->findChild<QAction *>(QStringLiteral("spellingAddAction"))->trigger();
    menu->close();
    QTRY_COMPARE(marked(), QStringList{QStringLiteral("zanzib")});
    QTRY_VERIFY(!edit()->findChild<QMenu *>(QStringLiteral("messageMenu")));
    menu = menuAt(16);
    QVERIFY(menu);
    menu->findChild<QAction *>(QStringLiteral("spellingIgnoreAction"))->trigger();
    menu->close();
    QTRY_VERIFY(marked().isEmpty());

    m_composer.reset();
    QVERIFY(m_world->restart());
    QVERIFY(compose());
    edit()->setPlainText(QStringLiteral("the vigie and zanzib is out"));
    QTRY_COMPARE(marked(), QStringList{QStringLiteral("zanzib")});
}

void TestComposer::theLanguageIsFoundOutOrChosen()
{
    QVERIFY(compose());
    SpellingService &spelling = m_world->workspace->spelling();
    QVERIFY(UiWorld::await(spelling.choose(QStringLiteral("fr"))).has_value());
    edit()->setPlainText(QStringLiteral("la imprimante est out"));
    QTRY_COMPARE(marked(), QStringList{QStringLiteral("out")});
    QVERIFY(UiWorld::await(spelling.choose(QStringLiteral("en_US"))).has_value());
    QTRY_COMPARE(marked(), (QStringList{QStringLiteral("la"), QStringLiteral("imprimante"),
                                        QStringLiteral("est")}));
    QMenu *menu = menuAt(21);
    QVERIFY(menu);
    auto *languages = menu->findChild<QMenu *>(QStringLiteral("spellingLanguageMenu"));
    QVERIFY(languages);
    QCOMPARE(languages->findChildren<QAction *>(QRegularExpression(QStringLiteral("^spelling\\."))).size(), 4);
    languages->findChild<QAction *>(QStringLiteral("spelling.off"))->trigger();
    menu->close();
    QTRY_VERIFY(marked().isEmpty());
    // The choice stays.
    m_composer.reset();
    QVERIFY(m_world->restart());
    const auto choice = UiWorld::await(m_world->workspace->spelling().choice());
    QVERIFY(choice.has_value());
    QCOMPARE(choice->languages, (QStringList{QStringLiteral("en_US"), QStringLiteral("fr")}));
    QTRY_COMPARE(UiWorld::await(m_world->workspace->spelling().choice())->chosen, QStringLiteral("off"));
}

void TestComposer::f7GoesFromOneToTheNext()
{
    QVERIFY(compose());
    edit()->setPlainText(QStringLiteral("the pritner is outt of paper"));
    edit()->moveCursor(QTextCursor::Start);
    edit()->setFocus();
    const auto open = [this] { return edit()->findChild<QMenu *>(QStringLiteral("spellingMenu")); };
    const auto closed = [&open] {
        open()->close();
        return QTest::qWaitFor([&open] { return !open(); });
    };
    QTest::keyClick(edit(), Qt::Key_F7);
    QTRY_VERIFY(open());
    QCOMPARE(edit()->textCursor().selectedText(), QStringLiteral("pritner"));
    QTRY_VERIFY(offeredIn(open()).contains(QStringLiteral("printer")));
    QVERIFY(open()->activeAction());
    QVERIFY(closed());
    QTest::keyClick(edit(), Qt::Key_F7);
    QTRY_VERIFY(open());
    QCOMPARE(edit()->textCursor().selectedText(), QStringLiteral("outt"));
    QVERIFY(closed());
    QTest::keyClick(edit(), Qt::Key_F7); // and round again
    QTRY_VERIFY(open());
    QCOMPARE(edit()->textCursor().selectedText(), QStringLiteral("pritner"));
    QVERIFY(closed());
}

void TestComposer::withoutADictionaryTheMenuSaysHowToGetOne()
{
    const QTemporaryDir empty;
    qputenv("DICPATH", empty.path().toUtf8());
    QVERIFY(compose());
    const auto choice = UiWorld::await(m_world->workspace->spelling().choice());
    QVERIFY(choice && choice->languages.isEmpty());
    edit()->setPlainText(QStringLiteral("pritner"));
    edit()->setFocus();
    const auto how = [](QMenu &menu) {
        return menu.findChild<QAction *>(QStringLiteral("spellingHowAction"));
    };
    QTRY_VERIFY(how(*std::unique_ptr<QMenu>(menuAt(2))));
    QVERIFY(marked().isEmpty());
    how(*std::unique_ptr<QMenu>(menuAt(2)))->trigger();
    QCOMPARE(m_world->prompt.told.size(), 1);
    m_composer->findChild<QAction *>(QStringLiteral("composer.spelling"))->trigger();
    QTRY_COMPARE(m_world->prompt.told.size(), 2);
}

// ---- where one was ---------------------------------------------------------------------------

void TestComposer::aDraftRemembersWhereOneWas()
{
    QVERIFY(compose());
    write(QStringLiteral("one two three"));
    QTextCursor cursor(edit()->document());
    cursor.setPosition(7);
    cursor.setPosition(4, QTextCursor::KeepAnchor);
    edit()->setTextCursor(cursor);
    const QString place = QStringLiteral("reply/") + m_ticket.id.text();
    const auto kept = [&] {
        const auto content = UiWorld::await(m_world->workspace->drafts().load(place));
        return content ? content->value(QLatin1String("cursor")).toInt(-1) : -1;
    };
    QTRY_COMPARE(kept(), 4);
    // What a kill leaves is what is on the disk: nothing is told to the old window any more.
    m_composer.reset();
    QVERIFY(m_world->restart());
    QVERIFY(compose());
    QCOMPARE(edit()->toPlainText(), QStringLiteral("one two three"));
    QCOMPARE(edit()->textCursor().position(), 4);
    QCOMPARE(edit()->textCursor().anchor(), 7);
    QTest::keyClicks(edit(), QStringLiteral("2"));
    QCOMPARE(edit()->toPlainText(), QStringLiteral("one 2 three"));
}

void TestComposer::aMessageThatWentIsNoDraftAgain()
{
    QVERIFY(compose());
    write(QStringLiteral("gone"));
    edit()->moveCursor(QTextCursor::Start);
    send()->click();
    QTRY_VERIFY(edit()->toPlainText().isEmpty());
    // Longer than the cursor's rest: it must not bring the words back.
    QTRY_VERIFY(!edit()->isReadOnly());
    const QDeadlineTimer rest(900);
    QTRY_VERIFY(rest.hasExpired());
    const auto places = UiWorld::await(m_world->workspace->drafts().places());
    QVERIFY(places && places->isEmpty());
}

QTEST_MAIN(TestComposer)
#include "tst_composer.moc"
