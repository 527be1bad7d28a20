// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <memory>

namespace vigie::platform {

/// A lock held by the operating system on behalf of this process: it ends with the process,
/// however that dies, so it can neither get stuck nor be mistaken for another process with the
/// same number. The file itself stays. Locks also exclude each other within one process.
class FileLock
{
public:
    /// ProfileInUse when somebody else holds it, StoreReadOnly when the file cannot be made.
    [[nodiscard]] static Result<std::unique_ptr<FileLock>> take(const QString &path);
    ~FileLock();
    FileLock(const FileLock &) = delete;
    FileLock &operator=(const FileLock &) = delete;

private:
    explicit FileLock(qintptr handle) : m_handle(handle) {}
    qintptr m_handle;
};

} // namespace vigie::platform
