// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/outbox/draftheap.h"

#include "app/widgets/button.h"
#include "app/widgets/card.h"
#include "app/widgets/elidedlabel.h"
#include "app/widgets/iconview.h"
#include "app/widgets/label.h"
#include "app/widgets/sectionheader.h"
#include "core/base/async.h"
#include "core/service/draftservice.h"
#include "core/service/ticketservice.h"
#include "core/service/workspace.h"

#include <QHBoxLayout>
#include <QVBoxLayout>

namespace vigie {

namespace {

constexpr qsizetype kMostDrafts = 100; ///< nobody reads more, and widgets are not free

Icon iconOf(UnsentDraft::Kind kind)
{
    switch (kind) {
    case UnsentDraft::Kind::Reply: return Icon::Reply;
    case UnsentDraft::Kind::Note: return Icon::Note;
    case UnsentDraft::Kind::Escalation: return Icon::Escalate;
    case UnsentDraft::Kind::HandBack: return Icon::ChevronLeft;
    case UnsentDraft::Kind::Report: break;
    }
    return Icon::Report;
}

} // namespace

DraftHeap::DraftHeap(Workspace &workspace, QWidget *parent) :
    QWidget(parent), m_workspace(workspace),
    m_header(new SectionHeader(tr("Not finished"), this)), m_column(new QVBoxLayout)
{
    setObjectName(QStringLiteral("draftHeap"));
    auto *box = new QVBoxLayout(this);
    box->setContentsMargins(0, space::s, 0, 0);
    box->setSpacing(space::s);
    box->addWidget(m_header);
    box->addWidget((new Label(tr("What you began to write. Nobody else sees it."), this,
                              TextStyle::Small, LabelRole::Faint))
                       ->wrapped());
    m_column->setSpacing(space::s);
    box->addLayout(m_column);
    hide();
}

void DraftHeap::read()
{
    const int question = ++m_question;
    whenDone(m_workspace.drafts().unsent(), this,
             [this, question](const Result<QList<UnsentDraft>> &drafts) {
                 if (question != m_question)
                     return;
                 if (drafts)
                     readTitles(*drafts);
                 else if (drafts.error().code != ErrorCode::Cancelled)
                     Q_EMIT failed(drafts.error());
             });
}

void DraftHeap::readTitles(const QList<UnsentDraft> &drafts)
{
    QList<TicketId> ids;
    for (const UnsentDraft &draft : drafts) {
        if (!draft.ticket.isNull() && !ids.contains(draft.ticket))
            ids.append(draft.ticket);
    }
    if (ids.isEmpty())
        return show(drafts, {});
    whenDone(m_workspace.tickets().rows(ids), this,
             [this, drafts, question = m_question](const Result<QList<TicketRow>> &rows) {
                 if (question != m_question)
                     return;
                 QHash<TicketId, TicketRow> tickets;
                 for (const TicketRow &row : rows.value_or(QList<TicketRow>()))
                     tickets.insert(row.id, row);
                 show(drafts, tickets);
             });
}

void DraftHeap::show(const QList<UnsentDraft> &drafts, const QHash<TicketId, TicketRow> &tickets)
{
    while (QLayoutItem *item = m_column->takeAt(0)) {
        item->widget()->hide();
        item->widget()->deleteLater();
        delete item; // taken out of its layout, so it is ours
    }
    m_count = int(drafts.size());
    m_header->setCount(m_count);
    setVisible(m_count > 0);
    for (const UnsentDraft &draft : drafts.first(std::min(drafts.size(), kMostDrafts)))
        addCard(draft, tickets);
    Q_EMIT counted();
}

QString DraftHeap::titleOf(const UnsentDraft &draft, const QString &ticket)
{
    // Where the ticket is not on this computer any more, the words alone say what it was.
    const QString about = ticket.isEmpty() ? tr("a request that is not on this computer any more")
                                           : ticket;
    switch (draft.kind) {
    case UnsentDraft::Kind::Reply: return tr("Answer: %1").arg(about);
    case UnsentDraft::Kind::Note: return tr("Internal note: %1").arg(about);
    case UnsentDraft::Kind::Escalation: return tr("Escalation: %1").arg(about);
    case UnsentDraft::Kind::HandBack: return tr("Handing back: %1").arg(about);
    case UnsentDraft::Kind::Report: break;
    }
    return draft.title.isEmpty() ? tr("A new report") : tr("Report: %1").arg(draft.title);
}

void DraftHeap::addCard(const UnsentDraft &draft, const QHash<TicketId, TicketRow> &tickets)
{
    auto *card = new Card(this);
    card->setObjectName(QStringLiteral("draftCard"));
    auto *row = new QHBoxLayout;
    row->setSpacing(space::m);
    row->addWidget(new IconView(iconOf(draft.kind), 20, card), 0, Qt::AlignTop);
    auto *words = new QVBoxLayout;
    words->setSpacing(space::xs);
    auto *title = new ElidedLabel(card, TextStyle::Strong);
    const TicketRow ticket = tickets.value(draft.ticket);
    title->setText(titleOf(draft, ticket.title));
    words->addWidget(title);
    QString beginning = draft.words;
    if (draft.files > 0) {
        const QString files = tr("%Ln file(s)", nullptr, draft.files);
        beginning = beginning.isEmpty() ? files : files + QStringLiteral(" · ") + beginning;
    }
    auto *what = new ElidedLabel(card, TextStyle::Small, LabelRole::Muted);
    what->setText(beginning);
    what->setVisible(!beginning.isEmpty());
    words->addWidget(what);
    row->addLayout(words, 1);
    auto *resume = new Button(Icon::Edit, tr("Go on writing"), card, ButtonKind::Quiet);
    resume->setObjectName(QStringLiteral("draftResumeButton"));
    resume->setAccessibleDescription(title->text());
    // Without its ticket there is no place to go on.
    resume->setEnabled(draft.ticket.isNull() || !ticket.title.isEmpty());
    auto *away = new Button(Icon::Trash, tr("Discard"), card, ButtonKind::Quiet);
    away->setObjectName(QStringLiteral("draftDiscardButton"));
    away->setAccessibleDescription(title->text());
    row->addWidget(resume, 0, Qt::AlignTop);
    row->addWidget(away, 0, Qt::AlignTop);
    card->column()->addLayout(row);
    connect(resume, &QPushButton::clicked, this, [this, draft] { Q_EMIT wanted(draft); });
    // The form itself asks before it is emptied, and knows about its pictures.
    away->setVisible(draft.kind != UnsentDraft::Kind::Report);
    connect(away, &QPushButton::clicked, this, [this, draft] { throwAway(draft); });
    m_column->addWidget(card);
}

void DraftHeap::throwAway(const UnsentDraft &draft)
{
    whenDone(m_workspace.drafts().throwAway(draft), this, [this, draft](const Result<bool> &done) {
        if (!done) {
            Q_EMIT failed(done.error());
            return;
        }
        read();
        Q_EMIT thrownAway(draft);
    });
}

void DraftHeap::restore(const UnsentDraft &draft)
{
    whenDone(m_workspace.drafts().putBack(draft), this,
             [this](const Result<bool> &done) {
                 if (!done)
                     Q_EMIT failed(done.error());
                 read();
             });
}

} // namespace vigie
