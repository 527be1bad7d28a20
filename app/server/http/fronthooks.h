// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/server/api/api.h"

#include <functional>

namespace vigie::server {

/// Runs a function on the desk's thread, soon, in the order of the calls. Callable from any
/// thread; never runs it inside the call.
using Post = std::function<void(std::function<void()>)>;
/// Api::handle() or what stands for it in a test. Called on the desk's thread only.
using Handler = std::function<ApiOutcome(const ApiRequest &, bool finalCall)>;
/// The most bytes a body may have on a route.
using BodyCap = std::function<qint64(const QByteArray &method, const QByteArray &path)>;

} // namespace vigie::server
