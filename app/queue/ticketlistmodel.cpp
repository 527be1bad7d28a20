// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/queue/ticketlistmodel.h"

#include "app/queue/listrules.h"
#include "app/queue/rowsteps.h"
#include "app/text/enumtext.h"
#include "app/text/handlingtext.h"
#include "app/text/slatext.h"
#include "core/base/async.h"
#include "core/model/lifecycle.h"

#include <QDateTime>

namespace vigie {

TicketListModel::TicketListModel(Source source, QObject *parent)
    : QAbstractListModel(parent), m_source(std::move(source))
{
}

int TicketListModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_rows.size());
}

QVariant TicketListModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    const TicketRow &row = m_rows.at(index.row());
    switch (role) {
    case Qt::DisplayRole: return row.title;
    case Qt::AccessibleTextRole:
        return m_marked.contains(row.id) ? tr("marked, %1", "a ticket").arg(spoken(row))
                                         : spoken(row);
    case MarkedRole: return m_marked.contains(row.id);
    case RowRole: return QVariant::fromValue(row);
    case ExcerptRole: return m_excerpts.value(row.id);
    default: return {};
    }
}

QString TicketListModel::spoken(const TicketRow &row)
{
    QStringList parts;
    parts << (row.number > 0 ? tr("Ticket %1").arg(row.number)
                             : tr("Ticket %1").arg(row.id.shortTag()));
    parts << row.title << EnumText::of(row.state)
          << EnumText::of(row.priority) << EnumText::of(row.level);
    parts << tr("from %1").arg(row.requesterName);
    parts << (row.owner.isNull() ? tr("nobody owns it") : tr("owner %1").arg(row.ownerName));
    if (const QString due = SlaText::next(row.dueAt, row.dueClock, row.paused,
                                          QDateTime::currentMSecsSinceEpoch());
        !due.isEmpty() && isOpen(row.state))
        parts << due;
    if (const QString live = HandlingText::live(row.liveUntil, QDateTime::currentMSecsSinceEpoch());
        !live.isEmpty() && isOpen(row.state))
        parts << live;
    if (row.updateAskedAt > 0)
        parts << tr("an update was asked for");
    if (row.pending)
        parts << tr("changes are waiting to be sent");
    return parts.join(QStringLiteral(", "));
}

void TicketListModel::setMarked(const QSet<TicketId> &marked)
{
    if (marked == m_marked)
        return;
    m_marked = marked;
    if (!m_rows.isEmpty())
        Q_EMIT dataChanged(index(0), index(int(m_rows.size()) - 1), {MarkedRole});
}

int TicketListModel::rowOf(const TicketId &id) const
{
    for (int i = 0; i < m_rows.size(); ++i) {
        if (m_rows[i].id == id)
            return i;
    }
    return -1;
}

TicketId TicketListModel::idAt(int row) const
{
    return row >= 0 && row < m_rows.size() ? m_rows[row].id : TicketId();
}

void TicketListModel::setPhase(Phase phase, const Error &error)
{
    m_error = error;
    m_phase = phase;
    Q_EMIT phaseChanged();
}

// ---- asking ----------------------------------------------------------------------------------

void TicketListModel::setQuery(const ListQuery &query, const QString &sought)
{
    m_query = query;
    m_sought = sought.isEmpty() ? query.text : sought;
    m_query.after.reset();
    m_query.limit = kPage;
    const quint64 question = ++m_question;
    m_fetching = true;
    m_refreshing = false;
    m_dirty.clear();
    m_allDirty = false;
    setPhase(Phase::Loading);
    whenDone(m_source.list(m_query), this, [this, question](Result<QList<TicketRow>> answer) {
        takeFirstPage(question, answer);
    });
}

void TicketListModel::takeFirstPage(quint64 question, const Result<QList<TicketRow>> &answer)
{
    if (question != m_question)
        return;
    m_fetching = false;
    beginResetModel();
    m_rows = answer.value_or(QList<TicketRow>());
    m_excerpts.clear();
    m_complete = m_rows.size() < kPage;
    endResetModel();
    setPhase(answer ? Phase::Ready : Phase::Failed, answer ? Error{} : answer.error());
    Q_EMIT queryAnswered();
    if (!m_sought.isEmpty() && !m_rows.isEmpty())
        loadExcerpts(question);
    if (m_allDirty || !m_dirty.isEmpty())
        startRefresh();
}

void TicketListModel::loadExcerpts(quint64 question)
{
    whenDone(m_source.search(m_sought, kPage), this,
             [this, question](const Result<QList<SearchHit>> &hits) {
                 // Excerpts are an extra: without them the rows still say what they are.
                 if (question != m_question || !hits || m_rows.isEmpty())
                     return;
                 for (const SearchHit &hit : *hits)
                     m_excerpts.insert(hit.row.id, hit.excerpt);
                 Q_EMIT dataChanged(index(0), index(int(m_rows.size()) - 1), {ExcerptRole});
             });
}

bool TicketListModel::canFetchMore(const QModelIndex &parent) const
{
    return !parent.isValid() && m_phase == Phase::Ready && !m_complete && !m_fetching
        && !m_refreshing;
}

void TicketListModel::fetchMore(const QModelIndex &parent)
{
    if (!canFetchMore(parent) || m_rows.isEmpty())
        return;
    m_fetching = true;
    ListQuery next = m_query;
    next.after = m_rows.last();
    const quint64 question = m_question;
    whenDone(m_source.list(next), this, [this, question](Result<QList<TicketRow>> answer) {
        takeNextPage(question, answer);
    });
}

void TicketListModel::takeNextPage(quint64 question, const Result<QList<TicketRow>> &answer)
{
    if (question != m_question)
        return;
    m_fetching = false;
    if (!answer) {
        // What is loaded stays; the end of the list is the end until the next question.
        m_complete = true;
        setPhase(Phase::Ready, answer.error());
    } else {
        m_complete = answer->size() < kPage;
        QList<TicketRow> fresh;
        for (const TicketRow &row : *answer) {
            if (rowOf(row.id) < 0)
                fresh.append(row);
        }
        if (!fresh.isEmpty()) {
            beginInsertRows({}, int(m_rows.size()), int(m_rows.size() + fresh.size()) - 1);
            m_rows.append(fresh);
            endInsertRows();
        }
    }
    if (m_allDirty || !m_dirty.isEmpty())
        startRefresh();
}

// ---- following changes -----------------------------------------------------------------------

void TicketListModel::refresh(const QSet<TicketId> &changed, bool everything)
{
    m_dirty.unite(changed);
    m_allDirty = m_allDirty || everything;
    if (!m_refreshing && !m_fetching && (m_allDirty || !m_dirty.isEmpty()))
        startRefresh();
}

void TicketListModel::startRefresh()
{
    m_refreshing = true;
    const QSet<TicketId> changed = std::exchange(m_dirty, {});
    const bool everything = std::exchange(m_allDirty, false);
    readWindow(m_question, changed, everything);
}

void TicketListModel::readWindow(quint64 question, const QSet<TicketId> &changed, bool everything)
{
    ListQuery first = m_query;
    const int shown = int(m_rows.size());
    // Words and conditions are the store's business: only it can say who still matches.
    const bool all = everything || !m_query.text.isEmpty() || !m_query.filter.isEverything();
    first.limit = std::max(kPage, std::min(shown, all ? kMostAtOnce : kWindow));
    const int limit = first.limit;
    whenDone(m_source.list(first), this,
             [this, question, changed, all, limit](const Result<QList<TicketRow>> &window) {
                 if (question != m_question)
                     return;
                 if (!window) {
                     setPhase(m_rows.isEmpty() ? Phase::Failed : Phase::Ready, window.error());
                     return endRefresh();
                 }
                 const bool whole = window->size() < limit;
                 // Beyond the window something may have been added behind our last row: ask again
                 // when the person scrolls there.
                 m_complete = whole;
                 if (whole || all || m_rows.size() <= window->size()) {
                     become(*window);
                     return endRefresh();
                 }
                 readTouched(question, *window, changed);
             });
}

void TicketListModel::readTouched(quint64 question, const QList<TicketRow> &window,
                                  const QSet<TicketId> &changed)
{
    whenDone(m_source.rows(QList<TicketId>(changed.cbegin(), changed.cend())), this,
             [this, question, window, changed](const Result<QList<TicketRow>> &touched) {
                 if (question != m_question)
                     return;
                 if (touched)
                     become(mergedRows(m_rows, window, changed, *touched, m_query, false));
                 else
                     setPhase(Phase::Ready, touched.error());
                 endRefresh();
             });
}

void TicketListModel::endRefresh()
{
    m_refreshing = false;
    if (m_phase == Phase::Failed && !m_rows.isEmpty())
        setPhase(Phase::Ready);
    if (m_allDirty || !m_dirty.isEmpty())
        startRefresh();
}

void TicketListModel::become(const QList<TicketRow> &rows)
{
    const bool wasEmpty = m_rows.isEmpty();
    QList<TicketId> before;
    QList<TicketId> after;
    for (const TicketRow &row : m_rows)
        before.append(row.id);
    for (const TicketRow &row : rows)
        after.append(row.id);
    for (const RowStep &step : rowSteps(before, after))
        apply(step, rows);
    for (int i = 0; i < m_rows.size(); ++i) {
        if (m_rows[i] == rows[i])
            continue;
        int last = i;
        while (last + 1 < m_rows.size() && m_rows[last + 1] != rows[last + 1])
            ++last;
        for (int k = i; k <= last; ++k)
            m_rows[k] = rows[k];
        Q_EMIT dataChanged(index(i), index(last));
        i = last;
    }
    // The page shows an empty list as words; it must hear of the first row and of the last.
    if (m_phase != Phase::Ready || m_rows.isEmpty() || wasEmpty)
        setPhase(Phase::Ready);
}

void TicketListModel::apply(const RowStep &step, const QList<TicketRow> &rows)
{
    switch (step.kind) {
    case RowStep::Kind::Remove:
        beginRemoveRows({}, step.row, step.row + step.count - 1);
        m_rows.remove(step.row, step.count);
        endRemoveRows();
        break;
    case RowStep::Kind::Insert:
        beginInsertRows({}, step.row, step.row + step.count - 1);
        for (int k = 0; k < step.count; ++k)
            m_rows.insert(step.row + k, rows[step.target + k]);
        endInsertRows();
        break;
    case RowStep::Kind::Move: {
        // Qt counts the target in the list as it is before the row leaves.
        const int destination = step.target > step.row ? step.target + 1 : step.target;
        beginMoveRows({}, step.row, step.row, {}, destination);
        m_rows.move(step.row, step.target);
        endMoveRows();
        break;
    }
    }
}

} // namespace vigie
