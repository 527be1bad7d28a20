// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/annotate/annotatetools.h"

#include "app/text/ocrtext.h"

namespace vigie {

const QList<ToolFacts> &annotateTools()
{
    static const QList<ToolFacts> tools{
        {ToolId::Select, Icon::Cursor, Qt::Key_V, AnnotationKind::Unknown},
        {ToolId::Arrow, Icon::ArrowMark, Qt::Key_A, AnnotationKind::Arrow},
        {ToolId::Box, Icon::Box, Qt::Key_B, AnnotationKind::Box},
        {ToolId::Step, Icon::StepMark, Qt::Key_N, AnnotationKind::Step},
        {ToolId::Text, Icon::TextMark, Qt::Key_T, AnnotationKind::Text},
        {ToolId::Redact, Icon::Redact, Qt::Key_R, AnnotationKind::Redaction},
        {ToolId::Crop, Icon::Crop, Qt::Key_C, AnnotationKind::Unknown},
        {ToolId::Ellipse, Icon::Ellipse, Qt::Key_E, AnnotationKind::Ellipse},
        {ToolId::Line, Icon::Line, Qt::Key_L, AnnotationKind::Line},
        {ToolId::Freehand, Icon::Freehand, Qt::Key_P, AnnotationKind::Freehand},
        {ToolId::Highlighter, Icon::Highlighter, Qt::Key_H, AnnotationKind::Highlighter},
        {ToolId::Callout, Icon::Callout, Qt::Key_O, AnnotationKind::Callout},
        {ToolId::Spotlight, Icon::Spotlight, Qt::Key_S, AnnotationKind::Spotlight},
        {ToolId::Magnifier, Icon::Magnifier, Qt::Key_M, AnnotationKind::Magnifier},
        {ToolId::Blur, Icon::Blur, Qt::Key_U, AnnotationKind::Blur},
    };
    return tools;
}

const ToolFacts &factsOf(ToolId id)
{
    for (const ToolFacts &facts : annotateTools()) {
        if (facts.id == id)
            return facts;
    }
    return annotateTools().first();
}

QString AnnotateText::tool(ToolId id)
{
    switch (id) {
    case ToolId::Select: return tr("Select and move");
    case ToolId::Arrow: return tr("Arrow");
    case ToolId::Box: return tr("Box");
    case ToolId::Ellipse: return tr("Ellipse");
    case ToolId::Line: return tr("Line");
    case ToolId::Freehand: return tr("Freehand");
    case ToolId::Highlighter: return tr("Highlighter");
    case ToolId::Text: return tr("Text");
    case ToolId::Callout: return tr("Call-out");
    case ToolId::Step: return tr("Numbered step");
    case ToolId::Redact: return tr("Redact");
    case ToolId::Spotlight: return tr("Spotlight");
    case ToolId::Magnifier: return tr("Magnifier");
    case ToolId::Blur: return tr("Blur, for looks");
    case ToolId::Crop: return tr("Crop");
    }
    return {};
}

QString AnnotateText::hint(ToolId id)
{
    switch (id) {
    case ToolId::Select:
        return tr("Click to select, drag to move. Shift keeps the direction, Alt turns snapping "
                  "off.");
    case ToolId::Arrow: return tr("Drag from the tail to the tip. Shift keeps steps of 15°.");
    case ToolId::Line: return tr("Drag from end to end. Shift keeps steps of 15°.");
    case ToolId::Box:
    case ToolId::Ellipse:
        return tr("Drag across the place. Shift makes it even, Ctrl starts from the centre.");
    case ToolId::Freehand: return tr("Draw with the button held down.");
    case ToolId::Highlighter: return tr("Draw over the words. Shift keeps the line straight.");
    case ToolId::Text: return tr("Click where the words should stand, or drag their width.");
    case ToolId::Callout: return tr("Drag from the thing to where the words should stand.");
    case ToolId::Step:
        return tr("Click to place the next number; drag to point with it. Enter adds words.");
    case ToolId::Redact:
        return tr("Drag over what nobody may see. It is destroyed in what you send; nobody can "
                  "bring it back.");
    case ToolId::Spotlight: return tr("Drag over what matters; the rest is dimmed.");
    case ToolId::Magnifier: return tr("Drag over a small place to show it enlarged.");
    case ToolId::Blur:
        return tr("Drag over what only distracts: it becomes a soft patch of the colours around. "
                  "For secrets use Redact.");
    case ToolId::Crop:
        return tr("Drag over what should remain. The rest is cut off in what you send.");
    }
    return {};
}

QString AnnotateText::item(const Annotation &item)
{
    const QString words = item.text.simplified();
    switch (item.kind) {
    case AnnotationKind::Text:
        return words.isEmpty() ? tr("Text") : tr("Text: %1").arg(words);
    case AnnotationKind::Callout:
        return words.isEmpty() ? tr("Call-out") : tr("Call-out: %1").arg(words);
    case AnnotationKind::Step:
        return words.isEmpty() ? tr("Step %L1").arg(item.number)
                               : tr("Step %L1: %2").arg(item.number).arg(words);
    case AnnotationKind::Redaction: {
        return item.reason.isEmpty() ? tr("Redaction")
                                     : tr("Redaction: %1").arg(OcrText::reason(item.reason));
    }
    case AnnotationKind::Unknown: return tr("Made by a newer Vigie");
    default: break;
    }
    for (const ToolFacts &facts : annotateTools()) {
        if (facts.kind == item.kind)
            return tool(facts.id);
    }
    return {};
}

QString AnnotateText::drawing(AnnotationKind kind)
{
    switch (kind) {
    case AnnotationKind::Arrow: return tr("Draw arrow");
    case AnnotationKind::Line: return tr("Draw line");
    case AnnotationKind::Box: return tr("Draw box");
    case AnnotationKind::Ellipse: return tr("Draw ellipse");
    case AnnotationKind::Freehand: return tr("Draw by hand");
    case AnnotationKind::Highlighter: return tr("Highlight");
    case AnnotationKind::Text: return tr("Write text");
    case AnnotationKind::Callout: return tr("Write call-out");
    case AnnotationKind::Step: return tr("Place step");
    case AnnotationKind::Redaction: return tr("Redact");
    case AnnotationKind::Spotlight: return tr("Set spotlight");
    case AnnotationKind::Magnifier: return tr("Enlarge");
    case AnnotationKind::Blur: return tr("Blur");
    case AnnotationKind::Unknown: break;
    }
    return {};
}

QString AnnotateText::color(int index)
{
    switch (index) {
    case 0: return tr("Red");
    case 1: return tr("Orange");
    case 2: return tr("Yellow");
    case 3: return tr("Green");
    case 4: return tr("Blue");
    case 5: return tr("Purple");
    case 6: return tr("Black");
    case 7: return tr("White");
    default: return {};
    }
}

} // namespace vigie
