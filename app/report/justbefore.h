// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/machinestate.h"

#include <QWidget>

namespace vigie {

class Button;
class ElidedLabel;
class FlowLayout;

/// What happened to this computer lately, offered as an answer to "what happened just before?".
/// Nothing of it is in the report until it is clicked. One line of words and one row of buttons,
/// whatever there is to offer and whenever it becomes known: what is below never moves by itself.
/// Hidden until beginLooking().
class JustBefore final : public QWidget
{
    Q_OBJECT

public:
    explicit JustBefore(QWidget *parent);

    /// Says that the computer is being asked.
    void beginLooking();
    /// The events to offer, in their order; `now` in UTC ms.
    void setEvents(const QList<MachineEvent> &events, qint64 now);
    /// What the answer says; what it says already is not offered again.
    void setAnswer(const QString &answer);

    /// The answer with one more thing in it.
    [[nodiscard]] static QString added(const QString &answer, const QString &words);

Q_SIGNALS:
    void picked(const QString &words);

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    void showChips();
    void fit();

    struct Offer {
        QString words; ///< as it is written into the answer
        QString chip;  ///< short enough for a chip
    };
    QList<Offer> m_offers;
    QString m_answer;
    bool m_looking = false;
    bool m_open = false; ///< the person wanted all of them
    ElidedLabel *m_hint;
    QWidget *m_row;
    FlowLayout *m_flow;
    QList<Button *> m_chips;
    Button *m_more;
};

} // namespace vigie
