// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

class QTextDocument;

namespace vigie {

class CommandRegistry;

/// Every command that has keys, by groups, as a page to print.
void writeShortcuts(const CommandRegistry &registry, QTextDocument &document);

} // namespace vigie
