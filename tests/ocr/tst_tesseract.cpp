// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/image/ocr/sensitivefinder.h"
#include "core/image/ocr/tesseractengine.h"
#include "tests/support/sampledialogs.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>

using namespace vigie;
using namespace vigie::tests;

namespace {

const QStringList &frenchAndEnglish()
{
    static const QStringList languages{QStringLiteral("fra"), QStringLiteral("eng")};
    return languages;
}

} // namespace

/// The first half needs no engine; the second reads rendered text and says loudly when it cannot.
class TestTesseract : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void anAbsentLibraryIsToldByAHint();
    void aLibraryWithoutItsFunctionsIsRefused();
    void onlyKnownVersionsAreUsed();
    void theLanguagesFollowTheLocale();

    void missingLanguagesAreToldByAHint();
    void aLanguageFileThatIsNoneIsAnError();
    void aCancelledReadingIsCancelled();
    void aPictureWithoutTextHasNoLines();
    void secretsOfRenderedDialogsAreFound_data();
    void secretsOfRenderedDialogsAreFound();
    void theErrorMessageOfADialogIsOffered();

private:
    TesseractEngine m_engine;
};

#define NEEDS_TESSERACT()                                                                          \
    if (!m_engine.available(frenchAndEnglish()))                                                   \
    QSKIP("NOT TESTED: Tesseract 5 with fra and eng is not installed (packaging/install-deps test)")

void TestTesseract::anAbsentLibraryIsToldByAHint()
{
    TesseractPlaces places;
    places.libraries = {QStringLiteral("libno-such-tesseract.so.9")};
    TesseractEngine engine(places);
    QCOMPARE(engine.hint(frenchAndEnglish()), OcrHint::NoLibrary);
    QImage picture(10, 10, QImage::Format_RGB32);
    picture.fill(Qt::white);
    const std::atomic_bool cancelled = false;
    QCOMPARE(engine.recognise(picture, frenchAndEnglish(), cancelled).error().code,
             ErrorCode::NotFound);
}

void TestTesseract::aLibraryWithoutItsFunctionsIsRefused()
{
    TesseractPlaces places;
    places.libraries = {QStringLiteral("libsqlite3.so.0"), QStringLiteral("libz.so.1")};
    TesseractEngine engine(places);
    QCOMPARE(engine.hint(frenchAndEnglish()), OcrHint::UnknownLibrary);
}

void TestTesseract::onlyKnownVersionsAreUsed()
{
    for (const char *known : {"4.1.0", "4.1.3", "5.0.0-beta", "5.3.0", "5.5"})
        QVERIFY2(isKnownTesseract(known), known);
    for (const char *unknown : {"", "3.04.01", "4.0.0", "6.0.0", "five"})
        QVERIFY2(!isKnownTesseract(unknown), unknown);
}

void TestTesseract::theLanguagesFollowTheLocale()
{
    QCOMPARE(ocrLanguages(QStringLiteral("fr_FR")), frenchAndEnglish());
    QCOMPARE(ocrLanguages(QStringLiteral("de")),
             (QStringList{QStringLiteral("deu"), QStringLiteral("eng")}));
    QCOMPARE(ocrLanguages(QStringLiteral("en_GB")), QStringList{QStringLiteral("eng")});
    QCOMPARE(ocrLanguages(QStringLiteral("xx")), QStringList{QStringLiteral("eng")});
}

void TestTesseract::missingLanguagesAreToldByAHint()
{
    NEEDS_TESSERACT();
    QCOMPARE(m_engine.hint({QStringLiteral("tlh")}), OcrHint::NoLanguages);
    QCOMPARE(m_engine.hint({QStringLiteral("tlh"), QStringLiteral("eng")}), OcrHint::None);
}

void TestTesseract::aLanguageFileThatIsNoneIsAnError()
{
    NEEDS_TESSERACT();
    QTemporaryDir folder;
    QFile file(folder.filePath(QStringLiteral("fra.traineddata")));
    QVERIFY(file.open(QIODevice::WriteOnly) && file.write("no language") > 0);
    file.close();
    TesseractPlaces places = tesseractPlaces();
    places.dataFolders = {folder.path()};
    TesseractEngine engine(places);
    QImage picture(100, 40, QImage::Format_RGB32);
    picture.fill(Qt::white);
    const std::atomic_bool cancelled = false;
    QCOMPARE(engine.recognise(picture, frenchAndEnglish(), cancelled).error().code,
             ErrorCode::NotFound);
}

void TestTesseract::aCancelledReadingIsCancelled()
{
    NEEDS_TESSERACT();
    SeededRng rng(1);
    const SampleDialog dialog =
        sampleDialog(dialogLooks()[0], dialogFonts().value(0), 11, 1, rng);
    const std::atomic_bool cancelled = true;
    QCOMPARE(m_engine.recognise(dialog.picture, frenchAndEnglish(), cancelled).error().code,
             ErrorCode::Cancelled);
}

void TestTesseract::aPictureWithoutTextHasNoLines()
{
    NEEDS_TESSERACT();
    const std::atomic_bool cancelled = false;
    for (const QSize &size : {QSize(1, 1), QSize(300, 2), QSize(300, 200)}) {
        QImage picture(size, QImage::Format_RGB32);
        picture.fill(Qt::gray);
        const auto lines = m_engine.recognise(picture, frenchAndEnglish(), cancelled);
        QVERIFY(lines);
        QVERIFY(textRows(*lines).isEmpty());
    }
}

void TestTesseract::secretsOfRenderedDialogsAreFound_data()
{
    QTest::addColumn<int>("look");
    QTest::addColumn<int>("points");
    QTest::addColumn<int>("scale");
    QTest::newRow("light, 10 pt") << 0 << 10 << 1;
    QTest::newRow("dark, 11 pt") << 2 << 11 << 1;
    QTest::newRow("night, 9 pt at 2x") << 3 << 9 << 2;
}

void TestTesseract::secretsOfRenderedDialogsAreFound()
{
    NEEDS_TESSERACT();
    QFETCH(int, look);
    QFETCH(int, points);
    QFETCH(int, scale);
    SeededRng rng(quint64(look) + 7);
    const SampleDialog dialog =
        sampleDialog(dialogLooks()[look], QStringLiteral("DejaVu Sans"), points, scale, rng);
    const std::atomic_bool cancelled = false;
    const auto found = findSensitivePlaces(m_engine, dialog.picture,
                                           {frenchAndEnglish(), sampleRules()}, cancelled);
    QVERIFY(found);
    const auto touches = [](const QRectF &letters, const Suggestion &suggestion) {
        return suggestion.rect.intersected(letters).height() > letters.height() / 2;
    };
    int hidden = 0;
    for (const PlantedText &secret : dialog.secrets) {
        const bool hit = std::any_of(
            found->suggestions.begin(), found->suggestions.end(),
            [&](const Suggestion &s) { return s.rect.contains(secret.rect) || touches(secret.rect, s); });
        if (!hit)
            qInfo() << "missed" << secret.kind << secret.text;
        hidden += hit;
    }
    QVERIFY(hidden >= dialog.secrets.size() - 1); // a reader may err once
    for (const PlantedText &decoy : dialog.decoys)
        QVERIFY2(std::none_of(found->suggestions.begin(), found->suggestions.end(),
                              [&](const Suggestion &s) { return touches(decoy.rect, s); }),
                 qPrintable(decoy.text));
}

void TestTesseract::theErrorMessageOfADialogIsOffered()
{
    NEEDS_TESSERACT();
    const std::atomic_bool cancelled = false;
    for (quint64 seed = 1; seed < 40; ++seed) {
        SeededRng rng(seed);
        const SampleDialog dialog =
            sampleDialog(dialogLooks()[0], QStringLiteral("DejaVu Sans"), 11, 1, rng);
        const bool fitting =
            std::any_of(dialog.decoys.begin(), dialog.decoys.end(), [](const PlantedText &decoy) {
                return decoy.text.contains(QLatin1String("0x80070005"));
            });
        if (!fitting)
            continue;
        const auto found = findSensitivePlaces(m_engine, dialog.picture,
                                               {frenchAndEnglish(), sampleRules()}, cancelled);
        QVERIFY(found);
        QVERIFY2(found->errorText.contains(QLatin1String("Error 0x80070005: Access is denied.")),
                 qPrintable(found->errorText));
        return;
    }
    QFAIL("none of the dialogs has an error message");
}

QTEST_MAIN(TestTesseract)
#include "tst_tesseract.moc"
