// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"
#include "core/base/ids.h"
#include "core/image/annotationdocument.h"
#include "core/model/shotfiles.h"

#include <QObject>

#include <functional>
#include <memory>

class QWidget;

namespace vigie {

class EditorHabits;
class OcrEngine;
class Prompt;
class Workspace;
struct OpenedShot;

/// What can be done with the files of a conversation: looking at pictures, switching the layers of
/// screenshots, drawing on them, saving all others. Files are never handed to other programs.
/// `page` owns the windows. GUI thread.
class TicketFiles final : public QObject
{
    Q_OBJECT

public:
    TicketFiles(Workspace &workspace, Prompt &prompt, QWidget *page);

    /// How the editors behave; must outlive this.
    void setHabits(EditorHabits *habits) { m_habits = habits; }
    /// Reads the text of pictures for copying; null = not offered.
    void setReader(const std::shared_ptr<OcrEngine> &reader);
    /// A picture is shown, anything else is offered for saving. `mayWrite`: the person can answer,
    /// so they may draw on a picture for their answer.
    void open(const ShownFile &file, const TicketId &ticket, bool mayWrite);
    void save(const Attachment &file, const TicketId &ticket);

Q_SIGNALS:
    void failed(const vigie::Error &error);
    void statusText(const QString &text);
    void saved(const QString &name);
    /// Somebody's picture with my marks, kept on this computer and ready for the answer to this
    /// ticket.
    void markedUp(const vigie::ShownFile &file, const vigie::TicketId &ticket);

private:
    void show(const ShownFile &file, const TicketId &ticket, const OpenedShot &shot, bool mayWrite,
              const QList<ShownFile> &others);
    /// The other pictures of the conversation, those that can be shown without asking a server
    /// included.
    void findOthers(const ShownFile &file, const TicketId &ticket,
                    const std::function<void(const QList<ShownFile> &)> &then);
    void compareBare(const QString &name, const OpenedShot &shot);
    void compare(const ShownFile &file, const ShownFile &other, const TicketId &ticket);
    void markUp(const ShownFile &file, const TicketId &ticket, const OpenedShot &shot);
    void attachMarks(const ShownFile &file, const TicketId &ticket, const OpenedShot &shot,
                     const AnnotationDocument &document);

    Workspace &m_workspace;
    Prompt &m_prompt;
    QWidget *m_page;
    EditorHabits *m_habits = nullptr;
    std::shared_ptr<OcrEngine> m_reader;
};

} // namespace vigie
