// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/e2e/client/commandtable.h"

#include <QObject>
#include <QTimer>

#include <optional>

namespace vigie::e2e {

/// Answers a waiting command as soon as its question has an answer, or with Timeout. Asks again
/// at every `look()`; questions are asynchronous and never run twice at once. Deletes itself.
class Condition final : public QObject
{
    Q_OBJECT

public:
    /// Calls its argument once, with the answer when the condition is met.
    using Question = std::function<void(std::function<void(std::optional<QJsonObject>)>)>;

    /// `last` describes the state of things for the answer after `timeoutMs`.
    Condition(Question question, std::function<QJsonObject()> last, int timeoutMs, Reply reply,
              QObject *parent);

    void look();

private:
    void answered(const std::optional<QJsonObject> &answer);
    void end(const QJsonObject &answer);

    Question m_question;
    std::function<QJsonObject()> m_last;
    Reply m_reply;
    QTimer m_deadline;
    bool m_asking = false;
    bool m_again = false;
    bool m_ended = false;
};

} // namespace vigie::e2e
