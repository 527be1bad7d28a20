// SPDX-License-Identifier: GPL-3.0-or-later
// Macros on the disk, and what they do to tickets.
#include "core/store/macrostore.h"
#include "core/sql/migrator.h"
#include "tests/store/storeworld.h"

#include <QRegularExpression>

using namespace vigie;
using namespace vigie::store;

class TestMacros final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theyAreKeptInTheirOrder();
    void onlySoManyAreTaken();
    void oneThatCannotBeReadStaysOnTheDisk();
    void anOutboxOfEveryEarlierVersionTakesThem();

private:
    [[nodiscard]] static Macro macro(StoreWorld &w, const QString &name)
    {
        Macro made;
        made.id = w.ids.make<MacroId>();
        made.name = name;
        made.recipe.state = State::Resolved;
        return made;
    }
};

void TestMacros::theyAreKeptInTheirOrder()
{
    StoreWorld w;
    QVERIFY(w.reopen());
    Macro one = macro(w, QStringLiteral("one"));
    const Macro two = macro(w, QStringLiteral("two"));
    VERIFY_OK(w.outbox().own<MacroStore>().save(one));
    VERIFY_OK(w.outbox().own<MacroStore>().save(two));
    one.recipe.words = Recipe::Words{MessageKind::Note, QStringLiteral("done")};
    VERIFY_OK(w.outbox().own<MacroStore>().save(one));
    QVERIFY(w.reopen());
    QCOMPARE(*w.outbox().own<MacroStore>().list(), (QList<Macro>{one, two}));
    QCOMPARE(*w.outbox().own<MacroStore>().remove(one.id), true);
    QCOMPARE(*w.outbox().own<MacroStore>().remove(one.id), false);
    QCOMPARE(*w.outbox().own<MacroStore>().list(), QList<Macro>{two});
}

void TestMacros::onlySoManyAreTaken()
{
    StoreWorld w;
    QVERIFY(w.reopen());
    MacroStore macros = w.outbox().own<MacroStore>();
    for (int i = 0; i < limits::kMacros; ++i)
        VERIFY_OK(macros.save(macro(w, QString::number(i))));
    const Done refused = macros.save(macro(w, QStringLiteral("more")));
    QVERIFY(!refused);
    QCOMPARE(refused.error().code, ErrorCode::TooLarge);
    QCOMPARE(macros.list()->size(), limits::kMacros);
    Macro nothing = macro(w, QStringLiteral("nothing"));
    nothing.recipe = {};
    QCOMPARE(macros.save(nothing).error().code, ErrorCode::Invalid);
}

void TestMacros::oneThatCannotBeReadStaysOnTheDisk()
{
    StoreWorld w;
    QVERIFY(w.reopen());
    const Macro bad = macro(w, QStringLiteral("bad"));
    const Macro good = macro(w, QStringLiteral("good"));
    VERIFY_OK(w.outbox().own<MacroStore>().save(bad));
    VERIFY_OK(w.outbox().own<MacroStore>().save(good));
    {
        auto write = w.profile->outboxDatabase().prepare(
            QStringLiteral("UPDATE macro SET json = '{\"newer\":1}' WHERE id = ?"));
        VERIFY_OK(write);
        VERIFY_OK(write->bind(bad.id.text()).exec());
    }
    QTest::ignoreMessage(QtWarningMsg, QRegularExpression(QStringLiteral("a macro is left out")));
    QCOMPARE(*w.outbox().own<MacroStore>().list(), QList<Macro>{good});
    auto rows = w.profile->outboxDatabase().prepare(QStringLiteral("SELECT count(*) FROM macro"));
    VERIFY_OK(rows);
    QVERIFY(*rows->next());
    QCOMPARE(rows->integer(0), 2);
}

void TestMacros::anOutboxOfEveryEarlierVersionTakesThem()
{
    const QString scripts = QStringLiteral(":/migrations/client/outbox");
    StoreWorld w;
    QVERIFY(w.reopen()); // registers the compiled-in scripts
    const int newest = sql::newestVersion(scripts);
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
        QVERIFY(w.outbox().own<MacroStore>().list()->isEmpty());
        const Macro one = macro(w, QStringLiteral("one"));
        VERIFY_OK(w.outbox().own<MacroStore>().save(one));
        QCOMPARE(*w.outbox().own<MacroStore>().list(), QList<Macro>{one});
        QVERIFY(w.outbox().draft(QStringLiteral("report")));
        w.profile.reset();
    }
}

QTEST_GUILESS_MAIN(TestMacros)
#include "tst_macros.moc"
