// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/rng.h"
#include "tests/e2e/harness/scene.h"

#include <QSet>

namespace vigie::e2e {

/// Several people who write, each through their own client and a few operations at a time, so
/// that there are many exchanges and not a few large ones.
class Workload
{
public:
    Workload(Scene &scene, quint64 seed) : m_scene(scene), m_rng(seed) {}

    void addEmployee(const QString &who) { m_people.append({who, false, 0, {}, {}}); }
    void addAgent(const QString &who) { m_people.append({who, true, 0, {}, {}}); }
    [[nodiscard]] QStringList people() const;

    /// Every employee reports `each` requests and the agents wait until they see them all.
    [[nodiscard]] QString reportFirst(int each);
    /// Writes this many operations. With `anew`, employees go on to report new requests and reply
    /// to them before they have arrived. Nobody waits longer than `patienceMs` for room.
    [[nodiscard]] QString write(int operations, bool anew, int patienceMs = 120'000);

    /// What the clients said was saved.
    [[nodiscard]] const QSet<QString> &saved() const { return m_saved; }

    /// How what was saved ended.
    struct Verdict {
        QStringList lost;     ///< not on the server, and not in an outbox either
        QStringList doubled;
        QStringList disputed; ///< took effect, but its author was told that it did not
        QStringList open;     ///< still on its way

        [[nodiscard]] qsizetype faults() const
        {
            return lost.size() + doubled.size() + disputed.size();
        }
    };
    /// The server's books against the people's outboxes.
    [[nodiscard]] Verdict judge(const Ledger &ledger);

private:
    struct Worker {
        QString name;
        bool isAgent = false;
        int posted = 0;
        QHash<int, QString> asked; ///< command number → words; the question for room has none
        QStringList tickets;
    };

    void post(Worker &worker, bool anew);
    [[nodiscard]] QString collect(Worker &worker, bool *progress);
    [[nodiscard]] QString pick(const QStringList &list);

    Scene &m_scene;
    SeededRng m_rng;
    QList<Worker> m_people;
    QStringList m_shared; ///< tickets that agents write to
    QSet<QString> m_saved;
    int m_words = 0;
};

} // namespace vigie::e2e
