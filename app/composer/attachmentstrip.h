// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/limits.h"
#include "core/base/result.h"
#include "core/model/shotfiles.h"

#include <QFuture>
#include <QHash>
#include <QWidget>

class QImage;

namespace vigie {

class FileChips;
class Label;
class TicketService;

/// The files of a message or report that is being written: copied into the store at once, so that
/// moving or deleting the original later changes nothing. What cannot be taken is told beside the
/// files. GUI thread.
class AttachmentStrip final : public QWidget
{
    Q_OBJECT

public:
    AttachmentStrip(TicketService &tickets, QWidget *parent);

    void addFiles(const QStringList &paths);
    void addPicture(const QImage &picture);
    /// A screenshot that is in the store already. The same picture marked up again takes the place
    /// of the earlier one; another picture of its name gets another name.
    void addShot(const ShownFile &shot);
    [[nodiscard]] const QList<Attachment> &files() const { return m_files; }
    void setFiles(const QList<Attachment> &files);
    /// Files that were kept earlier, before those that are here and those that are on their way.
    void putInFront(const QList<Attachment> &files);
    /// No more than this, at most limits::kAttachmentsPerMessage.
    void setMost(int most) { m_most = most; }
    /// Files are on their way into the store; sending waits for them.
    [[nodiscard]] bool isBusy() const { return !m_arriving.isEmpty(); }
    /// Why a file was not taken; empty when all were.
    [[nodiscard]] QString trouble() const;

Q_SIGNALS:
    /// Other files, or other files on their way.
    void changed();

private:
    /// A file on its way; they arrive in any order and are kept in the chosen one.
    struct Coming {
        quint64 place = 0;
        QString name;
    };

    [[nodiscard]] bool hasRoomFor(const QString &name);
    [[nodiscard]] Coming begin(const QString &name);
    void end(quint64 round, const Coming &coming, const Result<Attachment> &file);
    void follow(const Coming &coming, const QFuture<Result<Attachment>> &copying);
    void keep(const Attachment &file, quint64 place);
    void drop(const QString &flat);
    void forget(const ShownFile &file);
    void refuse(const QString &words);
    void rebuild();

    TicketService &m_tickets;
    QList<Attachment> m_files;
    QHash<QString, quint64> m_places; ///< by SHA-256
    QList<Coming> m_arriving;
    quint64 m_lastPlace = limits::kAttachmentsPerMessage; ///< room in front for putInFront()
    int m_most;
    FileChips *m_chips;
    Label *m_note;
    quint64 m_round = 0; ///< setFiles() counts it on: late copies for another message are dropped
};

} // namespace vigie
