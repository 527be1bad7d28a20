// SPDX-License-Identifier: GPL-3.0-or-later
// Marking several tickets, for what is done to all of them at once.
#include "app/queue/queuepage.h"

#include "app/queue/tickettable.h"
#include "app/text/errortext.h"
#include "core/base/async.h"
#include "core/ops/bulk.h"
#include "core/service/ticketservice.h"
#include "core/service/workspace.h"

#include <algorithm>

namespace vigie {

void QueuePage::wireMarks()
{
    connect(m_table, &TicketTable::markToggled, this,
            [this](const QModelIndex &index) { toggleMark(m_model->idAt(index.row())); });
    connect(m_table, &TicketTable::markedUpTo, this, [this](const QModelIndex &index) {
        const TicketId id = m_model->idAt(index.row());
        markUpTo(id);
        if (const int row = m_model->rowOf(id); row >= 0)
            m_table->setCurrentIndex(m_model->index(row));
    });
    connect(m_table, &TicketTable::plainlyClicked, this, [this](const QModelIndex &index) {
        unmark();
        m_anchor = m_model->idAt(index.row());
    });
    connect(m_table, &TicketTable::unmarkWanted, this, &QueuePage::unmark);
}

void QueuePage::toggleMark(const TicketId &id)
{
    if (id.isNull())
        return;
    QList<TicketId> marks = m_marks;
    if (!marks.removeOne(id))
        marks.append(id);
    m_anchor = id;
    setMarks(marks);
}

/// From where marking began (or the shown ticket) to this one; what is marked elsewhere stays.
void QueuePage::markUpTo(const TicketId &id)
{
    if (m_anchor.isNull() || m_model->rowOf(m_anchor) < 0)
        m_anchor = m_selected;
    const int from = m_model->rowOf(m_anchor);
    const int to = m_model->rowOf(id);
    if (to < 0)
        return;
    QList<TicketId> marks = m_marks;
    for (int row = std::min(from < 0 ? to : from, to); row <= std::max(from, to); ++row) {
        if (const TicketId one = m_model->idAt(row); !one.isNull() && !marks.contains(one))
            marks.append(one);
    }
    setMarks(marks);
}

void QueuePage::markLoaded()
{
    QList<TicketId> marks;
    for (const TicketRow &row : m_model->loaded())
        marks.append(row.id);
    setMarks(marks);
}

void QueuePage::markWholeList()
{
    const ListQuery query = m_model->query();
    whenDone(m_workspace.tickets().ids(query, kBulkTickets), this,
             [this, query](const Result<QList<TicketId>> &ids) {
                 if (!ids)
                     return Q_EMIT statusText(ErrorText::of(ids.error()).paragraph());
                 if (asked().filter == query.filter && asked().text == query.text)
                     setMarks(*ids);
             });
}

void QueuePage::unmark()
{
    setMarks({});
}

void QueuePage::setMarks(const QList<TicketId> &ids)
{
    if (ids == m_marks)
        return;
    m_marks = ids;
    m_model->setMarked(QSet<TicketId>(ids.cbegin(), ids.cend()));
    Q_EMIT marked(m_marks, 0);
    // Only when there is more than what is loaded does anybody have to be asked how much.
    if (m_marks.isEmpty() || !m_model->canFetchMore({}))
        return;
    whenDone(m_workspace.tickets().count(m_model->query(), kBulkTickets), this,
             [this, ids](const Result<int> &count) {
                 if (count && ids == m_marks)
                     Q_EMIT marked(m_marks, *count);
             });
}

} // namespace vigie
