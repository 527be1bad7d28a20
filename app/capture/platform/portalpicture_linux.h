// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QImage>
#include <QString>

namespace vigie {

/// The file in which a portal leaves its picture, sometimes under a fixed name in a folder that
/// others can read.
namespace portalpicture {

/// Reads the picture behind a file URI and removes the file, whether or not it could be decoded.
/// A null picture when it is no PNG or JPEG, damaged, or over the limits of core/base/limits.h. A
/// file that is no picture at all is left alone: it cannot be what was asked for.
[[nodiscard]] QImage take(const QString &uri);

/// Removes a picture that nobody wants any more.
void discard(const QString &uri);

} // namespace portalpicture

} // namespace vigie
