// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/simulation/simserver.h"

#include "core/base/json.h"
#include "core/base/limits.h"
#include "core/ops/opcodec.h"
#include "core/wire/codec.h"
#include "core/wire/endpoints.h"
#include "tests/simulation/simworld.h"
#include "tests/support/receiptseed.h"

#include <QDir>
#include <QDirIterator>
#include <QFile>

namespace vigie::sim {

using server::ApiRequest;
using server::ApiResponse;

namespace {

/// Office hours where the clocks change, with a break.
ServiceBook agreedOn()
{
    BusinessCalendar week;
    week.zone = QTimeZone("Europe/Paris");
    for (size_t day = 0; day < 6; ++day)
        week.week.at(day) = {{8 * 60, 12 * 60}, {13 * 60, 18 * 60}};
    ServiceContract all;
    for (const EnumName<Priority> &priority : enumNames<Priority>()) {
        const qint64 hours = int(priority.value) * 3'600'000;
        all.within(ClockKind::Ownership).insert(priority.value, hours / 2);
        all.within(ClockKind::FirstReply).insert(priority.value, hours);
        all.within(ClockKind::NextReply).insert(priority.value, 2 * hours);
        all.within(ClockKind::Resolution).insert(priority.value, 8 * hours);
        all.warnBeforeMs.insert(priority.value, 600'000);
    }
    return {{{QString(), week}}, {all}};
}

void copyFolder(const QString &from, const QString &to)
{
    QDir(to).removeRecursively();
    QDir().mkpath(to);
    QDirIterator files(from, QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
    while (files.hasNext()) {
        const QString source = files.next();
        const QString target = to + source.mid(from.size());
        QDir().mkpath(QFileInfo(target).path());
        QFile::copy(source, target);
    }
}

} // namespace

SimServer::SimServer(SimTime &time, Rng &rng, Trace &trace, Planted planted)
    : m_time(time), m_rng(rng), m_trace(trace), m_planted(planted), m_clock(time),
      m_folder(SimWorld::memoryFolder())
{
}

SimServer::~SimServer() = default;

void SimServer::start()
{
    if (isUp())
        return;
    server::DeskOptions options;
    options.folder = folder();
    options.durability = sql::Durability::Volatile;
    options.receipts = server::fixedReceiptSigner();
    options.services = agreedOn();
    // Tokens must not differ between two runs of a seed.
    options.secrets = [this] {
        QByteArray secret;
        for (int i = 0; i < 4; ++i)
            secret += QByteArray::number(m_rng.next() | (1ULL << 63), 16).rightJustified(16, '0');
        return QByteArray::fromHex(secret);
    };
    auto desk = server::Desk::open(options, m_clock, m_rng);
    if (!desk) {
        m_trace.add(m_time.now(), "server does not start");
        qWarning("server does not start: %s", qPrintable(toLog(desk.error())));
        return;
    }
    m_desk = std::move(*desk);
    m_api = std::make_unique<server::Api>(*m_desk, m_clock, m_rng);
    m_api->feedsMoved = [this](const QStringList &feeds) { wake(feeds); };
    ++m_life;
    m_trace.add(m_time.now(), "server starts");
}

void SimServer::stop()
{
    if (!isUp())
        return;
    for (auto &[id, waiting] : m_waiting)
        m_time.cancel(waiting.timeout);
    m_waiting.clear();
    m_api.reset();
    m_desk.reset();
    ++m_life;
    m_trace.add(m_time.now(), "server stops");
}

void SimServer::handle(const ApiRequest &request, Answer answer)
{
    sabotage();
    if (beforePush && request.path == QByteArray(wire::kSyncPath.data())
        && request.body.contains("\"ops\":[{"))
        beforePush();
    answerNow(m_planted == Planted::None ? request : tampered(request), answer, false);
}

void SimServer::answerNow(const ApiRequest &request, const Answer &answer, bool final)
{
    server::ApiOutcome outcome = m_api->handle(request, final);
    if (auto *deferred = std::get_if<server::Deferred>(&outcome)) {
        deferred->work();
        outcome = deferred->finish();
    }
    if (auto *wait = std::get_if<server::WaitForFeeds>(&outcome)) {
        const quint64 id = ++m_nextWaiting;
        const qint64 delay = 4 * 3'600'000 - 60'000; // see kVirtualPollMs in simadapter.cpp
        const auto timeout = m_time.after(delay, [this, id] {
            const auto found = m_waiting.find(id);
            if (found == m_waiting.end())
                return;
            const Waiting waiting = std::move(found->second);
            m_waiting.erase(found);
            answerNow(waiting.request, waiting.answer, true);
        });
        m_waiting.emplace(id, Waiting{request, answer, wait->feeds, timeout});
        return;
    }
    const auto &response = std::get<ApiResponse>(outcome);
    m_trace.add(m_time.now(), "answer", response.body);
    answer(response);
}

void SimServer::wake(const QStringList &feeds)
{
    std::vector<quint64> hit;
    for (const auto &[id, waiting] : m_waiting) {
        for (const QString &feed : feeds) {
            if (waiting.feeds.contains(feed)) {
                hit.push_back(id);
                break;
            }
        }
    }
    for (const quint64 id : hit) {
        m_time.after(1, [this, id, life = m_life] {
            const auto found = m_waiting.find(id);
            if (life != m_life || found == m_waiting.end())
                return;
            const Waiting waiting = std::move(found->second);
            m_time.cancel(waiting.timeout);
            m_waiting.erase(found);
            answerNow(waiting.request, waiting.answer, true);
        });
    }
}

void SimServer::takeSnapshot()
{
    if (!isUp())
        return;
    m_desk->store().database().checkpoint();
    copyFolder(folder(), m_folder.path() + QStringLiteral("/snapshot%1").arg(m_snapshots));
    ++m_snapshots;
}

void SimServer::restore(int snapshot, bool byTool)
{
    stop();
    copyFolder(m_folder.path() + QStringLiteral("/snapshot%1").arg(snapshot), folder());
    start();
    if (byTool && isUp()) {
        if (const Done drawn = m_desk->store().drawEpoch(m_rng); !drawn)
            qWarning("no new epoch: %s", qPrintable(toLog(drawn.error())));
    }
    ++m_restores;
    m_trace.add(m_time.now(), "restore", snapshot);
}

/// Planted::NoDedupe.
void SimServer::sabotage()
{
    if (m_planted != Planted::NoDedupe)
        return;
    if (const Done forgotten = m_desk->store().database().run(QStringLiteral("DELETE FROM op_result"));
        !forgotten)
        qWarning("sabotage failed: %s", qPrintable(toLog(forgotten.error())));
}

/// The server's own point at this number, or its newest one: Planted::NoChain.
wire::Position SimServer::familiar(const QString &feed, const wire::Position &shown)
{
    const auto head = m_desk->store().feeds().head(feed);
    if (!head || shown.seq == 0)
        return shown;
    if (shown.seq >= head->seq)
        return *head;
    auto row = m_desk->store().database().prepare(
        QStringLiteral("SELECT chain FROM feed_entry WHERE feed = ? AND seq = ?"));
    if (!row)
        return shown;
    const auto found = row->bind(feed).bind(shown.seq).next();
    return found && *found ? wire::Position{shown.seq, row->text(0)} : shown;
}

ApiRequest SimServer::tampered(const ApiRequest &request)
{
    if (request.path != QByteArray(wire::kSyncPath.data())
        || (m_planted != Planted::NoChain && m_planted != Planted::NoVersionGuard))
        return request;
    const auto object = json::parseObject(request.body, 64 * limits::kJsonBytes);
    auto sync = object ? wire::decodeSyncRequest(*object) : Result<wire::SyncRequest>(fail(object.error()));
    if (!sync)
        return request;
    if (m_planted == Planted::NoChain) {
        if (const auto epoch = m_desk->store().epoch())
            sync->epoch = *epoch;
        for (wire::FeedState &feed : sync->feeds) {
            for (wire::Position *position : {&feed.cursor, &feed.highWater}) {
                *position = familiar(feed.feed, *position);
            }
        }
    } else {
        for (Op &op : sync->ops) {
            const auto ticket = m_desk->store().tickets().ticket(op.ticket);
            if (ticket && *ticket)
                op.base = baseFor(op.payload, **ticket);
        }
    }
    ApiRequest changed = request;
    changed.body = json::compact(wire::encode(*sync));
    return changed;
}

} // namespace vigie::sim
