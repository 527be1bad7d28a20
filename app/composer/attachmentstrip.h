// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/message.h"

#include <QWidget>

class QImage;

namespace vigie {

class FileChips;
class Label;
class TicketService;

/// The files of a message that is being written: copied into the store at once, so that moving or
/// deleting the original later changes nothing. GUI thread.
class AttachmentStrip final : public QWidget
{
    Q_OBJECT

public:
    AttachmentStrip(TicketService &tickets, QWidget *parent);

    void addFiles(const QStringList &paths);
    void addPicture(const QImage &picture);
    [[nodiscard]] const QList<Attachment> &files() const { return m_files; }
    void setFiles(const QList<Attachment> &files);
    /// Files on their way into the store; sending waits for them.
    [[nodiscard]] int busy() const { return m_busy; }

Q_SIGNALS:
    void changed();

private:
    void import(const QString &path);
    void keep(const Attachment &file);
    void drop(const QString &sha256);
    void refuse(const QString &name, const QString &why);
    void began();
    void ended(quint64 round);
    void rebuild();

    TicketService &m_tickets;
    QList<Attachment> m_files;
    FileChips *m_chips;
    Label *m_note;
    int m_busy = 0;
    quint64 m_round = 0; ///< setFiles() counts it on: late imports of another message are dropped
};

} // namespace vigie
