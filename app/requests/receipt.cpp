// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/requests/receipt.h"

#include "app/text/enumtext.h"
#include "app/text/timetext.h"

#include <QPromise>
#include <QSaveFile>
#include <QThreadPool>

#include <memory>

namespace vigie {

QFuture<Result<bool>> saveReceipt(const Receipt &receipt, const QString &path)
{
    const bool plain = path.endsWith(QLatin1String(".txt"), Qt::CaseInsensitive);
    const QByteArray bytes = (plain ? receipt.toText() : receipt.toHtml()).toUtf8();
    const auto promise = std::make_shared<QPromise<Result<bool>>>();
    promise->start();
    QThreadPool::globalInstance()->start([promise, path, bytes] {
        QSaveFile file(path);
        const bool saved = file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size()
            && file.commit();
        promise->addResult(saved ? Result<bool>(true)
                                 : Result<bool>(fail(ErrorCode::StoreFault, file.errorString())));
        promise->finish();
    });
    return promise->future();
}

Receipt receiptOf(const Ticket &ticket, const Message &report)
{
    Receipt receipt;
    receipt.title = ticket.title;
    receipt.number = EnumText::ticketNumber(ticket.number, ticket.id);
    receipt.id = ticket.id.text();
    receipt.author = ticket.requesterName;
    receipt.writtenAt = ticket.writtenAt;
    receipt.receivedAt = ticket.number > 0 ? ticket.createdAt : 0;
    receipt.sha256 = contentHash(ticket, report.attachments);
    const Result<ReceiptStatement> statement = statementOf(report.seal);
    const bool fits = statement && statement->ticket == ticket.id
        && statement->number == ticket.number && statement->requester == ticket.requester;
    receipt.hadOddSeal = !fits && !report.seal.isEmpty();
    if (!fits)
        return receipt;
    // Words of the ticket may have been changed since; what was signed stays what it was.
    Ticket then = ticket;
    then.title = statement->title;
    receipt.isOtherHere = receipt.sha256 != statement->sha256
        && contentHash(then, report.attachments) != statement->sha256;
    receipt.title = statement->title;
    receipt.author = statement->requesterName;
    receipt.writtenAt = statement->writtenAt;
    receipt.receivedAt = statement->receivedAt;
    receipt.sha256 = statement->sha256;
    receipt.seal = report.seal;
    receipt.signedStatement = *statement;
    return receipt;
}

QStringList Receipt::values() const
{
    if (isSigned())
        return receiptValues(*signedStatement, seal);
    return {title,
            number,
            author,
            TimeText::absolute(writtenAt),
            isReceived() ? TimeText::absolute(receivedAt)
                         : tr("not yet: it is sent when the server answers"),
            id,
            sha256};
}

QStringList Receipt::notes() const
{
    if (!isSigned()) {
        const QString what = tr("The fingerprint shows whether the report was changed since.");
        if (hadOddSeal) {
            return {what, tr("This receipt is not signed by the helpdesk: what came as its "
                             "signature does not fit this report.")};
        }
        if (!isReceived()) {
            return {what, tr("This receipt is not signed by the helpdesk: the report was not "
                             "received yet. Save it again when it was.")};
        }
        return {what, tr("This receipt is not signed by the helpdesk.")};
    }
    QStringList notes{
        tr("Signed by the server “%1” when it received the report. The signature covers the values "
           "above, not the words around them: whoever changes one of them makes it invalid.")
            .arg(signedStatement->server),
        tr("“Received” is the time of the server's clock. “Written” is what the clock of the "
           "computer said on which the report was written."),
        tr("To check it, give this file as it is to your helpdesk, who run: vigie-server "
           "check-receipt FILE. Anybody who has the server's public key can do it too, also with "
           "OpenSSL; compare the fingerprint of the key with one that you have from elsewhere.")};
    if (isOtherHere) {
        notes.append(tr("The report as it is on this computer has another fingerprint: it was "
                        "changed since, or this program does not know all of it."));
    }
    return notes;
}

ReceiptSheet Receipt::sheet() const
{
    const QStringList labels{tr("Request"),
                             tr("Number"),
                             tr("Reported by"),
                             tr("Written"),
                             tr("Received"),
                             tr("Lasting id"),
                             tr("Fingerprint of the content (SHA-256)"),
                             tr("Signed by"),
                             tr("Fingerprint of the key (SHA-256)")};
    ReceiptSheet sheet;
    sheet.heading = tr("Receipt of a report");
    const QStringList shown = values();
    for (qsizetype i = 0; i < shown.size(); ++i)
        sheet.rows.append({labels.value(i), shown.at(i)});
    sheet.notes = notes();
    sheet.seal = seal;
    return sheet;
}

QString Receipt::toText() const
{
    return sheet().toText();
}

QString Receipt::toHtml() const
{
    return sheet().toHtml();
}

QString Receipt::fileName() const
{
    QString name = number;
    for (QChar &c : name) {
        if (!c.isLetterOrNumber())
            c = QLatin1Char('-');
    }
    while (name.startsWith(QLatin1Char('-')))
        name.remove(0, 1);
    return tr("receipt-%1", "a file's name: no spaces").arg(name) + QStringLiteral(".html");
}

} // namespace vigie
