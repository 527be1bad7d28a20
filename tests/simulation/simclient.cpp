// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/simulation/simclient.h"

#include "core/base/json.h"
#include "core/model/lifecycle.h"
#include "core/store/knowledgereader.h"
#include "core/wire/codec.h"
#include "core/wire/endpoints.h"
#include "tests/simulation/simworld.h"

#include <QFile>

#include <algorithm>

namespace vigie::sim {

using store::OpState;

namespace {

/// Ten years wrong either way, or a little.
qint64 someSkew(Rng &rng)
{
    const qint64 span = rng.below(2) == 0 ? 315'360'000'000 : 600'000;
    return qint64(rng.below(quint64(span) * 2)) - span;
}

/// Where right and wrong clocks are compared, the story's own chance must not pay for them.
qint64 chosenSkew(const SimWorld &world, quint64 seed)
{
    SeededRng apart(seed + 1);
    return world.clocks == SimWorld::Clocks::Wild ? someSkew(apart) : 0;
}

} // namespace

SimClient::SimClient(SimWorld &world, const Person &person, quint64 seed)
    : m_world(world), m_person(person), m_rng(seed), m_clock(world.time, chosenSkew(world, seed)),
      m_folder(world.memoryFolder()), m_ids(m_clock, m_rng),
      m_device(m_ids.make<DeviceId>())
{
    if (world.clocks == SimWorld::Clocks::AsSeeded && world.faults.wildClocks)
        m_clock.skewMs = someSkew(m_rng);
}

SimClient::~SimClient()
{
    m_driver.reset();
}

Done SimClient::dieHook()
{
    if (m_dieIn > 0 && --m_dieIn == 0)
        m_dead = true;
    if (m_dead)
        return fail(ErrorCode::StoreFault, QStringLiteral("the process is gone"));
    return {};
}

void SimClient::start()
{
    m_dead = false;
    m_dieIn = -1;
    store::Profile::Options options;
    options.takeLock = false;
    options.fullSync = false;
    options.device = m_device;
    auto profile = store::Profile::open(m_folder.path() + QStringLiteral("/profile"),
                                        m_clock.nowMs(), options);
    if (!profile) {
        m_world.broken(QStringLiteral("N1: the profile does not open: %1").arg(toLog(profile.error())));
        return;
    }
    m_profile = std::move(*profile);
    const auto hook = [this](const QString &) { return dieHook(); };
    m_profile->outboxDatabase().faultHook = hook;
    m_profile->cacheDatabase().faultHook = hook;
    if (m_token.isEmpty()) {
        m_token = m_world.signIn(m_person, m_profile->device());
        if (const Done me = m_profile->cache().setMe(m_person); !me)
            m_world.broken(QStringLiteral("setMe: %1").arg(toLog(me.error())));
    } else if (const auto meta = m_profile->cache().meta(); meta && meta->me.id == m_person.id) {
        m_person = meta->me; // killed after a page was stored and before it was told
    }
    SimAdapter::Link link{m_world.time, m_rng, m_world.trace, m_world.server, m_world.faults,
                          m_world.planted,
                          [this] { return online && !m_dead; },
                          [this](const wire::SyncRequest &request, const wire::SyncResponse &response) {
                              m_world.witness(*this, request, response);
                          }};
    m_adapter = std::make_unique<SimAdapter>(std::move(link), m_profile->blobs());
    m_adapter->setToken(m_token);
    m_wakeUp = std::make_unique<SimWakeUp>(m_world.time);
    sync::Driver::Listeners listeners;
    listeners.me = [this](const Person &me) { m_person = me; };
    listeners.changed = [this](const store::StoreChange &change) {
        if (change.outbox)
            m_world.noteOutbox(*this);
    };
    m_driver = std::make_unique<sync::Driver>(
        sync::Driver::Ports{*m_profile, *m_adapter, m_clock, m_rng, *m_wakeUp}, listeners);
    m_world.noteOutbox(*this);
    m_driver->start(true);
}

void SimClient::kill()
{
    if (!m_driver)
        return;
    m_world.trace.add(m_world.time.now(), "kill");
    m_dead = true;
    m_requestsBefore += m_adapter->requests();
    m_driver.reset();
    m_wakeUp.reset();
    m_adapter.reset();
    m_profile.reset();
}

void SimClient::loseCache()
{
    kill();
    for (const char *suffix : {"", "-wal", "-shm", "-journal"})
        QFile::remove(m_folder.path() + QStringLiteral("/profile/cache.db") + QLatin1String(suffix));
    start();
}

std::optional<TicketId> SimClient::someTicket()
{
    store::ListQuery query;
    query.scope = m_person.role == Role::Employee ? store::ListScope::MyRequests : store::ListScope::All;
    query.openOnly = m_rng.below(4) != 0;
    query.me = m_person.id;
    // What waits to be sent stands where this machine's clock puts it.
    const bool byTitle = m_world.clocks != SimWorld::Clocks::AsSeeded;
    query.limit = byTitle ? 10'000 : 12;
    auto rows = m_profile->cache().reader().list(query);
    if (!rows || rows->isEmpty())
        return std::nullopt;
    if (byTitle) {
        std::sort(rows->begin(), rows->end(),
                  [](const store::TicketRow &a, const store::TicketRow &b) { return a.title < b.title; });
    }
    return rows->at(qsizetype(m_rng.below(quint64(rows->size())))).id;
}

void SimClient::submit(QList<Op> ops)
{
    const Result<QList<Op>> stored = m_driver->submit(std::move(ops), {});
    if (stored)
        m_world.written(*this, *stored);
}

void SimClient::report()
{
    CreateTicket create;
    create.message = m_ids.make<MessageId>();
    create.title = QStringLiteral("Report %1 of %2").arg(++m_written).arg(m_person.name);
    create.kit.what = QStringLiteral("It does not work, %1").arg(m_rng.next());
    create.requester = m_person.id;
    if (m_rng.below(4) == 0) {
        const QByteArray bytes(1 + int(m_rng.below(3000)), char('a' + m_rng.below(26)));
        const auto file = m_profile->blobs().importBytes(bytes, QStringLiteral("shot.png"),
                                                         QStringLiteral("image/png"));
        if (file)
            create.attachments = {*file};
    }
    Op op;
    op.ticket = m_ids.make<TicketId>();
    op.payload = create;
    submit({op});
}

std::optional<Article> SimClient::someArticle()
{
    store::ArticleQuery query;
    const auto rows = store::KnowledgeReader(m_profile->cacheDatabase()).list(query);
    if (!rows || rows->isEmpty())
        return std::nullopt;
    return rows->at(qsizetype(m_rng.below(quint64(rows->size())))).article;
}

/// A text of many lines, of which one is new; the reason is nothing for readers.
SaveArticle SimClient::someText(const std::optional<Article> &article)
{
    SaveArticle save;
    save.revision = m_ids.make<RevisionId>();
    save.reason = QLatin1String(SimWorld::kCanary);
    const QString words = QStringLiteral("%1 writes %2").arg(m_person.name).arg(++m_written);
    const store::KnowledgeReader reader(m_profile->cacheDatabase());
    const auto known = article ? reader.revision(article->head) : Result<std::optional<Revision>>(std::nullopt);
    QStringList lines = known && *known ? (*known)->body.split(u'\n') : QStringList(8, QStringLiteral("-"));
    lines[qsizetype(m_rng.below(quint64(lines.size())))] = words;
    save.body = lines.join(u'\n');
    if (article) {
        save.parent = article->head;
        save.title = article->title;
    } else {
        save.title = QStringLiteral("Article %1 of %2").arg(m_written).arg(m_person.name);
        save.birth = ArticleBirth{ArticleKind::Procedure, m_world.topic, QStringLiteral("en"), {},
                                  m_rng.below(4) == 0 ? ArticleReaders::Staff : ArticleReaders::Everyone, {}, {}};
    }
    return save;
}

void SimClient::writeArticle()
{
    const bool staff = m_person.role != Role::Employee;
    const std::optional<Article> article = someArticle();
    if (!article && !staff)
        return;
    Op op;
    op.ticket = article ? TicketId(article->id.uuid()) : m_ids.make<TicketId>();
    const auto move = [&](ArticleState to) {
        return ArticleAct(MoveArticle{to, article->head, QStringLiteral("so"), 0});
    };
    const auto suggestion = [&] {
        SaveArticle save = someText(article);
        save.suggestion = true;
        return ArticleAct(save);
    };
    const auto judge = [&] {
        const auto vote = ArticleVote(1 + int(m_rng.below(3)));
        return ArticleAct(JudgeArticle{article->published, vote, m_rng.below(3) == 0 ? QStringLiteral("old") : QString()});
    };
    if (!article || (staff && m_rng.below(5) == 0)) {
        op.ticket = m_ids.make<TicketId>();
        op.payload = ArticleAct(someText(std::nullopt));
        return submit({op});
    }
    static const char *const kinds[] = {"faq", "tutorial", "procedure"};
    switch (staff ? m_rng.below(10) : 8 + m_rng.below(2)) {
    case 0: op.payload = move(ArticleState::InReview); break;
    case 1:
    case 2: op.payload = move(ArticleState::Published); break;
    case 3: op.payload = move(m_rng.below(2) == 0 ? ArticleState::Archived : ArticleState::ChangesAsked); break;
    case 4: op.payload = ArticleAct(SetArticle{QStringLiteral("kind"), QLatin1String(kinds[m_rng.below(3)])}); break;
    case 5: op.payload = ArticleAct(ConfirmArticle{}); break;
    case 8: op.payload = suggestion(); break;
    case 9: op.payload = judge(); break;
    default: op.payload = ArticleAct(someText(article)); break;
    }
    submit({op});
}

Payload SimClient::somePayload(const Ticket &ticket)
{
    const bool staff = m_person.role != Role::Employee;
    const auto message = [&](MessageKind kind, const QString &body) {
        AddMessage add;
        add.message = m_ids.make<MessageId>();
        add.kind = kind;
        add.body = body;
        return add;
    };
    const QString words = QStringLiteral("%1 writes %2").arg(m_person.name).arg(++m_written);
    if (!staff) {
        switch (m_rng.below(6)) {
        case 0: return AskUpdate{};
        case 1: return SetState{State::Closed, {}};
        case 2: return SetState{State::Open, {}};
        case 3: return Rate{1 + int(m_rng.below(5)), {}};
        default: return message(MessageKind::Reply, words);
        }
    }
    static const char *const urgencies[] = {"blocked", "hindered", "annoyed", "can-wait"};
    static const State states[] = {State::Open, State::WaitingRequester, State::WaitingVendor,
                                   State::Resolved, State::Closed};
    switch (m_rng.below(14)) {
    case 0: return SetField{QStringLiteral("title"), words};
    case 1: return SetField{QStringLiteral("urgency"), QLatin1String(urgencies[m_rng.below(4)])};
    case 2: return SetField{QStringLiteral("owner"), m_rng.below(4) == 0 ? QString() : m_person.id.text()};
    case 3: return SetField{QStringLiteral("category"), categoryKeys().at(qsizetype(m_rng.below(8)))};
    case 4: return SetField{QStringLiteral("queue"), m_world.queues[m_rng.below(m_world.queues.size())].id.text()};
    case 5:
    case 6: return SetState{states[m_rng.below(5)], {}};
    case 7: return Escalate{above(ticket.level), {}, QStringLiteral("over my head")};
    case 8: return EditTags{{QStringLiteral("t%1").arg(m_rng.below(5))}, {QStringLiteral("t%1").arg(m_rng.below(5))}};
    case 9: return EditWatchers{{m_world.people[m_rng.below(m_world.people.size())].id}, {}};
    case 10: return message(MessageKind::Note, words + QLatin1Char(' ') + QLatin1String(SimWorld::kCanary)
                                + (ticket.queue.isNull() ? QString() : ticket.queue.text()));
    case 11: return MergeInto{m_rng.below(3) == 0 ? TicketId() : someTicket().value_or(TicketId())};
    case 12:
        if (m_written % 2 == 0)
            return SetField{QStringLiteral("pending-until"), QString::number(1'900'000'000'000 + m_written)};
        return LogWork{60 + m_written, QStringLiteral("2026-11-27"), words};
    default: return message(MessageKind::Reply, words);
    }
}

void SimClient::act()
{
    if (!m_driver || m_dead)
        return;
    if (m_rng.below(8) == 0)
        return touchOutbox();
    if (m_rng.below(5) == 0)
        return writeArticle();
    const std::optional<TicketId> ticket = someTicket();
    if (!ticket || (m_person.role == Role::Employee && m_rng.below(4) == 0))
        return report();
    const auto state = m_profile->cache().reader().state(*ticket);
    if (!state)
        return;
    QList<Op> ops;
    const int count = m_rng.below(5) == 0 ? 2 : 1;
    for (int i = 0; i < count; ++i) {
        Op op;
        op.ticket = *ticket;
        op.payload = somePayload(state->ticket);
        for (auto it = state->thread.crbegin(); it != state->thread.crend(); ++it) {
            const bool words = it->kind == MessageKind::Reply || it->kind == MessageKind::Report;
            if (words && it->author != m_person.id) {
                op.seenThrough = it->id;
                break;
            }
        }
        ops.append(op);
    }
    submit(ops);
}

/// Retry, edit, use mine, discard, undo: on anything the outbox shows.
void SimClient::touchOutbox()
{
    const auto live = m_profile->outbox().live();
    if (!live || live->isEmpty())
        return;
    const store::OutboxEntry entry = live->at(qsizetype(m_rng.below(quint64(live->size()))));
    const auto before = m_world.outboxIds(*this);
    Done done;
    switch (m_rng.below(5)) {
    case 0: done = m_driver->retry(entry.op.id); break;
    case 1: done = m_driver->useMine(entry.op.id); break;
    case 2: done = m_driver->editMessage(entry.op.id, QStringLiteral("edited %1").arg(++m_written)); break;
    case 3: done = m_driver->undo(entry.op.id); break;
    default: done = m_driver->discard(entry.op.id); break;
    }
    m_world.outboxTouched(*this, before, done.has_value());
}

void SimClient::tidyUp()
{
    if (!m_driver)
        return;
    const auto live = m_profile->outbox().live();
    if (!live)
        return;
    for (const store::OutboxEntry &entry : *live) {
        if (entry.state != OpState::Parked || entry.error.code != ErrorCode::ServerFault)
            continue;
        const auto before = m_world.outboxIds(*this);
        const Done done = m_driver->retry(entry.op.id);
        m_world.outboxTouched(*this, before, done.has_value());
    }
}

} // namespace vigie::sim
