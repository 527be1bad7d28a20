// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/ids.h"

#include <QJsonObject>
#include <QString>

#include <optional>

namespace vigie {

/// Something that a person began to write and has not sent, as it stands in the draft journal.
struct UnsentDraft {
    enum class Kind { Report, Reply, Note, Escalation, HandBack };

    QString place; ///< in the journal
    Kind kind = Kind::Report;
    TicketId ticket; ///< null for a report
    QString title;   ///< a report's, as far as it has one
    QString words;   ///< the beginning, on one line
    int files = 0;   ///< pictures included
    QJsonObject content; ///< all of it, to put it back when it was thrown away by mistake
};

/// nullopt for what is kept in the journal and is nothing that waits for its author, like a
/// template, and for a draft in which nothing is written yet.
[[nodiscard]] std::optional<UnsentDraft> unsentFrom(const QString &place,
                                                    const QJsonObject &content);

} // namespace vigie
