// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "benchcorpus.h"
#include "core/base/clock.h"
#include "core/service/workspace.h"
#include "meter.h"
#include "rawdb.h"
#include "tests/support/fakeprompt.h"

#include <QImage>

class QListView;
class QTableView;

namespace vigie {
class MainWindow;
class ThreadView;
class TicketListModel;
}

namespace vigie::bench {

/// What a person waits for in the open window: from a click until the answer is painted. Beside
/// it stands what nobody can do without: the same rows through SQLite's own interface, and a
/// picture of the same size copied once.
class DeskBench
{
public:
    [[nodiscard]] static Result<std::unique_ptr<DeskBench>> open(BenchCorpus &corpus);
    ~DeskBench();

    [[nodiscard]] QList<Metric> metrics();

private:
    explicit DeskBench(BenchCorpus &corpus) : m_corpus(corpus) {}
    [[nodiscard]] Done build();

    [[nodiscard]] Metric queueSwitch();
    [[nodiscard]] Metric openTicket();
    [[nodiscard]] Metric repaint();

    [[nodiscard]] Done clickQueue();
    [[nodiscard]] Done rawQueue(int round);
    [[nodiscard]] Done clickTicket();
    [[nodiscard]] Done rawTicket();
    [[nodiscard]] Done aimAtTicket();
    [[nodiscard]] Done settle();
    [[nodiscard]] TicketListModel *model() const;
    [[nodiscard]] QueueId nextQueue() const;
    /// Copies a picture of the widget's size.
    void blit(const QWidget *widget);

    BenchCorpus &m_corpus;
    FakePrompt m_prompt;
    SystemClock m_clock;
    std::shared_ptr<Workspace> m_workspace;
    std::unique_ptr<MainWindow> m_window;
    std::unique_ptr<RawDb> m_raw;
    QListView *m_scopes = nullptr;
    QTableView *m_list = nullptr;
    ThreadView *m_thread = nullptr;
    QImage m_from;
    QImage m_to;
    // The ticket that is opened next
    int m_row = 0;
    std::string m_ticket;
    MessageId m_last; ///< its newest message
};

} // namespace vigie::bench
