// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/requests/requestspage.h"
#include "app/requests/requestview.h"
#include "tests/support/uiworld.h"

#include <QListView>
#include <QTest>

using namespace vigie;

class TestRequestsPage final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theFirstRequestIsOpenedWhenSomebodyLooks();
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

QTEST_MAIN(TestRequestsPage)
#include "tst_requestspage.moc"
