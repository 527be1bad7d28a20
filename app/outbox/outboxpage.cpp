// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/outbox/outboxpage.h"

#include "app/outbox/draftheap.h"
#include "app/outbox/outboxcard.h"
#include "app/prompt/prompt.h"
#include "app/text/errortext.h"
#include "app/text/synctext.h"
#include "app/text/timetext.h"
#include "app/widgets/banner.h"
#include "app/widgets/button.h"
#include "app/widgets/card.h"
#include "app/widgets/elidedlabel.h"
#include "app/widgets/label.h"
#include "app/widgets/pagecolumn.h"
#include "app/widgets/sectionheader.h"
#include "app/widgets/statestack.h"
#include "core/base/async.h"
#include "core/base/clock.h"
#include "core/service/outboxservice.h"
#include "core/service/ticketservice.h"
#include "core/service/workspace.h"

#include <QHBoxLayout>
#include <QVBoxLayout>

#include <utility>

namespace vigie {

namespace {

constexpr int kMostCards = 100; ///< per heap; nobody reads more, and widgets are not free
constexpr int kMostBinned = 50;

} // namespace

OutboxPage::OutboxPage(Workspace &workspace, Prompt &prompt, const Clock &clock,
                       QWidget *parent) :
    QWidget(parent), m_workspace(workspace), m_prompt(prompt), m_clock(clock),
    m_stack(new StateStack(this))
{
    setObjectName(QStringLiteral("outboxPage"));
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    m_stack->setContent(buildContent());
    layout->addWidget(m_stack);
    connect(m_stack, &StateStack::errorAction, this, &OutboxPage::read);
    connect(&workspace, &Workspace::changed, this,
            [this](const QSet<TicketId> &, bool outbox, bool directory, bool everything) {
                if (directory || everything)
                    readNames();
                if (outbox || everything)
                    read();
            });
    connect(&workspace, &Workspace::statusChanged, this, &OutboxPage::showStatus);
    showStatus(workspace.status());
    readNames();
    read();
}

void OutboxPage::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    showStatus(m_workspace.status());
    read();
}

QWidget *OutboxPage::buildContent()
{
    auto *page = new PageColumn(this, 760);
    QVBoxLayout *column = page->column();
    auto *head = new QHBoxLayout;
    head->addWidget(new Label(tr("Outbox"), page, TextStyle::Title), 1);
    m_sync = new Button(Icon::Sync, tr("Send now"), page);
    m_sync->setObjectName(QStringLiteral("outboxSyncButton"));
    head->addWidget(m_sync);
    column->addLayout(head);
    m_status = new Label(page, TextStyle::Body, LabelRole::Muted);
    m_status->setObjectName(QStringLiteral("outboxStatusLabel"));
    column->addWidget(m_status->wrapped());
    m_banner = new Banner(page);
    column->addWidget(m_banner);
    for (int i = 0; i < kOutboxGroups; ++i)
        buildHeap(OutboxGroup(i), column);
    buildDrafts(column);

    m_bin = new QWidget(page);
    auto *bin = new QVBoxLayout(m_bin);
    bin->setContentsMargins(0, space::l, 0, 0);
    m_binHeader = new SectionHeader(tr("Bin"), m_bin);
    bin->addWidget(m_binHeader);
    bin->addWidget((new Label(tr("What you discarded stays here for 30 days."), m_bin,
                              TextStyle::Small, LabelRole::Faint))
                       ->wrapped());
    m_binColumn = new QVBoxLayout;
    m_binColumn->setSpacing(space::s);
    bin->addLayout(m_binColumn);
    column->addWidget(m_bin);
    column->addStretch(1);
    connect(m_sync, &QPushButton::clicked, this, [this] { m_workspace.syncNow(); });
    connect(m_banner, &Banner::actionTriggered, this, [this] {
        m_banner->hide();
        if (const auto undo = std::exchange(m_undo, nullptr))
            undo();
    });
    return page;
}

void OutboxPage::buildDrafts(QVBoxLayout *column)
{
    m_drafts = new DraftHeap(m_workspace, column->parentWidget());
    column->addWidget(m_drafts);
    connect(m_drafts, &DraftHeap::counted, this, &OutboxPage::showState);
    connect(m_drafts, &DraftHeap::wanted, this, &OutboxPage::draftWanted);
    connect(m_drafts, &DraftHeap::thrownAway, this, [this](const UnsentDraft &draft) {
        m_undo = [this, draft] { m_drafts->restore(draft); };
        m_banner->tell(Tone::Neutral, Icon::Trash, tr("Discarded."), tr("Undo"));
        showState();
    });
    connect(m_drafts, &DraftHeap::failed, this, [this](const Error &error) {
        m_banner->tell(Tone::Warning, Icon::Alert,
                       error.code == ErrorCode::Conflict
                           ? tr("Something new was written there since. It stays as it is, and "
                                "what you discarded stays discarded.")
                           : ErrorText::of(error).paragraph());
        showState();
    });
}

void OutboxPage::buildHeap(OutboxGroup group, QVBoxLayout *column)
{
    const QString titles[kOutboxGroups] = {tr("Needs you"), tr("Being checked"), tr("Sending"),
                                           tr("Waiting")};
    const QString hints[kOutboxGroups] = {
        tr("These were refused or met somebody else's change. They wait for your decision; nothing "
           "else waits for them."),
        tr("These may have arrived before the connection broke. Vigie asks the server and never "
           "sends anything twice."),
        QString(), tr("These are kept on this computer and sent in this order.")};
    Heap &heap = m_heaps[int(group)];
    heap.box = new QWidget(column->parentWidget());
    auto *box = new QVBoxLayout(heap.box);
    box->setContentsMargins(0, space::s, 0, 0);
    box->setSpacing(space::s);
    heap.header = new SectionHeader(titles[int(group)], heap.box);
    box->addWidget(heap.header);
    if (!hints[int(group)].isEmpty()) {
        heap.hint = new Label(hints[int(group)], heap.box, TextStyle::Small, LabelRole::Faint);
        box->addWidget(heap.hint->wrapped());
    }
    heap.column = new QVBoxLayout;
    heap.column->setSpacing(space::s);
    box->addLayout(heap.column);
    heap.more = new Label(heap.box, TextStyle::Small, LabelRole::Muted);
    box->addWidget(heap.more);
    heap.box->hide();
    column->addWidget(heap.box);
}

void OutboxPage::readNames()
{
    whenDone(m_workspace.tickets().queues(), this, [this](const Result<QList<Queue>> &queues) {
        if (!queues)
            return;
        for (const Queue &queue : *queues)
            m_names.insert(queue.id.text(), queue.name);
    });
    whenDone(m_workspace.tickets().people(QString(), 1000), this,
             [this](const Result<QList<Person>> &people) {
                 if (!people)
                     return;
                 for (const Person &person : *people)
                     m_names.insert(person.id.text(), person.name);
                 read();
             });
}

void OutboxPage::read()
{
    const int question = ++m_question;
    m_drafts->read();
    whenDone(m_workspace.outbox().entries(), this,
             [this, question](const Result<QList<OutboxEntry>> &entries) {
                 if (question != m_question)
                     return;
                 if (entries) {
                     take(*entries);
                     return;
                 }
                 if (entries.error().code == ErrorCode::Cancelled)
                     return;
                 m_read = false;
                 const ErrorWords words = ErrorText::of(entries.error());
                 m_stack->showError(words.title, words.paragraph(), tr("Try again"));
             });
    whenDone(m_workspace.outbox().bin(), this,
             [this](const Result<QList<OutboxEntry>> &entries) {
                 if (entries)
                     takeBin(*entries);
             });
}

void OutboxPage::take(const QList<OutboxEntry> &entries)
{
    QList<OutboxEntry> heaps[kOutboxGroups];
    m_entries = 0;
    for (const OutboxEntry &entry : entries) {
        const std::optional<OutboxGroup> group = groupOf(entry.state);
        if (!group)
            continue;
        heaps[int(*group)].append(entry);
        ++m_entries;
    }
    for (int i = 0; i < kOutboxGroups; ++i)
        fillHeap(OutboxGroup(i), heaps[i]);
    m_read = true;
    showState();
}

void OutboxPage::fillHeap(OutboxGroup group, const QList<OutboxEntry> &entries)
{
    Heap &heap = m_heaps[int(group)];
    heap.box->setVisible(!entries.isEmpty());
    heap.header->setCount(int(entries.size()));
    QHash<OpId, OutboxCard *> old = std::exchange(heap.cards, {});
    const qint64 now = m_clock.nowMs();
    int at = 0;
    for (const OutboxEntry &entry : entries.first(std::min<qsizetype>(entries.size(),
                                                                     kMostCards))) {
        OutboxCard *card = old.take(entry.op.id);
        if (!card)
            card = makeCard(heap.box);
        card->setEntry(entry, m_names, now);
        if (heap.column->indexOf(card) != at)
            heap.column->insertWidget(at, card);
        card->show();
        heap.cards.insert(entry.op.id, card);
        ++at;
    }
    for (OutboxCard *card : std::as_const(old)) {
        card->hide();
        card->deleteLater();
    }
    const int rest = int(entries.size()) - at;
    heap.more->setVisible(rest > 0);
    heap.more->setText(tr("and %Ln more", nullptr, rest));
}

OutboxCard *OutboxPage::makeCard(QWidget *parent)
{
    auto *card = new OutboxCard(parent);
    connect(card, &OutboxCard::openWanted, this,
            [this, card] { Q_EMIT ticketWanted(card->entry().op.ticket); });
    connect(card, &OutboxCard::editWanted, this, [this, card] { edit(card->entry()); });
    connect(card, &OutboxCard::retryWanted, this, [this, card] {
        watch(m_workspace.outbox().retry(card->entry().op.id), QString());
    });
    connect(card, &OutboxCard::useMineWanted, this, [this, card] {
        watch(m_workspace.outbox().useMine(card->entry().op.id),
              tr("Yours is on its way."));
    });
    connect(card, &OutboxCard::discardWanted, this, [this, card] { discard(card->entry()); });
    connect(card, &OutboxCard::keepWanted, this, [this, card] { restore(card->entry().op.id); });
    return card;
}

void OutboxPage::takeBin(const QList<OutboxEntry> &entries)
{
    while (QLayoutItem *item = m_binColumn->takeAt(0)) {
        item->widget()->hide();
        item->widget()->deleteLater();
        delete item; // taken out of its layout, so it is ours
    }
    m_binned = int(entries.size());
    m_bin->setVisible(!entries.isEmpty());
    m_binHeader->setCount(m_binned);
    for (const OutboxEntry &entry : entries.first(std::min<qsizetype>(entries.size(),
                                                                     kMostBinned))) {
        auto *card = new Card(m_bin, Card::Look::Sunken);
        auto *row = new QHBoxLayout;
        auto *words = new ElidedLabel(card);
        // A new request's own words say its title already.
        words->setText(entry.title.isEmpty()
                               || std::holds_alternative<CreateTicket>(entry.op.payload)
                           ? EventText::intention(entry.op, m_names)
                           : tr("%1 – %2", "an intention and its request")
                                 .arg(EventText::intention(entry.op, m_names), entry.title));
        auto *button = new Button(Icon::Undo, tr("Restore"), card, ButtonKind::Quiet);
        button->setObjectName(QStringLiteral("outboxRestoreButton"));
        connect(button, &QPushButton::clicked, this, [this, op = entry.op.id] { restore(op); });
        row->addWidget(words, 1);
        row->addWidget(button);
        card->column()->setContentsMargins(space::l, space::xs, space::s, space::xs);
        card->column()->addLayout(row);
        m_binColumn->addWidget(card);
    }
    showState();
}

void OutboxPage::showState()
{
    if (!m_read)
        return; // an unreadable outbox is not an empty one
    if (m_entries > 0 || m_binned > 0 || m_drafts->count() > 0 || m_banner->isVisibleTo(this)) {
        m_stack->showContent();
        return;
    }
    m_stack->showEmpty(Icon::CloudCheck, tr("Everything has arrived"),
                       tr("What you write is kept here until the server has it. At the moment "
                          "nothing is waiting."));
}

void OutboxPage::edit(const OutboxEntry &entry)
{
    m_prompt.askText(this,
                     {tr("Edit before it is sent"), entry.title, wordsOf(entry.op), QString(),
                      tr("Save"), true, false},
                     [this, op = entry.op.id](const std::optional<QString> &words) {
                         if (words)
                             watch(m_workspace.outbox().editMessage(op, *words), QString());
                     });
}

void OutboxPage::discard(const OutboxEntry &entry)
{
    whenDone(m_workspace.outbox().discard(entry.op.id), this,
             [this, entry](const Result<bool> &done) {
                 if (!done) {
                     m_banner->tell(Tone::Warning, Icon::Alert,
                                    ErrorText::of(done.error()).paragraph());
                     return;
                 }
                 m_undo = [this, op = entry.op.id] { restore(op); };
                 m_banner->tell(Tone::Neutral, Icon::Trash,
                                entry.state == OpState::Conflict
                                    ? tr("Theirs stays; yours is in the bin.")
                                    : entry.attempts > 0 && entry.state != OpState::Parked
                                    ? tr("It is taken back, unless the server has it already.")
                                    : tr("Discarded. It is in the bin."),
                                tr("Undo"));
                 showState();
             });
}

void OutboxPage::restore(const OpId &op)
{
    m_banner->hide();
    watch(m_workspace.outbox().restore(op), tr("It is back in the outbox."));
}

void OutboxPage::watch(const QFuture<Result<bool>> &future, const QString &done)
{
    whenDone(future, this, [this, done](const Result<bool> &result) {
        if (!result)
            m_banner->tell(Tone::Warning, Icon::Alert, ErrorText::of(result.error()).paragraph());
        else if (!done.isEmpty())
            m_banner->tell(Tone::Success, Icon::CheckCircle, done);
        showState();
    });
}

void OutboxPage::showStatus(const SyncStatus &status)
{
    m_status->setText(SyncText::details(status, m_clock.nowMs()));
    m_sync->setEnabled(status.phase != SyncStatus::Phase::SignInNeeded);
}

} // namespace vigie
