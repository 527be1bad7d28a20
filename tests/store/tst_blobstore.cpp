// SPDX-License-Identifier: GPL-3.0-or-later
#include "storeworld.h"

#include "core/base/limits.h"

#include <QCryptographicHash>

using namespace vigie;
using namespace vigie::store;

/// Files by their hash.
class TestBlobStore : public QObject
{
    Q_OBJECT

private:
    QTemporaryDir folder;

    [[nodiscard]] QString path(const char *name) const
    {
        return folder.filePath(QLatin1String(name));
    }
    [[nodiscard]] BlobStore store(const char *name) const { return BlobStore(path(name)); }
    [[nodiscard]] static QString hashOf(const QByteArray &bytes)
    {
        return QString::fromLatin1(
            QCryptographicHash::hash(bytes, QCryptographicHash::Sha256).toHex());
    }
    bool write(const QString &name, const QByteArray &bytes) const
    {
        QFile file(name);
        return file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size();
    }
    [[nodiscard]] static QStringList filesIn(const QString &name)
    {
        return QDir(name).entryList(QDir::Files | QDir::Hidden);
    }

private Q_SLOTS:
    void aFileIsKeptUnderItsHash();
    void theSameBytesAreKeptOnce();
    void anEmptyFileIsAFile();
    void tooLargeFilesAreRefused();
    void theLargestFileIsTaken();
    void foldersPipesAndMissingFilesAreRefused();
    void downloadedBytesMustBeWhatTheNameSays();
    void piecesCanBeRead();
    void alteredBytesAreNoticed();
    void nothingButAHashIsAName();
    void exportingNeverOverwritesUnasked();
    void collectingKeepsWhatIsPinned();
    void aFolderThatCannotBeMadeIsReadOnly();
};

void TestBlobStore::aFileIsKeptUnderItsHash()
{
    const BlobStore blobs = store("kept");
    QVERIFY(write(path("notes.txt"), "hello"));
    const auto file = blobs.import(path("notes.txt"));
    VERIFY_OK(file);
    QCOMPARE(file->sha256, hashOf("hello"));
    QCOMPARE(file->name, QStringLiteral("notes.txt"));
    QCOMPARE(file->mediaType, QStringLiteral("text/plain"));
    QCOMPARE(file->size, 5);
    QVERIFY(blobs.has(file->sha256));
    QCOMPARE(blobs.size(file->sha256), 5);
    QCOMPARE(*blobs.readAll(file->sha256), QByteArray("hello"));
    QCOMPARE(filesIn(path("kept")), QStringList({file->sha256})); // and no temporary file
}

void TestBlobStore::theSameBytesAreKeptOnce()
{
    const BlobStore blobs = store("once");
    VERIFY_OK(blobs.importBytes("same", QStringLiteral("../../evil\u202Egpj.exe"), {}));
    const auto second = blobs.importBytes("same", QStringLiteral("b"), QStringLiteral("image/png"));
    VERIFY_OK(second);
    QCOMPARE(second->mediaType, QStringLiteral("image/png"));
    QCOMPARE(filesIn(path("once")).size(), 1);
    const auto evil = blobs.importBytes("x", QStringLiteral("../../evil\u202Egpj.exe"), {});
    QCOMPARE(evil->name, QStringLiteral("evilgpj.exe"));
}

void TestBlobStore::anEmptyFileIsAFile()
{
    const BlobStore blobs = store("empty");
    QVERIFY(write(path("empty.bin"), {}));
    const auto file = blobs.import(path("empty.bin"));
    VERIFY_OK(file);
    QCOMPARE(file->size, 0);
    QCOMPARE(*blobs.readAll(file->sha256), QByteArray());
}

void TestBlobStore::tooLargeFilesAreRefused()
{
    const BlobStore blobs = store("large");
    QFile sparse(path("sparse.bin"));
    QVERIFY(sparse.open(QIODevice::WriteOnly));
    QVERIFY(sparse.resize(limits::kAttachmentBytes + 1));
    sparse.close();
    QCOMPARE(blobs.import(sparse.fileName()).error().code, ErrorCode::TooLarge);
    QVERIFY(filesIn(path("large")).isEmpty());
    QVERIFY(sparse.remove());
}

void TestBlobStore::theLargestFileIsTaken()
{
    const BlobStore blobs = store("largest");
    QFile sparse(path("sparse.bin"));
    QVERIFY(sparse.open(QIODevice::WriteOnly));
    QVERIFY(sparse.resize(limits::kAttachmentBytes));
    sparse.close();
    const auto file = blobs.import(sparse.fileName());
    VERIFY_OK(file);
    QCOMPARE(file->size, limits::kAttachmentBytes);
    VERIFY_OK(blobs.remove(file->sha256));
    QVERIFY(sparse.remove());
}

void TestBlobStore::foldersPipesAndMissingFilesAreRefused()
{
    const BlobStore blobs = store("odd");
    QCOMPARE(blobs.import(folder.path()).error().code, ErrorCode::Invalid);
    QCOMPARE(blobs.import(path("missing")).error().code, ErrorCode::NotFound);
#ifdef Q_OS_UNIX
    QCOMPARE(blobs.import(QStringLiteral("/dev/zero")).error().code, ErrorCode::Invalid);
#endif
}

void TestBlobStore::downloadedBytesMustBeWhatTheNameSays()
{
    const BlobStore blobs = store("download");
    const QString sha256 = hashOf("right");
    QCOMPARE(blobs.put(sha256, "wrong").error().code, ErrorCode::Invalid);
    QVERIFY(!blobs.has(sha256));
    QVERIFY(filesIn(path("download")).isEmpty());
    VERIFY_OK(blobs.put(sha256, "right"));
    VERIFY_OK(blobs.put(sha256, "right"));
    QVERIFY(blobs.has(sha256));
    QCOMPARE(blobs.put(QStringLiteral("short"), "x").error().code, ErrorCode::Invalid);
}

void TestBlobStore::piecesCanBeRead()
{
    const BlobStore blobs = store("pieces");
    const QString sha256 = blobs.importBytes("0123456789", QStringLiteral("n"), {})->sha256;
    QCOMPARE(*blobs.read(sha256, 3, 4), QByteArray("3456"));
    QCOMPARE(*blobs.read(sha256, 8, 100), QByteArray("89"));
    QCOMPARE(*blobs.read(sha256, 10, 5), QByteArray());
    QCOMPARE(blobs.read(sha256, 11, 5).error().code, ErrorCode::Invalid);
    QCOMPARE(blobs.read(sha256, -1, 5).error().code, ErrorCode::Invalid);
    QCOMPARE(blobs.read(hashOf("other"), 0, 5).error().code, ErrorCode::NotFound);
}

void TestBlobStore::alteredBytesAreNoticed()
{
    const BlobStore blobs = store("altered");
    const QString sha256 = blobs.importBytes("truth", QStringLiteral("n"), {})->sha256;
    QVERIFY(write(blobs.path(sha256), "lies!"));
    QCOMPARE(blobs.readAll(sha256).error().code, ErrorCode::StoreCorrupt);
    QCOMPARE(blobs.exportTo(sha256, path("out.txt"), true).error().code, ErrorCode::StoreCorrupt);
    QVERIFY(!QFile::exists(path("out.txt")));
}

void TestBlobStore::nothingButAHashIsAName()
{
    const BlobStore blobs = store("names");
    QVERIFY(write(path("secret"), "s"));
    for (const QString &name : {QStringLiteral("../secret"), QString(), QStringLiteral("."),
                                QString(64, QLatin1Char('G')), QString(64, QLatin1Char('/'))}) {
        QVERIFY(!blobs.has(name));
        QCOMPARE(blobs.size(name), 0);
        QCOMPARE(blobs.path(name), QString());
        QVERIFY(!blobs.readAll(name));
        VERIFY_OK(blobs.remove(name));
    }
    QVERIFY(QFile::exists(path("secret")));
}

void TestBlobStore::exportingNeverOverwritesUnasked()
{
    const BlobStore blobs = store("export");
    const QString sha256 = blobs.importBytes("content", QStringLiteral("n"), {})->sha256;
    const QString target = path("export.txt");
    VERIFY_OK(blobs.exportTo(sha256, target, false));
    QVERIFY(write(target, "mine"));
    QCOMPARE(blobs.exportTo(sha256, target, false).error().code, ErrorCode::Conflict);
    QFile file(target);
    QVERIFY(file.open(QIODevice::ReadOnly));
    QCOMPARE(file.readAll(), QByteArray("mine"));
    file.close();
    VERIFY_OK(blobs.exportTo(sha256, target, true));
    QVERIFY(file.open(QIODevice::ReadOnly));
    QCOMPARE(file.readAll(), QByteArray("content"));
    QCOMPARE(blobs.exportTo(sha256, folder.path(), true).error().code, ErrorCode::Conflict);
    QVERIFY(!blobs.exportTo(sha256, path("no/such/folder/x"), false));
}

void TestBlobStore::collectingKeepsWhatIsPinned()
{
    const BlobStore blobs = store("collect");
    QStringList names;
    for (int i = 0; i < 4; ++i) {
        names.append(blobs.importBytes(QByteArray(100, char('a' + i)), QStringLiteral("n"), {})
                         ->sha256);
        QFile file(blobs.path(names.last()));
        QVERIFY(file.open(QIODevice::ReadWrite));
        QVERIFY(file.setFileTime(QDateTime::fromMSecsSinceEpoch(1'000'000 * (i + 1)),
                                 QFileDevice::FileModificationTime));
    }
    VERIFY_OK(blobs.collect({names[0]}, 400));
    QCOMPARE(filesIn(path("collect")).size(), 4);
    VERIFY_OK(blobs.collect({names[0]}, 250));
    QVERIFY(blobs.has(names[0])); // the oldest, but pinned
    QVERIFY(!blobs.has(names[1]));
    QVERIFY(!blobs.has(names[2]));
    QVERIFY(blobs.has(names[3]));
    VERIFY_OK(blobs.collect({names[0]}, 0));
    QCOMPARE(filesIn(path("collect")), QStringList({names[0]}));
}

void TestBlobStore::aFolderThatCannotBeMadeIsReadOnly()
{
    QVERIFY(write(path("file"), "x"));
    const BlobStore blobs(path("file") + QStringLiteral("/below"));
    QCOMPARE(blobs.importBytes("x", QStringLiteral("n"), {}).error().code,
             ErrorCode::StoreReadOnly);
    QVERIFY(!blobs.has(hashOf("x")));
}

QTEST_GUILESS_MAIN(TestBlobStore)
#include "tst_blobstore.moc"
