// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/service/facets.h"

#include <QHash>
#include <QWidget>

class QToolButton;

namespace vigie {

/// How what was found divides: a button for each way, with a menu of parts and how many tickets
/// each holds.
class FacetBar final : public QWidget
{
    Q_OBJECT

public:
    explicit FacetBar(QWidget *parent);

    /// What there is no choice of cannot be opened, but stays where it is: the list below must not
    /// jump while somebody types.
    void setFacets(const QList<Facet> &facets);

Q_SIGNALS:
    /// To be added to the search.
    void chosen(const QString &term);

private:
    [[nodiscard]] static QString nameOf(Facet::Kind kind);
    [[nodiscard]] static QString textOf(Facet::Kind kind, const Facet::Value &value);

    QList<QToolButton *> m_buttons; ///< by Facet::Kind
    QList<Facet> m_facets;
};

} // namespace vigie
