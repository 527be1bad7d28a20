// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/requests/requestspage.h"
#include "app/requests/requestview.h"
#include "app/text/eventtext.h"
#include "app/ticket/threaditem.h"
#include "tests/support/uiworld.h"

#include <QLabel>
#include <QListView>
#include <QTest>

using namespace vigie;

class TestRequestsPage final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theFirstRequestIsOpenedWhenSomebodyLooks();
    void messagesThatCrossedSaySo();
};

void TestRequestsPage::theFirstRequestIsOpenedWhenSomebodyLooks()
{
    UiWorld world;
    QVERIFY(world.reopen());
    const Ticket printer = world.request(QStringLiteral("Printer"), 1041, PublicState::Received,
                                         world.anna, world.ben);
    VERIFY_OK(world.apply(world.anna, {world.said(store::StoreWorld::personFeed(world.anna), printer)}));
    QVERIFY(world.enter(world.anna));
    RequestsPage page(*world.workspace, world.prompt, world.systemClock, nullptr);
    page.resize(1000, 700);
    const auto *list = page.findChild<QListView *>(QStringLiteral("requestListView"));
    QTRY_COMPARE(list->model()->rowCount(), 1);
    QVERIFY(page.view()->ticket().isNull());
    page.show();
    QTRY_COMPARE(page.view()->ticket(), printer.id);
}

void TestRequestsPage::messagesThatCrossedSaySo()
{
    UiWorld world;
    QVERIFY(world.reopen());
    const Ticket printer = world.request(QStringLiteral("Printer"), 1041, PublicState::InProgress,
                                         world.anna, world.ben);
    const QString feed = store::StoreWorld::personFeed(world.anna);
    const Message plain = world.message(printer, world.anna, QStringLiteral("It smells"));
    Message crossed = world.message(printer, world.ben, QStringLiteral("Is it plugged in?"));
    crossed.crossed = 2;
    VERIFY_OK(world.apply(world.anna, {world.said(feed, printer), world.said(feed, plain),
                                       world.said(feed, crossed)}));
    QVERIFY(world.enter(world.anna));
    RequestsPage page(*world.workspace, world.prompt, world.systemClock, nullptr);
    page.resize(1000, 700);
    page.show();
    const auto told = [&page] {
        QStringList words;
        for (const QLabel *label : page.findChildren<QLabel *>(QStringLiteral("messageCrossedLabel"))) {
            if (label->isVisible())
                words.append(label->text());
        }
        return words;
    };
    QTRY_COMPARE(told(), QStringList{EventText::crossed(2)});

    // The agents' conversation has a line between the two.
    const auto view = UiWorld::await(world.workspace->tickets().open(printer.id));
    QVERIFY(view);
    const QList<ThreadItem> items = threadItems(*view, false, {}, world.systemClock.nowMs());
    QStringList shown;
    for (const ThreadItem &item : items) {
        if (item.kind != ThreadItem::Kind::Day)
            shown.append(item.text);
    }
    QCOMPARE(shown, (QStringList{plain.body, EventText::crossed(2), crossed.body}));
}

QTEST_MAIN(TestRequestsPage)
#include "tst_requestspage.moc"
