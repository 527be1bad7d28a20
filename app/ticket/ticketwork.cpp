// SPDX-License-Identifier: GPL-3.0-or-later
// What TicketPage does to a ticket; building and reading are in ticketpage.cpp.
#include "app/ticket/ticketpage.h"

#include "app/prompt/prompt.h"
#include "app/text/enumtext.h"
#include "app/text/errortext.h"
#include "app/text/eventtext.h"
#include "app/ticket/threaditem.h"
#include "app/ticket/ticketcompany.h"
#include "app/ticket/threadview.h"
#include "app/ticket/ticketescalation.h"
#include "app/ticket/ticketheader.h"
#include "app/viewer/foreignlink.h"
#include "app/widgets/banner.h"
#include "core/base/async.h"
#include "core/base/limits.h"
#include "core/model/lifecycle.h"
#include "core/model/ticketfields.h"
#include "core/service/ladderservice.h"
#include "core/service/shotservice.h"
#include "core/service/ticketservice.h"
#include "core/service/ticketview.h"
#include "core/service/workspace.h"

#include <QAction>
#include <QClipboard>
#include <QGuiApplication>
#include <QTimer>

#include <utility>

namespace vigie {

void TicketPage::change(const Payload &payload, const QString &what)
{
    if (!m_loaded || !m_view.asStaff)
        return;
    ++m_writing;
    whenDone(m_workspace.tickets().change(m_id, payload, seenThrough()), this,
             [this, id = m_id, what](const Result<OpId> &op) { changed(id, op, what); });
}

void TicketPage::changed(const TicketId &id, const Result<OpId> &op, const QString &what)
{
    --m_writing;
    // Of what was not written there is nothing to undo, and the next change was not meant.
    const bool undone = m_writing == 0 && std::exchange(m_undoNext, false);
    if (!op)
        return tellError(op.error());
    offerUndo({id, *op, {}, what});
    read();
    if (undone)
        undo();
}

void TicketPage::setField(const QString &field, const QString &value)
{
    if (fieldValue(m_view.ticket, field) == value)
        return;
    change(SetField{field, value},
           tr("%1: %2", "a field and its new value")
               .arg(EnumText::field(field), EventText::value(field, value, namesOf(m_view))));
}

void TicketPage::setState(State state)
{
    if (m_view.ticket.state != state)
        change(SetState{state, {}}, tr("State: %1").arg(EnumText::of(state)));
}

void TicketPage::takeOver()
{
    const Person &me = m_workspace.me();
    if (m_view.ticket.owner == me.id) {
        Q_EMIT statusText(tr("This ticket is yours already."));
        return;
    }
    change(SetField{QStringLiteral("owner"), me.id.text()}, tr("You took this ticket"));
}

void TicketPage::wireCompany()
{
    connect(this, &TicketPage::ticketShown, m_company, &TicketCompany::setTicket);
    connect(m_company, &TicketCompany::takeWanted, this, &TicketPage::takeOver);
    connect(m_composer, &Composer::sent, m_company, &TicketCompany::sent);
    connect(m_composer, &Composer::typed, m_company,
            [this](ComposeMode mode, bool empty) {
                // Keys can be chosen, also while the page lives.
                for (const QAction *action : std::as_const(m_commands)) {
                    if (action->objectName() == QLatin1String("ticket.take"))
                        m_company->setTakeKey(action->shortcut().toString(QKeySequence::NativeText));
                }
                m_company->typed(mode, empty);
            });
}

/// Never refused: at the highest level it tells that level's people again.
void TicketPage::passOn(bool back)
{
    setAsRequester(false);
    m_escalation->passOn(back);
}

void TicketPage::showLadder()
{
    setAsRequester(false);
    m_header->openMenu(QStringLiteral("level"));
}

void TicketPage::editTitle()
{
    TextQuestion question;
    question.title = tr("Change the title");
    question.label = tr("The requester sees the title too.");
    question.text = m_view.ticket.title;
    question.accept = tr("Change");
    m_prompt.askText(this, question, [this, id = m_id](std::optional<QString> title) {
        if (title && id == m_id && !title->trimmed().isEmpty())
            setField(QStringLiteral("title"), title->simplified().left(limits::kTitleLength));
    });
}

void TicketPage::addTag()
{
    TextQuestion question;
    question.title = tr("Add tags");
    question.label = tr("One or several, with commas between them.");
    question.accept = tr("Add");
    m_prompt.askText(this, question, [this, id = m_id](std::optional<QString> words) {
        if (!words || id != m_id)
            return;
        QStringList tags;
        for (const QString &word : words->split(u',', Qt::SkipEmptyParts)) {
            const QString tag = word.simplified().left(limits::kTagLength);
            if (!tag.isEmpty() && !m_view.ticket.tags.contains(tag))
                tags.append(tag);
        }
        if (!tags.isEmpty())
            change(EditTags{tags, {}}, tr("Tags added: %1").arg(tags.join(QStringLiteral(", "))));
    });
}

void TicketPage::copyNumber(bool withTitle)
{
    QString text = EnumText::ticketNumber(m_view.ticket.number, m_id);
    if (withTitle)
        text += QLatin1Char(' ') + m_view.ticket.title;
    QGuiApplication::clipboard()->setText(text);
    Q_EMIT statusText(tr("Copied: %1").arg(text));
}

// ---- words and undo --------------------------------------------------------------------------

void TicketPage::messageSent(const SentMessage &message)
{
    offerUndo({message.ticket, {}, message.message,
               message.mode == ComposeMode::Note ? tr("Note added") : tr("Reply on its way")});
    if (message.ticket == m_id)
        read();
    if (message.then) {
        // On its own, behind the message in the same lane: if somebody wrote meanwhile, both wait for
        // their author.
        const State then = *message.then;
        whenDone(m_workspace.tickets().change(message.ticket, SetState{then, {}},
                                              message.seenThrough),
                 this, [this, ticket = message.ticket, then](const Result<OpId> &op) {
                     if (!op)
                         return tellError(op.error());
                     offerUndo({ticket, *op, {}, tr("On its way, and state: %1").arg(EnumText::of(then))});
                     if (ticket == m_id)
                         read();
                 });
    }
    if (message.next)
        return Q_EMIT nextWanted();
    if (message.mode == ComposeMode::Reply && message.ticket == m_id)
        Q_EMIT answered(m_id, !isOpen(message.then.value_or(m_view.ticket.state)));
}

void TicketPage::offerUndo(const UndoStep &step)
{
    m_undo.push(step);
    m_undoBar->tell(Tone::Neutral, Icon::Check, step.what, tr("Undo"));
    m_undoTimer->start();
}

void TicketPage::undo()
{
    // Undo means what was done last, also while that is still being written down.
    if (m_writing > 0) {
        m_undoNext = true;
        return;
    }
    const std::optional<UndoStep> step = m_undo.take();
    m_undoBar->hide();
    if (!step) {
        Q_EMIT statusText(tr("There is nothing to undo."));
        return;
    }
    if (!step->many.isEmpty())
        return undoMany(*step);
    if (!step->passed.move.isNull())
        return undoPassOn(*step);
    if (!step->message.isNull())
        return undoMessage(*step);
    whenDone(m_workspace.tickets().undo(step->op), this,
             [this, step = *step](const Result<bool> &done) {
                 if (!done)
                     return tellError(done.error());
                 giveBackWork(step);
                 Q_EMIT statusText(tr("Undone: %1").arg(step.what));
                 read();
             });
}

void TicketPage::noteDone(const QString &what, const QList<OpId> &ops)
{
    offerUndo({{}, {}, {}, what, ops});
}

void TicketPage::undoMany(const UndoStep &step)
{
    whenDone(m_workspace.tickets().undoEach(step.many), this,
             [this, step](const Result<int> &undone) {
                 if (!undone) {
                     Q_EMIT undoneMany(ErrorText::of(undone.error()).paragraph(), true);
                     return tellError(undone.error());
                 }
                 QString text = tr("Undone: %1").arg(step.what);
                 if (const int all = int(step.many.size()); *undone < all)
                     text = tr("Undone for %Ln of %1: %2", "tickets", *undone).arg(all).arg(step.what);
                 Q_EMIT undoneMany(text, false);
                 Q_EMIT statusText(text);
                 read();
             });
}

/// Note and move together. What was typed goes back to where it was typed.
void TicketPage::undoPassOn(const UndoStep &step)
{
    whenDone(m_workspace.ladder().takeBack(step.passed), this,
             [this, step](const Result<TakenBack> &done) {
                 if (!done)
                     return tellError(done.error());
                 if (!done->move) {
                     return tellRefusal(tr("It cannot be taken back any more: the ticket has left "
                                           "what you can see. Nothing was changed; the people "
                                           "there can hand it back."));
                 }
                 m_escalation->giveBack(step.passed.ticket, step.back, step.words);
                 Q_EMIT statusText(
                     done->note ? tr("Undone: %1").arg(step.what)
                                : tr("Undone: %1. The note was sent already and stays; only "
                                     "colleagues read it.")
                                      .arg(step.what));
                 read();
             });
}

/// Words can be taken back until the server has them; then they are in somebody's inbox.
void TicketPage::undoMessage(const UndoStep &step)
{
    const auto gone = [this] {
        Q_EMIT statusText(tr("It was sent already; words cannot be unsaid. Nothing was changed."));
    };
    whenDone(m_workspace.tickets().open(step.ticket), this,
             [this, step, gone](const Result<TicketView> &view) {
                 if (!view)
                     return tellError(view.error());
                 const auto entry = std::find_if(
                     view->pending.cbegin(), view->pending.cend(), [&](const OutboxEntry &e) {
                         const auto *add = std::get_if<AddMessage>(&e.op.payload);
                         return add && add->message == step.message;
                     });
                 if (entry == view->pending.cend())
                     return gone();
                 const AddMessage words = std::get<AddMessage>(entry->op.payload);
                 whenDone(m_workspace.tickets().undo(entry->op.id), this,
                          [this, step, words, gone](const Result<bool> &done) {
                              if (!done && done.error().code == ErrorCode::NotFound)
                                  return gone();
                              if (!done)
                                  return tellError(done.error());
                              Q_EMIT statusText(tr("Taken back before it was sent."));
                              if (step.ticket == m_id) {
                                  m_composer->giveBack(words.kind == MessageKind::Note
                                                           ? ComposeMode::Note
                                                           : ComposeMode::Reply,
                                                       words.body, words.attachments);
                                  read();
                              }
                          });
             });
}

void TicketPage::tellError(const Error &error)
{
    const ErrorWords words = ErrorText::of(error);
    m_trouble->tell(Tone::Danger, Icon::Alert, words.paragraph());
    m_trouble->setClosable(true);
    Q_EMIT statusText(words.title);
}

/// Nothing was changed, and nothing is broken.
void TicketPage::tellRefusal(const QString &words)
{
    m_trouble->tell(Tone::Warning, Icon::Info, words);
    m_trouble->setClosable(true);
}

/// Foreign addresses: only web and mail, only after the person saw where they lead.
void TicketPage::openLink(const QUrl &url)
{
    openForeignLink(m_prompt, this, url, [this](const QString &why) { Q_EMIT statusText(why); });
}

/// A picture that cannot be had stays the words that stand for it.
void TicketPage::fetchPicture(const ShownFile &file, const QSize &room)
{
    whenDone(m_workspace.shots().preview(file, holderOf(m_view, file.flat.sha256), room), m_thread,
             [this, id = m_id, sha256 = file.flat.sha256](const Result<QImage> &picture) {
                 if (picture && id == m_id)
                     m_thread->setPicture(sha256, *picture);
             });
}

/// A number in somebody's words.
void TicketPage::openNumber(const QString &number)
{
    whenDone(m_workspace.tickets().findByNumber(number), this,
             [this, number](const Result<std::optional<TicketId>> &found) {
                 if (!found)
                     return tellError(found.error());
                 if (!*found)
                     Q_EMIT statusText(tr("There is no ticket #%1 on this computer.").arg(number));
                 else if (**found != m_id)
                     Q_EMIT ticketWanted(**found);
             });
}

} // namespace vigie
