// SPDX-License-Identifier: GPL-3.0-or-later
// What was begun and not sent: all of it in one place, and from there back to where it was.
#include "app/composer/composer.h"
#include "app/outbox/draftheap.h"
#include "app/requests/requestspage.h"
#include "app/requests/requestview.h"
#include "app/widgets/banner.h"
#include "app/widgets/button.h"
#include "app/widgets/elidedlabel.h"
#include "app/widgets/theme.h"
#include "core/service/draftservice.h"
#include "tests/ui/facedwindow.h"

#include <QJsonArray>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QSignalSpy>

using namespace vigie;

class TestDrafts final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { applyTheme(*qApp, Scheme::Light); }
    void cleanup() { m_faced.close(); }

    void everythingBegunIsListed();
    void templatesAndEmptyDraftsAreNone();
    void aNoteGoesOnAsANote();
    void theKeyboardIsInTheNoteWhenNothingWasOnScreenBefore();
    void anEscalationGoesOnInItsSheetAndLeavesItWhenDiscarded();
    void anAnswerOfTheirOwnGoesOnInTheirRequests();
    void aReportGoesOnInItsForm();
    void whatIsDiscardedLeavesTheOpenEditorAndComesBack();
    void whatWasWrittenSinceIsNotOverwritten();
    void aDraftWithoutItsTicketCanOnlyBeDiscarded();

private:
    [[nodiscard]] DraftService &drafts() const { return m_faced.world->workspace->drafts(); }
    [[nodiscard]] bool keep(const QString &place, const QJsonObject &content) const
    {
        return UiWorld::await(drafts().save(place, content)).has_value();
    }
    [[nodiscard]] bool keepWords(const QString &place, const char *words) const
    {
        return keep(place, {{QStringLiteral("body"), QLatin1String(words)}});
    }
    [[nodiscard]] QString wordsAt(const QString &place) const
    {
        const auto content = UiWorld::await(drafts().load(place));
        return content ? content->value(QLatin1String("body")).toString() : QString();
    }
    [[nodiscard]] TicketId shown() const { return m_faced.window->agent()->ticket()->ticket(); }
    void openOutbox() { m_faced.window->showPage(QStringLiteral("outbox")); }
    [[nodiscard]] DraftHeap *heap() const { return m_faced.window->findChild<DraftHeap *>(); }
    [[nodiscard]] QList<QWidget *> cards() const
    {
        QList<QWidget *> shownCards;
        for (auto *card : heap()->findChildren<QWidget *>(QStringLiteral("draftCard"))) {
            if (card->isVisible())
                shownCards.append(card);
        }
        return shownCards;
    }
    [[nodiscard]] bool listed(int count) const
    {
        return QTest::qWaitFor([&] { return heap() && heap()->count() == count; });
    }
    [[nodiscard]] static QStringList linesOf(const QWidget *card)
    {
        QStringList lines;
        for (const auto *label : card->findChildren<ElidedLabel *>())
            lines.append(label->text());
        return lines;
    }
    [[nodiscard]] static Button *button(const QWidget *card, const char *name)
    {
        return card->findChild<Button *>(QLatin1String(name));
    }
    [[nodiscard]] Banner *strip() const
    {
        for (auto *banner : m_faced.window->findChildren<Banner *>()) {
            if (banner->isVisible())
                return banner;
        }
        return nullptr;
    }
    [[nodiscard]] QPlainTextEdit *editor(const char *name) const
    {
        return m_faced.window->findChild<QPlainTextEdit *>(QLatin1String(name));
    }

    FacedWindow m_faced;
};

void TestDrafts::everythingBegunIsListed()
{
    QVERIFY(m_faced.open(true));
    const QString id = shown().text();
    QVERIFY(keep(QStringLiteral("reply/") + id,
                 {{QStringLiteral("body"), QStringLiteral("First line\nsecond line")},
                  {QStringLiteral("files"), QJsonArray{1, 2}}}));
    QVERIFY(keepWords(QStringLiteral("note/") + id, "Only for us"));
    QVERIFY(keep(QStringLiteral("report/new"),
                 {{QStringLiteral("title"), QStringLiteral("My mouse")},
                  {QStringLiteral("shots"), QJsonArray{1}}}));
    openOutbox();
    QVERIFY(listed(3));
    QStringList all;
    for (const QWidget *card : cards())
        all += linesOf(card).join(QLatin1Char('|'));
    const auto rows = UiWorld::await(m_faced.world->workspace->tickets().rows({shown()}));
    QVERIFY(rows && !rows->isEmpty());
    const QString title = rows->first().title;
    QVERIFY2(all.contains(QStringLiteral("Answer: %1|2 file(s) · First line second line").arg(title)),
             qPrintable(all.join(QLatin1Char('\n'))));
    QVERIFY(all.contains(QStringLiteral("Internal note: %1|Only for us").arg(title)));
    QVERIFY(all.contains(QStringLiteral("Report: My mouse|1 file(s)")));
}

void TestDrafts::templatesAndEmptyDraftsAreNone()
{
    QVERIFY(m_faced.open(true));
    QVERIFY(keep(QStringLiteral("report/saved/1"), {{QStringLiteral("name"), QStringLiteral("x")}}));
    QVERIFY(keepWords(QStringLiteral("reply/") + shown().text(), "  \n"));
    QVERIFY(keepWords(QStringLiteral("note/nonsense"), "words"));
    QVERIFY(keepWords(QStringLiteral("elsewhere"), "words"));
    openOutbox();
    QVERIFY(heap());
    QSignalSpy counted(heap(), &DraftHeap::counted);
    heap()->read();
    QVERIFY(counted.count() > 0 || counted.wait());
    QCOMPARE(heap()->count(), 0);
    QVERIFY(!heap()->isVisible());
}

void TestDrafts::aNoteGoesOnAsANote()
{
    QVERIFY(m_faced.open(true));
    // Another ticket is shown by now.
    const auto all = UiWorld::await(m_faced.world->workspace->tickets().ids(
        [] { ListQuery query; query.scope = ListScope::All; return query; }(), 10));
    QVERIFY(all && all->size() > 1);
    const TicketId other = all->first() == shown() ? all->at(1) : all->first();
    QVERIFY(keepWords(QStringLiteral("note/") + other.text(), "Only for us"));
    openOutbox();
    QVERIFY(listed(1));
    QTest::mouseClick(button(cards().first(), "draftResumeButton"), Qt::LeftButton);
    QCOMPARE(m_faced.window->currentPage(), QStringLiteral("queue"));
    QTRY_COMPARE(shown(), other);
    auto *note = editor("noteEdit");
    QVERIFY(note);
    QTRY_VERIFY(note->isVisible());
    QTRY_COMPARE(note->toPlainText(), QStringLiteral("Only for us"));
    QTRY_COMPARE(m_faced.window->focusWidget(), note); // the words may come before the ticket does
}

void TestDrafts::theKeyboardIsInTheNoteWhenNothingWasOnScreenBefore()
{
    QVERIFY(m_faced.open(true));
    const TicketId id = shown();
    QVERIFY(keepWords(QStringLiteral("note/") + id.text(), "Only for us"));
    openOutbox();
    QVERIFY(listed(1));
    m_faced.window->agent()->ticket()->clear(); // the page has to be read before it can be seen
    QTest::mouseClick(button(cards().first(), "draftResumeButton"), Qt::LeftButton);
    auto *note = editor("noteEdit");
    QVERIFY(note);
    QTRY_VERIFY(note->isVisible());
    QTRY_COMPARE(m_faced.window->focusWidget(), note); // the words may come before the ticket does
}

void TestDrafts::anEscalationGoesOnInItsSheetAndLeavesItWhenDiscarded()
{
    QVERIFY(m_faced.open(true));
    const TicketId id = shown();
    QVERIFY(keep(QStringLiteral("escalate/") + id.text(),
                 {{QStringLiteral("level"), QStringLiteral("L3")},
                  {QStringLiteral("why"), QStringLiteral("needs the core switch")}}));
    openOutbox();
    QVERIFY(listed(1));
    QVERIFY(linesOf(cards().first()).contains(QStringLiteral("needs the core switch")));
    QTest::mouseClick(button(cards().first(), "draftResumeButton"), Qt::LeftButton);
    auto *sheet = m_faced.window->findChild<QWidget *>(QStringLiteral("escalateSheet"));
    QVERIFY(sheet);
    QTRY_VERIFY(sheet->isVisible());
    auto *why = sheet->findChild<QLineEdit *>(QStringLiteral("escalateReasonEdit"));
    QVERIFY(why);
    QTRY_COMPARE(why->text(), QStringLiteral("needs the core switch"));
    openOutbox();
    QVERIFY(listed(1));
    QTest::mouseClick(button(cards().first(), "draftDiscardButton"), Qt::LeftButton);
    QVERIFY(listed(0));
    QTRY_VERIFY(why->text().isEmpty());
}

void TestDrafts::anAnswerOfTheirOwnGoesOnInTheirRequests()
{
    QVERIFY(m_faced.open(false));
    const auto rows = UiWorld::await(m_faced.world->workspace->tickets().list([this] {
        ListQuery query;
        query.me = m_faced.world->workspace->me().id;
        return query;
    }()));
    QVERIFY(rows && !rows->isEmpty());
    const TicketId own = rows->first().id;
    QVERIFY(keepWords(QStringLiteral("reply/") + own.text(), "It hums again"));
    openOutbox();
    QVERIFY(listed(1));
    QTest::mouseClick(button(cards().first(), "draftResumeButton"), Qt::LeftButton);
    QCOMPARE(m_faced.window->currentPage(), QStringLiteral("requests"));
    QTRY_COMPARE(m_faced.window->requests()->view()->ticket(), own);
    QTRY_VERIFY(editor("replyEdit"));
    QTRY_COMPARE(editor("replyEdit")->toPlainText(), QStringLiteral("It hums again"));
}

void TestDrafts::aReportGoesOnInItsForm()
{
    QVERIFY(m_faced.open(false));
    QVERIFY(keep(QStringLiteral("report/new"), {{QStringLiteral("details"), QStringLiteral("Smoke")}}));
    openOutbox();
    QVERIFY(listed(1));
    // The form asks before it is emptied, and knows about its pictures.
    QVERIFY(!button(cards().first(), "draftDiscardButton")->isVisible());
    QTest::mouseClick(button(cards().first(), "draftResumeButton"), Qt::LeftButton);
    QCOMPARE(m_faced.window->currentPage(), QStringLiteral("report"));
}

void TestDrafts::whatIsDiscardedLeavesTheOpenEditorAndComesBack()
{
    QVERIFY(m_faced.open(true));
    auto *reply = editor("replyEdit");
    QVERIFY(reply);
    QTRY_VERIFY(reply->isVisible() && !reply->isReadOnly());
    reply->setFocus();
    QTest::keyClicks(reply, QStringLiteral("Use the stairs"));
    const QString place = QStringLiteral("reply/") + shown().text();
    QTRY_COMPARE(wordsAt(place), QStringLiteral("Use the stairs"));
    openOutbox();
    QVERIFY(listed(1));
    QTest::mouseClick(button(cards().first(), "draftDiscardButton"), Qt::LeftButton);
    QVERIFY(listed(0));
    QTRY_COMPARE(reply->toPlainText(), QString());
    QVERIFY(wordsAt(place).isEmpty());
    QTRY_VERIFY(strip());
    QTest::mouseClick(strip()->actionButton(), Qt::LeftButton);
    QVERIFY(listed(1));
    QTRY_COMPARE(reply->toPlainText(), QStringLiteral("Use the stairs"));
    QCOMPARE(wordsAt(place), QStringLiteral("Use the stairs"));
}

void TestDrafts::whatWasWrittenSinceIsNotOverwritten()
{
    QVERIFY(m_faced.open(true));
    const QString place = QStringLiteral("note/") + shown().text();
    QVERIFY(keepWords(place, "Old"));
    openOutbox();
    QVERIFY(listed(1));
    QTest::mouseClick(button(cards().first(), "draftDiscardButton"), Qt::LeftButton);
    QVERIFY(listed(0));
    QVERIFY(keepWords(place, "New"));
    QTRY_VERIFY(strip());
    QTest::mouseClick(strip()->actionButton(), Qt::LeftButton);
    QVERIFY(listed(1));
    QCOMPARE(wordsAt(place), QStringLiteral("New"));
    QTRY_VERIFY(strip() && strip()->text().contains(QLatin1String("stays as it is")));
}

void TestDrafts::aDraftWithoutItsTicketCanOnlyBeDiscarded()
{
    QVERIFY(m_faced.open(true));
    QVERIFY(keepWords(QStringLiteral("reply/") + TicketId(QUuid::createUuid()).text(), "Words"));
    openOutbox();
    QVERIFY(listed(1));
    QVERIFY(!button(cards().first(), "draftResumeButton")->isEnabled());
    QTest::mouseClick(button(cards().first(), "draftDiscardButton"), Qt::LeftButton);
    QVERIFY(listed(0));
}

QTEST_MAIN(TestDrafts)
#include "tst_drafts.moc"
