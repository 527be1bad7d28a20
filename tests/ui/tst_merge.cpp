// SPDX-License-Identifier: GPL-3.0-or-later
// Two tickets that go on as one: asked for by key, shown as one conversation, taken apart again.
#include "app/composer/composer.h"
#include "app/ticket/bulkpage.h"
#include "app/ticket/fieldpill.h"
#include "app/ticket/threaditem.h"
#include "app/ticket/ticketpicker.h"
#include "app/widgets/banner.h"
#include "app/widgets/button.h"
#include "app/widgets/theme.h"
#include "tests/ui/facedwindow.h"

#include <QAbstractItemView>
#include <QApplication>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QMenu>

using namespace vigie;

class TestMerge final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { applyTheme(*qApp, Scheme::Light); }
    void init() { QVERIFY(m_faced.open(true)); }
    void cleanup() { m_faced.close(); }

    void aKeyOffersTheOtherTicketsOfTheSamePerson();
    void theMergedTicketSaysWhereItGoesOn();
    void theOtherTicketShowsBothConversationsInTheOrderOfTime();
    void whatWasMergedIsTakenApartFromEitherSide();
    void undoTakesApartWhatWasMerged();
    void aTicketIsFoundByItsNumberAndNeverOfferedToItself();
    void markedTicketsGoOnInOneOfThem();
    void theQueryFindsMergedTickets();

private:
    [[nodiscard]] TicketPage *page() const { return m_faced.window->agent()->ticket(); }
    template<class W>
    [[nodiscard]] W *child(const char *name) const
    {
        return page()->findChild<W *>(QLatin1String(name));
    }
    void press(const char *command) const
    {
        for (QAction *action : page()->commands()) {
            if (action->objectName() == QLatin1String(command))
                action->trigger();
        }
    }
    [[nodiscard]] TicketPicker *picker() const
    {
        const auto *open = m_faced.window.get();
        TicketPicker *asks = nullptr;
        const bool found =
            QTest::qWaitFor([&] { return (asks = open->findChild<TicketPicker *>()) != nullptr; });
        return found ? asks : nullptr;
    }
    [[nodiscard]] Ticket at(const TicketId &id) const
    {
        const auto view = UiWorld::await(m_faced.world->workspace->tickets().open(id));
        return view ? view->ticket : Ticket();
    }
    [[nodiscard]] TicketId numbered(const char *number) const
    {
        const auto id = UiWorld::await(
            m_faced.world->workspace->tickets().findByNumber(QLatin1String(number)));
        return id && *id ? **id : TicketId();
    }
    void show(const TicketId &id) const
    {
        m_faced.window->agent()->openTicket(id);
        const QString number = QLatin1Char('#') + QString::number(at(id).number);
        QVERIFY(QTest::qWaitFor([&] {
            auto *label = child<QLabel>("ticketNumberLabel");
            return label && label->text() == number;
        }));
    }
    /// Through the command, the picker's list and its button.
    void merge(const char *number, const char *into) const
    {
        show(numbered(number));
        press("ticket.merge");
        TicketPicker *asks = picker();
        QVERIFY(asks);
        auto *field = asks->findChild<QLineEdit *>(QStringLiteral("ticketPickField"));
        QTest::keyClicks(field, QLatin1String(into));
        auto *list = asks->findChild<QListWidget *>(QStringLiteral("ticketPickList"));
        QVERIFY(QTest::qWaitFor([&] {
            return list->count() == 1 && list->item(0)->text().contains(QLatin1String(into));
        }));
        QTest::keyClick(field, Qt::Key_Return);
        const TicketId id = numbered(number);
        const TicketId target = numbered(into);
        QVERIFY(QTest::qWaitFor([&] { return at(id).merged.into == target; }));
    }
    /// An entry of the pill's menu, built as opening it does, or of a menu in it.
    [[nodiscard]] bool choose(const char *pill, const char *entry) const
    {
        QMenu *menu = child<FieldPill>(pill)->menu();
        Q_EMIT menu->aboutToShow();
        QList<QAction *> actions = menu->actions();
        for (QAction *action : menu->actions()) {
            if (action->menu())
                actions += action->menu()->actions();
        }
        for (QAction *action : std::as_const(actions)) {
            if (action->objectName() == QLatin1String(entry)) {
                action->trigger();
                return true;
            }
        }
        return false;
    }
    /// The conversation as the page shows it.
    [[nodiscard]] QList<ThreadItem> shown(const TicketId &id) const
    {
        const auto view = UiWorld::await(m_faced.world->workspace->tickets().open(id));
        return view ? threadItems(*view, false, namesOf(*view), m_faced.world->systemClock.nowMs())
                    : QList<ThreadItem>();
    }

    FacedWindow m_faced;
};

void TestMerge::aKeyOffersTheOtherTicketsOfTheSamePerson()
{
    show(numbered("1042"));
    page()->focusThread();
    auto *thread = child<QWidget>("threadView");
    QVERIFY(QTest::qWaitFor([&] { return thread->hasFocus(); }));
    QTest::keyClick(thread, Qt::Key_M, Qt::ShiftModifier);
    TicketPicker *asks = picker();
    QVERIFY(asks);
    auto *list = asks->findChild<QListWidget *>(QStringLiteral("ticketPickList"));
    QCOMPARE(list->count(), 4); // her five open ones without this one
    for (int row = 0; row < list->count(); ++row)
        QVERIFY2(!list->item(row)->text().contains(QLatin1String("#1042")),
                 qPrintable(list->item(row)->text()));
    auto *field = asks->findChild<QLineEdit *>(QStringLiteral("ticketPickField"));
    QVERIFY(field->hasFocus());
    QTest::keyClick(field, Qt::Key_Escape);
    QVERIFY(at(numbered("1042")).merged.into.isNull());
}

void TestMerge::theMergedTicketSaysWhereItGoesOn()
{
    merge("1042", "1043");
    auto *banner = child<Banner>("mergedBanner");
    QVERIFY(QTest::qWaitFor([&] { return banner->isVisible(); }));
    QVERIFY2(banner->text().contains(QLatin1String("#1043")), qPrintable(banner->text()));
    QVERIFY(page()->findChild<Composer *>()->isVisible()); // what was begun stays within reach
    QCOMPARE(at(numbered("1042")).state, State::Closed);
    QTest::mouseClick(banner->actionButton(), Qt::LeftButton);
    QVERIFY(QTest::qWaitFor([&] { return page()->ticket() == numbered("1043"); }));
    QVERIFY(QTest::qWaitFor([&] { return !banner->isVisible(); }));
    QVERIFY(page()->findChild<Composer *>()->isVisible());
}

void TestMerge::theOtherTicketShowsBothConversationsInTheOrderOfTime()
{
    merge("1043", "1042");
    show(numbered("1042"));
    const QList<ThreadItem> items = shown(numbered("1042"));
    qint64 last = 0;
    int words = 0;
    int reports = 0;
    int there = 0;
    for (const ThreadItem &item : items) {
        there += item.author.contains(QLatin1String("#1043"));
        if (item.kind != ThreadItem::Kind::Message || item.delivery != Delivery::Sent)
            continue;
        QVERIFY(item.at >= last);
        last = item.at;
        ++words;
        reports += item.messageKind == MessageKind::Report;
    }
    QCOMPARE(words, 6);
    QCOMPARE(there, 3);
    QCOMPARE(reports, 2);
    QVERIFY(child<FieldPill>("mergedField")->isVisible());
    QCOMPARE(child<FieldPill>("mergedField")->value(), QStringLiteral("#1043"));
}

void TestMerge::whatWasMergedIsTakenApartFromEitherSide()
{
    merge("1043", "1042");
    QVERIFY(QTest::qWaitFor([&] { return child<FieldPill>("mergedField")->isVisible(); }));
    QVERIFY(choose("mergedField", "takeApartAction"));
    QVERIFY(QTest::qWaitFor([&] { return at(numbered("1043")).merged.into.isNull(); }));
    QCOMPARE(at(numbered("1043")).state, State::Open);

    merge("1043", "1042");
    show(numbered("1042"));
    QVERIFY(QTest::qWaitFor([&] { return child<FieldPill>("mergedField")->isVisible(); }));
    QVERIFY(choose("mergedField", "takeOutAction"));
    QVERIFY(QTest::qWaitFor([&] { return at(numbered("1043")).merged.into.isNull(); }));
    QVERIFY(QTest::qWaitFor([&] { return !child<FieldPill>("mergedField")->isVisible(); }));
}

void TestMerge::undoTakesApartWhatWasMerged()
{
    merge("1045", "1042");
    press("ticket.undo");
    QVERIFY(QTest::qWaitFor([&] { return at(numbered("1045")).merged.into.isNull(); }));
    QCOMPARE(at(numbered("1045")).state, State::WaitingVendor);
}

void TestMerge::aTicketIsFoundByItsNumberAndNeverOfferedToItself()
{
    show(numbered("1042"));
    press("ticket.merge");
    TicketPicker *asks = picker();
    QVERIFY(asks);
    auto *field = asks->findChild<QLineEdit *>(QStringLiteral("ticketPickField"));
    auto *hint = asks->findChild<QLabel *>(QStringLiteral("ticketPickHint"));
    auto *accept = asks->findChild<Button *>(QStringLiteral("ticketPickButton"));
    QTest::keyClicks(field, QStringLiteral("1042"));
    QVERIFY(QTest::qWaitFor([&] { return !accept->isEnabled(); }));
    QVERIFY(!hint->text().isEmpty());
    field->clear();
    QTest::keyClicks(field, QStringLiteral("vpn"));
    auto *list = asks->findChild<QListWidget *>(QStringLiteral("ticketPickList"));
    QVERIFY(QTest::qWaitFor([&] {
        return list->count() == 1 && list->item(0)->text().contains(QLatin1String("VPN"));
    }));
    field->clear();
    QTest::keyClicks(field, QStringLiteral("zzzz"));
    QVERIFY(QTest::qWaitFor([&] { return list->count() == 0; }));
    QVERIFY(!accept->isEnabled());
    asks->reject();
}

void TestMerge::markedTicketsGoOnInOneOfThem()
{
    const QList<TicketId> marked{numbered("1042"), numbered("1043"), numbered("1045")};
    auto *table = m_faced.window->findChild<QAbstractItemView *>(QStringLiteral("ticketListView"));
    QVERIFY(QTest::qWaitFor([&] { return table->model()->rowCount() == 5; }));
    for (int row : {0, 4}) {
        QTest::mouseClick(table->viewport(), Qt::LeftButton,
                          row == 0 ? Qt::NoModifier : Qt::ShiftModifier,
                          table->visualRect(table->model()->index(row, 0)).center());
    }
    auto *bulk = m_faced.window->findChild<BulkPage *>();
    auto *summary = bulk->findChild<QLabel *>(QStringLiteral("bulkSummaryLabel"));
    QVERIFY(QTest::qWaitFor([&] { return !summary->text().isEmpty(); }));
    press("ticket.merge"); // the same key means all that are marked
    TicketPicker *asks = picker();
    QVERIFY(asks);
    auto *list = asks->findChild<QListWidget *>(QStringLiteral("ticketPickList"));
    QCOMPARE(list->count(), 5);
    QVERIFY(list->item(0)->text().contains(QLatin1String("#1042"))); // the oldest is meant mostly
    QTest::mouseClick(asks->findChild<Button *>(QStringLiteral("ticketPickButton")), Qt::LeftButton);
    QVERIFY(QTest::qWaitFor([&] { return at(marked[2]).merged.into == marked[0]; }));
    QCOMPARE(at(marked[1]).merged.into, marked[0]);
    QVERIFY(at(marked[0]).merged.into.isNull());
    Q_EMIT bulk->undoWanted();
    QVERIFY(QTest::qWaitFor([&] { return at(marked[2]).merged.into.isNull(); }));
    QCOMPARE(at(marked[1]).state, State::Open);
}

void TestMerge::theQueryFindsMergedTickets()
{
    merge("1043", "1042");
    ListQuery query;
    query.openOnly = false;
    query.filter = query::fieldIs(query::Field::Is, QStringLiteral("merged"));
    const auto rows = UiWorld::await(m_faced.world->workspace->tickets().list(query));
    QVERIFY(rows.has_value());
    QCOMPARE(rows->size(), 1);
    QCOMPARE(rows->first().number, 1043);
}

QTEST_MAIN(TestMerge)
#include "tst_merge.moc"
