// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/machinestate.h"

#include <QWidget>

namespace vigie {

class FlowLayout;

/// What happened to this computer lately, offered as an answer to "what happened just before?".
/// Nothing of it is in the report until it is clicked. Hidden while there is nothing to offer.
class JustBefore final : public QWidget
{
    Q_OBJECT

public:
    explicit JustBefore(QWidget *parent);

    /// The events to offer, in their order; `now` in UTC ms.
    void setEvents(const QList<MachineEvent> &events, qint64 now);
    /// What the answer says; what it says already is not offered again.
    void setAnswer(const QString &answer);

    /// The answer with one more thing in it.
    [[nodiscard]] static QString added(const QString &answer, const QString &words);

Q_SIGNALS:
    void picked(const QString &words);

private:
    void showChips();

    struct Offer {
        QString words; ///< as it is written into the answer
        QString chip;  ///< short enough for a chip
    };
    QList<Offer> m_offers;
    QString m_answer;
    QWidget *m_chips;
    FlowLayout *m_flow;
};

} // namespace vigie
