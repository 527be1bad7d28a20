// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/text/scanline.h"

#include <QList>
#include <QString>

namespace vigie {

/// Digits in groups, as numbers for people are written: "+33 (0)1 42 68", "4970-1012-3456-7890".
struct NumberRun {
    struct Group {
        qsizetype digitsEnd = 0; ///< in `digits`
        qsizetype end = 0;       ///< in the line
        QChar separator;         ///< before the group; null before the first
    };

    qsizetype begin = 0;
    bool plus = false;   ///< starts with +
    bool bracket = false; ///< has a group in round brackets
    QString digits;
    QList<Group> groups;

    /// The lengths of the first `count` groups, e.g. "2-2-4".
    [[nodiscard]] QString shape(qsizetype count) const;
    /// True when the first `count` groups are separated by one and the same character.
    [[nodiscard]] bool isUniform(qsizetype count) const;
};

/// The longest run that starts at `from`, within a fixed number of characters. Without groups when
/// there is no start of a number, e.g. in the middle of a word or of decimals.
[[nodiscard]] NumberRun numberRunAt(const ScanLine &line, qsizetype from);

} // namespace vigie
