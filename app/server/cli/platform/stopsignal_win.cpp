// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/server/cli/platform/stopsignal.h"

#include <windows.h>

namespace vigie::server {

namespace {

HANDLE stopEvent = nullptr;
HANDLE endedEvent = nullptr;

BOOL WINAPI onConsoleEvent(DWORD kind)
{
    SetEvent(stopEvent);
    // After this returns for a close, log-off or shutdown event Windows ends the process, so it
    // waits for the orderly end; the system itself gives it about five seconds.
    if (kind == CTRL_CLOSE_EVENT || kind == CTRL_LOGOFF_EVENT || kind == CTRL_SHUTDOWN_EVENT)
        WaitForSingleObject(endedEvent, 10'000);
    return TRUE;
}

} // namespace

StopSignal::StopSignal()
{
    stopEvent = CreateEventW(nullptr, TRUE, FALSE, nullptr);
    endedEvent = CreateEventW(nullptr, TRUE, FALSE, nullptr);
    SetConsoleCtrlHandler(onConsoleEvent, TRUE);
}

StopSignal::~StopSignal()
{
    SetEvent(endedEvent);
    SetConsoleCtrlHandler(onConsoleEvent, FALSE);
    CloseHandle(stopEvent);
    CloseHandle(endedEvent);
}

void StopSignal::wait()
{
    WaitForSingleObject(stopEvent, INFINITE);
}

} // namespace vigie::server
