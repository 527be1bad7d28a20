// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/service/ownlistservice.h"

#include "core/service/workspacethreads.h"

namespace vigie {

void OwnListService::tell()
{
    m_threads.ownChanged();
    Q_EMIT changed();
}

} // namespace vigie
