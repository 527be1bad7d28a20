// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/text/scanline.h"

#include <QHash>
#include <QList>
#include <QSet>
#include <QString>
#include <QStringList>

namespace vigie::knowledge {

/// Somebody who is named in a ticket: its requester, its agents, its watchers.
struct KnownPerson {
    QString name;
    QStringList logins;
    QStringList addresses; ///< e-mail
};

/// How sure it is that a place is what it was taken for.
enum class Certainty { Low, Medium, High };

/// Finds known people by their names in lines that people wrote. Pure.
class PersonNames
{
public:
    struct Hit {
        Span span;
        int person = 0; ///< index into what was given
        Certainty certainty = Certainty::Medium;
    };

    /// Looks for the first knowledgelimits::kDraftPeople.
    explicit PersonNames(const QList<KnownPerson> &people);

    /// In reading order, without overlaps. Full names and logins are High; a single name with a
    /// capital is Medium; one without is Low, and taken only where people are spoken to ("merci
    /// anna", "@anna"), because many names are words as well.
    [[nodiscard]] QList<Hit> find(const QString &line) const;
    /// Whose e-mail address it is: a known one, or one made of a login or of two parts of a name
    /// ("anna.dupont@…"); -1 = nobody's.
    [[nodiscard]] int byAddress(const QString &address) const;
    [[nodiscard]] int byLogin(const QString &login) const;

private:
    [[nodiscard]] bool isPart(int person, const QString &part) const;

    QHash<QString, QList<int>> m_byPart; ///< folded parts of names, of 3 letters or more
    QList<QSet<QString>> m_parts;        ///< all parts, by person
    QHash<QString, int> m_byLogin;
    QHash<QString, int> m_byAddress;
};

} // namespace vigie::knowledge
