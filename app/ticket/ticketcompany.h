// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/composer/composer.h"
#include "core/service/views.h"

#include <QObject>

class QTimer;

namespace vigie {

class CompanyStrip;
class PresenceService;
class Workspace;

/// Tells colleagues what the person looks at and writes in one place, and tells the person who else
/// is there. Offers a ticket that nobody has to whoever begins to answer it. GUI thread;
/// `workspace` and `place` must outlive it.
class TicketCompany final : public QObject
{
    Q_OBJECT

public:
    TicketCompany(Workspace &workspace, QWidget *place);

    [[nodiscard]] CompanyStrip *strip() const { return m_strip; }
    /// What also takes a ticket, in native text.
    void setTakeKey(const QString &key) { m_takeKey = key; }
    /// The ticket as it is now; `face`: the person looks at it as the requester does.
    void setView(const TicketView &view, bool face);

public Q_SLOTS:
    /// The place shows this ticket; null = none.
    void setTicket(const vigie::TicketId &id);
    /// The person changed what is being written; `empty`: nothing is left of it.
    void typed(vigie::ComposeMode mode, bool empty);
    /// It was handed over.
    void sent();

Q_SIGNALS:
    void takeWanted();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void look();
    void show();

    PresenceService &m_presence;
    QWidget *m_place;
    CompanyStrip *m_strip;
    QTimer *m_age; ///< what is said of the past grows older
    QString m_takeKey;
    TicketId m_id;
    bool m_asStaff = false;  ///< nobody else may know of company
    bool m_free = false;     ///< nobody has it, and it is worth having
    bool m_face = false;
    bool m_writing = false;
    bool m_declined = false;
};

} // namespace vigie
