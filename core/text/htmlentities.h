// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace vigie {

/// What stands at the beginning of `text` as a character reference ("&eacute;", "&#233;",
/// "&#xE9;"), and how many characters it takes there; 0 when it is none and "&" is just "&".
/// Numbers as HTML reads them: those of Windows-1252 stand for its characters, those of no character
/// for U+FFFD.
struct CharacterReference {
    QString text;
    qsizetype length = 0;
};
[[nodiscard]] CharacterReference characterReference(QStringView text);

/// All of them replaced. One pass.
[[nodiscard]] QString withoutReferences(QStringView text);

} // namespace vigie
