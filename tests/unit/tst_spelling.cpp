// SPDX-License-Identifier: GPL-3.0-or-later
// Which words are looked up, and what dictionaries say of them.
#include "core/base/rng.h"
#include "core/spell/checkedwords.h"
#include "core/spell/speller.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace vigie;
using namespace vigie::spell;

class TestSpelling final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void onlyWordsAreLookedUp_data();
    void onlyWordsAreLookedUp();
    void onlyWhatIsSeenIsLookedUp();
    void anyTextIsAnswered();
    void dictionariesAreFoundByLanguageAndEachOnce();
    void aWordIsRightWithItsPartsToo_data();
    void aWordIsRightWithItsPartsToo();
    void theLettersOfOlderDictionariesAreKnown();
    void theLanguageIsTheOneThatKnowsMost();
    void aLanguageFindsItsDictionary_data();
    void aLanguageFindsItsDictionary();
    void withoutDictionariesNothingIsWrong();

private:
    void make(const QTemporaryDir &folder, const char *language, const QByteArray &words,
              const QByteArray &encoding = "UTF-8") const;
};

void TestSpelling::make(const QTemporaryDir &folder, const char *language, const QByteArray &words,
                        const QByteArray &encoding) const
{
    const QString base = folder.filePath(QLatin1String(language));
    QFile affixes(base + QStringLiteral(".aff"));
    QVERIFY(affixes.open(QIODevice::WriteOnly));
    affixes.write("SET " + encoding + "\nTRY esianrtolcdugmphbyfvkwz\n");
    QFile dictionary(base + QStringLiteral(".dic"));
    QVERIFY(dictionary.open(QIODevice::WriteOnly));
    const QList<QByteArray> all = words.split(' ');
    dictionary.write(QByteArray::number(all.size()) + '\n' + all.join('\n') + '\n');
}

void TestSpelling::onlyWordsAreLookedUp_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QStringList>("words");
    const auto row = [](const char *text, const QStringList &words) {
        QTest::newRow(text) << QString::fromUtf8(text) << words;
    };
    row("", {});
    row("The printer, is (out)!", {QStringLiteral("The"), QStringLiteral("printer"),
                                   QStringLiteral("is"), QStringLiteral("out")});
    row("aujourd'hui l’imprimante arc-en-ciel", {QStringLiteral("aujourd'hui"),
                                                 QStringLiteral("l’imprimante"),
                                                 QStringLiteral("arc-en-ciel")});
    row("'quoted' - dash -", {QStringLiteral("quoted"), QStringLiteral("dash")});
    row("**bold** [words](https://x.org/y)", {QStringLiteral("bold")});
    row("and/or", {QStringLiteral("and"), QStringLiteral("or")});
    row("a `code` b `un closed", {});
    row("    indented\n\nplain", {QStringLiteral("plain")});
    row("```\nfenced\n```\nplain", {QStringLiteral("plain")});
    row("> quoted\nplain", {QStringLiteral("plain")});
    row("anna@example.org www.example.org https://a.b/c #1042 ::word", {});
    row("@Ben Lefèvre comes", {QStringLiteral("comes")});
    row("/etc/hosts C:\\Windows file.txt snake_case {{gap}}", {});
    row("PC1 A4 2nd SAP DHCP ÉTÉ x", {});
    row("end.", {QStringLiteral("end")});
    row("Zoë\u00a0: œuvre", {QStringLiteral("Zoë"), QStringLiteral("œuvre")});
}

void TestSpelling::onlyWordsAreLookedUp()
{
    QFETCH(QString, text);
    QFETCH(QStringList, words);
    QStringList found;
    for (const Span &word : checkedWords(text, {0, text.size()}))
        found.append(text.mid(word.begin, word.end - word.begin));
    QCOMPARE(found, words);
}

void TestSpelling::onlyWhatIsSeenIsLookedUp()
{
    const QString text = QStringLiteral("one\n```\ntwo\nthree\n```\nfour five\nsix");
    const qsizetype from = text.indexOf(QLatin1String("three"));
    const QList<Span> words = checkedWords(text, {from, text.indexOf(QLatin1String("six"))});
    QCOMPARE(words.size(), 2); // "three" is code, although the fence is not seen
    QCOMPARE(text.mid(words.first().begin, 4), QStringLiteral("four"));
}

void TestSpelling::anyTextIsAnswered()
{
    SeededRng rng(2);
    const QString signs = QStringLiteral("aé'-’ \n`@#/\\.:_{}9>\t");
    for (int round = 0; round < 500; ++round) {
        QString text;
        for (quint64 i = rng.below(50); i > 0; --i)
            text += signs.at(int(rng.below(quint64(signs.size()))));
        const qsizetype begin = qsizetype(rng.below(quint64(text.size() + 1)));
        qsizetype last = -1;
        for (const Span &word : checkedWords(text, {begin, text.size()})) {
            QVERIFY(word.begin >= begin && word.begin > last && word.end <= text.size());
            QVERIFY(text.at(word.begin).isLetter() && text.at(word.end - 1).isLetter());
            last = word.begin;
        }
    }
}

void TestSpelling::dictionariesAreFoundByLanguageAndEachOnce()
{
    const QTemporaryDir first;
    const QTemporaryDir second;
    make(first, "fr", "un");
    make(second, "fr", "deux");
    make(second, "en_US", "one");
    QVERIFY(QFile::link(first.filePath(QStringLiteral("fr.aff")), first.filePath(QStringLiteral("fr_CA.aff"))));
    QVERIFY(QFile::link(first.filePath(QStringLiteral("fr.dic")), first.filePath(QStringLiteral("fr_CA.dic"))));
    QVERIFY(QFile::copy(second.filePath(QStringLiteral("fr.aff")), second.filePath(QStringLiteral("de.aff"))));
    const QList<DictionaryFiles> found =
        dictionariesIn({first.path(), second.path(), first.filePath(QStringLiteral("nowhere"))});
    QCOMPARE(found.size(), 2); // "de" has no words
    QCOMPARE(found[0].language, QStringLiteral("en_US"));
    QCOMPARE(found[1], (DictionaryFiles{QStringLiteral("fr"), first.filePath(QStringLiteral("fr"))}));
    const auto missing = Dictionary::open({QStringLiteral("de"), second.filePath(QStringLiteral("de"))});
    QVERIFY(!missing);
    QCOMPARE(missing.error().code, ErrorCode::NotFound);
}

void TestSpelling::aWordIsRightWithItsPartsToo_data()
{
    QTest::addColumn<QString>("word");
    QTest::addColumn<bool>("right");
    const auto row = [](const char *word, bool right) {
        QTest::newRow(word) << QString::fromUtf8(word) << right;
    };
    row("imprimante", true);
    row("Imprimante", true);
    row("l'imprimante", true);
    row("l’imprimante", true);
    row("qu'imprimante", false);
    row("aujourd'hui", true);
    row("aujourd’hui", true);
    row("imprimante-été", true);
    row("imprimante-ete", false);
    row("imprimente", false);
}

void TestSpelling::aWordIsRightWithItsPartsToo()
{
    QFETCH(QString, word);
    QFETCH(bool, right);
    const QTemporaryDir folder;
    make(folder, "fr", "imprimante été aujourd'hui");
    const auto dictionary = Dictionary::open({QStringLiteral("fr"), folder.filePath(QStringLiteral("fr"))});
    QVERIFY(dictionary.has_value());
    QCOMPARE((*dictionary)->isRight(word), right);
    if (!right && word == QLatin1String("imprimente"))
        QCOMPARE((*dictionary)->suggestions(word, 1), QStringList{QStringLiteral("imprimante")});
}

void TestSpelling::theLettersOfOlderDictionariesAreKnown()
{
    const QTemporaryDir folder;
    make(folder, "fr", QByteArray("c\xbdur \xe9t\xe9"), "ISO8859-15");
    make(folder, "de", QByteArray("stra\xdf\x65"), "ISO8859-1");
    make(folder, "ru", QByteArray("a"), "KOI8-R");
    const auto french = Dictionary::open({QStringLiteral("fr"), folder.filePath(QStringLiteral("fr"))});
    QVERIFY(french.has_value());
    QVERIFY((*french)->isRight(QStringLiteral("cœur")));
    QVERIFY((*french)->isRight(QStringLiteral("été")));
    QVERIFY(!(*french)->isRight(QStringLiteral("ципa"))); // no such letters
    QCOMPARE((*french)->suggestions(QStringLiteral("cœurr"), 1), QStringList{QStringLiteral("cœur")});
    const auto german = Dictionary::open({QStringLiteral("de"), folder.filePath(QStringLiteral("de"))});
    QVERIFY(german.has_value());
    QVERIFY((*german)->isRight(QStringLiteral("straße")));
    const auto russian = Dictionary::open({QStringLiteral("ru"), folder.filePath(QStringLiteral("ru"))});
    QVERIFY(!russian);
    QCOMPARE(russian.error().code, ErrorCode::Invalid);
}

void TestSpelling::theLanguageIsTheOneThatKnowsMost()
{
    const QTemporaryDir folder;
    make(folder, "fr", "la table est verte");
    make(folder, "en_US", "the table is green");
    Speller speller({folder.path()});
    const QStringList likely{QStringLiteral("en-GB"), QStringLiteral("fr-FR")};
    const auto french = speller.check({QStringLiteral("la"), QStringLiteral("table"), QStringLiteral("vert")},
                                      {}, likely);
    QVERIFY(french.has_value());
    QCOMPARE(french->language, QStringLiteral("fr"));
    QCOMPARE(french->wrong, QSet<QString>{QStringLiteral("vert")});
    const auto either = speller.check({QStringLiteral("table")}, {}, likely);
    QVERIFY(either.has_value());
    QCOMPARE(either->language, QStringLiteral("en_US")); // the likelier one
    const auto chosen = speller.check({QStringLiteral("la")}, QStringLiteral("en_US"), likely);
    QVERIFY(chosen.has_value());
    QCOMPARE(chosen->wrong.size(), 1);
    // Nobody speaks either: something is better than nothing.
    QCOMPARE(speller.check({QStringLiteral("la")}, {}, {QStringLiteral("ja")})->language,
             QStringLiteral("en_US"));
    QVERIFY(!speller.suggestions(QStringLiteral("vert"), QStringLiteral("xx"), 5));
    QVERIFY(speller.suggestions(QStringLiteral("vert"), QStringLiteral("fr"), 5)
                ->contains(QStringLiteral("verte")));
}

void TestSpelling::aLanguageFindsItsDictionary_data()
{
    QTest::addColumn<QString>("language");
    QTest::addColumn<QString>("found");
    QTest::newRow("exact") << QStringLiteral("en-GB") << QStringLiteral("en_GB");
    QTest::newRow("other country") << QStringLiteral("en-AU") << QStringLiteral("en_GB");
    QTest::newRow("without a country") << QStringLiteral("fr-CA") << QStringLiteral("fr");
    QTest::newRow("of a country") << QStringLiteral("en") << QStringLiteral("en_GB");
    QTest::newRow("none") << QStringLiteral("de") << QString();
}

void TestSpelling::aLanguageFindsItsDictionary()
{
    QFETCH(QString, language);
    QFETCH(QString, found);
    QCOMPARE(fitting(language, {QStringLiteral("en_GB"), QStringLiteral("en_US"), QStringLiteral("fr"),
                                QStringLiteral("fr_BE")}),
             found);
}

void TestSpelling::withoutDictionariesNothingIsWrong()
{
    const QTemporaryDir empty;
    Speller speller({empty.path()});
    QVERIFY(speller.languages().isEmpty());
    const auto verdict = speller.check({QStringLiteral("wrnog")}, {}, {QStringLiteral("en")});
    QVERIFY(verdict.has_value());
    QVERIFY(verdict->language.isEmpty() && verdict->wrong.isEmpty());
}

QTEST_GUILESS_MAIN(TestSpelling)
#include "tst_spelling.moc"
