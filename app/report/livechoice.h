// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

namespace vigie {

class ChoiceChips;
class Label;

/// "I am live now": the person stands before people and has this many minutes.
class LiveChoice final : public QWidget
{
    Q_OBJECT

public:
    explicit LiveChoice(QWidget *parent);

    /// 0 = not live.
    [[nodiscard]] int minutes() const;
    /// Anything else than what is offered means not live.
    void setMinutes(int minutes);

Q_SIGNALS:
    void minutesChanged(int minutes);

private:
    ChoiceChips *m_chips;
    Label *m_hint;
};

} // namespace vigie
