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
    /// A screenshot that is in the store already; see withShot().
    void addShot(const ShownFile &shot);
    /// A file that is in the store already.
    void addStored(const Attachment &file);
    [[nodiscard]] const QList<Attachment> &files() const { return m_files; }
    /// Another message's files. `message` names it: a file that arrives after it was put away is
    /// told with that name (cameLate), or dropped when it has none.
    void setFiles(const QList<Attachment> &files, const QString &message = {});
    /// Files that this message had before, in front of those that were given meanwhile and those
    /// that are on their way.
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
    /// A file is in the store, but its message was put away before.
    void cameLate(const vigie::Attachment &file, const QString &message);

private:
    /// A file on its way; they arrive in any order and are kept in the chosen one.
    struct Coming {
        qint64 place = 0;
        quint64 round = 0;
        QString name;
        QString message;
    };

    [[nodiscard]] bool hasRoomFor(const QString &name);
    void follow(const QString &name, const QFuture<Result<Attachment>> &copying);
    void end(const Coming &coming, const Result<Attachment> &file);
    void keep(const Attachment &file, qint64 place);
    void drop(const QString &flat);
    void forget(const ShownFile &file);
    void refuse(const QString &words);
    void rebuild();

    TicketService &m_tickets;
    QList<Attachment> m_files;
    QString m_message;
    QHash<QString, qint64> m_places; ///< by SHA-256
    QList<Coming> m_arriving;
    qint64 m_firstPlace = 0; ///< below: room for putInFront()
    qint64 m_lastPlace = 0;
    int m_most;
    FileChips *m_chips;
    Label *m_note;
    quint64 m_round = 0; ///< setFiles() counts it on, so that late copies are known
};

} // namespace vigie
