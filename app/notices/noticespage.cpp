// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/notices/noticespage.h"

#include "app/notices/noticedelegate.h"
#include "app/notices/noticemodel.h"
#include "app/text/errortext.h"
#include "app/widgets/button.h"
#include "app/widgets/label.h"
#include "app/widgets/statestack.h"
#include "core/service/noticeservice.h"
#include "core/service/workspace.h"

#include <QHBoxLayout>
#include <QListView>
#include <QTimer>
#include <QVBoxLayout>

namespace vigie {

NoticesPage::NoticesPage(Workspace &workspace, const Clock &clock, QWidget *parent)
    : QWidget(parent), m_workspace(workspace),
      m_model(new NoticeModel(workspace.notices(), clock, this)), m_stack(new StateStack(this))
{
    setObjectName(QStringLiteral("noticesPage"));
    setProperty("surface", true);
    setAttribute(Qt::WA_StyledBackground);
    m_stack->setContent(buildContent());
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_stack);
    connect(m_model, &NoticeModel::loaded, this, &NoticesPage::showState);
    connect(m_model, &NoticeModel::failed, this, [this](const Error &error) {
        const ErrorWords words = ErrorText::of(error);
        m_stack->showError(words.title, words.paragraph(), tr("Try again"));
    });
    connect(m_stack, &StateStack::errorAction, m_model, &NoticeModel::reload);
    auto *minute = new QTimer(this);
    minute->setInterval(60'000);
    connect(minute, &QTimer::timeout, this, [this] {
        if (isVisible())
            m_model->refreshTimes();
    });
    minute->start();
    m_model->reload();
}

QLayout *NoticesPage::buildHead(QWidget *content)
{
    auto *head = new QHBoxLayout;
    head->setContentsMargins(space::s, 0, space::s, 0);
    head->addWidget(new Label(tr("Notifications"), content, TextStyle::Title), 1);
    m_markOne = new Button(Icon::Check, tr("Mark as read"), content);
    m_markOne->setObjectName(QStringLiteral("markReadButton"));
    m_markOne->setToolTip(tr("What is told about the chosen ticket"));
    m_markAll = new Button(Icon::CheckCircle, tr("Mark all as read"), content);
    m_markAll->setObjectName(QStringLiteral("markAllReadButton"));
    m_markAll->setToolTip(tr("Mentions stay until you open or mark each of them"));
    for (Button *button : {m_markOne, m_markAll})
        head->addWidget(button);
    connect(m_markOne, &QPushButton::clicked, this, [this] {
        if (const QModelIndex row = m_list->currentIndex(); row.isValid())
            m_workspace.notices().markRead(m_model->at(row.row()).ticket);
    });
    connect(m_markAll, &QPushButton::clicked, this,
            [this] { m_workspace.notices().markAllRead(); });
    return head;
}

QWidget *NoticesPage::buildContent()
{
    auto *content = new QWidget(this);
    auto *column = new QVBoxLayout(content);
    column->setContentsMargins(space::l, space::l, space::l, space::l);
    column->setSpacing(space::m);
    column->addLayout(buildHead(content));
    m_list = new QListView(content);
    m_list->setObjectName(QStringLiteral("noticeListView"));
    m_list->setAccessibleName(tr("Notifications"));
    m_list->setProperty("flat", true);
    m_list->setModel(m_model);
    m_list->setItemDelegate(new NoticeDelegate(m_list));
    m_list->setUniformItemSizes(true);
    m_list->setMouseTracking(true);
    m_list->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->viewport()->setAutoFillBackground(false);
    column->addWidget(m_list, 1);
    connect(m_list->selectionModel(), &QItemSelectionModel::currentChanged, this,
            &NoticesPage::showButtons);
    const auto open = [this](const QModelIndex &index) { Q_EMIT opened(m_model->at(index.row())); };
    connect(m_list, &QListView::clicked, this, open);
    connect(m_list, &QListView::activated, this, open);
    return content;
}

void NoticesPage::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    m_model->refreshTimes();
    m_list->setFocus(Qt::OtherFocusReason);
}

void NoticesPage::showButtons()
{
    const QModelIndex row = m_list->currentIndex();
    m_markOne->setEnabled(row.isValid() && !m_model->at(row.row()).read);
    const NoticeService &notices = m_workspace.notices();
    m_markAll->setEnabled(notices.waiting() > notices.mentions());
}

void NoticesPage::showState()
{
    showButtons();
    if (m_model->rowCount() > 0) {
        if (!m_list->currentIndex().isValid())
            m_list->setCurrentIndex(m_model->index(0));
        m_stack->showContent();
        return;
    }
    m_stack->showEmpty(Icon::Bell, tr("Nothing happened yet"),
                       tr("Answers and changes appear here when they arrive, also those that no "
                          "bubble on the desktop told you of."));
}

} // namespace vigie
