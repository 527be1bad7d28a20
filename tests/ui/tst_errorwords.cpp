// SPDX-License-Identifier: GPL-3.0-or-later
// What a person is told when something goes wrong: what happened, what was kept, what to do.
#include "app/platform/singleinstance.h"
#include "app/text/errortext.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>
#include <QTranslator>

using namespace vigie;

namespace {

/// The troubles of daily life and how each comes to a person.
struct Trouble {
    const char *name;
    ErrorWords (*words)();
};

template<ErrorCode code>
ErrorWords wordsOf()
{
    return ErrorText::of(code);
}

const Trouble kTroubles[] = {
    {"wrong password", wordsOf<ErrorCode::WrongPassword>},
    {"unknown authority", wordsOf<ErrorCode::TlsUntrusted>},
    {"changed certificate", wordsOf<ErrorCode::TlsChanged>},
    {"expired certificate", wordsOf<ErrorCode::TlsExpired>},
    {"a server that speaks HTML or sends on to another host", wordsOf<ErrorCode::NotOurServer>},
    {"too large an attachment",
     [] { return ErrorText::ofFile({ErrorCode::TooLarge, {}, {}}, QStringLiteral("film.mkv")); }},
    {"an attachment that cannot be read",
     [] { return ErrorText::ofFile({ErrorCode::Forbidden, {}, {}}, QStringLiteral("a.txt")); }},
    {"an attachment and a full disk",
     [] { return ErrorText::ofFile({ErrorCode::StoreFull, {}, {}}, QStringLiteral("a.txt")); }},
    {"too many attachments", [] { return ErrorText::tooManyFiles(QStringLiteral("21.txt")); }},
    {"disk full", wordsOf<ErrorCode::StoreFull>},
    {"read-only profile", wordsOf<ErrorCode::StoreReadOnly>},
    {"second instance", wordsOf<ErrorCode::ProfileInUse>},
    {"profile from a newer version", wordsOf<ErrorCode::StoreTooNew>},
    {"damaged cache", [] { return ErrorText::cacheReplaced(); }},
    {"damaged outbox", wordsOf<ErrorCode::StoreCorrupt>},
};

QList<ErrorWords> everything()
{
    QList<ErrorWords> all;
    for (int code = 0; code <= int(ErrorCode::Bug); ++code)
        all.append(ErrorText::of(ErrorCode(code)));
    for (const Trouble &trouble : kTroubles)
        all.append(trouble.words());
    return all;
}

QStringList parts(const ErrorWords &words)
{
    return {words.title, words.what, words.kept, words.next};
}

} // namespace

class TestErrorWords final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyErrorSaysWhatHappenedWhatWasKeptAndWhatToDo();
    void everyTroubleHasWordsOfItsOwn();
    void everyPartIsSaidInFrench();
    void noErrorShowsItsDetailToAPerson();
    void aFolderThatCannotBeWrittenIsNotCalledASecondVigie();
    void aSecondVigieIsTold();
};

void TestErrorWords::everyErrorSaysWhatHappenedWhatWasKeptAndWhatToDo()
{
    for (const ErrorWords &words : everything()) {
        for (const QString &part : parts(words))
            QVERIFY2(!part.trimmed().isEmpty(), qPrintable(words.title));
        QVERIFY2(!words.title.endsWith(QLatin1Char('.')), qPrintable(words.title));
        for (const QString &sentence : {words.what, words.kept, words.next})
            QVERIFY2(sentence.endsWith(QLatin1Char('.')), qPrintable(sentence));
    }
}

void TestErrorWords::everyTroubleHasWordsOfItsOwn()
{
    QHash<QString, QString> seen;
    for (const Trouble &trouble : kTroubles) {
        const QString paragraph = trouble.words().paragraph();
        QVERIFY2(!seen.contains(paragraph), trouble.name);
        seen.insert(paragraph, QString::fromLatin1(trouble.name));
    }
    // The generic words would be a lie for these.
    const QString fallback = ErrorText::of(ErrorCode::Bug).paragraph();
    QVERIFY(!seen.contains(fallback));
}

void TestErrorWords::everyPartIsSaidInFrench()
{
    const QList<ErrorWords> english = everything();
    QTranslator french;
    QVERIFY(french.load(QStringLiteral(":/translations/vigie_fr.qm")));
    QVERIFY(QCoreApplication::installTranslator(&french));
    const QList<ErrorWords> translated = everything();
    QCoreApplication::removeTranslator(&french);
    for (qsizetype i = 0; i < english.size(); ++i) {
        const QStringList before = parts(english[i]);
        const QStringList after = parts(translated[i]);
        for (qsizetype k = 0; k < before.size(); ++k) {
            QVERIFY2(!after[k].trimmed().isEmpty(), qPrintable(before[k]));
            QVERIFY2(after[k] != before[k], qPrintable(before[k]));
        }
    }
}

void TestErrorWords::noErrorShowsItsDetailToAPerson()
{
    Error error{ErrorCode::StoreFault, QStringLiteral("SQLITE_IOERR 266"), {}};
    QVERIFY(!ErrorText::of(error).paragraph().contains(QStringLiteral("SQLITE")));
    QVERIFY(!ErrorText::ofFile(error, QStringLiteral("a")).paragraph().contains(
        QStringLiteral("SQLITE")));
}

void TestErrorWords::aFolderThatCannotBeWrittenIsNotCalledASecondVigie()
{
    QTemporaryDir folder;
    // A file where the folder should be: nothing can be made in it, whoever asks.
    QFile inTheWay(folder.path() + QStringLiteral("/profile"));
    QVERIFY(inTheWay.open(QIODevice::WriteOnly));
    SingleInstance instance(inTheWay.fileName(), nullptr);
    const Done first = instance.becomeFirst();
    QVERIFY(!first);
    QVERIFY2(first.error().code == ErrorCode::StoreReadOnly
                 || first.error().code == ErrorCode::StoreFault,
             qPrintable(toLog(first.error())));
}

void TestErrorWords::aSecondVigieIsTold()
{
    QTemporaryDir folder;
    SingleInstance one(folder.path(), nullptr);
    QVERIFY(one.becomeFirst().has_value());
    SingleInstance other(folder.path(), nullptr);
    const Done second = other.becomeFirst();
    QVERIFY(!second);
    QCOMPARE(second.error().code, ErrorCode::ProfileInUse);
}

QTEST_MAIN(TestErrorWords)
#include "tst_errorwords.moc"
