// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/service/workspace.h"

#include "core/service/draftservice.h"
#include "core/service/duewatch.h"
#include "core/service/knowledgeservice.h"
#include "core/service/ladderservice.h"
#include "core/service/macroservice.h"
#include "core/service/noticeservice.h"
#include "core/service/outboxservice.h"
#include "core/service/presenceservice.h"
#include "core/service/savedviewservice.h"
#include "core/service/ruleservice.h"
#include "core/service/searchservice.h"
#include "core/service/shotservice.h"
#include "core/service/snippetservice.h"
#include "core/service/spellingservice.h"
#include "core/service/stopwatchservice.h"
#include "core/service/ticketservice.h"
#include "core/service/workspacethreads.h"

#include <QCoreApplication>
#include <QTimer>

namespace vigie {

namespace {

constexpr int kBatchMs = 40;

} // namespace

struct Workspace::Parts {
    TicketService *tickets = nullptr; ///< children of the workspace
    OutboxService *outbox = nullptr;
    DraftService *drafts = nullptr;
    ShotService *shots = nullptr;
    NoticeService *notices = nullptr;
    DueWatch *dues = nullptr;
    SavedViewService *savedViews = nullptr;
    SearchService *search = nullptr;
    SnippetService *snippets = nullptr;
    MacroService *macros = nullptr;
    RuleService *rules = nullptr;
    SpellingService *spelling = nullptr;
    LadderService *ladder = nullptr;
    PresenceService *presence = nullptr;
    StopwatchService *stopwatch = nullptr;
    KnowledgeService *knowledge = nullptr;
    Person me;
    SyncStatus status;
    bool cacheReplaced = false;
    store::StoreChange batch;
    QTimer *batchTimer = nullptr;
};

QFuture<Result<std::shared_ptr<Workspace>>> Workspace::open(const WorkspaceConfig &config)
{
    using Shared = std::shared_ptr<Workspace>;
    const SharedPromise<Shared> promise = startedPromise<Shared>();
    const QFuture<Result<Shared>> future = promise->future();
    const auto threads = std::make_shared<std::unique_ptr<WorkspaceThreads>>(
        std::make_unique<WorkspaceThreads>(config));
    // There is no object of ours yet; the application lives on this thread and outlives the wait.
    whenDone((*threads)->open(), QCoreApplication::instance(),
             [promise, threads](const Result<WorkspaceThreads::Opened> &opened) {
                 if (!opened)
                     return keepPromise<Shared>(promise, fail(opened.error()));
                 const Shared workspace(new Workspace(std::move(*threads)));
                 workspace->m_parts->me = opened->me;
                 workspace->m_parts->cacheReplaced = opened->cacheReplaced;
                 workspace->start();
                 keepPromise<Shared>(promise, workspace);
             });
    return future;
}

Workspace::Workspace(std::unique_ptr<WorkspaceThreads> threads)
    : m_threads(std::move(threads)), m_parts(std::make_unique<Parts>())
{
    m_parts->tickets = new TicketService(*m_threads, this);
    m_parts->outbox = new OutboxService(*m_threads, this);
    m_parts->drafts = new DraftService(*m_threads, this);
    m_parts->shots = new ShotService(*m_threads, *m_parts->tickets, this);
    m_parts->notices = new NoticeService(*m_threads, this);
    m_parts->dues = new DueWatch(*m_parts->notices, m_threads->clock(), this);
    m_parts->savedViews = new SavedViewService(*m_threads, this);
    m_parts->search = new SearchService(*m_threads, this);
    m_parts->snippets = new SnippetService(*m_threads, this);
    m_parts->macros = new MacroService(*m_threads, this);
    m_parts->rules = new RuleService(*m_threads, this);
    m_parts->spelling = new SpellingService(*m_threads, this);
    m_parts->ladder = new LadderService(*m_threads, this);
    m_parts->presence = new PresenceService(*m_threads, this);
    m_parts->knowledge = new KnowledgeService(*m_threads, this);
    m_parts->stopwatch = new StopwatchService(*m_parts->tickets, *m_parts->drafts,
                                              m_threads->clock(), this);
    m_parts->batchTimer = new QTimer(this);
    m_parts->batchTimer->setSingleShot(true);
    m_parts->batchTimer->setInterval(kBatchMs);
    connect(m_parts->batchTimer, &QTimer::timeout, this, &Workspace::announceBatch);
}

Workspace::~Workspace()
{
    // The engine first: after this nobody calls us from another thread, and what was asked for
    // before is on the disk.
    m_threads->close();
    delete m_parts->dues;
    delete m_parts->spelling;
    delete m_parts->snippets;
    delete m_parts->macros;
    delete m_parts->rules;
    delete m_parts->ladder;
    delete m_parts->presence;
    delete m_parts->stopwatch;
    delete m_parts->knowledge;
    delete m_parts->savedViews;
    delete m_parts->search;
    delete m_parts->notices;
    delete m_parts->shots;
    delete m_parts->tickets;
    delete m_parts->outbox;
    delete m_parts->drafts;
}

void Workspace::start()
{
    WorkspaceThreads::Listeners listeners;
    listeners.changed = [this](const store::StoreChange &change) {
        QMetaObject::invokeMethod(this, [this, change] { collect(change); });
    };
    listeners.status = [this](const SyncStatus &status) {
        QMetaObject::invokeMethod(this, [this, status] {
            m_parts->status = status;
            Q_EMIT statusChanged(status);
        });
    };
    listeners.me = [this](const Person &me) {
        QMetaObject::invokeMethod(this, [this, me] {
            m_parts->me = me;
            Q_EMIT meChanged(me);
        });
    };
    listeners.arrivedAfterAll = [this](const store::OutboxEntry &entry) {
        QMetaObject::invokeMethod(this, [this, title = entry.title] {
            Q_EMIT arrivedAfterAll(title);
        });
    };
    listeners.gaveWay = [this](const store::OutboxEntry &entry) {
        QMetaObject::invokeMethod(this, [this, title = entry.title] { Q_EMIT gaveWay(title); });
    };
    listeners.ownChanged = [this] {
        QMetaObject::invokeMethod(this, [this] {
            Q_EMIT m_parts->savedViews->changed();
            Q_EMIT m_parts->snippets->changed();
            Q_EMIT m_parts->macros->changed();
            Q_EMIT m_parts->rules->changed();
            m_parts->notices->takeMentionReads();
        });
    };
    listeners.company = [this](const Company &company) {
        QMetaObject::invokeMethod(this, [this, company] { m_parts->presence->take(company); });
    };
    listeners.cacheReplaced = [this] {
        QMetaObject::invokeMethod(this, [this] {
            m_parts->cacheReplaced = true;
            Q_EMIT cacheReplaced();
            Q_EMIT changed({}, true, true, true);
            Q_EMIT m_parts->knowledge->changed({});
        });
    };
    m_threads->start(std::move(listeners));
    m_parts->notices->load();
    m_parts->stopwatch->load();
    m_parts->dues->start();
}

void Workspace::collect(const store::StoreChange &change)
{
    m_parts->batch.merge(change);
    // Not restarted by later changes: a busy exchange must not put off what is shown.
    if (!m_parts->batchTimer->isActive())
        m_parts->batchTimer->start();
}

void Workspace::announceBatch()
{
    const store::StoreChange batch = std::exchange(m_parts->batch, {});
    if (batch.isEmpty())
        return;
    Q_EMIT changed(batch.tickets, batch.outbox, batch.directory, batch.everything);
    if (!batch.tickets.isEmpty() || batch.everything)
        m_parts->dues->look();
    if (batch.knowledge || batch.everything)
        Q_EMIT m_parts->knowledge->changed({});
    else if (!batch.articles.isEmpty())
        Q_EMIT m_parts->knowledge->changed(batch.articles);
    if (batch.arrived.isEmpty())
        return;
    m_parts->notices->take(batch.arrived);
    Q_EMIT messagesArrived(batch.arrived);
}

TicketService &Workspace::tickets()
{
    return *m_parts->tickets;
}

OutboxService &Workspace::outbox()
{
    return *m_parts->outbox;
}

DraftService &Workspace::drafts()
{
    return *m_parts->drafts;
}

ShotService &Workspace::shots()
{
    return *m_parts->shots;
}

NoticeService &Workspace::notices()
{
    return *m_parts->notices;
}

SavedViewService &Workspace::savedViews()
{
    return *m_parts->savedViews;
}

SearchService &Workspace::search()
{
    return *m_parts->search;
}

SnippetService &Workspace::snippets()
{
    return *m_parts->snippets;
}

RuleService &Workspace::rules()
{
    return *m_parts->rules;
}

MacroService &Workspace::macros()
{
    return *m_parts->macros;
}

SpellingService &Workspace::spelling()
{
    return *m_parts->spelling;
}

LadderService &Workspace::ladder()
{
    return *m_parts->ladder;
}

KnowledgeService &Workspace::knowledge()
{
    return *m_parts->knowledge;
}

PresenceService &Workspace::presence()
{
    return *m_parts->presence;
}

StopwatchService &Workspace::stopwatch()
{
    return *m_parts->stopwatch;
}

const Person &Workspace::me() const
{
    return m_parts->me;
}

const SyncStatus &Workspace::status() const
{
    return m_parts->status;
}

bool Workspace::cacheWasReplaced() const
{
    return m_parts->cacheReplaced;
}

void Workspace::syncNow()
{
    m_threads->syncNow();
}

void Workspace::setToken(const QString &token)
{
    m_threads->setToken(token);
}

} // namespace vigie
