// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/e2e/harness/platform/inheritance.h"

#include <QProcess>

#include <fcntl.h>
#include <unistd.h>

namespace vigie::e2e {

void inheritNothing(QProcess &process)
{
    // Runs between fork and exec: async-signal-safe calls only.
    process.setChildProcessModifier([most = int(::sysconf(_SC_OPEN_MAX))] {
        constexpr int kEnough = 4096; // a test has a few hundred at most
        for (int fd = 3; fd < most && fd < kEnough; ++fd)
            ::fcntl(fd, F_SETFD, FD_CLOEXEC);
    });
}

} // namespace vigie::e2e
