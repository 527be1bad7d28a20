// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/report/suggestionstrip.h"

#include "app/text/enumtext.h"
#include "app/widgets/button.h"
#include "app/widgets/elidedlabel.h"
#include "core/base/async.h"
#include "core/base/limits.h"
#include "core/service/ticketservice.h"

#include <QHBoxLayout>
#include <QTimer>

#include <algorithm>

namespace vigie {

namespace {

constexpr int kPauseMs = 250;
constexpr int kFewestLetters = 10; ///< of a title, to be worth a button
constexpr int kMostLetters = 26;

} // namespace

SuggestionStrip::SuggestionStrip(TicketService &tickets, QWidget *parent)
    : QWidget(parent), m_tickets(tickets), m_pause(new QTimer(this)),
      m_hint(new ElidedLabel(this, TextStyle::Small, LabelRole::Muted)),
      m_row(new QHBoxLayout(this))
{
    setObjectName(QStringLiteral("suggestionStrip"));
    m_hint->setObjectName(QStringLiteral("suggestionHintLabel"));
    m_row->setContentsMargins(space::xl, space::xs, space::xl, space::xs);
    m_row->setSpacing(space::s);
    m_row->addWidget(m_hint);
    for (int i = 0; i < limits::kSuggestions; ++i) {
        auto *chip = new Button(Icon::Inbox, QString(), this, ButtonKind::Quiet);
        chip->setObjectName(QStringLiteral("suggestionButton"));
        m_row->addWidget(chip);
        chip->hide();
        m_chips.append(chip);
    }
    m_row->addStretch(1);
    // The same height with and without chips.
    setFixedHeight(m_chips.first()->sizeHint().height() + 2 * space::xs);
    m_pause->setSingleShot(true);
    m_pause->setInterval(kPauseMs);
    connect(m_pause, &QTimer::timeout, this, &SuggestionStrip::look);
    show({});
}

void SuggestionStrip::setWords(const QString &words)
{
    m_words = words.simplified();
    if (m_words != m_asked)
        m_pause->start();
}

void SuggestionStrip::look()
{
    m_asked = m_words;
    const int question = ++m_question;
    whenDone(m_tickets.similarRequests(m_words, limits::kSuggestions), this,
             [this, question](const Result<QList<TicketRow>> &rows) {
                 if (question == m_question)
                     show(rows.value_or(QList<TicketRow>()));
             });
}

void SuggestionStrip::show(const QList<TicketRow> &rows)
{
    m_rows = rows;
    m_hint->setText(rows.isEmpty()
                        ? tr("While you write, requests of yours like this one appear here.")
                        : tr("You asked before:"));
    for (qsizetype i = 0; i < m_chips.size(); ++i) {
        Button *chip = m_chips[i];
        chip->disconnect(this);
        if (i >= rows.size())
            continue;
        const TicketRow &row = rows[i];
        const QString words = tr("%1 (%2)", "the title of a request, its state")
                                  .arg(row.title, EnumText::of(row.publicState));
        chip->setToolTip(words);
        chip->setAccessibleName(words);
        connect(chip, &QPushButton::clicked, this,
                [this, ticket = row.id] { Q_EMIT requestWanted(ticket); });
    }
    fit();
}

/// The titles share what room there is; where it is too short for all, there are fewer.
void SuggestionStrip::fit()
{
    const int letter = fontMetrics().averageCharWidth();
    const QMargins margins = m_row->contentsMargins();
    const int room = width() - margins.left() - margins.right() - m_hint->sizeHint().width();
    m_chips.first()->setText(QString());
    const int around = m_chips.first()->sizeHint().width() + m_row->spacing();
    qsizetype count = m_rows.size();
    while (count > 1 && room / count - around < kFewestLetters * letter)
        --count;
    for (qsizetype i = 0; i < m_chips.size(); ++i) {
        Button *chip = m_chips[i];
        chip->setVisible(i < count);
        if (i >= count)
            continue;
        const int most = std::clamp(int(room / count) - around, 0, kMostLetters * letter);
        // The button would take it for a shortcut.
        QString title = fontMetrics().elidedText(m_rows[i].title, Qt::ElideRight, most);
        chip->setText(title.replace(u'&', QStringLiteral("&&")));
    }
}

void SuggestionStrip::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    fit();
}

} // namespace vigie
