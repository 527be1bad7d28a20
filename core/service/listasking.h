// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/service/workspacethreads.h"

namespace vigie {

/// The question with everything that its asker need not know; the outbox is read only when the
/// filter asks for something in it. Readers' thread.
[[nodiscard]] Result<ListQuery> askedBy(const WorkspaceThreads::Readers &readers, ListQuery query,
                                        qint64 now);

} // namespace vigie
