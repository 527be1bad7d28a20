// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/platform/machinefacts.h"

#include <QDateTime>
#include <QStringList>

/// Probes that are the same on every system, and what the systems' own are made of.
namespace vigie::machine {

/// The last limits::kMachineFileBytes of a file; empty when it cannot be read.
[[nodiscard]] QByteArray readEnd(const QString &path);

/// A state with one fact, or with none when the value is empty.
[[nodiscard]] MachineState factState(const char *key, const QString &value);

/// Host name, system and kernel.
[[nodiscard]] MachineState systemState();
/// When it started, as fact and, as long as it is recent, as event. `at` 0 = not known.
[[nodiscard]] MachineState startState(qint64 at);
/// The volume with `path`. May hang.
[[nodiscard]] MachineState volumeState(const char *key, const QString &path);
/// How the computer is connected. `preferred` = interfaces that lead out; empty = all that are up.
[[nodiscard]] MachineState networkState(const QStringList &preferred);
/// When the first certificate of this computer ends. Files in `folders` whose names fit.
[[nodiscard]] MachineState certificateState(const QStringList &folders, const QStringList &names);
/// When the files were last saved elsewhere, UTC ms; 0 = not known.
[[nodiscard]] MachineState backupState(qint64 at);
/// What a program of the system prints; empty when it is not there or takes too long.
[[nodiscard]] QByteArray saidBy(const QString &program, const QStringList &arguments);
/// Crash reports in folders, told by their names and times.
[[nodiscard]] MachineState crashState(const QStringList &folders);

} // namespace vigie::machine
