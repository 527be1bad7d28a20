// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/message.h"
#include "core/ops/op.h"

#include <QCoreApplication>
#include <QHash>
#include <QString>

namespace vigie {

/// Names of people and queues by the text of their id, for values that travel as ids.
using NamesById = QHash<QString, QString>;

/// What happened, and what somebody intends, as sentences.
class EventText
{
    Q_DECLARE_TR_FUNCTIONS(EventText)

public:
    /// One sentence for an event of a thread, in the words of the agents or of the requester
    /// (`staff` false: public events only, never an internal word; an event of an unknown or
    /// internal kind becomes an empty text there).
    [[nodiscard]] static QString sentence(const Message &event, bool staff,
                                          const NamesById &names = {});
    /// Above a message whose author had not seen so many others yet.
    [[nodiscard]] static QString crossed(int messages);
    /// What an operation does, for the outbox: "Reply", "State → Resolved", "Report".
    [[nodiscard]] static QString intention(const Op &op, const NamesById &names = {});
    /// A field's value in words; ids are looked up, enum names translated.
    [[nodiscard]] static QString value(const QString &field, const QString &value,
                                       const NamesById &names = {});
};

} // namespace vigie
