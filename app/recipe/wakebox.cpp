// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/recipe/wakebox.h"

#include "app/text/enumtext.h"
#include "app/text/recipetext.h"
#include "app/widgets/tokens.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QSpinBox>

#include <algorithm>

namespace vigie {

WakeBox::WakeBox(QWidget *parent)
    : QWidget(parent), m_kind(new QComboBox(this)), m_count(new QSpinBox(this))
{
    m_kind->setObjectName(QStringLiteral("recipeWakeBox"));
    m_kind->setAccessibleName(EnumText::field(QStringLiteral("pending-until")));
    m_kind->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_kind->setMinimumContentsLength(12);
    m_kind->addItem(tr("Stays as it is"));
    for (const EnumName<WakeAfter::Kind> &entry : enumNames<WakeAfter::Kind>())
        m_kind->addItem(RecipeText::of(entry.value), int(entry.value));
    m_count->setObjectName(QStringLiteral("recipeWakeCount"));
    m_count->setAccessibleName(tr("How many hours or days"));
    m_count->setRange(1, limits::kWakeCount);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(space::s);
    row->addWidget(m_kind, 1);
    row->addWidget(m_count);
    setFocusProxy(m_kind);
    const auto told = [this] {
        showCount();
        if (!m_showing)
            Q_EMIT changed();
    };
    connect(m_kind, &QComboBox::currentIndexChanged, this, told);
    connect(m_count, &QSpinBox::valueChanged, this, told);
    showCount();
}

std::optional<WakeAfter::Kind> WakeBox::kind() const
{
    if (m_kind->currentIndex() <= 0)
        return std::nullopt;
    return WakeAfter::Kind(m_kind->currentData().toInt());
}

void WakeBox::showCount()
{
    const std::optional<WakeAfter::Kind> now = kind();
    m_count->setVisible(now && isCounted(*now));
}

void WakeBox::setWake(const std::optional<WakeAfter> &wake)
{
    m_showing = true;
    m_kind->setCurrentIndex(wake ? std::max(0, m_kind->findData(int(wake->kind))) : 0);
    m_count->setValue(wake ? wake->count : 1);
    m_showing = false;
}

std::optional<WakeAfter> WakeBox::wake() const
{
    const std::optional<WakeAfter::Kind> now = kind();
    if (!now)
        return std::nullopt;
    return WakeAfter{*now, isCounted(*now) ? m_count->value() : 1};
}

} // namespace vigie
