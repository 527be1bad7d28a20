// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/service/accountservice.h"
#include "storecorpus.h"

#include <QTemporaryDir>

namespace vigie::bench {

/// A corpus on disk as the client keeps it: a profile root with one signed-in agent. Made once and
/// used again when it stands in a folder of its own, because a million messages take minutes.
class BenchCorpus
{
public:
    /// `kept` empty: a temporary folder that goes away with this object. A kept folder is used as
    /// it is, whatever `tickets` says; one whose making was interrupted is an error.
    [[nodiscard]] static Result<std::unique_ptr<BenchCorpus>> open(const QString &kept,
                                                                   int tickets);

    [[nodiscard]] const QString &root() const { return m_root; }
    [[nodiscard]] const Account &account() const { return m_account; }
    [[nodiscard]] QString profileFolder() const;
    [[nodiscard]] StoreCorpus &content() { return m_content; }
    /// For the printed lines.
    [[nodiscard]] QString name() const;

private:
    explicit BenchCorpus(int tickets) : m_content(tickets) {}
    [[nodiscard]] Done make();
    [[nodiscard]] Done takeOver();

    QTemporaryDir m_temporary;
    QString m_root;
    Account m_account;
    StoreCorpus m_content;
};

} // namespace vigie::bench
