// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/widgets/statestack.h"

#include "app/widgets/busybar.h"
#include "app/widgets/emptystate.h"
#include "app/widgets/pagestack.h"

#include <QVBoxLayout>

namespace vigie {

StateStack::StateStack(QWidget *parent) :
    QWidget(parent), m_stack(new PageStack(this)), m_loading(new QWidget(this)),
    m_busy(new BusyBar(m_loading)), m_empty(new EmptyState(Icon::Inbox, {}, {}, this)),
    m_error(new EmptyState(Icon::Alert, {}, {}, this))
{
    m_empty->setObjectName(QStringLiteral("pageEmptyState"));
    m_error->setObjectName(QStringLiteral("pageErrorState"));
    auto *outer = new QVBoxLayout(this);
    outer->setContentsMargins(0, 0, 0, 0);
    outer->addWidget(m_stack);
    auto *loading = new QVBoxLayout(m_loading);
    loading->setContentsMargins(0, 0, 0, 0);
    loading->addWidget(m_busy);
    loading->addStretch(1);
    m_stack->addPage(m_loading);
    m_stack->addPage(m_empty);
    m_stack->addPage(m_error);
    m_busy->setBusy(true);
    connect(m_empty, &EmptyState::actionTriggered, this, &StateStack::emptyAction);
    connect(m_error, &EmptyState::actionTriggered, this, &StateStack::errorAction);
}

void StateStack::setContent(QWidget *content)
{
    m_content = content;
    m_stack->addPage(content);
}

void StateStack::showLoading()
{
    m_shows = Shows::Loading;
    m_busy->setBusy(true);
    m_stack->setCurrent(m_loading);
}

void StateStack::showContent()
{
    Q_ASSERT(m_content);
    m_shows = Shows::Content;
    m_busy->setBusy(false);
    m_stack->setCurrent(m_content);
}

void StateStack::showEmpty(Icon icon, const QString &title, const QString &hint,
                           const QString &action)
{
    m_shows = Shows::Empty;
    m_busy->setBusy(false);
    m_empty->setContent(icon, title, hint);
    m_empty->setAction(action);
    m_stack->setCurrent(m_empty);
}

void StateStack::showError(const QString &title, const QString &hint, const QString &action)
{
    m_shows = Shows::Error;
    m_busy->setBusy(false);
    m_error->setContent(Icon::Alert, title, hint);
    m_error->setAction(action);
    m_stack->setCurrent(m_error);
}

} // namespace vigie
