// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <QHash>
#include <QString>
#include <QStringList>

namespace vigie::e2e {

/// What a server really holds, read from its database and not through its own words.
struct Ledger {
    QHash<QString, int> words;  ///< bodies of reports, replies and notes → how often
    QHash<QString, int> titles; ///< of tickets → how often
    QHash<QString, int> tags;   ///< of all tickets → how often
    QHash<QString, int> audits; ///< operation id → rows in the audit log
    int results = 0;            ///< operations whose verdict is remembered, held answers left out
    QString epoch;              ///< changes when the server finds itself set back in time

    /// `data` is the server's data folder; the server may be running or dead.
    [[nodiscard]] static Result<Ledger> read(const QString &data);

    /// Everything that is there more than once.
    [[nodiscard]] QStringList doubles() const;
    /// How often these words are there, as a title, in a message or as a tag.
    [[nodiscard]] int count(const QString &text) const
    {
        return words.value(text) + titles.value(text) + tags.value(text);
    }
};

} // namespace vigie::e2e
