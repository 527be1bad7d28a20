// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/queue/ticketlistmodel.h"

#include "app/queue/columntext.h"
#include "app/queue/grouptext.h"
#include "app/queue/listrules.h"
#include "app/queue/rowsteps.h"
#include "app/text/enumtext.h"
#include "app/text/handlingtext.h"
#include "app/text/remindertext.h"
#include "app/text/slatext.h"
#include "core/base/async.h"
#include "core/model/lifecycle.h"

#include <QDateTime>

namespace vigie {

namespace {

/// Heads take part in the same arithmetic of moves as tickets, under ids that no ticket has.
TicketId headId(const QString &key)
{
    static const QUuid kHeads(QStringLiteral("{4d7f1e52-5a3e-5c0e-9d1c-8a4f0c6b2e11}"));
    return TicketId(QUuid::createUuidV5(kHeads, key));
}

/// Names of people in it are foreign words.
QVariant plainTip(const QString &words)
{
    return words.isEmpty() ? QVariant()
                           : QVariant(QStringLiteral("<p>%1</p>").arg(words.toHtmlEscaped()));
}

} // namespace

TicketListModel::TicketListModel(Source source, QObject *parent)
    : QAbstractListModel(parent), m_source(std::move(source))
{
}

int TicketListModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_lines.size());
}

int TicketListModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : std::max(1, int(m_columns.size()));
}

QVariant TicketListModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    const Line &line = m_lines.at(index.row());
    if (line.head)
        return headData(line.group, role);
    const TicketRow &row = line.row;
    const bool cell = !m_columns.isEmpty() && m_columns[index.column()] != ViewColumn::Title;
    switch (role) {
    case Qt::DisplayRole:
    case Qt::ToolTipRole:
        if (cell) {
            return ColumnText::of(row, m_columns[index.column()], m_queueNames.value(row.queue),
                                  QDateTime::currentMSecsSinceEpoch());
        }
        return role == Qt::DisplayRole ? row.title : plainTip(companyOf(row).words);
    case Qt::AccessibleTextRole:
        if (cell)
            return data(index, Qt::DisplayRole);
        return m_marked.contains(row.id)
            ? tr("marked, %1", "a ticket").arg(spokenWithCompany(row))
            : spokenWithCompany(row);
    case MarkedRole: return m_marked.contains(row.id);
    case RowRole: return QVariant::fromValue(row);
    case ExcerptRole: return m_excerpts.value(row.id);
    case CompanyRole: return QVariant::fromValue(companyOf(row));
    case ColumnRole:
        return m_columns.isEmpty() ? QVariant() : QVariant(int(m_columns[index.column()]));
    default: return {};
    }
}

QVariant TicketListModel::headData(const ListGroup &group, int role) const
{
    const bool folded = m_folded.contains(group.key);
    switch (role) {
    case Qt::DisplayRole:
        return GroupText::name(m_query.grouping, group, QDateTime::currentMSecsSinceEpoch());
    case Qt::AccessibleTextRole: {
        const QString name = headData(group, Qt::DisplayRole).toString();
        return folded ? tr("%1, %n tickets, folded", "a group", group.count).arg(name)
                      : tr("%1, %n tickets", "a group", group.count).arg(name);
    }
    case HeadRole: return QVariant::fromValue(group);
    case FoldedRole: return folded;
    default: return {};
    }
}

QVariant TicketListModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || section < 0 || section >= m_columns.size())
        return {};
    switch (role) {
    case Qt::DisplayRole: return ColumnText::name(m_columns[section]);
    case Qt::TextAlignmentRole: return int(Qt::AlignLeft | Qt::AlignVCenter);
    default: return {};
    }
}

void TicketListModel::setColumns(const QList<ViewColumn> &columns)
{
    if (columns == m_columns)
        return;
    // The first column stays, whatever it shows: the chosen cell is in it.
    const int before = columnCount();
    const int after = std::max(1, int(columns.size()));
    if (after < before) {
        beginRemoveColumns({}, after, before - 1);
        m_columns = columns;
        endRemoveColumns();
    } else if (after > before) {
        beginInsertColumns({}, before, after - 1);
        m_columns = columns;
        endInsertColumns();
    } else {
        m_columns = columns;
    }
    Q_EMIT headerDataChanged(Qt::Horizontal, 0, after - 1);
    if (!m_lines.isEmpty())
        Q_EMIT dataChanged(index(0), index(int(m_lines.size()) - 1, after - 1));
}

void TicketListModel::setQueueNames(const QHash<QueueId, QString> &names)
{
    m_queueNames = names;
    if (!m_lines.isEmpty() && !m_columns.isEmpty())
        Q_EMIT dataChanged(index(0), index(int(m_lines.size()) - 1, columnCount() - 1));
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
    if (const QString wakes = ReminderText::spoken(row.pendingUntil,
                                                   QDateTime::currentMSecsSinceEpoch());
        !wakes.isEmpty() && isOpen(row.state))
        parts << wakes;
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
    if (!m_lines.isEmpty())
        Q_EMIT dataChanged(index(0), index(int(m_lines.size()) - 1, columnCount() - 1), {MarkedRole});
}

RowCompany TicketListModel::companyOf(const TicketRow &row) const
{
    return m_source.company ? m_source.company(row.id) : RowCompany();
}

QString TicketListModel::spokenWithCompany(const TicketRow &row) const
{
    const QString company = companyOf(row).words;
    return company.isEmpty() ? spoken(row) : spoken(row) + QStringLiteral(", ") + company;
}

void TicketListModel::companyChanged(const QSet<TicketId> &tickets)
{
    for (int i = 0; i < m_lines.size(); ++i) {
        if (!m_lines[i].head && tickets.contains(m_lines[i].row.id))
            Q_EMIT dataChanged(index(i, 0), index(i, columnCount() - 1),
                               {CompanyRole, Qt::ToolTipRole, Qt::AccessibleTextRole});
    }
}

int TicketListModel::rowOf(const TicketId &id) const
{
    for (int i = 0; i < m_lines.size(); ++i) {
        if (m_lines[i].id == id)
            return i;
    }
    return -1;
}

TicketId TicketListModel::idAt(int row) const
{
    return row >= 0 && row < m_lines.size() && !m_lines[row].head ? m_lines[row].id : TicketId();
}

int TicketListModel::ticketRow(int row, int by) const
{
    for (const int step = by < 0 ? -1 : 1; row >= 0 && row < m_lines.size(); row += step) {
        if (!m_lines[row].head)
            return row;
    }
    return -1;
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
    askGroups(question, [this, question] { askFirstPage(question); });
}

/// Groups that are folded are no part of the question; `then` is called when it may be asked.
void TicketListModel::askGroups(quint64 question, std::function<void()> then)
{
    if (m_query.grouping == ViewGrouping::None) {
        m_groups.clear();
        m_query.groups.clear();
        return then();
    }
    whenDone(m_source.groups(m_query), this,
             [this, question, then = std::move(then)](const Result<QList<ListGroup>> &groups) {
                 if (question != m_question)
                     return;
                 if (!groups) {
                     m_fetching = false;
                     m_refreshing = false;
                     return setPhase(m_rows.isEmpty() ? Phase::Failed : Phase::Ready, groups.error());
                 }
                 m_groups = *groups;
                 m_query.groups = openGroups();
                 then();
             });
}

QList<ListGroup> TicketListModel::openGroups() const
{
    QList<ListGroup> open = m_groups;
    open.removeIf([this](const ListGroup &group) { return m_folded.contains(group.key); });
    return open;
}

void TicketListModel::askFirstPage(quint64 question)
{
    whenDone(m_source.list(m_query), this, [this, question](Result<QList<TicketRow>> answer) {
        takeFirstPage(question, answer);
    });
}

/// The heads of all groups up to the first whose tickets are not all here.
QList<TicketListModel::Line> TicketListModel::linesOf(const QList<TicketRow> &rows) const
{
    QList<Line> lines;
    lines.reserve(rows.size() + m_groups.size());
    if (m_query.grouping == ViewGrouping::None) {
        for (const TicketRow &row : rows)
            lines.append({row.id, false, row, {}});
        return lines;
    }
    qsizetype at = 0;
    int open = 0; // in m_query.groups
    for (const ListGroup &group : m_groups) {
        lines.append({headId(group.key), true, {}, group});
        if (m_folded.contains(group.key))
            continue;
        const qsizetype first = at;
        while (at < rows.size() && groupOf(rows[at], m_query) == open)
            lines.append({rows[at].id, false, rows[at], {}}), ++at;
        ++open;
        if (!m_complete && at == rows.size() && at - first < group.count)
            break;
    }
    return lines;
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
    m_lines = linesOf(m_rows);
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
                 Q_EMIT dataChanged(index(0), index(int(m_lines.size()) - 1, columnCount() - 1),
                                    {ExcerptRole});
             });
}

bool TicketListModel::canFetchMore(const QModelIndex &parent) const
{
    return !parent.isValid() && m_phase == Phase::Ready && !m_complete && !m_fetching
        && !m_refreshing;
}

void TicketListModel::fetchMore(const QModelIndex &parent)
{
    if (!canFetchMore(parent))
        return;
    m_fetching = true;
    ListQuery next = m_query;
    if (!m_rows.isEmpty())
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
        if (m_query.grouping != ViewGrouping::None) {
            become(m_rows + fresh);
        } else if (!fresh.isEmpty()) {
            beginInsertRows({}, int(m_lines.size()), int(m_lines.size() + fresh.size()) - 1);
            m_rows.append(fresh);
            for (const TicketRow &row : std::as_const(fresh))
                m_lines.append({row.id, false, row, {}});
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
    askGroups(m_question, [this, question = m_question, changed, everything] {
        readWindow(question, changed, everything);
    });
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
    const bool wasEmpty = m_lines.isEmpty();
    const QList<Line> lines = linesOf(rows);
    QList<TicketId> before;
    QList<TicketId> after;
    for (const Line &line : std::as_const(m_lines))
        before.append(line.id);
    for (const Line &line : lines)
        after.append(line.id);
    m_rows = rows;
    for (const RowStep &step : rowSteps(before, after))
        apply(step, lines);
    for (int i = 0; i < m_lines.size(); ++i) {
        if (m_lines[i] == lines[i])
            continue;
        int last = i;
        while (last + 1 < m_lines.size() && m_lines[last + 1] != lines[last + 1])
            ++last;
        for (int k = i; k <= last; ++k)
            m_lines[k] = lines[k];
        Q_EMIT dataChanged(index(i), index(last, columnCount() - 1));
        i = last;
    }
    // The page shows an empty list as words; it must hear of the first row and of the last.
    if (m_phase != Phase::Ready || m_lines.isEmpty() || wasEmpty)
        setPhase(Phase::Ready);
}

void TicketListModel::apply(const RowStep &step, const QList<Line> &lines)
{
    switch (step.kind) {
    case RowStep::Kind::Remove:
        beginRemoveRows({}, step.row, step.row + step.count - 1);
        m_lines.remove(step.row, step.count);
        endRemoveRows();
        break;
    case RowStep::Kind::Insert:
        beginInsertRows({}, step.row, step.row + step.count - 1);
        m_lines.insert(step.row, step.count, {});
        std::copy_n(lines.cbegin() + step.target, step.count, m_lines.begin() + step.row);
        endInsertRows();
        break;
    case RowStep::Kind::Move: {
        // Qt counts the target in the list as it is before the row leaves.
        const int destination = step.target > step.row ? step.target + 1 : step.target;
        beginMoveRows({}, step.row, step.row, {}, destination);
        m_lines.move(step.row, step.target);
        endMoveRows();
        break;
    }
    }
}

// ---- folding ---------------------------------------------------------------------------------

void TicketListModel::fold(const QString &key, bool folded)
{
    if (m_folded.contains(key) == folded)
        return;
    // An answer that is on its way knows nothing of this.
    m_allDirty = m_allDirty || m_refreshing || m_fetching;
    if (!folded)
        return unfold(key);
    m_folded.insert(key);
    QList<TicketRow> rest = m_rows;
    rest.removeIf([&](const TicketRow &row) {
        const int group = groupOf(row, m_query);
        return group < 0 || m_query.groups[group].key == key;
    });
    m_query.groups = openGroups();
    become(rest);
    const auto head = std::find_if(m_lines.cbegin(), m_lines.cend(), [&](const Line &line) {
        return line.head && line.group.key == key;
    });
    if (head != m_lines.cend()) {
        const int row = int(head - m_lines.cbegin());
        Q_EMIT dataChanged(index(row), index(row, columnCount() - 1), {FoldedRole});
    }
}

/// Asks for its tickets. When they are more than one answer holds, what stood behind them is left
/// for when the person gets there: the loaded rows are always a beginning of the list.
void TicketListModel::unfold(const QString &key)
{
    m_folded.remove(key);
    m_query.groups = openGroups();
    ListQuery of = m_query;
    of.groups.removeIf([&key](const ListGroup &group) { return group.key != key; });
    of.limit = kMostAtOnce;
    whenDone(m_source.list(of), this,
             [this, question = m_question, key](const Result<QList<TicketRow>> &answer) {
                 if (question != m_question || m_folded.contains(key))
                     return;
                 if (!answer)
                     return setPhase(Phase::Ready, answer.error());
                 QList<TicketRow> all;
                 QList<TicketRow> behind;
                 for (const TicketRow &row : std::as_const(m_rows)) {
                     const int group = groupOf(row, m_query);
                     if (group < 0 || m_query.groups[group].key == key)
                         continue;
                     (standsBefore(row, answer->isEmpty() ? row : answer->first(), m_query) ? all
                                                                                            : behind)
                         .append(row);
                 }
                 all += *answer;
                 if (answer->size() < kMostAtOnce)
                     all += behind;
                 else
                     m_complete = false;
                 become(all);
             });
}

} // namespace vigie
