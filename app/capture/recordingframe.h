// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

namespace vigie {

/// A thin red frame around a screen while steps are recorded: nobody is recorded without seeing
/// it. Lets every click through and never takes the keyboard.
class RecordingFrame final : public QWidget
{
    Q_OBJECT

public:
    static constexpr int kWidth = 4; ///< device-independent pixels

    explicit RecordingFrame(const QRect &screen);

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
};

} // namespace vigie
