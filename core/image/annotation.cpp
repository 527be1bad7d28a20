// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/image/annotation.h"

namespace vigie {

namespace {

struct KindFacts {
    AnnotationKind kind;
    const char *name;
    AnnotationGeometry geometry;
    bool text;
};

constexpr KindFacts kKinds[] = {
    {AnnotationKind::Arrow, "arrow", AnnotationGeometry::Segment, false},
    {AnnotationKind::Line, "line", AnnotationGeometry::Segment, false},
    {AnnotationKind::Box, "box", AnnotationGeometry::Area, false},
    {AnnotationKind::Ellipse, "ellipse", AnnotationGeometry::Area, false},
    {AnnotationKind::Freehand, "freehand", AnnotationGeometry::Path, false},
    {AnnotationKind::Highlighter, "highlighter", AnnotationGeometry::Path, false},
    {AnnotationKind::Text, "text", AnnotationGeometry::Area, true},
    {AnnotationKind::Callout, "callout", AnnotationGeometry::AreaAndTip, true},
    {AnnotationKind::Step, "step", AnnotationGeometry::Mark, true},
    {AnnotationKind::Redaction, "redaction", AnnotationGeometry::Area, false},
    {AnnotationKind::Spotlight, "spotlight", AnnotationGeometry::Area, false},
    {AnnotationKind::Magnifier, "magnifier", AnnotationGeometry::View, false},
    {AnnotationKind::Blur, "blur", AnnotationGeometry::Area, false},
};

const KindFacts *factsOf(AnnotationKind kind)
{
    for (const KindFacts &facts : kKinds) {
        if (facts.kind == kind)
            return &facts;
    }
    return nullptr;
}

} // namespace

AnnotationGeometry geometryOf(AnnotationKind kind)
{
    const KindFacts *facts = factsOf(kind);
    return facts ? facts->geometry : AnnotationGeometry::None;
}

QString annotationKindName(AnnotationKind kind)
{
    const KindFacts *facts = factsOf(kind);
    return facts ? QString::fromLatin1(facts->name) : QString();
}

AnnotationKind annotationKindFrom(const QString &name)
{
    for (const KindFacts &facts : kKinds) {
        if (name == QLatin1String(facts.name))
            return facts.kind;
    }
    return AnnotationKind::Unknown;
}

bool carriesText(AnnotationKind kind)
{
    const KindFacts *facts = factsOf(kind);
    return facts && facts->text;
}

} // namespace vigie
