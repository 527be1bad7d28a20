// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/text/quotefolds.h"

#include <QRegularExpression>

#include <algorithm>
#include <optional>

namespace vigie {

namespace {

constexpr int kFewestLines = 3;
constexpr qsizetype kLongestLead = 300; // of a line that says who wrote what follows
constexpr qsizetype kHeaderReach = 5;   // lines from "De :" to "Envoyé :"

enum class TailKind {
    None,
    Attribution, ///< "On … wrote:": stays, what follows is folded
    Header,      ///< is folded together with what follows
    Forward,     ///< what follows is what the mail is about
};

/// Where in a block a tail begins.
struct TailStart {
    TailKind kind = TailKind::None;
    qsizetype at = 0;     ///< of its first line
    qsizetype after = 0;  ///< behind the attribution
};

QString normalLine(QStringView line)
{
    QString text = line.left(kLongestLead).toString();
    for (QChar &c : text) {
        if (c.isSpace())
            c = QLatin1Char(' ');
        else if (c == QChar(0x2019))
            c = QLatin1Char('\'');
    }
    return text.trimmed();
}

bool isAttribution(const QString &line)
{
    static const QRegularExpression pattern(
        QStringLiteral("^(?:On .*\\bwrote ?:|Le .*\\ba écrit ?:|Am .*\\bschrieb\\b.*:)$"));
    return line.size() < kLongestLead && line.endsWith(QLatin1Char(':'))
        && pattern.match(line).hasMatch();
}

bool isSeparator(const QString &line)
{
    static const QRegularExpression pattern(QStringLiteral(
        "^-{2,} ?(?:Original Message|Message d'origine|Ursprüngliche Nachricht) ?-{2,}$"),
        QRegularExpression::CaseInsensitiveOption);
    return line.startsWith(QLatin1String("--")) && pattern.match(line).hasMatch();
}

bool isForward(const QString &line)
{
    static const QRegularExpression pattern(QStringLiteral(
        "^(?:-{2,} ?(?:Forwarded message|Message transféré) ?-{2,}|Begin forwarded message:|"
        "Début du message (?:réexpédié|transféré) ?:)$"),
        QRegularExpression::CaseInsensitiveOption);
    return line.size() < kLongestLead && pattern.match(line).hasMatch();
}

bool beginsWithLabel(const QString &line, std::initializer_list<const char16_t *> labels)
{
    return std::any_of(labels.begin(), labels.end(), [&line](const char16_t *label) {
        const QStringView word(label);
        return line.startsWith(word)
            && QStringView(line).mid(word.size()).trimmed().startsWith(QLatin1Char(':'));
    });
}

bool isHeader(const QStringList &lines, qsizetype at)
{
    if (!beginsWithLabel(lines[at], {u"De", u"From", u"Expéditeur", u"Von"}))
        return false;
    for (qsizetype i = at + 1; i < std::min(lines.size(), at + kHeaderReach); ++i) {
        if (beginsWithLabel(lines[i], {u"Envoyé", u"Sent", u"Date", u"Envoyé le", u"Gesendet"}))
            return true;
    }
    return false;
}

TailStart tailIn(const QString &text)
{
    const QStringList raw = text.split(QLatin1Char('\n'));
    QStringList lines;
    lines.reserve(raw.size());
    for (const QString &line : raw)
        lines.append(normalLine(line));
    qsizetype begin = 0;
    for (qsizetype i = 0; i < lines.size(); ++i) {
        const qsizetype end = begin + raw[i].size();
        if (isForward(lines[i]))
            return {TailKind::Forward, begin, begin};
        if (isSeparator(lines[i]) || isHeader(lines, i))
            return {TailKind::Header, begin, begin};
        if (isAttribution(lines[i]))
            return {TailKind::Attribution, begin, end};
        // A long one is broken over two lines.
        if (i + 1 < lines.size() && !lines[i].endsWith(QLatin1Char(':'))
            && isAttribution(lines[i] + QLatin1Char(' ') + lines[i + 1]))
            return {TailKind::Attribution, begin, end + 1 + raw[i + 1].size()};
        begin = end + 1;
    }
    return {};
}

int linesOf(const RichBlock &block)
{
    if (block.kind == RichBlock::Kind::Table)
        return int(block.cells.size() / std::max<qsizetype>(1, block.columns.size()));
    return int(block.words.text.count(QLatin1Char('\n'))) + 1;
}

bool isQuotation(const RichBlock &block)
{
    return block.nest.startsWith(QLatin1Char('q'));
}

/// Parts the block before the character at `at`, which begins a line.
void partBlock(RichDoc &doc, qsizetype index, qsizetype at)
{
    const RichBlock whole = doc.blocks[index];
    RichBlock second = whole;
    second.marker.clear();
    second.tight = true;
    second.words = partOf(whole.words, int(at), int(whole.words.text.size()));
    doc.blocks[index].words = partOf(whole.words, 0, int(at) - 1);
    doc.blocks.insert(index + 1, second);
}

/// The block with which the tail below an answer begins.
std::optional<qsizetype> findTail(RichDoc &doc)
{
    for (qsizetype i = 0; i < doc.blocks.size(); ++i) {
        const RichBlock &block = doc.blocks[i];
        if (block.kind != RichBlock::Kind::Paragraph || isQuotation(block))
            continue;
        const TailStart tail = tailIn(block.words.text);
        if (tail.kind == TailKind::None)
            continue;
        if (tail.kind == TailKind::Forward)
            return std::nullopt;
        if (tail.kind == TailKind::Header) {
            if (tail.at > 0)
                partBlock(doc, i, tail.at);
            const qsizetype first = tail.at > 0 ? i + 1 : i;
            const bool ruled = first > 0 && doc.blocks[first - 1].kind == RichBlock::Kind::Rule;
            return ruled ? first - 1 : first;
        }
        if (tail.after < block.words.text.size()) {
            partBlock(doc, i, tail.after + 1);
            return i + 1;
        }
        // A quotation has an end of its own: what stands below it may be the answer.
        if (i + 1 < doc.blocks.size() && !isQuotation(doc.blocks[i + 1]))
            return i + 1;
    }
    return std::nullopt;
}

bool saysSomething(const RichBlock &block)
{
    if (block.kind == RichBlock::Kind::Rule)
        return false;
    return block.kind != RichBlock::Kind::Paragraph
        || (!block.words.text.trimmed().isEmpty()
            && !isAttribution(normalLine(QString(block.words.text).replace(QLatin1Char('\n'),
                                                                           QLatin1Char(' ')))));
}

} // namespace

QList<QuoteFold> foldQuotes(RichDoc &doc)
{
    const std::optional<qsizetype> tail = findTail(doc);
    QList<QuoteFold> folds;
    bool says = false;
    for (qsizetype i = 0; i < doc.blocks.size();) {
        QuoteFold fold{int(i), 0, 0};
        const bool inTail = tail && i >= *tail;
        while (i < doc.blocks.size() && (inTail || isQuotation(doc.blocks[i]))
               && (inTail || !tail || i < *tail)) {
            fold.lines += linesOf(doc.blocks[i]);
            ++fold.count;
            ++i;
        }
        if (fold.count == 0) {
            says = says || saysSomething(doc.blocks[i]);
            ++i;
        } else if (fold.lines >= kFewestLines) {
            folds.append(fold);
        } else {
            says = says || inTail;
        }
    }
    return says ? folds : QList<QuoteFold>();
}

} // namespace vigie
