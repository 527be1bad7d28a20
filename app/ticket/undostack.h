// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/ids.h"
#include "core/ops/op.h"
#include "core/service/ladderservice.h"

#include <QJsonObject>
#include <QList>
#include <QString>

#include <optional>

namespace vigie {

/// One thing the person did here that can be taken back.
struct UndoStep {
    TicketId ticket;
    OpId op;           ///< for changes of fields; null for a message, whose op is looked up
    MessageId message; ///< for words
    QString what;      ///< "Owner: change to Anna"
    QList<OpId> many{}; ///< of several tickets at once; the rest but `what` is null then
    PassedOn passed{};  ///< note and move together; only `what` and the next two stand beside it
    bool back = false;
    QJsonObject words{}; ///< what had been typed, for typing on
    LogWork work{};      ///< time that was logged; goes back to its watch

    bool operator==(const UndoStep &) const = default;
};

/// The newest steps, newest last. Plain value.
class UndoStack
{
public:
    static constexpr int kMost = 50;

    void push(const UndoStep &step)
    {
        m_steps.append(step);
        if (m_steps.size() > kMost)
            m_steps.removeFirst();
    }
    [[nodiscard]] std::optional<UndoStep> take()
    {
        if (m_steps.isEmpty())
            return std::nullopt;
        return m_steps.takeLast();
    }
    [[nodiscard]] bool isEmpty() const { return m_steps.isEmpty(); }

private:
    QList<UndoStep> m_steps;
};

} // namespace vigie
