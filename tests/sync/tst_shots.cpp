// SPDX-License-Identifier: GPL-3.0-or-later
// Screenshots from the draft to the files that leave, on a real profile.
#include "core/base/async.h"
#include "core/base/clock.h"
#include "core/base/limits.h"
#include "core/image/annotationcodec.h"
#include "core/image/barepng.h"
#include "core/image/imagegate.h"
#include "core/model/shotfiles.h"
#include "core/service/draftservice.h"
#include "core/service/shotservice.h"
#include "core/service/ticketservice.h"
#include "core/service/workspace.h"
#include "core/store/profile.h"
#include "tests/image/shotmaker.h"

#include <QCryptographicHash>
#include <QDirIterator>
#include <QFile>
#include <QImage>
#include <QJsonArray>
#include <QJsonObject>
#include <QTemporaryDir>
#include <QTest>
#include <QtEndian>

using namespace vigie;

namespace {

const QString kPlace = QStringLiteral("report/new");
const QString kName = QStringLiteral("Screenshot %1");

template<class T>
Result<T> waited(const QFuture<Result<T>> &future)
{
    std::optional<Result<T>> result;
    QObject context;
    whenDone(future, &context, [&](const Result<T> &found) { result = found; });
    [&] { QTRY_VERIFY_WITH_TIMEOUT(result.has_value(), 20'000); }();
    return result.value_or(Result<T>(fail(ErrorCode::Timeout)));
}

QString hashOf(const QByteArray &bytes)
{
    return QString::fromLatin1(QCryptographicHash::hash(bytes, QCryptographicHash::Sha256).toHex());
}

QByteArray bytesOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

/// Léa's profile and the workspace on top of it.
struct Desk {
    QTemporaryDir folder;
    WorkspaceConfig config;
    Person me;
    std::shared_ptr<Workspace> workspace;

    Desk()
    {
        config.folder = folder.path() + QStringLiteral("/lea");
        config.server = QUrl(QStringLiteral("https://127.0.0.1:9"));
        me.id = PersonId(QUuid::createUuid());
        me.login = QStringLiteral("lea");
        me.name = QStringLiteral("Léa");
        me.role = Role::Employee;
        const auto profile = store::Profile::open(config.folder, SystemClock().nowMs());
        if (!profile || !(*profile)->cache().setMe(me))
            qFatal("cannot prepare the profile");
    }
    [[nodiscard]] bool reopen()
    {
        workspace.reset();
        const auto opened = waited(Workspace::open(config));
        if (!opened) {
            qWarning("%s", qPrintable(toLog(opened.error())));
            return false;
        }
        workspace = *opened;
        return true;
    }
    ShotService &shots() { return workspace->shots(); }
    TicketService &tickets() { return workspace->tickets(); }

    [[nodiscard]] QString originals() const { return config.folder + QStringLiteral("/shots"); }
    [[nodiscard]] QStringList kept() const
    {
        return QDir(originals()).entryList(QDir::Files | QDir::Hidden);
    }
    [[nodiscard]] AnnotationDocument imported(const QImage &picture)
    {
        const auto document = waited(shots().import(picture, 1));
        if (!document)
            qWarning("%s", qPrintable(toLog(document.error())));
        return document.value_or(AnnotationDocument());
    }
    void journal(const QList<AnnotationDocument> &documents)
    {
        QJsonArray array;
        for (const AnnotationDocument &document : documents)
            array.append(annotationJson(document));
        QVERIFY(waited(workspace->drafts().save(kPlace, {{QStringLiteral("shots"), array}})));
    }
    [[nodiscard]] bool send(const QList<Attachment> &files)
    {
        CreateTicket create;
        create.title = QStringLiteral("It broke");
        create.kit.what = QStringLiteral("See the picture");
        create.attachments = files;
        return waited(tickets().report(create, kPlace)).has_value();
    }
    [[nodiscard]] QByteArray sentBytes(const Attachment &file)
    {
        return waited(tickets().attachmentBytes(file, {})).value_or(QByteArray());
    }
};

QImage screen(quint64 seed, const QSize &size = {160, 100})
{
    return test::ShotMaker(seed).picture(size, false);
}

Annotation arrow(const QString &id = QStringLiteral("a1"))
{
    Annotation item;
    item.id = id;
    item.kind = AnnotationKind::Arrow;
    item.layer = reporterLayer();
    item.points = {{10, 10}, {60, 40}};
    item.color = QColor(0xd5, 0x1e, 0x1e);
    return item;
}

Annotation redaction(const QRectF &area)
{
    Annotation item;
    item.id = QStringLiteral("r1");
    item.kind = AnnotationKind::Redaction;
    item.layer = reporterLayer();
    item.rect = area;
    return item;
}

/// A PNG whose header announces another size; its checksum is right.
QByteArray announcing(QByteArray png, quint32 width, quint32 height)
{
    qToBigEndian(width, png.data() + 16);
    qToBigEndian(height, png.data() + 20);
    quint32 crc = 0xffffffffU;
    for (int i = 12; i < 29; ++i) {
        crc ^= quint8(png[i]);
        for (int bit = 0; bit < 8; ++bit)
            crc = (crc & 1) ? 0xedb88320U ^ (crc >> 1) : crc >> 1;
    }
    qToBigEndian(~crc, png.data() + 29);
    return png;
}

} // namespace

class TestShots : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void anImportedPictureIsKeptForItsOwnerAlone()
    {
        Desk desk;
        QVERIFY(desk.reopen());
        const QImage picture = screen(1);
        const auto document = waited(desk.shots().import(picture, 2));
        QVERIFY2(document.has_value(), document ? "" : qPrintable(toLog(document.error())));
        QCOMPARE(document->size, picture.size());
        QCOMPARE(document->dpr, 2.0);
        QCOMPARE(document->layers.size(), 1);
        QCOMPARE(document->layers.first().id, reporterLayer());
        QCOMPARE(document->layers.first().by, desk.me.id.text());
        QCOMPARE(document->layers.first().name, desk.me.name);
        QCOMPARE(desk.kept(), QStringList{document->sha256});
        const QString path = desk.originals() + QLatin1Char('/') + document->sha256;
        QCOMPARE(hashOf(bytesOf(path)), document->sha256);
        const auto others = QFileDevice::ReadGroup | QFileDevice::WriteGroup
            | QFileDevice::ExeGroup | QFileDevice::ReadOther | QFileDevice::WriteOther
            | QFileDevice::ExeOther;
        QVERIFY(!(QFile::permissions(path) & others));
        QVERIFY(!(QFile::permissions(desk.originals()) & others));
        const auto again = waited(desk.shots().original(document->sha256));
        QVERIFY(again.has_value());
        QCOMPARE(again->convertToFormat(QImage::Format_RGB32),
                 picture.convertToFormat(QImage::Format_RGB32));
    }

    void aPictureFileKeepsItsBytes()
    {
        Desk desk;
        QVERIFY(desk.reopen());
        const QString path = desk.folder.path() + QStringLiteral("/photo.png");
        QVERIFY(screen(2).save(path, "PNG"));
        const auto document = waited(desk.shots().importFile(path));
        QVERIFY(document.has_value());
        QCOMPARE(document->sha256, hashOf(bytesOf(path)));
        QVERIFY(QFile::remove(path)); // the person's own file is not needed any more
        QVERIFY(waited(desk.shots().original(document->sha256)).has_value());
    }

    void hostilePicturesAreRefusedAndLeaveNothing_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<ErrorCode>("code");
        const QByteArray good = barePng(screen(3)).value();
        QTest::newRow("200 megapixels") << announcing(good, 20'000, 10'000) << ErrorCode::TooLarge;
        QTest::newRow("cut off") << good.left(good.size() / 2) << ErrorCode::Invalid;
        QTest::newRow("empty") << QByteArray() << ErrorCode::Invalid;
        QTest::newRow("words") << QByteArray("<svg xmlns='http://www.w3.org/2000/svg'/>")
                               << ErrorCode::Invalid;
    }

    void hostilePicturesAreRefusedAndLeaveNothing()
    {
        QFETCH(QByteArray, bytes);
        QFETCH(ErrorCode, code);
        Desk desk;
        QVERIFY(desk.reopen());
        const QString path = desk.folder.path() + QStringLiteral("/hostile.png");
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(bytes);
        file.close();
        for (const auto &answer : {waited(desk.shots().importBytes(bytes)),
                                   waited(desk.shots().importFile(path))}) {
            QVERIFY(!answer);
            QCOMPARE(answer.error().code, code);
        }
        QVERIFY(desk.kept().isEmpty());
    }

    void aFileThatIsNotThereOrNoFileIsTold()
    {
        Desk desk;
        QVERIFY(desk.reopen());
        const auto gone = waited(desk.shots().importFile(QStringLiteral("/no/such.png")));
        QCOMPARE(gone.error().code, ErrorCode::NotFound);
        const auto folder = waited(desk.shots().importFile(desk.folder.path()));
        QCOMPARE(folder.error().code, ErrorCode::Invalid);
        QCOMPARE(waited(desk.shots().import(QImage(), 1)).error().code, ErrorCode::Invalid);
    }

    void aFolderThatCannotBeWrittenIsAnErrorAndNotALoss()
    {
        Desk desk;
        QVERIFY(desk.reopen());
        QFile wall(desk.originals());
        QVERIFY(wall.open(QIODevice::WriteOnly));
        wall.close();
        const auto refused = waited(desk.shots().import(screen(4), 1));
        QCOMPARE(refused.error().code, ErrorCode::StoreReadOnly);
        QVERIFY(wall.remove());
        QVERIFY(!desk.imported(screen(4)).sha256.isEmpty());
    }

    void theThumbnailShowsNothingThatIsHidden()
    {
        Desk desk;
        QVERIFY(desk.reopen());
        QImage one = screen(5, {400, 300});
        QImage other = one;
        const QRect secret(100, 80, 120, 60);
        test::ShotMaker(77).scribble(other, secret);
        QList<QImage> made;
        for (const QImage &picture : {one, other}) {
            AnnotationDocument document = desk.imported(picture);
            document.items = {redaction(secret), arrow()};
            const auto thumbnail = waited(desk.shots().thumbnail(document, {120, 90}));
            QVERIFY(thumbnail.has_value());
            QVERIFY(thumbnail->width() <= 120 && thumbnail->height() <= 90);
            made.append(*thumbnail);
        }
        QCOMPARE(made[0], made[1]);
    }

    void eachShotLeavesAsPictureBaseAndSidecar()
    {
        Desk desk;
        QVERIFY(desk.reopen());
        AnnotationDocument drawn = desk.imported(screen(6));
        drawn.caption = QStringLiteral("The button");
        Annotation step;
        step.id = QStringLiteral("s1");
        step.kind = AnnotationKind::Step;
        step.layer = reporterLayer();
        step.points = {{30, 30}};
        step.text = QStringLiteral("click here");
        drawn.items = {arrow(), step};
        drawn.renumberSteps();
        const AnnotationDocument bare = desk.imported(screen(7));
        AnnotationDocument hiding = desk.imported(screen(8));
        hiding.items = {redaction({20, 20, 40, 20})};
        const auto published = waited(desk.shots().publish({drawn, bare, hiding}, kName));
        QVERIFY2(published.has_value(), published ? "" : qPrintable(toLog(published.error())));
        QStringList names;
        for (const Attachment &file : published->files)
            names.append(file.name);
        QCOMPARE(names, QStringList({QStringLiteral("Screenshot 1.png"),
                                     QStringLiteral("Screenshot 1.base.png"),
                                     QStringLiteral("Screenshot 1.annotations.json"),
                                     QStringLiteral("Screenshot 2.png"),
                                     QStringLiteral("Screenshot 3.png"),
                                     QStringLiteral("Screenshot 3.annotations.json")}));
        QCOMPARE(published->files[2].mediaType, annotationMediaType());
        QCOMPARE(published->words.size(), 3);
        QCOMPARE(published->words[0], QStringLiteral("The button\n1. click here"));
        QVERIFY(published->words[1].isEmpty());
        const QList<ShownFile> shown = foldShots(published->files);
        QCOMPARE(shown.size(), 3);
        const auto sidecar = annotationDocumentFrom(desk.sentBytes(*shown[0].sidecar));
        QVERIFY(sidecar.has_value());
        QCOMPARE(sidecar->sha256, shown[0].base->sha256);
        QVERIFY(!foldShots(published->files)[1].isShot());
    }

    void whatWasCutOffDoesNotComeAlongInWords()
    {
        Desk desk;
        QVERIFY(desk.reopen());
        AnnotationDocument document = desk.imported(screen(9));
        Annotation step;
        step.id = QStringLiteral("s1");
        step.kind = AnnotationKind::Step;
        step.layer = reporterLayer();
        step.points = {{10, 10}};
        step.text = QStringLiteral("my private window");
        document.items = {step};
        document.renumberSteps();
        document.crop = QRect(100, 60, 40, 30);
        const auto published = waited(desk.shots().publish({document}, kName));
        QVERIFY(published.has_value());
        QVERIFY(!published->words.first().contains(QStringLiteral("private")));
    }

    void afterSendingNothingBelowTheProfileHoldsTheSecret()
    {
        Desk desk;
        QVERIFY(desk.reopen());
        const QImage picture = screen(10);
        const QRect secret(32, 24, 64, 32);
        AnnotationDocument document = desk.imported(picture);
        document.items = {redaction(secret), arrow()};
        desk.journal({document});
        const QByteArray original = bytesOf(desk.originals() + QLatin1Char('/') + document.sha256);
        QVERIFY(!original.isEmpty());
        const auto published = waited(desk.shots().publish({document}, kName));
        QVERIFY(published.has_value());
        QCOMPARE(desk.kept().size(), 1); // not sent yet
        QVERIFY(desk.send(published->files));
        QVERIFY(waited(desk.shots().discard({document.sha256})));
        QVERIFY(desk.kept().isEmpty());
        desk.workspace.reset();

        const QColor row = picture.pixelColor(secret.center());
        QVERIFY(row.isValid());
        int pictures = 0;
        QDirIterator files(desk.config.folder, QDir::Files | QDir::Hidden,
                           QDirIterator::Subdirectories);
        while (files.hasNext()) {
            const QByteArray bytes = bytesOf(files.next());
            QVERIFY2(hashOf(bytes) != document.sha256, qPrintable(files.filePath()));
            // Any stretch of the compressed original would be enough to recognise it.
            QVERIFY2(!bytes.contains(original.mid(original.size() / 2, 64)),
                     qPrintable(files.filePath()));
            const Result<QImage> read = readPicture(bytes);
            if (!read)
                continue;
            ++pictures;
            QCOMPARE(read->size(), picture.size());
            const QRgb flat = read->pixel(secret.center());
            for (int y = secret.top(); y <= secret.bottom(); ++y) {
                for (int x = secret.left(); x <= secret.right(); ++x) {
                    // The arrow may lie on top, the picture may not.
                    const bool shows = read->pixel(x, y) == picture.pixel(x, y)
                        && read->pixel(x, y) != flat;
                    QVERIFY2(!shows, qPrintable(files.filePath()));
                }
            }
        }
        QCOMPARE(pictures, 2); // with and without the arrow
    }

    void anOriginalThatAKillLeftBehindGoesAtTheNextOpening()
    {
        Desk desk;
        QVERIFY(desk.reopen());
        const AnnotationDocument sent = desk.imported(screen(11));
        desk.journal({sent});
        const QString path = desk.originals() + QLatin1Char('/') + sent.sha256;
        QVERIFY(desk.reopen());
        QCOMPARE(desk.kept(), QStringList{sent.sha256}); // the draft needs it
        const auto published = waited(desk.shots().publish({sent}, kName));
        QVERIFY(published.has_value());
        QVERIFY(desk.send(published->files));
        const QByteArray original = bytesOf(path);
        QVERIFY(!original.isEmpty()); // a kill now
        desk.workspace.reset();
        for (const QString &name : {sent.sha256, QStringLiteral(".incoming-abcdef")}) {
            QFile left(desk.originals() + QLatin1Char('/') + name);
            QVERIFY(left.open(QIODevice::WriteOnly));
            left.write(original);
        }
        QVERIFY(desk.reopen());
        QVERIFY2(desk.kept().isEmpty(), qPrintable(desk.kept().join(QLatin1Char(' '))));
    }

    void whatNoDraftMentionsGoesWhenTheWorkspaceCloses()
    {
        Desk desk;
        QVERIFY(desk.reopen());
        QVERIFY(!desk.imported(screen(12)).sha256.isEmpty());
        QCOMPARE(desk.kept().size(), 1);
        desk.workspace.reset();
        QVERIFY(desk.kept().isEmpty());
    }

    void aPictureThatIsInTwoShotsStaysForTheOther()
    {
        Desk desk;
        QVERIFY(desk.reopen());
        const AnnotationDocument one = desk.imported(screen(13));
        const AnnotationDocument two = desk.imported(screen(13));
        QCOMPARE(one.sha256, two.sha256);
        QVERIFY(waited(desk.shots().discard({one.sha256})));
        QCOMPARE(desk.kept().size(), 1);
        desk.journal({two});
        QVERIFY(waited(desk.shots().discard({two.sha256})));
        QCOMPARE(desk.kept().size(), 1); // the draft still says so
        QVERIFY(waited(desk.workspace->drafts().drop(kPlace)));
        QVERIFY(waited(desk.shots().discard({two.sha256})));
        QVERIFY(desk.kept().isEmpty());
    }

    void aShotWhoseOriginalIsGoneIsNotPublished()
    {
        Desk desk;
        QVERIFY(desk.reopen());
        const AnnotationDocument document = desk.imported(screen(14));
        QVERIFY(waited(desk.shots().discard({document.sha256})));
        const auto published = waited(desk.shots().publish({document}, kName));
        QVERIFY(!published);
        QCOMPARE(published.error().code, ErrorCode::NotFound);
        QCOMPARE(waited(desk.shots().thumbnail(document, {10, 10})).error().code,
                 ErrorCode::NotFound);
    }

    void aSentShotOpensWithItsLayersAndTakesAnother()
    {
        Desk desk;
        QVERIFY(desk.reopen());
        AnnotationDocument document = desk.imported(screen(15));
        document.items = {arrow(), redaction({90, 50, 30, 20})};
        const auto published = waited(desk.shots().publish({document}, kName));
        QVERIFY(published.has_value());
        const ShownFile file = foldShots(published->files).first();
        const auto opened = waited(desk.shots().open(file, {}));
        QVERIFY(opened.has_value() && opened->layersRead);
        QCOMPARE(hashOf(opened->png), file.base->sha256);
        QCOMPARE(opened->document.items.size(), 2);

        AnnotationDocument marked = opened->document;
        marked.ensureLayer({QStringLiteral("ana"), QStringLiteral("ana"), QStringLiteral("Ana")});
        Annotation mine = arrow(QStringLiteral("b1"));
        mine.layer = QStringLiteral("ana");
        mine.points = {{120, 10}, {20, 90}};
        marked.items.append(mine);
        const auto over =
            waited(desk.shots().publishOver(opened->png, marked, QStringLiteral("Screenshot 1")));
        QVERIFY(over.has_value());
        QCOMPARE(over->base->sha256, file.base->sha256);
        QVERIFY(over->flat.sha256 != file.flat.sha256);
        const auto again = waited(desk.shots().open(*over, {}));
        QVERIFY(again.has_value() && again->layersRead);
        QCOMPARE(again->document.layers.size(), 2);
    }

    void layersOfAnotherPictureAreNotShown()
    {
        Desk desk;
        QVERIFY(desk.reopen());
        AnnotationDocument one = desk.imported(screen(16));
        AnnotationDocument two = desk.imported(screen(17));
        one.items = two.items = {arrow()};
        const auto published = waited(desk.shots().publish({one, two}, kName));
        QVERIFY(published.has_value());
        QList<ShownFile> files = foldShots(published->files);
        files[0].sidecar = files[1].sidecar;
        const auto opened = waited(desk.shots().open(files[0], {}));
        QVERIFY(opened.has_value());
        QVERIFY(!opened->layersRead);
        QCOMPARE(hashOf(opened->png), files[0].flat.sha256);
        QVERIFY(!opened->picture.isNull());
    }

    void aSidecarThatIsNoneLeavesTheFlatPicture()
    {
        Desk desk;
        QVERIFY(desk.reopen());
        AnnotationDocument document = desk.imported(screen(18));
        document.items = {arrow()};
        const auto published = waited(desk.shots().publish({document}, kName));
        QVERIFY(published.has_value());
        ShownFile file = foldShots(published->files).first();
        for (const QByteArray &bytes :
             {QByteArray("{\"schema\":1}"), QByteArray("{}"), QByteArray(1000, '[')}) {
            const auto bad = waited(desk.tickets().importBytes(bytes, file.sidecar->name,
                                                               file.sidecar->mediaType));
            QVERIFY(bad.has_value());
            file.sidecar = *bad;
            const auto opened = waited(desk.shots().open(file, {}));
            QVERIFY(opened.has_value());
            QVERIFY(!opened->layersRead);
            QCOMPARE(hashOf(opened->png), file.flat.sha256);
        }
    }
};

QTEST_MAIN(TestShots)
#include "tst_shots.moc"
