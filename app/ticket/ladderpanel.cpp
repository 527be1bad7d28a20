// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ticket/ladderpanel.h"

#include "app/text/enumtext.h"
#include "app/text/handovertext.h"
#include "app/text/laddertext.h"
#include "app/ticket/threaditem.h"
#include "app/widgets/card.h"
#include "app/widgets/label.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QScreen>
#include <QScrollArea>
#include <QScrollBar>
#include <QStyle>
#include <QVBoxLayout>

#include <algorithm>

namespace vigie {

namespace {

constexpr int kPanelWidth = 440;
constexpr qsizetype kTriedShown = 5; ///< of each stage

} // namespace

LadderPanel::LadderPanel(const TicketView &view, const Ladder &ladder, qint64 now, QWidget *parent)
    : QWidget(parent), m_now(now), m_thread(messagesOf(view)), m_area(new QScrollArea(this)), m_page(new QWidget),
      m_column(new QVBoxLayout(m_page))
{
    setObjectName(QStringLiteral("ladderPanel"));
    m_column->setContentsMargins(space::l, space::m, space::l, space::m);
    m_column->setSpacing(space::xs);
    m_area->setWidget(m_page);
    m_area->setWidgetResizable(true);
    m_area->setFrameShape(QFrame::NoFrame);
    m_area->setProperty("flat", true);
    m_area->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_area->setFocusPolicy(Qt::StrongFocus);
    m_area->installEventFilter(this);
    setFocusPolicy(Qt::StrongFocus);
    setFocusProxy(m_area);
    auto *outer = new QVBoxLayout(this);
    outer->setContentsMargins(0, 0, 0, 0);
    outer->addWidget(m_area);

    const NamesById names = namesOf(view);
    addHead(view, ladder);
    for (const LadderStage &stage : ladder.stages)
        addStage(stage, names);
    m_column->addStretch(1);
    m_area->setAccessibleName(tr("Escalation path of this ticket"));
    m_area->setAccessibleDescription(text());
}

QSize LadderPanel::sizeHint() const
{
    // Asked before anything is shown, while the words do not have their fonts yet.
    const QList<QWidget *> parts = m_page->findChildren<QWidget *>();
    for (const QWidget *part : parts)
        part->ensurePolished();
    m_column->invalidate();
    const int high = m_column->totalHeightForWidth(kPanelWidth);
    const int half = screen() ? screen()->availableGeometry().height() / 2 : high;
    return {kPanelWidth + style()->pixelMetric(QStyle::PM_ScrollBarExtent),
            std::min(high, std::max(half, 240))};
}

/// In a menu the arrows walk on to its other entries where there is nothing left to scroll.
bool LadderPanel::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_area && event->type() == QEvent::KeyPress) {
        const auto *key = static_cast<QKeyEvent *>(event);
        const QScrollBar *bar = m_area->verticalScrollBar();
        const bool out = (key->key() == Qt::Key_Down && bar->value() == bar->maximum())
            || (key->key() == Qt::Key_Up && bar->value() == bar->minimum());
        if (out) {
            event->ignore();
            return true;
        }
    }
    return QWidget::eventFilter(watched, event);
}

void LadderPanel::addLine(const QString &text, LabelRole role)
{
    if (text.isEmpty())
        return;
    m_column->addWidget((new Label(text, m_page, TextStyle::Small, role))->wrapped());
    m_lines.append(QStringLiteral("  ") + text);
}

void LadderPanel::addHead(const TicketView &view, const Ladder &ladder)
{
    const Ticket &ticket = view.ticket;
    auto *total = (new Label(LadderText::total(ladder), m_page, TextStyle::Strong))->wrapped();
    total->setObjectName(QStringLiteral("ladderTotalLabel"));
    m_column->addWidget(total);
    m_lines.append(EnumText::ticketNumber(ticket.number, ticket.id) + QLatin1Char(' ')
                   + ticket.title);
    m_lines.append(total->text());
    if (!ticket.contactName.isEmpty()) {
        addLine(ladder.contactChanges == 0
                    ? tr("%1 is the requester's contact all along.").arg(ticket.contactName)
                    : tr("%1 is the requester's contact now.").arg(ticket.contactName),
                LabelRole::Muted);
    }
    m_column->addSpacing(space::s);
}

void LadderPanel::addStage(const LadderStage &stage, const NamesById &names)
{
    m_column->addWidget(makeLine(m_page));
    auto *head = new QHBoxLayout;
    auto *place = new Label(LadderText::place(stage.level, stage.queue, names), m_page,
                            TextStyle::Strong, stage.to == 0 ? LabelRole::Accent : LabelRole::Text);
    place->setObjectName(QStringLiteral("ladderPlaceLabel"));
    head->addWidget(place->wrapped(), 1);
    auto *span = new Label(LadderText::span(stage.stayMs), m_page, TextStyle::Strong);
    span->setObjectName(QStringLiteral("ladderSpanLabel"));
    head->addWidget(span, 0, Qt::AlignTop);
    m_column->addLayout(head);
    m_lines.append(QString());
    m_lines.append(tr("%1: %2", "a place, a duration").arg(place->text(), span->text()));
    addLine(LadderText::passed(stage), stage.bounced ? LabelRole::Warning : LabelRole::Text);
    if (stage.waiting)
        addLine(tr("This step is not at the server yet."), LabelRole::Info);
    addLine(tr("%1 · %2", "when, who").arg(LadderText::stay(stage, m_now), LadderText::owners(stage)),
            LabelRole::Muted);
    if (stage.said.isEmpty())
        return;
    const QList<Saying> tried = HandoverText::tried(m_thread, stage.said);
    for (qsizetype i = std::max<qsizetype>(0, tried.size() - kTriedShown); i < tried.size(); ++i)
        addLine(tr("Tried: %1", "somebody's words").arg(HandoverText::said(tried[i])),
                LabelRole::Faint);
}

} // namespace vigie
