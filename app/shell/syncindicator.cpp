// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/shell/syncindicator.h"

#include "app/text/synctext.h"
#include "app/widgets/iconbutton.h"
#include "core/base/clock.h"
#include "core/service/workspace.h"

#include <QHBoxLayout>
#include <QTimer>
#include <QToolButton>

namespace vigie {

SyncIndicator::SyncIndicator(Workspace &workspace, const Clock &clock, QWidget *parent) :
    QWidget(parent), m_clock(clock), m_button(new QToolButton(this)),
    m_sync(new IconButton(Icon::Sync, tr("Exchange with the server now"), this)),
    m_signIn(new QToolButton(this)), m_age(new QTimer(this))
{
    m_button->setObjectName(QStringLiteral("syncIndicatorButton"));
    m_button->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_button->setIconSize({16, 16});
    m_button->setFont(textFont(TextStyle::Small));
    m_sync->setObjectName(QStringLiteral("syncNowButton"));
    m_sync->setIconSize({16, 16});
    m_signIn->setObjectName(QStringLiteral("signInAgainButton"));
    m_signIn->setText(tr("Sign in"));
    m_signIn->setFont(textFont(TextStyle::Small));
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(space::s, 2, space::s, 2);
    row->setSpacing(space::xs);
    row->addWidget(m_button);
    row->addWidget(m_signIn);
    row->addWidget(m_sync);
    connect(m_button, &QToolButton::clicked, this, &SyncIndicator::outboxWanted);
    connect(m_signIn, &QToolButton::clicked, this, &SyncIndicator::signInWanted);
    connect(m_sync, &QToolButton::clicked, this, [&workspace] { workspace.syncNow(); });
    connect(&workspace, &Workspace::statusChanged, this, &SyncIndicator::take);
    m_age->setInterval(15'000);
    connect(m_age, &QTimer::timeout, this, [this] { take(m_status); });
    m_age->start();
    take(workspace.status());
}

void SyncIndicator::take(const SyncStatus &status)
{
    m_status = status;
    const qint64 now = m_clock.nowMs();
    const QString line = SyncText::line(status, now);
    m_button->setText(line);
    m_button->setIcon(IconSet::icon(SyncText::icon(status), SyncText::color(status)));
    m_button->setToolTip(QStringLiteral("<p>%1</p>")
                             .arg(SyncText::details(status, now).toHtmlEscaped()));
    m_button->setAccessibleName(line);
    m_button->setAccessibleDescription(SyncText::details(status, now));
    m_signIn->setVisible(status.phase == SyncStatus::Phase::SignInNeeded);
}

} // namespace vigie
