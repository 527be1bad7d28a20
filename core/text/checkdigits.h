// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace vigie {

/// The check of ISO/IEC 7812-1 (Luhn). `digits` holds '0' to '9' only.
[[nodiscard]] bool passesLuhn(QStringView digits);

/// True when the digits can be the number of a payment card: a known issuer's range with one of
/// its lengths. Does not look at the check digit.
[[nodiscard]] bool isCardRange(QStringView digits);

/// How long an IBAN of this country (two capital letters) is, by the registry of ISO 13616;
/// 0 for countries without one.
[[nodiscard]] int ibanLength(QStringView country);

/// The check of ISO 7064 (mod 97-10) over an IBAN in capital letters without spaces.
[[nodiscard]] bool passesMod97(QStringView iban);

} // namespace vigie
