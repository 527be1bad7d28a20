// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ticket/pendingpanel.h"

#include "app/prompt/prompt.h"
#include "app/text/enumtext.h"
#include "app/text/errortext.h"
#include "app/widgets/banner.h"
#include "app/widgets/button.h"
#include "app/widgets/card.h"
#include "app/widgets/label.h"
#include "app/widgets/shrinkarea.h"
#include "core/base/async.h"
#include "core/service/outboxservice.h"
#include "core/service/workspace.h"

#include <QGridLayout>
#include <QHBoxLayout>
#include <QVBoxLayout>

namespace vigie {

namespace {

constexpr int kMostCards = 3;

bool needsPerson(const OutboxEntry &entry)
{
    return entry.state == OpState::Parked || entry.state == OpState::Conflict;
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

void PendingPanel::showPending(const QList<OutboxEntry> &pending, const NamesById &names)
{
    if (pending == m_shown && !pending.isEmpty())
        return; // the cards may hold the keyboard's focus
    m_shown = pending;
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
        m_cardColumn->addWidget(entry.state == OpState::Conflict ? conflictCard(entry, names)
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
    line(0, tr("Yours"), conflict.mine);
    line(1, tr("Theirs, in force now"), conflict.theirs);
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
