// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace vigie {

/// Why text in pictures cannot be read on this computer; app/text/ocrtext has the words.
enum class OcrHint {
    None,           ///< it can
    NoLibrary,      ///< Tesseract is not installed
    UnknownLibrary, ///< a Tesseract of a version that Vigie does not know
    NoLanguages     ///< Tesseract is there, but none of its languages
};

} // namespace vigie
