// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/report/helpmeter.h"

#include "app/widgets/button.h"
#include "app/widgets/flowlayout.h"
#include "app/widgets/label.h"

#include <QProgressBar>
#include <QVBoxLayout>

namespace vigie {

HelpMeter::HelpMeter(QWidget *parent) :
    QWidget(parent), m_line(new Label(this, TextStyle::Small, LabelRole::Muted)),
    m_bar(new QProgressBar(this))
{
    setObjectName(QStringLiteral("helpMeterPanel"));
    m_line->setObjectName(QStringLiteral("helpMeterLabel"));
    m_bar->setObjectName(QStringLiteral("helpMeterBar"));
    m_bar->setTextVisible(false);
    m_bar->setFixedHeight(space::xs);
    m_bar->setAccessibleName(tr("How much the report says"));
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(space::xs, 0, space::xs, 0);
    column->setSpacing(space::xs);
    column->addWidget(m_bar);
    column->addWidget(m_line->wrapped());
    auto *chips = new QWidget(this);
    auto *flow = new FlowLayout(chips, space::s);
    for (int i = 0; i < 2; ++i) {
        auto *next = new Button(Icon::Plus, QString(), chips, ButtonKind::Quiet);
        next->setObjectName(QStringLiteral("helpMeterNext.%1").arg(i));
        flow->addWidget(next);
        connect(next, &QPushButton::clicked, this, [this, i] {
            if (i < m_score.missing.size())
                Q_EMIT partWanted(m_score.missing.at(i));
        });
        m_next.append(next);
    }
    column->addWidget(chips);
    setScore(scoreOf(ReportDraft()));
}

void HelpMeter::setScore(const KitScore &score)
{
    m_score = score;
    m_bar->setRange(0, score.asked);
    m_bar->setValue(score.said);
    m_line->setText(score.missing.isEmpty()
                        ? tr("That is all we would ask. Thank you!")
                        : tr("You can send at any time. What would help us most next:"));
    for (int i = 0; i < m_next.size(); ++i) {
        const bool wanted = i < score.missing.size();
        m_next.at(i)->setVisible(wanted);
        if (wanted)
            m_next.at(i)->setText(wordsFor(score.missing.at(i)));
    }
}

QString HelpMeter::wordsFor(KitPart part)
{
    switch (part) {
    case KitPart::Title: return tr("what is wrong, in one line");
    case KitPart::ErrorText: return tr("the exact error message");
    case KitPart::Details: return tr("what you did and what you expected");
    case KitPart::Picture: return tr("a screenshot");
    case KitPart::When: return tr("when it began");
    case KitPart::People: return tr("who else is affected");
    case KitPart::Before: return tr("what happened just before");
    }
    return {};
}

} // namespace vigie
