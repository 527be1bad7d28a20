// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/text/scanline.h"

#include <QString>

#include <optional>

namespace vigie {

/// What a site calls sensitive besides the general kinds, e.g. "KD-######" for its customers.
/// Plain text in which `#` is a digit, `?` one character that is no space, and `*` any number of
/// characters that are no spaces. Case and accents do not matter. No regular expressions: those
/// come from a server and could keep a client busy for ever.
class SitePattern
{
public:
    /// Invalid when longer than limits::kSitePatternLength or so vague that it would match
    /// everywhere (fewer than three characters other than `*` and `?`, or a leading `*`).
    [[nodiscard]] static Result<SitePattern> parse(const QString &pattern);

    /// The longest match that starts exactly at `from`, in at most
    /// limits::kSitePatternReach looks at characters.
    [[nodiscard]] std::optional<Span> matchAt(const ScanLine &line, qsizetype from) const;

    [[nodiscard]] QString text() const { return m_text; }

private:
    explicit SitePattern(QString folded) : m_text(std::move(folded)) {}

    QString m_text; ///< folded; at most 64 characters, one bit each
};

} // namespace vigie
