// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ticket/expectedpanel.h"

#include "app/recipe/previewview.h"
#include "app/widgets/card.h"
#include "app/widgets/label.h"
#include "core/base/async.h"
#include "core/service/ruleservice.h"
#include "core/service/workspace.h"

#include <QVBoxLayout>

#include <algorithm>

namespace vigie {

namespace {

constexpr qsizetype kExpectedLines = 6;
constexpr qsizetype kExpectedWords = 300;

bool reportWaits(const QList<OutboxEntry> &pending)
{
    return std::any_of(pending.cbegin(), pending.cend(), [](const OutboxEntry &entry) {
        const bool waits = entry.state == OpState::Queued || entry.state == OpState::Sending
            || entry.state == OpState::Ambiguous;
        return waits && std::holds_alternative<CreateTicket>(entry.op.payload);
    });
}

} // namespace

ExpectedPanel::ExpectedPanel(Workspace &workspace, QWidget *parent)
    : QWidget(parent), m_workspace(workspace), m_card(new Card(this, Card::Look::Info)),
      m_lines(new QVBoxLayout)
{
    setObjectName(QStringLiteral("expectedPanel"));
    m_card->setObjectName(QStringLiteral("expectedCard"));
    m_card->setAccessibleName(tr("What is expected of the desk's rules"));
    m_card->column()->setSpacing(space::xs);
    m_card->column()->addWidget(
        (new Label(tr("Expected from the desk's rules"), m_card, TextStyle::Strong, LabelRole::Info))
            ->wrapped());
    m_card->column()->addWidget(
        (new Label(tr("The report is not at the server yet. When it arrives, its rules are expected "
                      "to do this; nothing of it is done here."),
                   m_card, TextStyle::Small, LabelRole::Muted))
            ->wrapped());
    m_lines->setSpacing(space::xs);
    m_card->column()->addLayout(m_lines);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(space::l, 0, space::l, space::s);
    column->addWidget(m_card);
    hide();
    connect(&m_workspace.rules(), &RuleService::changed, this, &ExpectedPanel::ask);
}

void ExpectedPanel::showTicket(const TicketId &ticket, const QList<OutboxEntry> &pending)
{
    const TicketId next = reportWaits(pending) ? ticket : TicketId();
    if (next != m_ticket)
        tell({});
    m_ticket = next;
    ask();
}

void ExpectedPanel::ask()
{
    const int question = ++m_question;
    if (m_ticket.isNull())
        return;
    whenDone(m_workspace.rules().outlook(m_ticket), this,
             [this, question](const Result<RuleOutlook> &outlook) {
                 // What cannot be foreseen is not told; the server's answer comes all the same.
                 if (question == m_question)
                     tell(outlook.value_or(RuleOutlook()));
             });
}

void ExpectedPanel::tell(const RuleOutlook &outlook)
{
    setVisible(!outlook.isEmpty());
    if (outlook == m_shown)
        return;
    m_shown = outlook;
    while (QLayoutItem *item = m_lines->takeAt(0)) {
        if (item->widget()) {
            item->widget()->hide();
            item->widget()->deleteLater();
        }
        delete item;
    }
    const auto line = [this](const QString &text, const char *name, LabelRole role) {
        auto *label = new Label(text, m_card, role == LabelRole::Text ? TextStyle::Body : TextStyle::Small,
                                role);
        label->setObjectName(QLatin1String(name));
        m_lines->addWidget(label->wrapped());
    };
    const QList<RehearsedChange> &changes = outlook.changes;
    for (qsizetype i = 0; i < std::min(changes.size(), kExpectedLines); ++i)
        line(PreviewView::wordsOf(changes[i], outlook.names), "expectedLine", LabelRole::Text);
    if (changes.size() > kExpectedLines) {
        line(tr("and %Ln other change(s)", nullptr, int(changes.size() - kExpectedLines)),
             "expectedMore", LabelRole::Muted);
    }
    for (const RuleOutlook::Words &words : outlook.words)
        addWords(words);
    if (!outlook.rules.isEmpty()) {
        line(tr("Rules: %1", "names of rules, with commas").arg(outlook.rules.join(QStringLiteral(", "))),
             "expectedRules", LabelRole::Muted);
    }
}

void ExpectedPanel::addWords(const RuleOutlook::Words &words)
{
    const bool reply = words.kind == MessageKind::Reply;
    auto *card = new Card(m_card, reply ? Card::Look::Mine : Card::Look::Internal);
    card->column()->setContentsMargins(space::m, space::s, space::m, space::s);
    card->column()->setSpacing(space::xs);
    card->column()->addWidget(new Label(reply ? tr("An automatic reply") : tr("An internal note"), card,
                                        TextStyle::Small,
                                        reply ? LabelRole::Accent : LabelRole::Internal));
    const QString body = words.body.trimmed();
    auto *text = new Label(body.size() > kExpectedWords ? body.left(kExpectedWords) + QStringLiteral("…")
                                                       : body,
                           card);
    text->setObjectName(QStringLiteral("expectedWords"));
    card->column()->addWidget(text->wrapped());
    m_lines->addWidget(card);
}

} // namespace vigie
