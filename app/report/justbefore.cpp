// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/report/justbefore.h"

#include "app/text/facttext.h"
#include "app/text/timetext.h"
#include "app/widgets/button.h"
#include "app/widgets/flowlayout.h"
#include "app/widgets/label.h"
#include "app/widgets/tabstops.h"

#include <QVBoxLayout>

namespace vigie {

namespace {

constexpr int kChipLength = 60;
constexpr int kOffered = 4;

QString shortened(const QString &text)
{
    return text.size() <= kChipLength ? text : text.left(kChipLength - 1).trimmed() + QStringLiteral("…");
}

} // namespace

JustBefore::JustBefore(QWidget *parent) :
    QWidget(parent), m_chips(new QWidget(this)), m_flow(new FlowLayout(m_chips, space::s))
{
    setObjectName(QStringLiteral("justBeforePanel"));
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(space::xs);
    column->addWidget((new Label(tr("Lately on this computer – click what may matter; the rest "
                                    "stays here:"),
                                 this, TextStyle::Small, LabelRole::Muted))
                          ->wrapped());
    column->addWidget(m_chips);
    hide();
}

void JustBefore::setEvents(const QList<MachineEvent> &events, qint64 now)
{
    m_offers.clear();
    for (const MachineEvent &event : events) {
        if (m_offers.size() == kOffered)
            break;
        const QString what = FactText::event(event);
        m_offers.append({tr("%1 (%2)", "what happened, and when")
                             .arg(what, TimeText::absolute(event.at)),
                         tr("%1 · %2", "what happened, and how long ago, short")
                             .arg(shortened(what), TimeText::relative(event.at, now))});
    }
    showChips();
}

void JustBefore::setAnswer(const QString &answer)
{
    if (answer == m_answer)
        return;
    m_answer = answer;
    showChips();
}

void JustBefore::showChips()
{
    // Deleted later: one of them may be the sender of the click that leads here.
    const auto old = m_chips->findChildren<Button *>(QString(), Qt::FindDirectChildrenOnly);
    for (Button *chip : old) {
        m_flow->removeWidget(chip);
        chip->setObjectName(QString());
        chip->hide();
        chip->deleteLater();
    }
    int shown = 0;
    QWidget *stop = tabstops::before(m_chips);
    for (const Offer &offer : std::as_const(m_offers)) {
        if (m_answer.contains(offer.words))
            continue;
        auto *chip = new Button(Icon::Plus, offer.chip, m_chips);
        chip->setObjectName(QStringLiteral("justBeforeChip.%1").arg(shown++));
        chip->setToolTip(offer.words);
        m_flow->addWidget(chip);
        chip->show();
        stop = tabstops::putBehind(stop, chip);
        connect(chip, &QPushButton::clicked, this,
                [this, words = offer.words] { Q_EMIT picked(words); });
    }
    setVisible(shown > 0);
}

QString JustBefore::added(const QString &answer, const QString &words)
{
    const QString before = answer.trimmed();
    if (before.isEmpty())
        return words;
    return before.contains(words) ? before : before + QStringLiteral("; ") + words;
}

} // namespace vigie
