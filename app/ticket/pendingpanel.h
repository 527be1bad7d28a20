// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/text/eventtext.h"
#include "core/service/views.h"

#include <QFuture>
#include <QWidget>

#include <functional>

class QVBoxLayout;

namespace vigie {

class Banner;
class Card;
class Prompt;
class ShrinkArea;
class Workspace;

/// What this ticket still owes the server: a quiet line while things wait, a card with both sides
/// for each change that somebody else crossed or the server refused. GUI thread.
class PendingPanel final : public QWidget
{
    Q_OBJECT

public:
    PendingPanel(Workspace &workspace, Prompt &prompt, QWidget *parent);

    /// `thread`: the conversation, for what was said while an answer was under way.
    void showPending(const QList<OutboxEntry> &pending, const QList<MessageView> &thread,
                     const NamesById &names);

Q_SIGNALS:
    void failed(const vigie::Error &error);
    void settled(const QString &what);
    /// A held answer to this ticket was taken out of the outbox, to be written anew. Another ticket
    /// may be shown by now.
    void wordsBack(const vigie::TicketId &ticket, const vigie::AddMessage &words);

private:
    [[nodiscard]] Card *conflictCard(const OutboxEntry &entry, const NamesById &names);
    /// An answer beside what was said while it was under way.
    [[nodiscard]] Card *heldCard(const OutboxEntry &entry, const QList<Message> &unseen);
    void takeWordsBack(const OutboxEntry &entry);
    [[nodiscard]] Card *refusedCard(const OutboxEntry &entry, const NamesById &names);
    [[nodiscard]] Card *emptyCard(const QString &title, const QString &text);
    void addButton(Card *card, const QString &text, const char *name, bool primary,
                   const std::function<void()> &run);
    void follow(const QFuture<Result<bool>> &done, const QString &what);
    void editWords(const OutboxEntry &entry);

    Workspace &m_workspace;
    Prompt &m_prompt;
    Banner *m_waiting;
    ShrinkArea *m_area;
    QWidget *m_cards;
    QVBoxLayout *m_cardColumn;
    QList<OutboxEntry> m_shown;
    QHash<OpId, QList<Message>> m_unseen; ///< beside the answers among them
};

} // namespace vigie
