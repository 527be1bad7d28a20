// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/limits.h"
#include "core/text/errorlines.h"

#include <QTest>

using namespace vigie;

class TestErrorLines : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void anErrorMessageIsKnownByItsWordsOrItsCode_data();
    void anErrorMessageIsKnownByItsWordsOrItsCode();
    void ordinaryLinesAreNone_data();
    void ordinaryLinesAreNone();
    void aLineBetweenTwoBelongsToTheMessage();
    void theMessageHasALongestLength();
    void noLinesMakeNoMessage();
};

void TestErrorLines::anErrorMessageIsKnownByItsWordsOrItsCode_data()
{
    QTest::addColumn<QString>("line");
    for (const char *line :
         {"Error 0x80070005: Access is denied.", "(Ox8007000S) 0x80070005", "code 0xC0000005",
          "HTTP 503 Service Unavailable", "HTTP/1.1 502 Bad Gateway", "Status: 404",
          "ERR_CONNECTION_REFUSED", "ORA-12154: TNS", "Une erreur est survenue",
          "Échec de l'enregistrement", "ÉCHEC", "Fehler beim Speichern", "Unhandled exception",
          "java.lang.NullPointerException", "TypeError: x is undefined", "The operation timed out",
          "Impossible d'ouvrir le fichier", "Could not connect to the printer",
          "Die Datei wurde nicht gefunden", "Accès refusé", "Connection failed",
          "Word ne répond pas"})
        QTest::newRow(line) << QString::fromUtf8(line);
}

void TestErrorLines::anErrorMessageIsKnownByItsWordsOrItsCode()
{
    QFETCH(QString, line);
    QVERIFY(looksLikeError(line));
}

void TestErrorLines::ordinaryLinesAreNone_data()
{
    QTest::addColumn<QString>("line");
    for (const char *line :
         {"", "File  Edit  View", "No errors found", "0 errors, 2 warnings", "Aucune erreur",
          "Error reporting", "Signaler une erreur", "OK", "Terror and mirrors", "HTTP 200",
          "Status: 200", "COVID-19", "2026-11-25", "0x", "oxen", "Saved 12 files",
          "Enregistrement terminé", "Speichern unter"})
        QTest::newRow(line) << QString::fromUtf8(line);
}

void TestErrorLines::ordinaryLinesAreNone()
{
    QFETCH(QString, line);
    QVERIFY(!looksLikeError(line));
}

void TestErrorLines::aLineBetweenTwoBelongsToTheMessage()
{
    const QStringList lines{QStringLiteral("Accounts 2026"),     QStringLiteral("Error  while saving"),
                            QStringLiteral("letter.docx on N:"), QStringLiteral("(0x80070035)"),
                            QStringLiteral("Retry"),             QStringLiteral("Cancel"),
                            QStringLiteral("Error while saving")};
    QCOMPARE(errorLines(lines), (QList<qsizetype>{1, 2, 3, 6}));
    QCOMPARE(errorMessage(lines),
             QStringLiteral("Error while saving\nletter.docx on N:\n(0x80070035)"));
}

void TestErrorLines::theMessageHasALongestLength()
{
    QStringList lines;
    for (int i = 0; i < 50; ++i)
        lines.append(QStringLiteral("error %1 ").arg(i) + QString(500, QLatin1Char('x')));
    QCOMPARE(errorLines(lines).size(), qsizetype(limits::kErrorLines));
    QCOMPARE(errorMessage(lines).size(), limits::kShortTextLength);
}

void TestErrorLines::noLinesMakeNoMessage()
{
    QVERIFY(errorLines({}).isEmpty());
    QVERIFY(errorMessage({QStringLiteral("fine")}).isEmpty());
}

QTEST_APPLESS_MAIN(TestErrorLines)
#include "tst_errorlines.moc"
