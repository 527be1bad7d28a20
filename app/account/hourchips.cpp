// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/account/hourchips.h"

#include "app/widgets/button.h"
#include "app/widgets/tokens.h"
#include "core/model/digesttimes.h"

#include <QGridLayout>
#include <QLocale>
#include <QTime>

#include <algorithm>

namespace vigie {

namespace {

constexpr int kHours = 24;
constexpr int kInARow = 6; ///< a quarter of the day; two digits fit on the narrowest screen

} // namespace

HourChips::HourChips(QWidget *parent) : QWidget(parent)
{
    setObjectName(QStringLiteral("digestHours"));
    auto *grid = new QGridLayout(this);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setSpacing(space::xs);
    for (int hour = 0; hour < kHours; ++hour) {
        auto *chip = new Button(QString::number(hour), this, ButtonKind::Chip);
        chip->setObjectName(QStringLiteral("digestHour_%1").arg(hour));
        chip->setAccessibleName(QLocale().toString(QTime(hour, 0), QLocale::ShortFormat));
        chip->setToolTip(chip->accessibleName());
        chip->setAutoDefault(false);
        grid->addWidget(chip, hour / kInARow, hour % kInARow);
        connect(chip, &QPushButton::toggled, this, [this, chip] { turned(chip); });
        m_chips.append(chip);
    }
    setHours(usualDigestHours());
}

void HourChips::turned(Button *chip)
{
    if (m_showing)
        return;
    const bool any = std::any_of(m_chips.cbegin(), m_chips.cend(),
                                 [](const Button *one) { return one->isChecked(); });
    if (!any) { // what waits for the digest has to be told some time
        m_showing = true;
        chip->setChecked(true);
        m_showing = false;
        return;
    }
    Q_EMIT changed();
}

void HourChips::setHours(const QList<int> &hours)
{
    m_showing = true;
    for (int hour = 0; hour < kHours; ++hour)
        m_chips.at(hour)->setChecked(hours.contains(hour));
    m_showing = false;
}

QList<int> HourChips::hours() const
{
    QList<int> found;
    for (int hour = 0; hour < kHours; ++hour) {
        if (m_chips.at(hour)->isChecked())
            found.append(hour);
    }
    return found.isEmpty() ? usualDigestHours() : found;
}

} // namespace vigie
