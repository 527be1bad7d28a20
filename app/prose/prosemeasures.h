// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

/// Distances within a text, in device-independent pixels, shared by laying out and painting.
namespace vigie::prose {

inline constexpr qreal kParagraphGap = 9;
inline constexpr qreal kItemGap = 5;
inline constexpr qreal kTightGap = 2;
inline constexpr qreal kHeadingGap = 14;
inline constexpr qreal kQuoteIndent = 15;
inline constexpr qreal kBarWidth = 3;
inline constexpr qreal kCodePadding = 10;
inline constexpr qreal kCodeGutter = 16; ///< left of code, for the sign of a line that goes on
inline constexpr qreal kCellPadding = 8;
inline constexpr qreal kCellPaddingY = 5;
inline constexpr qreal kFoldHeightExtra = 8;
inline constexpr qreal kNarrowest = 120;  ///< text never gets less, however deep it stands
inline constexpr qreal kNarrowestColumn = 44;
inline constexpr qreal kLineHeight = 1.14;
inline constexpr qreal kMarkerGap = 7;
inline constexpr qreal kPictureWidth = 360;
inline constexpr qreal kPictureHeight = 240;

} // namespace vigie::prose
