// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/ops/op.h"
#include "core/sla/reminder.h"

#include <QJsonObject>

namespace vigie {

namespace limits {
inline constexpr int kRecipeFields = 30;
inline constexpr int kRecipeTags = 20;
inline constexpr qsizetype kRecipeBody = 8'000;
} // namespace limits

/// Several changes to one ticket as one thing: what macros and rules do. A plain value; what it
/// would do to a ticket is rehearse()'s answer.
struct Recipe {
    struct Words {
        MessageKind kind = MessageKind::Note; ///< Reply or Note
        QString body; ///< Markdown with {{placeholders}}, at most limits::kRecipeBody characters

        bool operator==(const Words &) const = default;
    };
    /// By name of ticketfields.h, custom fields included; those of recipeFields(). An owner is a
    /// person's id, kMe for whoever runs it, or empty for nobody.
    QMap<QString, QString> fields;
    std::optional<Level> level; ///< passed on to
    std::optional<State> state;
    std::optional<WakeAfter> wake; ///< the reminder, counted from when it runs
    QStringList addTags;
    QStringList removeTags;
    std::optional<Words> words;

    [[nodiscard]] bool isEmpty() const;
    bool operator==(const Recipe &) const = default;
};

/// "me" as the owner in a recipe: whoever runs it.
[[nodiscard]] QString recipeMe();
/// The fields a recipe may set, besides custom ones, in the order in which it sets them.
[[nodiscard]] const QStringList &recipeFields();

/// The moment of the recipe's reminder, when it runs on the ticket as it is at `now`: within the
/// working hours that were agreed on for it. UTC ms; 0 = no reminder (any more). Pure.
[[nodiscard]] qint64 wakesAt(const Recipe &recipe, const Ticket &ticket, const ServiceBook &book,
                             qint64 now);

/// The recipe as intentions, in the order in which a person would do them: words first, because
/// whoever passes a ticket on may not write to it any more; the queue last, for the same reason.
/// `message` names the words (ignored without any), `wakeAt` is wakesAt() (ignored without a wake).
[[nodiscard]] QList<Payload> stepsOf(const Recipe &recipe, const PersonId &me,
                                     const MessageId &message, qint64 wakeAt);

namespace codec {

[[nodiscard]] QJsonObject toJson(const Recipe &recipe);
/// Strict: Invalid for unknown keys, fields and names, empty words, texts over their limits, and
/// for a recipe that does nothing.
[[nodiscard]] Result<Recipe> recipeFrom(const QJsonObject &object);

} // namespace codec

} // namespace vigie
