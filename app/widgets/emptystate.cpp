// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/widgets/emptystate.h"

#include "app/widgets/button.h"
#include "app/widgets/iconview.h"
#include "app/widgets/label.h"

#include <QVBoxLayout>

namespace vigie {

EmptyState::EmptyState(Icon icon, const QString &title, const QString &hint, QWidget *parent) :
    QWidget(parent), m_icon(new IconView(icon, 40, this)),
    m_title(new Label(title, this, TextStyle::Heading)),
    m_hint(new Label(hint, this, TextStyle::Body, LabelRole::Muted)),
    m_action(new Button(QString(), this, ButtonKind::Primary))
{
    m_title->setAlignment(Qt::AlignCenter);
    m_title->wrapped();
    m_hint->setAlignment(Qt::AlignCenter);
    m_hint->setWordWrap(true);
    m_hint->setMaximumWidth(fontMetrics().averageCharWidth() * 62);
    m_action->setObjectName(QStringLiteral("emptyStateButton"));
    m_action->hide();
    m_icon->setHalo(true);

    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(space::xl, space::xl, space::xl, space::xl);
    layout->setSpacing(space::s);
    layout->addStretch(2);
    layout->addWidget(m_icon, 0, Qt::AlignHCenter);
    layout->addSpacing(space::s);
    layout->addWidget(m_title);
    auto *hintRow = new QHBoxLayout;
    hintRow->addStretch(1);
    hintRow->addWidget(m_hint, 100);
    hintRow->addStretch(1);
    layout->addLayout(hintRow);
    layout->addSpacing(space::s);
    layout->addWidget(m_action, 0, Qt::AlignHCenter);
    layout->addStretch(3);
    connect(m_action, &QPushButton::clicked, this, &EmptyState::actionTriggered);
}

void EmptyState::setContent(Icon icon, const QString &title, const QString &hint)
{
    m_icon->setVigieIcon(icon);
    m_title->setText(title);
    m_hint->setText(hint);
}

void EmptyState::setAction(const QString &text)
{
    m_action->setText(text);
    m_action->setVisible(!text.isEmpty());
}

QString EmptyState::title() const
{
    return m_title->text();
}

} // namespace vigie
