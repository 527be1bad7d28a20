// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/text/recipetext.h"

#include "app/text/enumtext.h"

namespace vigie {

QString RecipeText::of(RuleEvent event)
{
    switch (event) {
    case RuleEvent::Created: return tr("When a request is reported");
    case RuleEvent::Answered: return tr("When its requester writes or reopens it");
    case RuleEvent::Changed: return tr("When somebody at the desk does something");
    case RuleEvent::Time: return tr("As time passes, looked at every minute");
    }
    return {};
}

QString RecipeText::of(WakeAfter::Kind kind)
{
    switch (kind) {
    case WakeAfter::Kind::Hours: return tr("In … hours");
    case WakeAfter::Kind::Days: return tr("In … days");
    case WakeAfter::Kind::NextMorning: return tr("Next working morning");
    case WakeAfter::Kind::NextWeek: return tr("Next week");
    case WakeAfter::Kind::Never: break;
    }
    return tr("No reminder");
}

QString RecipeText::of(const WakeAfter &wake)
{
    switch (wake.kind) {
    case WakeAfter::Kind::Hours: return tr("in %Ln hour(s)", nullptr, wake.count);
    case WakeAfter::Kind::Days: return tr("in %Ln day(s)", nullptr, wake.count);
    case WakeAfter::Kind::NextMorning: return tr("next working morning");
    case WakeAfter::Kind::NextWeek: return tr("next week");
    case WakeAfter::Kind::Never: break;
    }
    return tr("none", "a reminder");
}

QString RecipeText::owner(const QString &value, const NamesById &names)
{
    return value == recipeMe() ? tr("whoever runs it") : EventText::value(QStringLiteral("owner"), value, names);
}

QString RecipeText::summary(const Recipe &recipe, const NamesById &names)
{
    QStringList parts;
    const auto pair = [&parts](const QString &name, const QString &value) {
        parts.append(tr("%1: %2", "a field and what it becomes").arg(name, value));
    };
    if (recipe.words)
        parts.append(EnumText::of(recipe.words->kind));
    if (recipe.state)
        pair(EnumText::field(QStringLiteral("state")), EnumText::of(*recipe.state));
    if (recipe.level)
        pair(EnumText::field(QStringLiteral("level")), EnumText::of(*recipe.level));
    QStringList order = recipeFields();
    for (auto it = recipe.fields.cbegin(); it != recipe.fields.cend(); ++it) {
        if (!order.contains(it.key()))
            order.append(it.key());
    }
    for (const QString &field : std::as_const(order)) {
        const auto value = recipe.fields.constFind(field);
        if (value == recipe.fields.cend())
            continue;
        const bool person = field == QLatin1String("owner");
        pair(EnumText::field(field),
             person ? owner(*value, names) : EventText::value(field, *value, names));
    }
    if (recipe.wake)
        pair(EnumText::field(QStringLiteral("pending-until")), of(*recipe.wake));
    const QString separator = QStringLiteral(", ");
    if (!recipe.addTags.isEmpty())
        pair(tr("Tags on", "tags that are put on"), recipe.addTags.join(separator));
    if (!recipe.removeTags.isEmpty())
        pair(tr("Tags off", "tags that are taken off"), recipe.removeTags.join(separator));
    return parts.join(QStringLiteral(" · "));
}

} // namespace vigie
