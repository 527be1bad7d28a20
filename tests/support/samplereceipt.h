// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/receiptfile.h"

namespace vigie {

/// What a server says in a receipt, with words that need care in every form.
inline ReceiptStatement sampleStatement()
{
    ReceiptStatement statement;
    statement.server = QStringLiteral("Desk of “Œuvre & Co”");
    statement.ticket = TicketId::fromStored(QStringLiteral("0199edbf-e7e8-7000-8c0e-9c5234fc32aa"));
    statement.number = 1042;
    statement.title = QStringLiteral("It prints <td>&amp;</td> \"boxes\"");
    statement.requester =
        PersonId::fromStored(QStringLiteral("0199edbf-e7e8-7000-8c0e-9c5234fc32ab"));
    statement.requesterName = QStringLiteral("Zoë Łuk");
    statement.writtenAt = 1'784'020'353'123;
    statement.receivedAt = 1'784'023'953'456;
    statement.sha256 = QString(64, QLatin1Char('a'));
    return statement;
}

/// A receipt with this seal, in words that no program knows.
inline ReceiptSheet sampleSheet(const ReceiptSeal &seal)
{
    ReceiptSheet sheet;
    sheet.heading = QStringLiteral("Quittung");
    const Result<ReceiptStatement> statement = statementFrom(seal.text);
    const QStringList values = receiptValues(statement.value_or(ReceiptStatement()), seal);
    for (const QString &value : values)
        sheet.rows.append({QStringLiteral("Zeile %1").arg(sheet.rows.size() + 1), value});
    sheet.notes = {QStringLiteral("Erster Absatz"), QStringLiteral("Zweiter & letzter")};
    sheet.seal = seal;
    return sheet;
}

} // namespace vigie
