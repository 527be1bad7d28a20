// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/e2e/harness/childprocess.h"

#include <QHash>
#include <QJsonObject>

#include <optional>

namespace vigie::e2e {

/// A running vigie_e2e_client and the conversation with it. Many commands may be under way at
/// once; answers are matched by number. A client that is gone answers nothing more.
class ClientProcess final : public ChildProcess
{
public:
    /// `root` is the folder of the person's accounts; it survives the process.
    ClientProcess(QString name, QString root);

    [[nodiscard]] const QString &name() const { return m_name; }
    [[nodiscard]] const QString &root() const { return m_root; }

    /// Starts the process and waits until it listens.
    [[nodiscard]] bool start();
    /// Asks it to go; false when it does not go by itself or with an error.
    [[nodiscard]] bool quit();

    /// Sends a command and returns its number.
    int post(const char *what, QJsonObject arguments = {});
    /// Waits until something new was said, at most so long.
    void listen(int mostMs);
    /// The answer when it is there; never waits.
    [[nodiscard]] std::optional<QJsonObject> answerTo(int number);
    /// Waits for the answer. {"ok":false,"error":"Gone"} when the process ended first.
    [[nodiscard]] QJsonObject waitFor(int number, int timeoutMs = 40'000 * kSlowness);
    /// Sends a command and waits for its answer.
    QJsonObject call(const char *what, const QJsonObject &arguments = {});

private:
    void read();

    QString m_name;
    QString m_root;
    QHash<int, QJsonObject> m_answers;
    int m_last = 0;
    bool m_ready = false;
};

[[nodiscard]] inline bool isOk(const QJsonObject &answer)
{
    return answer.value(QLatin1String("ok")).toBool();
}

[[nodiscard]] inline QString errorOf(const QJsonObject &answer)
{
    return answer.value(QLatin1String("error")).toString();
}

/// One line for messages about failures.
[[nodiscard]] QByteArray shown(const QJsonObject &answer);

} // namespace vigie::e2e
