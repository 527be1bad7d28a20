// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>

#include <optional>

namespace vigie {

/// Every way in which an operation of Vigie can fail: a closed list, so that each one has words.
enum class ErrorCode {
    Offline,          ///< no way to the server, including captive portals and proxies' pages
    Timeout,          ///< no answer in time; what was sent may have arrived
    TlsUntrusted,     ///< the server's certificate is not one we trust
    TlsChanged,       ///< the server shows another certificate than the pinned one
    TlsExpired,       ///< the certificate is out of its dates (or this machine's clock is wrong)
    SignInNeeded,     ///< the token is missing, expired or revoked
    WrongPassword,    ///< sign-in refused
    Forbidden,        ///< the person may not do this
    NotFound,         ///< the thing does not exist, or not for this person
    Conflict,         ///< somebody else changed it meanwhile
    Invalid,          ///< the input breaks a rule
    TooLarge,         ///< over a limit of core/base/limits.h
    RateLimited,      ///< asked too often; see retryAfterMs
    ServerFault,      ///< the server failed (5xx)
    ServerFull,       ///< the server has no space left
    ProtocolMismatch, ///< client and server speak different versions
    NotOurServer,     ///< something answered, but it is not a Vigie server
    TimeTravel,       ///< the server was restored from a backup
    StoreBusy,        ///< the database is locked by another process
    StoreFull,        ///< no space left on this device
    StoreCorrupt,     ///< the database is damaged
    StoreTooNew,      ///< the profile was written by a newer Vigie
    StoreReadOnly,    ///< the profile cannot be written
    StoreFault,       ///< any other database or file error
    ProfileInUse,     ///< another Vigie already runs on this profile
    NoSecretStore,    ///< no keychain on this machine
    Cancelled,        ///< asked to stop
    Bug               ///< a broken assumption of ours; never shown without "please report"
};

/// An error as a value. `detail` is English, for logs, and never shown to a person;
/// app/text/errortext turns the code into words.
struct Error {
    ErrorCode code = ErrorCode::Bug;
    QString detail;
    /// How long to wait before trying again, milliseconds, when the other side said so.
    std::optional<qint64> retryAfterMs;

    bool operator==(const Error &) const = default;
};

/// True when the same request may succeed later without anybody changing anything.
[[nodiscard]] bool isRetryable(ErrorCode code);

/// The code's name for logs, e.g. "StoreFull".
[[nodiscard]] QString errorName(ErrorCode code);

/// One line for logs: "StoreFull: disk I/O error".
[[nodiscard]] QString toLog(const Error &error);

} // namespace vigie
