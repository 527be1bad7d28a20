// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/report/attachmentlist.h"

#include "app/text/errortext.h"
#include "app/text/timetext.h"
#include "core/base/async.h"
#include "core/base/limits.h"

#include <QBuffer>
#include <QLocale>
#include <QTime>

#include <algorithm>

namespace vigie {

AttachmentList::AttachmentList(TicketService &tickets, QObject *parent) :
    QObject(parent), m_tickets(tickets)
{
}

void AttachmentList::setFiles(const QList<Attachment> &files)
{
    m_files = files;
    Q_EMIT changed();
}

void AttachmentList::addPaths(const QStringList &paths)
{
    for (const QString &path : paths) {
        if (!hasRoom())
            return;
        const QString name = path.section(QLatin1Char('/'), -1);
        take(name, m_tickets.importFile(path));
    }
}

void AttachmentList::addImage(const QImage &image)
{
    if (!hasRoom())
        return;
    QByteArray bytes;
    QBuffer buffer(&bytes);
    const QString name = tr("Screenshot %1.png", "a file name; the time of day, e.g. 14-05-33")
                             .arg(QTime::currentTime().toString(QStringLiteral("HH-mm-ss")));
    if (!buffer.open(QIODevice::WriteOnly) || !image.save(&buffer, "PNG")) {
        Q_EMIT refused(tr("The picture in the clipboard could not be read."));
        return;
    }
    take(name, m_tickets.importBytes(bytes, name, QStringLiteral("image/png")));
}

void AttachmentList::remove(const QString &sha256)
{
    const auto removed = m_files.removeIf(
        [&sha256](const Attachment &file) { return file.sha256 == sha256; });
    if (removed > 0)
        Q_EMIT changed();
}

void AttachmentList::clear()
{
    ++m_generation;
    m_files.clear();
    m_arriving.clear();
    Q_EMIT changed();
}

bool AttachmentList::hasRoom()
{
    if (m_files.size() + m_arriving.size() < limits::kAttachmentsPerMessage)
        return true;
    Q_EMIT refused(tr("A message can carry %Ln file(s). The others were not attached; you can send "
                      "them in a reply.",
                      nullptr, limits::kAttachmentsPerMessage));
    return false;
}

void AttachmentList::take(const QString &name, const QFuture<Result<Attachment>> &future)
{
    m_arriving.append(name);
    Q_EMIT changed();
    whenDone(future, this,
             [this, name, generation = m_generation](const Result<Attachment> &file) {
                 if (generation != m_generation)
                     return;
                 m_arriving.removeOne(name);
                 if (!file) {
                     Q_EMIT refused(wordsFor(name, file.error()));
                 } else if (std::none_of(m_files.cbegin(), m_files.cend(),
                                         [&file](const Attachment &one) {
                                             return one.sha256 == file->sha256;
                                         })) {
                     m_files.append(*file);
                 }
                 Q_EMIT changed();
             });
}

QString AttachmentList::wordsFor(const QString &name, const Error &error) const
{
    if (error.code == ErrorCode::TooLarge) {
        return tr("“%1” is larger than %2 and was not attached. Your text is kept.")
            .arg(name, TimeText::size(limits::kAttachmentBytes));
    }
    if (error.code == ErrorCode::NotFound || error.code == ErrorCode::Invalid)
        return tr("“%1” could not be read and was not attached. Your text is kept.").arg(name);
    return tr("“%1” was not attached. %2", "a file and the reason")
        .arg(name, ErrorText::of(error).paragraph());
}

} // namespace vigie
