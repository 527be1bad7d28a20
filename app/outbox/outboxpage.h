// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/outbox/outboxgroups.h"
#include "app/text/eventtext.h"
#include "core/service/unsentdraft.h"
#include "core/sync/syncstatus.h"

#include <QFuture>
#include <QHash>
#include <QWidget>

#include <functional>

class QVBoxLayout;

namespace vigie {

class Banner;
class Button;
class Clock;
class DraftHeap;
class Label;
class OutboxCard;
class Prompt;
class SectionHeader;
class StateStack;
class Workspace;

/// What was written here and is not yet on the server, in four heaps, and the bin. Nothing leaves
/// it without having arrived or having been thrown away by a person.
/// `workspace`, `prompt` and `clock` must outlive it. GUI thread.
class OutboxPage final : public QWidget
{
    Q_OBJECT

public:
    OutboxPage(Workspace &workspace, Prompt &prompt, const Clock &clock, QWidget *parent);

Q_SIGNALS:
    void ticketWanted(const vigie::TicketId &id);
    /// The person wants to go on with what they began.
    void draftWanted(const vigie::UnsentDraft &draft);

protected:
    void showEvent(QShowEvent *event) override;

private:
    struct Heap {
        QWidget *box = nullptr;
        SectionHeader *header = nullptr;
        Label *hint = nullptr;
        QVBoxLayout *column = nullptr;
        Label *more = nullptr;
        QHash<OpId, OutboxCard *> cards;
    };

    [[nodiscard]] QWidget *buildContent();
    void buildHeap(OutboxGroup group, QVBoxLayout *column);
    void buildDrafts(QVBoxLayout *column);
    void read();
    void readNames();
    void take(const QList<OutboxEntry> &entries);
    void fillHeap(OutboxGroup group, const QList<OutboxEntry> &entries);
    void takeBin(const QList<OutboxEntry> &entries);
    [[nodiscard]] OutboxCard *makeCard(QWidget *parent);
    void edit(const OutboxEntry &entry);
    void discard(const OutboxEntry &entry);
    void restore(const OpId &op);
    void watch(const QFuture<Result<bool>> &future, const QString &done);
    void showStatus(const SyncStatus &status);
    void showState();

    Workspace &m_workspace;
    Prompt &m_prompt;
    const Clock &m_clock;
    NamesById m_names;
    int m_question = 0;
    bool m_read = false; ///< what is shown is what the outbox holds
    int m_entries = 0;
    int m_binned = 0;
    std::function<void()> m_undo; ///< what the strip's button does
    StateStack *m_stack;
    Banner *m_banner = nullptr;
    Label *m_status = nullptr;
    Button *m_sync = nullptr;
    Heap m_heaps[kOutboxGroups];
    DraftHeap *m_drafts = nullptr;
    QWidget *m_bin = nullptr;
    SectionHeader *m_binHeader = nullptr;
    QVBoxLayout *m_binColumn = nullptr;
};

} // namespace vigie
