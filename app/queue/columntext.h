// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/service/views.h"

#include <QCoreApplication>
#include <QFont>

namespace vigie {

/// The columns of a list: what they are called, say, and how wide they like to be.
class ColumnText
{
    Q_DECLARE_TR_FUNCTIONS(ColumnText)

public:
    [[nodiscard]] static QString name(ViewColumn column);
    /// A cell in words.
    [[nodiscard]] static QString of(const TicketRow &row, ViewColumn column,
                                    const QString &queueName, qint64 now);
    /// In device-independent pixels, with the gaps at both sides.
    [[nodiscard]] static int width(ViewColumn column, const QFont &font);
    /// What a list is sorted by when somebody asks for the order of a column.
    [[nodiscard]] static std::optional<ListSort> sortOf(ViewColumn column);
    /// What it is grouped by.
    [[nodiscard]] static ViewGrouping groupingOf(ViewColumn column);
    /// The columns of a table nobody has arranged yet.
    [[nodiscard]] static QList<ViewLook::Column> usual();
    /// Those of them that have room in so many device-independent pixels, beside a subject of
    /// which something can be read.
    [[nodiscard]] static QList<ViewLook::Column> fitting(int width, const QFont &font);
};

} // namespace vigie
