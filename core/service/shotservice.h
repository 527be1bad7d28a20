// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/image/annotationdocument.h"
#include "core/model/shotfiles.h"
#include "core/service/views.h"

#include <QFuture>
#include <QImage>
#include <QObject>

#include <functional>
#include <memory>

namespace vigie {

class TicketService;
class WorkspaceThreads;

/// Screenshots as they leave.
struct PublishedShots {
    QList<Attachment> files; ///< of all shots; see foldShots()
    QStringList words;       ///< shotWords() of each shot, in order; empty when nothing was said
};

/// A screenshot of a message, opened.
struct OpenedShot {
    QImage picture;              ///< without annotations, or the flat picture when !layersRead
    QByteArray png;              ///< the bytes of `picture`, as they were sent
    AnnotationDocument document; ///< empty when !layersRead
    bool layersRead = false;     ///< false: there are no layers, or they do not fit the picture
};

/// The screenshots of this person: originals that wait in drafts, what leaves of them, and what
/// came back. Originals lie in a folder of their own, are never sent, and are removed when nothing
/// needs them any more; what is sent is made by core/image/burn.h alone. All work is done off the
/// GUI thread; lives on the GUI thread; owned by Workspace.
class ShotService final : public QObject
{
    Q_OBJECT

public:
    ShotService(WorkspaceThreads &threads, TicketService &tickets, QObject *parent);
    ~ShotService() override;

    /// Keeps a picture's original; answers a document without annotations. `dpr` as in
    /// AnnotationDocument. Errors: Invalid, TooLarge, and those of writing (StoreFull…).
    [[nodiscard]] QFuture<Result<AnnotationDocument>> import(const QImage &picture, qreal dpr);
    [[nodiscard]] QFuture<Result<AnnotationDocument>> importBytes(const QByteArray &bytes);
    /// Also NotFound and Forbidden, for the file.
    [[nodiscard]] QFuture<Result<AnnotationDocument>> importFile(const QString &path);

    /// The original of a draft's shot, native pixels. NotFound once it was removed.
    [[nodiscard]] QFuture<Result<QImage>> original(const QString &sha256);
    /// The shot as it will leave, at most `room` large (device pixels).
    [[nodiscard]] QFuture<Result<QImage>> thumbnail(const AnnotationDocument &document,
                                                    const QSize &room);

    /// Burns, paints and keeps each shot's files, ready to be attached. `name` has a %1 for the
    /// shot's number. All or nothing is answered; originals stay.
    [[nodiscard]] QFuture<Result<PublishedShots>> publish(const QList<AnnotationDocument> &shots,
                                                          const QString &name);
    /// A shot that somebody else sent, with my layer on top. The picture's bytes stay the same when
    /// they are PNG.
    [[nodiscard]] QFuture<Result<ShownFile>> publishOver(const QByteArray &png,
                                                         const AnnotationDocument &document,
                                                         const QString &stem);
    /// Writes what would be sent of this shot to a file of the person's: a page when its name ends
    /// in .pdf, PNG otherwise. `picture` is the original, or a burned picture.
    [[nodiscard]] QFuture<Result<bool>> exportTo(const QImage &picture,
                                                 const AnnotationDocument &document,
                                                 const QString &path);
    /// These originals are not needed any more: one name for each shot that goes, so that a
    /// picture that is in two shots stays for the other. What a draft mentions stays as well.
    QFuture<Result<bool>> discard(const QStringList &sha256s);

    /// A screenshot of a message, fetched when it is not here. When its layers cannot be read or
    /// belong to another picture, the flat picture comes alone.
    [[nodiscard]] QFuture<Result<OpenedShot>> open(const ShownFile &file, const TicketId &ticket);

    /// A picture of a message made small enough for `room` (pixels), fetched when it is not here.
    /// Invalid, TooLarge, and those of fetching.
    [[nodiscard]] QFuture<Result<QImage>> preview(const ShownFile &file, const TicketId &ticket,
                                                  const QSize &room);

private:
    class Ledger;
    using Keeper =
        std::function<Result<AnnotationDocument>(const QByteArray &, const QSize &, qreal)>;

    [[nodiscard]] Keeper keeper() const;
    [[nodiscard]] QFuture<Result<OpenedShot>> openFlat(const ShownFile &file,
                                                       const TicketId &ticket);

    WorkspaceThreads &m_threads;
    TicketService &m_tickets;
    std::shared_ptr<Ledger> m_ledger;
};

} // namespace vigie
