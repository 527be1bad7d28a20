// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/remote/serveradapter.h"
#include "core/remote/vigie/chunksizer.h"
#include "core/remote/vigie/requestmaker.h"
#include "core/store/blobstore.h"

namespace vigie {
class Clock;
}

namespace vigie::remote {

/// What uploads and downloads work with; all of it outlives them.
struct TransferParts {
    net::Transport &transport;
    const RequestMaker &requests;
    const store::BlobStore &blobs;
    const Clock &clock;
    ChunkSizer &chunks;
};

using TransferDone = std::function<void(Reply<bool>)>;

/// "/v1/blobs/<sha256>"
[[nodiscard]] QString blobPath(const QString &sha256);

} // namespace vigie::remote
