// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QTimer;

namespace vigie {

/// A thin line that moves while something takes longer than a moment. It appears only after
/// 200 ms, so quick things do not flash, and never takes part in a page's height.
class BusyBar final : public QWidget
{
    Q_OBJECT

public:
    explicit BusyBar(QWidget *parent);

    void setBusy(bool busy);
    [[nodiscard]] bool isBusy() const { return m_busy; }
    [[nodiscard]] QSize sizeHint() const override { return {80, 3}; }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QTimer *m_delay;
    QTimer *m_step;
    bool m_busy = false;
    bool m_shown = false;
    int m_phase = 0;
};

} // namespace vigie
