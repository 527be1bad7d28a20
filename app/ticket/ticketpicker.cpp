// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ticket/ticketpicker.h"

#include "app/text/enumtext.h"
#include "app/text/errortext.h"
#include "app/widgets/button.h"
#include "app/widgets/label.h"
#include "app/widgets/listwalk.h"
#include "app/widgets/searchfield.h"
#include "core/base/async.h"
#include "core/service/ticketservice.h"

#include <QListWidget>
#include <QVBoxLayout>

namespace vigie {

namespace {

constexpr int kMostTickets = 50; ///< a longer list is not read; another word makes it shorter

QString rowWords(const TicketRow &row)
{
    return TicketPicker::tr("%1  %2 – %3, %4", "number, title, requester, state")
        .arg(EnumText::ticketNumber(row.number, row.id), row.title, row.requesterName,
             EnumText::of(row.state));
}

} // namespace

TicketPicker::TicketPicker(TicketService &tickets, const Words &words,
                           const QList<TicketRow> &suggested, const QList<TicketId> &without,
                           QWidget *parent)
    : QDialog(parent), m_tickets(tickets), m_suggested(suggested),
      m_without(without.cbegin(), without.cend()),
      m_field(new SearchField(tr("A number, or words of it"), this)),
      m_list(new QListWidget(this)), m_hint(new Label(this, TextStyle::Small, LabelRole::Muted)),
      m_accept(new Button(words.accept, this, ButtonKind::Primary))
{
    setObjectName(QStringLiteral("ticketPicker"));
    setWindowTitle(words.title);
    setWindowModality(Qt::WindowModal);
    setAttribute(Qt::WA_DeleteOnClose);
    build(words);
    connect(m_field, &SearchField::searchChanged, this, &TicketPicker::look);
    connect(m_field, &QLineEdit::returnPressed, this, &TicketPicker::choose);
    connect(m_list, &QListWidget::itemActivated, this, &TicketPicker::choose);
    connect(m_accept, &QPushButton::clicked, this, &TicketPicker::choose);
    m_field->setFocus();
    look();
}

void TicketPicker::build(const Words &words)
{
    m_field->setObjectName(QStringLiteral("ticketPickField"));
    m_field->setDelay(60);
    new ListWalk(m_field, m_list);
    m_list->setObjectName(QStringLiteral("ticketPickList"));
    m_list->setAccessibleName(tr("Tickets"));
    m_list->setUniformItemSizes(true);
    m_list->setTextElideMode(Qt::ElideMiddle);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_hint->setObjectName(QStringLiteral("ticketPickHint"));
    m_accept->setObjectName(QStringLiteral("ticketPickButton"));
    auto *cancel = new Button(tr("Cancel"), this);
    cancel->setObjectName(QStringLiteral("ticketPickCancelButton"));
    connect(cancel, &QPushButton::clicked, this, &QDialog::reject);

    auto *buttons = new QHBoxLayout;
    buttons->addStretch(1);
    buttons->addWidget(cancel);
    buttons->addWidget(m_accept);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(space::xl, space::xl, space::xl, space::l);
    column->setSpacing(space::m);
    column->addWidget(new Label(words.title, this, TextStyle::Heading));
    if (!words.explanation.isEmpty())
        column->addWidget((new Label(words.explanation, this))->wrapped());
    column->addWidget(m_field);
    column->addWidget(m_list, 1);
    column->addWidget(m_hint->wrapped());
    column->addLayout(buttons);
    resize(fontMetrics().averageCharWidth() * 84, fontMetrics().lineSpacing() * 26);
}

void TicketPicker::look()
{
    const int question = ++m_question;
    const QString text = m_field->text().trimmed();
    if (text.isEmpty())
        return showTickets(m_suggested, tr("Type its number, or words of its title or thread."));
    lookUpNumber(question, text);
}

/// A number means that ticket, not those in which it is mentioned; they follow.
void TicketPicker::lookUpNumber(int question, const QString &text)
{
    whenDone(m_tickets.findByNumber(text), this,
             [this, question, text](const Result<std::optional<TicketId>> &found) {
                 if (question != m_question)
                     return;
                 if (!found || !*found)
                     return search(question, text);
                 whenDone(m_tickets.rows({**found}), this,
                          [this, question, text](const Result<QList<TicketRow>> &rows) {
                              if (question != m_question)
                                  return;
                              if (!rows || rows->isEmpty())
                                  return search(question, text);
                              showTickets(*rows, tr("That ticket cannot be chosen here."));
                          });
             });
}

void TicketPicker::search(int question, const QString &text)
{
    whenDone(m_tickets.search(text, kMostTickets), this,
             [this, question](const Result<QList<SearchHit>> &hits) {
                 if (question != m_question)
                     return;
                 QList<TicketRow> rows;
                 for (const SearchHit &hit : hits.value_or(QList<SearchHit>()))
                     rows.append(hit.row);
                 showTickets(rows, hits ? tr("This computer knows no such ticket.")
                                        : ErrorText::of(hits.error()).paragraph());
             });
}

void TicketPicker::showTickets(const QList<TicketRow> &rows, const QString &ifNone)
{
    m_rows.clear();
    m_list->clear();
    for (const TicketRow &row : rows) {
        if (m_without.contains(row.id))
            continue;
        m_rows.append(row);
        m_list->addItem(rowWords(row));
    }
    m_list->setCurrentRow(m_rows.isEmpty() ? -1 : 0);
    m_accept->setEnabled(!m_rows.isEmpty());
    m_hint->setText(m_rows.isEmpty() ? ifNone : QString());
}

void TicketPicker::choose()
{
    const int row = m_list->currentRow();
    if (row < 0 || row >= m_rows.size())
        return;
    const TicketRow ticket = m_rows.at(row);
    accept();
    Q_EMIT chosen(ticket);
}

} // namespace vigie
