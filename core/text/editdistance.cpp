// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/text/editdistance.h"

#include <QList>

#include <algorithm>
#include <cstdlib>

namespace vigie {

int editDistance(QStringView a, QStringView b, int most)
{
    if (std::abs(a.size() - b.size()) > most)
        return most + 1;
    const auto width = b.size() + 1;
    QList<int> before(width);   // two rows up, for swapped neighbours
    QList<int> previous(width);
    QList<int> row(width);
    for (qsizetype j = 0; j < width; ++j)
        previous[j] = int(j);
    for (qsizetype i = 1; i <= a.size(); ++i) {
        row[0] = int(i);
        int least = row[0];
        for (qsizetype j = 1; j < width; ++j) {
            const bool same = a[i - 1] == b[j - 1];
            row[j] = std::min({previous[j] + 1, row[j - 1] + 1, previous[j - 1] + (same ? 0 : 1)});
            if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
                row[j] = std::min(row[j], before[j - 2] + 1);
            least = std::min(least, row[j]);
        }
        if (least > most)
            return most + 1;
        std::swap(before, previous);
        std::swap(previous, row);
    }
    return std::min(previous[b.size()], most + 1);
}

} // namespace vigie
