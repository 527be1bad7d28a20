// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/server/cli/platform/stopsignal.h"

#include <csignal>
#include <pthread.h>

namespace vigie::server {

namespace {

sigset_t stopSet()
{
    sigset_t set;
    sigemptyset(&set);
    sigaddset(&set, SIGTERM);
    sigaddset(&set, SIGINT);
    sigaddset(&set, SIGHUP);
    return set;
}

} // namespace

// Blocked here, the signals are blocked in every thread that is started later, and stay pending
// until wait() takes one: no handler runs in the middle of anything.
StopSignal::StopSignal()
{
    const sigset_t set = stopSet();
    pthread_sigmask(SIG_BLOCK, &set, nullptr);
    std::signal(SIGPIPE, SIG_IGN);
}

StopSignal::~StopSignal()
{
    const sigset_t set = stopSet();
    pthread_sigmask(SIG_UNBLOCK, &set, nullptr);
}

void StopSignal::wait()
{
    const sigset_t set = stopSet();
    int number = 0;
    while (sigwait(&set, &number) != 0) { }
}

} // namespace vigie::server
