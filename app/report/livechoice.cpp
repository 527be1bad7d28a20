// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/report/livechoice.h"

#include "app/widgets/choicechips.h"
#include "app/widgets/label.h"
#include "core/base/limits.h"

#include <QVBoxLayout>

#include <algorithm>
#include <iterator>

namespace vigie {

namespace {

constexpr int kOfferedMinutes[] = {15, 30, int(limits::kLiveMostMs / 60'000)};

} // namespace

LiveChoice::LiveChoice(QWidget *parent) :
    QWidget(parent),
    m_chips(new ChoiceChips(tr("Are you in front of people right now?"), this)),
    m_hint(new Label(tr("We see it at once, with the time you have. Please call as well: the "
                        "number is shown after sending."),
                     this, TextStyle::Small, LabelRole::Warning))
{
    m_chips->setObjectName(QStringLiteral("reportLive"));
    m_chips->addChoice(0, tr("No"));
    for (const int minutes : kOfferedMinutes)
        m_chips->addChoice(minutes, tr("For %Ln min", "minutes", minutes));
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, space::xs, 0, 0);
    column->setSpacing(space::xs);
    column->addWidget((new Label(tr("Are you in front of people right now? (a talk, a customer)"),
                                 this, TextStyle::Small, LabelRole::Muted))
                          ->wrapped());
    column->addWidget(m_chips);
    column->addWidget(m_hint->wrapped());
    connect(m_chips, &ChoiceChips::choiceChanged, this, [this] {
        m_hint->setVisible(minutes() > 0);
        Q_EMIT minutesChanged(minutes());
    });
    setMinutes(0);
}

int LiveChoice::minutes() const
{
    return std::max(0, m_chips->choice());
}

void LiveChoice::setMinutes(int minutes)
{
    const bool known = std::find(std::begin(kOfferedMinutes), std::end(kOfferedMinutes), minutes)
        != std::end(kOfferedMinutes);
    m_chips->setChoice(known ? minutes : 0);
    m_hint->setVisible(known);
}

} // namespace vigie
