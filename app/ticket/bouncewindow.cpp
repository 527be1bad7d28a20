// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ticket/bouncewindow.h"

#include "app/text/errortext.h"
#include "app/text/laddertext.h"
#include "app/widgets/button.h"
#include "app/widgets/label.h"
#include "app/widgets/offerdelegate.h"
#include "core/base/async.h"
#include "core/service/ladderservice.h"
#include "core/service/ticketservice.h"
#include "core/service/workspace.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QListView>
#include <QStandardItemModel>
#include <QVBoxLayout>

namespace vigie {

namespace {

constexpr int kMostCounted = 10'000;
constexpr qsizetype kCountedPart = 200; ///< other questions get their turn in between
constexpr qsizetype kPathsShown = 100;
constexpr qsizetype kListed = 40; ///< tickets of one way that a query names

} // namespace

BounceWindow::BounceWindow(Workspace &workspace, QWidget *parent)
    : QDialog(parent), m_workspace(workspace), m_list(new QListView(this)),
      m_model(new QStandardItemModel(this)),
      m_summary(new Label(this, TextStyle::Body, LabelRole::Muted)),
      m_show(new Button(Icon::List, tr("Show the tickets"), this, ButtonKind::Primary)),
      m_copy(new Button(Icon::Copy, tr("Copy all"), this))
{
    setObjectName(QStringLiteral("bounceWindow"));
    setWindowTitle(tr("Back and forth"));
    setWindowModality(Qt::WindowModal);
    setAttribute(Qt::WA_DeleteOnClose);
    build();
    connect(m_show, &QPushButton::clicked, this, &BounceWindow::showTickets);
    connect(m_list, &QListView::activated, this, &BounceWindow::showTickets);
    connect(m_copy, &QPushButton::clicked, this, &BounceWindow::copy);
    m_summary->setText(tr("Counting…"));
    whenDone(workspace.tickets().queues(), this, [this](const Result<QList<Queue>> &queues) {
        for (const Queue &queue : queues.value_or(QList<Queue>()))
            m_names.insert(queue.id.text(), queue.name);
    });
    ListQuery query;
    query.scope = ListScope::All;
    query.openOnly = false;
    whenDone(workspace.tickets().ids(query, kMostCounted), this,
             [this](const Result<QList<TicketId>> &ids) {
                 if (!ids)
                     return m_summary->setText(ErrorText::of(ids.error()).paragraph());
                 m_left = *ids;
                 m_all = int(ids->size());
                 countNext();
             });
}

void BounceWindow::build()
{
    m_list->setObjectName(QStringLiteral("bounceListView"));
    m_list->setAccessibleName(tr("Ways on which tickets came back"));
    m_list->setModel(m_model);
    m_list->setItemDelegate(new OfferDelegate(m_list));
    m_list->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setUniformItemSizes(true);
    m_summary->setObjectName(QStringLiteral("bounceSummary"));
    m_show->setObjectName(QStringLiteral("bounceShowButton"));
    m_copy->setObjectName(QStringLiteral("bounceCopyButton"));
    m_show->setEnabled(false);
    m_copy->setEnabled(false);
    auto *shut = new Button(tr("Close"), this);
    shut->setObjectName(QStringLiteral("bounceCloseButton"));
    connect(shut, &QPushButton::clicked, this, &QDialog::reject);
    auto *buttons = new QHBoxLayout;
    buttons->addWidget(m_copy);
    buttons->addStretch(1);
    buttons->addWidget(shut);
    buttons->addWidget(m_show);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(space::xl, space::xl, space::xl, space::l);
    column->setSpacing(space::m);
    column->addWidget(new Label(tr("Where tickets go back and forth"), this, TextStyle::Heading));
    column->addWidget(m_summary->wrapped());
    column->addWidget(m_list, 1);
    column->addLayout(buttons);
    resize(fontMetrics().averageCharWidth() * 100, fontMetrics().lineSpacing() * 26);
}

void BounceWindow::countNext()
{
    const QList<TicketId> part = m_left.first(std::min(m_left.size(), kCountedPart));
    m_left.remove(0, part.size());
    whenDone(m_workspace.ladder().bounces(part), this, [this](const Result<BounceCount> &count) {
        if (!count)
            return m_summary->setText(ErrorText::of(count.error()).paragraph());
        m_count.add(*count);
        if (m_left.isEmpty())
            return showCount(m_count);
        m_summary->setText(tr("Counting… %L1 of %L2").arg(m_all - m_left.size()).arg(m_all));
        countNext();
    });
}

QString BounceWindow::way(const BouncePath &path) const
{
    QStringList places;
    for (const BouncePath::Place &place : path.places)
        places.append(LadderText::place(place.level, place.queue, m_names));
    return places.join(QStringLiteral(" → "));
}

QString BounceWindow::cost(const BouncePath &path) const
{
    return tr("%Ln time(s)", nullptr, path.times) + QStringLiteral(" · ")
        + tr("%Ln ticket(s)", nullptr, int(path.tickets.size())) + QStringLiteral(" · ")
        + tr("away for %1 on average").arg(LadderText::span(path.awayMs / path.times));
}

void BounceWindow::showCount(const BounceCount &count)
{
    m_paths = count.worst();
    m_paths = m_paths.first(std::min(m_paths.size(), kPathsShown));
    m_model->clear();
    for (const BouncePath &path : std::as_const(m_paths)) {
        auto *item = new QStandardItem(way(path));
        item->setData(cost(path), OfferDelegate::SecondLineRole);
        item->setData(way(path), Qt::ToolTipRole);
        item->setData(tr("%1: %2", "a way and what it costs").arg(way(path), cost(path)),
                      Qt::AccessibleTextRole);
        m_model->appendRow(item);
    }
    m_list->setCurrentIndex(m_model->index(m_paths.isEmpty() ? -1 : 0, 0));
    m_show->setEnabled(!m_paths.isEmpty());
    m_copy->setEnabled(!m_paths.isEmpty());
    const QString looked = tr("Of the last %Ln ticket(s) on this computer,", nullptr, count.tickets());
    m_summary->setText(looked + QLatin1Char(' ')
                       + (m_paths.isEmpty() ? tr("none came back.")
                                            : tr("%Ln came back at least once. What costs the most "
                                                 "time stands first.", nullptr, count.bounced())));
}

void BounceWindow::showTickets()
{
    const int row = m_list->currentIndex().row();
    if (row < 0 || row >= m_paths.size())
        return;
    QStringList numbers;
    for (qint64 number : m_paths[row].tickets.first(std::min(m_paths[row].tickets.size(), kListed)))
        numbers.append(QString::number(number));
    accept();
    Q_EMIT listWanted(QStringLiteral("number:") + numbers.join(QLatin1Char(',')));
}

/// As a table that any program takes.
void BounceWindow::copy()
{
    QStringList lines{tr("Way\tTimes\tTickets\tAway on average", "heads of columns, tabs between")};
    for (const BouncePath &path : std::as_const(m_paths)) {
        QStringList numbers;
        for (qint64 number : path.tickets)
            numbers.append(QLatin1Char('#') + QString::number(number));
        lines.append(QStringList{way(path), QString::number(path.times),
                                 numbers.join(QLatin1Char(' ')),
                                 LadderText::span(path.awayMs / path.times)}
                         .join(QLatin1Char('\t')));
    }
    QGuiApplication::clipboard()->setText(lines.join(QLatin1Char('\n')));
    m_summary->setText(tr("Copied."));
}

} // namespace vigie
