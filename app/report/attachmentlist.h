// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/message.h"
#include "core/service/ticketservice.h"

#include <QImage>
#include <QObject>

namespace vigie {

/// The files of a report while they are being collected: copies them into the local store one by
/// one, off the GUI thread, and tells about those that cannot be taken.
class AttachmentList final : public QObject
{
    Q_OBJECT

public:
    AttachmentList(TicketService &tickets, QObject *parent);

    /// What is taken already, and the names of what is still being copied.
    [[nodiscard]] const QList<Attachment> &files() const { return m_files; }
    [[nodiscard]] const QStringList &arriving() const { return m_arriving; }
    void setFiles(const QList<Attachment> &files);
    void addPaths(const QStringList &paths);
    void addImage(const QImage &image);
    void remove(const QString &sha256);
    void clear();

Q_SIGNALS:
    void changed();
    /// In words: what could not be attached, and why.
    void refused(const QString &words);

private:
    [[nodiscard]] bool hasRoom();
    void take(const QString &name, const QFuture<Result<Attachment>> &future);
    [[nodiscard]] QString wordsFor(const QString &name, const Error &error) const;

    TicketService &m_tickets;
    QList<Attachment> m_files;
    QStringList m_arriving;
    int m_generation = 0; ///< files that arrive after clear() belong to nobody
};

} // namespace vigie
