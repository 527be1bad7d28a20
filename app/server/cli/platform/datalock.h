// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <QString>

#include <memory>

namespace vigie::server {

/// Keeps a second server off the same data folder. The operating system holds the lock, so it
/// ends with the process however that ends; there is nothing stale to clean up.
class DataLock
{
public:
    /// Creates the folder and the file "lock" in it when they are missing. ProfileInUse when
    /// another process holds it, StoreReadOnly when the folder cannot be written.
    [[nodiscard]] static Result<std::unique_ptr<DataLock>> take(const QString &folder);
    ~DataLock();
    DataLock(const DataLock &) = delete;
    DataLock &operator=(const DataLock &) = delete;

private:
    explicit DataLock(qintptr handle) : m_handle(handle) {}
    qintptr m_handle;
};

} // namespace vigie::server
