// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStyledItemDelegate>

namespace vigie {

/// One offer of a completion: what is written, more quietly what it means, and if there is one a
/// second line. All rows of a list should have one, or none.
class OfferDelegate final : public QStyledItemDelegate
{
    Q_OBJECT

public:
    enum Role { MeaningRole = Qt::UserRole + 1, SecondLineRole };

    using QStyledItemDelegate::QStyledItemDelegate;

    void paint(QPainter *painter, const QStyleOptionViewItem &option,
               const QModelIndex &index) const override;
    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem &option,
                                 const QModelIndex &index) const override;
};

} // namespace vigie
