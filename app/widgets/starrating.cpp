// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/widgets/starrating.h"

#include "app/widgets/iconbutton.h"

#include <QHBoxLayout>
#include <QKeyEvent>

namespace vigie {

StarRating::StarRating(QWidget *parent) : QWidget(parent)
{
    setObjectName(QStringLiteral("starRating"));
    setAccessibleName(tr("Rating"));
    setFocusPolicy(Qt::TabFocus);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(0);
    for (int i = 1; i <= 5; ++i) {
        auto *star = new IconButton(Icon::Star, tr("%Ln star(s)", nullptr, i), this);
        star->setObjectName(QStringLiteral("star%1Button").arg(i));
        star->setFocusPolicy(Qt::NoFocus);
        connect(star, &QToolButton::clicked, this, [this, i] {
            setScore(i);
            Q_EMIT rated(i);
        });
        row->addWidget(star);
        m_stars.append(star);
    }
    row->addStretch(1);
}

void StarRating::setScore(int score)
{
    m_score = score;
    for (int i = 0; i < m_stars.size(); ++i) {
        const bool on = i < score;
        m_stars[i]->setIcon(IconSet::icon(on ? Icon::StarFilled : Icon::Star,
                                          on ? IconColor::Warning : IconColor::Muted));
    }
    setAccessibleDescription(score > 0 ? tr("%Ln star(s)", nullptr, score) : QString());
}

void StarRating::keyPressEvent(QKeyEvent *event)
{
    int next = m_score;
    if (event->key() == Qt::Key_Right || event->key() == Qt::Key_Up)
        next = std::min(5, m_score + 1);
    else if (event->key() == Qt::Key_Left || event->key() == Qt::Key_Down)
        next = std::max(1, m_score - 1);
    else if (event->key() >= Qt::Key_1 && event->key() <= Qt::Key_5)
        next = event->key() - Qt::Key_0;
    else
        return QWidget::keyPressEvent(event);
    setScore(next);
    Q_EMIT rated(next);
}

} // namespace vigie
