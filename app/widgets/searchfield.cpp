// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/widgets/searchfield.h"

#include "app/widgets/iconset.h"

#include <QAction>
#include <QKeyEvent>
#include <QTimer>

namespace vigie {

SearchField::SearchField(const QString &placeholder, QWidget *parent) :
    QLineEdit(parent), m_timer(new QTimer(this))
{
    setPlaceholderText(placeholder);
    setAccessibleName(placeholder);
    addAction(IconSet::icon(Icon::Search, IconColor::Muted), QLineEdit::LeadingPosition);
    setClearButtonEnabled(true);
    m_timer->setSingleShot(true);
    m_timer->setInterval(150);
    connect(this, &QLineEdit::textChanged, m_timer, [this] { m_timer->start(); });
    connect(m_timer, &QTimer::timeout, this, [this] { Q_EMIT searchChanged(text()); });
    connect(this, &QLineEdit::returnPressed, this, [this] {
        m_timer->stop();
        Q_EMIT searchNow(text());
    });
}

void SearchField::setDelay(int ms)
{
    m_timer->setInterval(ms);
}

void SearchField::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape && !text().isEmpty()) {
        clear();
        event->accept();
        return;
    }
    QLineEdit::keyPressEvent(event);
}

} // namespace vigie
