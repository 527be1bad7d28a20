// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/text/scanline.h"

#include <QList>
#include <QString>

namespace vigie::knowledge {

/// Finds names of people whom nobody has told us about, by where they stand in letters: behind a
/// greeting ("Bonjour Paul,"), a title ("Mme Martin") and below a closing ("Cordialement,\nPaul
/// Martin"). English, French and the commonest German forms. Guesses, for a person to look at.
class SpokenNames
{
public:
    /// The places in the next line of a text; lines have to be given in order.
    [[nodiscard]] QList<Span> next(const QString &line);

private:
    bool m_closed = false; ///< a closing was the last line that says something
};

} // namespace vigie::knowledge
