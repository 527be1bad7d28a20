// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/text/richdoc.h"

#include <algorithm>

namespace vigie {

namespace {
constexpr int kLinesPerParagraph = 200; // laid out and painted as one
} // namespace

RichText partOf(const RichText &text, int from, int to)
{
    RichText part;
    part.text = text.text.mid(from, to - from);
    for (RichSpan span : text.spans) {
        const int begin = std::max(span.start, from);
        const int end = std::min(span.start + span.length, to);
        if (begin >= end)
            continue;
        span.start = begin - from;
        span.length = end - begin;
        part.spans.append(span);
    }
    return part;
}

QList<RichText> partsOf(const RichText &text, int lines)
{
    QList<RichText> parts;
    qsizetype begin = 0;
    qsizetype span = 0; // the first that may reach into the part
    while (begin <= text.text.size()) {
        qsizetype end = begin - 1;
        for (int line = 0; line < lines && end < text.text.size(); ++line) {
            end = text.text.indexOf(QLatin1Char('\n'), end + 1);
            if (end < 0)
                end = text.text.size();
        }
        RichText part;
        part.text = text.text.mid(begin, end - begin);
        while (span < text.spans.size() && text.spans[span].start + text.spans[span].length <= begin)
            ++span;
        for (qsizetype i = span; i < text.spans.size() && text.spans[i].start < end; ++i) {
            RichSpan one = text.spans[i];
            const int from = std::max(one.start, int(begin));
            one.length = std::min(one.start + one.length, int(end)) - from;
            one.start = from - int(begin);
            if (one.length > 0)
                part.spans.append(one);
        }
        parts.append(part);
        begin = end + 1;
    }
    return parts;
}

QString leadOf(const RichBlock &block)
{
    const qsizetype lists = block.nest.count(QLatin1Char('l'));
    if (lists == 0)
        return {};
    QString lead((lists - 1) * 2, QLatin1Char(' '));
    return lead + (block.marker.isEmpty() ? QStringLiteral("  ")
                                          : block.marker + QLatin1Char(' '));
}

QString wordsOf(const RichBlock &block)
{
    if (block.kind != RichBlock::Kind::Table)
        return block.words.text;
    QString words;
    const qsizetype columns = std::max<qsizetype>(1, block.columns.size());
    for (qsizetype i = 0; i < block.cells.size(); ++i) {
        if (i > 0)
            words += i % columns == 0 ? QLatin1Char('\n') : QLatin1Char('\t');
        words += block.cells[i].text;
    }
    return words;
}

QString plainText(const RichDoc &doc)
{
    QString all;
    for (qsizetype i = 0; i < doc.blocks.size(); ++i) {
        const RichBlock &block = doc.blocks[i];
        if (i > 0)
            all += block.tight ? QStringLiteral("\n") : QStringLiteral("\n\n");
        all += leadOf(block) + wordsOf(block);
    }
    return all;
}

RichDoc plainDoc(const QString &text)
{
    RichDoc doc;
    RichBlock block;
    int lines = 0;
    const auto end = [&] {
        if (lines > 0) {
            block.words.text.chop(1);
            doc.blocks.append(block);
        }
        block = {};
        lines = 0;
    };
    QStringView all(text);
    while (all.endsWith(QLatin1Char('\n')))
        all.chop(1);
    for (const QStringView line : all.split(QLatin1Char('\n'))) {
        block.words.text += line.toString() + QLatin1Char('\n');
        if (++lines == kLinesPerParagraph) {
            end();
            block.tight = true;
        }
    }
    end();
    doc.work = text.size();
    return doc;
}

} // namespace vigie
