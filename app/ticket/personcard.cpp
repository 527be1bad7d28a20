// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ticket/personcard.h"

#include "app/ticket/contextsection.h"
#include "app/ticket/requestertickets.h"
#include "app/widgets/avatar.h"
#include "app/widgets/elidedlabel.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QLocale>
#include <QVBoxLayout>

namespace vigie {

PersonCard::PersonCard(QWidget *parent)
    : QWidget(parent), m_avatar(new Avatar(this, 40)),
      m_name(new ElidedLabel(this, TextStyle::Strong)),
      m_place(new ElidedLabel(this, TextStyle::Small, LabelRole::Muted)),
      m_ways(new ContextSection(QString(), "contextPerson", this, ContextSection::Rank::Bare))
{
    setObjectName(QStringLiteral("personCard"));
    m_name->setObjectName(QStringLiteral("contextPersonName"));
    m_place->setObjectName(QStringLiteral("contextPersonPlace"));
    auto *words = new QVBoxLayout;
    words->setSpacing(2);
    words->addStretch(1);
    words->addWidget(m_name);
    words->addWidget(m_place);
    words->addStretch(1);
    auto *top = new QHBoxLayout;
    top->setContentsMargins(space::s, 0, space::s, 0);
    top->setSpacing(space::m);
    top->addWidget(m_avatar);
    top->addLayout(words, 1);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(space::s);
    column->addLayout(top);
    column->addWidget(m_ways);

    connect(m_ways, &ContextSection::copied, this, &PersonCard::copied);
    connect(m_ways, &ContextSection::taken, this, [this](int row) {
        const QString copy = m_copies.value(row);
        if (copy.isEmpty())
            return Q_EMIT listWanted();
        QGuiApplication::clipboard()->setText(copy);
        Q_EMIT copied(copy);
    });
}

void PersonCard::showRequester(const TicketView &view)
{
    if (!m_person || !view.requester || m_person->id != view.requester->id)
        m_count.clear(); // somebody else's
    m_person = view.requester;
    const QString name = m_person ? m_person->name : view.ticket.requesterName;
    m_avatar->setName(name);
    m_name->setText(name);
    QStringList place;
    if (m_person)
        place << m_person->team << m_person->site;
    place.removeAll(QString());
    m_place->setText(place.join(QStringLiteral(" · ")));
    m_place->setVisible(!place.isEmpty());
    showRows();
}

void PersonCard::showTickets(const OtherTickets &tickets)
{
    const QLocale locale;
    const QString all = tickets.all >= RequesterTickets::kCounted
        ? tr("more than %1 in all", "tickets of a person").arg(locale.toString(tickets.all - 1))
        : tr("%Ln in all", "tickets of a person", tickets.all);
    m_count = tr("%1, %2", "how many tickets are open, and how many there are")
                  .arg(tr("%Ln open ticket(s)", "of a person", tickets.open), all);
    showRows();
}

void PersonCard::showRows()
{
    QList<RowLook> rows;
    m_copies.clear();
    const auto add = [&](Icon icon, const QString &text, const QString &spoken) {
        if (text.isEmpty())
            return;
        RowLook look;
        look.icon = icon;
        look.text = text;
        look.spoken = spoken;
        rows.append(look);
        m_copies.append(text);
    };
    if (m_person) {
        add(Icon::Mail, m_person->email, tr("Mail: %1; Enter copies it").arg(m_person->email));
        add(Icon::Phone, m_person->phone, tr("Telephone: %1; Enter copies it").arg(m_person->phone));
        add(Icon::User, m_person->login, tr("Login: %1; Enter copies it").arg(m_person->login));
    }
    add(Icon::Requests, m_count, tr("%1; Enter lists them").arg(m_count));
    if (!m_count.isEmpty())
        m_copies.last().clear();
    m_ways->setRows(rows);
}

} // namespace vigie
