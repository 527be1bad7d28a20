// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/server/data/serverstore.h"
#include "core/ops/rule.h"
#include "core/query/bind.h"

#include <memory>
#include <optional>

namespace vigie::server {

/// A rule with its query understood.
struct ReadyRule {
    Rule rule;
    query::Expr expr;
    bool looksIntoThread = false;
};

/// The desk's rules that run, read once and kept until somebody changes them or the directory,
/// whose names they use. Lives on the desk's thread.
class RuleBook
{
public:
    explicit RuleBook(ServerStore &store) : m_store(store) {}

    /// Rules or people changed: read again before the next use.
    void forget();
    /// Those that are active, in their order. One that cannot be read or whose query means nothing
    /// is left out, and said so in the log.
    [[nodiscard]] Result<QList<ReadyRule>> active();
    /// Whether the rule is for this ticket, at `now`. `thread` may be empty when the rule does not
    /// look into it.
    [[nodiscard]] Result<bool> isFor(const ReadyRule &ready, const Ticket &ticket,
                                     const QList<Message> &thread, qint64 now);

private:
    [[nodiscard]] Done readDirectory();

    ServerStore &m_store;
    std::optional<QList<ReadyRule>> m_rules;
    std::unique_ptr<query::Directory> m_directory;
};

} // namespace vigie::server
