// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/shotfiles.h"
#include "core/service/views.h"
#include "core/text/richdoc.h"

#include <QHash>
#include <QImage>
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
    /// The files of pictures that the words name.
    [[nodiscard]] QList<ShownFile> picturesNamed() const;
    /// One of them, made small.
    void setPicture(const QString &sha256, const QImage &picture);

Q_SIGNALS:
    void openFile(const vigie::ShownFile &file);
    void linkActivated(const QUrl &url);
    /// "needs you": the outbox page knows what to do.
    void outboxWanted();

private:
    void buildWords();
    void buildEvent();
    void openPicture(const QString &name);
    /// The file that a target of the words means; -1 = none.
    [[nodiscard]] int fileOf(const RichTarget &target) const;
    void showPictures();
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
    QHash<QString, QImage> m_pictures; ///< made small, by SHA-256
};

} // namespace vigie
