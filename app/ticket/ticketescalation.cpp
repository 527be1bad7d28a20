// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ticket/ticketescalation.h"

#include "app/text/enumtext.h"
#include "app/text/errortext.h"
#include "app/text/handovertext.h"
#include "app/text/laddertext.h"
#include "app/ticket/escalatesheet.h"
#include "app/ticket/threaditem.h"
#include "core/base/async.h"
#include "core/base/limits.h"
#include "core/model/lifecycle.h"
#include "core/service/draftservice.h"
#include "core/service/workspace.h"

#include <QDateTime>

namespace vigie {

TicketEscalation::TicketEscalation(Workspace &workspace, QWidget *page)
    : QObject(page), m_workspace(workspace), m_sheet(new EscalateSheet(page))
{
    m_sheet->hide();
    connect(m_sheet, &EscalateSheet::changed, this, &TicketEscalation::journal);
    connect(m_sheet, &EscalateSheet::sendWanted, this, &TicketEscalation::send);
    connect(m_sheet, &EscalateSheet::closeWanted, this, &TicketEscalation::close);
    connect(m_sheet, &EscalateSheet::renewWanted, this, &TicketEscalation::renew);
    connect(&m_workspace.drafts(), &DraftService::changedElsewhere, this,
            [this](const QString &place) {
                if (!m_open || place != escalateDraftPlace(m_view.ticket.id, m_back))
                    return;
                m_loaded = false;
                m_sheet->setDraft(m_proposal);
                load();
            });
}

void TicketEscalation::setView(const TicketView &view, const Ladder &ladder,
                               const MessageId &seenThrough)
{
    if (view.ticket.id != m_view.ticket.id || !view.asStaff)
        close();
    m_view = view;
    m_ladder = ladder;
    m_seenThrough = seenThrough;
    if (m_open)
        m_sheet->setWarning(LadderText::warning(m_ladder, namesOf(m_view)));
}

void TicketEscalation::passOn(bool back)
{
    if (m_open && m_back == back)
        send();
    else
        open(back);
}

void TicketEscalation::open(bool back)
{
    if (!m_view.asStaff)
        return;
    if (back && !stageBefore(m_ladder)) {
        Q_EMIT refused(tr("This ticket was never passed on, so there is nowhere to hand it back "
                          "to. Nothing was changed; it can be escalated at any time."));
        return;
    }
    if (m_open && m_back == back)
        return m_sheet->begin();
    m_open = true;
    m_back = back;
    m_loaded = false;
    m_sendOnceLoaded = false;
    ++m_round;
    const Ticket &ticket = m_view.ticket;
    m_sheet->setOffer({EnumText::ticketNumber(ticket.number, ticket.id), back, ticket.level,
                       ticket.queue, m_view.queues, actorOf(m_workspace.me())});
    m_sheet->setWarning(LadderText::warning(m_ladder, namesOf(m_view)));
    m_sheet->setTrouble({});
    m_sheet->setBusy(true); // until its draft is read, which takes no longer than a look
    m_proposal = proposal();
    m_sheet->setDraft(m_proposal);
    m_sheet->show();
    m_sheet->begin();
    Q_EMIT shown(true, false);
    load();
}

void TicketEscalation::load()
{
    const QString place = escalateDraftPlace(m_view.ticket.id, m_back);
    whenDone(m_workspace.drafts().load(place), this,
             [this, round = m_round](const Result<QJsonObject> &kept) {
                 if (round != m_round || !m_open)
                     return;
                 m_loaded = true;
                 m_sheet->setBusy(false);
                 // A chip may have been chosen meanwhile: what is newer stands.
                 const bool untouched = m_sheet->draft() == m_proposal;
                 if (kept && !kept->isEmpty() && untouched)
                     m_sheet->setDraft(escalateDraftFrom(*kept, m_proposal));
                 else if (!untouched)
                     journal();
                 if (m_sendOnceLoaded)
                     send();
             });
}

void TicketEscalation::close()
{
    if (!m_open)
        return;
    m_open = false;
    ++m_round;
    const QWidget *focus = m_sheet->window()->focusWidget();
    const bool held = focus && m_sheet->isAncestorOf(focus);
    m_sheet->hide();
    Q_EMIT shown(false, held);
}

/// What a ticket needs when nobody says anything: one level up, or back to where it was.
EscalateDraft TicketEscalation::proposal() const
{
    EscalateDraft draft;
    draft.level = above(m_view.ticket.level);
    if (const std::optional<LadderStage> before = stageBefore(m_ladder); m_back && before) {
        draft.level = before->level;
        if (before->queue != m_view.ticket.queue)
            draft.queue = before->queue;
    }
    draft.note = HandoverText::summary(m_view.ticket, messagesOf(m_view), m_ladder, namesOf(m_view),
                                       QDateTime::currentMSecsSinceEpoch());
    return draft;
}

void TicketEscalation::journal()
{
    if (!m_open || !m_loaded)
        return;
    const QString place = escalateDraftPlace(m_view.ticket.id, m_back);
    const EscalateDraft &draft = m_sheet->draft();
    const QFuture<Result<bool>> kept = draft == m_proposal
        ? m_workspace.drafts().drop(place)
        : m_workspace.drafts().save(place, toJson(draft));
    whenDone(kept, this, [this, round = m_round](const Result<bool> &saved) {
        if (round != m_round)
            return;
        if (saved)
            return m_sheet->setTrouble({});
        const ErrorWords words = ErrorText::of(saved.error());
        m_sheet->setTrouble(tr("These words are kept in this window only. %1 %2",
                               "what happened, what to do")
                                .arg(words.what, words.next));
    });
}

void TicketEscalation::renew()
{
    EscalateDraft draft = m_sheet->draft();
    draft.note = proposal().note;
    draft.noteIsOwn = false;
    m_sheet->setDraft(draft);
    journal();
}

void TicketEscalation::send()
{
    if (!m_open)
        return;
    if (!m_loaded) {
        m_sendOnceLoaded = true;
        return;
    }
    const TicketId id = m_view.ticket.id;
    const EscalateDraft draft = m_sheet->draft();
    if (m_onTheWay.contains(id))
        return;
    if (draft.note.size() > limits::kBodyLength) {
        m_sheet->setTrouble(tr("The note has more than %L1 characters. Nothing was sent and your "
                               "words are still here; make it shorter.")
                                .arg(limits::kBodyLength));
        return;
    }
    m_onTheWay.insert(id);
    m_sheet->setBusy(true);
    const QString level = EnumText::of(draft.level);
    const QString what =
        m_back ? tr("Handed back to %1").arg(level) : tr("Escalated to %1").arg(level);
    whenDone(m_workspace.ladder().passOn(id, Escalate{draft.level, draft.queue, draft.reason()},
                                         draft.note, m_seenThrough,
                                         escalateDraftPlace(id, m_back)),
             this,
             [this, id, what, back = m_back, round = m_round,
              words = toJson(draft)](const Result<PassedOn> &passed) {
                 m_onTheWay.remove(id);
                 if (round == m_round) {
                     m_sheet->setBusy(false);
                     if (passed)
                         close();
                 }
                 if (passed)
                     Q_EMIT passedOn(*passed, what, back, words);
                 else
                     Q_EMIT failed(passed.error());
             });
}

void TicketEscalation::giveBack(const TicketId &ticket, bool back, const QJsonObject &words)
{
    const auto keepNewer = [words](const QJsonObject &there) -> Result<QJsonObject> {
        return there.isEmpty() ? words : there;
    };
    whenDone(m_workspace.drafts().change(escalateDraftPlace(ticket, back), keepNewer), this,
             [this](const Result<bool> &kept) {
                 if (!kept)
                     Q_EMIT failed(kept.error());
             });
}

} // namespace vigie
