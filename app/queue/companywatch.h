// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/queue/rowcompany.h"
#include "core/base/ids.h"

#include <QObject>

class QTimer;

namespace vigie {

class PresenceService;
class TicketListModel;
class TicketTable;

/// Asks who else is at the tickets of those rows that are seen, and has them painted again when it
/// becomes another; no row is read again for it. A list that rests is asked about, one that
/// scrolls is not. GUI thread; everything given must outlive it.
class CompanyWatch final : public QObject
{
    Q_OBJECT

public:
    CompanyWatch(PresenceService &presence, TicketTable *table, TicketListModel *model);

    /// What a row shows of it now.
    [[nodiscard]] static RowCompany companyOf(const PresenceService &presence,
                                              const TicketId &ticket);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void follow();

    PresenceService &m_presence;
    TicketTable *m_table;
    TicketListModel *m_model;
    QTimer *m_calm;
};

} // namespace vigie
