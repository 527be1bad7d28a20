// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/e2e/harness/childprocess.h"

#include "tests/e2e/harness/platform/inheritance.h"

#include <QFile>

namespace vigie::e2e {

namespace {

constexpr int kStartMs = 10'000 * kSlowness;
constexpr int kGoneMs = 10'000 * kSlowness;
constexpr qint64 kTailBytes = 6'000;

} // namespace

ChildProcess::ChildProcess(QString program, QString logPath)
    : m_program(std::move(program)), m_logPath(std::move(logPath))
{
    m_process.setStandardErrorFile(m_logPath, QIODevice::Append);
    inheritNothing(m_process);
}

ChildProcess::~ChildProcess()
{
    kill();
}

bool ChildProcess::launch(const QStringList &arguments)
{
    QStringList all = m_wrapper;
    all.append(m_program);
    all.append(arguments);
    m_process.start(all.takeFirst(), all);
    return m_process.waitForStarted(kStartMs);
}

bool ChildProcess::kill()
{
    if (m_process.state() == QProcess::NotRunning)
        return false;
    m_process.kill();
    m_process.waitForFinished(kGoneMs);
    return true;
}

QString ChildProcess::logTail() const
{
    QFile log(m_logPath);
    if (!log.open(QIODevice::ReadOnly))
        return {};
    log.seek(std::max<qint64>(0, log.size() - kTailBytes));
    return QString::fromUtf8(log.readAll());
}

} // namespace vigie::e2e
