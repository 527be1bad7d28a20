// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/e2e/harness/clientprocess.h"
#include "tests/e2e/harness/ledger.h"
#include "tests/e2e/harness/serverprocess.h"

#include <QTemporaryDir>

#include <map>
#include <memory>

namespace vigie::e2e {

/// A server, people, and a client process for each of them, in a temporary folder that stays when
/// the test failed. Everything returns an error text; empty = done.
class Scene
{
public:
    Scene();
    ~Scene();
    Scene(const Scene &) = delete;
    Scene &operator=(const Scene &) = delete;

    /// Sets the server up with these people ("anna" → "employee") and starts it.
    [[nodiscard]] QString prepare(const QMap<QString, QString> &people);
    /// Starts a person's client and signs in at the server, or at `url` with `pin`.
    [[nodiscard]] QString enter(const QString &who, const QString &url = {},
                                const QString &pin = {});
    /// Starts the client of somebody who has signed in before.
    [[nodiscard]] QString reopen(const QString &who);

    [[nodiscard]] ServerProcess &server() { return *m_server; }
    /// Made on demand, not started.
    [[nodiscard]] ClientProcess &client(const QString &who);
    [[nodiscard]] QString path(const QString &name) const;
    [[nodiscard]] static QString passwordOf(const QString &who);

    /// Every client of the list has sent and read everything, and its copy of every feed has the
    /// digest that the server has for this person.
    [[nodiscard]] QString agree(const QStringList &people, int timeoutMs = 60'000);
    /// Remembers that something failed, for scenes that serve several tests.
    void noteResult();
    /// A message with the ends of all logs, for failures.
    [[nodiscard]] QString logs();

private:
    QTemporaryDir m_folder;
    bool m_failed = false;
    std::unique_ptr<ServerProcess> m_server;
    std::map<QString, std::unique_ptr<ClientProcess>> m_clients;
};

/// Fails the test with the text unless it is empty.
#define VIGIE_MUST(text)                                                                           \
    do {                                                                                           \
        const QString vigieTrouble = (text);                                                       \
        QVERIFY2(vigieTrouble.isEmpty(), qPrintable(vigieTrouble));                                \
    } while (false)

/// Fails the test unless the client's answer is good.
#define VIGIE_OK(answer)                                                                           \
    do {                                                                                           \
        const QJsonObject vigieAnswer = (answer);                                                  \
        QVERIFY2(::vigie::e2e::isOk(vigieAnswer), ::vigie::e2e::shown(vigieAnswer).constData());   \
    } while (false)

} // namespace vigie::e2e
