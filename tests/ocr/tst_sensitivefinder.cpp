// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/async.h"
#include "core/image/ocr/sensitivefinder.h"

#include <QSemaphore>
#include <QTest>

#include <mutex>

using namespace vigie;

namespace {

/// Reads what the test says, from pictures that it knows by their width.
class FakeEngine final : public OcrEngine
{
public:
    OcrHint hint(const QStringList &) override { return missing; }

    Result<QList<OcrLine>> recognise(const QImage &picture, const QStringList &,
                                     const std::atomic_bool &cancelled) override
    {
        entered.release();
        while (blocked && !cancelled && !gate.tryAcquire(1, 5)) {
        }
        if (cancelled)
            return fail(ErrorCode::Cancelled);
        const std::lock_guard lock(mutex);
        ++readings;
        return answers.value(picture.width(), QList<OcrLine>());
    }

    void answer(int width, const char *text, int x, int y)
    {
        const QString line = QString::fromUtf8(text);
        QList<OcrLine> lines{{{}}};
        int left = x;
        const QStringList words = line.split(QLatin1Char(' '));
        for (const QString &word : words) {
            lines[0].words.append({word, QRect(left, y, int(word.size()) * 8, 10)});
            left += int(word.size() + 1) * 8;
        }
        answers.insert(width, lines);
    }

    OcrHint missing = OcrHint::None;
    std::atomic_bool blocked = false;
    QSemaphore entered;
    QSemaphore gate;
    std::mutex mutex;
    QMap<int, Result<QList<OcrLine>>> answers;
    int readings = 0;
};

QImage picture(int width = 100)
{
    QImage image(width, 50, QImage::Format_RGB32);
    image.fill(Qt::white);
    return image;
}

} // namespace

class TestSensitiveFinder : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void cleanup();
    void whatBothReadingsFindIsTold();
    void theNewestSearchWins();
    void cancelAnswersWhatRuns();
    void aFinderThatGoesCancelsItsWork();
    void searchesAfterEachOtherAreAllAnswered();
    void aMissingEngineIsAHintAndNoError();
    void aReadingThatTakesTooLongLeavesTheOther();
    void aFailureOfTheEngineIsAnError();
    void aHugePictureIsRefusedUnread();
    void noPictureIsInvalid();

private:
    QFuture<Result<Findings>> search(int width = 100)
    {
        const QFuture<Result<Findings>> future = m_finder->find(picture(width), m_options);
        whenDone(future, this, [this](const Result<Findings> &found) { m_answers.append(found); });
        return future;
    }

    std::shared_ptr<FakeEngine> m_engine;
    std::unique_ptr<SensitiveFinder> m_finder;
    FindOptions m_options{{QStringLiteral("eng")}, {}};
    QList<Result<Findings>> m_answers;
};

void TestSensitiveFinder::init()
{
    m_engine = std::make_shared<FakeEngine>();
    m_finder = std::make_unique<SensitiveFinder>(m_engine);
    m_answers.clear();
}

void TestSensitiveFinder::cleanup()
{
    m_finder.reset();
}

void TestSensitiveFinder::whatBothReadingsFindIsTold()
{
    m_engine->answer(100, "at 10.1.2.3", 0, 10);
    m_engine->answer(200, "Error: anna@example.org", 0, 60);
    search();
    QTRY_COMPARE(m_answers.size(), 1);
    QVERIFY(m_answers[0]);
    const Findings &found = *m_answers[0];
    QCOMPARE(found.suggestions.size(), 2);
    QCOMPARE(found.suggestions[0].reason, QStringLiteral("ip"));
    QCOMPARE(found.suggestions[1].reason, QStringLiteral("email"));
    QCOMPARE(found.suggestions[1].rect.top(), 28.0);
    QCOMPARE(found.errorText, QStringLiteral("Error: […]"));
    QVERIFY(found.complete);
}

void TestSensitiveFinder::theNewestSearchWins()
{
    m_engine->answer(300, "10.1.2.3", 0, 10);
    m_engine->blocked = true;
    search(100);
    QVERIFY(m_engine->entered.tryAcquire(1, 5000));
    search(200);
    search(300);
    m_engine->blocked = false;
    QTRY_COMPARE(m_answers.size(), 3);
    int cancelled = 0;
    int found = 0;
    for (const Result<Findings> &answer : std::as_const(m_answers)) {
        cancelled += !answer && answer.error().code == ErrorCode::Cancelled;
        found += answer && answer->suggestions.size() == 1;
    }
    QCOMPARE(cancelled, 2);
    QCOMPARE(found, 1);
    QCOMPARE(m_engine->readings, 2); // the two of the newest
}

void TestSensitiveFinder::cancelAnswersWhatRuns()
{
    m_engine->blocked = true;
    search();
    QVERIFY(m_engine->entered.tryAcquire(1, 5000));
    m_finder->cancel();
    QTRY_COMPARE(m_answers.size(), 1);
    QCOMPARE(m_answers[0].error().code, ErrorCode::Cancelled);
}

void TestSensitiveFinder::aFinderThatGoesCancelsItsWork()
{
    m_engine->blocked = true;
    search();
    QVERIFY(m_engine->entered.tryAcquire(1, 5000));
    m_finder.reset();
    QTRY_COMPARE(m_answers.size(), 1);
    QCOMPARE(m_answers[0].error().code, ErrorCode::Cancelled);
}

void TestSensitiveFinder::searchesAfterEachOtherAreAllAnswered()
{
    for (int i = 1; i <= 3; ++i) {
        search();
        QTRY_COMPARE(m_answers.size(), i);
        QVERIFY(m_answers.last());
    }
    QCOMPARE(m_engine->readings, 6);
}

void TestSensitiveFinder::aMissingEngineIsAHintAndNoError()
{
    m_engine->missing = OcrHint::NoLibrary;
    search();
    QTRY_COMPARE(m_answers.size(), 1);
    QVERIFY(m_answers[0]);
    QCOMPARE(m_answers[0]->hint, OcrHint::NoLibrary);
    QVERIFY(m_answers[0]->suggestions.isEmpty());
    QCOMPARE(m_engine->readings, 0);
}

void TestSensitiveFinder::aReadingThatTakesTooLongLeavesTheOther()
{
    m_engine->answer(100, "at 10.1.2.3", 0, 10);
    m_engine->answers.insert(200, fail(ErrorCode::Timeout));
    search();
    QTRY_COMPARE(m_answers.size(), 1);
    QVERIFY(m_answers[0]);
    QVERIFY(!m_answers[0]->complete);
    QCOMPARE(m_answers[0]->suggestions.size(), 1);
    m_engine->answers.insert(100, fail(ErrorCode::Timeout));
    search();
    QTRY_COMPARE(m_answers.size(), 2);
    QCOMPARE(m_answers[1].error().code, ErrorCode::Timeout);
}

void TestSensitiveFinder::aFailureOfTheEngineIsAnError()
{
    m_engine->answers.insert(100, fail(ErrorCode::Bug));
    search();
    QTRY_COMPARE(m_answers.size(), 1);
    QCOMPARE(m_answers[0].error().code, ErrorCode::Bug);
}

void TestSensitiveFinder::aHugePictureIsRefusedUnread()
{
    const QImage huge(8001, 8000, QImage::Format_Mono);
    const std::atomic_bool cancelled = false;
    QCOMPARE(findSensitivePlaces(*m_engine, huge, m_options, cancelled).error().code,
             ErrorCode::TooLarge);
    QCOMPARE(m_engine->readings, 0);
}

void TestSensitiveFinder::noPictureIsInvalid()
{
    const std::atomic_bool cancelled = false;
    QCOMPARE(findSensitivePlaces(*m_engine, QImage(), m_options, cancelled).error().code,
             ErrorCode::Invalid);
}

QTEST_GUILESS_MAIN(TestSensitiveFinder)
#include "tst_sensitivefinder.moc"
