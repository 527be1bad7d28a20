// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/composer/attachmentstrip.h"

#include "app/text/errortext.h"
#include "app/text/timetext.h"
#include "app/widgets/filechips.h"
#include "app/widgets/label.h"
#include "core/base/async.h"
#include "core/service/ticketservice.h"

#include <QDateTime>
#include <QFileInfo>
#include <QVBoxLayout>

#include <algorithm>
#include <utility>

namespace vigie {

AttachmentStrip::AttachmentStrip(TicketService &tickets, QWidget *parent)
    : QWidget(parent), m_tickets(tickets), m_most(limits::kAttachmentsPerMessage),
      m_chips(new FileChips(true, this)),
      m_note(new Label(this, TextStyle::Small, LabelRole::Danger))
{
    setObjectName(QStringLiteral("attachmentStrip"));
    connect(m_chips, &FileChips::removeRequested, this, &AttachmentStrip::drop);
    m_chips->setObjectName(QStringLiteral("attachmentChips"));
    m_note->wrapped()->setObjectName(QStringLiteral("attachmentNote"));
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(space::xs);
    column->addWidget(m_chips);
    column->addWidget(m_note);
    rebuild();
}

QString AttachmentStrip::trouble() const
{
    return m_note->text();
}

void AttachmentStrip::addFiles(const QStringList &paths)
{
    m_note->clear();
    for (const QString &path : paths) {
        const QString name = QFileInfo(path).fileName();
        if (!hasRoomFor(name))
            return;
        follow(name, m_tickets.importFile(path));
    }
}

void AttachmentStrip::addPicture(const QImage &picture)
{
    const QString name = tr("Picture %1.png", "a pasted picture with date and time")
                             .arg(QDateTime::currentDateTime().toString(
                                 QStringLiteral("yyyy-MM-dd hhmmss")));
    m_note->clear();
    if (!hasRoomFor(name))
        return;
    follow(name, m_tickets.importPicture(picture, name));
}

bool AttachmentStrip::hasRoomFor(const QString &name)
{
    if (m_files.size() + m_arriving.size() < m_most)
        return true;
    refuse(ErrorText::tooManyFiles(name).paragraph());
    return false;
}

void AttachmentStrip::follow(const QString &name, const QFuture<Result<Attachment>> &copying)
{
    const Coming coming{++m_lastPlace, m_round, name, m_message};
    m_arriving.append(coming);
    rebuild();
    Q_EMIT changed();
    whenDone(copying, this,
             [this, coming](const Result<Attachment> &file) { end(coming, file); });
}

void AttachmentStrip::end(const Coming &coming, const Result<Attachment> &file)
{
    if (coming.round != m_round) {
        if (file && !coming.message.isEmpty())
            Q_EMIT cameLate(*file, coming.message);
        return;
    }
    m_arriving.removeIf([&](const Coming &one) { return one.place == coming.place; });
    if (file)
        keep(*file, coming.place);
    else
        refuse(ErrorText::ofFile(file.error(), coming.name).paragraph());
    rebuild();
    Q_EMIT changed();
}

void AttachmentStrip::keep(const Attachment &file, qint64 place)
{
    if (m_places.contains(file.sha256))
        return; // the same bytes twice say nothing more
    const auto later = std::find_if(m_files.cbegin(), m_files.cend(), [&](const Attachment &one) {
        return m_places.value(one.sha256) > place;
    });
    m_files.insert(later - m_files.cbegin(), file);
    m_places.insert(file.sha256, place);
}

void AttachmentStrip::addShot(const ShownFile &shot)
{
    m_note->clear();
    const QList<Attachment> all = withShot(m_files, shot);
    if (all.size() + m_arriving.size() > m_most) {
        refuse(ErrorText::tooManyFiles(shot.flat.name).paragraph());
    } else {
        const qsizetype before = all.size() - shot.files().size();
        const QHash<QString, qint64> places = std::exchange(m_places, {});
        m_files.clear();
        for (qsizetype i = 0; i < all.size(); ++i)
            keep(all[i], i < before ? places.value(all[i].sha256) : ++m_lastPlace);
    }
    rebuild();
    Q_EMIT changed();
}

void AttachmentStrip::addStored(const Attachment &file)
{
    if (hasRoomFor(file.name))
        keep(file, ++m_lastPlace);
    rebuild();
    Q_EMIT changed();
}

void AttachmentStrip::forget(const ShownFile &file)
{
    const QList<Attachment> gone = file.files();
    for (const Attachment &one : gone) {
        m_files.removeIf([&](const Attachment &kept) { return kept.sha256 == one.sha256; });
        m_places.remove(one.sha256);
    }
}

void AttachmentStrip::drop(const QString &flat)
{
    for (const ShownFile &file : foldShots(m_files)) {
        if (file.flat.sha256 == flat)
            forget(file);
    }
    m_note->clear();
    rebuild();
    Q_EMIT changed();
}

/// Several files may be refused at once; each says why.
void AttachmentStrip::refuse(const QString &words)
{
    m_note->setText(m_note->text().isEmpty() ? words : m_note->text() + u'\n' + words);
    rebuild();
}

void AttachmentStrip::setFiles(const QList<Attachment> &files, const QString &message)
{
    ++m_round;
    m_message = message;
    m_arriving.clear();
    m_places.clear();
    m_files = files;
    for (const Attachment &file : files)
        m_places.insert(file.sha256, ++m_lastPlace);
    m_note->clear();
    rebuild();
}

void AttachmentStrip::putInFront(const QList<Attachment> &files)
{
    const QList<ShownFile> given = foldShots(std::exchange(m_files, {}));
    const QHash<QString, qint64> places = std::exchange(m_places, {});
    QList<Attachment> all = files;
    for (const ShownFile &one : given) {
        if (all.size() + m_arriving.size() + one.files().size() > m_most)
            refuse(ErrorText::tooManyFiles(one.flat.name).paragraph());
        else
            all = one.isShot() ? withShot(all, one) : all + one.files();
    }
    m_firstPlace -= all.size();
    for (qsizetype i = 0; i < all.size(); ++i)
        keep(all[i], places.value(all[i].sha256, m_firstPlace + i));
    rebuild();
}

void AttachmentStrip::rebuild()
{
    QList<FileChip> chips;
    for (const ShownFile &file : foldShots(m_files))
        chips.append({file.flat.sha256, file.flat.name, TimeText::size(file.size()), false});
    for (const Coming &coming : std::as_const(m_arriving))
        chips.append({QString(), coming.name, tr("copying…"), true});
    m_chips->setFiles(chips);
    m_note->setVisible(!m_note->text().isEmpty());
    setVisible(!chips.isEmpty() || !m_note->text().isEmpty());
    updateGeometry();
}

} // namespace vigie
