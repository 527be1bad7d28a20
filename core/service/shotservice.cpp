// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/service/shotservice.h"

#include "core/base/limits.h"
#include "core/base/worker.h"
#include "core/image/annotationcodec.h"
#include "core/image/barepng.h"
#include "core/image/imagegate.h"
#include "core/image/publishedshot.h"
#include "core/service/chain.h"
#include "core/service/ticketservice.h"
#include "core/service/workspacethreads.h"

#include <QCryptographicHash>
#include <QFile>
#include <QFileInfo>
#include <QHash>
#include <QSaveFile>

#include <mutex>

namespace vigie {

/// Who needs an original in this session, besides the drafts: a picture that was just taken is in
/// no draft yet. Thread-safe.
class ShotService::Ledger
{
public:
    void hold(const QString &sha256)
    {
        const std::scoped_lock lock(m_mutex);
        ++m_holders[sha256];
    }
    /// One holder less; `last()` runs, while nobody else can take hold, when none is left.
    template<class Fn>
    Done release(const QString &sha256, Fn last)
    {
        const std::scoped_lock lock(m_mutex);
        const auto found = m_holders.find(sha256);
        if (found != m_holders.end() && --found.value() > 0)
            return {};
        m_holders.remove(sha256);
        return last();
    }

private:
    std::mutex m_mutex;
    QHash<QString, int> m_holders;
};

namespace {

QString hashOf(const QByteArray &bytes)
{
    return QString::fromLatin1(
        QCryptographicHash::hash(bytes, QCryptographicHash::Sha256).toHex());
}

Result<QByteArray> readShotFile(const QString &path)
{
    const QFileInfo info(path);
    if (!info.exists())
        return fail(ErrorCode::NotFound, QStringLiteral("no such file"));
    // Pipes and devices would never end.
    if (!info.isFile())
        return fail(ErrorCode::Invalid, QStringLiteral("not a regular file"));
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return fail(ErrorCode::Forbidden, file.errorString());
    const QByteArray bytes = file.read(limits::kAttachmentBytes + 1);
    if (bytes.size() > limits::kAttachmentBytes)
        return fail(ErrorCode::TooLarge, QStringLiteral("the file is too large"));
    return bytes;
}

Result<QImage> readOriginal(const store::BlobStore &originals, const QString &sha256)
{
    VIGIE_TRY_ASSIGN(bytes, originals.readAll(sha256));
    return readPicture(bytes);
}

/// Puts the files of a shot into the store of what is sent.
Result<ShownFile> keepShot(const store::BlobStore &blobs, const PublishedShot &shot,
                           const QString &stem)
{
    const QString png = QStringLiteral("image/png");
    ShownFile kept;
    VIGIE_TRY_ASSIGN(flat, blobs.importBytes(shot.picture(), shotFlatName(stem), png));
    kept.flat = flat;
    if (!shot.flat.isEmpty()) {
        VIGIE_TRY_ASSIGN(base, blobs.importBytes(shot.burned, shotBaseName(stem), png));
        kept.base = base;
    }
    if (!shot.sidecar.isEmpty()) {
        VIGIE_TRY_ASSIGN(sidecar, blobs.importBytes(shot.sidecar, shotSidecarName(stem),
                                                    annotationMediaType()));
        kept.sidecar = sidecar;
    }
    return kept;
}

/// One after the other: two large screens at once would not fit into a small machine.
Result<PublishedShots> publishAll(const store::BlobStore &originals, const store::BlobStore &blobs,
                                  const QList<AnnotationDocument> &shots, const QString &name)
{
    PublishedShots all;
    for (const AnnotationDocument &document : shots) {
        VIGIE_TRY_ASSIGN(picture, readOriginal(originals, document.sha256));
        VIGIE_TRY_ASSIGN(shot, publish(picture, document));
        VIGIE_TRY_ASSIGN(kept, keepShot(blobs, shot, name.arg(all.words.size() + 1)));
        all.files.append(kept.files());
        // Of what leaves, so that a step that was cut off does not come along in words.
        all.words.append(shotWords(shot.document));
    }
    return all;
}

Result<QByteArray> exportBytes(const QImage &picture, const AnnotationDocument &document,
                               const QString &path)
{
    if (path.endsWith(QLatin1String(".pdf"), Qt::CaseInsensitive))
        return shotPdf(picture, document);
    VIGIE_TRY_ASSIGN(shot, publish(picture, document));
    return shot.picture();
}

Result<bool> exportShot(const QImage &picture, const AnnotationDocument &document,
                        const QString &path)
{
    VIGIE_TRY_ASSIGN(bytes, exportBytes(picture, document, path));
    // Never in place: a shorter file over a longer one would leave the old one's end readable.
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly))
        return fail(ErrorCode::StoreReadOnly, file.errorString());
    if (file.write(bytes) != bytes.size() || !file.commit())
        return fail(ErrorCode::StoreFull, file.errorString());
    return true;
}

/// A photograph of another format becomes a picture of ours first.
Result<PublishedShot> publishedOver(const QByteArray &bytes, const AnnotationDocument &document)
{
    if (bytes.startsWith("\x89PNG"))
        return publishOver(bytes, document);
    VIGIE_TRY_ASSIGN(picture, readPicture(bytes));
    return publish(picture, document);
}

/// Not read when the layers cannot be trusted to lie where their author put them.
Result<OpenedShot> readLayered(const QByteArray &png, const QString &sha256,
                               const QByteArray &sidecar)
{
    OpenedShot shot;
    const Result<AnnotationDocument> document = annotationDocumentFrom(sidecar);
    if (!document || document->sha256 != sha256 || !document->crop.isNull())
        return shot;
    const Result<QImage> picture = readPicture(png);
    if (!picture || picture->size() != document->size)
        return shot;
    shot.picture = *picture;
    shot.png = png;
    shot.document = *document;
    shot.layersRead = true;
    return shot;
}

} // namespace

ShotService::ShotService(WorkspaceThreads &threads, TicketService &tickets, QObject *parent)
    : QObject(parent), m_threads(threads), m_tickets(tickets), m_ledger(std::make_shared<Ledger>())
{
}

ShotService::~ShotService() = default;

// ---- drafts ----------------------------------------------------------------------------------

QFuture<Result<AnnotationDocument>> ShotService::import(const QImage &picture, qreal dpr)
{
    return onWorker([keep = keeper(), picture, dpr]() -> Result<AnnotationDocument> {
        VIGIE_TRY(admitPicture(picture));
        VIGIE_TRY_ASSIGN(png, barePng(picture));
        return keep(png, picture.size(), dpr);
    });
}

QFuture<Result<AnnotationDocument>> ShotService::importBytes(const QByteArray &bytes)
{
    return onWorker([keep = keeper(), bytes]() -> Result<AnnotationDocument> {
        VIGIE_TRY_ASSIGN(picture, readPicture(bytes));
        return keep(bytes, picture.size(), 1);
    });
}

QFuture<Result<AnnotationDocument>> ShotService::importFile(const QString &path)
{
    return onWorker([keep = keeper(), path]() -> Result<AnnotationDocument> {
        VIGIE_TRY_ASSIGN(bytes, readShotFile(path));
        VIGIE_TRY_ASSIGN(picture, readPicture(bytes));
        return keep(bytes, picture.size(), 1);
    });
}

/// A function for another thread that keeps an admitted picture's bytes.
ShotService::Keeper ShotService::keeper() const
{
    const Person me = m_threads.me();
    return [originals = m_threads.originals(), ledger = m_ledger,
            me](const QByteArray &bytes, const QSize &size,
                qreal dpr) -> Result<AnnotationDocument> {
        AnnotationDocument document;
        document.sha256 = hashOf(bytes);
        document.size = size;
        document.dpr = dpr;
        document.layers = {{reporterLayer(), me.id.text(), me.name}};
        ledger->hold(document.sha256);
        if (const Done kept = originals.put(document.sha256, bytes); !kept) {
            VIGIE_TRY(ledger->release(document.sha256, [] { return Done(); }));
            return fail(kept.error());
        }
        return document;
    };
}

QFuture<Result<QImage>> ShotService::original(const QString &sha256)
{
    return onWorker(
        [originals = m_threads.originals(), sha256] { return readOriginal(originals, sha256); });
}

QFuture<Result<QImage>> ShotService::thumbnail(const AnnotationDocument &document,
                                               const QSize &room)
{
    return onWorker([originals = m_threads.originals(), document, room]() -> Result<QImage> {
        VIGIE_TRY_ASSIGN(picture, readOriginal(originals, document.sha256));
        return shotThumbnail(picture, document, room);
    });
}

QFuture<Result<bool>> ShotService::discard(const QStringList &sha256s)
{
    // After the drafts that were saved before, and after a report that was sent before.
    return m_threads.keep([originals = m_threads.originals(), ledger = m_ledger,
                           sha256s](store::OutboxStore &outbox) -> Result<bool> {
        VIGIE_TRY_ASSIGN(mentioned, outbox.draftFiles());
        for (const QString &sha256 : sha256s) {
            VIGIE_TRY(ledger->release(sha256, [&] {
                return mentioned.contains(sha256) ? Done() : originals.remove(sha256);
            }));
        }
        return true;
    });
}

// ---- what leaves, and what comes back ----------------------------------------------------------

QFuture<Result<PublishedShots>> ShotService::publish(const QList<AnnotationDocument> &shots,
                                                     const QString &name)
{
    return onWorker([originals = m_threads.originals(), blobs = m_threads.blobs(), shots, name] {
        return publishAll(originals, blobs, shots, name);
    });
}

QFuture<Result<ShownFile>> ShotService::publishOver(const QByteArray &png,
                                                    const AnnotationDocument &document,
                                                    const QString &stem)
{
    return onWorker([blobs = m_threads.blobs(), png, document, stem]() -> Result<ShownFile> {
        VIGIE_TRY_ASSIGN(shot, publishedOver(png, document));
        return keepShot(blobs, shot, stem);
    });
}

QFuture<Result<bool>> ShotService::exportTo(const QImage &picture,
                                            const AnnotationDocument &document,
                                            const QString &path)
{
    return onWorker([picture, document, path] { return exportShot(picture, document, path); });
}

QFuture<Result<OpenedShot>> ShotService::openFlat(const ShownFile &file, const TicketId &ticket)
{
    return chained<OpenedShot>(
        m_tickets.attachmentBytes(file.flat, ticket), this, [](const QByteArray &bytes) {
            return onWorker([bytes]() -> Result<OpenedShot> {
                VIGIE_TRY_ASSIGN(picture, readPicture(bytes));
                return OpenedShot{picture, bytes, {}, false};
            });
        });
}

QFuture<Result<OpenedShot>> ShotService::open(const ShownFile &file, const TicketId &ticket)
{
    if (!file.sidecar || file.sidecar->size > limits::kSidecarBytes)
        return openFlat(file, ticket);
    const auto withSidecar = [this, file, ticket](const QByteArray &sidecar) {
        const auto withPicture = [sidecar, sha256 = file.picture().sha256](const QByteArray &png) {
            return onWorker([=] { return readLayered(png, sha256, sidecar); });
        };
        return chained<OpenedShot>(m_tickets.attachmentBytes(file.picture(), ticket), this,
                                   withPicture);
    };
    return chained<OpenedShot>(
        chained<OpenedShot>(m_tickets.attachmentBytes(*file.sidecar, ticket), this, withSidecar),
        this, [this, file, ticket](const OpenedShot &shot) {
            return shot.layersRead ? readyFuture(Result<OpenedShot>(shot))
                                   : openFlat(file, ticket);
        });
}

QFuture<Result<QImage>> ShotService::preview(const ShownFile &file, const TicketId &ticket,
                                             const QSize &room)
{
    return chained<QImage>(
        m_tickets.attachmentBytes(file.flat, ticket), this, [room](const QByteArray &bytes) {
            return onWorker([bytes, room]() -> Result<QImage> {
                VIGIE_TRY_ASSIGN(picture, readPicture(bytes));
                if (picture.width() <= room.width() && picture.height() <= room.height())
                    return picture;
                return picture.scaled(room, Qt::KeepAspectRatio, Qt::SmoothTransformation);
            });
        });
}

} // namespace vigie
