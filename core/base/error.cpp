// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/error.h"

namespace vigie {

bool isRetryable(ErrorCode code)
{
    switch (code) {
    case ErrorCode::Offline:
    case ErrorCode::Timeout:
    case ErrorCode::RateLimited:
    case ErrorCode::ServerFault:
    case ErrorCode::ServerFull:
    case ErrorCode::NotOurServer:
    case ErrorCode::StoreBusy:
    case ErrorCode::StoreFull:
        return true;
    default:
        return false;
    }
}

QString errorName(ErrorCode code)
{
    switch (code) {
    case ErrorCode::Offline: return QStringLiteral("Offline");
    case ErrorCode::Timeout: return QStringLiteral("Timeout");
    case ErrorCode::TlsUntrusted: return QStringLiteral("TlsUntrusted");
    case ErrorCode::TlsChanged: return QStringLiteral("TlsChanged");
    case ErrorCode::TlsExpired: return QStringLiteral("TlsExpired");
    case ErrorCode::SignInNeeded: return QStringLiteral("SignInNeeded");
    case ErrorCode::WrongPassword: return QStringLiteral("WrongPassword");
    case ErrorCode::Forbidden: return QStringLiteral("Forbidden");
    case ErrorCode::NotFound: return QStringLiteral("NotFound");
    case ErrorCode::Conflict: return QStringLiteral("Conflict");
    case ErrorCode::Invalid: return QStringLiteral("Invalid");
    case ErrorCode::TooLarge: return QStringLiteral("TooLarge");
    case ErrorCode::RateLimited: return QStringLiteral("RateLimited");
    case ErrorCode::ServerFault: return QStringLiteral("ServerFault");
    case ErrorCode::ServerFull: return QStringLiteral("ServerFull");
    case ErrorCode::ProtocolMismatch: return QStringLiteral("ProtocolMismatch");
    case ErrorCode::NotOurServer: return QStringLiteral("NotOurServer");
    case ErrorCode::TimeTravel: return QStringLiteral("TimeTravel");
    case ErrorCode::StoreBusy: return QStringLiteral("StoreBusy");
    case ErrorCode::StoreFull: return QStringLiteral("StoreFull");
    case ErrorCode::StoreCorrupt: return QStringLiteral("StoreCorrupt");
    case ErrorCode::StoreTooNew: return QStringLiteral("StoreTooNew");
    case ErrorCode::StoreReadOnly: return QStringLiteral("StoreReadOnly");
    case ErrorCode::StoreFault: return QStringLiteral("StoreFault");
    case ErrorCode::ProfileInUse: return QStringLiteral("ProfileInUse");
    case ErrorCode::NoSecretStore: return QStringLiteral("NoSecretStore");
    case ErrorCode::Cancelled: return QStringLiteral("Cancelled");
    case ErrorCode::Bug: return QStringLiteral("Bug");
    }
    return QStringLiteral("Unknown");
}

QString toLog(const Error &error)
{
    return error.detail.isEmpty() ? errorName(error.code)
                                  : errorName(error.code) + QStringLiteral(": ") + error.detail;
}

} // namespace vigie
