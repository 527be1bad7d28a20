// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/composer/attachmentstrip.h"

#include "app/composer/pngencoder.h"
#include "app/text/errortext.h"
#include "app/text/timetext.h"
#include "app/widgets/filechips.h"
#include "app/widgets/label.h"
#include "core/base/async.h"
#include "core/base/limits.h"
#include "core/service/ticketservice.h"

#include <QDateTime>
#include <QFileInfo>
#include <QVBoxLayout>

namespace vigie {

AttachmentStrip::AttachmentStrip(TicketService &tickets, QWidget *parent)
    : QWidget(parent), m_tickets(tickets), m_chips(new FileChips(true, this)),
      m_note(new Label(this, TextStyle::Small, LabelRole::Danger))
{
    setObjectName(QStringLiteral("attachmentStrip"));
    connect(m_chips, &FileChips::removeRequested, this, &AttachmentStrip::drop);
    m_note->setWordWrap(true);
    m_note->setObjectName(QStringLiteral("attachmentNote"));
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(space::xs);
    column->addWidget(m_chips);
    column->addWidget(m_note);
    rebuild();
}

void AttachmentStrip::addFiles(const QStringList &paths)
{
    m_note->clear();
    for (const QString &path : paths) {
        if (m_files.size() + m_busy >= limits::kAttachmentsPerMessage) {
            refuse(QFileInfo(path).fileName(),
                   tr("a message carries at most %n file(s)", nullptr,
                      limits::kAttachmentsPerMessage));
            return;
        }
        import(path);
    }
}

void AttachmentStrip::began()
{
    ++m_busy;
    rebuild();
}

void AttachmentStrip::ended(quint64 round)
{
    if (round == m_round)
        --m_busy;
    rebuild();
}

void AttachmentStrip::import(const QString &path)
{
    began();
    const quint64 round = m_round;
    whenDone(m_tickets.importFile(path), this,
             [this, path, round](const Result<Attachment> &file) {
                 if (round == m_round) {
                     if (file)
                         keep(*file);
                     else
                         refuse(QFileInfo(path).fileName(),
                                ErrorText::of(file.error()).what);
                 }
                 ended(round);
             });
}

void AttachmentStrip::addPicture(const QImage &picture)
{
    if (m_files.size() + m_busy >= limits::kAttachmentsPerMessage)
        return refuse(tr("The picture"), tr("a message carries at most %n file(s)", nullptr,
                                            limits::kAttachmentsPerMessage));
    m_note->clear();
    began();
    const quint64 round = m_round;
    const QString name = tr("Picture %1.png", "a pasted picture with date and time")
                             .arg(QDateTime::currentDateTime().toString(
                                 QStringLiteral("yyyy-MM-dd hhmmss")));
    whenDone(encodePng(picture), this, [this, name, round](const Result<QByteArray> &bytes) {
        if (!bytes || round != m_round) {
            if (!bytes)
                refuse(name, ErrorText::of(bytes.error()).what);
            return ended(round);
        }
        whenDone(m_tickets.importBytes(*bytes, name, QStringLiteral("image/png")), this,
                 [this, name, round](const Result<Attachment> &file) {
                     if (round == m_round) {
                         if (file)
                             keep(*file);
                         else
                             refuse(name, ErrorText::of(file.error()).what);
                     }
                     ended(round);
                 });
    });
}

void AttachmentStrip::keep(const Attachment &file)
{
    for (const Attachment &known : m_files) {
        if (known.sha256 == file.sha256)
            return; // the same bytes twice say nothing more
    }
    m_files.append(file);
    Q_EMIT changed();
}

void AttachmentStrip::drop(const QString &sha256)
{
    m_files.removeIf([&](const Attachment &file) { return file.sha256 == sha256; });
    m_note->clear();
    rebuild();
    Q_EMIT changed();
}

void AttachmentStrip::refuse(const QString &name, const QString &why)
{
    m_note->setRole(LabelRole::Danger);
    m_note->setText(tr("%1 was not attached: %2").arg(name, why));
    m_note->show();
    show();
}

void AttachmentStrip::setFiles(const QList<Attachment> &files)
{
    ++m_round;
    m_busy = 0;
    m_files = files;
    m_note->clear();
    rebuild();
}

void AttachmentStrip::rebuild()
{
    QList<FileChip> chips;
    for (const Attachment &file : m_files)
        chips.append({file.sha256, file.name, TimeText::size(file.size), false});
    for (int i = 0; i < m_busy; ++i)
        chips.append({QString(), tr("A file"), tr("copying…"), true});
    m_chips->setFiles(chips);
    m_note->setVisible(!m_note->text().isEmpty());
    setVisible(!chips.isEmpty() || !m_note->text().isEmpty());
    updateGeometry();
}

} // namespace vigie
