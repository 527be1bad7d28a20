// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/shell/tickettabs.h"

#include "app/text/companytext.h"
#include "app/text/enumtext.h"
#include "app/widgets/iconbutton.h"
#include "core/base/async.h"
#include "core/service/draftservice.h"
#include "core/service/presenceservice.h"
#include "core/service/ticketservice.h"
#include "core/service/workspace.h"

#include <QContextMenuEvent>
#include <QDateTime>
#include <QMenu>
#include <QMouseEvent>

#include <algorithm>

namespace vigie {

namespace {
constexpr int kWidestTab = 220;
constexpr int kNarrowestTab = 150;
constexpr qsizetype kTitleShown = 60; ///< letters; the tooltip has the rest
} // namespace

TicketTabs::TicketTabs(Workspace &workspace, QWidget *parent)
    : QTabBar(parent), m_workspace(workspace)
{
    setObjectName(QStringLiteral("ticketTabs"));
    setAccessibleName(tr("Open tickets"));
    setMovable(true);
    setExpanding(false);
    setDrawBase(false);
    setUsesScrollButtons(true);
    setElideMode(Qt::ElideRight);
    setSelectionBehaviorOnRemove(SelectPreviousTab);
    setIconSize({14, 14});
    setFocusPolicy(Qt::TabFocus);
    addTab(IconSet::icon(Icon::Queue, IconColor::Muted), tr("List"));
    setTabToolTip(0, tr("The ticket that is chosen in the list"));
    setAccessibleTabName(0, tr("The ticket that is chosen in the list"));
    hide();
    wire();
}

void TicketTabs::wire()
{
    connect(this, &QTabBar::currentChanged, this, &TicketTabs::takeCurrent);
    connect(this, &QTabBar::tabMoved, this, &TicketTabs::rearranged);
    connect(&m_workspace, &Workspace::changed, this,
            [this](const QSet<TicketId> &changed, bool outbox, bool, bool everything) {
                QList<TicketId> mine = tickets();
                if (!everything)
                    mine.removeIf([&](const TicketId &id) { return !changed.contains(id); });
                readRows(mine);
                if (outbox || everything)
                    readDrafts(); // what was sent is no draft any more
            });
    connect(&m_workspace, &Workspace::messagesArrived, this, &TicketTabs::noteArrived);
    connect(&m_workspace.drafts(), &DraftService::changedElsewhere, this, &TicketTabs::readDrafts);
    connect(&m_workspace.presence(), &PresenceService::changed, this,
            [this](const QSet<TicketId> &tickets) {
                for (int i = 0; i < count(); ++i) {
                    if (tickets.contains(idAt(i)))
                        showTab(i);
                }
            });
}

// ---- tabs ------------------------------------------------------------------------------------

TicketId TicketTabs::idAt(int index) const
{
    const QString text = tabData(index).toString();
    return text.isEmpty() ? TicketId() : TicketId::fromStored(text);
}

int TicketTabs::indexOf(const TicketId &id) const
{
    for (int i = 0; i < count(); ++i) {
        if (!id.isNull() && idAt(i) == id)
            return i;
    }
    return -1;
}

int TicketTabs::listIndex() const
{
    int index = 0;
    while (index < count() && !idAt(index).isNull())
        ++index;
    return index;
}

QList<TicketId> TicketTabs::tickets() const
{
    QList<TicketId> ids;
    for (int i = 0; i < count(); ++i) {
        if (const TicketId id = idAt(i); !id.isNull())
            ids.append(id);
    }
    return ids;
}

int TicketTabs::insert(const TicketId &id)
{
    const int index = addTab(QString());
    setTabData(index, id.text());
    auto *close = new IconButton(Icon::Close, tr("Close"), this);
    close->setObjectName(QStringLiteral("closeTabButton"));
    close->setIconSize({12, 12});
    close->setFocusPolicy(Qt::NoFocus); // Ctrl+W does it
    setTabButton(index, RightSide, close);
    connect(close, &QToolButton::clicked, this, [this, id] { this->close(id); });
    showTab(index);
    show();
    followCompany();
    return index;
}

void TicketTabs::open(const TicketId &id, bool front)
{
    if (id.isNull())
        return;
    int index = indexOf(id);
    if (index < 0) {
        index = insert(id);
        readRows({id});
        readDrafts();
        Q_EMIT rearranged();
    }
    if (front)
        setCurrentIndex(index);
}

void TicketTabs::close(const TicketId &id)
{
    const int index = indexOf(id);
    if (index < 0)
        return;
    removeTab(index);
    m_facts.remove(id);
    setVisible(count() > 1);
    followCompany();
    Q_EMIT rearranged();
}

void TicketTabs::showTicket(const TicketId &id)
{
    setCurrentIndex(holds(id) ? indexOf(id) : listIndex());
}

void TicketTabs::step(int by)
{
    setCurrentIndex((currentIndex() + by + count()) % count());
}

void TicketTabs::restore(const QList<TicketId> &tickets, const TicketId &current)
{
    for (const TicketId &id : tickets) {
        if (indexOf(id) < 0)
            insert(id);
    }
    readRows(tickets);
    readDrafts();
    showTicket(current);
}

void TicketTabs::takeCurrent()
{
    const TicketId before = m_current;
    m_current = idAt(currentIndex());
    if (m_current == before)
        return;
    if (const auto facts = m_facts.find(m_current); facts != m_facts.end())
        facts->fresh = false;
    readDrafts(); // of the one that was left
    showTab(indexOf(before));
    showTab(currentIndex());
    Q_EMIT currentTicketChanged(m_current);
    Q_EMIT rearranged();
}

// ---- what they say ---------------------------------------------------------------------------

void TicketTabs::readRows(const QList<TicketId> &ids)
{
    if (ids.isEmpty())
        return;
    whenDone(m_workspace.tickets().rows(ids), this, [this](const Result<QList<TicketRow>> &rows) {
        if (!rows)
            return; // the names stay as they were; the page says what is wrong
        for (const TicketRow &row : *rows) {
            m_facts[row.id].number = row.number;
            m_facts[row.id].title = row.title;
            showTab(indexOf(row.id));
        }
    });
}

void TicketTabs::followCompany()
{
    m_workspace.presence().follow(this, tickets());
}

void TicketTabs::readDrafts()
{
    if (count() < 2)
        return;
    whenDone(m_workspace.drafts().unsent(), this,
             [this](const Result<QList<UnsentDraft>> &unsent) {
                 if (!unsent)
                     return;
                 m_drafts.clear();
                 for (const UnsentDraft &draft : *unsent)
                     m_drafts.insert(draft.ticket);
                 for (int i = 0; i < count(); ++i)
                     showTab(i);
             });
}

void TicketTabs::noteArrived(const QList<Message> &messages)
{
    for (const Message &message : messages) {
        const int index = indexOf(message.ticket);
        if (index < 0 || (message.ticket == m_current && window()->isActiveWindow()))
            continue;
        m_facts[message.ticket].fresh = true;
        showTab(index);
    }
}

void TicketTabs::showTab(int index)
{
    const TicketId id = idAt(index);
    if (id.isNull())
        return;
    const Facts facts = m_facts.value(id);
    const QString name =
        (EnumText::ticketNumber(facts.number, id) + u' ' + facts.title.simplified()).trimmed();
    const bool draft = id != m_current && m_drafts.contains(id); // before one's eyes it needs no mark
    QStringList words{name};
    if (facts.fresh)
        words.append(tr("Something new arrived"));
    if (draft)
        words.append(tr("Something unsent is written there"));
    const PresenceService &presence = m_workspace.presence();
    const QList<Presence> others = id == m_current ? QList<Presence>() : presence.at(id);
    const QString company =
        CompanyText::line(others, {presence.isLive(), presence.heardAt()},
                          QDateTime::currentMSecsSinceEpoch());
    if (!company.isEmpty())
        words.append(company);
    QString shown = name.left(kTitleShown);
    shown.replace(u'&', QStringLiteral("&&"));
    setTabText(index, facts.fresh ? QStringLiteral("● ") + shown : shown);
    // Those who write come first in the company.
    const bool writes = !company.isEmpty() && others[0].activity == Activity::Writes;
    setTabIcon(index, draft             ? IconSet::icon(Icon::Edit, IconColor::Accent)
                   : writes             ? IconSet::icon(Icon::Users, IconColor::Warning)
                   : !company.isEmpty() ? IconSet::icon(Icon::Eye, IconColor::Muted)
                                        : QIcon());
    setAccessibleTabName(index, words.join(QStringLiteral(", ")));
    setTabToolTip(index, QStringLiteral("<p>%1</p>")
                             .arg(words.join(u'\n').toHtmlEscaped().replace(
                                 u'\n', QStringLiteral("<br>"))));
    if (auto *close = qobject_cast<IconButton *>(tabButton(index, RightSide)))
        close->setWords(tr("Close %1").arg(EnumText::ticketNumber(facts.number, id)));
}

QSize TicketTabs::tabSizeHint(int index) const
{
    QSize hint = QTabBar::tabSizeHint(index);
    hint.setWidth(std::min(hint.width(), kWidestTab));
    return hint;
}

/// A number can always be read; where that is too much for the strip, it can be scrolled.
QSize TicketTabs::minimumTabSizeHint(int index) const
{
    QSize hint = tabSizeHint(index);
    hint.setWidth(std::min(hint.width(), kNarrowestTab));
    return hint;
}

// ---- mouse -----------------------------------------------------------------------------------

void TicketTabs::mouseReleaseEvent(QMouseEvent *event)
{
    if (event->button() == Qt::MiddleButton)
        return close(idAt(tabAt(event->position().toPoint())));
    QTabBar::mouseReleaseEvent(event);
}

void TicketTabs::contextMenuEvent(QContextMenuEvent *event)
{
    const bool byMouse = event->reason() == QContextMenuEvent::Mouse;
    const int index = byMouse ? tabAt(event->pos()) : currentIndex();
    const TicketId id = idAt(index);
    if (id.isNull())
        return;
    auto *menu = new QMenu(this);
    menu->setObjectName(QStringLiteral("tabMenu"));
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->addAction(IconSet::icon(Icon::Open), tr("Open in its own window"), this,
                    [this, id] { Q_EMIT windowWanted(id); });
    menu->addSeparator();
    menu->addAction(IconSet::icon(Icon::Close), tr("Close"), this, [this, id] { close(id); });
    menu->addAction(tr("Close the others"), this, [this, id] {
        for (const TicketId &other : tickets()) {
            if (other != id)
                close(other);
        }
    });
    menu->popup(byMouse ? event->globalPos() : mapToGlobal(tabRect(index).bottomLeft()));
}

} // namespace vigie
