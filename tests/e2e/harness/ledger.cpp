// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/e2e/harness/ledger.h"

#include "app/server/data/serverstore.h"
#include "core/model/codec.h"

#include <QJsonDocument>

namespace vigie::e2e {

namespace {

/// Calls `row` with the only text column of every row.
Done forEach(sql::Database &database, const QString &query,
             const std::function<Done(const QString &)> &row)
{
    VIGIE_TRY_ASSIGN(statement, database.prepare(query));
    while (true) {
        VIGIE_TRY_ASSIGN(found, statement.next());
        if (!found)
            return {};
        VIGIE_TRY(row(statement.text(0)));
    }
}

QJsonObject parsed(const QString &json)
{
    return QJsonDocument::fromJson(json.toUtf8()).object();
}

} // namespace

Result<Ledger> Ledger::read(const QString &data)
{
    Ledger ledger;
    VIGIE_TRY_ASSIGN(database,
                     sql::Database::open(server::databasePath(data), sql::Durability::Precious,
                                         sql::Access::ReadOnly));
    VIGIE_TRY(forEach(*database, QStringLiteral("SELECT json FROM ticket"),
                      [&](const QString &json) -> Done {
                          VIGIE_TRY_ASSIGN(ticket, codec::ticketFrom(parsed(json)));
                          ++ledger.titles[ticket.title];
                          for (const QString &tag : std::as_const(ticket.tags))
                              ++ledger.tags[tag];
                          return {};
                      }));
    VIGIE_TRY(forEach(*database,
                      QStringLiteral("SELECT json FROM message WHERE kind <> 'event'"),
                      [&](const QString &json) -> Done {
                          VIGIE_TRY_ASSIGN(message, codec::messageFrom(parsed(json)));
                          ++ledger.words[message.body];
                          return {};
                      }));
    VIGIE_TRY(forEach(*database, QStringLiteral("SELECT op_id FROM audit WHERE op_id <> ''"),
                      [&](const QString &op) -> Done {
                          ++ledger.audits[op];
                          return {};
                      }));
    VIGIE_TRY(forEach(*database, QStringLiteral("SELECT op_id FROM op_result WHERE status <> 'conflict'"),
                      [&](const QString &) -> Done {
                          ++ledger.results;
                          return {};
                      }));
    VIGIE_TRY(forEach(*database, QStringLiteral("SELECT value FROM meta WHERE key = 'epoch'"),
                      [&](const QString &name) -> Done {
                          ledger.epoch = name;
                          return {};
                      }));
    return ledger;
}

QStringList Ledger::doubles() const
{
    QStringList found;
    for (const QHash<QString, int> *table : {&words, &titles, &tags, &audits}) {
        for (auto it = table->cbegin(); it != table->cend(); ++it) {
            if (it.value() > 1)
                found.append(QStringLiteral("%1 ×%2").arg(it.key()).arg(it.value()));
        }
    }
    return found;
}

} // namespace vigie::e2e
