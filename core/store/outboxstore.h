// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/sql/database.h"
#include "core/store/noticestore.h"
#include "core/store/outboxtypes.h"

namespace vigie::store {

/// The precious database: operations, drafts, device identity and the account. Every function is
/// one transaction with synchronous=FULL: when it returns success, the change is on the disk.
/// Lives on the thread that opened the database (the profile's writer thread).
class OutboxStore
{
public:
    explicit OutboxStore(sql::Database &database) : m_database(database) {}

    /// Adds operations as Queued, in order, in one transaction. Ids must be new. `title` as in
    /// OutboxEntry, for those that bring none of their own.
    [[nodiscard]] Done enqueue(const QList<NewOp> &ops, const QString &title, qint64 now);
    /// Adds operations and writes the entries they replace, in one transaction.
    [[nodiscard]] Done enqueueReplacing(const QList<NewOp> &ops, const QString &title,
                                        const QList<OutboxEntry> &replaced, qint64 now);

    /// Everything that is not Done or Discarded, by deviceSeq.
    [[nodiscard]] Result<QList<OutboxEntry>> live() const;
    /// Live entries of one ticket, by deviceSeq.
    [[nodiscard]] Result<QList<OutboxEntry>> liveOf(const TicketId &ticket) const;
    /// Accepted entries whose change has not come back yet, by deviceSeq.
    [[nodiscard]] Result<QList<OutboxEntry>> acked() const;
    [[nodiscard]] Result<OutboxEntry> entry(const OpId &id) const;
    /// Discarded entries, newest first, for the bin.
    [[nodiscard]] Result<QList<OutboxEntry>> discarded() const;
    /// Writes all of an entry but its op.
    [[nodiscard]] Done update(const QList<OutboxEntry> &entries);
    /// Replaces a queued, never sent op by an edited one (same id).
    [[nodiscard]] Done replaceUnsent(const Op &op);

    /// After a crash, or when exchanges were given up: attempts without an answer may have
    /// arrived. Sending → Ambiguous.
    [[nodiscard]] Done endSending();
    /// Acked and Done ops still kept, for healing a restored server.
    [[nodiscard]] Result<QList<OpId>> retained() const;
    /// Puts back what a restored server does not know: → Queued, attempts kept.
    [[nodiscard]] Done reoffer(const QList<OpId> &ids, qint64 now);
    /// Drops Done and Discarded ops past limits::kAckedOpsKeptMs or beyond kAckedOpsKept.
    [[nodiscard]] Done prune(qint64 now);
    /// The next deviceSeq; strictly increasing for the life of the profile.
    [[nodiscard]] Result<qint64> takeDeviceSeq();
    /// SHA-256 of every file that a live op or a draft needs.
    [[nodiscard]] Result<QStringList> pinnedBlobs() const;
    /// SHA-256 of every file and picture that a draft mentions.
    [[nodiscard]] Result<QStringList> draftFiles() const;

    /// Small facts by key: "device", "server-url", "login", "person", …; empty when absent.
    [[nodiscard]] Result<QString> meta(const QString &key) const;
    [[nodiscard]] Done setMeta(const QString &key, const QString &value);

    /// What the person was told, in the same file.
    [[nodiscard]] NoticeStore notices() const { return NoticeStore(m_database); }

    /// What the person made for themselves, in the same file: SavedViewStore, SnippetStore.
    template<class Store>
    [[nodiscard]] Store own() const
    {
        return Store(m_database);
    }

    /// Drafts: what a person is typing, by place ("report", "reply/<ticket>", "note/<ticket>").
    [[nodiscard]] Done saveDraft(const QString &place, const QJsonObject &content, qint64 now);
    [[nodiscard]] Result<QJsonObject> draft(const QString &place) const;
    [[nodiscard]] Done dropDraft(const QString &place);
    [[nodiscard]] Result<QStringList> draftPlaces() const;
    /// Sends and forgets the draft in one transaction, so that a kill leaves exactly one of both.
    [[nodiscard]] Done enqueueFromDraft(const QList<NewOp> &ops, const QString &title,
                                        const QString &place, qint64 now);

private:
    sql::Database &m_database;
};

} // namespace vigie::store
