// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/queue/columntext.h"

#include "app/text/enumtext.h"
#include "app/text/remindertext.h"
#include "app/text/slatext.h"
#include "app/text/timetext.h"
#include "app/widgets/pill.h"
#include "app/widgets/tokens.h"
#include "core/model/lifecycle.h"

#include <QFontMetrics>
#include <QLocale>

namespace vigie {

namespace {

constexpr int kReadableTitle = 240;

} // namespace

QString ColumnText::name(ViewColumn column)
{
    switch (column) {
    case ViewColumn::Number: return tr("Number");
    case ViewColumn::Title: return tr("Subject");
    case ViewColumn::Requester: return tr("Requester");
    case ViewColumn::Owner: return tr("Owner");
    case ViewColumn::Queue: return tr("Queue");
    case ViewColumn::Level: return tr("Level");
    case ViewColumn::Priority: return tr("Priority");
    case ViewColumn::State: return tr("State");
    case ViewColumn::Category: return tr("Category");
    case ViewColumn::Contact: return tr("Contact");
    case ViewColumn::Created: return tr("Created");
    case ViewColumn::Updated: return tr("Changed");
    case ViewColumn::Due: return tr("Due");
    case ViewColumn::Messages: return tr("Messages");
    case ViewColumn::Wakes: return tr("Reminder");
    }
    return {};
}

QString ColumnText::of(const TicketRow &row, ViewColumn column, const QString &queueName,
                       qint64 now)
{
    switch (column) {
    case ViewColumn::Number: return EnumText::ticketNumber(row.number, row.id);
    case ViewColumn::Title: return row.title.simplified();
    case ViewColumn::Requester: return row.requesterName.simplified();
    case ViewColumn::Owner: return row.owner.isNull() ? tr("Nobody") : row.ownerName.simplified();
    case ViewColumn::Queue: return queueName.simplified();
    case ViewColumn::Level: return EnumText::of(row.level);
    case ViewColumn::Priority: return EnumText::of(row.priority);
    case ViewColumn::State: return EnumText::of(row.state);
    case ViewColumn::Category: return row.category.isEmpty() ? QString() : EnumText::category(row.category);
    case ViewColumn::Contact: return row.contactName.simplified();
    case ViewColumn::Created: return TimeText::brief(row.createdAt, now);
    case ViewColumn::Updated:
        return TimeText::brief(row.updatedAt > 0 ? row.updatedAt : row.createdAt, now);
    case ViewColumn::Due: return SlaText::brief(row.dueAt, now);
    case ViewColumn::Messages: return QLocale().toString(row.messages);
    case ViewColumn::Wakes:
        return isOpen(row.state) && row.pendingUntil > 0 ? ReminderText::value(row.pendingUntil, now)
                                                         : QString();
    }
    return {};
}

int ColumnText::width(ViewColumn column, const QFont &font)
{
    const auto letters = [column] {
        switch (column) {
        case ViewColumn::Title: return 44;
        case ViewColumn::Owner: return 18;
        case ViewColumn::Requester:
        case ViewColumn::Contact:
        case ViewColumn::Queue:
        case ViewColumn::Wakes: return 16;
        case ViewColumn::Category:
        case ViewColumn::Priority: return 12;
        case ViewColumn::Due: return 11;
        case ViewColumn::Created:
        case ViewColumn::Updated: return 9;
        case ViewColumn::Level: return 5;
        default: return 8;
        }
    };
    const QFontMetrics metrics(font);
    if (column == ViewColumn::State) {
        int widest = 0;
        for (const EnumName<State> &state : enumNames<State>())
            widest = std::max(widest, Pill::sizeFor(EnumText::of(state.value), font).width());
        return widest + 2 * space::s;
    }
    return std::max(metrics.averageCharWidth() * letters(),
                    metrics.horizontalAdvance(name(column)) + space::l) + 2 * space::s;
}

std::optional<ListSort> ColumnText::sortOf(ViewColumn column)
{
    switch (column) {
    case ViewColumn::Number: return ListSort::NumberNewest;
    case ViewColumn::Priority: return ListSort::PriorityFirst;
    case ViewColumn::Created: return ListSort::CreatedNewest;
    case ViewColumn::Updated: return ListSort::UpdatedNewest;
    case ViewColumn::Due: return ListSort::DueFirst;
    case ViewColumn::Wakes: return ListSort::WakesFirst;
    default: return std::nullopt;
    }
}

ViewGrouping ColumnText::groupingOf(ViewColumn column)
{
    switch (column) {
    case ViewColumn::State: return ViewGrouping::State;
    case ViewColumn::Priority: return ViewGrouping::Priority;
    case ViewColumn::Queue: return ViewGrouping::Queue;
    case ViewColumn::Owner: return ViewGrouping::Owner;
    case ViewColumn::Level: return ViewGrouping::Level;
    case ViewColumn::Category: return ViewGrouping::Category;
    case ViewColumn::Requester: return ViewGrouping::Requester;
    case ViewColumn::Due: return ViewGrouping::DueDay;
    default: return ViewGrouping::None;
    }
}

QList<ViewLook::Column> ColumnText::usual()
{
    return {{ViewColumn::Priority, 0}, {ViewColumn::Number, 0}, {ViewColumn::Title, 0},
            {ViewColumn::Requester, 0}, {ViewColumn::State, 0}, {ViewColumn::Owner, 0},
            {ViewColumn::Due, 0}, {ViewColumn::Updated, 0}};
}

QList<ViewLook::Column> ColumnText::fitting(int width, const QFont &font)
{
    QList<ViewLook::Column> columns = usual();
    int taken = kReadableTitle;
    for (const ViewLook::Column &column : std::as_const(columns))
        taken += column.column == ViewColumn::Title ? 0 : ColumnText::width(column.column, font);
    // What can be missed soonest: it is told below as well, for the ticket that is chosen.
    for (const ViewColumn least : {ViewColumn::Updated, ViewColumn::Number, ViewColumn::Requester,
                                   ViewColumn::Owner, ViewColumn::State, ViewColumn::Due}) {
        if (taken <= width)
            break;
        columns.removeIf([least](const ViewLook::Column &one) { return one.column == least; });
        taken -= ColumnText::width(least, font);
    }
    return columns;
}

} // namespace vigie
