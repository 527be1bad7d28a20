// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/service/draftservice.h"

#include "core/base/async.h"
#include "core/service/workspacethreads.h"

#include <QHash>

namespace vigie {

/// What waits to be written, by place; shared with the calls on the engine's thread.
struct DraftService::Pending {
    struct Place {
        quint64 newest = 0; ///< number of the newest save
        QList<SharedPromise<bool>> waiting;
    };
    std::mutex mutex;
    QHash<QString, Place> places;
    quint64 count = 0;

    quint64 add(const QString &place, const SharedPromise<bool> &promise)
    {
        const std::scoped_lock lock(mutex);
        Place &entry = places[place];
        entry.newest = ++count;
        entry.waiting.append(promise);
        return entry.newest;
    }
    /// The promises to end when save number `number` is written; empty when a newer one follows,
    /// which then answers for this one too.
    QList<SharedPromise<bool>> take(const QString &place, quint64 number)
    {
        const std::scoped_lock lock(mutex);
        const auto found = places.constFind(place);
        if (found == places.constEnd() || found->newest != number)
            return {};
        return places.take(place).waiting;
    }
};

DraftService::DraftService(WorkspaceThreads &threads, QObject *parent)
    : QObject(parent), m_threads(threads), m_pending(std::make_shared<Pending>())
{
}

DraftService::~DraftService() = default;

/// Every write is posted in order, so that a report sent after it drops what it wrote; a write
/// that is not the newest of its place does nothing, so that fast typing costs few commits.
template<class Fn>
QFuture<Result<bool>> DraftService::writeNewest(const QString &place, Fn write)
{
    const SharedPromise<bool> promise = startedPromise<bool>();
    const QFuture<Result<bool>> future = promise->future();
    const quint64 number = m_pending->add(place, promise);
    const auto posted = m_threads.keep([pending = m_pending, place, number,
                                        write](store::OutboxStore &outbox) {
        const QList<SharedPromise<bool>> waiting = pending->take(place, number);
        if (waiting.isEmpty())
            return Result<bool>(false);
        const Done written = write(outbox);
        const Result<bool> result =
            written ? Result<bool>(true) : Result<bool>(fail(written.error()));
        for (const SharedPromise<bool> &one : waiting)
            keepPromise<bool>(one, result);
        return result;
    });
    Q_UNUSED(posted) // the promises above tell the callers
    return future;
}

QFuture<Result<bool>> DraftService::save(const QString &place, const QJsonObject &content)
{
    return writeNewest(place, [place, content,
                               now = m_threads.clock().nowMs()](store::OutboxStore &outbox) {
        return outbox.saveDraft(place, content, now);
    });
}

QFuture<Result<bool>> DraftService::drop(const QString &place)
{
    return writeNewest(place,
                       [place](store::OutboxStore &outbox) { return outbox.dropDraft(place); });
}

QFuture<Result<bool>> DraftService::change(const QString &place, const Edit &edit)
{
    return m_threads.keep([place, edit, now = m_threads.clock().nowMs()](
                              store::OutboxStore &outbox) -> Result<bool> {
        VIGIE_TRY_ASSIGN(kept, outbox.draft(place));
        VIGIE_TRY_ASSIGN(edited, edit(kept));
        VIGIE_TRY(outbox.saveDraft(place, edited, now));
        return true;
    });
}

QFuture<Result<QJsonObject>> DraftService::load(const QString &place)
{
    // Through the writer, so that what was just saved is what is read.
    return m_threads.keep([place](store::OutboxStore &outbox) { return outbox.draft(place); });
}

QFuture<Result<QStringList>> DraftService::places()
{
    return m_threads.keep([](store::OutboxStore &outbox) { return outbox.draftPlaces(); });
}

QFuture<Result<QList<UnsentDraft>>> DraftService::unsent()
{
    return m_threads.keep([](store::OutboxStore &outbox) -> Result<QList<UnsentDraft>> {
        VIGIE_TRY_ASSIGN(places, outbox.draftPlaces());
        QList<UnsentDraft> drafts;
        for (const QString &place : places) {
            const auto content = outbox.draft(place);
            const auto draft = content ? unsentFrom(place, *content) : std::nullopt;
            if (draft)
                drafts.append(*draft);
        }
        return drafts;
    });
}

QFuture<Result<bool>> DraftService::told(const QFuture<Result<bool>> &written, const QString &place)
{
    whenDone(written, this, [this, place](const Result<bool> &done) {
        if (done)
            Q_EMIT changedElsewhere(place);
    });
    return written;
}

QFuture<Result<bool>> DraftService::throwAway(const UnsentDraft &draft)
{
    return told(drop(draft.place), draft.place);
}

QFuture<Result<bool>> DraftService::putBack(const UnsentDraft &draft)
{
    const auto put = [draft](const QJsonObject &now) -> Result<QJsonObject> {
        if (unsentFrom(draft.place, now))
            return fail(ErrorCode::Conflict, QStringLiteral("there is a newer draft"));
        return draft.content;
    };
    return told(change(draft.place, put), draft.place);
}

} // namespace vigie
