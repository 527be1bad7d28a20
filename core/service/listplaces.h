// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/service/views.h"

namespace vigie {

/// The lists that are always there, under the names that what is chosen for them is kept by:
/// "mine", "queue/<id>", "view/overdue" … Names are never shown. Pure.
namespace listplaces {

/// The house's own question; its key among the views.
inline const QString kOverdue = QStringLiteral("overdue");
[[nodiscard]] QString overdueQuery();

/// `view` = the key of a question of the house; empty = the scope itself.
[[nodiscard]] QString nameOf(ListScope scope, const QueueId &queue, const QString &view);
/// Null when it is no queue's.
[[nodiscard]] QueueId queueOf(const QString &place);
/// What stands in a place, in the language of core/query/parser.h; nothing for a queue's place and
/// for one that is unknown.
[[nodiscard]] std::optional<QString> queryOf(const QString &place);
/// How the house shows a place to somebody who chose nothing.
[[nodiscard]] ViewLook usualLook(const QString &place);

} // namespace listplaces

} // namespace vigie
