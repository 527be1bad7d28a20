// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QColor>
#include <QJsonObject>
#include <QList>
#include <QPointF>
#include <QRectF>
#include <QString>

namespace vigie {

/// What can be put on a screenshot.
enum class AnnotationKind {
    Arrow,
    Line,
    Box,
    Ellipse,
    Freehand,
    Highlighter,
    Text,
    Callout,   ///< a text with a tip that points at something
    Step,      ///< a numbered mark
    Redaction, ///< destroys what is below it when the picture leaves
    Spotlight, ///< dims everything but its area
    Magnifier, ///< shows an area enlarged, elsewhere
    Blur,      ///< a soft patch of the colours around it, for looks; destroys like Redaction
    Unknown    ///< written by a newer Vigie: kept, not shown
};

/// Which members of Annotation describe where it is.
enum class AnnotationGeometry {
    Segment,    ///< points: from, to
    Path,       ///< points: at least two
    Area,       ///< rect
    AreaAndTip, ///< rect, points: the tip
    Mark,       ///< points: the centre and, optionally, a tip
    View,       ///< rect: where it is shown, points: two corners of what is shown
    None
};

/// One annotation. All places are in pixels of the whole original picture, fractions allowed;
/// the order in the document is the order of painting.
struct Annotation {
    QString id; ///< unique in its document
    AnnotationKind kind = AnnotationKind::Box;
    QString layer; ///< the id of an AnnotationLayer
    QList<QPointF> points;
    QRectF rect; ///< normalized
    QString text;
    int number = 0; ///< Step: at least 1, given by AnnotationDocument::renumberSteps()
    QColor color;   ///< opaque
    qreal width = 5; ///< of the stroke, picture pixels; sizes text and marks too
    bool filled = false; ///< Box, Ellipse: tinted inside
    QString reason; ///< Redaction: what kind of thing it hides ("email"), empty = not said
    QJsonObject unknown; ///< Unknown: the whole object, as it was read

    bool operator==(const Annotation &) const = default;
};

[[nodiscard]] AnnotationGeometry geometryOf(AnnotationKind kind);
/// The name in the sidecar; empty for Unknown.
[[nodiscard]] QString annotationKindName(AnnotationKind kind);
/// Unknown when no kind has this name.
[[nodiscard]] AnnotationKind annotationKindFrom(const QString &name);
[[nodiscard]] bool carriesText(AnnotationKind kind);
/// What is below it is not in the picture that leaves.
[[nodiscard]] inline bool destroys(AnnotationKind kind)
{
    return kind == AnnotationKind::Redaction || kind == AnnotationKind::Blur;
}

/// Whose annotations these are. The employee's is "reporter"; every agent adds an own one.
struct AnnotationLayer {
    QString id;
    QString by;   ///< the person's id; empty = not said
    QString name; ///< as shown

    bool operator==(const AnnotationLayer &) const = default;
};

[[nodiscard]] inline QString reporterLayer()
{
    return QStringLiteral("reporter");
}

} // namespace vigie
