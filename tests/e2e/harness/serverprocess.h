// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "tests/e2e/harness/childprocess.h"

#include <QByteArray>
#include <QUrl>

namespace vigie::e2e {

/// A port on loopback that is free now, outside of the range that the system hands out to clients:
/// one of them could sit on it while its server is down.
[[nodiscard]] quint16 freePort();

/// A vigie-server on a data folder of its own. It keeps its port for life, because its clients
/// know it by its address.
class ServerProcess final : public ChildProcess
{
public:
    /// `folder` holds everything of this server.
    explicit ServerProcess(const QString &folder);

    /// Starts it and waits until it answers.
    [[nodiscard]] Done start();
    /// Asks it to go, and waits; false when it did not go by itself with exit code 0.
    [[nodiscard]] bool stop();

    [[nodiscard]] QString url() const;
    [[nodiscard]] quint16 port() const { return m_port; }
    [[nodiscard]] QString data() const { return m_folder + QStringLiteral("/data"); }
    /// The authority's certificate, in PEM.
    [[nodiscard]] QString authorityFile() const;
    /// The authority's fingerprint, for pinning.
    [[nodiscard]] Result<QString> fingerprint() const;

    /// Sets up the data folder (server down).
    [[nodiscard]] Done init();
    /// Adds somebody through the command line; works while the server runs, too.
    [[nodiscard]] Done addPerson(const QString &login, const QString &role,
                                 const QString &password);
    /// Runs a subcommand of vigie-server to its end; its standard output.
    [[nodiscard]] Result<QByteArray> run(const QStringList &arguments,
                                         const QByteArray &input = {}) const;

private:
    [[nodiscard]] bool becameReady();

    QString m_folder;
    quint16 m_port = 0;
};

} // namespace vigie::e2e
