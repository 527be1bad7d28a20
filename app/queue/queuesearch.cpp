// SPDX-License-Identifier: GPL-3.0-or-later
// What a search shows besides its rows: how they divide, why there are none, what was probably
// meant.
#include "app/queue/queuepage.h"

#include "app/queue/facetbar.h"
#include "app/queue/querybox.h"
#include "app/queue/scopepanel.h"
#include "app/text/queryerrortext.h"
#include "app/widgets/searchfield.h"
#include "app/widgets/statestack.h"
#include "core/base/async.h"
#include "core/service/searchservice.h"
#include "core/service/ticketservice.h"
#include "core/service/workspace.h"

#include <QTimer>

namespace vigie {

namespace {

constexpr int kFacetPauseMs = 250;

bool sameQuestion(const ListQuery &a, const ListQuery &b)
{
    return a.text == b.text && a.filter == b.filter && a.scope == b.scope && a.queue == b.queue
        && a.level == b.level && a.openOnly == b.openOnly;
}

} // namespace

/// Somebody who left, or a typing error: the list is empty then, and should say why.
void QueuePage::readUnknownNames()
{
    m_unknown.clear();
    const query::Expr filter = m_model->query().filter;
    if (filter.isEverything())
        return;
    whenDone(m_workspace.tickets().unknownNames(filter), this,
             [this, filter](const Result<QList<query::UnknownName>> &names) {
                 if (!names || names->isEmpty() || m_model->query().filter != filter)
                     return;
                 m_unknown = QueryErrorText::of(names->first());
                 showPhase();
             });
}

void QueuePage::showEmptiness()
{
    if (!m_better.isEmpty()) {
        m_stack->showEmpty(Icon::Search, tr("No ticket speaks of that"),
                           tr("Did you mean “%1”?").arg(m_better), tr("Search for “%1”").arg(m_better));
        return;
    }
    if (!m_search->text().trimmed().isEmpty()) {
        m_stack->showEmpty(Icon::Search, tr("No ticket speaks of that"),
                           m_unknown.isEmpty()
                               ? tr("Try fewer or other words, or look at closed tickets too.")
                               : m_unknown,
                           tr("Clear the search"));
        return;
    }
    const bool cold = m_workspace.status().lastContact == 0;
    if (cold && m_counts.all == 0) {
        m_stack->showEmpty(Icon::Cloud, tr("Nothing here yet"),
                           tr("Tickets appear as soon as the server has been reached once."));
        return;
    }
    if (!m_scopes->current().view.isEmpty()) {
        m_stack->showEmpty(Icon::Calm, tr("Nothing here"),
                           tr("Tickets appear here as soon as they fit this view."),
                           tr("Show all tickets"));
        return;
    }
    switch (m_scopes->current().scope) {
    case ListScope::Mine:
        m_stack->showEmpty(Icon::Calm, tr("Nothing waits for you"),
                           tr("Tickets that you take appear here."), tr("Show all tickets"));
        break;
    case ListScope::Waiting:
        m_stack->showEmpty(Icon::Calm, tr("Nobody is being waited for"),
                           tr("Tickets that wait for a requester or a supplier appear here."));
        break;
    default:
        m_stack->showEmpty(Icon::Calm, tr("Nobody is waiting"),
                           tr("New requests appear here by themselves."));
    }
}

void QueuePage::wireFacets()
{
    m_facetPause->setSingleShot(true);
    m_facetPause->setInterval(kFacetPauseMs);
    connect(m_facetPause, &QTimer::timeout, this, &QueuePage::readFacets);
    connect(m_model, &TicketListModel::queryAnswered, this, [this] {
        if (!m_searching)
            return;
        m_facetPause->start();
        if (m_model->loaded().isEmpty() && m_model->groups().isEmpty())
            readBetterWords();
    });
    connect(m_facets, &FacetBar::chosen, this, [this](const QString &term) {
        const QString text = m_search->text().trimmed();
        m_search->setText(text.isEmpty() ? term : text + QLatin1Char(' ') + term);
        Q_EMIT m_search->searchNow(m_search->text());
    });
}

void QueuePage::readFacets()
{
    if (!m_searching)
        return m_facets->setFacets({});
    const ListQuery query = m_model->query();
    whenDone(m_workspace.search().facets(query), this,
             [this, query](const Result<QList<Facet>> &facets) {
                 // They are an extra: without them the rows still say what they are.
                 if (facets && m_searching && sameQuestion(query, m_model->query()))
                     m_facets->setFacets(*facets);
             });
}

void QueuePage::readBetterWords()
{
    const QString text = m_search->text();
    whenDone(m_workspace.search().corrected(text), this,
             [this, text](const Result<QString> &better) {
                 if (!better || better->isEmpty() || text != m_search->text()
                     || m_model->rowCount() > 0)
                     return;
                 m_better = *better;
                 showPhase();
             });
}

void QueuePage::takeBetterWords()
{
    m_search->setText(m_better);
    Q_EMIT m_search->searchNow(m_better);
}

} // namespace vigie
