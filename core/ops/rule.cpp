// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/ops/rule.h"

#include "core/base/json.h"
#include "core/model/codec.h"

namespace vigie {

template<>
const QList<EnumName<RuleEvent>> &enumNames<RuleEvent>()
{
    static const QList<EnumName<RuleEvent>> names{{RuleEvent::Created, "created"},
                                                  {RuleEvent::Answered, "answered"},
                                                  {RuleEvent::Changed, "changed"},
                                                  {RuleEvent::Time, "time"}};
    return names;
}

PersonId rulesPerson()
{
    return PersonId::fromStored(QStringLiteral("00000000-0000-8000-8000-72756c657300"));
}

RuleEvent ruleEventOf(const Op &op, const PersonId &author, const Ticket &ticket)
{
    if (std::holds_alternative<CreateTicket>(op.payload))
        return RuleEvent::Created;
    return author == ticket.requester ? RuleEvent::Answered : RuleEvent::Changed;
}

namespace codec {

QJsonObject toJson(const Rule &rule)
{
    QJsonObject object;
    put(object, "name", rule.name);
    object.insert(QLatin1String("active"), rule.active);
    QJsonArray when;
    for (RuleEvent event : rule.when)
        when.append(nameOf(event));
    put(object, "when", when);
    put(object, "query", rule.query);
    put(object, "recipe", toJson(rule.recipe));
    if (rule.aside)
        object.insert(QLatin1String("aside"), true);
    return object;
}

Result<Rule> ruleFrom(const QJsonObject &object)
{
    static const QStringList known{QStringLiteral("name"), QStringLiteral("active"),
                                   QStringLiteral("when"), QStringLiteral("query"),
                                   QStringLiteral("recipe"), QStringLiteral("aside")};
    for (const QString &key : object.keys()) {
        if (!known.contains(key))
            return fail(ErrorCode::Invalid, QStringLiteral("rule: unknown key '%1'").arg(key.left(40)));
    }
    json::Reader reader(object, QStringLiteral("rule"));
    Rule rule;
    rule.name = reader.text("name", limits::kRuleName);
    if (rule.name.trimmed().isEmpty() || rule.name.contains(QLatin1Char('\n')))
        reader.reject("name", QStringLiteral("is empty or has lines"));
    rule.active = reader.optBool("active", true);
    rule.aside = reader.optBool("aside", false);
    rule.query = reader.optText("query", limits::kRuleQuery);
    for (const QString &name : reader.optTexts("when", 4, 20)) {
        const Result<RuleEvent> event = enumFrom<RuleEvent>(name);
        if (!event || rule.when.contains(*event))
            reader.reject("when", QStringLiteral("has an unknown or double event"));
        else
            rule.when.append(*event);
    }
    if (rule.when.isEmpty())
        reader.reject("when", QStringLiteral("is empty"));
    const QJsonObject recipe = reader.object("recipe");
    VIGIE_TRY(reader.done());
    VIGIE_TRY_ASSIGN(read, recipeFrom(recipe));
    rule.recipe = read;
    if (rule.recipe.fields.value(QStringLiteral("owner")) == recipeMe())
        return fail(ErrorCode::Invalid, QStringLiteral("rule: nobody runs it"));
    return rule;
}

} // namespace codec

} // namespace vigie
