// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/limits.h"
#include "core/image/ocr/readablepicture.h"
#include "core/image/ocr/suggestions.h"

#include <QTest>

using namespace vigie;

namespace {

OcrWord word(const char *text, int x, int y, int width, int height = 10)
{
    return {QString::fromUtf8(text), QRect(x, y, width, height)};
}

QStringList texts(const QList<TextRow> &rows)
{
    QStringList result;
    for (const TextRow &row : rows)
        result.append(row.text);
    return result;
}

Suggestion at(double x, double y, double width, const char *reason)
{
    return {QRectF(x, y, width, 14), QString::fromUtf8(reason), {}};
}

} // namespace

class TestSuggestions : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void wordsOfOneHeightMakeARowWhateverLineTheyCameIn();
    void aFlatSignBelongsToTheRowOfItsNeighbours();
    void signsThatStandCloseAreNoWordsOfTheirOwn();
    void aRuleThroughManyRowsDoesNotJoinThem();
    void aHitBecomesTheBoxOfItsWordsWithAMargin();
    void boxesOfAnEnlargedReadingAreScaledBack();
    void aSecretBelowItsLabelIsFound();
    void whatIsBesideALabelIsNotLookedForBelow();
    void twoReadingsOfOnePlaceBecomeOne();
    void placesInRowsThatStandCloseStayApart();
    void errorTextLeavesOutWhatIsSensitive();
    void noReadingIsLargerThanTheLimit_data();
    void noReadingIsLargerThanTheLimit();
    void darkThemesAreTurnedToDarkLettersOnLight();
};

void TestSuggestions::wordsOfOneHeightMakeARowWhateverLineTheyCameIn()
{
    const QList<OcrLine> lines{{{word("hunter2", 200, 21, 60)}},
                               {{word("Password:", 10, 20, 80), word("", 95, 20, 3)}},
                               {{word("Two", 10, 40, 30), word("words", 44, 41, 40)}}};
    QCOMPARE(texts(textRows(lines)),
             (QStringList{QStringLiteral("Password:\thunter2"), QStringLiteral("Two words")}));
}

void TestSuggestions::aFlatSignBelongsToTheRowOfItsNeighbours()
{
    const QList<OcrLine> lines{
        {{word("=", 44, 25, 8, 3)}}, {{word("mdp", 10, 22, 30, 12)}}, {{word("x7!k", 56, 20, 30)}}};
    QCOMPARE(texts(textRows(lines)), QStringList{QStringLiteral("mdp = x7!k")});
}

void TestSuggestions::signsThatStandCloseAreNoWordsOfTheirOwn()
{
    const QList<OcrLine> lines{{{word("KD", 10, 20, 16), word("-", 29, 24, 5, 2),
                                 word("123456", 37, 20, 48), word("-", 92, 24, 5, 2),
                                 word("paid", 104, 20, 32)}}};
    QCOMPARE(texts(textRows(lines)), QStringList{QStringLiteral("KD-123456 - paid")});
}

void TestSuggestions::aRuleThroughManyRowsDoesNotJoinThem()
{
    const QList<OcrLine> lines{
        {{word("l", 0, 0, 2, 100)}}, {{word("one", 10, 20, 30)}}, {{word("two", 10, 60, 30)}}};
    QVERIFY(texts(textRows(lines)).contains(QStringLiteral("one")));
    QVERIFY(texts(textRows(lines)).contains(QStringLiteral("two")));
}

void TestSuggestions::aHitBecomesTheBoxOfItsWordsWithAMargin()
{
    const QList<OcrLine> lines{
        {{word("see", 10, 20, 30), word("10.1.2.3", 50, 20, 80), word("now", 140, 20, 30)}}};
    const QList<Suggestion> found = suggestionsIn(textRows(lines), 1, {});
    QCOMPARE(found.size(), 1);
    QCOMPARE(found[0].reason, QStringLiteral("ip"));
    QCOMPARE(found[0].text, QStringLiteral("10.1.2.3"));
    QCOMPARE(found[0].rect, QRectF(48, 18, 84, 14));
}

void TestSuggestions::boxesOfAnEnlargedReadingAreScaledBack()
{
    const QList<OcrLine> lines{{{word("10.1.2.3", 100, 40, 160, 20)}}};
    const QList<Suggestion> found = suggestionsIn(textRows(lines), 2, {});
    QCOMPARE(found.size(), 1);
    QCOMPARE(found[0].rect, QRectF(48, 18, 84, 14));
}

void TestSuggestions::aSecretBelowItsLabelIsFound()
{
    const QList<OcrLine> lines{{{word("User", 10, 20, 40), word("Password", 200, 20, 80)}},
                               {{word("anna", 12, 40, 40), word("hunter2", 202, 40, 70)}}};
    const QList<Suggestion> found = suggestionsIn(textRows(lines), 1, {});
    QCOMPARE(found.size(), 1);
    QCOMPARE(found[0].reason, QStringLiteral("password"));
    QCOMPARE(found[0].text, QStringLiteral("hunter2"));
}

void TestSuggestions::whatIsBesideALabelIsNotLookedForBelow()
{
    const QList<OcrLine> lines{{{word("Password:", 10, 20, 80), word("••••", 200, 20, 60)}},
                               {{word("Room2", 10, 40, 40)}}};
    QVERIFY(suggestionsIn(textRows(lines), 1, {}).isEmpty());
    const QList<OcrLine> far{{{word("Password:", 10, 20, 80)}}, {{word("Room2", 10, 90, 40)}}};
    QVERIFY(suggestionsIn(textRows(far), 1, {}).isEmpty());
}

void TestSuggestions::twoReadingsOfOnePlaceBecomeOne()
{
    const QList<Suggestion> united =
        unitedSuggestions({at(20, 50, 40, "ip"), at(10, 51, 90, "email"), at(200, 50, 30, "ip")});
    QCOMPARE(united.size(), 2);
    QCOMPARE(united[0].reason, QStringLiteral("email"));
    QCOMPARE(united[0].rect, QRectF(10, 50, 90, 15));
    QCOMPARE(united[1].reason, QStringLiteral("ip"));
}

void TestSuggestions::placesInRowsThatStandCloseStayApart()
{
    QCOMPARE(unitedSuggestions({at(10, 50, 90, "ip"), at(10, 60, 90, "ip")}).size(), 2);
}

void TestSuggestions::errorTextLeavesOutWhatIsSensitive()
{
    const QList<OcrLine> lines{
        {{word("Welcome", 10, 0, 60)}},
        {{word("Error:", 10, 20, 50), word("anna@example.org", 64, 20, 120),
          word("at", 190, 20, 20), word("10.1.2.3", 214, 20, 70), word("refused", 290, 20, 60)}}};
    QCOMPARE(errorTextIn(textRows(lines), {}), QStringLiteral("Error: […] at […] refused"));
}

void TestSuggestions::noReadingIsLargerThanTheLimit_data()
{
    QTest::addColumn<QSize>("size");
    QTest::addColumn<int>("readings");
    QTest::newRow("dialog") << QSize(520, 360) << 2;
    QTest::newRow("screen") << QSize(1920, 1080) << 2;
    QTest::newRow("4K") << QSize(3840, 2160) << 2;
    QTest::newRow("two 4K") << QSize(7680, 2160) << 1;
    QTest::newRow("largest") << QSize(8000, 8000) << 1;
    QTest::newRow("thread") << QSize(1, 60000) << 2;
}

void TestSuggestions::noReadingIsLargerThanTheLimit()
{
    QFETCH(QSize, size);
    QFETCH(int, readings);
    const QList<double> scales = readingScales(size);
    QCOMPARE(scales.size(), readings);
    for (const double scale : scales)
        QVERIFY(scale * size.width() * scale * size.height() <= double(limits::kOcrPassPixels));
    QCOMPARE(isReadAsItIs(size), size.width() * size.height() <= limits::kOcrPassPixels);
}

void TestSuggestions::darkThemesAreTurnedToDarkLettersOnLight()
{
    QImage dark(40, 40, QImage::Format_RGB32);
    dark.fill(qRgb(30, 30, 30));
    dark.setPixel(5, 5, qRgb(250, 250, 250));
    const QImage readable = readablePicture(dark, 1);
    QCOMPARE(readable.format(), QImage::Format_Grayscale8);
    QVERIFY(qGray(readable.pixel(20, 20)) > 200);
    QVERIFY(qGray(readable.pixel(5, 5)) < 20);
    dark.fill(qRgb(230, 230, 230));
    QVERIFY(qGray(readablePicture(dark, 1).pixel(20, 20)) > 200);
    QCOMPARE(readablePicture(dark, 2).size(), QSize(80, 80));
    QVERIFY(readablePicture(QImage(), 2).isNull());
}

QTEST_GUILESS_MAIN(TestSuggestions)
#include "tst_suggestions.moc"
