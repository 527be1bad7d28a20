// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/machinestate.h"

#include <QObject>

#include <functional>
#include <memory>

class QTimer;

namespace vigie {

/// Looks at one side of the computer. Runs on a thread of its own and may take for ever there: a
/// network mount that is gone answers when it likes.
using MachineProbe = std::function<MachineState()>;

/// This system's probes, those that may hang last. Nothing is read that needs rights, no address
/// and no name of another person is taken.
[[nodiscard]] QList<MachineProbe> machineProbes();

/// What this computer tells about itself, gathered off the GUI thread. Nothing leaves the computer
/// here; who asks decides what is sent. GUI thread.
class MachineFacts final : public QObject
{
    Q_OBJECT

public:
    /// `waitMs`: after that what is known is told without the rest.
    MachineFacts(QList<MachineProbe> probes, qint64 waitMs, QObject *parent);
    ~MachineFacts() override;

    /// Answers with `collected`. While an earlier look has not ended there is no second one: a
    /// probe that hangs must not gather company.
    void collect();
    /// The computer was seen to be connected in another way: an event of the next `collected`.
    void noteNetwork(const QString &kind, qint64 at);

Q_SIGNALS:
    /// Within `waitMs`, and again when a slow probe has answered after all.
    void collected(const vigie::MachineState &state);

private:
    struct Run;
    void tell();

    QList<MachineProbe> m_probes;
    QTimer *m_wait;
    QList<MachineEvent> m_network; ///< the newest ones, in their order
    std::shared_ptr<Run> m_run; ///< while a look goes on
};

} // namespace vigie
