// SPDX-License-Identifier: GPL-3.0-or-later
#include "storeworld.h"

#include "core/text/searchtext.h"

using namespace vigie;
using namespace vigie::store;

/// Full-text search: what people type and what they find.
class TestSearch : public QObject
{
    Q_OBJECT

private:
    StoreWorld *w = nullptr;
    QString feed;

    Ticket add(const QString &title, const QStringList &words);
    [[nodiscard]] QStringList found(const QString &text, int limit = 50);

private Q_SLOTS:
    void init();
    void cleanup();
    void wordsAreFoundWhateverTheirSpelling_data();
    void wordsAreFoundWhateverTheirSpelling();
    void wordsThatAreNotThereAreNotFound_data();
    void wordsThatAreNotThereAreNotFound();
    void hostileInputIsNeverAnError_data();
    void hostileInputIsNeverAnError();
    void randomInputIsNeverAnError();
    void theNewestComesFirst();
    void aTicketIsFoundOnce();
    void anEditedMessageIsFoundByItsNewWordsOnly();
    void onePageIsOnePieceOfTheIndex();
    void eventsAreNotIndexed();
    void excerptsMarkTheMatch();
    void excerptsCannotForgeMarks();
    void requestsOfOnesOwnThatAreAlikeAreFound();
    void anythingMayBeTypedWhileLookingForTheLike();
};

void TestSearch::init()
{
    w = new StoreWorld;
    w->fullSync = false;
    QVERIFY(w->reopen());
    feed = StoreWorld::queueFeed(w->desk);
}

void TestSearch::cleanup()
{
    delete w;
    w = nullptr;
}

void TestSearch::requestsOfOnesOwnThatAreAlikeAreFound()
{
    // Anna's own requests come through her own feed.
    const QString own = StoreWorld::personFeed(w->anna);
    QList<wire::Change> changes;
    const char *const titles[] = {"The printer on floor 2 prints blank pages",
                                  "Imprimante bloquée au 3e étage",
                                  "Blank screen after the update",
                                  "Printer pages are cut off"};
    for (int i = 0; i < 4; ++i)
        changes.append(w->said(own, w->ticket(QString::fromUtf8(titles[i]), w->desk, 100 + i)));
    QVERIFY(w->apply(w->anna, changes));
    const auto alike = [this](const char *text, int most = 3) {
        QStringList found;
        const auto rows = w->reader().similarRequests(QString::fromUtf8(text), most);
        if (!rows)
            return QStringList(toLog(rows.error()));
        for (const TicketRow &row : *rows)
            found.append(row.title);
        return found;
    };
    // The closest first; one shared word of many is chance.
    QCOMPARE(alike("My printer gives blank pages again"),
             QStringList({QString::fromUtf8(titles[0]), QString::fromUtf8(titles[3])}));
    QCOMPARE(alike("My printer gives blank pages again", 1), QStringList(QString::fromUtf8(titles[0])));
    // A single word is enough while there is only one, in any spelling, as a beginning.
    QCOMPARE(alike("imprim"), QStringList(QString::fromUtf8(titles[1])));
    QCOMPARE(alike("l'imprimante de l'etage"), QStringList(QString::fromUtf8(titles[1])));
    // Words that everybody uses say nothing.
    QCOMPARE(alike("after"), QStringList());
    QCOMPARE(alike("the on of"), QStringList());
    QCOMPARE(alike(""), QStringList());
}

void TestSearch::anythingMayBeTypedWhileLookingForTheLike()
{
    add(QStringLiteral("Something else"), {});
    for (const QString &text :
         {QStringLiteral("\"quoted OR NEAR( AND"), QStringLiteral("title: requester* ^^"),
          QString(5000, u'x'), QStringLiteral("(((((((("), QString(u'\0') + QStringLiteral("null byte")}) {
        QVERIFY(w->reader().similarRequests(text, 3).has_value());
    }
}

Ticket TestSearch::add(const QString &title, const QStringList &words)
{
    Ticket ticket = w->ticket(title, w->desk, w->heads[feed] + 1000);
    QList<wire::Change> changes{w->said(feed, ticket)};
    for (const QString &text : words)
        changes.append(w->said(feed, w->message(ticket, w->anna, text)));
    const auto applied = w->apply(w->ben, changes);
    if (!applied)
        qWarning("%s", qPrintable(toLog(applied.error())));
    return ticket;
}

QStringList TestSearch::found(const QString &text, int limit)
{
    QStringList titles;
    const auto hits = w->reader().search(text, limit);
    if (!hits)
        return {toLog(hits.error())};
    for (const SearchHit &hit : *hits)
        titles.append(hit.row.title);
    return titles;
}

void TestSearch::wordsAreFoundWhateverTheirSpelling_data()
{
    QTest::addColumn<QString>("stored");
    QTest::addColumn<QString>("asked");
    const auto row = [](const char *name, const char *stored, const char *asked) {
        QTest::newRow(name) << QString::fromUtf8(stored) << QString::fromUtf8(asked);
    };
    row("plain", "the printer hums", "printer");
    row("case", "The PRINTER hums", "printer");
    row("accent stored", "l'Église est fermée", "eglise");
    row("accent asked", "eglise", "Église");
    row("decomposed", "E\xCC\x81glise", "église");
    row("oe stored", "une œuvre d'art", "oeuvre");
    row("oe asked", "une oeuvre", "ŒUVRE");
    row("ae", "curriculum vitæ", "vitae");
    row("sharp s", "Hauptstraße 5", "hauptstrasse");
    row("capital sharp s", "HAUPTSTRAẞE", "hauptstrasse");
    row("apostrophe", "l'imprimante", "imprimante");
    row("typographic apostrophe", "l\u2019imprimante", "imprimante");
    row("identifier", "see INC-0042 for more", "INC-0042");
    row("identifier, lower case", "see INC-0042 for more", "inc-0042");
    row("server name", "srv_par-01 is down", "srv_par-01");
    row("mail", "write to anna.oehler@example.org now", "anna.oehler@example.org");
    row("beginning of the last word", "the photocopier", "photoc");
    row("beginning of a mail", "write to anna@example.org", "anna@exam");
    row("several words anywhere", "red light on the left of the copier", "copier red");
    row("phrase", "paper jam in tray two", "\"paper jam\"");
    row("phrase left open", "paper jam in tray two", "\"paper jam");
    row("phrase and word", "paper jam in tray two", "\"paper jam\" tray");
    row("number", "error 0x80070005", "0x80070005");
    row("Cyrillic", "Принтер сломан", "принтер");
    row("Greek", "ο εκτυπωτής", "εκτυπωτης");
    row("trailing space ends the word", "printer", "printer ");
}

void TestSearch::wordsAreFoundWhateverTheirSpelling()
{
    QFETCH(QString, stored);
    QFETCH(QString, asked);
    add(QStringLiteral("Hit"), {stored});
    add(QStringLiteral("Miss"), {QStringLiteral("nothing of the sort")});
    QCOMPARE(found(asked), QStringList({QStringLiteral("Hit")}));
    ListQuery query;
    query.text = asked;
    QCOMPARE(w->listed(query), QStringList({QStringLiteral("Hit")}));
}

void TestSearch::wordsThatAreNotThereAreNotFound_data()
{
    QTest::addColumn<QString>("stored");
    QTest::addColumn<QString>("asked");
    QTest::newRow("other word") << QStringLiteral("printer") << QStringLiteral("scanner");
    QTest::newRow("one of two") << QStringLiteral("red printer") << QStringLiteral("blue printer");
    QTest::newRow("phrase turned") << QStringLiteral("jam paper") << QStringLiteral("\"paper jam\"");
    QTest::newRow("other identifier") << QStringLiteral("INC-0042") << QStringLiteral("INC-0043");
    QTest::newRow("middle of a word") << QStringLiteral("photocopier") << QStringLiteral("copier");
    QTest::newRow("ended word") << QStringLiteral("photocopier") << QStringLiteral("photo ");
    QTest::newRow("nothing") << QStringLiteral("printer") << QString();
    QTest::newRow("only signs") << QStringLiteral("printer") << QStringLiteral("-- ** ''");
}

void TestSearch::wordsThatAreNotThereAreNotFound()
{
    QFETCH(QString, stored);
    QFETCH(QString, asked);
    add(QStringLiteral("Ticket"), {stored});
    QCOMPARE(found(asked), QStringList());
}

void TestSearch::hostileInputIsNeverAnError_data()
{
    QTest::addColumn<QString>("text");
    int i = 0;
    for (const char *text :
         {"\"", "\"\"", "\"\"\"", "*", "a*", "* a", "NOT", "AND", "OR a", "a NOT", "a OR", "NEAR",
          "NEAR(a b, 5)", "NEAR(", "(", ")", "(a", "a)", "title:x", "body : y", "{title} : x",
          "^a", "a ^b", "a + b", "+", "-a", "a-", ":", "'; DROP TABLE ticket; --", "a\\\"b",
          "rank:1", "message_fts", "\xE2\x80\x8B", "\xF0\x9F\x98\x80 smile", "a\tb\nc", "%", "_",
          "a:\"b", "\"a\" \"", "\"a\"*", "x\"y\"z", "--", "/*", "?", "?1", "@a", "$a", "#1042"}) {
        QTest::addRow("%d", i++) << QString::fromUtf8(text);
    }
    QTest::newRow("NUL") << QString(QChar(0)) + QStringLiteral("a") + QChar(0);
    QTest::newRow("lone surrogate") << QString(QChar(0xd800)) + QStringLiteral("a");
    QTest::newRow("long word") << QString(100'000, QLatin1Char('a'));
    QTest::newRow("many words") << QStringLiteral("a b c d e f ").repeated(2000);
    QTest::newRow("many quotes") << QStringLiteral("\"a").repeated(5000);
    QTest::newRow("many marks") << QStringLiteral("e") + QString(5000, QChar(0x301));
}

void TestSearch::hostileInputIsNeverAnError()
{
    QFETCH(QString, text);
    add(QStringLiteral("a b c title"), {QStringLiteral("a near b not c or d and e 1042")});
    VERIFY_OK(w->reader().search(text, 10));
    ListQuery query;
    query.text = text;
    VERIFY_OK(w->reader().list(query));
    VERIFY_OK(w->reader().people(text, 10));
    VERIFY_OK(w->reader().findByNumber(text));
}

void TestSearch::randomInputIsNeverAnError()
{
    add(QStringLiteral("title"), {QStringLiteral("words of a message")});
    const QString letters = QString::fromUtf8("ab \"'*()-+:^{}NOTANDORéœ\\%_.,@#");
    for (int round = 0; round < 2000; ++round) {
        QString text;
        for (quint64 i = w->rng.below(12); i > 0; --i)
            text += letters[qsizetype(w->rng.below(quint64(letters.size())))];
        const auto hits = w->reader().search(text, 5);
        QVERIFY2(hits.has_value(), qPrintable(text));
    }
}

void TestSearch::theNewestComesFirst()
{
    for (int i = 0; i < 30; ++i)
        add(QStringLiteral("T%1").arg(i), {QStringLiteral("common word")});
    QCOMPARE(found(QStringLiteral("common"), 3),
             QStringList({QStringLiteral("T29"), QStringLiteral("T28"), QStringLiteral("T27")}));
    QVERIFY(found(QStringLiteral("common"), 0).isEmpty());
    QVERIFY(found(QStringLiteral("common"), -1).isEmpty());
}

void TestSearch::aTicketIsFoundOnce()
{
    const Ticket ticket = add(QStringLiteral("printer"), {QStringLiteral("printer"),
                                                          QStringLiteral("printer again")});
    QCOMPARE(found(QStringLiteral("printer")), QStringList({ticket.title}));
    QCOMPARE(found(QString::number(ticket.number)), QStringList({ticket.title}));
    QCOMPARE(found(ticket.id.shortTag()), QStringList({ticket.title}));
    QCOMPARE(found(QStringLiteral("oehler")), QStringList({ticket.title})); // its requester
}

void TestSearch::anEditedMessageIsFoundByItsNewWordsOnly()
{
    Ticket ticket = add(QStringLiteral("First title"), {});
    Message message = w->message(ticket, w->anna, QStringLiteral("original"));
    VERIFY_OK(w->apply(w->ben, {w->said(feed, message)}));
    message.body = QStringLiteral("edited");
    ticket.title = QStringLiteral("Second title");
    VERIFY_OK(w->apply(w->ben, {w->said(feed, message), w->said(feed, ticket)}));
    QVERIFY(found(QStringLiteral("original")).isEmpty());
    QVERIFY(found(QStringLiteral("first")).isEmpty());
    QCOMPARE(found(QStringLiteral("edited")).size(), 1);
    QCOMPARE(found(QStringLiteral("second")).size(), 1);
    // The index itself agrees that every word it holds is accounted for.
    for (const char *table : {"message_fts", "subject_fts"}) {
        VERIFY_OK(w->profile->cacheDatabase().run(
            QStringLiteral("INSERT INTO %1 (%1) VALUES ('integrity-check')")
                .arg(QLatin1String(table))));
    }
}

/// FTS5 writes out what it holds at every savepoint of SQLite; an index of one piece a message
/// took most of the time of a page.
void TestSearch::onePageIsOnePieceOfTheIndex()
{
    QList<wire::Change> changes;
    for (int i = 0; i < 40; ++i) {
        const Ticket ticket = w->ticket(QStringLiteral("Ticket %1").arg(i), w->desk, i + 1);
        changes.append(w->said(feed, ticket));
        for (int m = 0; m < 3; ++m)
            changes.append(w->said(feed, w->message(ticket, w->anna, QStringLiteral("words %1").arg(m))));
    }
    VERIFY_OK(w->apply(w->ben, changes));
    for (const char *table : {"message_fts_data", "subject_fts_data"}) {
        // The piece's number stands above the page's in the row number; the first rows are FTS5's.
        auto rows = w->profile->cacheDatabase().prepare(
            QStringLiteral("SELECT count(DISTINCT id >> 37) FROM %1 WHERE id > 10")
                .arg(QLatin1String(table)));
        VERIFY_OK(rows);
        VERIFY_OK(rows->next());
        QCOMPARE(rows->integer(0), qint64(1));
    }
}

void TestSearch::eventsAreNotIndexed()
{
    const Ticket ticket = add(QStringLiteral("T"), {});
    Message event = w->message(ticket, w->ben, QStringLiteral("hidden"), MessageKind::Event);
    event.event = QStringLiteral("state");
    VERIFY_OK(w->apply(w->ben, {w->said(feed, event)}));
    QVERIFY(found(QStringLiteral("hidden")).isEmpty());
}

void TestSearch::excerptsMarkTheMatch()
{
    const QString before = QStringLiteral("Nothing to see here. ").repeated(20);
    add(QStringLiteral("T"), {before + QString::fromUtf8("Die Straße\nzur Œuvre ist gesperrt.")});
    const auto hits = w->reader().search(QStringLiteral("strasse oeuv"), 5);
    VERIFY_OK(hits);
    QCOMPARE(hits->size(), 1);
    const QString excerpt = hits->first().excerpt;
    QVERIFY2(excerpt.contains(QString::fromUtf8("\u0002Straße\u0003 zur \u0002Œuv\u0003re")),
             qPrintable(excerpt));
    QVERIFY(excerpt.startsWith(QChar(0x2026)));
    QVERIFY(excerpt.size() < 200);
    add(QStringLiteral("The flux title"), {QStringLiteral("other words")});
    QCOMPARE(w->reader().search(QStringLiteral("flux"), 5)->first().excerpt,
             QStringLiteral("The \u0002flux\u0003 title"));
}

void TestSearch::excerptsCannotForgeMarks()
{
    QCOMPARE(searchtext::excerpt(QStringLiteral("a\u0002b\u0003 word"), {QStringLiteral("word")}),
             QStringLiteral("ab \u0002word\u0003"));
    QCOMPARE(searchtext::excerpt(QString(), {QStringLiteral("word")}), QString());
    QCOMPARE(searchtext::excerpt(QStringLiteral("text"), {QString()}), QStringLiteral("text"));
}

QTEST_GUILESS_MAIN(TestSearch)
#include "tst_search.moc"
