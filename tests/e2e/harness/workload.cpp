// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/e2e/harness/workload.h"

#include <QJsonArray>
#include <QTest>

namespace vigie::e2e {

namespace {

constexpr int kAtOnce = 3;

QString trouble(const QString &who, const QJsonObject &answer)
{
    return who + QStringLiteral(": ") + QString::fromUtf8(shown(answer));
}

} // namespace

QStringList Workload::people() const
{
    QStringList names;
    for (const Worker &worker : m_people)
        names.append(worker.name);
    return names;
}

QString Workload::pick(const QStringList &list)
{
    return list[qsizetype(m_rng.below(quint64(list.size())))];
}

QString Workload::reportFirst(int each)
{
    for (Worker &worker : m_people) {
        for (int i = 0; !worker.isAgent && i < each; ++i) {
            const QString words = QStringLiteral("%1 begins %2").arg(worker.name).arg(i);
            const QJsonObject answer = m_scene.client(worker.name)
                                           .call("report", {{QStringLiteral("title"), words},
                                                            {QStringLiteral("what"), words + u'!'}});
            if (!isOk(answer))
                return trouble(worker.name, answer);
            m_saved.insert(words);
            worker.tickets.append(answer.value(QLatin1String("ticket")).toString());
            m_shared.append(worker.tickets.last());
        }
    }
    for (const Worker &worker : std::as_const(m_people)) {
        if (!worker.isAgent)
            continue;
        const QJsonObject seen = m_scene.client(worker.name)
                                     .call("wait-ticket", {{QStringLiteral("count"), m_shared.size()}});
        if (!isOk(seen))
            return trouble(worker.name, seen);
    }
    return {};
}

void Workload::post(Worker &worker, bool anew)
{
    const QString words = QStringLiteral("%1 writes %2").arg(worker.name).arg(++m_words);
    QJsonObject arguments{{QStringLiteral("body"), words},
                          {QStringLiteral("tag"), words},
                          {QStringLiteral("title"), words},
                          {QStringLiteral("what"), words + u'!'}};
    const char *what = "reply";
    if (worker.isAgent) {
        static constexpr const char *kinds[] = {"reply", "reply", "note", "note", "tag"};
        what = kinds[m_rng.below(5)];
        arguments.insert(QStringLiteral("ticket"), pick(m_shared));
    } else if (anew && m_rng.below(5) == 0) {
        what = "report";
    } else {
        arguments.insert(QStringLiteral("ticket"), pick(worker.tickets));
    }
    worker.asked.insert(m_scene.client(worker.name).post(what, arguments), words);
    ++worker.posted;
}

QString Workload::collect(Worker &worker, bool *progress)
{
    ClientProcess &client = m_scene.client(worker.name);
    for (auto it = worker.asked.begin(); it != worker.asked.end();) {
        const auto answer = client.answerTo(it.key());
        if (!answer) {
            if (!client.isRunning())
                return worker.name + QStringLiteral(" is gone");
            ++it;
            continue;
        }
        if (!isOk(*answer))
            return trouble(worker.name + QStringLiteral(" with \"%1\"").arg(it.value()), *answer);
        if (!it.value().isEmpty())
            m_saved.insert(it.value());
        if (answer->contains(QLatin1String("ticket")))
            worker.tickets.append(answer->value(QLatin1String("ticket")).toString());
        it = worker.asked.erase(it);
        *progress = true;
    }
    return {};
}

QString Workload::write(int operations, bool anew, int patienceMs)
{
    int left = operations;
    const QJsonObject room{{QStringLiteral("most"), kAtOnce},
                           {QStringLiteral("timeout"), patienceMs * kSlowness}};
    while (true) {
        bool progress = false;
        bool idle = true;
        for (Worker &worker : m_people) {
            if (const QString text = collect(worker, &progress); !text.isEmpty())
                return text;
            if (worker.asked.isEmpty() && left > 0) {
                for (int i = 0; i < kAtOnce && left > 0; ++i, --left)
                    post(worker, anew);
                worker.asked.insert(m_scene.client(worker.name).post("wait-room", room), QString());
            }
            idle = idle && worker.asked.isEmpty();
        }
        if (idle)
            return {};
        if (!progress)
            m_scene.client(pick(people())).listen(5);
    }
}

Workload::Verdict Workload::judge(const Ledger &ledger)
{
    Verdict verdict;
    QHash<QString, QString> waiting; // words → state in an outbox
    for (const Worker &worker : std::as_const(m_people)) {
        const QJsonArray entries = m_scene.client(worker.name)
                                       .call("outbox")
                                       .value(QLatin1String("entries"))
                                       .toArray();
        for (const QJsonValue &entry : entries) {
            waiting.insert(entry[QLatin1String("words")].toString(),
                           entry[QLatin1String("state")].toString());
        }
    }
    verdict.doubled = ledger.doubles();
    for (const QString &words : std::as_const(m_saved)) {
        const int there = ledger.count(words);
        const QString state = waiting.value(words);
        const bool refused = state == QLatin1String("parked") || state == QLatin1String("conflict");
        if (there > 0 && refused)
            verdict.disputed.append(words);
        else if (!state.isEmpty())
            verdict.open.append(words + QStringLiteral(" is ") + state);
        else if (there == 0)
            verdict.lost.append(words);
    }
    return verdict;
}

} // namespace vigie::e2e
