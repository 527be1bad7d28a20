// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/text/ocrtext.h"
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
};

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
