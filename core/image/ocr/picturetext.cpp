// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/image/ocr/picturetext.h"

#include <QStringList>

#include <algorithm>

namespace vigie {

namespace {

const QString kHidden = QStringLiteral("[…]");

QString lineWithin(const TextRow &row, const QRectF &within, const QList<QRectF> &hidden)
{
    QString line;
    bool wasHidden = false;
    qsizetype written = -1; ///< end of the last word that was taken
    for (const TextRow::Word &word : row.words) {
        const QRectF box(word.box);
        if (!within.contains(box.center()))
            continue;
        const bool hides = std::any_of(hidden.cbegin(), hidden.cend(), [&box](const QRectF &area) {
            return area.intersects(box);
        });
        if (hides && wasHidden)
            continue;
        if (written >= 0)
            line += row.text.mid(written, word.span.begin - written).contains(u'\t') ? u'\t' : u' ';
        line += hides ? kHidden : row.text.mid(word.span.begin, word.span.end - word.span.begin);
        written = word.span.end;
        wasHidden = hides;
    }
    return line;
}

} // namespace

QList<TextRow> inPicturePixels(QList<TextRow> rows, double scale)
{
    for (TextRow &row : rows) {
        for (TextRow::Word &word : row.words) {
            // Outwards: a redaction that touches the word must touch its box.
            const QRectF box(word.box);
            word.box = QRectF(box.topLeft() / scale, box.size() / scale).toAlignedRect();
        }
    }
    return rows;
}

QString textWithin(const QList<TextRow> &rows, const QRectF &within, const QList<QRectF> &hidden)
{
    QStringList lines;
    for (const TextRow &row : rows) {
        const QString line = lineWithin(row, within, hidden);
        if (!line.isEmpty())
            lines.append(line);
    }
    return lines.join(u'\n');
}

} // namespace vigie
