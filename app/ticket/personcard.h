// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/service/views.h"

#include <QWidget>

namespace vigie {

class Avatar;
class ContextSection;
class ElidedLabel;
struct OtherTickets;

/// Who asked: as much as this computer knows, ready to be copied, and how much they wait for.
class PersonCard final : public QWidget
{
    Q_OBJECT

public:
    explicit PersonCard(QWidget *parent);

    void showRequester(const TicketView &view);
    void showTickets(const OtherTickets &tickets);

Q_SIGNALS:
    void copied(const QString &text);
    /// All tickets of this person.
    void listWanted();

private:
    void showRows();

    Avatar *m_avatar;
    ElidedLabel *m_name;
    ElidedLabel *m_place;
    ContextSection *m_ways;
    std::optional<Person> m_person;
    QString m_count;
    QList<QString> m_copies; ///< of each row; empty = it is the count
};

} // namespace vigie
