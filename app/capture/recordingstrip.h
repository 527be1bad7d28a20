// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/capture/recordingcommand.h"

#include <QPoint>
#include <QWidget>

namespace vigie {

class Button;
class Label;

/// The buttons of a recording, in a corner in front of everything: how many steps there are, Pause,
/// Add a step, Stop, and one line of words. Never takes the keyboard from the program that is
/// shown; can be dragged out of the way. GUI thread.
class RecordingStrip final : public QWidget
{
    Q_OBJECT

public:
    RecordingStrip();

    void setState(const RecordingState &state);
    /// What to do, or how clicks are recorded.
    void setHint(const QString &words);
    /// Something went wrong; replaces the hint until it is empty again.
    void setTrouble(const QString &words);
    /// Shows it in the corner of the screen with the mouse.
    void appear();

Q_SIGNALS:
    void wanted(vigie::RecordingCommand command);

protected:
    void paintEvent(QPaintEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;

private:
    void showWords();
    void fit();

    RecordingState m_state;
    QString m_hint;
    QString m_trouble;
    Label *m_count;
    Label *m_words;
    Button *m_pause;
    Button *m_add;
    QPoint m_grip; ///< where it was taken hold of
};

} // namespace vigie
