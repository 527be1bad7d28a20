// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QMetaType>
#include <QString>

namespace vigie {

/// Who else is at the ticket of a row, as far as a row has room for it.
struct RowCompany {
    bool writes = false;
    bool looks = false;
    bool live = true; ///< otherwise it was so when the server was last heard
    QString words;    ///< plain text, all of it

    bool operator==(const RowCompany &) const = default;
};

} // namespace vigie

Q_DECLARE_METATYPE(vigie::RowCompany)
