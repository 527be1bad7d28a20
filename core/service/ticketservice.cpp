// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/service/ticketservice.h"

#include "core/base/worker.h"
#include "core/image/barepng.h"
#include "core/image/imagegate.h"
#include "core/service/chain.h"
#include "core/service/listasking.h"
#include "core/service/ticketview.h"
#include "core/service/workspacethreads.h"
#include "core/sync/driver.h"

namespace vigie {

namespace {

/// What every write answers with: the stored operation's id.
Result<OpId> submitOne(const WorkspaceThreads::Engine &engine, const Op &op,
                       const QString &draftPlace)
{
    VIGIE_TRY_ASSIGN(stored, engine.driver.submit({op}, draftPlace));
    if (stored.isEmpty())
        return fail(ErrorCode::Bug, QStringLiteral("nothing was stored"));
    return stored.first().id;
}

} // namespace

TicketService::TicketService(WorkspaceThreads &threads, QObject *parent)
    : QObject(parent), m_threads(threads)
{
}

QFuture<Result<QList<TicketRow>>> TicketService::list(const ListQuery &query)
{
    return m_threads.read([query, now = m_threads.clock().nowMs()](
                              const WorkspaceThreads::Readers &readers)
                              -> Result<QList<TicketRow>> {
        VIGIE_TRY_ASSIGN(whole, askedBy(readers, query, now));
        return readers.cache.list(whole);
    });
}

QFuture<Result<QList<TicketId>>> TicketService::ids(const ListQuery &query, int most)
{
    return m_threads.read([query, most, now = m_threads.clock().nowMs()](
                              const WorkspaceThreads::Readers &readers)
                              -> Result<QList<TicketId>> {
        constexpr int kPage = 1'000;
        VIGIE_TRY_ASSIGN(whole, askedBy(readers, query, now));
        QList<TicketId> found;
        whole.limit = kPage;
        while (found.size() < most) {
            VIGIE_TRY_ASSIGN(rows, readers.cache.list(whole));
            for (const TicketRow &row : std::as_const(rows)) {
                if (found.size() < most)
                    found.append(row.id);
            }
            if (rows.size() < kPage)
                break;
            whole.after = rows.constLast();
        }
        return found;
    });
}

QFuture<Result<int>> TicketService::count(const ListQuery &query, int most)
{
    return m_threads.read([query, most, now = m_threads.clock().nowMs()](
                              const WorkspaceThreads::Readers &readers) -> Result<int> {
        VIGIE_TRY_ASSIGN(whole, askedBy(readers, query, now));
        return readers.cache.count(whole, most);
    });
}

QFuture<Result<QList<query::UnknownName>>> TicketService::unknownNames(const query::Expr &filter)
{
    return m_threads.read([filter](const WorkspaceThreads::Readers &readers)
                              -> Result<QList<query::UnknownName>> {
        ListQuery asked;
        asked.filter = filter;
        asked.around.me = readers.me;
        VIGIE_TRY_ASSIGN(bound, readers.cache.bound(asked));
        return bound.unknown;
    });
}

QFuture<Result<QList<TicketRow>>> TicketService::rows(const QList<TicketId> &ids)
{
    return m_threads.read(
        [ids](const WorkspaceThreads::Readers &readers) -> Result<QList<TicketRow>> {
            QList<TicketRow> rows;
            for (const TicketId &id : ids) {
                VIGIE_TRY_ASSIGN(row, readers.cache.row(id));
                if (row)
                    rows.append(*row);
            }
            return rows;
        });
}

QFuture<Result<ListCounts>> TicketService::counts()
{
    return m_threads.read([](const WorkspaceThreads::Readers &readers) {
        return readers.cache.counts(readers.me.id);
    });
}

QFuture<Result<TicketView>> TicketService::open(const TicketId &id)
{
    return m_threads.read([id](WorkspaceThreads::Readers &readers) {
        return composeTicketView(readers.cache, readers.outbox, readers.me, id);
    });
}

QFuture<Result<QList<SearchHit>>> TicketService::search(const QString &text, int limit)
{
    return m_threads.read([text, limit](const WorkspaceThreads::Readers &readers) {
        return readers.cache.search(text, limit);
    });
}

QFuture<Result<QList<TicketRow>>> TicketService::similarRequests(const QString &text, int most)
{
    return m_threads.read([text, most](const WorkspaceThreads::Readers &readers) {
        return readers.cache.similarRequests(text, most);
    });
}

QFuture<Result<std::optional<TicketId>>> TicketService::findByNumber(const QString &text)
{
    return m_threads.read([text](const WorkspaceThreads::Readers &readers) {
        return readers.cache.findByNumber(text);
    });
}

QFuture<Result<QList<Queue>>> TicketService::queues()
{
    return m_threads.read(
        [](const WorkspaceThreads::Readers &readers) { return readers.cache.queues(); });
}

QFuture<Result<ServiceBook>> TicketService::services()
{
    return m_threads.read(
        [](const WorkspaceThreads::Readers &readers) { return readers.cache.services(); });
}

QFuture<Result<QList<Person>>> TicketService::people(const QString &startsWith, int limit)
{
    return m_threads.read([startsWith, limit](const WorkspaceThreads::Readers &readers) {
        return readers.cache.people(startsWith, limit);
    });
}

QFuture<Result<QStringList>> TicketService::tags(const QString &startsWith, int limit)
{
    return m_threads.read([startsWith, limit](const WorkspaceThreads::Readers &readers) {
        return readers.cache.tags(startsWith, limit);
    });
}

QFuture<Result<TicketId>> TicketService::report(const CreateTicket &create,
                                                const QString &draftPlace)
{
    Op op;
    op.ticket = m_threads.ids().make<TicketId>();
    CreateTicket report = create;
    if (report.message.isNull())
        report.message = m_threads.ids().make<MessageId>();
    if (report.requester.isNull())
        report.requester = m_threads.me().id;
    op.payload = report;
    return m_threads.write(
        [op, draftPlace](const WorkspaceThreads::Engine &engine) -> Result<TicketId> {
            VIGIE_TRY(submitOne(engine, op, draftPlace));
            return op.ticket;
        });
}

QFuture<Result<MessageId>> TicketService::addMessage(const TicketId &ticket,
                                                     const AddMessage &message,
                                                     const MessageId &seenThrough,
                                                     const QString &draftPlace)
{
    AddMessage add = message;
    if (add.message.isNull())
        add.message = m_threads.ids().make<MessageId>();
    Op op;
    op.ticket = ticket;
    op.seenThrough = seenThrough;
    op.payload = add;
    return m_threads.write(
        [op, draftPlace, id = add.message](const WorkspaceThreads::Engine &engine)
            -> Result<MessageId> {
            VIGIE_TRY(submitOne(engine, op, draftPlace));
            return id;
        });
}

QFuture<Result<OpId>> TicketService::change(const TicketId &ticket, const Payload &payload,
                                            const MessageId &seenThrough)
{
    Op op;
    op.ticket = ticket;
    op.seenThrough = seenThrough;
    op.payload = payload;
    return m_threads.write([op](const WorkspaceThreads::Engine &engine) {
        return submitOne(engine, op, {});
    });
}

QFuture<Result<BulkOutcome>> TicketService::changeEach(const QList<TicketId> &tickets,
                                                      const Payload &payload)
{
    return m_threads.write([tickets, payload](const WorkspaceThreads::Engine &engine) {
        QList<QList<Op>> parts;
        for (const TicketId &ticket : tickets) {
            Op op;
            op.ticket = ticket;
            op.payload = payload;
            parts.append({op});
        }
        return engine.driver.submitEach(parts);
    });
}

QFuture<Result<int>> TicketService::undoEach(const QList<OpId> &ops)
{
    return m_threads.write([ops](const WorkspaceThreads::Engine &engine) -> Result<int> {
        int undone = 0;
        // The newest first, as one would by hand.
        for (auto op = ops.crbegin(); op != ops.crend(); ++op) {
            const Done done = engine.driver.undo(*op);
            if (!done && done.error().code != ErrorCode::NotFound)
                return fail(done.error());
            undone += done ? 1 : 0;
        }
        return undone;
    });
}

QFuture<Result<bool>> TicketService::undo(const OpId &op)
{
    return m_threads.write([op](const WorkspaceThreads::Engine &engine) -> Result<bool> {
        VIGIE_TRY(engine.driver.undo(op));
        return true;
    });
}

QFuture<Result<Attachment>> TicketService::importFile(const QString &path)
{
    return onWorker([blobs = m_threads.blobs(), path] { return blobs.import(path); });
}

QFuture<Result<Attachment>> TicketService::importPicture(const QImage &picture,
                                                         const QString &name)
{
    return onWorker([blobs = m_threads.blobs(), picture, name]() -> Result<Attachment> {
        VIGIE_TRY(admitPicture(picture));
        VIGIE_TRY_ASSIGN(png, barePng(picture));
        return blobs.importBytes(png, name, QStringLiteral("image/png"));
    });
}

QFuture<Result<Attachment>> TicketService::importBytes(const QByteArray &bytes,
                                                       const QString &name,
                                                       const QString &mediaType)
{
    return onWorker([blobs = m_threads.blobs(), bytes, name, mediaType] {
        return blobs.importBytes(bytes, name, mediaType);
    });
}

QFuture<Result<bool>> TicketService::present(const Attachment &file, const TicketId &ticket)
{
    if (m_threads.blobs().has(file.sha256))
        return readyFuture(Result<bool>(true));
    return m_threads.fetch(file, ticket);
}

QFuture<Result<QByteArray>> TicketService::attachmentBytes(const Attachment &file,
                                                           const TicketId &ticket)
{
    return chained<QByteArray>(present(file, ticket), this, [this, file](bool) {
        return onWorker(
            [blobs = m_threads.blobs(), sha256 = file.sha256] { return blobs.readAll(sha256); });
    });
}

QFuture<Result<bool>> TicketService::saveAttachment(const Attachment &file, const TicketId &ticket,
                                                    const QString &target)
{
    return chained<bool>(present(file, ticket), this, [this, file, target](bool) {
        return onWorker(
            [blobs = m_threads.blobs(), sha256 = file.sha256, target]() -> Result<bool> {
                // The person chose the name in a dialog that asks before it replaces.
                VIGIE_TRY(blobs.exportTo(sha256, target, true));
                return true;
            });
    });
}

} // namespace vigie
