// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/e2e/harness/platform/inheritance.h"

namespace vigie::e2e {

// Sockets are not inherited unless somebody asks for it.
void inheritNothing(QProcess &) {}

} // namespace vigie::e2e
