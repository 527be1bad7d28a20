// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/e2e/harness/clientprocess.h"

#include <QDeadlineTimer>
#include <QJsonDocument>

namespace vigie::e2e {

ClientProcess::ClientProcess(QString name, QString root)
    : ChildProcess(QStringLiteral(VIGIE_E2E_CLIENT), root + QStringLiteral(".log")),
      m_name(std::move(name)), m_root(std::move(root))
{
}

bool ClientProcess::start()
{
    m_answers.clear();
    m_ready = false;
    if (!launch({m_root}))
        return false;
    const QDeadlineTimer deadline(20'000 * kSlowness);
    while (!m_ready && isRunning() && process().waitForReadyRead(int(deadline.remainingTime())))
        read();
    return m_ready;
}

bool ClientProcess::quit()
{
    post("quit");
    process().closeWriteChannel();
    return process().waitForFinished(20'000 * kSlowness)
        && process().exitStatus() == QProcess::NormalExit && exitCode() == 0;
}

int ClientProcess::post(const char *what, QJsonObject arguments)
{
    arguments.insert(QStringLiteral("do"), QLatin1String(what));
    arguments.insert(QStringLiteral("id"), ++m_last);
    process().write(QJsonDocument(arguments).toJson(QJsonDocument::Compact) + '\n');
    process().waitForBytesWritten(5'000);
    return m_last;
}

void ClientProcess::read()
{
    while (process().canReadLine()) {
        const QJsonObject answer = QJsonDocument::fromJson(process().readLine()).object();
        if (answer.contains(QLatin1String("ready")))
            m_ready = true;
        else
            m_answers.insert(answer.value(QLatin1String("id")).toInt(), answer);
    }
}

void ClientProcess::listen(int mostMs)
{
    process().waitForReadyRead(mostMs);
    read();
}

std::optional<QJsonObject> ClientProcess::answerTo(int number)
{
    read();
    const auto found = m_answers.constFind(number);
    return found == m_answers.constEnd() ? std::nullopt : std::optional(*found);
}

QJsonObject ClientProcess::waitFor(int number, int timeoutMs)
{
    const QDeadlineTimer deadline(timeoutMs);
    while (true) {
        if (const auto answer = answerTo(number))
            return *answer;
        if (deadline.hasExpired())
            return {{QStringLiteral("ok"), false}, {QStringLiteral("error"), QStringLiteral("Mute")}};
        if (!isRunning() && !process().canReadLine())
            return {{QStringLiteral("ok"), false}, {QStringLiteral("error"), QStringLiteral("Gone")}};
        process().waitForReadyRead(int(deadline.remainingTime()));
    }
}

QJsonObject ClientProcess::call(const char *what, const QJsonObject &arguments)
{
    const int asked = arguments.value(QLatin1String("timeout")).toInt(30'000);
    return waitFor(post(what, arguments), asked + 10'000 * kSlowness);
}

QByteArray shown(const QJsonObject &answer)
{
    return QJsonDocument(answer).toJson(QJsonDocument::Compact);
}

} // namespace vigie::e2e
