// SPDX-License-Identifier: GPL-3.0-or-later
#include "querybench.h"

#include "core/query/parser.h"
#include "core/store/cachelists.h"

namespace vigie::bench {

using store::ListQuery;
using store::ListSort;

namespace {

const QString kByMessage = QStringLiteral(
    "listed = 1 AND is_open = 1 AND n IN (SELECT ticket_n FROM message WHERE n IN "
    "(SELECT rowid FROM message_fts WHERE message_fts MATCH ?))");

template<class T>
Done answered(const Result<T> &result)
{
    return result ? Done() : Done(fail(result.error()));
}

} // namespace

QList<Metric> QueryBench::metrics()
{
    return {savedView(),
            dayOfWork(),
            nothingFits(),
            wordAndField(),
            frequentWord(),
            counted(),
            grouped("state", "state", ViewGrouping::State),
            grouped("queue", "queue_n", ViewGrouping::Queue),
            grouped("owner", "owner_n", ViewGrouping::Owner),
            grouped("category", "category", ViewGrouping::Category),
            grouped("requester", "requester_name", ViewGrouping::Requester)};
}

QString QueryBench::queueAt(int round) const
{
    return m_corpus.queues().at(round % m_corpus.queues().size()).text();
}

/// From text to rows: what a click on a saved view costs.
Done QueryBench::ask(const QString &text, ListSort sort)
{
    const query::Parsed parsed = query::parse(text);
    if (!parsed.ok())
        return fail(ErrorCode::Bug, query::problemName(parsed.problem->code));
    ListQuery query;
    query.me = m_corpus.me().id;
    query.openOnly = false;
    query.sort = sort;
    query.filter = parsed.expr;
    query.around.me = m_corpus.me();
    query.around.now = m_corpus.nextMs();
    return answered(m_profile.cache().reader().list(query));
}

Done QueryBench::rawRows(const QString &condition, const std::vector<RawDb::Value> &values)
{
    return answered(m_raw.rows(QStringLiteral("SELECT %1 FROM ticket WHERE %2 LIMIT 100")
                                   .arg(QLatin1String(store::lists::kRowColumns), condition),
                               values));
}

Metric QueryBench::savedView()
{
    Metric metric;
    metric.name = QStringLiteral("query: open and important in a queue, first 100 rows");
    metric.floor = [this](int round) {
        return rawRows(QStringLiteral("queue = ? AND is_open = 1 AND queue_n = "
                                      "(SELECT n FROM ref WHERE id = ?) AND priority IN (1, 2) "
                                      "ORDER BY rank DESC, n DESC"),
                       {queueAt(round).toStdString(), queueAt(round).toStdString()});
    };
    metric.value = [this](int round) {
        return ask(QStringLiteral("is:open priority>=high queue:") + queueAt(round),
                   ListSort::PriorityFirst);
    };
    metric.goal.mostRatio = 2;
    metric.goal.mostP95Ms = 2;
    return metric;
}

Metric QueryBench::dayOfWork()
{
    Metric metric;
    metric.name = QStringLiteral("query: mine, nobody's or waiting, first 100 rows");
    metric.floor = [this](int) {
        return rawRows(QStringLiteral("listed = 1 AND is_open = 1 AND (owner = ? OR owner = '' "
                                      "OR is_waiting = 1) ORDER BY updated_at DESC, n DESC"),
                       {m_corpus.me().id.text().toStdString()});
    };
    metric.value = [this](int) {
        return ask(QStringLiteral("is:open (owner:me,none OR is:waiting)"),
                   ListSort::UpdatedNewest);
    };
    metric.goal.mostRatio = 2;
    metric.goal.mostP95Ms = 2;
    return metric;
}

/// The worst case of every filter: all open tickets are looked at, and none fits.
Metric QueryBench::nothingFits()
{
    Metric metric;
    metric.name = QStringLiteral("query: a walk over everything open that finds nothing");
    metric.floor = [this](int) {
        return rawRows(QStringLiteral("listed = 1 AND is_open = 1 AND number < 0 AND "
                                      "category = 'none' ORDER BY updated_at DESC, n DESC"),
                       {});
    };
    metric.value = [this](int) {
        return ask(QStringLiteral("is:open has:attachment -category:hardware,software,network,"
                                  "access,mail,printing,phone,other"),
                   ListSort::UpdatedNewest);
    };
    metric.callsPerRound = 3;
    metric.goal.mostRatio = 3;
    return metric;
}

Metric QueryBench::wordAndField()
{
    Metric metric;
    metric.name = QStringLiteral("query: a word among what is open, first 100 rows, against the join");
    metric.floor = [this](int round) {
        return rawRows(kByMessage + QStringLiteral(" ORDER BY updated_at DESC, n DESC"),
                       {m_corpus.word(50 + round % 100).toStdString()});
    };
    metric.value = [this](int round) {
        return ask(QStringLiteral("is:open ") + m_corpus.word(50 + round % 100),
                   ListSort::UpdatedNewest);
    };
    metric.callsPerRound = 5;
    metric.goal.mostRatio = 1.5;
    return metric;
}

Metric QueryBench::frequentWord()
{
    Metric metric;
    metric.name = QStringLiteral("query: without the most frequent word, against the join");
    metric.floor = [this](int) {
        QString without = kByMessage;
        without.replace(QStringLiteral("n IN (SELECT ticket_n"),
                        QStringLiteral("n NOT IN (SELECT ticket_n"));
        return rawRows(without + QStringLiteral(" ORDER BY updated_at DESC, n DESC"),
                       {m_corpus.word(0).toStdString()});
    };
    metric.value = [this](int) {
        return ask(QStringLiteral("is:open -") + m_corpus.word(0), ListSort::UpdatedNewest);
    };
    metric.callsPerRound = 1;
    metric.goal.mostRatio = 2;
    return metric;
}

Metric QueryBench::counted()
{
    Metric metric;
    metric.name = QStringLiteral("query: counting up to 1,000 rows, against counting all");
    metric.floor = [this](int) {
        return answered(m_raw.rows(QStringLiteral("SELECT count(*) FROM ticket WHERE listed = 1 "
                                                  "AND is_open = 1 AND priority IN (1, 2)"),
                                   {}));
    };
    metric.value = [this](int) -> Done {
        ListQuery query;
        query.me = m_corpus.me().id;
        query.around.me = m_corpus.me();
        query.filter = query::parse(QStringLiteral("priority>=high")).expr;
        return answered(m_profile.cache().reader().count(query, 1000));
    };
    metric.callsPerRound = 5;
    metric.goal.mostRatio = 1;
    return metric;
}

/// The heads of a grouped list of everything, also of what has ended.
Metric QueryBench::grouped(const char *what, const char *column, ViewGrouping grouping)
{
    Metric metric;
    metric.name = QStringLiteral("groups: all tickets counted by %1, against counting")
                      .arg(QLatin1String(what));
    metric.floor = [this, column](int) {
        return answered(m_raw.rows(QStringLiteral("SELECT %1, count(*) FROM ticket WHERE listed = 1 "
                                                  "GROUP BY 1")
                                       .arg(QLatin1String(column)),
                                   {}));
    };
    metric.value = [this, grouping](int) {
        ListQuery query;
        query.me = m_corpus.me().id;
        query.around.me = m_corpus.me();
        query.openOnly = false;
        query.grouping = grouping;
        return answered(m_profile.cache().reader().groups(query));
    };
    metric.callsPerRound = 2;
    // Against counting only where there is something to count.
    metric.goal.mostRatio = m_corpus.tickets().size() >= 100'000 ? 1.1 : 0;
    metric.goal.mostP95Ms = 50;
    return metric;
}

} // namespace vigie::bench
