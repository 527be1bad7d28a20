// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/ops/op.h"
#include "core/service/views.h"

#include <QObject>

class QWidget;

namespace vigie {

class Workspace;

/// Asks in which ticket a request goes on, and says what is to be changed. A question that is
/// answered after another ticket was opened is dropped. GUI thread.
class TicketMerge final : public QObject
{
    Q_OBJECT

public:
    TicketMerge(Workspace &workspace, QWidget *page);

    void setView(const TicketView &view) { m_view = view; }
    /// Asks with the requester's other open tickets at hand.
    void begin();
    /// For several at once: one of them, or another one.
    void begin(const QList<TicketRow> &tickets);

Q_SIGNALS:
    void changeWanted(const vigie::Payload &payload, const QString &what);
    /// The answer to begin() with several.
    void manyWanted(const vigie::Payload &payload, const QString &what);

private:
    void ask(const QList<TicketRow> &suggested);

    Workspace &m_workspace;
    QWidget *m_page;
    TicketView m_view;
};

} // namespace vigie
