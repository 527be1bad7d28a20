// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/service/unsentdraft.h"
#include "core/service/views.h"

#include <QHash>
#include <QWidget>

class QVBoxLayout;

namespace vigie {

class SectionHeader;
class Workspace;

/// What a person began to write and has not sent, wherever it is, in one place. Hidden while there
/// is nothing. GUI thread; `workspace` must outlive it.
class DraftHeap final : public QWidget
{
    Q_OBJECT

public:
    DraftHeap(Workspace &workspace, QWidget *parent);

    void read();
    [[nodiscard]] int count() const { return m_count; }

Q_SIGNALS:
    /// How many there are was read anew.
    void counted();
    /// The person wants to go on with it.
    void wanted(const vigie::UnsentDraft &draft);
    /// It is gone from the journal; restore() brings it back.
    void thrownAway(const vigie::UnsentDraft &draft);
    void failed(const vigie::Error &error);

public Q_SLOTS:
    void restore(const vigie::UnsentDraft &draft);

private:
    void readTitles(const QList<UnsentDraft> &drafts);
    void show(const QList<UnsentDraft> &drafts, const QHash<TicketId, TicketRow> &tickets);
    [[nodiscard]] static QString titleOf(const UnsentDraft &draft, const QString &ticket);
    void addCard(const UnsentDraft &draft, const QHash<TicketId, TicketRow> &tickets);
    void throwAway(const UnsentDraft &draft);

    Workspace &m_workspace;
    SectionHeader *m_header;
    QVBoxLayout *m_column;
    int m_question = 0;
    int m_count = 0;
};

} // namespace vigie
