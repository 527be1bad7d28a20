// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/report/justbefore.h"

#include "app/text/facttext.h"
#include "app/text/timetext.h"
#include "app/widgets/button.h"
#include "app/widgets/elidedlabel.h"
#include "app/widgets/flowlayout.h"
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
    QWidget(parent), m_hint(new ElidedLabel(this, TextStyle::Small, LabelRole::Muted)),
    m_row(new QWidget(this)), m_flow(new FlowLayout(m_row, space::s)),
    m_more(new Button(QString(), m_row, ButtonKind::Link))
{
    setObjectName(QStringLiteral("justBeforePanel"));
    m_hint->setObjectName(QStringLiteral("justBeforeHintLabel"));
    m_more->setObjectName(QStringLiteral("justBeforeMoreButton"));
    m_more->hide();
    m_flow->addWidget(m_more);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(space::xs);
    column->addWidget(m_hint);
    column->addWidget(m_row);
    const int high = Button(Icon::Plus, QStringLiteral("X"), nullptr).sizeHint().height();
    m_row->setMinimumHeight(high);
    m_more->setFixedHeight(high); // on one line with the words beside it
    connect(m_more, &QPushButton::clicked, this, [this] {
        m_open = true;
        fit();
    });
    hide();
}

void JustBefore::beginLooking()
{
    m_looking = true;
    showChips();
    show();
}

void JustBefore::setEvents(const QList<MachineEvent> &events, qint64 now)
{
    m_looking = false;
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
    show();
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
    for (Button *chip : std::as_const(m_chips)) {
        m_flow->removeWidget(chip);
        chip->setObjectName(QString());
        chip->hide();
        chip->deleteLater();
    }
    m_chips.clear();
    m_flow->removeWidget(m_more);
    QWidget *stop = tabstops::before(m_row);
    for (const Offer &offer : std::as_const(m_offers)) {
        if (m_answer.contains(offer.words))
            continue;
        auto *chip = new Button(Icon::Plus, offer.chip, m_row);
        chip->setObjectName(QStringLiteral("justBeforeChip.%1").arg(m_chips.size()));
        chip->setToolTip(offer.words);
        m_flow->addWidget(chip);
        m_chips.append(chip);
        stop = tabstops::putBehind(stop, chip);
        connect(chip, &QPushButton::clicked, this,
                [this, words = offer.words] { Q_EMIT picked(words); });
    }
    m_flow->addWidget(m_more);
    (void)tabstops::putBehind(stop, m_more);
    if (m_looking)
        m_hint->setText(tr("Looking at what happened lately on this computer…"));
    else if (m_offers.isEmpty())
        m_hint->setText(tr("Nothing worth a word happened lately on this computer."));
    else if (m_chips.isEmpty())
        m_hint->setText(tr("What happened lately on this computer is in your answer."));
    else
        m_hint->setText(tr("Lately on this computer – click what may matter; the rest stays here:"));
    fit();
}

/// One row, and a button for what has no room in it.
void JustBefore::fit()
{
    const int gap = m_flow->spacing();
    const auto roomFor = [this, gap](qsizetype count) {
        int room = width();
        if (count < m_chips.size()) {
            m_more->setText(tr("%Ln more…", "things that happened", int(m_chips.size() - count)));
            room -= m_more->sizeHint().width() + gap;
        }
        for (qsizetype i = 0; i < count; ++i)
            room -= m_chips[i]->sizeHint().width() + (i > 0 ? gap : 0);
        return room >= 0;
    };
    qsizetype count = m_chips.size();
    while (!m_open && count > 1 && !roomFor(count))
        --count;
    for (qsizetype i = 0; i < m_chips.size(); ++i)
        m_chips[i]->setVisible(i < count);
    m_more->setVisible(count < m_chips.size());
}

void JustBefore::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    fit();
}

QString JustBefore::added(const QString &answer, const QString &words)
{
    const QString before = answer.trimmed();
    if (before.isEmpty())
        return words;
    return before.contains(words) ? before : before + QStringLiteral("; ") + words;
}

} // namespace vigie
