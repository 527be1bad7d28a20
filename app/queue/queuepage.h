// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/queue/scopemodel.h"
#include "app/queue/ticketlistmodel.h"
#include "core/sync/syncstatus.h"

#include <QWidget>

class QAction;
class QActionGroup;
class QMenu;
class QTimer;
class QToolButton;

namespace vigie {

class Banner;
class ElidedLabel;
class FacetBar;
class Label;
class LookPanel;
class PlaceLooks;
class Prompt;
class QueryBox;
class ScopePanel;
class SearchField;
class StateStack;
class TicketDelegate;
class TicketTable;
class ViewShelf;
class Workspace;

/// The agents' list: where to look, what is there, which one next. Says which ticket is chosen;
/// showing it is another page's work. GUI thread; `workspace` and `prompt` must outlive it.
class QueuePage final : public QWidget
{
    Q_OBJECT

public:
    QueuePage(Workspace &workspace, Prompt &prompt, QWidget *parent);

    /// Every action of the page; objectName is the command's id, text and shortcuts are set.
    [[nodiscard]] QList<QAction *> commands() const { return m_commands; }
    [[nodiscard]] TicketId selected() const { return m_selected; }
    /// The column of places to look at. It stands where whoever arranges the page puts it.
    [[nodiscard]] QWidget *places() const;
    /// The place that is shown, as a stable name for what is remembered of it.
    [[nodiscard]] QString placeKey() const;
    /// Marks a ticket in the list when it is there; says nothing to anybody.
    void showSelected(const TicketId &id);
    void showScope(ListScope scope, const QueueId &queue = {});
    /// A view of ViewShelf, by its key.
    void showView(const QString &key);
    /// Everything that a query finds in all tickets, also closed ones; stays until the search
    /// changes. Chooses nothing.
    void showQuery(const QString &query);
    /// The list stands above the conversation, wide and low: one line for each ticket.
    void setAbove(bool above);

public Q_SLOTS:
    void selectNext();
    void selectPrevious();
    void focusSearch();
    void focusList();
    /// Everything that the list holds, also what is not loaded; at most kBulkTickets.
    void markWholeList();
    void unmark();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

Q_SIGNALS:
    /// The person chose another ticket (or, at the start, the first one was chosen for them).
    void ticketSelected(const vigie::TicketId &id);
    /// Enter or double click: the person wants to work on it.
    void ticketActivated(const vigie::TicketId &id);
    void statusText(const QString &text);
    void placeChanged();
    /// A row is to be opened beside the others (middle click), or for itself (double click).
    void tabWanted(const vigie::TicketId &id);
    void windowWanted(const vigie::TicketId &id);
    /// What can be done with a row, at this place of the screen.
    void menuWanted(const vigie::TicketId &id, const QPoint &where);
    /// Other tickets are marked; `whole` = how many the list holds, when not all of it is marked.
    void marked(const QList<vigie::TicketId> &tickets, int whole);

private:
    void buildList();
    void buildSorts();
    void buildCommands();
    void wireSearch();
    void wireViews();
    void wireModel();
    void wireOpening();
    void wireWorkspace();
    void ask();
    [[nodiscard]] ListQuery asked() const;
    void wireLooks();
    [[nodiscard]] ViewLook look() const;
    [[nodiscard]] ViewLook shownLook() const;
    void takeLook(const ViewLook &look);
    void followLook();
    void showLook();
    void showSort();
    void openLook();
    void showHeaderMenu(const QPoint &where);
    void fold(const QModelIndex &head, bool folded);
    void foldAll(bool folded);
    void saveView();
    void showPlaceMenu(const ScopeModel::Entry &place, const QPoint &where);
    void addViewActions(QMenu &menu, const QString &key);
    void addNewsMenu(QMenu &menu, const ScopeModel::Entry &place);
    void readUnknownNames();
    void wireFacets();
    void readFacets();
    void readBetterWords();
    void takeBetterWords();
    void wireMarks();
    void toggleMark(const TicketId &id);
    void markUpTo(const TicketId &id);
    void markLoaded();
    void setMarks(const QList<TicketId> &ids);
    void readCounts();
    void readQueues();
    void showPhase();
    void showEmptiness();
    void showHeadline();
    void showHint();
    void placeHint();
    void showAge();
    void showRowHeight();
    void step(int by);
    void choose(const TicketId &id);
    void restoreSelection();

    Workspace &m_workspace;
    TicketListModel *m_model;
    TicketDelegate *m_delegate;
    ScopePanel *m_scopes;
    SearchField *m_search;
    QueryBox *m_box;
    ViewShelf *m_shelf;
    ElidedLabel *m_title;
    Banner *m_hint; ///< what is wrong with the search, over the top of the list
    Label *m_age;
    QToolButton *m_sortButton;
    QToolButton *m_saveButton;
    QActionGroup *m_sorts = nullptr;
    QAction *m_openOnly = nullptr;
    StateStack *m_stack;
    TicketTable *m_table;
    QTimer *m_minute;
    QList<QAction *> m_commands;
    ListCounts m_counts;
    QAction *m_saveView = nullptr;
    PlaceLooks *m_looks;
    LookPanel *m_lookPanel;
    QToolButton *m_lookButton;
    QAction *m_turned = nullptr; ///< the order the other way round
    ViewLook m_shown;            ///< what the table looks like now
    QHash<QString, QSet<QString>> m_folds; ///< by place: groups whose tickets are hidden, today
    QString m_unknown; ///< a name in the search that stands for nobody here, in words
    QString m_whole; ///< a query that also finds closed tickets, whatever is chosen in the menu
    bool m_searching = false;
    bool m_above = false;
    FacetBar *m_facets;
    QTimer *m_facetPause;  ///< counting waits until the typing pauses
    QString m_better;      ///< what was probably meant by a search that found nothing
    QList<TicketId> m_marks; ///< in the order in which they were marked
    TicketId m_anchor;       ///< where a range begins
    TicketId m_selected;
    int m_selectedRow = -1;     ///< where it was last seen; the place to go on from when it left
    bool m_rowsMoving = false;  ///< the model changes: current-row signals are not the person's
    bool m_chooseFirst = true;  ///< open the first row of the next answer
};

} // namespace vigie
