// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/json.h"
#include "core/base/limits.h"
#include "core/sql/migrator.h"
#include "core/store/ownsync.h"
#include "core/store/savedviewstore.h"
#include "tests/store/storeworld.h"

using namespace vigie;
using namespace vigie::store;

class TestSavedViews final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aViewIsKeptAsItWas();
    void viewsStayInThePersonsOrder();
    void aNewCacheForgetsNoView();
    void thereIsRoomForSoManyViews();
    void whatBreaksARuleIsRefused_data();
    void whatBreaksARuleIsRefused();
    void aViewThatCannotBeReadStaysOnTheDisk();
    void anOutboxOfEveryEarlierVersionTakesViews();
    void everyNameIsReadBack();
    void theLookOfAPlaceIsKept();
    void whatEarlierVersionsKeptTravelsFromNowOn();

private:
    [[nodiscard]] static SavedView view(StoreWorld &w, const QString &name);
};

SavedView TestSavedViews::view(StoreWorld &w, const QString &name)
{
    SavedView made;
    made.id = w.ids.make<SavedViewId>();
    made.name = name;
    made.query = QStringLiteral("is:open queue:\"Réseau\" due<4h");
    made.columns = {{ViewColumn::Number, 80}, {ViewColumn::Title, 0}, {ViewColumn::Due, 120}};
    made.sort = ListSort::PriorityFirst;
    made.grouping = ViewGrouping::Owner;
    made.density = ViewDensity::Compact;
    made.reversed = true;
    made.news = NoticeClass::Digest;
    made.revision = 7;
    return made;
}

void TestSavedViews::aViewIsKeptAsItWas()
{
    StoreWorld w;
    QVERIFY(w.reopen());
    SavedView one = view(w, QStringLiteral("Mine & « soon »"));
    SavedView plain;
    plain.id = w.ids.make<SavedViewId>();
    plain.name = QStringLiteral("Plain");
    VERIFY_OK(w.outbox().own<SavedViewStore>().save(one));
    VERIFY_OK(w.outbox().own<SavedViewStore>().save(plain));
    one.query = QStringLiteral("not (a query");
    one.revision = 8;
    VERIFY_OK(w.outbox().own<SavedViewStore>().save(one));
    one.revision = 7; // the server's, not ours to change
    QVERIFY(w.reopen());
    QCOMPARE(*w.outbox().own<SavedViewStore>().list(), (QList<SavedView>{one, plain}));
}

void TestSavedViews::viewsStayInThePersonsOrder()
{
    StoreWorld w;
    QVERIFY(w.reopen());
    SavedViewStore views = w.outbox().own<SavedViewStore>();
    const SavedView a = view(w, QStringLiteral("a"));
    const SavedView b = view(w, QStringLiteral("b"));
    const SavedView c = view(w, QStringLiteral("c"));
    for (const SavedView &one : {a, b, c})
        VERIFY_OK(views.save(one));
    VERIFY_OK(views.arrange({c.id, w.ids.make<SavedViewId>(), a.id, c.id}));
    QCOMPARE(*views.list(), (QList<SavedView>{c, a, b}));
    QCOMPARE(*views.remove(a.id), true);
    QCOMPARE(*views.remove(a.id), false);
    VERIFY_OK(views.save(a));
    QCOMPARE(*views.list(), (QList<SavedView>{c, b, a}));
}

void TestSavedViews::aNewCacheForgetsNoView()
{
    StoreWorld w;
    QVERIFY(w.reopen());
    const SavedView one = view(w, QStringLiteral("one"));
    VERIFY_OK(w.outbox().own<SavedViewStore>().save(one));
    VERIFY_OK(w.profile->replaceCache(w.clock.at));
    QCOMPARE(*w.outbox().own<SavedViewStore>().list(), QList<SavedView>{one});
}

void TestSavedViews::thereIsRoomForSoManyViews()
{
    StoreWorld w;
    w.fullSync = false;
    QVERIFY(w.reopen());
    SavedView last;
    for (int i = 0; i < limits::kSavedViews; ++i) {
        last = view(w, QString::number(i));
        VERIFY_OK(w.outbox().own<SavedViewStore>().save(last));
    }
    const Done refused = w.outbox().own<SavedViewStore>().save(view(w, QStringLiteral("more")));
    QVERIFY(!refused);
    QCOMPARE(refused.error().code, ErrorCode::TooLarge);
    last.name = QStringLiteral("changed");
    VERIFY_OK(w.outbox().own<SavedViewStore>().save(last));
    QCOMPARE(w.outbox().own<SavedViewStore>().list()->size(), limits::kSavedViews);
}

void TestSavedViews::whatBreaksARuleIsRefused_data()
{
    QTest::addColumn<QByteArray>("json");
    const auto row = [](const char *name, const QByteArray &text) { QTest::newRow(name) << text; };
    row("no name", R"({"query":"a"})");
    row("empty name", R"({"name":" "})");
    row("long name", "{\"name\":\"" + QByteArray(limits::kSavedViewName + 1, 'n') + "\"}");
    row("long query",
        "{\"name\":\"n\",\"query\":\"" + QByteArray(limits::kQueryLength + 1, 'n') + "\"}");
    row("unknown key", R"({"name":"n","colour":"red"})");
    row("unknown sort", R"({"name":"n","sort":"luck"})");
    row("unknown grouping", R"({"name":"n","group":"luck"})");
    row("unknown density", R"({"name":"n","density":"luck"})");
    row("sort of another type", R"({"name":"n","sort":1})");
    row("columns of another type", R"({"name":"n","columns":{}})");
    row("column of another type", R"({"name":"n","columns":["title"]})");
    row("unknown column", R"({"name":"n","columns":[{"name":"luck"}]})");
    row("column twice", R"({"name":"n","columns":[{"name":"title"},{"name":"title"}]})");
    row("negative width", R"({"name":"n","columns":[{"name":"title","width":-1}]})");
    row("huge width", R"({"name":"n","columns":[{"name":"title","width":4001}]})");
    row("broken width", R"({"name":"n","columns":[{"name":"title","width":1.5}]})");
}

void TestSavedViews::whatBreaksARuleIsRefused()
{
    QFETCH(QByteArray, json);
    const auto object = json::parseObject(json, 100'000);
    VERIFY_OK(object);
    QVERIFY(!codec::savedViewFrom(*object));
}

void TestSavedViews::aViewThatCannotBeReadStaysOnTheDisk()
{
    StoreWorld w;
    QVERIFY(w.reopen());
    const SavedView bad = view(w, QStringLiteral("bad"));
    const SavedView good = view(w, QStringLiteral("good"));
    VERIFY_OK(w.outbox().own<SavedViewStore>().save(bad));
    VERIFY_OK(w.outbox().own<SavedViewStore>().save(good));
    {
        auto write = w.profile->outboxDatabase().prepare(
            QStringLiteral("UPDATE saved_view SET json = '{\"newer\":1}' WHERE id = ?"));
        VERIFY_OK(write);
        VERIFY_OK(write->bind(bad.id.text()).exec());
    }
    QTest::ignoreMessage(QtWarningMsg,
                         QRegularExpression(QStringLiteral("a saved view is left out")));
    QCOMPARE(*w.outbox().own<SavedViewStore>().list(), QList<SavedView>{good});
    auto rows = w.profile->outboxDatabase().prepare(
        QStringLiteral("SELECT count(*) FROM saved_view"));
    VERIFY_OK(rows);
    QVERIFY(*rows->next());
    QCOMPARE(rows->integer(0), 2);
    SavedView nameless = good;
    nameless.id = SavedViewId();
    QVERIFY(!w.outbox().own<SavedViewStore>().save(nameless));
}

void TestSavedViews::anOutboxOfEveryEarlierVersionTakesViews()
{
    const QString scripts = QStringLiteral(":/migrations/client/outbox");
    StoreWorld w;
    QVERIFY(w.reopen()); // registers the compiled-in scripts
    const int newest = sql::newestVersion(scripts);
    QVERIFY(newest >= 4);
    w.profile.reset();
    for (int version = 1; version < newest; ++version) {
        QVERIFY(QFile::remove(w.path("outbox.db")));
        {
            auto old = sql::Database::open(w.path("outbox.db"), sql::Durability::Precious);
            VERIFY_OK(old);
            VERIFY_OK(sql::migrateTo(**old, scripts, version));
            VERIFY_OK((*old)->run(QStringLiteral(
                "INSERT INTO draft (place, json, at) VALUES ('report', '{\"title\":\"x\"}', 1)")));
        }
        QVERIFY(w.reopen());
        QCOMPARE(*sql::schemaVersion(w.profile->outboxDatabase()), newest);
        QVERIFY(w.outbox().own<SavedViewStore>().list()->isEmpty());
        const SavedView one = view(w, QStringLiteral("one"));
        VERIFY_OK(w.outbox().own<SavedViewStore>().save(one));
        QCOMPARE(*w.outbox().own<SavedViewStore>().list(), QList<SavedView>{one});
        QCOMPARE(w.outbox().draft(QStringLiteral("report"))->value(QLatin1String("title")).toString(),
                 QStringLiteral("x"));
        w.profile.reset();
    }
}

void TestSavedViews::everyNameIsReadBack()
{
    for (const auto &entry : enumNames<ViewColumn>())
        QCOMPARE(*enumFrom<ViewColumn>(QLatin1String(entry.name)), entry.value);
    QCOMPARE(enumNames<ViewColumn>().size(), int(ViewColumn::Wakes) + 1);
    QCOMPARE(enumNames<ViewGrouping>().size(), int(ViewGrouping::DueDay) + 1);
    QCOMPARE(enumNames<ListSort>().size(), int(ListSort::WakesFirst) + 1);
    QCOMPARE(enumNames<ViewDensity>().size(), int(ViewDensity::Compact) + 1);
}

void TestSavedViews::theLookOfAPlaceIsKept()
{
    StoreWorld w;
    QVERIFY(w.reopen());
    PlaceLook mine{QStringLiteral("mine"), view(w, QStringLiteral("v")), NoticeClass::Silent};
    const PlaceLook plain{QStringLiteral("all"), {}, {}};
    VERIFY_OK(w.outbox().own<PlaceLookStore>().save(mine));
    VERIFY_OK(w.outbox().own<PlaceLookStore>().save(plain));
    mine.look.grouping = ViewGrouping::DueDay;
    VERIFY_OK(w.outbox().own<PlaceLookStore>().save(mine));
    QVERIFY(!w.outbox().own<PlaceLookStore>().save({QString(), {}, {}}));
    PlaceLook twice = plain;
    twice.look.columns = {{ViewColumn::Due, 0}, {ViewColumn::Due, 0}};
    QVERIFY(!w.outbox().own<PlaceLookStore>().save(twice));
    QVERIFY(w.reopen());
    QCOMPARE(*w.outbox().own<PlaceLookStore>().list(), (QList<PlaceLook>{mine, plain}));
}

void TestSavedViews::whatEarlierVersionsKeptTravelsFromNowOn()
{
    const QString scripts = QStringLiteral(":/migrations/client/outbox");
    StoreWorld w;
    QVERIFY(w.reopen());
    constexpr int kFirstWithSnippets = 6;
    for (int version = kFirstWithSnippets; version < sql::newestVersion(scripts); ++version) {
        auto old = sql::Database::open(w.folder.path() + QStringLiteral("/own%1.db").arg(version),
                                       sql::Durability::Precious);
        VERIFY_OK(old);
        sql::Database &database = **old;
        VERIFY_OK(sql::migrateTo(database, scripts, version));
        const SavedView kept = view(w, QStringLiteral("kept"));
        auto write = database.prepare(QStringLiteral(
            "INSERT INTO saved_view (id, position, json) VALUES (?, 1, ?)"));
        VERIFY_OK(write);
        VERIFY_OK(write->bind(kept.id.text())
                      .bind(QString::fromUtf8(json::compact(codec::toJson(kept)))).exec());
        VERIFY_OK(database.run(QStringLiteral(
            "INSERT INTO snippet (id, position, json) VALUES ('0190a000-0000-7000-8000-000000000001', 1, "
            "'{\"keyword\":\"hi\",\"title\":\"t\",\"body\":\"b\"}')")));
        VERIFY_OK(sql::migrate(database, scripts));
        const auto unsent = OwnSync(database).unsent();
        VERIFY_OK(unsent);
        QCOMPARE(unsent->size(), 2);
        QCOMPARE(unsent->first().id, kept.id.text());
        QCOMPARE(unsent->first().data, codec::toJson(kept));
        QCOMPARE(SavedViewStore(database).list()->size(), 1);
    }
}

QTEST_GUILESS_MAIN(TestSavedViews)
#include "tst_savedviews.moc"
