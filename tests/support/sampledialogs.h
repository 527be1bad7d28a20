// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/rng.h"
#include "core/text/sensitivetext.h"

#include <QFont>
#include <QImage>
#include <QList>
#include <QRectF>
#include <QStringList>

namespace vigie::tests {

/// How a made-up dialog looks.
struct DialogLook {
    QString name; ///< e.g. "dark"
    QRgb ground = 0;
    QRgb letters = 0;
    QRgb field = 0; ///< the ground of input fields
    QRgb bar = 0;   ///< the title bar; its letters are white
};

[[nodiscard]] QList<DialogLook> dialogLooks();

/// Those of the fonts that dialogs use which are installed here.
[[nodiscard]] QStringList dialogFonts();

/// Something written into a dialog.
struct PlantedText {
    QString kind; ///< reasonName() of a secret; empty for what is none
    QString text;
    QRectF rect;  ///< of its letters in the picture
};

struct SampleDialog {
    QImage picture;
    QList<PlantedText> secrets;
    QList<PlantedText> decoys; ///< look a little like secrets
};

/// A made-up secret of a kind, valid where it has check digits, and the label that may stand
/// before it.
struct SampleSecret {
    QString kind;
    QStringList labels; ///< one of them; an empty one is "without"
    QString text;
};

[[nodiscard]] SampleSecret sampleSecret(SensitiveKind kind, Rng &rng);

/// The rules under which sampleSecret() makes names and what a site calls sensitive.
[[nodiscard]] SensitiveRules sampleRules();

/// Paints a dialog with six secrets and six decoys in one font of `points` (at 96 dots an inch),
/// on a screen with `scale` pixels for each. The same numbers of `rng` make the same dialog.
[[nodiscard]] SampleDialog sampleDialog(const DialogLook &look, const QString &family, int points,
                                        int scale, Rng &rng);

} // namespace vigie::tests
