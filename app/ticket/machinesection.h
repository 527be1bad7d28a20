// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/ticket/factgroups.h"

#include <QHash>
#include <QWidget>

namespace vigie {

class ContextSection;
class IconButton;

/// What the requester's computer told with the report, in folded groups. Which ones are unfolded
/// stays from ticket to ticket.
class MachineSection final : public QWidget
{
    Q_OBJECT

public:
    explicit MachineSection(QWidget *parent);

    void showKit(const Kit &kit);

Q_SIGNALS:
    void copied(const QString &text);

private:
    void take(const QString &text);
    ContextSection *groupFor(const FactGroup &group);

    ContextSection *m_section;
    IconButton *m_copyAll;
    QHash<QString, ContextSection *> m_byKey;
    QList<FactGroup> m_groups;
};

} // namespace vigie
