// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/platform/descriptor.h"

#include <cerrno>

#include <fcntl.h>
#include <unistd.h>

namespace vigie::platform {

int syncDescriptor(int descriptor)
{
    // fsync() stops at the drive's cache here; not every file system knows the call that does not.
    return ::fcntl(descriptor, F_FULLFSYNC) == 0 ? 0 : ::fsync(descriptor);
}

int allocateSpace(int descriptor, qint64 bytes)
{
    fstore_t space{F_ALLOCATEALL, F_PEOFPOSMODE, 0, off_t(bytes), 0};
    if (::fcntl(descriptor, F_PREALLOCATE, &space) != 0)
        return errno;
    return ::ftruncate(descriptor, off_t(bytes)) == 0 ? 0 : errno;
}

} // namespace vigie::platform
