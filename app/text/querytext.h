// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/query/completion.h"
#include "core/query/parser.h"

#include <QCoreApplication>
#include <QString>

namespace vigie {

/// The query language in the words of the person: what its parts mean, and its closed lists as the
/// rest of the surface calls them.
class QueryText
{
    Q_DECLARE_TR_FUNCTIONS(QueryText)

public:
    /// What a field asks about: "who works on it".
    [[nodiscard]] static QString of(query::Field field);
    [[nodiscard]] static QString of(query::Flag flag);
    /// What a candidate of completion means; empty where its text says it.
    [[nodiscard]] static QString of(const query::Candidate &candidate);
};

/// Understands values as the surface words them: "ouvert" is open in French. A word of several
/// parts may be written with hyphens: "waiting-for-the-requester".
class QueryWords final : public query::WordNames
{
public:
    [[nodiscard]] QString storedName(query::Field field, const QString &word) const override;
};

} // namespace vigie
