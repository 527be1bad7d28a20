// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ticket/ticketrelations.h"

#include "app/prompt/prompt.h"
#include "app/text/enumtext.h"
#include "app/ticket/personpicker.h"
#include "core/base/async.h"
#include "core/base/limits.h"
#include "core/service/ticketservice.h"
#include "core/service/workspace.h"

namespace vigie {

TicketRelations::TicketRelations(Workspace &workspace, Prompt &prompt, QWidget *page)
    : QObject(page), m_workspace(workspace), m_prompt(prompt), m_page(page)
{
}

// ---- watchers --------------------------------------------------------------------------------

void TicketRelations::addWatcher()
{
    auto *picker = new PersonPicker(m_workspace.tickets(), tr("Who should follow this ticket?"),
                                    tr("Add"), m_view.ticket.watchers, m_page);
    connect(picker, &PersonPicker::chosen, this, [this, id = m_view.ticket.id](const Person &who) {
        if (stillShows(id))
            Q_EMIT changeWanted(EditWatchers{{who.id}, {}}, tr("%1 follows this ticket").arg(who.name));
    });
    picker->open();
}

void TicketRelations::dropWatcher(const PersonId &id)
{
    Q_EMIT changeWanted(EditWatchers{{}, {id}}, tr("Watcher removed"));
}

// ---- links -----------------------------------------------------------------------------------

void TicketRelations::addLink(LinkKind kind)
{
    TextQuestion question;
    question.title = tr("This ticket %1…", "the beginning of a link, e.g. 'relates to'")
                         .arg(EnumText::of(kind));
    question.label = tr("The number of the other ticket");
    question.placeholder = tr("e.g. 1042");
    question.accept = tr("Link");
    m_prompt.askText(m_page, question,
                     [this, kind, id = m_view.ticket.id](std::optional<QString> number) {
                         if (number && stillShows(id))
                             link(kind, number->trimmed());
                     });
}

void TicketRelations::link(LinkKind kind, const QString &number)
{
    whenDone(m_workspace.tickets().findByNumber(number), this,
             [this, kind, number, id = m_view.ticket.id](
                 const Result<std::optional<TicketId>> &found) {
                 if (!stillShows(id))
                     return;
                 if (!found) {
                     Q_EMIT failed(found.error());
                     return;
                 }
                 if (!*found) {
                     Q_EMIT refused(tr("There is no ticket “%1” on this computer. Nothing was "
                                       "changed; check the number and try again.")
                                        .arg(number));
                     return;
                 }
                 if (**found == id) {
                     Q_EMIT refused(tr("That is this very ticket. Nothing was changed; a link "
                                       "leads to another one."));
                     return;
                 }
                 Q_EMIT changeWanted(EditLinks{{Link{kind, **found}}, {}},
                                     tr("Linked: this ticket %1 %2", "a kind of link, a ticket")
                                         .arg(EnumText::of(kind), number));
             });
}

void TicketRelations::dropLink(const Link &link)
{
    Q_EMIT changeWanted(EditLinks{{}, {link}}, tr("Link removed"));
}

// ---- added fields ----------------------------------------------------------------------------

void TicketRelations::addField()
{
    TextQuestion question;
    question.title = tr("Add a field");
    question.label = tr("What is it called? Only colleagues see it.");
    question.placeholder = tr("e.g. Room, or Serial number");
    question.accept = tr("Next");
    m_prompt.askText(m_page, question, [this, id = m_view.ticket.id](std::optional<QString> name) {
        const QString key = name.value_or(QString()).simplified().left(limits::kTagLength);
        if (!key.isEmpty() && stillShows(id))
            editField(key);
    });
}

void TicketRelations::editField(const QString &key)
{
    TextQuestion question;
    question.title = key;
    question.label = tr("The value; empty removes the field.");
    question.text = m_view.ticket.custom.value(key);
    question.accept = tr("Change");
    question.mayBeEmpty = true;
    m_prompt.askText(m_page, question,
                     [this, key, id = m_view.ticket.id](std::optional<QString> value) {
                         if (value && stillShows(id)) {
                             Q_EMIT fieldChosen(QStringLiteral("cf.") + key,
                                                value->trimmed().left(limits::kShortTextLength));
                         }
                     });
}

} // namespace vigie
