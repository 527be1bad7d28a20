// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/worktime.h"

#include <QDate>

namespace vigie {

bool isWorkDay(const QString &text)
{
    return text.size() == 10 && QDate::fromString(text, Qt::ISODate).isValid();
}

} // namespace vigie
