// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
#define VIGIE_SANITIZED 1
#elif defined(__has_feature) // Clang has no macro of its own for it
#if __has_feature(address_sanitizer) || __has_feature(thread_sanitizer)
#define VIGIE_SANITIZED 1
#endif
#endif

namespace vigie {

/// This build is several times as slow and as large as the product.
#ifdef VIGIE_SANITIZED
inline constexpr bool kSanitized = true;
#else
inline constexpr bool kSanitized = false;
#endif

} // namespace vigie
