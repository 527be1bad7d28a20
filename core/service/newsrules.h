// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/query/bind.h"
#include "core/service/workspacethreads.h"

namespace vigie {

/// How loud the person lets what happens in each of their lists be, ready to be asked about
/// tickets. From local data alone. Engine's thread.
class NewsRules
{
public:
    /// As they are now. A view whose query cannot be read has no say.
    [[nodiscard]] static Result<NewsRules> read(const WorkspaceThreads::Engine &engine,
                                                const Person &me, qint64 now);

    /// What the lists say that hold the ticket, each once; see loudnessOf().
    [[nodiscard]] Result<QList<NoticeClass>> saidOf(const Ticket &ticket) const;

private:
    struct Rule {
        NoticeClass news = NoticeClass::Interrupt;
        query::Bound what;
    };

    explicit NewsRules(const store::CacheReader &cache) : m_cache(&cache) {}
    [[nodiscard]] Done add(const WorkspaceThreads::Engine &engine, const Person &me, qint64 now,
                           NoticeClass news, const QString &query);

    const store::CacheReader *m_cache;
    QList<Rule> m_rules;
};

} // namespace vigie
