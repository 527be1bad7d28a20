// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/text/richdoc.h"

namespace vigie {

/// Words with their marks: "*bold*", "/italic/", "~strike~", "`code`", "_underline_",
/// "[words](where)".
inline QString shapeOf(const RichText &text, const RichDoc &doc)
{
    QString out;
    int at = 0;
    const auto where = [&doc](int index) {
        const RichTarget &target = doc.targets.at(index);
        switch (target.kind) {
        case RichTarget::Kind::Address: return target.url.toString();
        case RichTarget::Kind::Ticket: return QStringLiteral("ticket ") + target.name;
        case RichTarget::Kind::Picture: return QStringLiteral("picture ") + target.name;
        }
        return QString();
    };
    for (const RichSpan &span : text.spans) {
        out += text.text.mid(at, span.start - at);
        QString words = text.text.mid(span.start, span.length);
        const struct { RichStyle style; const char *mark; } marks[] = {
            {RichStyle::Bold, "*"}, {RichStyle::Italic, "/"}, {RichStyle::Strike, "~"},
            {RichStyle::Code, "`"}, {RichStyle::Underline, "_"}};
        for (const auto &[style, mark] : marks) {
            if (span.styles & style)
                words = QLatin1String(mark) + words + QLatin1String(mark);
        }
        if (span.target >= 0)
            words = QStringLiteral("[%1](%2)").arg(words, where(span.target));
        out += words;
        at = span.start + span.length;
    }
    out += text.text.mid(at);
    return out.replace(QLatin1Char('\n'), QLatin1String("\\n"));
}

/// A document as lines that a test can compare: what a block stands in, its kind, its words.
inline QString shapeOf(const RichDoc &doc)
{
    QStringList lines;
    for (const RichBlock &block : doc.blocks) {
        QString line = block.nest;
        if (!block.marker.isEmpty())
            line += block.marker;
        if (!line.isEmpty())
            line += QLatin1Char(' ');
        switch (block.kind) {
        case RichBlock::Kind::Paragraph: break;
        case RichBlock::Kind::Heading: line += QStringLiteral("h%1 ").arg(block.level); break;
        case RichBlock::Kind::Code: line += QStringLiteral("code "); break;
        case RichBlock::Kind::Rule: line += QStringLiteral("rule"); break;
        case RichBlock::Kind::Table: line += QStringLiteral("table%1 ").arg(block.columns.size()); break;
        }
        line += shapeOf(block.words, doc);
        QStringList cells;
        for (const RichText &cell : block.cells)
            cells.append(shapeOf(cell, doc));
        lines.append(line + cells.join(QLatin1Char('|')));
    }
    return lines.join(QLatin1Char('\n'));
}

} // namespace vigie
