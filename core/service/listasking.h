// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/service/workspacethreads.h"

namespace vigie {

/// The question with everything that its asker need not know; the outbox is read only when the
/// filter asks for something in it. The thread of the outbox.
[[nodiscard]] Result<ListQuery> askedBy(const store::OutboxStore &outbox, const Person &me,
                                        ListQuery query, qint64 now);
[[nodiscard]] Result<ListQuery> askedBy(const WorkspaceThreads::Readers &readers, ListQuery query,
                                        qint64 now);

} // namespace vigie
