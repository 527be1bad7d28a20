// SPDX-License-Identifier: GPL-3.0-or-later
#include "deskbench.h"

#include "app/queue/scopemodel.h"
#include "app/queue/ticketlistmodel.h"
#include "app/shell/mainwindow.h"
#include "app/ticket/threadview.h"
#include "core/base/async.h"
#include "core/service/draftservice.h"
#include "core/service/ticketservice.h"
#include "core/store/cachelists.h"
#include "paintwait.h"

#include <QCoreApplication>
#include <QListView>
#include <QPainter>
#include <QTableView>

#include <limits>

namespace vigie::bench {

namespace {

constexpr double kFrameMs = 16;

/// The answer of a service, with the event loop running meanwhile.
template<class T>
Result<T> await(const QFuture<Result<T>> &future)
{
    QEventLoop loop;
    std::optional<Result<T>> answer;
    whenDone(future, &loop, [&](const Result<T> &result) {
        answer = result;
        loop.quit();
    });
    if (!answer)
        loop.exec();
    return *answer;
}

} // namespace

Result<std::unique_ptr<DeskBench>> DeskBench::open(BenchCorpus &corpus)
{
    std::unique_ptr<DeskBench> bench(new DeskBench(corpus));
    VIGIE_TRY(bench->build());
    return bench;
}

DeskBench::~DeskBench()
{
    m_window.reset();
}

Done DeskBench::build()
{
    WorkspaceConfig config;
    config.folder = m_corpus.profileFolder();
    config.server = m_corpus.account().server;
    VIGIE_TRY_ASSIGN(workspace, await(Workspace::open(config)));
    m_workspace = workspace;
    VIGIE_TRY_ASSIGN(raw, RawDb::open(config.folder + QStringLiteral("/cache.db")));
    m_raw = std::move(raw);
    m_window = std::make_unique<MainWindow>(*m_workspace, m_prompt, m_clock);
    m_scopes = m_window->findChild<QListView *>(QStringLiteral("scopeList"));
    m_list = m_window->findChild<QTableView *>(QStringLiteral("ticketListView"));
    m_thread = m_window->findChild<ThreadView *>(QStringLiteral("threadView"));
    if (!m_scopes || !m_list || !m_thread)
        return fail(ErrorCode::Bug, QStringLiteral("the window has other parts than expected"));
    m_window->show();
    return settle();
}

QList<Metric> DeskBench::metrics()
{
    return {queueSwitch(), openTicket(), repaint()};
}

TicketListModel *DeskBench::model() const
{
    return static_cast<TicketListModel *>(m_list->model());
}

/// Until everything that a click set off has been read and painted: the reader answers in order.
Done DeskBench::settle()
{
    for (int chained = 0; chained < 3; ++chained) {
        const auto drafts = await(m_workspace->drafts().places());
        const auto counts = await(m_workspace->tickets().counts());
        if (!drafts || !counts)
            return fail(drafts ? counts.error() : drafts.error());
        QCoreApplication::processEvents();
    }
    return {};
}

void DeskBench::blit(const QWidget *widget)
{
    if (m_to.size() != widget->size()) {
        m_from = QImage(widget->size(), QImage::Format_RGB32);
        m_from.fill(Qt::lightGray);
        m_to = QImage(widget->size(), QImage::Format_RGB32);
    }
    QPainter painter(&m_to);
    painter.drawImage(0, 0, m_from);
}

// ---- another queue ---------------------------------------------------------------------------

QueueId DeskBench::nextQueue() const
{
    const QList<QueueId> &queues = m_corpus.content().queues();
    return queues.at((queues.indexOf(model()->query().queue) + 1) % queues.size());
}

Done DeskBench::clickQueue()
{
    const QueueId queue = nextQueue();
    ScopeModel::Entry place;
    place.scope = ListScope::Queue;
    place.queue = queue;
    const int row = static_cast<ScopeModel *>(m_scopes->model())->rowOf(place);
    if (row < 0)
        return fail(ErrorCode::NotFound, QStringLiteral("a queue of the corpus is not shown"));
    PaintWait painted(m_list->viewport(), [this, queue] {
        return model()->query().queue == queue
            && model()->phase() == TicketListModel::Phase::Ready;
    });
    click(m_scopes->viewport(), m_scopes->visualRect(m_scopes->model()->index(row, 0)).center());
    return painted.run();
}

Done DeskBench::rawQueue(int round)
{
    ListQuery query;
    query.scope = ListScope::Queue;
    const QList<QueueId> &queues = m_corpus.content().queues();
    VIGIE_TRY_ASSIGN(ref, m_raw->rows(QStringLiteral("SELECT n FROM ref WHERE id = ?"),
                                      {queues.at(round % queues.size()).text().toStdString()}));
    constexpr qint64 first = std::numeric_limits<qint64>::max();
    VIGIE_TRY(m_raw->run(store::lists::statementFor(query, true),
                         {ref.at(0).at(0), first, first, qint64(query.limit)}));
    blit(m_list->viewport());
    return {};
}

Metric DeskBench::queueSwitch()
{
    Metric metric;
    metric.name = QStringLiteral("queue switch: click to painted, against raw rows and a blit");
    metric.prepare = [this] { return settle(); };
    metric.floor = [this](int round) { return rawQueue(round); };
    metric.value = [this](int) { return clickQueue(); };
    metric.callsPerRound = 24;
    metric.goal.mostP99WallMs = kFrameMs;
    return metric;
}

// ---- another ticket --------------------------------------------------------------------------

/// Takes the next row in sight; when there is none, the next queue's second row: its first one is
/// opened by the switch.
Done DeskBench::aimAtTicket()
{
    VIGIE_TRY(settle());
    const QRect sight = m_list->viewport()->rect();
    const QModelIndex next = model()->index(++m_row);
    if (!next.isValid() || !sight.contains(m_list->visualRect(next))) {
        VIGIE_TRY(clickQueue());
        VIGIE_TRY(settle());
        m_row = 1;
    }
    const TicketId id = model()->idAt(m_row);
    if (id.isNull())
        return fail(ErrorCode::NotFound, QStringLiteral("a queue of the corpus is too short"));
    m_ticket = id.text().toStdString();
    VIGIE_TRY_ASSIGN(last, m_raw->rows(QStringLiteral("SELECT id FROM message WHERE ticket_n = "
                                                      "(SELECT n FROM ref WHERE id = ?) "
                                                      "ORDER BY at DESC, n DESC LIMIT 1"),
                                       {m_ticket}));
    if (last.empty())
        return fail(ErrorCode::NotFound, QStringLiteral("a ticket without messages"));
    m_last = MessageId::fromStored(QString::fromStdString(std::get<std::string>(last[0][0])));
    return {};
}

Done DeskBench::clickTicket()
{
    PaintWait painted(m_thread->viewport(), [this] {
        const int count = m_thread->count();
        return count > 0 && m_thread->item(count - 1).id == m_last;
    });
    click(m_list->viewport(), m_list->visualRect(model()->index(m_row)).center());
    return painted.run();
}

Done DeskBench::rawTicket()
{
    VIGIE_TRY(m_raw->run(QStringLiteral("SELECT json FROM ticket WHERE n = "
                                        "(SELECT n FROM ref WHERE id = ?)"),
                         {m_ticket}));
    VIGIE_TRY(m_raw->run(QStringLiteral("SELECT json FROM message WHERE ticket_n = "
                                        "(SELECT n FROM ref WHERE id = ?) ORDER BY at, n"),
                         {m_ticket}));
    blit(m_thread->viewport());
    return {};
}

Metric DeskBench::openTicket()
{
    Metric metric;
    metric.name = QStringLiteral("open a ticket: click to painted, against raw rows and a blit");
    metric.prepare = [this] { return aimAtTicket(); };
    metric.floor = [this](int) { return rawTicket(); };
    metric.value = [this](int) { return clickTicket(); };
    metric.callsPerRound = 20;
    metric.goal.mostP95Ms = 5;
    metric.goal.mostP99WallMs = kFrameMs;
    return metric;
}

// ---- the list alone --------------------------------------------------------------------------

Metric DeskBench::repaint()
{
    Metric metric;
    metric.name = QStringLiteral("the list painted anew, against a blit");
    metric.floor = [this](int) -> Done {
        blit(m_list->viewport());
        return {};
    };
    metric.value = [this](int) -> Done {
        m_list->viewport()->repaint();
        return {};
    };
    metric.goal.mostRatio = 6;
    return metric;
}

} // namespace vigie::bench
