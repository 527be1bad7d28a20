// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/receiptfile.h"

#include "core/base/limits.h"

#include <QDateTime>
#include <QRegularExpression>
#include <QStringDecoder>

#include <algorithm>
#include <cstdlib>

namespace vigie {

namespace {

constexpr QLatin1String kBegin("-----BEGIN VIGIE RECEIPT-----");
constexpr QLatin1String kSignature("-----BEGIN SIGNATURE-----");
constexpr QLatin1String kEnd("-----END VIGIE RECEIPT-----");
constexpr QLatin1String kIndent("    ");

QString blockOf(const ReceiptSeal &seal)
{
    return QString(kBegin) + QLatin1Char('\n') + seal.text + kSignature + QStringLiteral("\nkey: ")
        + seal.key + QStringLiteral("\nsignature: ") + seal.signature + QLatin1Char('\n') + kEnd
        + QLatin1Char('\n');
}

QString fromEscaped(QString text)
{
    return text.replace(QLatin1String("&lt;"), QLatin1String("<"))
        .replace(QLatin1String("&gt;"), QLatin1String(">"))
        .replace(QLatin1String("&quot;"), QLatin1String("\""))
        .replace(QLatin1String("&amp;"), QLatin1String("&"));
}

/// Values of the table and the lines of the block, of either form.
struct Parts {
    QStringList values;
    QStringList block;
};

tl::unexpected<Error> noReceipt()
{
    return fail(ErrorCode::NotFound,
                QStringLiteral("there is no signed receipt in it: it is another file, it was cut "
                               "off before the signature, or the receipt was saved without one"));
}

tl::unexpected<Error> misshapen(const QString &what)
{
    return fail(ErrorCode::StoreCorrupt, QStringLiteral("the receipt was changed or cut off: ") + what);
}

Result<QString> textFrom(const QByteArray &bytes)
{
    if (bytes.size() > limits::kReceiptFileBytes) {
        return fail(ErrorCode::TooLarge, QStringLiteral("it is larger than any receipt (%1 bytes)")
                                             .arg(bytes.size()));
    }
    QStringDecoder decoder(QStringDecoder::Utf8);
    QString text = decoder(bytes);
    if (decoder.hasError() || text.contains(QChar::Null)) {
        return fail(ErrorCode::NotFound, QStringLiteral("it is not a text in UTF-8, as receipts "
                                                        "are saved"));
    }
    return text.replace(QLatin1String("\r\n"), QLatin1String("\n"));
}

Result<Parts> partsOfText(const QString &text)
{
    QStringList lines = text.split(QLatin1Char('\n'));
    const qsizetype begin = lines.indexOf(kBegin);
    if (begin < 0)
        return noReceipt();
    const qsizetype end = lines.indexOf(kEnd, begin);
    if (end < 0)
        return misshapen(QStringLiteral("its end is missing"));
    if (lines.count(kBegin) != 1)
        return misshapen(QStringLiteral("it begins more than once"));
    Parts parts;
    parts.block = lines.mid(begin, end - begin + 1);
    lines.remove(begin, end - begin + 1);
    for (const QString &line : std::as_const(lines)) {
        if (line.startsWith(kIndent))
            parts.values.append(line.mid(kIndent.size()));
    }
    return parts;
}

Result<Parts> partsOfPage(const QString &page)
{
    const QString open = QStringLiteral("<pre>\n");
    const qsizetype begin = page.indexOf(open);
    if (begin < 0)
        return noReceipt();
    const qsizetype end = page.indexOf(QLatin1String("</pre>"), begin);
    if (end < 0)
        return misshapen(QStringLiteral("its end is missing"));
    Parts parts;
    const qsizetype from = begin + open.size();
    parts.block = fromEscaped(page.mid(from, end - from)).split(QLatin1Char('\n'));
    if (!parts.block.isEmpty() && parts.block.last().isEmpty())
        parts.block.removeLast();
    static const QRegularExpression cell(QStringLiteral("<td[^<>]*>([^<]*)</td>"));
    for (auto found = cell.globalMatch(page); found.hasNext();)
        parts.values.append(fromEscaped(found.next().captured(1)));
    return parts;
}

/// Every tag of a page in its order.
QStringList tagsOf(const QString &page)
{
    static const QRegularExpression tag(QStringLiteral("<[^>]*>?"));
    QStringList tags;
    for (auto found = tag.globalMatch(page); found.hasNext();)
        tags.append(found.next().captured());
    return tags;
}

bool isBuiltOtherwise(const QString &page, const ReceiptFile &file, qsizetype rows)
{
    ReceiptSheet sheet;
    sheet.rows.resize(rows);
    sheet.notes.resize(page.count(QLatin1String("<p>")));
    sheet.seal = file.seal;
    return tagsOf(page) != tagsOf(sheet.toHtml());
}

Result<ReceiptSeal> sealOf(const QStringList &block)
{
    const qsizetype signature = block.indexOf(kSignature);
    const QString key = QStringLiteral("key: ");
    const QString value = QStringLiteral("signature: ");
    const bool whole = block.size() >= 5 && block.first() == kBegin && block.last() == kEnd
        && signature == block.size() - 4 && block.at(signature + 1).startsWith(key)
        && block.at(signature + 2).startsWith(value);
    if (!whole)
        return misshapen(QStringLiteral("its lines are not where they belong"));
    ReceiptSeal seal;
    seal.text = block.mid(1, signature - 1).join(QLatin1Char('\n')) + QLatin1Char('\n');
    seal.key = block.at(signature + 1).mid(key.size());
    seal.signature = block.at(signature + 2).mid(value.size());
    return seal;
}

bool isSameTime(const QString &shown, qint64 at)
{
    static const QRegularExpression form(
        QStringLiteral("^(\\d{4}-\\d\\d-\\d\\d) (\\d\\d:\\d\\d:\\d\\d) ([+-]\\d\\d:\\d\\d)$"));
    const QRegularExpressionMatch match = form.match(shown);
    const QDateTime time = QDateTime::fromString(
        match.captured(1) + QLatin1Char('T') + match.captured(2) + match.captured(3), Qt::ISODate);
    return match.hasMatch() && time.isValid() && time.toSecsSinceEpoch() == at / 1000;
}

/// From 1; 0 when the table shows what the block says.
int wrongRowOf(const QStringList &shown, const ReceiptFile &file)
{
    const QStringList expected = receiptValues(file.statement, file.seal);
    for (qsizetype row = 0; row < std::max(shown.size(), expected.size()); ++row) {
        bool same = shown.value(row) == expected.value(row) && row < shown.size()
            && row < expected.size();
        // Another computer's offset says the same time in other digits.
        if (row == 3)
            same = isSameTime(shown.value(row), file.statement.writtenAt);
        if (row == 4)
            same = isSameTime(shown.value(row), file.statement.receivedAt);
        if (!same)
            return int(row) + 1;
    }
    return 0;
}

} // namespace

QString ReceiptSheet::toText() const
{
    QString text = heading + QStringLiteral("\n\n");
    for (const Row &row : rows)
        text += row.label + QLatin1Char('\n') + kIndent + row.value + QLatin1Char('\n');
    for (const QString &note : notes)
        text += QLatin1Char('\n') + note + QLatin1Char('\n');
    return seal.isEmpty() ? text : text + QLatin1Char('\n') + blockOf(seal);
}

QString ReceiptSheet::toHtml() const
{
    QString table;
    for (const Row &row : rows) {
        table += QStringLiteral("<tr><th scope=\"row\" style=\"text-align:start;padding-inline-end:"
                                "1em;vertical-align:top\">")
            + row.label.toHtmlEscaped() + QStringLiteral("</th><td style=\"overflow-wrap:anywhere\">")
            + row.value.toHtmlEscaped() + QStringLiteral("</td></tr>\n");
    }
    QString below;
    for (const QString &note : notes)
        below += QStringLiteral("<p>") + note.toHtmlEscaped() + QStringLiteral("</p>\n");
    if (!seal.isEmpty())
        below += QStringLiteral("<pre>\n") + blockOf(seal).toHtmlEscaped() + QStringLiteral("</pre>\n");
    const QString title = heading.toHtmlEscaped();
    return QStringLiteral("<!DOCTYPE html>\n<html><head><meta charset=\"utf-8\"><title>") + title
        + QStringLiteral("</title></head><body>\n<h1>") + title
        + QStringLiteral("</h1>\n<table>\n") + table + QStringLiteral("</table>\n") + below
        + QStringLiteral("</body></html>\n");
}

QString receiptTime(qint64 at)
{
    const QDateTime local = QDateTime::fromMSecsSinceEpoch(at);
    const int minutes = local.offsetFromUtc() / 60;
    return local.toString(QStringLiteral("yyyy-MM-dd hh:mm:ss "))
        + (minutes < 0 ? QLatin1Char('-') : QLatin1Char('+'))
        + QStringLiteral("%1:%2")
              .arg(std::abs(minutes) / 60, 2, 10, QLatin1Char('0'))
              .arg(std::abs(minutes) % 60, 2, 10, QLatin1Char('0'));
}

QStringList receiptValues(const ReceiptStatement &statement, const ReceiptSeal &seal)
{
    return {statement.title,
            QLatin1Char('#') + QString::number(statement.number),
            statement.requesterName,
            receiptTime(statement.writtenAt),
            receiptTime(statement.receivedAt),
            statement.ticket.text(),
            statement.sha256,
            statement.server,
            receiptKeyFingerprint(QByteArray::fromBase64(seal.key.toLatin1()))};
}

Result<ReceiptFile> readReceiptFile(const QByteArray &bytes)
{
    VIGIE_TRY_ASSIGN(text, textFrom(bytes));
    const bool page = text.trimmed().startsWith(QLatin1String("<!DOCTYPE html>"), Qt::CaseInsensitive);
    VIGIE_TRY_ASSIGN(parts, page ? partsOfPage(text) : partsOfText(text));
    VIGIE_TRY_ASSIGN(seal, sealOf(parts.block));
    const Result<ReceiptStatement> statement = statementOf(seal);
    if (!statement)
        return misshapen(statement.error().detail);
    ReceiptFile file{*statement, seal, 0, false};
    file.wrongRow = wrongRowOf(parts.values, file);
    file.foreignParts = page && isBuiltOtherwise(text, file, parts.values.size());
    return file;
}

} // namespace vigie
