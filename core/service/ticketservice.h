// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/ops/bulk.h"
#include "core/service/views.h"

#include <QFuture>
#include <QObject>

namespace vigie {

class WorkspaceThreads;

/// Use cases on tickets. Every write is on disk when its future succeeds and then travels by
/// itself; no call waits for a server. Lives on the GUI thread; owned by Workspace.
class TicketService final : public QObject
{
    Q_OBJECT

public:
    TicketService(WorkspaceThreads &threads, QObject *parent);

    // Reading
    /// Who asks `query.filter`, when, and what the outbox knows is filled in.
    [[nodiscard]] QFuture<Result<QList<TicketRow>>> list(const ListQuery &query);
    /// The tickets of the whole list in its order, at most `most`.
    [[nodiscard]] QFuture<Result<QList<TicketId>>> ids(const ListQuery &query, int most);
    /// How many rows the whole list has, counted up to `most`.
    [[nodiscard]] QFuture<Result<int>> count(const ListQuery &query, int most);
    /// The names in a filter that stand for nobody and nothing here.
    [[nodiscard]] QFuture<Result<QList<query::UnknownName>>> unknownNames(
        const query::Expr &filter);
    [[nodiscard]] QFuture<Result<QList<TicketRow>>> rows(const QList<TicketId> &ids);
    [[nodiscard]] QFuture<Result<ListCounts>> counts();
    [[nodiscard]] QFuture<Result<TicketView>> open(const TicketId &id);
    [[nodiscard]] QFuture<Result<QList<SearchHit>>> search(const QString &text, int limit);
    /// My own requests that are about the same kind of thing; see CacheReader::similarRequests().
    [[nodiscard]] QFuture<Result<QList<TicketRow>>> similarRequests(const QString &text, int most);
    [[nodiscard]] QFuture<Result<std::optional<TicketId>>> findByNumber(const QString &text);
    [[nodiscard]] QFuture<Result<QList<Queue>>> queues();
    /// What is agreed on about times, for clocksAt() and segmentsOf(); empty for requesters.
    [[nodiscard]] QFuture<Result<ServiceBook>> services();
    [[nodiscard]] QFuture<Result<QList<Person>>> people(const QString &startsWith, int limit);
    /// The tags in use here that begin so.
    [[nodiscard]] QFuture<Result<QStringList>> tags(const QString &startsWith, int limit);

    // Writing
    /// Sends a report. `draftPlace` is dropped in the same transaction. Answers the new ticket.
    [[nodiscard]] QFuture<Result<TicketId>> report(const CreateTicket &create,
                                                   const QString &draftPlace);
    /// Adds a reply, note or call. `seenThrough` = the newest message by somebody else on screen.
    [[nodiscard]] QFuture<Result<MessageId>> addMessage(const TicketId &ticket,
                                                        const AddMessage &message,
                                                        const MessageId &seenThrough,
                                                        const QString &draftPlace);
    /// Any other operation on a ticket; base versions are taken from what is shown now.
    [[nodiscard]] QFuture<Result<OpId>> change(const TicketId &ticket, const Payload &payload,
                                               const MessageId &seenThrough = {});
    /// Enqueues the inverse of an operation, or recalls it when it was never sent. NotFound when
    /// there is nothing to undo.
    [[nodiscard]] QFuture<Result<bool>> undo(const OpId &op);
    /// The same operation on many tickets, in one transaction; see BulkOutcome.
    [[nodiscard]] QFuture<Result<BulkOutcome>> changeEach(const QList<TicketId> &tickets,
                                                          const Payload &payload);
    /// Undoes each as undo() does; answers how many could be.
    [[nodiscard]] QFuture<Result<int>> undoEach(const QList<OpId> &ops);
    /// Copies a file into the blob store, off the GUI thread.
    [[nodiscard]] QFuture<Result<Attachment>> importFile(const QString &path);
    /// Keeps a picture's pixels as PNG and nothing that may come along with them. Invalid, or
    /// TooLarge when no screen is that large.
    [[nodiscard]] QFuture<Result<Attachment>> importPicture(const QImage &picture,
                                                            const QString &name);
    [[nodiscard]] QFuture<Result<Attachment>> importBytes(const QByteArray &bytes,
                                                          const QString &name,
                                                          const QString &mediaType);
    /// The file's bytes, fetched from the server when they are not here yet.
    [[nodiscard]] QFuture<Result<QByteArray>> attachmentBytes(const Attachment &file,
                                                              const TicketId &ticket);
    [[nodiscard]] QFuture<Result<bool>> saveAttachment(const Attachment &file,
                                                       const TicketId &ticket,
                                                       const QString &target);

private:
    /// Fetches the file when it is not here yet.
    [[nodiscard]] QFuture<Result<bool>> present(const Attachment &file, const TicketId &ticket);

    WorkspaceThreads &m_threads;
};

} // namespace vigie
