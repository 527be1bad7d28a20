// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/requests/requestplace.h"
#include "core/base/ids.h"

#include <QWidget>

class QListView;

namespace vigie {

class Clock;
class Prompt;
class RequestModel;
class RequestView;
class SearchField;
class StateStack;
class Workspace;

/// *My requests*: the list on one side, the chosen one on the other.
/// `workspace`, `prompt` and `clock` must outlive it. GUI thread.
class RequestsPage final : public QWidget
{
    Q_OBJECT

public:
    RequestsPage(Workspace &workspace, Prompt &prompt, const Clock &clock, QWidget *parent);

    /// Shows this request, now or as soon as it is in the list.
    void openRequest(const TicketId &id);
    void openRequest(const TicketId &id, RequestPlace place);
    [[nodiscard]] RequestView *view() const { return m_view; }

public Q_SLOTS:
    void focusSearch();
    void selectNext();
    void selectPrevious();

Q_SIGNALS:
    void reportWanted();
    void outboxWanted();

protected:
    void showEvent(QShowEvent *event) override;

private:
    [[nodiscard]] QWidget *buildList();
    void showState();
    void chooseFirst();
    void select(int row);

    RequestModel *m_model;
    SearchField *m_search = nullptr;
    QListView *m_list = nullptr;
    StateStack *m_stack = nullptr;
    RequestView *m_view;
    TicketId m_wanted; ///< opened before the list knows it
};

} // namespace vigie
