// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/text/scanline.h"

namespace vigie {

/// A label beside which a secret stands, in a line.
struct LabelMatch {
    Span label;
    qsizetype value = -1;  ///< where what is labelled begins; -1 when nothing follows
    bool separated = false; ///< a colon, an equals sign or a verb stands between
    bool verb = false;      ///< … and it is a verb, as in "the password is"
};

/// The labels of passwords, PINs and codes ("Mot de passe :", "PIN", "Kennwort").
[[nodiscard]] bool passwordLabelAt(const ScanLine &line, qsizetype from, LabelMatch &match);

/// The labels of machines' keys ("API key", "Bearer", "Clé de licence").
[[nodiscard]] bool tokenLabelAt(const ScanLine &line, qsizetype from, LabelMatch &match);

/// True when `text` at `from` equals `wanted` (lower case) up to letters that are mistaken for one
/// another: o and 0; l, i, 1 and |.
[[nodiscard]] bool readsAs(const ScanLine &line, qsizetype from, QStringView wanted);

/// True for a word that hardly is one of a sentence: with a digit, with a sign inside, or with
/// capitals inside.
[[nodiscard]] bool looksMade(QStringView word);

/// True for words that stand behind a secret's label in place of a secret: "forgotten?",
/// "required", "must contain …".
[[nodiscard]] bool isTalkAboutSecrets(QStringView foldedWord);

} // namespace vigie
