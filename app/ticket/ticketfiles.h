// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"
#include "core/base/ids.h"
#include "core/model/message.h"

#include <QObject>

class QWidget;

namespace vigie {

class Prompt;
class Workspace;

/// What can be done with the files of a conversation: looking at pictures, saving all others.
/// Files are never handed to other programs. GUI thread.
class TicketFiles final : public QObject
{
    Q_OBJECT

public:
    TicketFiles(Workspace &workspace, Prompt &prompt, QWidget *page);

    /// A picture is shown, anything else is offered for saving.
    void open(const Attachment &file, const TicketId &ticket);
    void save(const Attachment &file, const TicketId &ticket);

Q_SIGNALS:
    void failed(const vigie::Error &error);
    void statusText(const QString &text);

private:
    Workspace &m_workspace;
    Prompt &m_prompt;
    QWidget *m_page;
};

} // namespace vigie
