// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/image/ocr/ocrengine.h"

#include <QList>
#include <QString>

namespace vigie::bench {

/// What is found and what it costs, over made-up dialogs.
class SensitiveBench
{
public:
    SensitiveBench(OcrEngine &engine, quint64 seed) : m_engine(engine), m_seed(seed) {}

    /// Reads `dialogs` of them and prints one JSON line of recall and precision for each kind, one
    /// for each look, size and scale of the screen, and one for the time against one bare reading.
    /// `shown` names what was missed and what was found in error on stderr.
    [[nodiscard]] Done run(int dialogs, bool shown);

private:
    OcrEngine &m_engine;
    quint64 m_seed;
};

} // namespace vigie::bench
