// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/composer/attachmentstrip.h"

#include "app/composer/pngencoder.h"
#include "app/text/errortext.h"
#include "app/text/timetext.h"
#include "app/widgets/elidedlabel.h"
#include "app/widgets/flowlayout.h"
#include "app/widgets/iconbutton.h"
#include "app/widgets/iconview.h"
#include "app/widgets/label.h"
#include "core/base/async.h"
#include "core/base/limits.h"
#include "core/service/ticketservice.h"

#include <QDateTime>
#include <QFileInfo>
#include <QFrame>
#include <QHBoxLayout>
#include <QVBoxLayout>

namespace vigie {

namespace {

/// One file with its size and a button to take it off again.
QFrame *makeChip(const Attachment &file, QWidget *parent, const std::function<void()> &remove)
{
    auto *chip = new QFrame(parent);
    chip->setProperty("card", QLatin1String("plain"));
    auto *row = new QHBoxLayout(chip);
    row->setContentsMargins(space::s, 2, 2, 2);
    row->setSpacing(space::xs);
    const bool image = file.mediaType.startsWith(QLatin1String("image/"));
    row->addWidget(new IconView(image ? Icon::Image : Icon::File, 16, chip));
    auto *name = new Label(chip->fontMetrics().elidedText(file.name, Qt::ElideMiddle, 220), chip,
                           TextStyle::Small);
    row->addWidget(name);
    row->addWidget(new Label(TimeText::size(file.size), chip, TextStyle::Caption, LabelRole::Faint));
    auto *close = new IconButton(Icon::Close, AttachmentStrip::tr("Take %1 off").arg(file.name),
                                 chip);
    close->setIconSize({14, 14});
    close->setObjectName(QStringLiteral("removeAttachmentButton"));
    QObject::connect(close, &QToolButton::clicked, chip, remove);
    row->addWidget(close);
    return chip;
}

} // namespace

AttachmentStrip::AttachmentStrip(TicketService &tickets, QWidget *parent)
    : QWidget(parent), m_tickets(tickets), m_chipArea(new QWidget(this)),
      m_note(new Label(this, TextStyle::Small, LabelRole::Danger))
{
    setObjectName(QStringLiteral("attachmentStrip"));
    m_chips = new FlowLayout(m_chipArea, space::s);
    m_note->setWordWrap(true);
    m_note->setObjectName(QStringLiteral("attachmentNote"));
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(space::xs);
    column->addWidget(m_chipArea);
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
    while (QLayoutItem *item = m_chips->takeAt(0)) {
        if (item->widget())
            item->widget()->deleteLater();
        delete item;
    }
    for (const Attachment &file : m_files) {
        QFrame *chip = makeChip(file, m_chipArea, [this, hash = file.sha256] { drop(hash); });
        m_chips->addWidget(chip);
        chip->show();
    }
    if (m_busy > 0) {
        auto *wait = new Label(tr("Copying %n file(s)…", nullptr, m_busy), m_chipArea,
                               TextStyle::Small, LabelRole::Muted);
        m_chips->addWidget(wait);
        wait->show();
    }
    m_chipArea->setVisible(!m_files.isEmpty() || m_busy > 0);
    m_note->setVisible(!m_note->text().isEmpty());
    setVisible(!m_files.isEmpty() || m_busy > 0 || !m_note->text().isEmpty());
    updateGeometry();
}

} // namespace vigie
