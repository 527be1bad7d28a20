// SPDX-License-Identifier: GPL-3.0-or-later
// Saved views, canned texts and looks on their way to the person's other computers. They depend on
// nothing and nothing depends on them, so they go beside the engine: a message when something
// changed or the server was just heard, and what comes back with every page.
#include "core/sync/driver.h"

#include "core/base/logging.h"
#include "core/store/ownsync.h"
#include "core/sync/driverparts.h"

namespace vigie::sync {

store::OwnSync Driver::Parts::ownSync()
{
    const Result<store::SyncMeta> meta = ports.profile.cache().meta();
    return ports.profile.outbox().own<store::OwnSync>().writesDesk(
        meta && meta->me.role == Role::Admin);
}

void Driver::Parts::sendOwn()
{
    if (sendingOwn || !state.running || !state.signedIn || state.isStopped || state.failures > 0
        || state.reconciling)
        return;
    store::OwnSync own = ownSync();
    const Result<QList<OwnThing>> unsent = own.unsent();
    const Result<qint64> through = own.through();
    if (!unsent || !through)
        return storeTrouble("reading own things", unsent ? through.error() : unsent.error());
    std::optional<wire::SyncRequest> request = unsent->isEmpty() ? std::nullopt : baseRequest();
    if (!request)
        return;
    request->own = *unsent;
    request->ownThrough = *through;
    sendingOwn = true;
    ports.server.sync(*request, guarded([this, sent = *unsent](
                                            const remote::Reply<wire::SyncResponse> &reply) {
                          sendingOwn = false;
                          if (reply.outcome != remote::Outcome::Ok || reply.value.timeTravel) {
                              if (reply.outcome != remote::Outcome::Ok)
                                  qCInfo(lcSync, "own things stay here: %s", qPrintable(toLog(reply.error)));
                              return;
                          }
                          takeOwn(sent, reply.value);
                          // What was changed meanwhile, or did not fit.
                          const auto left = ownSync().unsent();
                          if (left && !left->isEmpty() && *left != sent)
                              sendOwn();
                      }));
}

void Driver::Parts::takeOwn(const QList<OwnThing> &sent, const wire::SyncResponse &answer)
{
    store::OwnSync own = ownSync();
    const Result<bool> another = own.meetEpoch(answer.epoch);
    if (!another)
        return storeTrouble("noting the server's history", another.error());
    // An answer from before the history changed says nothing about the new one.
    if (*another || answer.ownThrough < 0)
        return;
    const Result<bool> changed = own.take(sent, answer.own, answer.ownThrough);
    if (!changed)
        return storeTrouble("taking own things", changed.error());
    if (*changed && listeners.ownChanged)
        listeners.ownChanged();
}

} // namespace vigie::sync
