// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QLabel;

namespace vigie {

/// The seconds that are left, in a corner of the screen, in front of everything and never with the
/// keyboard: what the person prepares for the picture keeps the focus.
class CountdownWindow final : public QWidget
{
    Q_OBJECT

public:
    CountdownWindow();

    void setSecondsLeft(int seconds);
    /// Shows it in the corner of the screen with the mouse.
    void appear();

Q_SIGNALS:
    void cancelRequested();

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QLabel *m_seconds;
    QLabel *m_words;
};

} // namespace vigie
