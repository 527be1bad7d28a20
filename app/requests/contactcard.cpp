// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/requests/contactcard.h"

#include "app/text/expecttext.h"
#include "app/text/timetext.h"
#include "app/widgets/avatar.h"
#include "app/widgets/label.h"
#include "core/model/ticket.h"

#include <QHBoxLayout>
#include <QVBoxLayout>

namespace vigie {

ContactCard::ContactCard(QWidget *parent) :
    QFrame(parent), m_avatar(new Avatar(this, 36)),
    m_name(new Label(this, TextStyle::Strong)),
    m_hint(new Label(this, TextStyle::Small, LabelRole::Muted)),
    m_expected(new Label(this, TextStyle::Small))
{
    setProperty("card", QStringLiteral("plain"));
    m_name->setObjectName(QStringLiteral("contactNameLabel"));
    m_hint->wrapped();
    m_expected->setObjectName(QStringLiteral("expectedTimeLabel"));
    m_expected->wrapped()->selectable();
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(space::m, space::s, space::l, space::s);
    row->setSpacing(space::m);
    row->addWidget(m_avatar, 0, Qt::AlignVCenter);
    auto *words = new QVBoxLayout;
    words->setSpacing(0);
    words->addWidget(m_name);
    words->addWidget(m_hint);
    words->addWidget(m_expected);
    row->addLayout(words, 1);
}

void ContactCard::setTicket(const Ticket &ticket, qint64 now, qint64 asOf)
{
    const QString expected = ExpectText::line(ticket, now, asOf);
    m_expected->setText(expected);
    m_expected->setVisible(!expected.isEmpty());
    m_avatar->setVisible(!ticket.contactName.isEmpty());
    m_avatar->setName(ticket.contactName);
    if (ticket.contactName.isEmpty()) {
        m_name->setText(tr("The helpdesk"));
        m_hint->setText(ticket.number == 0
                            ? tr("Your contact's name appears here once the report has arrived.")
                            : tr("Somebody will take care of it soon; you will see their name "
                                 "here."));
        return;
    }
    m_name->setText(ticket.contactName);
    m_hint->setText(tr("Your contact for this request · last change %1")
                        .arg(TimeText::relative(ticket.publicUpdatedAt, now)));
}

} // namespace vigie
