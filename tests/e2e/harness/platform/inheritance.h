// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

class QProcess;

namespace vigie::e2e {

/// Sees to it that a child gets its three standard channels and nothing else of ours: a child that
/// holds a copy of one of our sockets keeps its port busy and its connection open.
void inheritNothing(QProcess &process);

} // namespace vigie::e2e
