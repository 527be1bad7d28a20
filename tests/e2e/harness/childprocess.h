// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QProcess>
#include "tests/support/sanitized.h"

#include <QString>
#include <QStringList>

namespace vigie::e2e {

/// How much longer everything may take in this build: sanitizers are slow.
inline constexpr int kSlowness = kSanitized ? 6 : 1;

/// One program under test. What it writes to standard error goes to a log file that outlives it.
class ChildProcess
{
public:
    ChildProcess(QString program, QString logPath);
    virtual ~ChildProcess();
    ChildProcess(const ChildProcess &) = delete;
    ChildProcess &operator=(const ChildProcess &) = delete;

    /// What the next start runs; takes the same arguments as the program before.
    void setProgram(const QString &program) { m_program = program; }
    /// A command that runs the program in a surrounding of its own, e.g. {"unshare", "-m", …}; the
    /// program and its arguments are appended.
    void setWrapper(const QStringList &wrapper) { m_wrapper = wrapper; }

    [[nodiscard]] bool isRunning() const { return m_process.state() == QProcess::Running; }
    [[nodiscard]] qint64 pid() const { return m_process.processId(); }
    /// kill -9, and waits until it is gone. True when it had been running.
    bool kill();
    [[nodiscard]] int exitCode() const { return m_process.exitCode(); }
    /// The end of its log, for messages about failures.
    [[nodiscard]] QString logTail() const;

protected:
    [[nodiscard]] bool launch(const QStringList &arguments);
    [[nodiscard]] QProcess &process() { return m_process; }

private:
    QString m_program;
    QString m_logPath;
    QStringList m_wrapper;
    QProcess m_process;
};

} // namespace vigie::e2e
