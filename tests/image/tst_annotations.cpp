// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/limits.h"
#include "core/image/annotationcodec.h"
#include "core/image/annotationeditor.h"
#include "core/image/annotationtext.h"
#include "core/image/imagegate.h"
#include "tests/image/shotmaker.h"

#include <QBuffer>
#include <QDataStream>
#include <QJsonArray>
#include <QTest>

using namespace vigie;
using test::ShotMaker;

class tst_Annotations : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyKindComesBackAsItWasWritten();
    void hostileSidecarsAreRefused_data();
    void hostileSidecarsAreRefused();
    void noMutationOfASidecarIsMoreThanRefused();
    void aKindOfALaterVigieIsKept();
    void everyEditCanBeUndoneAndRedone();
    void aDragIsOneStep();
    void aDragBackToWhereItBeganIsNoStep();
    void stepsRenumberWhenOneGoes();
    void aRecordingCountsOnFromShotToShot();
    void foreignLayersAreNotRemoved();
    void handlesMoveWhatTheyPointAt_data();
    void handlesMoveWhatTheyPointAt();
    void aClickFindsTheStrokeAndNotTheHole();
    void linesSnapToFifteenDegrees();
    void aTextIsAsHighAsItsWords();
    void hostilePicturesAreRefused();
};

void tst_Annotations::everyKindComesBackAsItWasWritten()
{
    for (int seed = 1; seed <= 100; ++seed) {
        ShotMaker maker{quint64(seed)};
        const AnnotationDocument document = maker.document(QSize(300, 200), 12);
        const QByteArray bytes = annotationBytes(document);
        const Result<AnnotationDocument> read = annotationDocumentFrom(bytes);
        QVERIFY2(read.has_value(), read ? "" : qPrintable(toLog(read.error())));
        QCOMPARE(annotationBytes(*read), bytes);
        QCOMPARE(read->items.size(), document.items.size());
        QCOMPARE(read->crop, document.crop);
    }
}

void tst_Annotations::hostileSidecarsAreRefused_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<ErrorCode>("code");
    const QByteArray head = R"({"schema":1,"image":{"w":100,"h":80,"dpr":1},"layers":[{"id":"r"}],)";
    const auto item = [&](const QByteArray &fields) {
        return QByteArray(head + R"("items":[{"id":"a","layer":"r",)" + fields + "}]}");
    };
    const ErrorCode invalid = ErrorCode::Invalid;
    QTest::newRow("not json") << QByteArray("GIF89a") << invalid;
    QTest::newRow("empty") << QByteArray("{}") << invalid;
    QTest::newRow("later schema") << QByteArray(R"({"schema":2})") << ErrorCode::StoreTooNew;
    QTest::newRow("no picture") << QByteArray(R"({"schema":1,"items":[]})") << invalid;
    QTest::newRow("picture of no size")
        << QByteArray(R"({"schema":1,"image":{"w":0,"h":80,"dpr":1},"items":[]})") << invalid;
    QTest::newRow("density zero")
        << QByteArray(R"({"schema":1,"image":{"w":10,"h":80,"dpr":0},"items":[]})") << invalid;
    QTest::newRow("steps from nowhere")
        << QByteArray(head + R"("firstStep":0,"items":[]})") << invalid;
    QTest::newRow("far away")
        << item(R"("type":"line","points":[[0,0],[1e9,5]],"width":3)") << invalid;
    QTest::newRow("huge width")
        << item(R"("type":"line","points":[[0,0],[9,5]],"width":1e30)") << invalid;
    QTest::newRow("negative size") << item(R"("type":"box","rect":[0,0,-5,5],"width":3)") << invalid;
    QTest::newRow("one end") << item(R"("type":"arrow","points":[[0,0]],"width":3)") << invalid;
    QTest::newRow("a string for a number")
        << item(R"("type":"box","rect":["0",0,5,5],"width":3)") << invalid;
    QTest::newRow("colour by name")
        << item(R"("type":"box","rect":[0,0,5,5],"width":3,"color":"red")") << invalid;
    QTest::newRow("no such layer")
        << QByteArray(head + R"("items":[{"id":"a","layer":"x","type":"box","rect":[0,0,1,1],"width":3}]})")
        << invalid;
    QTest::newRow("same id twice")
        << QByteArray(head
                      + R"("items":[{"id":"a","layer":"r","type":"box","rect":[0,0,1,1],"width":3},)"
                        R"({"id":"a","layer":"r","type":"box","rect":[0,0,1,1],"width":3}]})")
        << invalid;
    QTest::newRow("items are words") << QByteArray(head + R"("items":["x"]})") << invalid;
    QTest::newRow("too many items")
        << QByteArray(head + "\"items\":[" + QByteArray("{},").repeated(limits::kAnnotations)
                      + "{}]}")
        << invalid;
    QTest::newRow("too large") << QByteArray(limits::kSidecarBytes + 1, ' ') << ErrorCode::TooLarge;
    QTest::newRow("deep") << QByteArray(QByteArray("{\"a\":").repeated(200)) << invalid;
    QTest::newRow("nothing remains")
        << QByteArray(head + R"("crop":[90,70,0,0],"items":[]})") << invalid;
}

void tst_Annotations::hostileSidecarsAreRefused()
{
    QFETCH(QByteArray, bytes);
    QFETCH(ErrorCode, code);
    const Result<AnnotationDocument> read = annotationDocumentFrom(bytes);
    QVERIFY(!read.has_value());
    QCOMPARE(errorName(read.error().code), errorName(code));
}

void tst_Annotations::noMutationOfASidecarIsMoreThanRefused()
{
    ShotMaker maker(99);
    const QByteArray good = annotationBytes(maker.document(QSize(300, 200), 10));
    int refused = 0;
    for (int round = 0; round < 4000; ++round) {
        QByteArray bad = good;
        for (int i = maker.between(1, 4); i > 0; --i) {
            const int at = maker.between(0, int(bad.size()) - 1);
            if (maker.maybe())
                bad[at] = char(maker.between(32, 126));
            else
                bad.remove(at, maker.between(1, 12));
        }
        const Result<AnnotationDocument> read = annotationDocumentFrom(bad);
        if (!read) {
            ++refused;
            continue;
        }
        // What is let through can be painted, grabbed and written again.
        for (const Annotation &item : read->items) {
            QVERIFY(std::isfinite(boundsOf(item).width()));
            (void)isHit(item, QPointF(5, 5), 3);
        }
        QVERIFY(annotationDocumentFrom(annotationBytes(*read)).has_value());
    }
    QVERIFY(refused > 2000);
}

void tst_Annotations::aKindOfALaterVigieIsKept()
{
    const QByteArray bytes =
        R"({"image":{"dpr":1,"h":80,"w":100},"items":[{"id":"a","layer":"r","sparkle":[1,{"x":2}],)"
        R"("type":"hologram"}],"layers":[{"id":"r"}],"schema":1})";
    const Result<AnnotationDocument> read = annotationDocumentFrom(bytes);
    QVERIFY(read.has_value());
    QCOMPARE(read->items[0].kind, AnnotationKind::Unknown);
    QCOMPARE(annotationBytes(*read), bytes);
}

void tst_Annotations::everyEditCanBeUndoneAndRedone()
{
    for (int seed = 1; seed <= 40; ++seed) {
        ShotMaker maker{quint64(seed)};
        AnnotationEditor editor(nullptr);
        AnnotationDocument start = maker.document(QSize(200, 100), 3);
        editor.setDocument(start);
        QList<AnnotationDocument> history{editor.document()};
        for (int step = 0; step < 30; ++step) {
            const AnnotationDocument &now = editor.document();
            switch (maker.between(0, 5)) {
            case 0: editor.add({}, maker.annotation(AnnotationKind(maker.between(0, 11)), now.size)); break;
            case 1:
                if (!now.items.isEmpty())
                    editor.remove({}, {now.items[maker.between(0, int(now.items.size()) - 1)].id});
                break;
            case 2:
                editor.change({}, [&](AnnotationDocument &document) {
                    for (Annotation &item : document.items)
                        moveBy(item, QPointF(maker.real(-5, 5), 1));
                });
                break;
            case 3:
                editor.change({}, [&](AnnotationDocument &document) {
                    if (document.items.size() > 1)
                        document.items.move(0, document.items.size() - 1);
                });
                break;
            case 4:
                editor.change({}, [&](AnnotationDocument &document) {
                    document.crop = QRect(maker.between(0, 50), 0, 100, 50);
                });
                break;
            default:
                editor.change({}, [&](AnnotationDocument &document) {
                    document.alt = QString::number(step);
                });
            }
            if (editor.document() != history.last())
                history.append(editor.document());
        }
        const QByteArray words = "seed " + QByteArray::number(seed);
        QCOMPARE(editor.undoStack().count(), int(history.size()) - 1);
        for (qsizetype i = history.size() - 1; i > 0; --i) {
            QVERIFY2(editor.document() == history[i], words.constData());
            editor.undoStack().undo();
        }
        QVERIFY2(editor.document() == history.first(), words.constData());
        for (qsizetype i = 1; i < history.size(); ++i) {
            editor.undoStack().redo();
            QVERIFY2(editor.document() == history[i], words.constData());
        }
    }
}

void tst_Annotations::aDragIsOneStep()
{
    ShotMaker maker(1);
    AnnotationEditor editor(nullptr);
    AnnotationDocument document;
    document.size = QSize(100, 100);
    editor.setDocument(document);
    const QString id = editor.add({}, maker.annotation(AnnotationKind::Box, document.size));
    const AnnotationDocument before = editor.document();
    const auto drag = [&](qreal by) {
        editor.change({}, [&](AnnotationDocument &d) { moveBy(d.items[0], QPointF(by, 0)); },
                      QStringLiteral("move"));
    };
    drag(1);
    drag(2);
    drag(3);
    QCOMPARE(editor.undoStack().count(), 2);
    QCOMPARE(editor.document().find(id)->rect.x(), before.items[0].rect.x() + 6);
    editor.endMerging();
    drag(4);
    QCOMPARE(editor.undoStack().count(), 3);
    editor.undoStack().undo();
    editor.undoStack().undo();
    QCOMPARE(editor.document(), before);
}

void tst_Annotations::aDragBackToWhereItBeganIsNoStep()
{
    ShotMaker maker(1);
    AnnotationEditor editor(nullptr);
    AnnotationDocument document;
    document.size = QSize(100, 100);
    editor.setDocument(document);
    editor.add({}, maker.annotation(AnnotationKind::Box, document.size));
    editor.change({}, [](AnnotationDocument &d) { d.items[0].rect.setRect(8, 8, 4, 4); });
    const int steps = editor.undoStack().count();
    const auto drag = [&](qreal by) {
        editor.change({}, [&](AnnotationDocument &d) { moveBy(d.items[0], QPointF(by, 0)); },
                      QStringLiteral("move"));
    };
    drag(4);
    drag(-4);
    QCOMPARE(editor.undoStack().count(), steps);
}

void tst_Annotations::stepsRenumberWhenOneGoes()
{
    ShotMaker maker(2);
    AnnotationEditor editor(nullptr);
    AnnotationDocument document;
    document.size = QSize(100, 100);
    editor.setDocument(document);
    QStringList ids;
    for (int i = 0; i < 3; ++i)
        ids.append(editor.add({}, maker.annotation(AnnotationKind::Step, document.size)));
    editor.remove({}, {ids[0]});
    QCOMPARE(editor.document().find(ids[1])->number, 1);
    QCOMPARE(editor.document().find(ids[2])->number, 2);
    editor.undoStack().undo();
    QCOMPARE(editor.document().find(ids[2])->number, 3);
}

void tst_Annotations::aRecordingCountsOnFromShotToShot()
{
    AnnotationDocument document;
    document.size = QSize(100, 100);
    document.firstStep = 7;
    document.layers = {{reporterLayer(), {}, {}}, {QStringLiteral("agent"), {}, {}}};
    for (const QString &layer : {reporterLayer(), QStringLiteral("agent"), reporterLayer()}) {
        Annotation step;
        step.id = AnnotationEditor::newId();
        step.kind = AnnotationKind::Step;
        step.layer = layer;
        step.points = {QPointF(10, 10)};
        step.color = Qt::red;
        document.items.append(step);
    }
    document.renumberSteps();
    QCOMPARE(document.items[0].number, 7);
    QCOMPARE(document.items[1].number, 1); // an agent's own marks begin at one
    QCOMPARE(document.items[2].number, 8);
    const Result<AnnotationDocument> read = annotationDocumentFrom(annotationBytes(document));
    QVERIFY(read);
    QCOMPARE(*read, document);
    AnnotationEditor editor(nullptr);
    editor.setDocument(document);
    editor.remove(QStringLiteral("Delete"), {document.items[0].id});
    QCOMPARE(editor.document().items.last().number, 7);
    editor.undoStack().undo();
    QCOMPARE(editor.document(), document);
}

void tst_Annotations::foreignLayersAreNotRemoved()
{
    ShotMaker maker(2);
    AnnotationEditor editor(nullptr);
    AnnotationDocument document = maker.document(QSize(100, 100), 2);
    editor.setDocument(document);
    editor.setLayer({QStringLiteral("agent"), {}, {}});
    editor.remove({}, {document.items[0].id});
    QCOMPARE(editor.document(), document);
}

void tst_Annotations::handlesMoveWhatTheyPointAt_data()
{
    QTest::addColumn<int>("kind");
    for (int kind = 0; kind < int(AnnotationKind::Unknown); ++kind)
        QTest::newRow(qPrintable(annotationKindName(AnnotationKind(kind)))) << kind;
}

void tst_Annotations::handlesMoveWhatTheyPointAt()
{
    QFETCH(int, kind);
    ShotMaker maker(4);
    Annotation item = maker.annotation(AnnotationKind(kind), QSize(400, 400));
    item.rect = item.rect.isNull() ? QRectF() : QRectF(50, 60, 120, 80);
    fitText(item);
    const QList<QPointF> handles = handlesOf(item);
    QVERIFY(!handles.isEmpty());
    for (qsizetype i = 0; i < handles.size(); ++i) {
        Annotation moved = item;
        const QPointF to = handles[i] + QPointF(-70, -75);
        moveHandle(moved, i, to);
        const bool text = moved.kind == AnnotationKind::Text || moved.kind == AnnotationKind::Callout;
        if (text && i < 8)
            continue; // as high as its words, whatever was pulled
        const QList<QPointF> now = handlesOf(moved);
        const auto reached = std::any_of(now.cbegin(), now.cend(), [&](const QPointF &one) {
            return std::abs(one.x() - to.x()) < 0.01 || std::abs(one.y() - to.y()) < 0.01;
        });
        QVERIFY2(reached, QByteArray::number(int(i)).constData());
        QVERIFY2(moved != item, QByteArray::number(int(i)).constData());
    }
}

void tst_Annotations::aClickFindsTheStrokeAndNotTheHole()
{
    Annotation box;
    box.kind = AnnotationKind::Box;
    box.rect = QRectF(50, 50, 100, 100);
    QVERIFY(isHit(box, QPointF(50, 100), 4));
    QVERIFY(!isHit(box, QPointF(100, 100), 4));
    box.filled = true;
    QVERIFY(isHit(box, QPointF(100, 100), 4));
    QVERIFY(!isHit(box, QPointF(180, 100), 4));
}

void tst_Annotations::linesSnapToFifteenDegrees()
{
    const QPointF end = snappedToAngle(QPointF(0, 0), QPointF(100, 3));
    QVERIFY(std::abs(end.y()) < 0.001);
    const QPointF corner = snappedToSquare(QPointF(10, 10), QPointF(-20, 25));
    QCOMPARE(corner, QPointF(-20, 40));
}

void tst_Annotations::aTextIsAsHighAsItsWords()
{
    Annotation text;
    text.kind = AnnotationKind::Text;
    text.rect = QRectF(0, 0, 120, 1);
    text.text = QStringLiteral("one");
    fitText(text);
    const qreal oneLine = text.rect.height();
    text.text = QStringLiteral("one two three four five six seven eight nine ten eleven twelve");
    fitText(text);
    QVERIFY(text.rect.height() > 2 * oneLine);
    QCOMPARE(text.rect.width(), 120);
}

void tst_Annotations::hostilePicturesAreRefused()
{
    QCOMPARE(readPicture(QByteArray()).error().code, ErrorCode::Invalid);
    QCOMPARE(readPicture("<svg xmlns='http://www.w3.org/2000/svg'/>").error().code,
             ErrorCode::Invalid);
    ShotMaker maker(1);
    QByteArray png;
    QBuffer buffer(&png);
    QVERIFY(buffer.open(QIODevice::WriteOnly));
    QVERIFY(maker.picture(QSize(200, 100), false).save(&buffer, "PNG"));
    QVERIFY(readPicture(png).has_value());
    // Cut off: nothing, or what was there, but no crash and no half of another picture.
    const Result<QImage> half = readPicture(png.left(png.size() / 2));
    QVERIFY(!half || half->size() == QSize(200, 100));
    // A picture that claims 200 megapixels is refused before anything is allocated.
    QByteArray bomb;
    QDataStream header(&bomb, QIODevice::WriteOnly);
    header.setByteOrder(QDataStream::LittleEndian);
    header << quint16(0x4d42) << quint32(54) << quint32(0) << quint32(54) << quint32(40)
           << qint32(20'000) << qint32(10'000) << quint16(1) << quint16(24) << quint32(0)
           << quint32(0) << qint32(0) << qint32(0) << quint32(0) << quint32(0);
    QCOMPARE(readPicture(bomb).error().code, ErrorCode::TooLarge);
    QVERIFY(!admitPicture(QImage()).has_value());
}

QTEST_MAIN(tst_Annotations)
#include "tst_annotations.moc"
