// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/report/steprecording.h"

#include "core/base/limits.h"
#include "core/image/annotationcodec.h"
#include "core/image/annotationeditor.h"
#include "core/image/annotationgeometry.h"
#include "core/model/codec.h"

#include <QJsonArray>

#include <algorithm>
#include <cmath>

namespace vigie {

namespace {

bool hides(const AnnotationDocument &document, const QRectF &area)
{
    const QList<QRectF> areas = document.redactions();
    return std::any_of(areas.cbegin(), areas.cend(),
                       [&area](const QRectF &one) { return one.contains(area); });
}

bool hidesAllOf(const AnnotationDocument &document, const AnnotationDocument &model)
{
    const QList<QRectF> areas = model.redactions();
    return std::all_of(areas.cbegin(), areas.cend(),
                       [&document](const QRectF &area) { return hides(document, area); });
}

/// Where the mark of a click goes: beside it, on the side with more room.
QPointF markCentre(const QPointF &at, const QSize &picture, qreal radius, qreal ring)
{
    const qreal away = ring + 1.6 * radius;
    const qreal x = at.x() + (at.x() + 2 * away < picture.width() ? away : -away) * 0.75;
    const qreal y = at.y() + (at.y() - 2 * away > 0 ? -away : away) * 0.75;
    const auto within = [radius](qreal value, qreal most) {
        return std::round(
            std::clamp(value, std::min(radius, most / 2), std::max(most - radius, most / 2)));
    };
    return {within(x, picture.width()), within(y, picture.height())};
}

StepShot stepFrom(const QJsonObject &object, const AnnotationDocument &document)
{
    StepShot step;
    step.document = document;
    step.windowTitle = object.value(QLatin1String("title")).toString();
    step.kept = object.value(QLatin1String("kept")).toBool(true);
    step.atMs = object.value(QLatin1String("at")).toInteger();
    return step;
}

} // namespace

QList<AnnotationDocument> StepRecording::kept() const
{
    QList<AnnotationDocument> shots;
    for (const StepShot &step : steps) {
        if (step.kept)
            shots.append(step.document);
    }
    return shots;
}

QStringList StepRecording::originals() const
{
    QStringList all;
    for (const StepShot &step : steps)
        all.append(step.document.sha256);
    return all;
}

QStringList StepRecording::droppedOriginals() const
{
    QStringList dropped;
    for (const StepShot &step : steps) {
        if (!step.kept)
            dropped.append(step.document.sha256);
    }
    return dropped;
}

bool StepRecording::hasTitles() const
{
    return std::any_of(steps.cbegin(), steps.cend(),
                       [](const StepShot &step) { return !step.windowTitle.isEmpty(); });
}

void StepRecording::renumber()
{
    int number = 1;
    for (StepShot &step : steps) {
        step.document.firstStep = number;
        step.document.renumberSteps();
        if (step.kept)
            ++number;
    }
}

void StepRecording::setUseTitles(bool use)
{
    useTitles = use;
    for (StepShot &step : steps) {
        QString &caption = step.document.caption;
        if (use && caption.trimmed().isEmpty())
            caption = step.windowTitle;
        else if (!use && caption == step.windowTitle)
            caption.clear();
    }
}

QList<qsizetype> StepRecording::similarTo(qsizetype step) const
{
    QList<qsizetype> similar;
    const AnnotationDocument &model = steps.at(step).document;
    for (qsizetype i = 0; i < steps.size(); ++i) {
        const AnnotationDocument &other = steps.at(i).document;
        if (i != step && other.size == model.size && !hidesAllOf(other, model))
            similar.append(i);
    }
    return similar;
}

int StepRecording::hideInSimilar(qsizetype step)
{
    const AnnotationDocument model = steps.at(step).document;
    const QList<qsizetype> similar = similarTo(step);
    for (const qsizetype i : similar) {
        AnnotationDocument &other = steps[i].document;
        for (const Annotation &item : model.items) {
            if (item.kind != AnnotationKind::Redaction || hides(other, item.rect))
                continue;
            Annotation copy = item;
            copy.id = AnnotationEditor::newId();
            copy.layer = reporterLayer();
            other.items.append(copy);
        }
    }
    return int(similar.size());
}

QJsonObject toJson(const StepRecording &recording)
{
    QJsonArray steps;
    for (const StepShot &step : recording.steps) {
        QJsonObject object;
        object.insert(QStringLiteral("shot"), annotationJson(step.document));
        codec::put(object, "title", step.windowTitle);
        object.insert(QStringLiteral("kept"), step.kept);
        codec::put(object, "at", step.atMs);
        steps.append(object);
    }
    QJsonObject object;
    object.insert(QStringLiteral("steps"), steps);
    object.insert(QStringLiteral("useTitles"), recording.useTitles);
    return object;
}

StepRecording stepRecordingFrom(const QJsonObject &object)
{
    StepRecording recording;
    recording.useTitles = object.value(QLatin1String("useTitles")).toBool();
    const QJsonArray steps = object.value(QLatin1String("steps")).toArray();
    for (const QJsonValue &value : steps) {
        const QJsonObject step = value.toObject();
        const Result<AnnotationDocument> document =
            annotationDocumentFrom(step.value(QLatin1String("shot")).toObject());
        if (document && isSha256(document->sha256)
            && recording.steps.size() < limits::kRecordedSteps)
            recording.steps.append(stepFrom(step, *document));
    }
    return recording;
}

QList<Annotation> clickMarks(const QSize &picture, qreal dpr, const std::optional<QPoint> &at)
{
    Annotation mark;
    mark.id = AnnotationEditor::newId();
    mark.kind = AnnotationKind::Step;
    mark.layer = reporterLayer();
    mark.color = annotationColors().first();
    mark.width = strokeWidths(dpr).value(1);
    const qreal radius = markRadius(mark);
    if (!at) {
        mark.points = {QPointF(2 * radius, 2 * radius)};
        return {mark};
    }
    // Pixels have their place at their upper left corner; the click was in the middle of one.
    const QPointF click = QPointF(*at) + QPointF(0.5, 0.5);
    Annotation ring = mark;
    ring.id = AnnotationEditor::newId();
    ring.kind = AnnotationKind::Ellipse;
    ring.width = strokeWidths(dpr).value(0);
    const qreal wide = 13 * std::clamp(dpr, 1.0, 4.0);
    ring.rect = QRectF(click - QPointF(wide, wide), QSizeF(2 * wide, 2 * wide));
    mark.points = {markCentre(click, picture, radius, wide), click};
    return {ring, mark};
}

QString stepList(const QList<AnnotationDocument> &shots)
{
    QStringList lines;
    for (const AnnotationDocument &shot : shots) {
        const QString caption = shot.caption.simplified();
        if (!caption.isEmpty())
            lines.append(QStringLiteral("%1. %2").arg(shot.firstStep).arg(caption));
    }
    return lines.join(u'\n');
}

QString withStepList(const QString &details, const QString &list)
{
    if (list.isEmpty() || (u'\n' + details + u'\n').contains(u'\n' + list + u'\n'))
        return details;
    const QString before = details.trimmed();
    const QString all = before.isEmpty() ? list : before + QStringLiteral("\n\n") + list;
    return all.size() > limits::kBodyLength ? details : all;
}

QStringList withoutListed(const QStringList &words, const QList<AnnotationDocument> &shots,
                          const QString &details)
{
    const QStringList lines = details.split(u'\n');
    QStringList rest = words;
    for (qsizetype i = 0; i < rest.size() && i < shots.size(); ++i) {
        if (lines.contains(stepList({shots[i]})) && rest[i] == shots[i].caption.simplified())
            rest[i].clear();
    }
    return rest;
}

bool isAmong(const QList<AnnotationDocument> &shots, const AnnotationDocument &shot)
{
    const auto sharesMark = [&shot](const AnnotationDocument &other) {
        return std::any_of(shot.items.cbegin(), shot.items.cend(),
                           [&other](const Annotation &item) { return other.find(item.id); });
    };
    return std::any_of(shots.cbegin(), shots.cend(), [&](const AnnotationDocument &other) {
        return other.sha256 == shot.sha256 && (shot.items.isEmpty() || sharesMark(other));
    });
}

} // namespace vigie
