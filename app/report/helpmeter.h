// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/report/kithints.h"

#include <QWidget>

class QProgressBar;

namespace vigie {

class Button;
class FlowLayout;
class Label;

/// "What helps us most next": how much a report says, and the next two things worth saying, each a
/// way to its field. Never in the way of sending.
class HelpMeter final : public QWidget
{
    Q_OBJECT

public:
    explicit HelpMeter(QWidget *parent);

    void setScore(const KitScore &score);

Q_SIGNALS:
    void partWanted(vigie::KitPart part);

private:
    [[nodiscard]] static QString wordsFor(KitPart part);

    KitScore m_score;
    Label *m_line;
    QProgressBar *m_bar;
    QList<Button *> m_next;
};

} // namespace vigie
