// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/receiptstatement.h"

#include "core/base/json.h"
#include "core/base/limits.h"
#include "core/model/codec.h"

#include <QCryptographicHash>
#include <QDateTime>

namespace vigie {

namespace {

constexpr qsizetype kKeyBytes = 32;
constexpr qsizetype kSignatureBytes = 64;
/// The start of a SubjectPublicKeyInfo with the algorithm id-Ed25519 (RFC 8410, section 4).
constexpr char kKeyInfo[] = "\x30\x2a\x30\x05\x06\x03\x2b\x65\x70\x03\x21\x00";

tl::unexpected<Error> noStatement(const char *why)
{
    return fail(ErrorCode::Invalid, QLatin1String(why));
}

QString oneLine(const QString &value)
{
    // Through UTF-8, so that what is signed is what any reader of the bytes gets.
    QString line = QString::fromUtf8(value.toUtf8());
    for (QChar &c : line) {
        if (c.category() == QChar::Other_Control || c == QChar::ByteOrderMark)
            c = QLatin1Char(' ');
    }
    return line.simplified();
}

QString stamp(qint64 at)
{
    return QDateTime::fromMSecsSinceEpoch(at, Qt::UTC).toString(Qt::ISODateWithMs);
}

/// Takes the lines of a statement from the top.
class Lines
{
public:
    explicit Lines(const QString &text) : m_lines(text.split(QLatin1Char('\n'))) {}

    [[nodiscard]] QString next() { return m_at < m_lines.size() ? m_lines.at(m_at++) : QString(); }
    /// The value behind "key: "; empty when the line is another one.
    [[nodiscard]] QString value(const char *key)
    {
        const QString line = next();
        const QString start = QLatin1String(key) + QLatin1String(": ");
        return line.startsWith(start) ? line.mid(start.size()) : QString();
    }

private:
    QStringList m_lines;
    qsizetype m_at = 0;
};

} // namespace

QString receiptText(const ReceiptStatement &statement)
{
    return QStringLiteral("vigie-receipt-1\n")
        + QStringLiteral("server: ") + oneLine(statement.server)
        + QStringLiteral("\nticket: ") + statement.ticket.text()
        + QStringLiteral("\nnumber: ") + QString::number(statement.number)
        + QStringLiteral("\ntitle: ") + oneLine(statement.title)
        + QStringLiteral("\nrequester: ") + statement.requester.text()
        + QStringLiteral("\nname: ") + oneLine(statement.requesterName)
        + QStringLiteral("\nwritten: ") + stamp(statement.writtenAt)
        + QStringLiteral("\nreceived: ") + stamp(statement.receivedAt)
        + QStringLiteral("\nsha256: ") + statement.sha256 + QLatin1Char('\n');
}

Result<ReceiptStatement> statementFrom(const QString &text)
{
    if (text.size() > limits::kReceiptTextLength)
        return noStatement("it is too long");
    Lines lines(text);
    if (lines.next() != QLatin1String("vigie-receipt-1"))
        return noStatement("it is of a kind that is not known here");
    ReceiptStatement statement;
    statement.server = lines.value("server");
    statement.ticket = TicketId::fromStored(lines.value("ticket"));
    statement.number = lines.value("number").toLongLong();
    statement.title = lines.value("title");
    statement.requester = PersonId::fromStored(lines.value("requester"));
    statement.requesterName = lines.value("name");
    const auto time = [&lines](const char *key) {
        return QDateTime::fromString(lines.value(key), Qt::ISODateWithMs).toMSecsSinceEpoch();
    };
    statement.writtenAt = time("written");
    statement.receivedAt = time("received");
    statement.sha256 = lines.value("sha256");
    const bool complete = !statement.server.isEmpty() && !statement.ticket.isNull()
        && statement.number > 0 && !statement.requester.isNull() && isSha256(statement.sha256);
    // Written again it must be the same text: no second spelling, nothing before or behind.
    if (!complete || receiptText(statement) != text)
        return noStatement("it does not have the form of what is signed");
    return statement;
}

Result<ReceiptStatement> statementOf(const ReceiptSeal &seal)
{
    VIGIE_TRY(bytesFromBase64(seal.key, kKeyBytes));
    VIGIE_TRY(bytesFromBase64(seal.signature, kSignatureBytes));
    return statementFrom(seal.text);
}

Result<QByteArray> bytesFromBase64(const QString &text, qsizetype size)
{
    const auto decoded = QByteArray::fromBase64Encoding(
        text.toUtf8(), QByteArray::Base64Encoding | QByteArray::AbortOnBase64DecodingErrors);
    if (!decoded || (*decoded).size() != size || QString::fromLatin1((*decoded).toBase64()) != text)
        return fail(ErrorCode::Invalid, QStringLiteral("not %1 bytes in Base64").arg(size));
    return *decoded;
}

QString receiptKeyFingerprint(const QByteArray &key)
{
    if (key.size() != kKeyBytes)
        return {};
    const QByteArray info = QByteArray(kKeyInfo, sizeof kKeyInfo - 1) + key;
    return QString::fromLatin1(
        QCryptographicHash::hash(info, QCryptographicHash::Sha256).toHex(':').toUpper());
}

QString contentHash(const Ticket &ticket, const QList<Attachment> &files)
{
    Kit kit = ticket.kit;
    kit.liveUntil = 0;
    const QJsonObject content{{QStringLiteral("title"), ticket.title},
                              {QStringLiteral("kit"), codec::toJson(kit)},
                              {QStringLiteral("files"), codec::toJson(files)}};
    return QString::fromLatin1(
        QCryptographicHash::hash(json::compact(content), QCryptographicHash::Sha256).toHex());
}

} // namespace vigie
