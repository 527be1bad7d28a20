// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/text/ocrtext.h"
#include "core/image/ocr/picturetext.h"
#include "core/text/sensitivetext.h"

#include <QSet>
#include <QTest>

using namespace vigie;

class TestOcrWords : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void everyKindHasANameAndWordsOfItsOwn();
    void everyHintSaysWhatToInstall();
    void copiedTextIsWhatStandsInTheAreaRowByRow();
    void hiddenWordsAreNeverCopied();

private:
    /// Two rows of a form, read at double size.
    [[nodiscard]] static QList<TextRow> rows()
    {
        const auto word = [](const char *text, int x, int y, int width) {
            return OcrWord{QString::fromLatin1(text), QRect(x, y, width, 20)};
        };
        return inPicturePixels(textRows({{{word("User", 20, 20, 60), word("lea", 300, 20, 50)}},
                                         {{word("Error", 20, 80, 70), word("0x80070005", 100, 80, 160)}}}),
                               2);
    }
};

void TestOcrWords::copiedTextIsWhatStandsInTheAreaRowByRow()
{
    QCOMPARE(textWithin(rows(), QRectF(0, 0, 400, 400), {}),
             QStringLiteral("User\tlea\nError 0x80070005"));
    QCOMPARE(textWithin(rows(), QRectF(0, 0, 100, 30), {}), QStringLiteral("User"));
    QCOMPARE(textWithin(rows(), QRectF(300, 300, 20, 20), {}), QString());
}

void TestOcrWords::hiddenWordsAreNeverCopied()
{
    // A redaction that only touches a word hides all of it.
    QCOMPARE(textWithin(rows(), QRectF(0, 0, 400, 400), {QRectF(174.5, 0, 50, 30)}),
             QStringLiteral("User\t[…]\nError 0x80070005"));
    QCOMPARE(textWithin(rows(), QRectF(0, 0, 400, 400), {QRectF(0, 36, 400, 30)}),
             QStringLiteral("User\tlea\n[…]"));
}

void TestOcrWords::everyKindHasANameAndWordsOfItsOwn()
{
    QSet<QString> names;
    QSet<QString> words{OcrText::reason(QStringLiteral("unheard of"))};
    constexpr int kKinds = int(SensitiveKind::Site) + 1;
    for (int kind = 0; kind < kKinds; ++kind) {
        const QString name = reasonName(SensitiveKind(kind));
        QVERIFY(!name.isEmpty());
        names.insert(name);
        words.insert(OcrText::reason(name));
    }
    QCOMPARE(names.size(), kKinds);
    QCOMPARE(words.size(), kKinds + 1);
}

void TestOcrWords::everyHintSaysWhatToInstall()
{
    QCOMPARE(OcrText::hint(OcrHint::None), QString());
    for (const OcrHint hint :
         {OcrHint::NoLibrary, OcrHint::UnknownLibrary, OcrHint::NoLanguages}) {
        QVERIFY(OcrText::hint(hint).contains(QStringLiteral("Tesseract")));
        QVERIFY(OcrText::hint(hint).contains(QStringLiteral("installed")));
    }
}

QTEST_APPLESS_MAIN(TestOcrWords)
#include "tst_ocrwords.moc"
