// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>

namespace vigie {

/// A certificate's fingerprint in a form that two people can compare on the phone.
/// 64 upper-case hex digits without separators; empty when it is not a SHA-256 fingerprint.
[[nodiscard]] QString plainFingerprint(const QString &text);
/// Four lines of eight pairs: "3A 5F C0 …".
[[nodiscard]] QStringList fingerprintLines(const QString &text);
[[nodiscard]] bool sameFingerprint(const QString &a, const QString &b);

} // namespace vigie
