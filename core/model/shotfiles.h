// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/message.h"

#include <optional>

namespace vigie {

/// A file of a message as people see it: one file, or a screenshot, which travels as up to three:
/// "Screenshot 1.png" for everybody, "Screenshot 1.base.png" (the picture without annotations) and
/// "Screenshot 1.annotations.json" (the annotations).
struct ShownFile {
    Attachment flat;                    ///< what any program can open
    std::optional<Attachment> base;     ///< none: `flat` has no annotations in it
    std::optional<Attachment> sidecar;  ///< only screenshots have one

    bool operator==(const ShownFile &) const = default;

    [[nodiscard]] bool isShot() const { return sidecar.has_value(); }
    /// The picture that the sidecar's places refer to.
    [[nodiscard]] const Attachment &picture() const { return base ? *base : flat; }
    /// All of it, in the order in which it is sent.
    [[nodiscard]] QList<Attachment> files() const;
    /// Bytes, all of it.
    [[nodiscard]] qint64 size() const;
};

/// Brings the files of each screenshot together, by their names; everything else stays as it is.
/// The order is that of the flat pictures. Nothing is lost, whatever the names are.
[[nodiscard]] QList<ShownFile> foldShots(const QList<Attachment> &files);

// The names of a screenshot's files; `stem` is "Screenshot 1".
[[nodiscard]] QString shotFlatName(const QString &stem);
[[nodiscard]] QString shotBaseName(const QString &stem);
[[nodiscard]] QString shotSidecarName(const QString &stem);
/// The stem of a flat picture's name; the whole name when it has another ending.
[[nodiscard]] QString shotStem(const QString &flatName);
/// The same files under other names.
[[nodiscard]] ShownFile renamedShot(ShownFile shot, const QString &stem);
/// The files with one screenshot more. The same picture marked up again takes the place of the
/// earlier one; another picture of its name gets another name ("Screenshot 1 (2).png").
[[nodiscard]] QList<Attachment> withShot(const QList<Attachment> &files, const ShownFile &shot);

} // namespace vigie
