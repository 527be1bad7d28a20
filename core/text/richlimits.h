// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

/// How much a foreign text may ask of whoever shows it. Texts in UTF-16 units. What goes beyond is
/// shown as plain words, never left out.
namespace vigie::richlimits {

inline constexpr qsizetype kMarkdownLength = 1024 * 1024;
inline constexpr qsizetype kHtmlLength = 1024 * 1024;
inline constexpr int kNest = 12;          ///< quotations and lists in each other; deeper is drawn there
inline constexpr int kMarkersPerLine = 24; ///< "> > - >" at the beginning of a line
inline constexpr int kHtmlDepth = 256;    ///< open elements; deeper ones are looked through
inline constexpr int kBlocks = 100'000;
inline constexpr int kSpans = 200'000;
inline constexpr int kTargets = 2'000;    ///< links and pictures
inline constexpr int kColumns = 64;
inline constexpr int kCells = 20'000;     ///< of one table
inline constexpr qsizetype kAddressLength = 2048;
inline constexpr int kTicketDigits = 12;
inline constexpr int kListNumber = 999'999'999;
/// Output of one text, as a multiple of its input: references may repeat a long address.
inline constexpr qsizetype kGrowth = 8;

} // namespace vigie::richlimits
