// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/readership.h"

#include <QCoreApplication>

namespace vigie {

/// In words, to whom a public reply goes.
class Audience
{
    Q_DECLARE_TR_FUNCTIONS(Audience)

public:
    /// `name` is the reader's where there is no list: a requester writes to their contact.
    Audience(const QList<Reader> &readers, const QString &name) : m_readers(readers), m_name(name) {}

    [[nodiscard]] int outside() const;
    /// "Send to 3 people, 1 outside", for a button: no access key in it.
    [[nodiscard]] QString sendText() const;
    /// "3 people will read this, 1 of them outside".
    [[nodiscard]] QString sentence() const;
    /// A line for each, and the keys that send; safe as a tooltip, whatever they are called.
    [[nodiscard]] QString list(const QString &keys) const;

private:
    [[nodiscard]] QString only() const;

    QList<Reader> m_readers;
    QString m_name;
};

} // namespace vigie
