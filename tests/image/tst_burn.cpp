// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/image/annotationcodec.h"
#include "core/image/barepng.h"
#include "core/image/imagegate.h"
#include "core/image/publishedshot.h"
#include "tests/image/shotmaker.h"

#include <QBuffer>
#include <QColorSpace>
#include <QImageReader>
#include <QRegularExpression>
#include <QTest>

using namespace vigie;
using test::ShotMaker;

namespace {

/// Everything of a shot that can leave the process.
struct Leaving {
    QByteArray burned;
    QByteArray flat;
    QByteArray sidecar;
    QImage thumbnail;
    QByteArray pdf;
};

/// The date of making is the only thing in a PDF that differs between two writings.
QByteArray dateless(QByteArray pdf)
{
    static const QRegularExpression dates(
        QStringLiteral("(D:\\d{14}[^)]*)|(\\d{4}-\\d\\d-\\d\\dT[^<]*)|"
                       "([0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12})|"
                       "(/ID \\[[^]]*\\])"));
    return QString::fromLatin1(pdf).remove(dates).toLatin1();
}

Leaving leaving(const QImage &original, const AnnotationDocument &document, bool onPaper)
{
    Leaving made;
    const Result<PublishedShot> shot = publish(original, document);
    if (!shot)
        qFatal("not published: %s", qPrintable(toLog(shot.error())));
    made.burned = shot->burned;
    made.flat = shot->picture();
    made.sidecar = shot->sidecar;
    made.thumbnail = shotThumbnail(original, document, QSize(64, 48));
    if (onPaper)
        made.pdf = dateless(shotPdf(original, document).value_or(QByteArray()));
    return made;
}

/// The only shortcut of the property test: what is outside of every redaction stays the same.
QImage withOtherSecrets(ShotMaker &maker, const QImage &original,
                        const AnnotationDocument &document)
{
    QImage other = original;
    for (const QRectF &area : document.redactions())
        maker.scribble(other, area.normalized().toAlignedRect() & original.rect());
    return other;
}

} // namespace

class tst_Burn : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whatIsBelowARedactionHasNoInfluenceOnAnythingThatLeaves();
    void aMosaicWouldFailThisTest();
    void everyRedactedPixelIsFlat();
    void aBlurTakesTheColoursAroundItAndNothingElse();
    void colourBelowTransparencyDoesNotSurvive();
    void cropRemovesEverythingOutsideAndMovesTheRest();
    void aMagnifierShowsNoRedactedPixel();
    void theBoxDoesNotTellTheLengthOfAWord();
    void thePictureHoldsPixelsAndNothingElse();
    void bytesAfterTheEndAreRefused();
    void anAgentsLayerLeavesTheBurnedBytesAlone();
    void whatWasPublishedIsReadableByTheStrictReader();
};

void tst_Burn::whatIsBelowARedactionHasNoInfluenceOnAnythingThatLeaves()
{
    constexpr int shots = 520;
    for (int seed = 1; seed <= shots; ++seed) {
        ShotMaker maker{quint64(seed)};
        const QSize size(maker.between(16, 150), maker.between(16, 110));
        const QImage original = maker.picture(size, maker.maybe());
        const AnnotationDocument document = maker.document(size, maker.between(0, 6));
        const QImage other = withOtherSecrets(maker, original, document);
        const bool onPaper = seed % 10 == 0;
        const Leaving a = leaving(original, document, onPaper);
        const Leaving b = leaving(other, document, onPaper);
        const QByteArray words = "seed " + QByteArray::number(seed);
        QVERIFY2(a.burned == b.burned, words.constData());
        QVERIFY2(a.flat == b.flat, words.constData());
        QVERIFY2(a.sidecar == b.sidecar, words.constData());
        QVERIFY2(a.thumbnail == b.thumbnail, words.constData());
        QVERIFY2(a.pdf == b.pdf, words.constData());
        QVERIFY2(!onPaper || a.pdf.startsWith("%PDF"), words.constData());
        QVERIFY2(checkBarePng(a.burned).has_value() && checkBarePng(a.flat).has_value(), words.constData());
    }
}

void tst_Burn::aMosaicWouldFailThisTest()
{
    // The property can be broken: the usual "pixelate" lets the hidden pixels through.
    ShotMaker maker(7);
    const QSize size(80, 60);
    const QImage original = maker.picture(size, false);
    AnnotationDocument document;
    document.size = size;
    document.layers = {{reporterLayer(), {}, {}}};
    document.items = {maker.annotation(AnnotationKind::Redaction, size)};
    document.items[0].rect = QRectF(10, 10, 40, 30);
    const QImage other = withOtherSecrets(maker, original, document);
    const auto mosaic = [](const QImage &image) {
        QImage made = image;
        QPainter painter(&made);
        const QRect area(10, 10, 40, 30);
        painter.drawImage(area, image.copy(area).scaled(4, 3, Qt::IgnoreAspectRatio,
                                                        Qt::SmoothTransformation));
        painter.end();
        return barePng(made).value_or(QByteArray());
    };
    QVERIFY(mosaic(original) != mosaic(other));
    QCOMPARE(publish(original, document)->burned, publish(other, document)->burned);
}

void tst_Burn::everyRedactedPixelIsFlat()
{
    for (int seed = 1; seed <= 60; ++seed) {
        ShotMaker maker{quint64(seed)};
        const QSize size(120, 90);
        const AnnotationDocument document = maker.document(size, 3);
        const QImage burned = burn(maker.picture(size, false), document).image();
        const QRect frame = document.frame();
        for (const Annotation &item : document.items) {
            if (item.kind != AnnotationKind::Redaction)
                continue;
            const QRect inside =
                item.rect.toAlignedRect().translated(-frame.topLeft()) & burned.rect();
            for (int y = inside.top(); y <= inside.bottom(); ++y) {
                for (int x = inside.left(); x <= inside.right(); ++x)
                    QCOMPARE(QColor(burned.pixel(x, y)), redactionColor());
            }
        }
    }
}

void tst_Burn::aBlurTakesTheColoursAroundItAndNothingElse()
{
    ShotMaker maker{7};
    const QSize size(160, 120);
    QImage picture(size, QImage::Format_RGB32);
    picture.fill(QColor(20, 160, 60));
    const QImage clean = picture;
    for (const QRect &place : {QRect(40, 30, 48, 30), QRect(-5, -5, 60, 40), QRect(100, 90, 90, 60),
                               QRect(QPoint(), size)}) {
        picture = clean;
        const QRect inside = place & picture.rect();
        maker.scribble(picture, inside);
        AnnotationDocument document;
        document.size = size;
        document.layers = {{reporterLayer(), {}, {}}};
        Annotation blur = maker.annotation(AnnotationKind::Blur, size);
        blur.rect = place;
        document.items = {blur};
        const QImage burned = burn(picture, document).image();
        // With nothing around it, it is grey.
        const QColor around = inside == picture.rect() ? QColor(128, 128, 128) : QColor(20, 160, 60);
        for (int y = inside.top(); y <= inside.bottom(); ++y) {
            for (int x = inside.left(); x <= inside.right(); ++x)
                QCOMPARE(QColor(burned.pixel(x, y)), around);
        }
        QVERIFY(publish(picture, document)->flat.isEmpty()); // in the picture already
    }
}

void tst_Burn::colourBelowTransparencyDoesNotSurvive()
{
    QImage hidden(20, 20, QImage::Format_ARGB32);
    hidden.fill(qRgba(0x12, 0x34, 0x56, 0));
    AnnotationDocument document;
    document.size = hidden.size();
    const QByteArray file = publish(hidden, document)->burned;
    QImage read = QImage::fromData(file);
    QVERIFY(!read.hasAlphaChannel());
    QCOMPARE(QColor(read.pixel(5, 5)), QColor(Qt::white));
}

void tst_Burn::cropRemovesEverythingOutsideAndMovesTheRest()
{
    ShotMaker maker(3);
    const QSize size(200, 100);
    const QImage original = maker.picture(size, false);
    AnnotationDocument document;
    document.size = size;
    document.layers = {{reporterLayer(), {}, {}}};
    document.crop = QRect(50, 20, 100, 60);
    Annotation inside = maker.annotation(AnnotationKind::Box, size);
    inside.rect = QRectF(60, 30, 20, 20);
    Annotation outside = inside;
    outside.id = QStringLiteral("outside");
    outside.rect = QRectF(170, 85, 10, 10);
    document.items = {inside, outside};
    const PublishedShot shot = publish(original, document).value();
    const QImage burned = QImage::fromData(shot.burned);
    QCOMPARE(burned.size(), QSize(100, 60));
    QCOMPARE(burned.pixel(0, 0), original.pixel(50, 20));
    QCOMPARE(shot.document.items.size(), 1);
    QCOMPARE(shot.document.items[0].rect, QRectF(10, 10, 20, 20));
    QVERIFY(!shot.sidecar.contains("outside") && !shot.sidecar.contains("crop"));
    // Other pixels outside change nothing.
    QImage other = original;
    maker.scribble(other, QRect(0, 0, 200, 20));
    maker.scribble(other, QRect(150, 0, 50, 100));
    QCOMPARE(publish(other, document)->flat, shot.flat);
}

void tst_Burn::aMagnifierShowsNoRedactedPixel()
{
    ShotMaker maker(5);
    const QSize size(160, 120);
    const QImage original = maker.picture(size, false);
    AnnotationDocument document;
    document.size = size;
    document.layers = {{reporterLayer(), {}, {}}};
    Annotation redaction = maker.annotation(AnnotationKind::Redaction, size);
    redaction.rect = QRectF(10.4, 10.7, 30, 20);
    Annotation magnifier = maker.annotation(AnnotationKind::Magnifier, size);
    magnifier.points = {QPointF(5, 5), QPointF(45, 35)};
    magnifier.rect = QRectF(70, 40, 80, 60);
    document.items = {redaction, magnifier};
    const QImage other = withOtherSecrets(maker, original, document);
    QCOMPARE(publish(original, document)->flat, publish(other, document)->flat);
    // In the editor too, where the picture is the original.
    const auto onScreen = [&](const QImage &picture) {
        return shotThumbnail(picture, document, size);
    };
    QCOMPARE(onScreen(original), onScreen(other));
}

void tst_Burn::theBoxDoesNotTellTheLengthOfAWord()
{
    const QSize picture(800, 600);
    QCOMPARE(burnedArea(QRectF(100, 100, 41, 12), picture).width(),
             burnedArea(QRectF(100, 100, 43, 12), picture).width());
    QCOMPARE(burnedArea(QRectF(100.5, 100.5, 40, 12), picture), QRect(98, 98, 48, 17));
    QCOMPARE(burnedArea(QRectF(-50, -50, 20, 20), picture), QRect());
    QVERIFY(QRect(QPoint(), picture).contains(burnedArea(QRectF(790, 590, 300, 90), picture)));
}

void tst_Burn::thePictureHoldsPixelsAndNothingElse()
{
    ShotMaker maker(11);
    QImage original = maker.picture(QSize(64, 48), false);
    original.setText(QStringLiteral("Author"), QStringLiteral("canary-4711"));
    original.setColorSpace(QColorSpace(QColorSpace::AdobeRgb));
    AnnotationDocument document;
    document.size = original.size();
    const QByteArray file = publish(original, document)->burned;
    QVERIFY(!file.contains("canary") && !file.contains("iCCP") && !file.contains("tEXt"));
    QVERIFY(checkBarePng(file).has_value());
    QBuffer buffer;
    buffer.setData(file);
    QVERIFY(buffer.open(QIODevice::ReadOnly));
    QImageReader reader(&buffer);
    QVERIFY(reader.textKeys().isEmpty());
    // What Qt writes by itself would not pass.
    QByteArray plain;
    QBuffer plainBuffer(&plain);
    QVERIFY(plainBuffer.open(QIODevice::WriteOnly));
    QVERIFY(original.save(&plainBuffer, "PNG"));
    QVERIFY(!checkBarePng(plain).has_value());
}

void tst_Burn::bytesAfterTheEndAreRefused()
{
    ShotMaker maker(12);
    const QByteArray file = barePng(maker.picture(QSize(30, 30), false)).value();
    QVERIFY(!checkBarePng(file + "old picture").has_value());
    QVERIFY(!checkBarePng(file.left(file.size() - 5)).has_value());
    QVERIFY(!checkBarePng(QByteArray()).has_value());
    for (qsizetype at = 0; at < file.size(); at += 7) {
        QByteArray damaged = file;
        damaged[at] = char(damaged[at] ^ 0x41);
        QVERIFY2(!checkBarePng(damaged).has_value(), QByteArray::number(at).constData());
    }
}

void tst_Burn::anAgentsLayerLeavesTheBurnedBytesAlone()
{
    ShotMaker maker(13);
    const QImage original = maker.picture(QSize(90, 70), false);
    AnnotationDocument document = maker.document(original.size(), 4);
    document.crop = QRect();
    const PublishedShot first = publish(original, document).value();
    AnnotationDocument more = annotationDocumentFrom(first.sidecar).value();
    more.layers.append({QStringLiteral("agent-1"), QStringLiteral("a3"), QStringLiteral("Ana")});
    Annotation arrow = maker.annotation(AnnotationKind::Arrow, more.size);
    arrow.layer = QStringLiteral("agent-1");
    more.items.append(arrow);
    const PublishedShot second = publishOver(first.burned, more).value();
    QCOMPARE(second.burned, first.burned);
    QVERIFY(second.flat != first.flat);
    QCOMPARE(annotationDocumentFrom(second.sidecar)->sha256, first.document.sha256);
    // Without the agent's layer it looks as it did before.
    const QImage base = QImage::fromData(first.burned).convertToFormat(QImage::Format_RGB32);
    AnnotationDocument empty;
    empty.size = base.size();
    const QImage withoutAgent =
        flattened(burn(base, empty), second.document, {QStringLiteral("agent-1")});
    QCOMPARE(withoutAgent,
             QImage::fromData(first.picture()).convertToFormat(QImage::Format_RGB32));
}

void tst_Burn::whatWasPublishedIsReadableByTheStrictReader()
{
    for (int seed = 1; seed <= 200; ++seed) {
        ShotMaker maker{quint64(seed)};
        const QSize size(maker.between(16, 200), maker.between(16, 200));
        const PublishedShot shot =
            publish(maker.picture(size, false), maker.document(size, 8)).value();
        const Result<AnnotationDocument> read = annotationDocumentFrom(shot.sidecar);
        const QByteArray words = "seed " + QByteArray::number(seed) + ": "
            + (read ? QByteArray() : toLog(read.error()).toUtf8());
        QVERIFY2(read.has_value(), words.constData());
        QVERIFY2(annotationBytes(*read) == shot.sidecar, words.constData());
    }
}

QTEST_MAIN(tst_Burn)
#include "tst_burn.moc"
