// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ticket/contextrelations.h"

#include "app/text/enumtext.h"
#include "app/text/timetext.h"
#include "app/ticket/contextsection.h"
#include "app/ticket/relationpills.h"
#include "app/widgets/iconbutton.h"
#include "core/model/lifecycle.h"

#include <QMenu>
#include <QVBoxLayout>

#include <algorithm>

namespace vigie {

namespace {

/// What a ticket belongs to comes first, what it merely touches last.
int rankOf(LinkKind kind)
{
    switch (kind) {
    case LinkKind::ChildOf: return 0;
    case LinkKind::ParentOf: return 1;
    case LinkKind::DuplicateOf: return 2;
    case LinkKind::CausedBy: return 3;
    case LinkKind::RelatesTo: break;
    }
    return 4;
}

} // namespace

ContextRelations::ContextRelations(QWidget *parent)
    : QWidget(parent), m_linkSection(new ContextSection(tr("Links"), "contextLinks", this)),
      m_watcherSection(new ContextSection(tr("Watchers"), "contextWatchers", this))
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(space::m);
    column->addWidget(m_linkSection);
    column->addWidget(m_watcherSection);
    m_linkSection->setHint(tr("Leads to no other ticket."));
    m_watcherSection->setHint(tr("Nobody else follows this ticket."));

    IconButton *link = m_linkSection->addButton(Icon::Plus, tr("Link to another ticket"),
                                                "contextAddLink");
    connect(link, &QToolButton::clicked, this, [this, link] {
        openKinds(link->mapToGlobal(QPoint(0, link->height())));
    });
    IconButton *watcher = m_watcherSection->addButton(Icon::Plus, tr("Add a watcher"),
                                                      "contextAddWatcher");
    connect(watcher, &QToolButton::clicked, this, &ContextRelations::watcherWanted);
    connect(m_linkSection, &ContextSection::taken, this, [this](int row) {
        if (isHere(m_links.at(row).other))
            Q_EMIT linkOpened(m_links.at(row).other);
    });
    connect(m_linkSection, &ContextSection::removeWanted, this,
            [this](int row) { Q_EMIT linkDropped(m_links.at(row)); });
    connect(m_linkSection, &ContextSection::menuWanted, this, &ContextRelations::openLinkMenu);
    connect(m_watcherSection, &ContextSection::removeWanted, this, [this](int row) {
        Q_EMIT watcherDropped(m_view.ticket.watchers.at(row));
    });
    // A person has no page here: what can be done with them is in the menu.
    connect(m_watcherSection, &ContextSection::taken, this, [this](int row) {
        const ContextRow *at = m_watcherSection->rows().at(row);
        openWatcherMenu(row, at->mapToGlobal(QPoint(space::l, at->height())));
    });
    connect(m_watcherSection, &ContextSection::menuWanted, this,
            &ContextRelations::openWatcherMenu);
    for (const ContextSection *section : {m_linkSection, m_watcherSection})
        connect(section, &ContextSection::copied, this, &ContextRelations::copied);
}

RowLook ContextRelations::lookOf(const TicketRow &row, qint64 now)
{
    RowLook look;
    const QString number = EnumText::ticketNumber(row.number, row.id);
    look.text = row.title.simplified();
    QStringList facts{number};
    facts.append(TimeText::brief(row.createdAt > 0 ? row.createdAt : row.updatedAt, now));
    if (!row.ownerName.isEmpty())
        facts.append(row.ownerName);
    look.note = facts.join(QStringLiteral(" · "));
    look.badge = EnumText::of(row.state);
    look.tone = isOpen(row.state) ? EnumText::tone(row.state) : Tone::Neutral;
    look.copy = number + u' ' + row.title;
    return look;
}

void ContextRelations::showRelations(const TicketView &view, qint64 now)
{
    m_view = view;
    showLinks(now);
    showWatchers();
}

bool ContextRelations::isHere(const TicketId &id) const
{
    return std::any_of(m_view.linked.cbegin(), m_view.linked.cend(),
                       [&](const TicketRow &row) { return row.id == id; });
}

void ContextRelations::showLinks(qint64 now)
{
    m_links = m_view.ticket.links;
    std::stable_sort(m_links.begin(), m_links.end(), [](const Link &a, const Link &b) {
        return rankOf(a.kind) < rankOf(b.kind);
    });
    QList<RowLook> rows;
    for (const Link &link : std::as_const(m_links)) {
        const QString sentence = RelationPills::sentence(link, m_view.linked);
        RowLook look;
        look.text = sentence;
        for (const TicketRow &row : std::as_const(m_view.linked)) {
            if (row.id != link.other)
                continue;
            look = lookOf(row, now);
            // What the link means counts most, so its line has no pill.
            look.note = QStringList{RelationPills::kindWords(link.kind),
                                    EnumText::ticketNumber(row.number, row.id), look.badge}
                            .join(QStringLiteral(" · "));
            look.spoken = sentence + QStringLiteral(", ") + look.badge;
            look.badge.clear();
            look.tone = Tone::Neutral;
        }
        look.icon = Icon::Link;
        look.removable = true;
        rows.append(look);
    }
    m_linkSection->setCount(rows.isEmpty() ? -1 : int(rows.size()));
    m_linkSection->setRows(rows);
}

void ContextRelations::showWatchers()
{
    QList<RowLook> rows;
    for (const PersonId &id : std::as_const(m_view.ticket.watchers)) {
        const auto known = std::find_if(m_view.watchers.cbegin(), m_view.watchers.cend(),
                                        [&](const Person &one) { return one.id == id; });
        RowLook look;
        look.text = known == m_view.watchers.cend() ? tr("Somebody unknown here") : known->name;
        look.avatar = look.text;
        look.removable = true;
        rows.append(look);
    }
    m_watcherSection->setCount(rows.isEmpty() ? -1 : int(rows.size()));
    m_watcherSection->setRows(rows);
}

// ---- menus -----------------------------------------------------------------------------------

QMenu *ContextRelations::makeMenu(const char *objectName)
{
    auto *menu = new QMenu(this);
    menu->setObjectName(QLatin1String(objectName));
    menu->setAttribute(Qt::WA_DeleteOnClose);
    return menu;
}

void ContextRelations::openLinkMenu(int row, const QPoint &where)
{
    const Link link = m_links.at(row);
    QMenu *menu = makeMenu("contextLinkMenu");
    menu->addAction(IconSet::icon(Icon::Open), tr("Open"), this,
                    [this, link] { Q_EMIT linkOpened(link.other); })
        ->setEnabled(isHere(link.other));
    menu->addAction(IconSet::icon(Icon::Trash), tr("Remove the link"), this,
                    [this, link] { Q_EMIT linkDropped(link); });
    menu->popup(where);
}

void ContextRelations::openWatcherMenu(int row, const QPoint &where)
{
    const PersonId id = m_view.ticket.watchers.at(row);
    QMenu *menu = makeMenu("contextWatcherMenu");
    menu->addAction(IconSet::icon(Icon::Trash), tr("Remove the watcher"), this,
                    [this, id] { Q_EMIT watcherDropped(id); });
    menu->setActiveAction(menu->actions().constFirst());
    menu->popup(where);
}

void ContextRelations::openKinds(const QPoint &where)
{
    QMenu *menu = makeMenu("contextKindMenu");
    RelationPills::addKinds(*menu, this, [this](LinkKind kind) { Q_EMIT linkWanted(kind); });
    menu->setActiveAction(menu->actions().constFirst());
    menu->popup(where);
}

} // namespace vigie
