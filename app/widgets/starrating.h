// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QWidget>

class QToolButton;

namespace vigie {

/// One to five stars. Works with the mouse, Tab and arrow keys.
class StarRating final : public QWidget
{
    Q_OBJECT

public:
    explicit StarRating(QWidget *parent);

    /// 0 = not rated yet.
    [[nodiscard]] int score() const { return m_score; }
    void setScore(int score);

Q_SIGNALS:
    /// By the person only.
    void rated(int score);

protected:
    void keyPressEvent(QKeyEvent *event) override;

private:
    QList<QToolButton *> m_stars;
    int m_score = 0;
};

} // namespace vigie
