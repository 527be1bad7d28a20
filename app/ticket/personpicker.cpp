// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ticket/personpicker.h"

#include "app/text/errortext.h"
#include "app/widgets/button.h"
#include "app/widgets/label.h"
#include "app/widgets/searchfield.h"
#include "core/base/async.h"
#include "core/service/ticketservice.h"

#include <QKeyEvent>
#include <QListWidget>
#include <QVBoxLayout>

namespace vigie {

namespace {
constexpr int kMostPeople = 50; ///< a longer list is not read; another letter makes it shorter
} // namespace

PersonPicker::PersonPicker(TicketService &tickets, const QString &title, const QString &accept,
                           const QList<PersonId> &without, QWidget *parent)
    : QDialog(parent), m_tickets(tickets), m_without(without.cbegin(), without.cend()),
      m_field(new SearchField(tr("The beginning of a name"), this)),
      m_list(new QListWidget(this)), m_hint(new Label(this, TextStyle::Small, LabelRole::Muted)),
      m_accept(new Button(accept, this, ButtonKind::Primary))
{
    setObjectName(QStringLiteral("personPicker"));
    setWindowTitle(title);
    setWindowModality(Qt::WindowModal);
    setAttribute(Qt::WA_DeleteOnClose);
    m_field->setObjectName(QStringLiteral("personSearchField"));
    m_field->setDelay(60);
    m_field->installEventFilter(this);
    m_list->setObjectName(QStringLiteral("personListWidget"));
    m_list->setAccessibleName(tr("People"));
    m_list->setUniformItemSizes(true);
    m_hint->setObjectName(QStringLiteral("personHintLabel"));
    m_accept->setObjectName(QStringLiteral("personAcceptButton"));
    auto *cancel = new Button(tr("Cancel"), this);
    cancel->setObjectName(QStringLiteral("personCancelButton"));

    auto *buttons = new QHBoxLayout;
    buttons->addStretch(1);
    buttons->addWidget(cancel);
    buttons->addWidget(m_accept);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(space::xl, space::xl, space::xl, space::l);
    column->setSpacing(space::m);
    column->addWidget(new Label(title, this, TextStyle::Heading));
    column->addWidget(m_field);
    column->addWidget(m_list, 1);
    column->addWidget(m_hint->wrapped());
    column->addLayout(buttons);
    resize(fontMetrics().averageCharWidth() * 60, fontMetrics().lineSpacing() * 22);

    connect(m_field, &SearchField::searchChanged, this, &PersonPicker::look);
    connect(m_field, &QLineEdit::returnPressed, this, &PersonPicker::choose);
    connect(m_list, &QListWidget::itemActivated, this, &PersonPicker::choose);
    connect(m_accept, &QPushButton::clicked, this, &PersonPicker::choose);
    connect(cancel, &QPushButton::clicked, this, &QDialog::reject);
    m_field->setFocus();
    look();
}

/// The keyboard stays in the field while it walks through the list.
bool PersonPicker::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::KeyPress) {
        const int key = static_cast<QKeyEvent *>(event)->key();
        const int by = key == Qt::Key_Down ? 1 : key == Qt::Key_Up ? -1 : 0;
        if (by != 0 && m_list->count() > 0) {
            m_list->setCurrentRow(std::clamp(m_list->currentRow() + by, 0, m_list->count() - 1));
            return true;
        }
    }
    return QDialog::eventFilter(watched, event);
}

void PersonPicker::look()
{
    const int question = ++m_question;
    whenDone(m_tickets.people(m_field->text().trimmed(), kMostPeople), this,
             [this, question](const Result<QList<Person>> &people) {
                 if (question != m_question)
                     return;
                 showPeople(people.value_or(QList<Person>()));
                 if (!people)
                     m_hint->setText(ErrorText::of(people.error()).paragraph());
             });
}

void PersonPicker::showPeople(const QList<Person> &people)
{
    m_people.clear();
    m_list->clear();
    for (const Person &person : people) {
        if (!person.active || m_without.contains(person.id))
            continue;
        m_people.append(person);
        m_list->addItem(tr("%1 (%2)", "a person and their login").arg(person.name, person.login));
    }
    m_list->setCurrentRow(m_people.isEmpty() ? -1 : 0);
    m_accept->setEnabled(!m_people.isEmpty());
    m_hint->setText(m_people.isEmpty() ? tr("This computer knows nobody else of that name.")
                                       : QString());
}

void PersonPicker::choose()
{
    const int row = m_list->currentRow();
    if (row < 0 || row >= m_people.size())
        return;
    const Person person = m_people.at(row);
    accept();
    Q_EMIT chosen(person);
}

} // namespace vigie
