// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/requests/requestspage.h"

#include "app/requests/requestdelegate.h"
#include "app/requests/requestmodel.h"
#include "app/requests/requestview.h"
#include "app/text/errortext.h"
#include "app/widgets/button.h"
#include "app/widgets/label.h"
#include "app/widgets/searchfield.h"
#include "app/widgets/statestack.h"
#include "core/service/workspace.h"

#include <QHBoxLayout>
#include <QListView>
#include <QSplitter>
#include <QVBoxLayout>

#include <algorithm>

namespace vigie {

RequestsPage::RequestsPage(Workspace &workspace, Prompt &prompt, const Clock &clock,
                           QWidget *parent) :
    QWidget(parent), m_model(new RequestModel(workspace, clock, this)),
    m_view(new RequestView(workspace, prompt, clock, this))
{
    setObjectName(QStringLiteral("requestsPage"));
    auto *splitter = new QSplitter(Qt::Horizontal, this);
    splitter->setChildrenCollapsible(false);
    splitter->setHandleWidth(1);
    splitter->addWidget(buildList());
    splitter->addWidget(m_view);
    splitter->setStretchFactor(0, 0);
    splitter->setStretchFactor(1, 1);
    splitter->setSizes({340, 700});
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(splitter);

    connect(m_model, &RequestModel::loaded, this, &RequestsPage::showState);
    connect(m_model, &RequestModel::failed, this, [this](const Error &error) {
        const ErrorWords words = ErrorText::of(error);
        m_stack->showError(words.title, words.paragraph(), tr("Try again"));
    });
    connect(m_stack, &StateStack::errorAction, m_model, &RequestModel::reload);
    connect(m_stack, &StateStack::emptyAction, this, [this] {
        if (m_search->text().isEmpty())
            Q_EMIT reportWanted();
        else
            m_search->clear();
    });
    connect(m_search, &SearchField::searchChanged, m_model, &RequestModel::setText);
    connect(m_list->selectionModel(), &QItemSelectionModel::currentChanged, this,
            [this](const QModelIndex &current) {
                if (current.isValid())
                    m_view->open(m_model->idAt(current.row()));
            });
    connect(m_list, &QListView::activated, m_view, &RequestView::startReply);
    connect(m_view, &RequestView::requestWanted, this,
            [this](const TicketId &id) { openRequest(id); });
    connect(m_view, &RequestView::outboxWanted, this, &RequestsPage::outboxWanted);
}

QWidget *RequestsPage::buildList()
{
    auto *side = new QWidget(this);
    auto *column = new QVBoxLayout(side);
    column->setContentsMargins(0, space::l, 0, 0);
    column->setSpacing(space::m);
    auto *head = new QVBoxLayout;
    head->setContentsMargins(space::l, 0, space::l, 0);
    head->setSpacing(space::m);
    auto *first = new QHBoxLayout;
    first->addWidget(new Label(tr("My requests"), side, TextStyle::Heading), 1);
    auto *report = new Button(Icon::Plus, tr("Report"), side, ButtonKind::Primary);
    report->setObjectName(QStringLiteral("newReportButton"));
    report->setToolTip(tr("Report a problem"));
    first->addWidget(report);
    head->addLayout(first);
    m_search = new SearchField(tr("Search my requests"), side);
    m_search->setObjectName(QStringLiteral("requestSearchField"));
    head->addWidget(m_search);
    column->addLayout(head);

    m_stack = new StateStack(side);
    m_list = new QListView(m_stack);
    m_list->setObjectName(QStringLiteral("requestListView"));
    m_list->setAccessibleName(tr("My requests"));
    m_list->setProperty("flat", true);
    m_list->setModel(m_model);
    m_list->setItemDelegate(new RequestDelegate(m_list));
    m_list->setUniformItemSizes(true);
    m_list->setMouseTracking(true);
    m_list->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->viewport()->setAutoFillBackground(false);
    m_stack->setContent(m_list);
    column->addWidget(m_stack, 1);
    connect(report, &QPushButton::clicked, this, &RequestsPage::reportWanted);
    side->setMinimumWidth(std::max(260, side->minimumSizeHint().width()));
    return side;
}

void RequestsPage::showState()
{
    if (m_model->rowCount() == 0 && m_model->text().isEmpty()) {
        m_stack->showEmpty(Icon::Inbox, tr("No requests yet"),
                           tr("When something does not work, report it. You can follow it here, "
                              "with or without a connection."),
                           tr("Report a problem"));
        m_view->open({});
        return;
    }
    if (m_model->rowCount() == 0) {
        m_stack->showEmpty(Icon::Search, tr("Nothing found"),
                           tr("No request of yours contains these words."), tr("Clear the search"));
        return;
    }
    m_stack->showContent();
    const int wanted = m_wanted.isNull() ? -1 : m_model->rowOf(m_wanted);
    if (wanted >= 0) {
        m_wanted = TicketId();
        select(wanted);
    } else {
        chooseFirst();
    }
}

/// Not before somebody looks: laying out a conversation on a hidden page took most of the time of
/// an agent's start.
void RequestsPage::chooseFirst()
{
    if (isVisible() && m_wanted.isNull() && m_view->ticket().isNull() && m_model->rowCount() > 0)
        select(0);
}

void RequestsPage::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    chooseFirst();
}

void RequestsPage::openRequest(const TicketId &id)
{
    m_wanted = TicketId();
    const int row = m_model->rowOf(id);
    if (row >= 0) {
        select(row);
        return;
    }
    m_wanted = id;
    m_search->clear();
    m_view->open(id);
    m_model->reload();
}

void RequestsPage::select(int row)
{
    const QModelIndex index = m_model->index(row);
    m_list->setCurrentIndex(index);
    m_list->scrollTo(index);
}

void RequestsPage::openRequest(const TicketId &id, RequestPlace place)
{
    m_view->leadTo(id, place);
    openRequest(id);
}

void RequestsPage::focusSearch()
{
    m_search->setFocus(Qt::ShortcutFocusReason);
    m_search->selectAll();
}

void RequestsPage::selectNext()
{
    const int row = m_list->currentIndex().isValid() ? m_list->currentIndex().row() + 1 : 0;
    if (row < m_model->rowCount())
        select(row);
}

void RequestsPage::selectPrevious()
{
    const int row = m_list->currentIndex().row() - 1;
    if (row >= 0)
        select(row);
}

} // namespace vigie
