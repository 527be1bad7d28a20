// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/widgets/iconset.h"
#include "core/image/annotation.h"

#include <QCoreApplication>
#include <QKeySequence>
#include <QList>

namespace vigie {

/// What the pointer does on the canvas.
enum class ToolId {
    Select,
    Arrow,
    Box,
    Ellipse,
    Line,
    Freehand,
    Highlighter,
    Text,
    Callout,
    Step,
    Redact,
    Spotlight,
    Magnifier,
    Blur,
    Crop
};

/// One tool as it is shown and reached: the registry feeds tool box, tooltips and keys.
struct ToolFacts {
    ToolId id;
    Icon icon;
    Qt::Key key; ///< a single letter, while no words are typed
    AnnotationKind kind; ///< Unknown for Select and Crop
};

/// In the order of the tool box; redaction comes early because it is what must not be forgotten.
[[nodiscard]] const QList<ToolFacts> &annotateTools();
[[nodiscard]] const ToolFacts &factsOf(ToolId id);

/// The words of tools and annotations.
class AnnotateText
{
    Q_DECLARE_TR_FUNCTIONS(vigie::AnnotateText)

public:
    /// "Arrow"
    [[nodiscard]] static QString tool(ToolId id);
    /// What one does with it, for the hint line: "Drag from the tail to the tip. Shift: …"
    [[nodiscard]] static QString hint(ToolId id);
    /// "Arrow", "Step 2: click here", for lists and screen readers.
    [[nodiscard]] static QString item(const Annotation &item);
    /// "Draw arrow", the undo step's name.
    [[nodiscard]] static QString drawing(AnnotationKind kind);
    [[nodiscard]] static QString color(int index);
};

} // namespace vigie
