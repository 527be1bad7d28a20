// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ticket/relationpills.h"

#include "app/text/enumtext.h"
#include "app/ticket/fieldpill.h"
#include "app/widgets/button.h"
#include "app/widgets/flowlayout.h"

#include <QMenu>

#include <algorithm>

namespace vigie {

namespace {

constexpr qsizetype kMostWords = 80; ///< of a foreign text in a menu

/// Foreign words in a menu: one line, not endless, and an ampersand is a letter, not a mnemonic.
QString menuText(const QString &text)
{
    QString line = text.simplified();
    if (line.size() > kMostWords)
        line = line.left(kMostWords - 1) + u'…';
    return line.replace(u'&', QStringLiteral("&&"));
}

QString capital(QString text)
{
    if (!text.isEmpty())
        text[0] = text[0].toUpper();
    return text;
}

} // namespace

RelationPills::RelationPills(QWidget *parent)
    : QWidget(parent), m_flow(new FlowLayout(this, 6)),
      m_watchers(new FieldPill(tr("Watchers"), "watchersField", this)),
      m_links(new FieldPill(tr("Links"), "linksField", this)),
      m_merged(new FieldPill(tr("Merged"), "mergedField", this)),
      m_rest(new FieldPill(tr("Other fields"), "otherFieldsField", this)),
      m_addField(new Button(tr("Add a field"), this, ButtonKind::Link))
{
    setObjectName(QStringLiteral("relationPills"));
    m_addField->setObjectName(QStringLiteral("addFieldButton"));
    for (QWidget *one : {static_cast<QWidget *>(m_merged), static_cast<QWidget *>(m_watchers),
                         static_cast<QWidget *>(m_links), static_cast<QWidget *>(m_rest), static_cast<QWidget *>(m_addField)})
        m_flow->addWidget(one);
    m_watchers->setFill([this](QMenu &menu) { fillWatchers(menu); });
    m_links->setFill([this](QMenu &menu) { fillLinks(menu); });
    m_merged->setFill([this](QMenu &menu) { fillMerged(menu); });
    m_rest->setFill([this](QMenu &menu) {
        const QStringList keys = m_view.ticket.custom.keys();
        for (const QString &key : keys.mid(kMostFields)) {
            menu.addAction(menuText(tr("%1: %2", "a field and its value")
                                        .arg(key, m_view.ticket.custom.value(key))),
                           this, [this, key] { Q_EMIT fieldEdited(key); });
        }
    });
    connect(m_addField, &QPushButton::clicked, this, &RelationPills::fieldWanted);
    showVisibility();
}

FieldPill *RelationPills::pill(const QString &field) const
{
    return field == QLatin1String("watchers") ? m_watchers
        : field == QLatin1String("links")     ? m_links
                                              : nullptr;
}

// ---- menus -----------------------------------------------------------------------------------

void RelationPills::fillWatchers(QMenu &menu)
{
    menu.addAction(tr("Add a watcher…"), this, &RelationPills::watcherWanted)
        ->setObjectName(QStringLiteral("addWatcherAction"));
    if (!m_view.ticket.watchers.isEmpty())
        menu.addSeparator();
    for (const PersonId &id : std::as_const(m_view.ticket.watchers)) {
        const auto known = std::find_if(m_view.watchers.cbegin(), m_view.watchers.cend(),
                                        [&](const Person &one) { return one.id == id; });
        const QString name =
            known == m_view.watchers.cend() ? tr("Somebody unknown here") : known->name;
        menu.addAction(menuText(tr("Remove “%1”").arg(name)), this,
                       [this, id] { Q_EMIT watcherDropped(id); });
    }
}

void RelationPills::fillLinks(QMenu &menu)
{
    for (const Link &link : std::as_const(m_view.ticket.links)) {
        QMenu *one = menu.addMenu(menuText(sentence(link, m_view.linked)));
        const bool here = std::any_of(m_view.linked.cbegin(), m_view.linked.cend(),
                                      [&](const TicketRow &row) { return row.id == link.other; });
        one->addAction(tr("Open"), this, [this, link] { Q_EMIT linkOpened(link.other); })
            ->setEnabled(here);
        one->addAction(tr("Remove the link"), this, [this, link] { Q_EMIT linkDropped(link); });
    }
    if (!m_view.ticket.links.isEmpty())
        menu.addSeparator();
    addKinds(menu, this, [this](LinkKind kind) { Q_EMIT linkWanted(kind); });
}

void RelationPills::addKinds(QMenu &menu, QObject *context,
                             const std::function<void(LinkKind)> &chosen)
{
    for (const EnumName<LinkKind> &entry : enumNames<LinkKind>()) {
        QAction *action =
            menu.addAction(tr("%1…", "a kind of link, to be added").arg(kindWords(entry.value)));
        action->setObjectName(QStringLiteral("link-") + QLatin1String(entry.name));
        connect(action, &QAction::triggered, context,
                [chosen, kind = entry.value] { chosen(kind); });
    }
}

void RelationPills::fillMerged(QMenu &menu)
{
    const Ticket &ticket = m_view.ticket;
    if (m_view.goesOnIn) {
        menu.addAction(menuText(tr("Open %1 %2", "a number and its title")
                                    .arg(EnumText::ticketNumber(m_view.goesOnIn->number,
                                                                m_view.goesOnIn->id),
                                         m_view.goesOnIn->title)),
                       this, [this] { Q_EMIT linkOpened(m_view.ticket.merged.into); })
            ->setObjectName(QStringLiteral("openMergedAction"));
    }
    if (!ticket.merged.into.isNull()) {
        menu.addAction(tr("Let it go on on its own again"), this,
                       [this, id = ticket.id] { Q_EMIT apartWanted(id); })
            ->setObjectName(QStringLiteral("takeApartAction"));
    }
    for (const JoinedTicket &joined : std::as_const(m_view.joined)) {
        const Ticket &other = joined.ticket;
        QMenu *one = menu.addMenu(menuText(tr("%1 %2", "a number and its title")
                                               .arg(EnumText::ticketNumber(other.number, other.id),
                                                    other.title)));
        one->addAction(tr("Open"), this, [this, id = other.id] { Q_EMIT linkOpened(id); });
        one->addAction(tr("Let it go on on its own again"), this,
                       [this, id = other.id] { Q_EMIT apartWanted(id); })
            ->setObjectName(QStringLiteral("takeOutAction"));
    }
}

QString RelationPills::mergedWords() const
{
    if (!m_view.ticket.merged.into.isNull()) {
        return m_view.goesOnIn ? tr("Goes on in %1")
                                     .arg(EnumText::ticketNumber(m_view.goesOnIn->number,
                                                                 m_view.goesOnIn->id))
                               : tr("Goes on elsewhere");
    }
    QStringList numbers;
    for (const JoinedTicket &joined : m_view.joined)
        numbers.append(EnumText::ticketNumber(joined.ticket.number, joined.ticket.id));
    constexpr int most = 4;
    const int rest = int(numbers.size()) - most;
    QString words = numbers.mid(0, most).join(QStringLiteral(", "));
    if (rest > 0)
        words += QStringLiteral(", ") + tr("%Ln more", "merged tickets", rest);
    return words;
}

QString RelationPills::kindWords(LinkKind kind)
{
    return capital(EnumText::of(kind));
}

void RelationPills::fillField(QMenu &menu, const QString &key)
{
    menu.addAction(tr("Change…"), this, [this, key] { Q_EMIT fieldEdited(key); });
    menu.addAction(tr("Remove"), this, [this, key] { Q_EMIT fieldDropped(key); });
}

// ---- showing ---------------------------------------------------------------------------------

void RelationPills::showRelations(const TicketView &view)
{
    m_view = view;
    m_watchers->setValue(watcherNames());
    m_links->setValue(linkWords());
    m_merged->setValue(mergedWords());
    showFields();
    showVisibility();
}

void RelationPills::setAll(bool all)
{
    m_all = all;
    showVisibility();
}

QString RelationPills::watcherNames() const
{
    if (m_view.ticket.watchers.isEmpty())
        return tr("Nobody");
    QStringList names;
    for (const Person &person : m_view.watchers)
        names.append(person.name);
    const int unknown = int(m_view.ticket.watchers.size() - names.size());
    if (unknown > 0)
        names.append(tr("%Ln more", "people whose names are not known here", unknown));
    return names.join(QStringLiteral(", "));
}

QString RelationPills::linkWords() const
{
    const QList<Link> &links = m_view.ticket.links;
    if (links.isEmpty())
        return tr("None");
    return links.size() == 1 ? sentence(links.first(), m_view.linked)
                             : tr("%Ln ticket(s)", nullptr, int(links.size()));
}

QString RelationPills::sentence(const Link &link, const QList<TicketRow> &known)
{
    const QString kind = kindWords(link.kind);
    for (const TicketRow &row : known) {
        if (row.id == link.other) {
            return tr("%1 %2 %3", "a link: its kind, the other ticket's number and title")
                .arg(kind, EnumText::ticketNumber(row.number, row.id), row.title);
        }
    }
    return tr("%1 a ticket that is not on this computer", "a kind of link").arg(kind);
}

/// A pill for each field; those that stay keep theirs, so that an open menu survives a sync.
void RelationPills::showFields()
{
    const QMap<QString, QString> &custom = m_view.ticket.custom;
    const QStringList shown = custom.keys().mid(0, kMostFields);
    for (const QString &key : m_fields.keys()) {
        if (!shown.contains(key))
            delete m_fields.take(key);
    }
    for (const QString &key : shown) {
        FieldPill *&pill = m_fields[key];
        if (!pill) {
            pill = new FieldPill(key.simplified(), "customField", this);
            pill->setFill([this, key](QMenu &menu) { fillField(menu, key); });
            m_flow->addWidget(pill);
            pill->show();
        }
        pill->setValue(custom.value(key));
    }
    const int rest = int(custom.size() - shown.size());
    m_rest->setValue(tr("%Ln more", "fields", rest));
}

void RelationPills::showVisibility()
{
    const Ticket &ticket = m_view.ticket;
    m_watchers->setVisible(m_all || !ticket.watchers.isEmpty());
    m_links->setVisible(m_all || !ticket.links.isEmpty());
    const bool merged = !ticket.merged.into.isNull() || !m_view.joined.isEmpty();
    m_merged->setVisible(merged);
    m_rest->setVisible(ticket.custom.size() > kMostFields);
    m_addField->setVisible(m_all);
    setVisible(m_all || !ticket.watchers.isEmpty() || !ticket.links.isEmpty()
               || !ticket.custom.isEmpty() || merged);
    updateGeometry();
}

} // namespace vigie
