// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"
#include "core/base/ids.h"
#include "core/image/annotationdocument.h"
#include "core/model/shotfiles.h"
#include "core/text/sensitivetext.h"

#include <QImage>
#include <QObject>

#include <memory>

class QWidget;

namespace vigie {

class EditorHabits;
class OcrEngine;
class Prompt;
class Workspace;

/// A picture of the screen on its way into an answer: kept, drawn on in the editor, burned, and
/// only then handed over. The original goes away with the editor. `page` owns the editors;
/// `workspace` and `prompt` must outlive it. GUI thread.
class ReplyShot final : public QObject
{
    Q_OBJECT

public:
    ReplyShot(Workspace &workspace, Prompt &prompt, QWidget *page);

    /// Reads pictures in the editor to find private places; null = not looked for.
    void setReader(const std::shared_ptr<OcrEngine> &reader);
    /// How the editor behaves; null = the usual way. Must outlive it.
    void setHabits(EditorHabits *habits) { m_habits = habits; }
    /// Opens the editor on it. `dpr` as in AnnotationDocument.
    void begin(const QImage &picture, qreal dpr, const TicketId &ticket);

Q_SIGNALS:
    /// Burned and kept on this computer, for the answer to this ticket.
    void ready(const vigie::ShownFile &shot, const vigie::TicketId &ticket);
    void failed(const vigie::Error &error);

private:
    void edit(const QImage &picture, const AnnotationDocument &document, const TicketId &ticket);
    void publish(const AnnotationDocument &document, const TicketId &ticket);

    Workspace &m_workspace;
    Prompt &m_prompt;
    QWidget *m_page;
    std::shared_ptr<OcrEngine> m_reader;
    EditorHabits *m_habits = nullptr;
};

} // namespace vigie
