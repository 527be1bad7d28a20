// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/sql/database.h"
#include "core/store/outboxtypes.h"

#include <QJsonObject>

/// How outbox entries stand in the table `op`. Used by OutboxStore only.
namespace vigie::store::outboxrows {

/// The columns that read() expects, in order.
inline constexpr const char *kColumns =
    "id, seq, ticket, kind, json, undo, title, queued_at, state, attempts, server_faults, "
    "not_before, error_code, error_detail, retry_after, answer, merged, changed_at, reoffered_at";

/// The entry of the current row. An operation that this program cannot read (written by a newer
/// one, or damaged) comes back as a parked stand-in with the reason, so that it is seen, never
/// sent and never lost; nullopt when not even its id can be read.
[[nodiscard]] std::optional<OutboxEntry> read(const sql::Statement &row);

/// Binds everything but the operation itself, in the order of the UPDATE in OutboxStore.
void bindProgress(sql::Statement &statement, const OutboxEntry &entry);

/// Text forms of the operation and of what undoes it.
[[nodiscard]] QString textOf(const Op &op);
[[nodiscard]] QString undoText(const Op &op, const std::optional<Payload> &undo);

/// Names of the files that a JSON value mentions, at any depth.
void collectFiles(const QJsonValue &value, QStringList &into);

} // namespace vigie::store::outboxrows
