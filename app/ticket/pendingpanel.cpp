// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ticket/pendingpanel.h"

#include "app/prompt/prompt.h"
#include "app/text/enumtext.h"
#include "app/text/errortext.h"
#include "app/ticket/unseenwords.h"
#include "app/widgets/banner.h"
#include "app/widgets/button.h"
#include "app/widgets/card.h"
#include "app/widgets/label.h"
#include "app/widgets/shrinkarea.h"
#include "core/base/async.h"
#include "core/ops/inverse.h"
#include "core/service/outboxservice.h"
#include "core/service/workspace.h"

#include <QGridLayout>
#include <QHBoxLayout>
#include <QVBoxLayout>

#include <algorithm>

namespace vigie {

namespace {

constexpr int kMostCards = 3;
constexpr qsizetype kMostUnseen = 3; ///< the newest ones; all are in the conversation
constexpr qsizetype kMostQuoted = 400;

bool needsPerson(const OutboxEntry &entry)
{
    return entry.state == OpState::Parked || entry.state == OpState::Conflict;
}

/// What somebody said, as much of it as tells what it is about.
QWidget *quotation(const Message &message, const QString &head, QWidget *parent)
{
    auto *card = new Card(parent, Card::Look::Plain);
    card->column()->setContentsMargins(space::m, space::s, space::m, space::s);
    card->column()->setSpacing(space::xs);
    card->column()->addWidget(new Label(head, card, TextStyle::Small, LabelRole::Muted));
    const QString body = message.body.trimmed();
    auto *words = new Label(body.size() > kMostQuoted ? body.left(kMostQuoted) + QStringLiteral("…")
                                                     : body,
                            card);
    card->column()->addWidget(words->wrapped()->selectable());
    return card;
}

bool waits(const OutboxEntry &entry)
{
    return entry.state == OpState::Queued || entry.state == OpState::Sending
        || entry.state == OpState::Ambiguous;
}

} // namespace

PendingPanel::PendingPanel(Workspace &workspace, Prompt &prompt, QWidget *parent)
    : QWidget(parent), m_workspace(workspace), m_prompt(prompt), m_waiting(new Banner(this)),
      m_area(new ShrinkArea(this)), m_cards(new QWidget)
{
    setObjectName(QStringLiteral("pendingPanel"));
    m_waiting->setClosable(false);
    m_cardColumn = new QVBoxLayout(m_cards);
    m_cardColumn->setContentsMargins(0, 0, 0, 0);
    m_cardColumn->setSpacing(space::s);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(space::l, space::s, space::l, space::s);
    column->setSpacing(space::s);
    column->addWidget(m_waiting);
    m_area->setWidget(m_cards);
    column->addWidget(m_area);
    hide();
}

void PendingPanel::showPending(const QList<OutboxEntry> &pending,
                               const QList<MessageView> &thread, const NamesById &names)
{
    QHash<OpId, QList<Message>> unseen;
    for (const OutboxEntry &entry : pending) {
        if (isHeldAnswer(entry))
            unseen.insert(entry.op.id, unseenBy(entry.op, thread));
    }
    if (pending == m_shown && unseen == m_unseen && !pending.isEmpty())
        return; // the cards may hold the keyboard's focus
    m_shown = pending;
    m_unseen = unseen;
    while (QLayoutItem *item = m_cardColumn->takeAt(0)) {
        if (item->widget()) {
            item->widget()->hide();
            item->widget()->deleteLater();
        }
        delete item;
    }
    int waiting = 0;
    int cards = 0;
    for (const OutboxEntry &entry : pending) {
        waiting += waits(entry) ? 1 : 0;
        if (!needsPerson(entry) || ++cards > kMostCards)
            continue;
        m_cardColumn->addWidget(isHeldAnswer(entry) ? heldCard(entry, unseen.value(entry.op.id))
                                    : entry.state == OpState::Conflict
                                    ? conflictCard(entry, names)
                                    : refusedCard(entry, names));
    }
    if (cards > kMostCards) {
        m_cardColumn->addWidget(new Label(
            tr("%n more need you; all of them are in the outbox.", nullptr, cards - kMostCards),
            m_cards, TextStyle::Small, LabelRole::Muted));
    }
    m_area->setVisible(cards > 0);
    if (waiting > 0)
        m_waiting->tell(Tone::Info, Icon::Cloud,
                        tr("%n change(s) of yours are kept here and wait to be sent.", nullptr,
                           waiting));
    m_waiting->setVisible(waiting > 0);
    setVisible(cards > 0 || waiting > 0);
}

Card *PendingPanel::emptyCard(const QString &title, const QString &text)
{
    auto *card = new Card(m_cards, Card::Look::Warning);
    card->column()->addWidget(
        (new Label(title, card, TextStyle::Strong, LabelRole::Warning))->wrapped());
    card->column()->addWidget((new Label(text, card))->wrapped());
    return card;
}

void PendingPanel::addButton(Card *card, const QString &text, const char *name, bool primary,
                             const std::function<void()> &run)
{
    auto *row = card->findChild<QHBoxLayout *>(QStringLiteral("buttons"));
    if (!row) {
        row = new QHBoxLayout;
        row->setObjectName(QStringLiteral("buttons"));
        row->addStretch(1);
        card->column()->addLayout(row);
    }
    auto *button =
        new Button(text, card, primary ? ButtonKind::Primary : ButtonKind::Secondary);
    button->setObjectName(QLatin1String(name));
    row->addWidget(button);
    connect(button, &QPushButton::clicked, this, run);
}

Card *PendingPanel::heldCard(const OutboxEntry &entry, const QList<Message> &unseen)
{
    const QString by = entry.conflict->theirsBy.isEmpty() ? tr("Somebody else")
                                                          : entry.conflict->theirsBy;
    Card *card = emptyCard(tr("Your answer waits: %1 wrote meanwhile").arg(by),
                           unseen.isEmpty()
                               ? tr("What is new arrives in a moment. Nothing was sent yet.")
                               : tr("This is new. Does your answer still fit? Nothing was sent yet."));
    card->setObjectName(QStringLiteral("heldCard"));
    const qsizetype first = std::max<qsizetype>(0, unseen.size() - kMostUnseen);
    for (const Message &message : unseen.sliced(first))
        card->column()->addWidget(quotation(message, tr("%1 wrote:").arg(message.authorName), card));
    Message mine;
    mine.body = std::get<AddMessage>(entry.op.payload).body;
    card->column()->addWidget(quotation(mine, tr("Your answer:"), card));
    const OpId op = entry.op.id;
    addButton(card, tr("Discard"), "heldDiscardButton", false, [this, op] {
        follow(m_workspace.outbox().discard(op), tr("Your answer is in the bin for 30 days."));
    });
    addButton(card, tr("Edit"), "heldEditButton", false, [this, entry] { takeWordsBack(entry); });
    addButton(card, tr("Send it anyway"), "heldSendButton", true, [this, op] {
        follow(m_workspace.outbox().useMine(op), tr("It is on its way."));
    });
    return card;
}

void PendingPanel::takeWordsBack(const OutboxEntry &entry)
{
    whenDone(m_workspace.outbox().discard(entry.op.id), this,
             [this, ticket = entry.op.ticket,
              words = std::get<AddMessage>(entry.op.payload)](const Result<bool> &done) {
                 if (!done) {
                     Q_EMIT failed(done.error());
                     return;
                 }
                 Q_EMIT wordsBack(ticket, words);
             });
}

Card *PendingPanel::conflictCard(const OutboxEntry &entry, const NamesById &names)
{
    const Conflict conflict = entry.conflict.value_or(Conflict{});
    const QString by = conflict.theirsBy.isEmpty() ? tr("Somebody else") : conflict.theirsBy;
    const OpId op = entry.op.id;
    if (conflict.field == QLatin1String("unseen")) {
        Card *card = emptyCard(
            tr("%1 wrote before your change arrived").arg(by),
            tr("You wanted “%1”, but you had not seen the newest message. It is in the "
               "conversation below now; nothing was changed.")
                .arg(EventText::intention(entry.op, names)));
        card->setObjectName(QStringLiteral("conflictCard"));
        addButton(card, tr("Leave it as it is"), "useTheirsButton", false, [this, op] {
            follow(m_workspace.outbox().discard(op), tr("Your change was put into the bin."));
        });
        addButton(card, tr("I have seen it, do it now"), "useMineButton", true, [this, op] {
            follow(m_workspace.outbox().useMine(op), tr("Your change is on its way again."));
        });
        return card;
    }
    Card *card = emptyCard(tr("%1 changed this at the same time: %2", "a person, a field")
                               .arg(by, EnumText::field(conflict.field)),
                           tr("Nothing of yours was lost. Which one should stand?"));
    card->setObjectName(QStringLiteral("conflictCard"));
    auto *sides = new QGridLayout;
    sides->setHorizontalSpacing(space::m);
    const auto line = [&](int row, const QString &label, const QString &value) {
        sides->addWidget(new Label(label, card, TextStyle::Small, LabelRole::Muted), row, 0,
                         Qt::AlignTop);
        auto *words = new Label(EventText::value(conflict.field, value, names), card,
                                TextStyle::Strong);
        sides->addWidget(words->wrapped(), row, 1);
    };
    int row = 0;
    const auto before = entry.undo ? singleValueOf(*entry.undo) : std::nullopt;
    if (before)
        line(row++, tr("Before"), *before);
    line(row++, tr("Theirs, in force now"), conflict.theirs);
    line(row, tr("Yours"), conflict.mine);
    sides->setColumnStretch(1, 1);
    card->column()->addLayout(sides);
    addButton(card, tr("Keep theirs"), "useTheirsButton", false, [this, op] {
        follow(m_workspace.outbox().discard(op), tr("Theirs stays; yours is in the bin."));
    });
    addButton(card, tr("Use mine"), "useMineButton", true, [this, op] {
        follow(m_workspace.outbox().useMine(op), tr("Yours is on its way."));
    });
    return card;
}

Card *PendingPanel::refusedCard(const OutboxEntry &entry, const NamesById &names)
{
    const ErrorWords why = ErrorText::of(entry.error);
    Card *card = emptyCard(tr("The server did not accept: %1")
                               .arg(EventText::intention(entry.op, names)),
                           why.paragraph());
    card->setObjectName(QStringLiteral("refusedCard"));
    const OpId op = entry.op.id;
    addButton(card, tr("Discard"), "discardButton", false, [this, op] {
        follow(m_workspace.outbox().discard(op), tr("It is in the bin for 30 days."));
    });
    if (std::holds_alternative<AddMessage>(entry.op.payload))
        addButton(card, tr("Edit…"), "editRefusedButton", false,
                  [this, entry] { editWords(entry); });
    addButton(card, tr("Try again"), "retryButton", true, [this, op] {
        follow(m_workspace.outbox().retry(op), tr("It is on its way again."));
    });
    return card;
}

void PendingPanel::editWords(const OutboxEntry &entry)
{
    TextQuestion question;
    question.title = tr("Edit the message");
    question.label = tr("It is sent again with these words.");
    question.text = std::get<AddMessage>(entry.op.payload).body;
    question.accept = tr("Send again");
    question.multiLine = true;
    m_prompt.askText(this, question, [this, op = entry.op.id](std::optional<QString> words) {
        if (words)
            follow(m_workspace.outbox().editMessage(op, *words), tr("It is on its way again."));
    });
}

void PendingPanel::follow(const QFuture<Result<bool>> &done, const QString &what)
{
    whenDone(done, this, [this, what](const Result<bool> &result) {
        if (result)
            Q_EMIT settled(what);
        else
            Q_EMIT failed(result.error());
    });
}

} // namespace vigie
