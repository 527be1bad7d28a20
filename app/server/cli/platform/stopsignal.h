// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace vigie::server {

/// How the operating system tells a server to end: SIGTERM, SIGINT and SIGHUP on Unix; Ctrl+C,
/// Ctrl+Break, closing the console, logging off and shutting down on Windows.
/// One object, made in main() before any other thread starts.
class StopSignal
{
public:
    StopSignal();
    ~StopSignal();
    StopSignal(const StopSignal &) = delete;
    StopSignal &operator=(const StopSignal &) = delete;

    /// Blocks until the system says stop.
    void wait();
};

} // namespace vigie::server
