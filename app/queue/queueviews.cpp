// SPDX-License-Identifier: GPL-3.0-or-later
// Searching, and what is done with views.
#include "app/queue/queuepage.h"

#include "app/queue/placelooks.h"
#include "app/queue/querybox.h"
#include "app/queue/scopepanel.h"
#include "app/queue/tickettable.h"
#include "app/text/newstext.h"
#include "app/widgets/banner.h"
#include "app/widgets/searchfield.h"
#include "core/service/workspace.h"

#include <QAction>
#include <QActionGroup>
#include <QEvent>
#include <QMenu>
#include <QMouseEvent>
#include <QStyle>
#include <QToolButton>

namespace vigie {

namespace {

using query::Field;

query::Expr test(Field field, query::Value::Kind kind, const QString &name = {})
{
    query::Term term;
    term.field = field;
    query::Value value;
    value.kind = kind;
    value.name = name;
    term.values = {value};
    return query::termOf(term);
}

/// What a place shows, said as a query.
std::vector<query::Expr> meaningOf(const ListQuery &query, const QString &queueName)
{
    using Kind = query::Value::Kind;
    std::vector<query::Expr> parts;
    switch (query.scope) {
    case ListScope::Mine: parts.push_back(test(Field::Owner, Kind::Me)); break;
    case ListScope::Unassigned: parts.push_back(test(Field::Owner, Kind::None)); break;
    case ListScope::Waiting:
        parts.push_back(test(Field::Is, Kind::Name, QStringLiteral("waiting")));
        break;
    case ListScope::Queue: parts.push_back(test(Field::Queue, Kind::Name, queueName)); break;
    case ListScope::MyRequests:
        parts.push_back(test(Field::Is, Kind::Name, QStringLiteral("request")));
        break;
    case ListScope::All: break;
    }
    if (query.level)
        parts.push_back(test(Field::Level, Kind::Name, nameOf(*query.level)));
    if (query.openOnly && query.scope != ListScope::Waiting)
        parts.push_back(test(Field::Is, Kind::Name, QStringLiteral("open")));
    return parts;
}

} // namespace

void QueuePage::wireSearch()
{
    connect(m_box, &QueryBox::asked, this, &QueuePage::ask);
    connect(m_box, &QueryBox::finished, this, &QueuePage::focusList);
    connect(m_box, &QueryBox::complaintChanged, this, &QueuePage::showHint);
}

/// Over the list instead of above it: what is read must not jump while somebody types.
void QueuePage::showHint()
{
    if (m_box->complaint().isEmpty())
        return m_hint->hide();
    m_hint->tell(Tone::Danger, Icon::Alert, m_box->complaint());
    placeHint();
    m_hint->raise();
}

void QueuePage::placeHint()
{
    if (m_hint->isHidden())
        return;
    const QPoint top = m_search->mapTo(this, QPoint(0, m_search->height() + space::xs));
    const int wide = m_sortButton->mapTo(this, QPoint(m_sortButton->width(), 0)).x() - top.x();
    const int high = m_hint->hasHeightForWidth() ? m_hint->heightForWidth(wide)
                                                 : m_hint->sizeHint().height();
    m_hint->setGeometry(QStyle::visualRect(layoutDirection(), rect(),
                                           QRect(top, QSize(wide, high))));
}

bool QueuePage::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_table->viewport() && event->type() == QEvent::MouseButtonPress) {
        const auto *press = static_cast<QMouseEvent *>(event);
        const QModelIndex index = m_table->indexAt(press->position().toPoint());
        if (press->button() == Qt::MiddleButton && index.isValid()) {
            Q_EMIT tabWanted(m_model->idAt(index.row()));
            return true; // what is chosen stays chosen
        }
    }
    if (m_above && watched == m_table->viewport() && event->type() == QEvent::Resize)
        QMetaObject::invokeMethod(this, &QueuePage::followLook, Qt::QueuedConnection);
    if (event->type() == QEvent::Resize || event->type() == QEvent::Move)
        placeHint();
    return QWidget::eventFilter(watched, event);
}

void QueuePage::wireViews()
{
    m_scopes->setViews(m_shelf->views());
    connect(m_shelf, &ViewShelf::changed, this, [this] {
        const ScopeModel::Entry before = m_scopes->current();
        m_scopes->setViews(m_shelf->views());
        // One that is chosen may ask for something else now; one that is gone chose another place.
        if (!before.view.isEmpty() && m_scopes->current().samePlace(before)
            && asked().filter != m_model->query().filter)
            ask();
        followLook();
        showHeadline();
    });
    connect(m_shelf, &ViewShelf::counted, this,
            [this] { m_scopes->setViewCounts(m_shelf->views()); });
    connect(m_shelf, &ViewShelf::statusText, this, &QueuePage::statusText);
    connect(m_shelf, &ViewShelf::saved, this, [this](const QString &key) {
        m_search->clear();
        showView(key);
    });
    connect(m_scopes, &ScopePanel::menuWanted, this, &QueuePage::showPlaceMenu);
}

// ---- views -----------------------------------------------------------------------------------

void QueuePage::showView(const QString &key)
{
    m_scopes->chooseView(key);
}

void QueuePage::showQuery(const QString &query)
{
    m_whole = query;
    m_scopes->choose(ListScope::All);
    m_search->setText(query);
    m_chooseFirst = false;
    ask();
}

void QueuePage::saveView()
{
    const ListQuery query = asked();
    const ScopeModel::Entry place = m_scopes->current();
    std::vector<query::Expr> parts = meaningOf(query, place.name);
    if (const QueryView *view = m_shelf->view(place.view))
        parts.push_back(view->expr);
    parts.push_back(m_box->written());
    m_shelf->saveAs(query::allOf(std::move(parts)), look(), m_search->text().simplified());
}

void QueuePage::showPlaceMenu(const ScopeModel::Entry &place, const QPoint &where)
{
    auto *menu = new QMenu(this);
    menu->setObjectName(QStringLiteral("viewMenu"));
    menu->setAttribute(Qt::WA_DeleteOnClose);
    addNewsMenu(*menu, place);
    if (const QueryView *view = m_shelf->view(place.view); view && view->isOwn())
        addViewActions(*menu, view->key);
    menu->popup(where);
}

void QueuePage::addViewActions(QMenu &menu, const QString &key)
{
    const auto add = [&](const char *name, Icon icon, const QString &text, auto &&run) {
        QAction *action = menu.addAction(IconSet::icon(icon), text);
        action->setObjectName(QLatin1String(name));
        connect(action, &QAction::triggered, this, run);
    };
    add("view.rename", Icon::Edit, tr("Rename…"), [this, key] { m_shelf->rename(key); });
    add("view.query", Icon::Filter, tr("Change what it looks for…"),
        [this, key] { m_shelf->editQuery(key); });
    add("view.up", Icon::ChevronUp, tr("Move up"), [this, key] { m_shelf->move(key, -1); });
    add("view.down", Icon::ChevronDown, tr("Move down"), [this, key] { m_shelf->move(key, 1); });
    menu.addSeparator();
    add("view.delete", Icon::Trash, tr("Delete…"), [this, key] { m_shelf->remove(key); });
}

/// How loud what happens here may be.
void QueuePage::addNewsMenu(QMenu &menu, const ScopeModel::Entry &place)
{
    const QueryView *view = m_shelf->view(place.view);
    const bool own = view && view->isOwn();
    const std::optional<NoticeClass> now = own ? view->saved.news : m_looks->newsOf(place);
    QMenu *loud = menu.addMenu(IconSet::icon(Icon::Bell), tr("Notifications of this list"));
    loud->setObjectName(QStringLiteral("newsMenu"));
    loud->setToolTipsVisible(true);
    auto *group = new QActionGroup(loud);
    const auto choices = NewsText::choices();
    for (const std::optional<NoticeClass> &news : choices) {
        QAction *action = loud->addAction(NewsText::of(news));
        action->setObjectName(QStringLiteral("news.")
                              + (news ? nameOf(*news) : QStringLiteral("usual")));
        action->setToolTip(NewsText::meaning(news));
        action->setCheckable(true);
        action->setChecked(news == now);
        group->addAction(action);
        connect(action, &QAction::triggered, this, [this, place, own, news] {
            if (own)
                m_shelf->setNews(place.view, news);
            else
                m_looks->chooseNews(place, news);
        });
        if (!news)
            loud->addSeparator();
    }
    menu.addSeparator();
}

} // namespace vigie
