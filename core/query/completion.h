// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/query/field.h"
#include "core/text/scanline.h"

namespace vigie::query {

/// Where the values of open lists come from: names of queues, people and tags.
class ValueSource
{
public:
    virtual ~ValueSource() = default;
    /// Those that begin so (whatever the case and accents; in whatever order they are to be
    /// offered), at most `most`. Asked for fields of FieldKind::Keys that are not closed.
    [[nodiscard]] virtual QStringList values(Field field, const QString &beginning,
                                             int most) const = 0;
};

/// One thing that may come at the cursor.
struct Candidate {
    enum class Kind {
        Field,    ///< a field with its colon: "state:"
        Operator, ///< "<", ">=", …
        Value,    ///< a value, quoted where it has to be
        Term,     ///< a whole condition: "is:open" for somebody who typed "open"
        Keyword,  ///< AND, OR, NOT
    };
    Kind kind = Kind::Value;
    QString insert; ///< takes the place of Completion::replace
    Field field = Field::Text; ///< of fields, operators, values and terms
    QString name;   ///< the stored name, for words of the surface beside it

    bool operator==(const Candidate &) const = default;
};

struct Completion {
    Span replace; ///< of the text; holds the cursor
    QList<Candidate> candidates; ///< best first, at most limits::kCompletions
};

/// What may come at `cursor` (0 to the text's length). Pure but for the questions to the source;
/// one walk over the text.
[[nodiscard]] Completion complete(const QString &text, qsizetype cursor, const ValueSource &source);

} // namespace vigie::query
