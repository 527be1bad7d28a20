// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

#include <functional>

namespace vigie {

class Clock;

/// Knows whether the person can be asked something without being disturbed: not while they type,
/// not while the program does something for them (a capture, a recording, any other window of
/// ours), not while something fills the screen. `clock` must outlive it. GUI thread.
class CalmWatch final : public QObject
{
    Q_OBJECT

public:
    /// `fullScreen` tells whether a full-screen window is in front; null = nobody knows.
    CalmWatch(const Clock &clock, std::function<bool()> fullScreen, QObject *parent);

    /// Something is going on that only the caller knows of.
    void setBusy(std::function<bool()> busy) { m_busy = std::move(busy); }
    [[nodiscard]] bool isCalm() const;

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    [[nodiscard]] static bool hasOtherWindows();

    const Clock &m_clock;
    std::function<bool()> m_fullScreen;
    std::function<bool()> m_busy;
    qint64 m_lastKey; ///< by the monotonic clock
};

} // namespace vigie
