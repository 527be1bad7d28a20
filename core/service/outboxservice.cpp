// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/service/outboxservice.h"

#include "core/service/workspacethreads.h"
#include "core/sync/driver.h"

namespace vigie {

namespace {

Result<bool> succeeded(const Done &done)
{
    return done ? Result<bool>(true) : Result<bool>(fail(done.error()));
}

} // namespace

OutboxService::OutboxService(WorkspaceThreads &threads, QObject *parent)
    : QObject(parent), m_threads(threads)
{
}

QFuture<Result<QList<OutboxEntry>>> OutboxService::entries()
{
    return m_threads.read([](WorkspaceThreads::Readers &readers) -> Result<QList<OutboxEntry>> {
        VIGIE_TRY_ASSIGN(live, readers.outbox.live());
        // What the server accepted has left the outbox as far as a person is concerned.
        live.removeIf([](const OutboxEntry &entry) { return entry.state == OpState::Acked; });
        return live;
    });
}

QFuture<Result<QList<OutboxEntry>>> OutboxService::bin()
{
    return m_threads.read(
        [](WorkspaceThreads::Readers &readers) { return readers.outbox.discarded(); });
}

QFuture<Result<bool>> OutboxService::retry(const OpId &op)
{
    return m_threads.write([op](const WorkspaceThreads::Engine &engine) {
        return succeeded(engine.driver.retry(op));
    });
}

QFuture<Result<bool>> OutboxService::useMine(const OpId &op)
{
    return m_threads.write([op](const WorkspaceThreads::Engine &engine) {
        return succeeded(engine.driver.useMine(op));
    });
}

QFuture<Result<bool>> OutboxService::editMessage(const OpId &op, const QString &body)
{
    return m_threads.write([op, body](const WorkspaceThreads::Engine &engine) {
        return succeeded(engine.driver.editMessage(op, body));
    });
}

QFuture<Result<bool>> OutboxService::discard(const OpId &op)
{
    return m_threads.write([op](const WorkspaceThreads::Engine &engine) {
        return succeeded(engine.driver.discard(op));
    });
}

QFuture<Result<bool>> OutboxService::restore(const OpId &op)
{
    return m_threads.write([op](const WorkspaceThreads::Engine &engine) {
        return succeeded(engine.driver.restore(op));
    });
}

} // namespace vigie
