// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/queue/queuepage.h"

#include "app/queue/companywatch.h"
#include "app/queue/facetbar.h"
#include "app/queue/lookpanel.h"
#include "app/queue/placelooks.h"
#include "app/queue/querybox.h"
#include "app/queue/scopepanel.h"
#include "app/queue/sorttext.h"
#include "app/queue/ticketdelegate.h"
#include "app/queue/ticketpaint.h"
#include "app/queue/tickettable.h"
#include "app/text/errortext.h"
#include "app/text/queryerrortext.h"
#include "app/text/timetext.h"
#include "app/widgets/banner.h"
#include "app/widgets/busybar.h"
#include "app/widgets/elidedlabel.h"
#include "app/widgets/emptystate.h"
#include "app/widgets/label.h"
#include "app/widgets/searchfield.h"
#include "app/widgets/statestack.h"
#include "core/base/async.h"
#include "core/service/searchservice.h"
#include "core/service/ticketservice.h"
#include "core/service/workspace.h"

#include <QAction>
#include <QActionGroup>
#include <QDateTime>
#include <QHBoxLayout>
#include <QItemSelectionModel>
#include <QLocale>
#include <QMenu>
#include <QScrollBar>
#include <QTimer>
#include <QToolButton>
#include <QVBoxLayout>

namespace vigie {

namespace {

TicketListModel::Source sourceOf(Workspace &workspace)
{
    TicketService &tickets = workspace.tickets();
    SearchService &search = workspace.search();
    return {[&tickets](const ListQuery &query) { return tickets.list(query); },
            [&tickets](const QList<TicketId> &ids) { return tickets.rows(ids); },
            [&tickets](const QString &text, int limit) { return tickets.search(text, limit); },
            [&search](const ListQuery &query) { return search.groups(query); },
            [&presence = workspace.presence()](const TicketId &id) {
                return CompanyWatch::companyOf(presence, id);
            }};
}

/// "As of 09:42, 18 min ago": how old the rows are while the server cannot be reached.
QString asOf(qint64 contact, qint64 now)
{
    const bool today = QDateTime::fromMSecsSinceEpoch(contact).date()
        == QDateTime::fromMSecsSinceEpoch(now).date();
    return today ? QueuePage::tr("As of %1, %2")
                       .arg(TimeText::timeOfDay(contact), TimeText::relative(contact, now))
                 : QueuePage::tr("As of %1").arg(TimeText::relative(contact, now));
}

} // namespace

QueuePage::QueuePage(Workspace &workspace, Prompt &prompt, QWidget *parent)
    : QWidget(parent), m_workspace(workspace),
      m_model(new TicketListModel(sourceOf(workspace), this)),
      m_delegate(new TicketDelegate(this)), m_scopes(new ScopePanel(this)),
      m_search(new SearchField(tr("Search tickets"), this)),
      m_box(new QueryBox(m_search, workspace.tickets())),
      m_shelf(new ViewShelf(workspace, prompt, this)),
      m_title(new ElidedLabel(this, TextStyle::Heading)),
      m_hint(new Banner(this)), m_age(new Label(this, TextStyle::Caption, LabelRole::Faint)),
      m_sortButton(new QToolButton(this)), m_saveButton(new QToolButton(this)), m_stack(new StateStack(this)),
      m_table(new TicketTable(this)), m_minute(new QTimer(this)),
      m_looks(new PlaceLooks(workspace, this)), m_lookPanel(new LookPanel(this)),
      m_lookButton(new QToolButton(this)), m_facets(new FacetBar(this)),
      m_facetPause(new QTimer(this))
{
    setObjectName(QStringLiteral("queuePage"));
    buildCommands();
    buildList();
    wireModel();
    wireOpening();
    wireSearch();
    wireMarks();
    new CompanyWatch(workspace.presence(), m_table, m_model); // the table owns it
    wireViews();
    wireLooks();
    wireFacets();
    wireWorkspace();
    readQueues();
    readCounts();
    ask();
}

// ---- building --------------------------------------------------------------------------------

void QueuePage::buildList()
{
    m_search->setObjectName(QStringLiteral("ticketSearchField"));
    m_search->setAccessibleName(tr("Search tickets"));
    m_search->setDelay(60);
    m_age->setObjectName(QStringLiteral("listAgeLabel"));
    m_title->setObjectName(QStringLiteral("listTitle"));

    buildSorts();
    m_saveButton->setObjectName(QStringLiteral("saveViewButton"));
    m_saveButton->setDefaultAction(m_saveView);
    m_saveButton->setToolButtonStyle(Qt::ToolButtonIconOnly);

    m_table->setObjectName(QStringLiteral("ticketListView"));
    m_table->setAccessibleName(tr("Tickets"));
    m_stack->setContent(m_table);

    auto *top = new QHBoxLayout;
    top->setSpacing(space::xs);
    top->addWidget(m_search, 1);
    top->addWidget(m_saveButton);
    top->addWidget(m_sortButton);
    top->addWidget(m_lookButton);
    auto *titles = new QHBoxLayout;
    titles->addWidget(m_title, 1);
    titles->addWidget(m_age);
    auto *head = new QVBoxLayout;
    head->setContentsMargins(space::m, space::m, space::m, space::s);
    head->setSpacing(space::s);
    head->addLayout(top);
    head->addLayout(titles);
    head->addWidget(m_facets);
    auto *list = new QWidget(this);
    list->setProperty("surface", true);
    list->setAttribute(Qt::WA_StyledBackground);
    list->setMinimumWidth(280);
    auto *listColumn = new QVBoxLayout(list);
    listColumn->setContentsMargins(0, 0, 0, 0);
    listColumn->setSpacing(0);
    listColumn->addLayout(head);
    listColumn->addWidget(m_stack, 1);

    m_hint->setObjectName(QStringLiteral("searchHint"));
    m_hint->setClosable(false);
    m_hint->hide();
    list->installEventFilter(this);

    const int letter = fontMetrics().averageCharWidth();
    const int narrowest = std::max(letter * 26, m_scopes->minimumSizeHint().width());
    m_scopes->setFixedWidth(narrowest);
    auto *all = new QVBoxLayout(this);
    all->setContentsMargins(0, 0, 0, 0);
    all->addWidget(list);
}

void QueuePage::buildSorts()
{
    m_sortButton->setObjectName(QStringLiteral("sortButton"));
    m_sortButton->setPopupMode(QToolButton::InstantPopup);
    m_sortButton->setIcon(IconSet::icon(Icon::Sort, IconColor::Muted));
    m_sortButton->setAccessibleName(tr("Order of the list"));
    m_sortButton->setToolTip(m_sortButton->accessibleName());
    auto *menu = new QMenu(m_sortButton);
    m_sorts = new QActionGroup(menu);
    for (const ListSort sort : {ListSort::UpdatedNewest, ListSort::DueFirst, ListSort::WakesFirst,
                                ListSort::PriorityFirst, ListSort::CreatedNewest,
                                ListSort::NumberNewest}) {
        QAction *action = menu->addAction(SortText::of(sort));
        action->setCheckable(true);
        action->setData(int(sort));
        m_sorts->addAction(action);
        connect(action, &QAction::triggered, this, [this, sort] {
            ViewLook next = look();
            next.sort = sort;
            takeLook(next);
        });
    }
    m_turned = menu->addAction(tr("The other way round"));
    m_turned->setCheckable(true);
    menu->addSeparator();
    menu->addAction(m_openOnly);
    m_sortButton->setMenu(menu);
}

void QueuePage::buildCommands()
{
    const auto add = [this](const char *id, const QString &text, Icon icon,
                            const QList<QKeySequence> &keys, auto &&run) {
        auto *action = new QAction(IconSet::icon(icon), text, this);
        action->setObjectName(QLatin1String(id));
        action->setShortcuts(keys);
        action->setShortcutContext(Qt::WidgetWithChildrenShortcut);
        connect(action, &QAction::triggered, this, run);
        addAction(action);
        m_commands.append(action);
        return action;
    };
    add("queue.next", tr("Next ticket"), Icon::ChevronDown,
        {QKeySequence(Qt::Key_J), QKeySequence(Qt::Key_BracketRight)}, [this] { selectNext(); });
    add("queue.previous", tr("Previous ticket"), Icon::ChevronUp,
        {QKeySequence(Qt::Key_K), QKeySequence(Qt::Key_BracketLeft)}, [this] { selectPrevious(); });
    add("queue.search", tr("Search tickets"), Icon::Search, {QKeySequence(Qt::Key_Slash)},
        [this] { focusSearch(); });
    add("queue.mark", tr("Mark the ticket, or not"), Icon::Check, {QKeySequence(Qt::Key_X)},
        [this] { toggleMark(m_selected); });
    add("queue.markAll", tr("Mark all tickets of the list"), Icon::CheckCircle,
        {QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_A)}, [this] { markLoaded(); });
    add("queue.unmark", tr("Clear the marks"), Icon::Close,
        {QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_X)}, [this] { unmark(); });
    m_openOnly = add("queue.openOnly", tr("Only open tickets"), Icon::Filter, {},
                     [this] { ask(); });
    m_openOnly->setCheckable(true);
    m_openOnly->setChecked(true);
    add("queue.refresh", tr("Read the list again"), Icon::Sync, {QKeySequence(Qt::Key_F5)},
        [this] {
            m_workspace.syncNow();
            readCounts();
            m_model->refresh({}, true);
        });
    m_saveView = add("queue.saveView", tr("Save this search as a view"), Icon::Star,
                     {QKeySequence(Qt::CTRL | Qt::Key_S)}, [this] { saveView(); });
    m_saveView->setIcon(IconSet::icon(Icon::Star, IconColor::Muted));
    add("queue.look", tr("Look of this list"), Icon::List, {QKeySequence(Qt::SHIFT | Qt::Key_V)},
        [this] { openLook(); });
    add("queue.foldAll", tr("Fold all groups"), Icon::ChevronRight, {}, [this] { foldAll(true); });
    add("queue.unfoldAll", tr("Unfold all groups"), Icon::ChevronDown, {},
        [this] { foldAll(false); });
    add("queue.overdue", tr("Show overdue tickets"), Icon::Clock, {},
        [this] { showView(QStringLiteral("overdue")); });
    add("queue.mine", tr("Show my tickets"), Icon::UserCheck, {},
        [this] { showScope(ListScope::Mine); });
    add("queue.unassigned", tr("Show unassigned tickets"), Icon::Inbox, {},
        [this] { showScope(ListScope::Unassigned); });
}

void QueuePage::wireModel()
{
    // Before the view's selection model hears of a change, so that its move of the current row is
    // not mistaken for the person's.
    const auto begin = [this] { m_rowsMoving = true; };
    const auto end = [this] {
        m_rowsMoving = false;
        restoreSelection();
    };
    connect(m_model, &QAbstractItemModel::rowsAboutToBeRemoved, this, begin);
    connect(m_model, &QAbstractItemModel::modelAboutToBeReset, this, begin);
    m_table->setModel(m_model);
    m_table->setItemDelegate(m_delegate);
    connect(m_model, &QAbstractItemModel::rowsRemoved, this, end);
    connect(m_model, &QAbstractItemModel::modelReset, this, end);
    connect(m_model, &TicketListModel::phaseChanged, this, &QueuePage::showPhase);
    connect(m_model, &TicketListModel::queryAnswered, this, [this] {
        m_table->scrollToTop();
        if (const int first = m_model->ticketRow(0, 1); std::exchange(m_chooseFirst, false)
            && m_model->rowOf(m_selected) < 0 && first >= 0)
            choose(m_model->idAt(first));
        restoreSelection();
    });
    connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this,
            [this](const QModelIndex &current) {
                if (!m_rowsMoving && current.isValid())
                    choose(m_model->idAt(current.row()));
            });
    connect(m_table, &QAbstractItemView::activated, this, [this](const QModelIndex &index) {
        if (const TicketId id = m_model->idAt(index.row()); !id.isNull())
            Q_EMIT ticketActivated(id);
    });
    connect(m_scopes, &ScopePanel::chosen, this, [this] {
        m_chooseFirst = true;
        Q_EMIT placeChanged();
        ask();
    });
    connect(m_stack, &StateStack::errorAction, this, [this] {
        const QueryView *view = m_shelf->view(m_scopes->current().view);
        if (view && view->problem)
            m_shelf->editQuery(view->key);
        else
            ask();
    });
    connect(m_stack, &StateStack::emptyAction, this, [this] {
        if (!m_better.isEmpty())
            return takeBetterWords();
        if (!m_search->text().isEmpty())
            m_search->clear();
        else
            showScope(ListScope::All);
        ask();
    });
}

void QueuePage::wireOpening()
{
    connect(m_table, &QAbstractItemView::doubleClicked, this, [this](const QModelIndex &index) {
        Q_EMIT windowWanted(m_model->idAt(index.row()));
    });
    m_table->setContextMenuPolicy(Qt::CustomContextMenu);
    connect(m_table, &QWidget::customContextMenuRequested, this, [this](const QPoint &at) {
        // From the keyboard it comes without a place of its own.
        QModelIndex index = m_table->indexAt(at);
        if (!index.isValid())
            index = m_table->currentIndex();
        if (index.isValid())
            Q_EMIT menuWanted(m_model->idAt(index.row()), m_table->viewport()->mapToGlobal(at));
    });
    m_table->viewport()->installEventFilter(this);
}

void QueuePage::wireWorkspace()
{
    connect(&m_workspace, &Workspace::changed, this,
            [this](const QSet<TicketId> &tickets, bool, bool directory, bool everything) {
                m_model->refresh(tickets, everything);
                readCounts();
                m_shelf->recount();
                if (directory || everything) {
                    readQueues();
                    m_box->forgetNames();
                }
            });
    connect(&m_workspace, &Workspace::meChanged, this, [this] { ask(); });
    connect(&m_workspace, &Workspace::statusChanged, this, &QueuePage::showAge);
    m_minute->setInterval(60'000);
    connect(m_minute, &QTimer::timeout, this, [this] {
        m_delegate->setNow(QDateTime::currentMSecsSinceEpoch());
        m_table->viewport()->update();
        showAge();
        // "Due in less than an hour" is another set of tickets every minute.
        if (!m_model->query().filter.isEverything()
            || m_model->query().grouping == ViewGrouping::DueDay)
            m_model->refresh({}, true);
        m_shelf->recount();
    });
    m_minute->start();
    m_delegate->setNow(QDateTime::currentMSecsSinceEpoch());
    showAge();
}

// ---- reading ---------------------------------------------------------------------------------

ListQuery QueuePage::asked() const
{
    const ScopeModel::Entry place = m_scopes->current();
    const QueryView *view = m_shelf->view(place.view);
    ListQuery query;
    query.scope = place.scope;
    query.queue = place.queue;
    query.level = m_scopes->level();
    const bool whole = !m_whole.isEmpty() && m_search->text() == m_whole;
    query.openOnly = !view && !whole && m_openOnly->isChecked();
    const ViewLook shown = look();
    query.sort = shown.sort;
    query.reversed = shown.reversed;
    query.grouping = shown.grouping;
    query.me = m_workspace.me().id;
    query.text = m_box->plainWords();
    std::vector<query::Expr> parts;
    if (view)
        parts.push_back(view->expr);
    if (query.text.isEmpty())
        parts.push_back(m_box->expr());
    query.filter = query::allOf(std::move(parts));
    return query;
}

void QueuePage::ask()
{
    const QueryView *view = m_shelf->view(m_scopes->current().view);
    m_openOnly->setEnabled(!view); // a view says itself whether it wants closed ones
    const ListQuery query = asked();
    m_searching = !query.text.isEmpty() || !m_box->expr().isEverything();
    const QString sought = m_box->soughtWords();
    m_delegate->setWithExcerpts(!sought.isEmpty());
    m_better.clear();
    m_facets->setVisible(m_searching);
    if (!m_searching)
        m_facets->setFacets({});
    showLook();
    unmark(); // nothing is done to what is not seen any more
    m_model->setQuery(query, sought);
    readUnknownNames();
    showHeadline();
}

void QueuePage::showRowHeight()
{
    m_table->setRowHeights(m_delegate->rowHeight(m_table->font()),
                           ticketpaint::headHeight(m_table->font()));
}

void QueuePage::readCounts()
{
    whenDone(m_workspace.tickets().counts(), this, [this](const Result<ListCounts> &counts) {
        if (!counts)
            return; // the last known numbers are better than none; the list shows its own error
        m_counts = *counts;
        m_scopes->setCounts(m_counts);
        showHeadline();
    });
}

void QueuePage::readQueues()
{
    whenDone(m_workspace.tickets().queues(), this, [this](const Result<QList<Queue>> &queues) {
        if (!queues)
            return;
        const Person &me = m_workspace.me();
        QList<Queue> ours;
        QHash<QueueId, QString> names;
        for (const Queue &queue : *queues) {
            names.insert(queue.id, queue.name);
            if (me.role == Role::Admin || me.queues.contains(queue.id))
                ours.append(queue);
        }
        m_model->setQueueNames(names);
        m_scopes->setQueues(ours);
        m_scopes->setCounts(m_counts);
    });
}

// ---- showing ---------------------------------------------------------------------------------

void QueuePage::showPhase()
{
    showHeadline();
    if (const QueryView *view = m_shelf->view(m_scopes->current().view); view && view->problem) {
        m_stack->showError(tr("This view cannot be read any more"),
                           QueryErrorText::of(*view->problem), tr("Change the view"));
        return;
    }
    if (m_model->phase() == TicketListModel::Phase::Failed) {
        m_stack->showError(tr("The list cannot be read"), ErrorText::of(m_model->error()).paragraph(), tr("Try again"));
        return;
    }
    if (m_model->rowCount() > 0)
        return m_stack->showContent();
    if (m_model->phase() == TicketListModel::Phase::Loading) {
        // Between two letters of a search an empty page need not flicker.
        if (m_stack->shows() != StateStack::Shows::Empty)
            m_stack->showLoading();
        return;
    }
    showEmptiness();
}

void QueuePage::showHeadline()
{
    const ScopeModel::Entry place = m_scopes->current();
    QString text = place.name;
    if (m_searching) {
        const int found = int(m_model->loaded().size());
        text = m_model->canFetchMore({}) ? tr("More than %n found in %1", nullptr, found).arg(place.name)
                                         : tr("%n found in %1", nullptr, found).arg(place.name);
    }
    m_title->setText(text);
}

void QueuePage::showAge()
{
    const SyncStatus &status = m_workspace.status();
    using Phase = SyncStatus::Phase;
    const bool stale = status.phase == Phase::Offline || status.phase == Phase::SignInNeeded
        || status.phase == Phase::Stopped;
    m_age->setVisible(stale && status.lastContact > 0);
    if (m_age->isVisibleTo(this))
        m_age->setText(asOf(status.lastContact, QDateTime::currentMSecsSinceEpoch()));
}

// ---- choosing --------------------------------------------------------------------------------

void QueuePage::choose(const TicketId &id)
{
    if (id.isNull())
        return;
    m_selectedRow = m_model->rowOf(id);
    if (id == m_selected)
        return;
    m_selected = id;
    Q_EMIT ticketSelected(id);
}

void QueuePage::showSelected(const TicketId &id)
{
    m_selected = id;
    m_chooseFirst = false; // somebody chose already; the first answer must not choose again
    restoreSelection();
}

/// Puts the mark back on the chosen ticket after the rows changed. A ticket that left the list
/// stays open at the right; nothing else is opened behind the person's back.
void QueuePage::restoreSelection()
{
    if (m_table->currentIndex().data(TicketListModel::HeadRole).isValid())
        return; // the keyboard is on a group, not on a ticket
    const int row = m_model->rowOf(m_selected);
    m_rowsMoving = true;
    if (row >= 0) {
        m_selectedRow = row;
        m_table->selectionModel()->setCurrentIndex(
            m_model->index(row),
            QItemSelectionModel::ClearAndSelect | QItemSelectionModel::Rows);
    } else {
        m_table->selectionModel()->clear();
    }
    m_rowsMoving = false;
}

void QueuePage::step(int by)
{
    const int rows = m_model->rowCount();
    if (rows == 0)
        return;
    const int at = m_model->rowOf(m_selected);
    int next = at + by;
    if (at < 0) // the chosen one left: its place is now the next one's
        next = by > 0 ? std::max(0, m_selectedRow) : m_selectedRow - 1;
    next = m_model->ticketRow(next, by);
    if (next < 0) {
        Q_EMIT statusText(by > 0 ? tr("This is the last ticket of the list.")
                                 : tr("This is the first ticket of the list."));
        return;
    }
    m_table->setCurrentIndex(m_model->index(next));
    m_table->scrollTo(m_model->index(next));
    if (next > rows - TicketListModel::kPage / 2 && m_model->canFetchMore({}))
        m_model->fetchMore({});
}

void QueuePage::selectNext()
{
    step(1);
}

void QueuePage::selectPrevious()
{
    step(-1);
}

void QueuePage::focusSearch()
{
    m_search->setFocus(Qt::ShortcutFocusReason);
    m_search->selectAll();
}

void QueuePage::focusList()
{
    m_table->setFocus(Qt::ShortcutFocusReason);
    if (!m_table->currentIndex().isValid() && m_model->rowCount() > 0)
        m_table->setCurrentIndex(m_model->index(std::max(0, m_model->ticketRow(0, 1))));
}

QWidget *QueuePage::places() const
{
    return m_scopes;
}

QString QueuePage::placeKey() const
{
    const ScopeModel::Entry place = m_scopes->current();
    if (!place.view.isEmpty())
        return QStringLiteral("view/") + place.view;
    switch (place.scope) {
    case ListScope::Mine: return QStringLiteral("mine");
    case ListScope::Unassigned: return QStringLiteral("unassigned");
    case ListScope::Waiting: return QStringLiteral("waiting");
    case ListScope::Queue: return QStringLiteral("queue/") + place.queue.text();
    case ListScope::MyRequests: return QStringLiteral("requests");
    case ListScope::All: break;
    }
    return QStringLiteral("all");
}

void QueuePage::showScope(ListScope scope, const QueueId &queue)
{
    m_scopes->choose(scope, queue);
}

} // namespace vigie
