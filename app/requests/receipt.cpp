// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/requests/receipt.h"

#include "app/text/enumtext.h"
#include "app/text/timetext.h"
#include "core/base/json.h"
#include "core/model/codec.h"

#include <QCryptographicHash>
#include <QPromise>
#include <QSaveFile>
#include <QThreadPool>

#include <memory>

namespace vigie {

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
    return receipt;
}

QList<Receipt::Line> Receipt::lines() const
{
    return {{tr("Request"), title},
            {tr("Number"), number},
            {tr("Reported by"), author},
            {tr("Written"), TimeText::absolute(writtenAt)},
            {tr("Received"), isReceived() ? TimeText::absolute(receivedAt)
                                          : tr("not yet: it is sent when the server answers")},
            {tr("Lasting id"), id},
            {tr("Fingerprint of the content (SHA-256)"), sha256}};
}

QString Receipt::note()
{
    return tr("The fingerprint shows whether the report was changed since. This receipt is not "
              "signed by the helpdesk.");
}

QString Receipt::toText() const
{
    QString text = tr("Receipt of a report") + QStringLiteral("\n\n");
    for (const Line &line : lines())
        text += tr("%1: %2", "a name and its value").arg(line.label, line.value) + QLatin1Char('\n');
    return text + QLatin1Char('\n') + note() + QLatin1Char('\n');
}

QString Receipt::toHtml() const
{
    const QString heading = tr("Receipt of a report").toHtmlEscaped();
    QString rows;
    for (const Line &line : lines()) {
        rows += QStringLiteral("<tr><th scope=\"row\" style=\"text-align:start;padding-inline-end:"
                               "1em;vertical-align:top\">%1</th>"
                               "<td style=\"overflow-wrap:anywhere\">%2</td></tr>\n")
                    .arg(line.label.toHtmlEscaped(), line.value.toHtmlEscaped());
    }
    return QStringLiteral("<!DOCTYPE html>\n<html><head><meta charset=\"utf-8\"><title>")
        + heading + QStringLiteral("</title></head><body>\n<h1>") + heading
        + QStringLiteral("</h1>\n<table>\n") + rows + QStringLiteral("</table>\n<p>")
        + note().toHtmlEscaped() + QStringLiteral("</p>\n</body></html>\n");
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
