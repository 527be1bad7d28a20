// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/model/enums.h"

#include <QByteArray>
#include <QList>
#include <QStringList>

namespace vigie {

/// What somebody cannot do any more, and what that tells us: business effect → category and
/// service. Written by the site, not by us; `resources/kit/effects.json` is what we start with.
struct Effect {
    QString id;
    QString words;        ///< "I cannot print", in the asked language
    QString also;         ///< other words that find it
    QString category;     ///< a key of categoryKeys()
    QStringList services; ///< words for the services it depends on
    Urgency urgency = Urgency::Hindered; ///< a proposal

    bool operator==(const Effect &) const = default;
};

/// Reads a list of the form
///
///     {"version": 1, "effects": [{"id": "print", "category": "printing", "urgency": "hindered",
///       "services": ["printing"], "words": {"en": "I cannot print", "fr": "…"},
///       "also": {"en": "printer toner"}}]}
///
/// `language` is two letters; a missing one is answered in English, then in any. Refuses the whole
/// list (Invalid, TooLarge) when an entry is wrong: half a list would be missed by nobody.
[[nodiscard]] Result<QList<Effect>> effectsFrom(const QByteArray &json, const QString &language);

/// The list that comes with the program, in the language of QLocale().
[[nodiscard]] QList<Effect> builtInEffects();

} // namespace vigie
