// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/json.h"
#include "core/sql/migrator.h"
#include "core/store/savedviewstore.h"
#include "core/store/snippetstore.h"
#include "tests/store/storeworld.h"

using namespace vigie;
using namespace vigie::store;

class TestSnippets final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aCannedTextIsKeptAsItWas();
    void aNewCacheForgetsNone();
    void aKeywordBelongsToOne();
    void thereIsRoomForSoMany();
    void whatBreaksARuleIsRefused_data();
    void whatBreaksARuleIsRefused();
    void oneThatCannotBeReadStaysOnTheDisk();
    void anOutboxOfEveryEarlierVersionTakesThem();

private:
    [[nodiscard]] static Snippet snippet(StoreWorld &w, const QString &keyword)
    {
        Snippet made;
        made.id = w.ids.make<SnippetId>();
        made.keyword = keyword;
        made.title = QStringLiteral("Title of « %1 »").arg(keyword);
        made.body = QStringLiteral("Bonjour {{requester}},\n\n“%1” & <b>\n").arg(keyword);
        made.revision = 3;
        return made;
    }
};

void TestSnippets::aCannedTextIsKeptAsItWas()
{
    StoreWorld w;
    QVERIFY(w.reopen());
    Snippet one = snippet(w, QStringLiteral("one"));
    const Snippet two = snippet(w, QStringLiteral("two.b-c_4"));
    VERIFY_OK(w.outbox().own<SnippetStore>().save(one));
    VERIFY_OK(w.outbox().own<SnippetStore>().save(two));
    one.body = QStringLiteral("changed");
    VERIFY_OK(w.outbox().own<SnippetStore>().save(one));
    QVERIFY(w.reopen());
    QCOMPARE(*w.outbox().own<SnippetStore>().list(), (QList<Snippet>{one, two}));
    QCOMPARE(*w.outbox().own<SnippetStore>().remove(one.id), true);
    QCOMPARE(*w.outbox().own<SnippetStore>().remove(one.id), false);
    QCOMPARE(*w.outbox().own<SnippetStore>().list(), QList<Snippet>{two});
}

void TestSnippets::aNewCacheForgetsNone()
{
    StoreWorld w;
    QVERIFY(w.reopen());
    const Snippet one = snippet(w, QStringLiteral("one"));
    VERIFY_OK(w.outbox().own<SnippetStore>().save(one));
    VERIFY_OK(w.profile->replaceCache(w.clock.at));
    QCOMPARE(*w.outbox().own<SnippetStore>().list(), QList<Snippet>{one});
}

void TestSnippets::aKeywordBelongsToOne()
{
    StoreWorld w;
    QVERIFY(w.reopen());
    SnippetStore snippets = w.outbox().own<SnippetStore>();
    Snippet one = snippet(w, QStringLiteral("réseau"));
    VERIFY_OK(snippets.save(one));
    const Done twice = snippets.save(snippet(w, QStringLiteral("RESEAU")));
    QVERIFY(!twice);
    QCOMPARE(twice.error().code, ErrorCode::Conflict);
    one.keyword = QStringLiteral("Reseau"); // its own
    VERIFY_OK(snippets.save(one));
    QCOMPARE(*snippets.list(), QList<Snippet>{one});
}

void TestSnippets::thereIsRoomForSoMany()
{
    StoreWorld w;
    w.fullSync = false;
    QVERIFY(w.reopen());
    SnippetStore snippets = w.outbox().own<SnippetStore>();
    {
        auto write = w.profile->outboxDatabase().prepare(QStringLiteral(
            "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < ?) "
            "INSERT INTO snippet (id, position, json) SELECT 'x' || i, i, "
            "'{\"keyword\":\"k' || i || '\",\"title\":\"t\",\"body\":\"b\"}' FROM n"));
        VERIFY_OK(write);
        VERIFY_OK(write->bind(limits::kSnippets - 1).exec());
    }
    Snippet last = snippet(w, QStringLiteral("last"));
    VERIFY_OK(snippets.save(last));
    const Done refused = snippets.save(snippet(w, QStringLiteral("more")));
    QVERIFY(!refused);
    QCOMPARE(refused.error().code, ErrorCode::TooLarge);
    last.title = QStringLiteral("changed");
    VERIFY_OK(snippets.save(last));
    QCOMPARE(snippets.list()->size(), limits::kSnippets);
}

void TestSnippets::whatBreaksARuleIsRefused_data()
{
    QTest::addColumn<QByteArray>("json");
    const auto row = [](const char *name, const QByteArray &text) { QTest::newRow(name) << text; };
    row("no keyword", R"({"title":"t","body":"b"})");
    row("no title", R"({"keyword":"k","body":"b"})");
    row("no body", R"({"keyword":"k","title":"t"})");
    row("empty title", R"({"keyword":"k","title":" ","body":"b"})");
    row("title of two lines", R"({"keyword":"k","title":"a\nb","body":"b"})");
    row("empty body", R"({"keyword":"k","title":"t","body":"\n"})");
    row("keyword with a space", R"({"keyword":"a b","title":"t","body":"b"})");
    row("keyword that begins with a digit", R"({"keyword":"1a","title":"t","body":"b"})");
    row("keyword with a colon", R"({"keyword":"a:b","title":"t","body":"b"})");
    row("long keyword", "{\"keyword\":\"" + QByteArray(limits::kSnippetKeyword + 1, 'k')
            + "\",\"title\":\"t\",\"body\":\"b\"}");
    row("long title", "{\"keyword\":\"k\",\"title\":\""
            + QByteArray(limits::kSnippetTitle + 1, 't') + "\",\"body\":\"b\"}");
    row("long body", "{\"keyword\":\"k\",\"title\":\"t\",\"body\":\""
            + QByteArray(limits::kSnippetBody + 1, 'b') + "\"}");
    row("unknown key", R"({"keyword":"k","title":"t","body":"b","colour":"red"})");
    row("body of another type", R"({"keyword":"k","title":"t","body":1})");
}

void TestSnippets::whatBreaksARuleIsRefused()
{
    QFETCH(QByteArray, json);
    const auto object = json::parseObject(json, 100'000);
    VERIFY_OK(object);
    QVERIFY(!codec::snippetFrom(*object));
}

void TestSnippets::oneThatCannotBeReadStaysOnTheDisk()
{
    StoreWorld w;
    QVERIFY(w.reopen());
    const Snippet bad = snippet(w, QStringLiteral("bad"));
    const Snippet good = snippet(w, QStringLiteral("good"));
    VERIFY_OK(w.outbox().own<SnippetStore>().save(bad));
    VERIFY_OK(w.outbox().own<SnippetStore>().save(good));
    {
        auto write = w.profile->outboxDatabase().prepare(
            QStringLiteral("UPDATE snippet SET json = '{\"newer\":1}' WHERE id = ?"));
        VERIFY_OK(write);
        VERIFY_OK(write->bind(bad.id.text()).exec());
    }
    QTest::ignoreMessage(QtWarningMsg,
                         QRegularExpression(QStringLiteral("a canned text is left out")));
    QCOMPARE(*w.outbox().own<SnippetStore>().list(), QList<Snippet>{good});
    auto rows =
        w.profile->outboxDatabase().prepare(QStringLiteral("SELECT count(*) FROM snippet"));
    VERIFY_OK(rows);
    QVERIFY(*rows->next());
    QCOMPARE(rows->integer(0), 2);
    Snippet nameless = good;
    nameless.id = SnippetId();
    nameless.keyword = QStringLiteral("other");
    QTest::ignoreMessage(QtWarningMsg,
                         QRegularExpression(QStringLiteral("a canned text is left out")));
    QVERIFY(!w.outbox().own<SnippetStore>().save(nameless));
}

void TestSnippets::anOutboxOfEveryEarlierVersionTakesThem()
{
    const QString scripts = QStringLiteral(":/migrations/client/outbox");
    StoreWorld w;
    QVERIFY(w.reopen()); // registers the compiled-in scripts
    const int newest = sql::newestVersion(scripts);
    QVERIFY(newest >= 6);
    SavedView view;
    view.id = w.ids.make<SavedViewId>();
    view.name = QStringLiteral("Mine");
    w.profile.reset();
    for (int version = 1; version < newest; ++version) {
        QVERIFY(QFile::remove(w.path("outbox.db")));
        {
            auto old = sql::Database::open(w.path("outbox.db"), sql::Durability::Precious);
            VERIFY_OK(old);
            VERIFY_OK(sql::migrateTo(**old, scripts, version));
            VERIFY_OK((*old)->run(QStringLiteral(
                "INSERT INTO draft (place, json, at) VALUES ('report', '{\"title\":\"x\"}', 1)")));
            if (version >= 5) { // as that version wrote it
                auto write = (*old)->prepare(QStringLiteral(
                    "INSERT INTO saved_view (id, position, json) VALUES (?, 1, ?)"));
                VERIFY_OK(write);
                VERIFY_OK(write->bind(view.id.text())
                              .bind(QString::fromUtf8(json::compact(codec::toJson(view)))).exec());
            }
        }
        QVERIFY(w.reopen());
        QCOMPARE(*sql::schemaVersion(w.profile->outboxDatabase()), newest);
        QVERIFY(w.outbox().own<SnippetStore>().list()->isEmpty());
        const Snippet one = snippet(w, QStringLiteral("one"));
        VERIFY_OK(w.outbox().own<SnippetStore>().save(one));
        QCOMPARE(*w.outbox().own<SnippetStore>().list(), QList<Snippet>{one});
        QCOMPARE(w.outbox().own<SavedViewStore>().list()->size(), version >= 5 ? 1 : 0);
        QCOMPARE(w.outbox().draft(QStringLiteral("report"))->value(QLatin1String("title")).toString(),
                 QStringLiteral("x"));
        w.profile.reset();
    }
}

QTEST_GUILESS_MAIN(TestSnippets)
#include "tst_snippets.moc"
