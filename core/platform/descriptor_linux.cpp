// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/platform/descriptor.h"

#include <fcntl.h>
#include <unistd.h>

namespace vigie::platform {

int syncDescriptor(int descriptor)
{
    return ::fsync(descriptor);
}

int allocateSpace(int descriptor, qint64 bytes)
{
    return ::posix_fallocate(descriptor, 0, off_t(bytes));
}

} // namespace vigie::platform
