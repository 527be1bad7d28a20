// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/notice.h"

#include <QWidget>

class QLayout;
class QListView;

namespace vigie {

class Button;
class Clock;
class NoticeModel;
class StateStack;
class Workspace;

/// *Notifications*: everything that was shown as a bubble on the desktop, or would have been.
/// `workspace` and `clock` must outlive it. GUI thread.
class NoticesPage final : public QWidget
{
    Q_OBJECT

public:
    NoticesPage(Workspace &workspace, const Clock &clock, QWidget *parent);

Q_SIGNALS:
    /// Click or Enter.
    void opened(const vigie::Notice &notice);

protected:
    void showEvent(QShowEvent *event) override;

private:
    [[nodiscard]] QWidget *buildContent();
    [[nodiscard]] QLayout *buildHead(QWidget *content);
    void showButtons();
    void showState();

    Workspace &m_workspace;
    NoticeModel *m_model;
    QListView *m_list = nullptr;
    Button *m_markOne = nullptr;
    Button *m_markAll = nullptr;
    StateStack *m_stack;
};

} // namespace vigie
