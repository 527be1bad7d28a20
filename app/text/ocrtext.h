// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/image/ocr/ocrhint.h"

#include <QCoreApplication>
#include <QString>

namespace vigie {

/// Words about sensitive places in pictures.
class OcrText
{
    Q_DECLARE_TR_FUNCTIONS(OcrText)

public:
    /// Why no places are suggested, what works all the same and what to do; empty for None.
    [[nodiscard]] static QString hint(OcrHint hint);
    /// What a place may hold, from the reason of a suggestion or a redaction ("email" → "e-mail
    /// address"); "private text" for reasons that are not known here.
    [[nodiscard]] static QString reason(const QString &reason);
};

} // namespace vigie
