// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QButtonGroup;

namespace vigie {

class FlowLayout;

/// A few choices side by side of which one is taken: quicker to read and to hit than a drop-down.
/// One tab stop; arrows move inside.
class ChoiceChips final : public QWidget
{
    Q_OBJECT

public:
    ChoiceChips(const QString &accessibleName, QWidget *parent);

    /// `id` is the caller's number for the choice; the chip's object name is the group's followed
    /// by the id.
    void addChoice(int id, const QString &text, const QString &hint = {});
    /// -1 = none.
    [[nodiscard]] int choice() const;
    void setChoice(int id);

Q_SIGNALS:
    /// By the person or by setChoice().
    void choiceChanged(int id);

private:
    QButtonGroup *m_group;
    FlowLayout *m_flow;
};

} // namespace vigie
