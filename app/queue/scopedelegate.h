// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStyledItemDelegate>

namespace vigie {

/// Paints one place of the scope list: icon, name, count at the right; headings small and quiet.
class ScopeDelegate final : public QStyledItemDelegate
{
    Q_OBJECT

public:
    using QStyledItemDelegate::QStyledItemDelegate;

    void paint(QPainter *painter, const QStyleOptionViewItem &option,
               const QModelIndex &index) const override;
    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem &option,
                                 const QModelIndex &index) const override;
    /// What a row needs to show this name whole beside a count of three digits, in logical pixels.
    [[nodiscard]] static int widthOf(const QString &name, const QFont &font);
};

} // namespace vigie
