// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/image/ocr/sensitivefinder.h"

#include "core/base/limits.h"
#include "core/image/ocr/picturetext.h"
#include "core/image/ocr/readablepicture.h"

#include <QPromise>
#include <QThreadPool>

#include <mutex>
#include <optional>

namespace vigie {

namespace {

struct Search {
    QImage picture;
    FindOptions options;
    std::shared_ptr<std::atomic_bool> cancelled = std::make_shared<std::atomic_bool>(false);
    std::shared_ptr<QPromise<Result<Findings>>> promise =
        std::make_shared<QPromise<Result<Findings>>>();

    void answer(Result<Findings> findings) const
    {
        promise->addResult(std::move(findings));
        promise->finish();
    }
};

/// One reading of the picture, added to what is known.
Done readOnce(OcrEngine &engine, const QImage &picture, double scale, const FindOptions &options,
              const std::atomic_bool &cancelled, Findings &findings)
{
    VIGIE_TRY_ASSIGN(lines, engine.recognise(readablePicture(picture, scale), options.languages,
                                             cancelled));
    const QList<TextRow> rows = textRows(lines);
    findings.suggestions += suggestionsIn(rows, scale, options.rules);
    const QString errorText = errorTextIn(rows, options.rules);
    // The later, enlarged reading has fewer mistakes.
    if (!errorText.isEmpty())
        findings.errorText = errorText;
    findings.rows = inPicturePixels(rows, scale);
    return {};
}

} // namespace

Result<Findings> findSensitivePlaces(OcrEngine &engine, const QImage &picture,
                                     const FindOptions &options, const std::atomic_bool &cancelled)
{
    Findings findings;
    if (picture.isNull())
        return fail(ErrorCode::Invalid, QStringLiteral("no picture"));
    if (qint64(picture.width()) * picture.height() > limits::kOcrPicturePixels)
        return fail(ErrorCode::TooLarge, QStringLiteral("the picture is too large to be read"));
    findings.hint = engine.hint(options.languages);
    if (findings.hint != OcrHint::None)
        return findings;
    bool read = false;
    for (const double scale : readingScales(picture.size())) {
        const Done done = readOnce(engine, picture, scale, options, cancelled, findings);
        if (!done && done.error().code == ErrorCode::Timeout)
            findings.complete = false;
        else if (!done)
            return fail(done.error());
        read = read || done.has_value();
    }
    if (!read)
        return fail(ErrorCode::Timeout, QStringLiteral("reading the picture took too long"));
    findings.complete = findings.complete && isReadAsItIs(picture.size());
    findings.suggestions = unitedSuggestions(std::move(findings.suggestions));
    return findings;
}

/// Shared with the thread that works, so that the finder may go at any time.
struct SensitiveFinder::Queue {
    std::shared_ptr<OcrEngine> engine;
    std::mutex mutex;
    std::optional<Search> running;
    std::optional<Search> waiting;

    static void start(const std::shared_ptr<Queue> &queue);
    void cancelAll();
    bool next();
    void work();
};

void SensitiveFinder::Queue::cancelAll()
{
    if (running)
        running->cancelled->store(true);
    if (waiting)
        waiting->answer(fail(ErrorCode::Cancelled));
    waiting.reset();
}

/// Takes what waits; false when nothing does.
bool SensitiveFinder::Queue::next()
{
    const std::lock_guard lock(mutex);
    running = std::exchange(waiting, std::nullopt);
    return running.has_value();
}

void SensitiveFinder::Queue::work()
{
    do {
        // Only this thread replaces `running`.
        const Search search = *running;
        Result<Findings> findings =
            findSensitivePlaces(*engine, search.picture, search.options, *search.cancelled);
        if (search.cancelled->load())
            findings = fail(ErrorCode::Cancelled);
        search.answer(std::move(findings));
    } while (next());
}

void SensitiveFinder::Queue::start(const std::shared_ptr<Queue> &queue)
{
    QThreadPool::globalInstance()->start([queue] {
        // Reading takes seconds; what else the pool has to do must not wait for it.
        QThreadPool::globalInstance()->releaseThread();
        queue->work();
        QThreadPool::globalInstance()->reserveThread();
    });
}

SensitiveFinder::SensitiveFinder(std::shared_ptr<OcrEngine> engine)
    : m_queue(std::make_shared<Queue>())
{
    m_queue->engine = std::move(engine);
}

SensitiveFinder::~SensitiveFinder()
{
    cancel();
}

QFuture<Result<Findings>> SensitiveFinder::find(const QImage &picture, const FindOptions &options)
{
    Search search{picture, options};
    search.promise->start();
    const QFuture<Result<Findings>> future = search.promise->future();
    bool idle = false;
    {
        const std::lock_guard lock(m_queue->mutex);
        m_queue->cancelAll();
        idle = !m_queue->running;
        (idle ? m_queue->running : m_queue->waiting) = std::move(search);
    }
    if (idle)
        Queue::start(m_queue);
    return future;
}

void SensitiveFinder::cancel()
{
    const std::lock_guard lock(m_queue->mutex);
    m_queue->cancelAll();
}

} // namespace vigie
