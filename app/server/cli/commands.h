// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/server/cli/console.h"

#include <QStringList>

/// The commands of vigie-server. Each gets the words after its name, talks to the console and
/// answers with the exit code.
namespace vigie::server {

[[nodiscard]] Exit runInit(const QStringList &arguments, Console &console);
[[nodiscard]] Exit runServe(const QStringList &arguments, Console &console);
[[nodiscard]] Exit runUser(const QStringList &arguments, Console &console);
[[nodiscard]] Exit runQueue(const QStringList &arguments, Console &console);
[[nodiscard]] Exit runBackup(const QStringList &arguments, Console &console);
[[nodiscard]] Exit runRestore(const QStringList &arguments, Console &console);
[[nodiscard]] Exit runVerify(const QStringList &arguments, Console &console);
[[nodiscard]] Exit runImport(const QStringList &arguments, Console &console);
[[nodiscard]] Exit runFingerprint(const QStringList &arguments, Console &console);
[[nodiscard]] Exit runReceiptKey(const QStringList &arguments, Console &console);
[[nodiscard]] Exit runCheckReceipt(const QStringList &arguments, Console &console);

/// Finds the command in the first word and runs it; "--help" and "--version" too.
[[nodiscard]] Exit runCommandLine(const QStringList &arguments, Console &console);

} // namespace vigie::server
