// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/limits.h"

#include <QByteArray>
#include <QByteArrayView>

#include <array>

namespace vigie::server {

/// What answers a route.
enum class Action {
    Hello,
    SignIn,
    SignOut,
    Sync,
    Known,
    Digest,
    Presence,
    BlobBegin,
    BlobStatus,
    BlobAppend,
    BlobRead,
};

/// Whether a route asks who is calling. There is no third way.
enum class Access { Anyone, SignedIn };

/// One row of the table: what is not in it does not exist.
struct Route {
    const char *method;
    const char *path; ///< a trailing "/*" stands for one more, non-empty part
    Access access;
    Action action;
    qsizetype bodyBytes; ///< most bytes of the request's body
};

inline constexpr std::array kRoutes{
    Route{"GET", "/v1/hello", Access::Anyone, Action::Hello, 0},
    Route{"POST", "/v1/session", Access::Anyone, Action::SignIn, 16 * 1024},
    Route{"DELETE", "/v1/session", Access::SignedIn, Action::SignOut, 0},
    Route{"POST", "/v1/sync", Access::SignedIn, Action::Sync, limits::kJsonBytes},
    Route{"POST", "/v1/sync/known", Access::SignedIn, Action::Known, limits::kJsonBytes},
    Route{"POST", "/v1/digest", Access::SignedIn, Action::Digest, 1024},
    Route{"POST", "/v1/presence", Access::SignedIn, Action::Presence, 16 * 1024},
    Route{"POST", "/v1/blobs", Access::SignedIn, Action::BlobBegin, 1024},
    Route{"HEAD", "/v1/blobs/*", Access::SignedIn, Action::BlobStatus, 0},
    Route{"PATCH", "/v1/blobs/*", Access::SignedIn, Action::BlobAppend,
          limits::kBlobChunkMostBytes},
    Route{"GET", "/v1/blobs/*", Access::SignedIn, Action::BlobRead, 0},
};

/// The most bytes that any route takes: what the front door may have to buffer.
[[nodiscard]] qsizetype mostBodyBytes();

/// What the table says about a request.
struct Match {
    const Route *route = nullptr; ///< null: no such path (allowed empty) or no such method
    QByteArray allowed;           ///< the path's methods, for Allow
    QByteArray tail;              ///< what the "*" stands for
};
[[nodiscard]] Match match(const QByteArray &method, const QByteArray &path);

/// The cap for a request's body, before it is read; 0 for what does not exist.
[[nodiscard]] qsizetype bodyCap(const QByteArray &method, const QByteArray &path);

} // namespace vigie::server
