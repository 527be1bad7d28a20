// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/queue/rowcompany.h"
#include "core/service/views.h"

#include <QAbstractListModel>
#include <QFuture>

#include <functional>

namespace vigie {

struct RowStep;

/// The tickets of one question, in pages, as a sorted vector keyed by id; in a grouped list with a
/// head above each group. Answers come from a
/// `Source` and may be late: an answer to an older question is dropped. Changes become exact
/// announcements, never a reset, so that selection and scroll position stay; only another question
/// resets. GUI thread.
class TicketListModel final : public QAbstractListModel
{
    Q_OBJECT

public:
    enum Role {
        RowRole = Qt::UserRole + 1, ///< TicketRow
        ExcerptRole,                ///< QString with U+0002/U+0003 around matches; may be empty
        MarkedRole,                 ///< bool: one of several that something is to be done to
        HeadRole,                   ///< ListGroup of a head; invalid for a ticket
        FoldedRole,                 ///< bool: a head whose tickets are not shown
        ColumnRole,                 ///< int of ViewColumn
        CompanyRole,                ///< RowCompany: who else is at the ticket
    };
    enum class Phase { Loading, Ready, Failed };

    /// Where rows come from: TicketService in the product.
    struct Source {
        std::function<QFuture<Result<QList<TicketRow>>>(const ListQuery &)> list;
        std::function<QFuture<Result<QList<TicketRow>>>(const QList<TicketId> &)> rows;
        std::function<QFuture<Result<QList<SearchHit>>>(const QString &, int)> search;
        std::function<QFuture<Result<QList<ListGroup>>>(const ListQuery &)> groups = {};
        /// Who else is at a ticket; asked for rows that are painted or spoken.
        std::function<RowCompany(const TicketId &)> company = {};
    };
    /// Rows fetched at once, and the most that one refresh reads again.
    static constexpr int kPage = 100;
    static constexpr int kWindow = 200;
    static constexpr int kMostAtOnce = 1000; ///< what the store gives in one answer

    explicit TicketListModel(Source source, QObject *parent = nullptr);

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation,
                                      int role) const override;
    [[nodiscard]] bool canFetchMore(const QModelIndex &parent) const override;
    void fetchMore(const QModelIndex &parent) override;

    /// Asks another question; the old rows stay visible until the answer is here. `sought` = words
    /// to show excerpts around; empty = those of `query.text`.
    void setQuery(const ListQuery &query, const QString &sought = {});
    [[nodiscard]] const ListQuery &query() const { return m_query; }
    /// Reads again what a committed change touched; calls in between are gathered.
    void refresh(const QSet<TicketId> &changed, bool everything);

    void setMarked(const QSet<TicketId> &marked);
    /// Has the rows of these tickets painted again; nothing is read again.
    void companyChanged(const QSet<vigie::TicketId> &tickets);

    /// What each column shows; empty = one column with everything, for cards.
    void setColumns(const QList<ViewColumn> &columns);
    [[nodiscard]] const QList<ViewColumn> &columns() const { return m_columns; }
    void setQueueNames(const QHash<QueueId, QString> &names);

    /// Shows a group's tickets or hides them. Folded groups stay folded in the next question.
    void fold(const QString &key, bool folded);
    void setFolded(const QSet<QString> &keys) { m_folded = keys; }
    [[nodiscard]] const QSet<QString> &folded() const { return m_folded; }
    [[nodiscard]] const QList<ListGroup> &groups() const { return m_groups; }

    [[nodiscard]] Phase phase() const { return m_phase; }
    [[nodiscard]] const Error &error() const { return m_error; }
    /// The tickets that are here, without heads.
    [[nodiscard]] const QList<TicketRow> &loaded() const { return m_rows; }
    [[nodiscard]] int rowOf(const TicketId &id) const;
    /// Null for a head.
    [[nodiscard]] TicketId idAt(int row) const;
    /// The nearest ticket from this row on (before it with `by` < 0); -1 = there is none.
    [[nodiscard]] int ticketRow(int row, int by) const;
    /// One sentence for screen readers.
    [[nodiscard]] static QString spoken(const TicketRow &row);

Q_SIGNALS:
    void phaseChanged();
    /// The first page of the current question has arrived (also after an empty answer).
    void queryAnswered();

private:
    struct Line;
    void askGroups(quint64 question, std::function<void()> then);
    void askFirstPage(quint64 question);
    [[nodiscard]] QList<ListGroup> openGroups() const;
    void unfold(const QString &key);
    [[nodiscard]] QList<Line> linesOf(const QList<TicketRow> &rows) const;
    [[nodiscard]] QVariant headData(const ListGroup &group, int role) const;
    void takeFirstPage(quint64 question, const Result<QList<TicketRow>> &answer);
    void takeNextPage(quint64 question, const Result<QList<TicketRow>> &answer);
    [[nodiscard]] RowCompany companyOf(const TicketRow &row) const;
    [[nodiscard]] QString spokenWithCompany(const TicketRow &row) const;
    void loadExcerpts(quint64 question);
    void startRefresh();
    void readWindow(quint64 question, const QSet<TicketId> &changed, bool everything);
    void readTouched(quint64 question, const QList<TicketRow> &window,
                     const QSet<TicketId> &changed);
    void endRefresh();
    void become(const QList<TicketRow> &rows);
    void apply(const RowStep &step, const QList<Line> &lines);
    void setPhase(Phase phase, const Error &error = {});

    Source m_source;
    ListQuery m_query;
    QString m_sought;
    /// A row of the model: a ticket, or the head of a group, which has an id of its own.
    struct Line {
        TicketId id;
        bool head = false;
        TicketRow row;
        ListGroup group;

        bool operator==(const Line &) const = default;
    };
    QList<TicketRow> m_rows; ///< the tickets of m_lines, and those that follow from them
    QList<Line> m_lines;
    QList<ListGroup> m_groups; ///< all of them, folded or not
    QSet<QString> m_folded;
    QList<ViewColumn> m_columns;
    QHash<QueueId, QString> m_queueNames;
    QHash<TicketId, QString> m_excerpts;
    QSet<TicketId> m_marked;
    Phase m_phase = Phase::Loading;
    Error m_error;
    quint64 m_question = 0; ///< counts setQuery(); answers carry the number they belong to
    bool m_complete = false; ///< no rows beyond the loaded ones
    bool m_fetching = false;
    bool m_refreshing = false;
    QSet<TicketId> m_dirty;
    bool m_allDirty = false;
};

} // namespace vigie

Q_DECLARE_METATYPE(vigie::TicketRow)
Q_DECLARE_METATYPE(vigie::ListGroup)
