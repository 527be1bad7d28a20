// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/text/markdownread.h"

#include "core/text/htmlentities.h"
#include "core/text/links.h"
#include "core/text/markdownsource.h"
#include "core/text/richbuilder.h"
#include "core/text/richlimits.h"

#include <md4c.h>

namespace vigie {

namespace {

/// Takes what md4c calls back with; `nested` counts the marks that are open around the words.
struct MarkdownReading {
    RichBuilder builder;
    qsizetype most = 0; ///< characters that may be written
    int bold = 0;
    int italic = 0;
    int strike = 0;
    int code = 0;
    QList<int> targets;

    [[nodiscard]] RichStyles styles() const
    {
        RichStyles all;
        all.setFlag(RichStyle::Bold, bold > 0);
        all.setFlag(RichStyle::Italic, italic > 0);
        all.setFlag(RichStyle::Strike, strike > 0);
        all.setFlag(RichStyle::Code, code > 0);
        return all;
    }
    [[nodiscard]] int target() const
    {
        for (auto it = targets.crbegin(); it != targets.crend(); ++it) {
            if (*it >= 0)
                return *it;
        }
        return -1;
    }
    [[nodiscard]] int enough() const { return builder.isFull() || builder.written() > most ? 1 : 0; }
};

QString attributeText(const MD_ATTRIBUTE &attribute)
{
    if (!attribute.text)
        return {};
    return withoutReferences(QString::fromUtf8(attribute.text, qsizetype(attribute.size)));
}

Qt::Alignment alignmentOf(MD_ALIGN align)
{
    switch (align) {
    case MD_ALIGN_CENTER: return Qt::AlignHCenter;
    case MD_ALIGN_RIGHT: return Qt::AlignRight;
    case MD_ALIGN_LEFT:
    case MD_ALIGN_DEFAULT: break;
    }
    return Qt::AlignLeft;
}

void openItemOf(RichBuilder &builder, const MD_BLOCK_LI_DETAIL &item)
{
    if (!item.is_task)
        return builder.openItem();
    builder.openItem(item.task_mark == ' ' ? QStringLiteral("☐") : QStringLiteral("☑"));
}

int enterBlock(MD_BLOCKTYPE type, void *detail, void *userdata)
{
    auto &reading = *static_cast<MarkdownReading *>(userdata);
    RichBuilder &builder = reading.builder;
    switch (type) {
    case MD_BLOCK_QUOTE: builder.openQuote(); break;
    case MD_BLOCK_UL:
        builder.openList(false);
        builder.setTight(static_cast<MD_BLOCK_UL_DETAIL *>(detail)->is_tight != 0);
        break;
    case MD_BLOCK_OL: {
        const auto *list = static_cast<MD_BLOCK_OL_DETAIL *>(detail);
        builder.openList(true, int(std::min(list->start, unsigned(richlimits::kListNumber))));
        builder.setTight(list->is_tight != 0);
        break;
    }
    case MD_BLOCK_LI: openItemOf(builder, *static_cast<MD_BLOCK_LI_DETAIL *>(detail)); break;
    case MD_BLOCK_HR: builder.addRule(); break;
    case MD_BLOCK_H:
        builder.openBlock(RichBlock::Kind::Heading,
                          int(static_cast<MD_BLOCK_H_DETAIL *>(detail)->level));
        break;
    case MD_BLOCK_CODE: builder.openBlock(RichBlock::Kind::Code); break;
    case MD_BLOCK_P: builder.openBlock(RichBlock::Kind::Paragraph); break;
    case MD_BLOCK_TABLE: builder.openTable(); break;
    case MD_BLOCK_TR: builder.openRow(); break;
    case MD_BLOCK_TH:
    case MD_BLOCK_TD:
        builder.openCell(alignmentOf(static_cast<MD_BLOCK_TD_DETAIL *>(detail)->align),
                         type == MD_BLOCK_TH);
        break;
    case MD_BLOCK_DOC:
    case MD_BLOCK_HTML:
    case MD_BLOCK_THEAD:
    case MD_BLOCK_TBODY: break;
    }
    return reading.enough();
}

int leaveBlock(MD_BLOCKTYPE type, void *, void *userdata)
{
    auto &reading = *static_cast<MarkdownReading *>(userdata);
    RichBuilder &builder = reading.builder;
    switch (type) {
    case MD_BLOCK_QUOTE:
    case MD_BLOCK_UL:
    case MD_BLOCK_OL: builder.closeNest(); break;
    case MD_BLOCK_LI:
    case MD_BLOCK_H:
    case MD_BLOCK_CODE:
    case MD_BLOCK_P: builder.closeBlock(); break;
    case MD_BLOCK_TABLE: builder.closeTable(); break;
    case MD_BLOCK_TH:
    case MD_BLOCK_TD: builder.closeCell(); break;
    case MD_BLOCK_DOC:
    case MD_BLOCK_HR:
    case MD_BLOCK_HTML:
    case MD_BLOCK_THEAD:
    case MD_BLOCK_TBODY:
    case MD_BLOCK_TR: break;
    }
    return reading.enough();
}

int targetOfLink(RichBuilder &builder, const QString &address)
{
    const std::optional<QUrl> url = openableUrl(address);
    if (!url)
        return -1;
    RichTarget target;
    target.url = *url;
    return builder.addTarget(target);
}

int targetOfPicture(RichBuilder &builder, const QString &source)
{
    const QString scheme = QUrl(source).scheme().toLower();
    if (scheme == QLatin1String("http") || scheme == QLatin1String("https")) {
        builder.addRemotePicture(source);
        return targetOfLink(builder, source);
    }
    if (source.isEmpty() || (!scheme.isEmpty() && scheme != QLatin1String("cid")))
        return -1;
    RichTarget target;
    target.kind = RichTarget::Kind::Picture;
    target.name = scheme.isEmpty() ? source : source.mid(4);
    return builder.addTarget(target);
}

int enterSpan(MD_SPANTYPE type, void *detail, void *userdata)
{
    auto &reading = *static_cast<MarkdownReading *>(userdata);
    switch (type) {
    case MD_SPAN_EM: ++reading.italic; break;
    case MD_SPAN_STRONG: ++reading.bold; break;
    case MD_SPAN_DEL: ++reading.strike; break;
    case MD_SPAN_CODE: ++reading.code; break;
    case MD_SPAN_A:
        reading.targets.append(targetOfLink(
            reading.builder, attributeText(static_cast<MD_SPAN_A_DETAIL *>(detail)->href)));
        break;
    case MD_SPAN_IMG:
        reading.targets.append(targetOfPicture(
            reading.builder, attributeText(static_cast<MD_SPAN_IMG_DETAIL *>(detail)->src)));
        break;
    default: break;
    }
    return reading.enough();
}

int leaveSpan(MD_SPANTYPE type, void *, void *userdata)
{
    auto &reading = *static_cast<MarkdownReading *>(userdata);
    switch (type) {
    case MD_SPAN_EM: --reading.italic; break;
    case MD_SPAN_STRONG: --reading.bold; break;
    case MD_SPAN_DEL: --reading.strike; break;
    case MD_SPAN_CODE: --reading.code; break;
    case MD_SPAN_A:
    case MD_SPAN_IMG:
        if (!reading.targets.isEmpty())
            reading.targets.removeLast();
        break;
    default: break;
    }
    return reading.enough();
}

int takeText(MD_TEXTTYPE type, const MD_CHAR *text, MD_SIZE size, void *userdata)
{
    auto &reading = *static_cast<MarkdownReading *>(userdata);
    QString words;
    switch (type) {
    case MD_TEXT_BR:
    case MD_TEXT_SOFTBR: words = QStringLiteral("\n"); break;
    case MD_TEXT_NULLCHAR: break;
    case MD_TEXT_ENTITY:
        words = withoutReferences(QString::fromUtf8(text, qsizetype(size)));
        break;
    default: words = QString::fromUtf8(text, qsizetype(size)); break;
    }
    reading.builder.addText(words, reading.styles(), reading.target());
    return reading.enough();
}

} // namespace

RichDoc fromMarkdown(const QString &source, bool ticketLinks)
{
    if (source.size() > richlimits::kMarkdownLength)
        return plainDoc(source);
    const QByteArray text = preparedMarkdown(source).toUtf8();
    MarkdownReading reading;
    reading.most = source.size() * richlimits::kGrowth + 1000;
    MD_PARSER parser = {};
    parser.flags = MD_FLAG_NOHTML | MD_FLAG_TABLES | MD_FLAG_STRIKETHROUGH | MD_FLAG_TASKLISTS;
    parser.enter_block = enterBlock;
    parser.leave_block = leaveBlock;
    parser.enter_span = enterSpan;
    parser.leave_span = leaveSpan;
    parser.text = takeText;
    if (md_parse(text.constData(), MD_SIZE(text.size()), &parser, &reading) != 0)
        return plainDoc(source);
    RichDoc doc = reading.builder.take(ticketLinks);
    doc.work = text.size() + reading.builder.written();
    return doc;
}

} // namespace vigie
