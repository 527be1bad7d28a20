// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/service/searchservice.h"

#include "core/service/listasking.h"

namespace vigie {

SearchService::SearchService(WorkspaceThreads &threads, QObject *parent)
    : QObject(parent), m_threads(threads)
{
}

QFuture<Result<QList<ListGroup>>> SearchService::groups(const ListQuery &query)
{
    return m_threads.read([query, now = m_threads.clock().nowMs()](
                              const WorkspaceThreads::Readers &readers)
                              -> Result<QList<ListGroup>> {
        VIGIE_TRY_ASSIGN(whole, askedBy(readers, query, now));
        return readers.cache.groups(whole);
    });
}

QFuture<Result<QList<Facet>>> SearchService::facets(const ListQuery &query)
{
    return m_threads.read([query, now = m_threads.clock().nowMs()](
                              const WorkspaceThreads::Readers &readers) -> Result<QList<Facet>> {
        VIGIE_TRY_ASSIGN(whole, askedBy(readers, query, now));
        return facetsOf(readers.cache, whole);
    });
}

QFuture<Result<QString>> SearchService::corrected(const QString &text)
{
    return m_threads.read([text](const WorkspaceThreads::Readers &readers) {
        return readers.words.corrected(text);
    });
}

} // namespace vigie
