// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/queue/facetbar.h"

#include "app/queue/grouptext.h"
#include "app/widgets/flowlayout.h"
#include "app/widgets/iconset.h"
#include "app/widgets/tokens.h"

#include <QLocale>
#include <QMenu>
#include <QToolButton>

#include <algorithm>

namespace vigie {

namespace {
constexpr int kChevron = 12;
} // namespace

FacetBar::FacetBar(QWidget *parent) : QWidget(parent)
{
    setObjectName(QStringLiteral("facetBar"));
    setAccessibleName(tr("Narrow down what was found"));
    auto *flow = new FlowLayout(this, space::xs);
    for (const Facet::Kind kind : {Facet::Kind::State, Facet::Kind::Queue, Facet::Kind::Owner,
                                   Facet::Kind::Level, Facet::Kind::Requester, Facet::Kind::Age}) {
        auto *button = new QToolButton(this);
        button->setObjectName(QStringLiteral("facetButton%1").arg(int(kind)));
        button->setText(nameOf(kind));
        button->setAccessibleName(tr("Narrow down: %1").arg(nameOf(kind)));
        button->setToolTip(button->accessibleName());
        button->setPopupMode(QToolButton::InstantPopup);
        button->setProperty("facet", true);
        button->setIcon(IconSet::icon(Icon::ChevronDown, IconColor::Muted));
        button->setIconSize(QSize(kChevron, kChevron));
        button->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
        // The words first: what opens stands behind them.
        button->setLayoutDirection(isRightToLeft() ? Qt::LeftToRight : Qt::RightToLeft);
        button->setFocusPolicy(Qt::StrongFocus);
        auto *menu = new QMenu(button);
        menu->setLayoutDirection(layoutDirection());
        button->setMenu(menu);
        button->setEnabled(false);
        flow->addWidget(button);
        m_buttons.append(button);
    }
    QSizePolicy policy(QSizePolicy::Preferred, QSizePolicy::Minimum);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
    hide();
}

QString FacetBar::nameOf(Facet::Kind kind)
{
    switch (kind) {
    case Facet::Kind::State: return GroupText::of(ViewGrouping::State);
    case Facet::Kind::Queue: return GroupText::of(ViewGrouping::Queue);
    case Facet::Kind::Owner: return GroupText::of(ViewGrouping::Owner);
    case Facet::Kind::Level: return GroupText::of(ViewGrouping::Level);
    case Facet::Kind::Requester: return GroupText::of(ViewGrouping::Requester);
    case Facet::Kind::Age: return tr("Age");
    }
    return {};
}

QString FacetBar::textOf(Facet::Kind kind, const Facet::Value &value)
{
    const auto group = [&](ViewGrouping grouping) {
        return GroupText::name(grouping, {value.key, value.name, value.count, 0, 0}, 0);
    };
    switch (kind) {
    case Facet::Kind::State: return group(ViewGrouping::State);
    case Facet::Kind::Queue: return group(ViewGrouping::Queue);
    case Facet::Kind::Owner: return group(ViewGrouping::Owner);
    case Facet::Kind::Level: return group(ViewGrouping::Level);
    case Facet::Kind::Requester: return group(ViewGrouping::Requester);
    case Facet::Kind::Age: break;
    }
    if (value.key == QLatin1String("day"))
        return tr("Last 24 hours");
    if (value.key == QLatin1String("week"))
        return tr("Last 7 days");
    return value.key == QLatin1String("month") ? tr("Last 30 days") : tr("Older");
}

void FacetBar::setFacets(const QList<Facet> &facets)
{
    if (facets == m_facets)
        return;
    m_facets = facets;
    for (int kind = 0; kind < m_buttons.size(); ++kind) {
        const auto facet = std::find_if(facets.cbegin(), facets.cend(), [kind](const Facet &one) {
            return int(one.kind) == kind;
        });
        m_buttons[kind]->setEnabled(facet != facets.cend());
        QMenu *menu = m_buttons[kind]->menu();
        menu->clear();
        if (facet == facets.cend())
            continue;
        for (const Facet::Value &value : facet->values) {
            QString name = textOf(facet->kind, value);
            name.replace(QLatin1Char('&'), QStringLiteral("&&")); // foreign words, no mnemonics
            const QString count = QLocale().toString(value.count)
                + (value.count >= kFacetMost ? QStringLiteral("+") : QString());
            QAction *action = menu->addAction(name + QLatin1Char('\t') + count);
            action->setObjectName(value.term);
            connect(action, &QAction::triggered, this, [this, term = value.term] { Q_EMIT chosen(term); });
        }
    }
}

} // namespace vigie
