// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/e2e/harness/clientprocess.h"

#include <QFile>

namespace vigie::e2e {

/// Surroundings for a client process in which its folder behaves like a bad disk. Linux only: a
/// mount namespace of its own (as root, or in a user namespace), so that nothing outside notices.
class LittleDisk
{
public:
    /// Whether this machine lets us mount anything.
    [[nodiscard]] static bool canMount();

    /// Wraps the client so that its folder is an empty file system of this size.
    static void putOnLittleDisk(ClientProcess &client, int megabytes);
    /// Wraps the client so that its folder, as it is, cannot be written.
    static void makeReadOnly(ClientProcess &client);
    /// Wraps the client so that this file can be written, but not moved or removed.
    static void pin(ClientProcess &client, const QString &path);
    /// Lets go of a pinned file under a running client.
    [[nodiscard]] static bool unpin(const ClientProcess &client, const QString &path);
    /// No surroundings any more, from the next start on.
    static void release(ClientProcess &client) { client.setWrapper({}); }

    /// The running client's folder as the client sees it.
    explicit LittleDisk(const ClientProcess &client);
    ~LittleDisk();
    /// Writes until nothing more fits.
    [[nodiscard]] bool fill();
    /// Gives the space back.
    [[nodiscard]] bool free();

private:
    QFile m_ballast;
};

} // namespace vigie::e2e
