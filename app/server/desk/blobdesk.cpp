// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/server/desk/blobdesk.h"

#include "app/server/desk/platform/durablefile.h"
#include "core/base/clock.h"
#include "core/base/limits.h"
#include "core/ops/permissions.h"

#include <QCryptographicHash>
#include <QDir>
#include <QFileInfo>

namespace vigie::server {

namespace {

/// Even an empty announcement costs us a row and a file.
constexpr qint64 kLeastCounted = 4096;
constexpr qint64 kComeBackMs = 60'000;

Error fileError(const QFile &file)
{
    const ErrorCode code = file.error() == QFileDevice::ResourceError ? ErrorCode::StoreFull
                                                                      : ErrorCode::StoreFault;
    return {code, file.errorString(), std::nullopt};
}

} // namespace

QString blobPath(const QString &folder, const QString &sha256)
{
    return QStringLiteral("%1/blobs/%2/%3").arg(folder, sha256.left(2), sha256);
}

QString sha256OfFile(const QString &path)
{
    QFile file(path);
    QCryptographicHash hash(QCryptographicHash::Sha256);
    if (!file.open(QIODevice::ReadOnly) || !hash.addData(&file))
        return {};
    return QString::fromLatin1(hash.result().toHex());
}

BlobDesk::BlobDesk(ServerStore &store, const Clock &clock, QString folder)
    : m_store(store), m_clock(clock), m_folder(std::move(folder))
{
}

QString BlobDesk::incomingPath(const PersonId &person, const QString &sha256) const
{
    return QStringLiteral("%1/blobs/incoming/%2-%3").arg(m_folder, person.text(), sha256);
}

Result<qint64> BlobDesk::begin(const PersonId &person, const QString &sha256, qint64 size)
{
    if (!isSha256(sha256) || size < 0)
        return fail(ErrorCode::Invalid, QStringLiteral("not a file's name and size"));
    if (size > limits::kAttachmentBytes)
        return fail(ErrorCode::TooLarge, QStringLiteral("files have at most %1 bytes")
                                             .arg(limits::kAttachmentBytes));
    VIGIE_TRY_ASSIGN(owned, m_store.blobs().sizeIfOwned(sha256, person));
    if (owned) {
        if (*owned != size)
            return fail(ErrorCode::Invalid, QStringLiteral("the file has another size"));
        return size;
    }
    VIGIE_TRY_ASSIGN(upload, m_store.blobs().upload(person, sha256));
    VIGIE_TRY_ASSIGN(announced, m_store.blobs().announced(person, kLeastCounted));
    if (!upload && announced + std::max(size, kLeastCounted) > kMostUnfinishedBytes) {
        return fail(Error{ErrorCode::RateLimited,
                          QStringLiteral("too many unfinished uploads"), kComeBackMs});
    }
    if (!QDir().mkpath(m_folder + QStringLiteral("/blobs/incoming")))
        return fail(ErrorCode::StoreFault, QStringLiteral("no folder for uploads"));
    const QString path = incomingPath(person, sha256);
    const qint64 now = m_clock.nowMs();
    // Announced with another size: the earlier attempt was about something else.
    if (!upload || upload->size != size)
        QFile::remove(path);
    const UploadRow row{person, sha256, size, upload ? upload->created : now,
                        now + limits::kBlobUploadExpiryMs};
    VIGIE_TRY(m_store.blobs().putUpload(row));
    if (size > 0)
        return std::min(QFileInfo(path).size(), size);
    QFile empty(path);
    if (!empty.open(QIODevice::WriteOnly))
        return fail(fileError(empty));
    empty.close();
    VIGIE_TRY(finish(person, sha256, check(person, sha256)()));
    return size;
}

Result<BlobDesk::Progress> BlobDesk::progress(const PersonId &person, const QString &sha256)
{
    VIGIE_TRY_ASSIGN(owned, m_store.blobs().sizeIfOwned(sha256, person));
    if (owned)
        return Progress{*owned, *owned};
    VIGIE_TRY_ASSIGN(upload, m_store.blobs().upload(person, sha256));
    if (!upload)
        return fail(ErrorCode::NotFound, QStringLiteral("no such upload"));
    return Progress{QFileInfo(incomingPath(person, sha256)).size(), upload->size};
}

Result<BlobDesk::Progress> BlobDesk::append(const PersonId &person, const QString &sha256,
                                            qint64 offset, const QByteArray &bytes)
{
    VIGIE_TRY_ASSIGN(state, progress(person, sha256));
    const QString path = incomingPath(person, sha256);
    if (offset != state.offset || m_checking.contains(path)) {
        state.wrongOffset = true;
        return state;
    }
    if (bytes.size() > limits::kBlobChunkMostBytes)
        return fail(ErrorCode::TooLarge, QStringLiteral("chunk is too large"));
    if (bytes.size() > state.size - offset)
        return fail(ErrorCode::Invalid, QStringLiteral("more bytes than announced"));
    if (bytes.isEmpty() && state.offset < state.size)
        return state;
    VIGIE_TRY_ASSIGN(owned, m_store.blobs().sizeIfOwned(sha256, person));
    if (owned)
        return state;
    QFile file(path);
    if (!file.open(QIODevice::ReadWrite) || !file.seek(offset))
        return fail(fileError(file));
    if (file.write(bytes) != bytes.size() || !syncFile(file)) {
        const Error error = fileError(file);
        file.resize(offset);
        return fail(error);
    }
    state.offset += bytes.size();
    state.toBeChecked = state.offset == state.size;
    if (state.toBeChecked)
        m_checking.insert(path);
    return state;
}

std::function<bool()> BlobDesk::check(const PersonId &person, const QString &sha256)
{
    return [path = incomingPath(person, sha256), sha256] { return sha256OfFile(path) == sha256; };
}

Done BlobDesk::finish(const PersonId &person, const QString &sha256, bool matches)
{
    const QString path = incomingPath(person, sha256);
    m_checking.remove(path);
    VIGIE_TRY_ASSIGN(upload, m_store.blobs().upload(person, sha256));
    if (!upload)
        return fail(ErrorCode::NotFound, QStringLiteral("no such upload"));
    if (!matches) {
        QFile::remove(path);
        VIGIE_TRY(m_store.blobs().removeUpload(person, sha256));
        return fail(ErrorCode::Invalid, QStringLiteral("the bytes are not the announced ones"));
    }
    VIGIE_TRY(store(*upload));
    return m_store.blobs().complete(*upload, m_clock.nowMs());
}

/// The bytes under their final name, durably, before the database speaks of them.
Done BlobDesk::store(const UploadRow &upload)
{
    const QString path = incomingPath(upload.person, upload.sha256);
    const QString target = blobPath(m_folder, upload.sha256);
    const QString targetFolder = QFileInfo(target).path();
    if (!QDir().mkpath(targetFolder))
        return fail(ErrorCode::StoreFault, QStringLiteral("no folder for files"));
    // Same name, same bytes: whether somebody else sent it first makes no difference to anyone.
    QFile::remove(target);
    QFile file(path);
    if (!file.rename(target))
        return fail(fileError(file));
    if (!syncFolder(targetFolder) || !syncFolder(m_folder + QStringLiteral("/blobs")))
        return fail(ErrorCode::StoreFault, QStringLiteral("the folder of files is not durable"));
    return {};
}

/// Whether the person sees the file in this ticket, or in this article.
Result<bool> BlobDesk::shows(const Person &reader, const TicketId &place, const QString &sha256)
{
    const Actor actor = actorOf(reader);
    VIGIE_TRY_ASSIGN(ticket, m_store.tickets().ticket(place));
    if (ticket) {
        const Sight sight = sightOf(actor, *ticket);
        if (sight == Sight::None)
            return false;
        return m_store.tickets().hasFile(place, sha256, sight == Sight::Staff);
    }
    VIGIE_TRY_ASSIGN(article, m_store.articles().article(ArticleId(place.uuid())));
    if (!article || !mayRead(actor, *article))
        return false;
    return m_store.articles().hasFile(article->id, sha256,
                                      actor.isStaff() ? RevisionId() : article->published);
}

Result<BlobDesk::Part> BlobDesk::read(const Person &reader, const TicketId &ticket,
                                      const QString &sha256, qint64 from, qint64 most)
{
    const auto nothing = [] { return fail(ErrorCode::NotFound, QStringLiteral("no such file")); };
    if (!isSha256(sha256))
        return nothing();
    VIGIE_TRY_ASSIGN(attached, shows(reader, ticket, sha256));
    VIGIE_TRY_ASSIGN(size, m_store.blobs().size(sha256));
    if (!attached || !size)
        return nothing();
    Part part;
    part.from = from;
    part.size = *size;
    if (from < 0 || from >= *size)
        return part;
    QFile file(blobPath(m_folder, sha256));
    if (!file.open(QIODevice::ReadOnly) || file.size() != *size || !file.seek(from))
        return fail(ErrorCode::StoreFault, QStringLiteral("a stored file cannot be read"));
    part.bytes = file.read(std::min({most, limits::kBlobChunkMostBytes, *size - from}));
    return part;
}

Done BlobDesk::removeExpired()
{
    VIGIE_TRY_ASSIGN(expired, m_store.blobs().expiredUploads(m_clock.nowMs()));
    for (const UploadRow &row : expired) {
        const QString path = incomingPath(row.person, row.sha256);
        if (m_checking.contains(path))
            continue;
        QFile::remove(path);
        VIGIE_TRY(m_store.blobs().removeUpload(row.person, row.sha256));
    }
    return {};
}

} // namespace vigie::server
