// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/json.h"
#include "core/base/limits.h"

#include <QTest>

using namespace vigie;

/// What the strict JSON reader takes and refuses.
class TestJson : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void onlyOneWellFormedObjectIsAccepted_data();
    void onlyOneWellFormedObjectIsAccepted()
    {
        QFETCH(QByteArray, bytes);
        QFETCH(bool, accepted);
        const Result<QJsonObject> parsed = json::parseObject(bytes, limits::kJsonBytes);
        QCOMPARE(parsed.has_value(), accepted);
        if (!parsed)
            QCOMPARE(parsed.error().code, ErrorCode::Invalid);
    }

    void depthIsLimited()
    {
        const auto nested = [](int depth) {
            return QByteArray("{\"a\":") + QByteArray(depth - 1, '[') + QByteArray(depth - 1, ']')
                + "}";
        };
        QVERIFY(json::parseObject(nested(limits::kJsonDepth), 10'000));
        QVERIFY(!json::parseObject(nested(limits::kJsonDepth + 1), 10'000));
        // Far beyond what any parser's stack would like.
        QVERIFY(!json::parseObject(nested(1'000'000), limits::kJsonBytes));
    }

    void sizeIsLimitedBeforeParsing();

    void equalObjectsGiveEqualBytesWhateverTheOrder();

    void aReaderRefusesWhatIsNotAsPromised_data();
    void aReaderRefusesWhatIsNotAsPromised()
    {
        QFETCH(QByteArray, bytes);
        QFETCH(QString, problem);
        const auto object = json::parseObject(bytes, 1000);
        QVERIFY(object);
        json::Reader reader(*object, QStringLiteral("thing."));
        const QString text = reader.text("t", 10);
        const qint64 number = reader.integer("n", 0, 100);
        const auto id = reader.id<TicketId>("i");
        QCOMPARE(reader.ok(), problem.isEmpty());
        const Done done = reader.done();
        QCOMPARE(done.has_value(), problem.isEmpty());
        if (done) {
            QCOMPARE(text, QStringLiteral("abc"));
            QCOMPARE(number, 5);
            QVERIFY(!id.isNull());
        } else {
            QCOMPARE(done.error().code, ErrorCode::Invalid);
            QVERIFY2(done.error().detail.startsWith(QStringLiteral("thing.") + problem + u':'),
                     qPrintable(done.error().detail));
        }
    }

    void optionalFieldsHaveDefaultsButNotOtherTypes();

    void theFirstProblemIsTheOneReported()
    {
        json::Reader reader(QJsonObject{});
        (void)reader.text("first", 1);
        (void)reader.integer("second", 0, 1);
        QVERIFY(reader.done().error().detail.startsWith(QStringLiteral("first")));
    }
};

// Raw strings full of braces stand behind the class: moc loses count of them inside it.

void TestJson::onlyOneWellFormedObjectIsAccepted_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<bool>("accepted");
    const auto row = [](const char *name, const QByteArray &bytes, bool accepted) {
        QTest::newRow(name) << bytes << accepted;
    };
    row("empty object", "{}", true);
    row("white space", " {\n} ", true);
    row("nested", R"({"a":{"a":[{"a":1}]}})", true);
    row("same key in sisters", R"({"a":{"x":1},"b":{"x":1}})", true);
    row("same key in list items", R"({"l":[{"x":1},{"x":2}]})", true);
    row("key looks like a value", R"({"a":"a","b":"a"})", true);
    row("brackets in text", R"({"a":"}{][,\"a\":","b":1})", true);
    row("escaped quote in key", R"({"a\"b":1,"a":2})", true);
    row("nothing", "", false);
    row("list", "[]", false);
    row("number", "1", false);
    row("two objects", "{}{}", false);
    row("trailing comma", R"({"a":1,})", false);
    row("comment", "{/**/}", false);
    row("cut off", R"({"a":)", false);
    row("not a number", R"({"a":NaN})", false);
    row("broken UTF-8", "{\"a\":\"\xff\xfe\"}", false);
    row("same key twice", R"({"a":1,"a":2})", false);
    row("same key deep inside", R"({"a":[{"b":{"c":1,"c":1}}]})", false);
    row("same key written with an escape", R"({"a":1,"\u0061":2})", false);
    row("same key after a text with brackets", R"({"a":"{[","a":2})", false);
    row("same key after an inner object", R"({"a":{"b":1},"a":2})", false);
}

void TestJson::equalObjectsGiveEqualBytesWhateverTheOrder()
{
    const auto first = json::parseObject(R"({"b":1,"a":{"d":[1,2],"c":"é"}})", 1000);
    const auto second = json::parseObject(R"( {"a":{"c":"\u00e9","d":[1, 2]},"b":1.0} )", 1000);
    QVERIFY(first && second);
    QCOMPARE(json::compact(*first), json::compact(*second));
    QCOMPARE(json::compact(*first), QByteArray("{\"a\":{\"c\":\"\xc3\xa9\",\"d\":[1,2]},\"b\":1}"));
}

void TestJson::aReaderRefusesWhatIsNotAsPromised_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("problem"); // empty = fine
    const auto row = [](const char *name, const QByteArray &bytes, const char *problem) {
        QTest::newRow(name) << bytes << QString::fromLatin1(problem);
    };
    const QByteArray id = "01890a5d-ac96-774b-bcce-b302099a8057";
    const QByteArray good = R"({"t":"abc","n":5,"i":")" + id + R"("})";
    row("good", good, "");
    row("text missing", R"({"n":5,"i":")" + id + R"("})", "t");
    row("text is null", R"({"t":null,"n":5,"i":")" + id + R"("})", "t");
    row("text is a number", R"({"t":5,"n":5,"i":")" + id + R"("})", "t");
    row("text too long", R"({"t":"abcdefghijk","n":5,"i":")" + id + R"("})", "t");
    row("text with NUL", R"({"t":"a\u0000b","n":5,"i":")" + id + R"("})", "t");
    row("text with half a surrogate", R"({"t":"a\ud800b","n":5,"i":")" + id + R"("})", "t");
    row("number missing", R"({"t":"a","i":")" + id + R"("})", "n");
    row("number as text", R"({"t":"a","n":"5","i":")" + id + R"("})", "n");
    row("broken number", R"({"t":"a","n":5.5,"i":")" + id + R"("})", "n");
    row("number too small", R"({"t":"a","n":-1,"i":")" + id + R"("})", "n");
    row("number too large", R"({"t":"a","n":101,"i":")" + id + R"("})", "n");
    row("number beyond exactness", R"({"t":"a","n":1e300,"i":")" + id + R"("})", "n");
    row("id missing", R"({"t":"a","n":5})", "i");
    row("id in braces", R"({"t":"a","n":5,"i":"{01890a5d-ac96-774b-bcce-b302099a80}"})", "i");
    row("id of zeros", R"({"t":"a","n":5,"i":"00000000-0000-0000-0000-000000000000"})", "i");
    row("id with a letter too many", R"({"t":"a","n":5,"i":")" + id + R"(0"})", "i");
}

void TestJson::optionalFieldsHaveDefaultsButNotOtherTypes()
{
    const auto object = json::parseObject(R"({"null":null,"text":"x","list":[1,"a"],"on":1})", 1000);
    QVERIFY(object);
    json::Reader reader(*object);
    QCOMPARE(reader.optText("none", 5, QStringLiteral("d")), QStringLiteral("d"));
    QCOMPARE(reader.optText("null", 5, QStringLiteral("d")), QStringLiteral("d"));
    QCOMPARE(reader.optInteger("none", 0, 9, 7), 7);
    QCOMPARE(reader.optBool("none", true), true);
    QVERIFY(reader.optObject("none").isEmpty());
    QVERIFY(reader.optArray("none", 3).isEmpty());
    QVERIFY(reader.optId<OpId>("none").isNull());
    QVERIFY(reader.ok());

    const auto fails = [&object](auto read) {
        json::Reader fresh(*object);
        read(fresh);
        return !fresh.ok();
    };
    QVERIFY(fails([](json::Reader &r) { (void)r.optInteger("text", 0, 9, 7); }));
    QVERIFY(fails([](json::Reader &r) { (void)r.optBool("on", true); }));
    QVERIFY(fails([](json::Reader &r) { (void)r.optObject("text"); }));
    QVERIFY(fails([](json::Reader &r) { (void)r.optArray("text", 3); }));
    QVERIFY(fails([](json::Reader &r) { (void)r.optArray("list", 1); }));
    QVERIFY(fails([](json::Reader &r) { (void)r.optTexts("list", 9, 9); }));
    QVERIFY(fails([](json::Reader &r) { (void)r.optId<OpId>("text"); }));
}

void TestJson::sizeIsLimitedBeforeParsing()
{
    const QByteArray bytes = R"({"a":"bcdef"})";
    QVERIFY(json::parseObject(bytes, bytes.size()));
    const Result<QJsonObject> refused = json::parseObject(bytes, bytes.size() - 1);
    QVERIFY(!refused);
    QCOMPARE(refused.error().code, ErrorCode::TooLarge);
}

QTEST_APPLESS_MAIN(TestJson)
#include "tst_json.moc"
