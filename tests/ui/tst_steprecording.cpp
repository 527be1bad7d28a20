// SPDX-License-Identifier: GPL-3.0-or-later
// What a recording is as a value: marks, numbers, lists, what it shares with others.
#include "app/report/steprecording.h"
#include "core/base/limits.h"
#include "core/image/annotationgeometry.h"

#include <QJsonArray>
#include <QTest>

using namespace vigie;

namespace {

StepShot stepNamed(int number, const QString &caption = {}, const QSize &size = {800, 600})
{
    StepShot step;
    step.document.sha256 = QString::number(number).rightJustified(64, QLatin1Char('0'));
    step.document.size = size;
    step.document.caption = caption;
    step.document.layers = {{reporterLayer(), QStringLiteral("u1"), QStringLiteral("Anna")}};
    step.document.items = clickMarks(size, 1, QPoint(100 + number, 200));
    step.windowTitle = QStringLiteral("Window %1").arg(number);
    step.atMs = number * 1000;
    return step;
}

StepRecording three()
{
    StepRecording recording;
    recording.steps = {stepNamed(1, QStringLiteral("Open")), stepNamed(2),
                       stepNamed(3, QStringLiteral("Print"))};
    recording.renumber();
    return recording;
}

} // namespace

class StepRecordingTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void itComesBackFromTheJournalAsItWas()
    {
        StepRecording recording = three();
        recording.steps[1].kept = false;
        recording.useTitles = true;
        QCOMPARE(stepRecordingFrom(toJson(recording)), recording);
    }

    void whatCannotBeReadCostsNoOtherStep()
    {
        QJsonObject object = toJson(three());
        QJsonArray steps = object.value(QStringLiteral("steps")).toArray();
        steps.replace(1, QStringLiteral("nonsense"));
        for (int i = 0; i < 40; ++i)
            steps.append(toJson(three()).value(QStringLiteral("steps")).toArray().first());
        object.insert(QStringLiteral("steps"), steps);
        const StepRecording read = stepRecordingFrom(object);
        QCOMPARE(read.steps.size(), limits::kRecordedSteps);
        QCOMPARE(read.steps[1].document.caption, QStringLiteral("Print"));
        QVERIFY(stepRecordingFrom({}).steps.isEmpty());
    }

    void theMarkPointsAtTheClickAndStaysInThePicture()
    {
        const QSize picture(800, 600);
        for (const QPoint &at : {QPoint(0, 0), QPoint(799, 0), QPoint(0, 599), QPoint(799, 599),
                                 QPoint(400, 300)}) {
            for (const qreal dpr : {1.0, 2.0}) {
                const QList<Annotation> marks = clickMarks(picture, dpr, at);
                QCOMPARE(marks.size(), 2);
                const Annotation &mark = marks.last();
                QCOMPARE(mark.points.value(1), QPointF(at) + QPointF(0.5, 0.5));
                const qreal radius = markRadius(mark);
                QVERIFY(QRectF(QPointF(), picture)
                            .contains(QRectF(-radius, -radius, 2 * radius, 2 * radius)
                                          .translated(mark.points[0])));
                // What was clicked is not under the mark, but in the ring.
                QVERIFY(QLineF(mark.points[0], mark.points[1]).length() > radius);
                QCOMPARE(marks.first().rect.center(), mark.points[1]);
            }
        }
        QCOMPARE(clickMarks(QSize(20, 10), 1, QPoint(3, 3)).size(), 2);
        QCOMPARE(clickMarks(picture, 1, std::nullopt).size(), 1);
    }

    void droppedStepsHaveNoNumber()
    {
        StepRecording recording = three();
        recording.steps[0].kept = false;
        recording.renumber();
        QCOMPARE(recording.kept()[0].firstStep, 1);
        QCOMPARE(recording.kept()[1].steps(reporterLayer())[0].number, 2);
        QCOMPARE(recording.droppedOriginals(), QStringList{recording.steps[0].document.sha256});
    }

    void captionsBecomeNumberedLines()
    {
        QCOMPARE(stepList(three().kept()), QStringLiteral("1. Open\n3. Print"));
        QVERIFY(stepList({three().steps[1].document}).isEmpty());
    }

    void aListIsAddedOnce()
    {
        const QString list = QStringLiteral("1. Open\n2. Print");
        const QString once = withStepList(QStringLiteral("It breaks.\n"), list);
        QCOMPARE(once, QStringLiteral("It breaks.\n\n1. Open\n2. Print"));
        QCOMPARE(withStepList(once, list), once);
        QCOMPARE(withStepList({}, list), list);
        QCOMPARE(withStepList(once, {}), once);
        // The beginning of a longer line is something else.
        QVERIFY(withStepList(QStringLiteral("1. Open\n2. Print all"), list)
                    .endsWith(QStringLiteral("\n\n") + list));
        const QString full(limits::kBodyLength, QLatin1Char('x'));
        QCOMPARE(withStepList(full, list), full);
    }

    void whatTheListSaysIsNotSaidAgain()
    {
        const QList<AnnotationDocument> shots = three().kept();
        const QStringList words{QStringLiteral("Open"), QString(),
                                QStringLiteral("Print\nA description")};
        const QString details = withStepList({}, stepList(shots));
        QCOMPARE(withoutListed(words, shots, details),
                 (QStringList{QString(), QString(), words[2]}));
        QCOMPARE(withoutListed(words, shots, QStringLiteral("Nothing")), words);
    }

    void hidingReachesOnlyPicturesOfTheSameSize()
    {
        StepRecording recording = three();
        recording.steps.append(stepNamed(4, {}, QSize(640, 480)));
        Annotation hidden;
        hidden.id = QStringLiteral("hidden");
        hidden.kind = AnnotationKind::Redaction;
        hidden.layer = reporterLayer();
        hidden.rect = QRectF(10, 10, 100, 20);
        hidden.color = Qt::black;
        QVERIFY(recording.similarTo(0).isEmpty());
        recording.steps[0].document.items.append(hidden);
        // Covered already, by something larger.
        hidden.rect = QRectF(0, 0, 300, 100);
        recording.steps[1].document.items.append(hidden);
        QCOMPARE(recording.similarTo(0), QList<qsizetype>{2});
        QCOMPARE(recording.hideInSimilar(0), 1);
        QCOMPARE(recording.steps[2].document.redactions(),
                 QList<QRectF>{QRectF(10, 10, 100, 20)});
        QVERIFY(recording.steps[3].document.redactions().isEmpty());
        QVERIFY(recording.similarTo(0).isEmpty());
        // Each redaction can be told from its model.
        QCOMPARE(stepRecordingFrom(toJson(recording)), recording);
        QVERIFY(recording.steps[2].document.items.last().id != QStringLiteral("hidden"));
    }

    void aShotIsKnownByPictureAndMarks()
    {
        const QList<AnnotationDocument> shots = three().kept();
        QVERIFY(isAmong(shots, shots[1]));
        // The same screen clicked twice is two steps.
        AnnotationDocument twin = shots[1];
        twin.items = clickMarks(twin.size, 1, QPoint(5, 5));
        QVERIFY(!isAmong(shots, twin));
        AnnotationDocument bare = shots[1];
        bare.items.clear();
        QVERIFY(isAmong(shots, bare));
    }
};

QTEST_MAIN(StepRecordingTest)
#include "tst_steprecording.moc"
