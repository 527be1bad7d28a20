// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/e2e/client/condition.h"

#include <QPointer>

namespace vigie::e2e {

Condition::Condition(Question question, std::function<QJsonObject()> last, int timeoutMs,
                     Reply reply, QObject *parent)
    : QObject(parent), m_question(std::move(question)), m_last(std::move(last)),
      m_reply(std::move(reply))
{
    m_deadline.setSingleShot(true);
    connect(&m_deadline, &QTimer::timeout, this, [this] {
        QJsonObject answer = m_last();
        answer.insert(QStringLiteral("ok"), false);
        answer.insert(QStringLiteral("error"), errorName(ErrorCode::Timeout));
        end(answer);
    });
    m_deadline.start(timeoutMs);
}

void Condition::look()
{
    if (m_ended)
        return;
    if (m_asking) {
        m_again = true;
        return;
    }
    m_asking = true;
    m_again = false;
    m_question([self = QPointer<Condition>(this)](const std::optional<QJsonObject> &answer) {
        if (self)
            self->answered(answer);
    });
}

void Condition::answered(const std::optional<QJsonObject> &answer)
{
    m_asking = false;
    if (m_ended)
        return;
    if (answer)
        end(good(*answer));
    else if (m_again)
        QMetaObject::invokeMethod(this, &Condition::look, Qt::QueuedConnection);
}

void Condition::end(const QJsonObject &answer)
{
    if (m_ended)
        return;
    m_ended = true;
    m_deadline.stop();
    m_reply(answer);
    deleteLater();
}

} // namespace vigie::e2e
