// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/shotfiles.h"
#include "core/service/views.h"

#include <QWidget>

namespace vigie {

class Button;
class Card;
class FileChips;
class Label;
class ProseView;

/// One message of the thread as its requester sees it: mine on one side, the helpdesk's on the
/// other, events as a quiet line in between. Shows how far a message of mine has come.
class MessageBubble final : public QWidget
{
    Q_OBJECT

public:
    MessageBubble(const MessageView &view, qint64 now, QWidget *parent);

    void setView(const MessageView &view, qint64 now);
    [[nodiscard]] const MessageView &view() const { return m_view; }

Q_SIGNALS:
    void openFile(const vigie::ShownFile &file);
    void linkActivated(const QUrl &url);
    /// "needs you": the outbox page knows what to do.
    void outboxWanted();

private:
    void buildWords();
    void buildEvent();
    void openPicture(const QString &name);
    [[nodiscard]] QString deliveryWords() const;

    MessageView m_view;
    Label *m_event = nullptr;
    Card *m_card = nullptr;
    Label *m_head = nullptr;
    Label *m_crossed = nullptr; ///< what its author had not read yet
    ProseView *m_body = nullptr;
    Label *m_delivery = nullptr;
    Button *m_help = nullptr;
    FileChips *m_files = nullptr;
};

} // namespace vigie
