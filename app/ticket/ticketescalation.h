// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/ticket/escalatedraft.h"
#include "core/model/ladder.h"
#include "core/service/ladderservice.h"
#include "core/service/views.h"

#include <QObject>
#include <QSet>

class QWidget;

namespace vigie {

class EscalateSheet;
class Workspace;

/// Passes the ticket of a page on, or hands it back: opens the sheet with what the ticket says,
/// keeps every key of it in the draft journal, and writes note and move in one go. What was sent is
/// told even when the sheet was closed or another ticket opened meanwhile. GUI thread; `workspace`
/// must outlive it.
class TicketEscalation final : public QObject
{
    Q_OBJECT

public:
    TicketEscalation(Workspace &workspace, QWidget *page);

    /// Below the conversation; hidden while nothing is asked.
    [[nodiscard]] EscalateSheet *sheet() const { return m_sheet; }
    [[nodiscard]] bool isOpen() const { return m_open; }
    /// The ticket that is shown and its way so far; another one closes the sheet.
    void setView(const TicketView &view, const Ladder &ladder, const MessageId &seenThrough);
    /// Opens the sheet, or sends when it is open for this already.
    void passOn(bool back);
    /// Opens the sheet; never sends.
    void open(bool back);
    /// The words stay in the journal.
    void close();
    /// Puts the words of what was taken back into its draft, unless newer ones are there.
    void giveBack(const TicketId &ticket, bool back, const QJsonObject &words);

Q_SIGNALS:
    /// `heldKeyboard`: it closed while somebody was typing in it.
    void shown(bool open, bool heldKeyboard);
    /// Both are on the disk. `words` is the draft, for giveBack().
    void passedOn(const vigie::PassedOn &passed, const QString &what, bool back,
                  const QJsonObject &words);
    void failed(const vigie::Error &error);
    /// Why nothing was done, in words.
    void refused(const QString &words);

private:
    void load();
    void journal();
    void renew();
    void send();
    [[nodiscard]] EscalateDraft proposal() const;

    Workspace &m_workspace;
    EscalateSheet *m_sheet;
    TicketView m_view;
    Ladder m_ladder;
    MessageId m_seenThrough;
    EscalateDraft m_proposal; ///< what the open sheet began with
    QSet<TicketId> m_onTheWay;
    quint64 m_round = 0; ///< of openings; answers to earlier ones are dropped
    bool m_open = false;
    bool m_back = false;
    bool m_loaded = false;
    bool m_sendOnceLoaded = false;
};

} // namespace vigie
