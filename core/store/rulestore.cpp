// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/rulestore.h"

namespace vigie::store {

RuleStore::RuleStore(sql::Database &database)
    : m_rows(database, {"rule", "rule", limits::kRules, limits::kRuleBytes})
{
}

Result<QList<Rule>> RuleStore::list() const
{
    QList<Rule> rules;
    VIGIE_TRY(m_rows.each([&rules](const OwnRows::Row &row) -> Done {
        VIGIE_TRY_ASSIGN(rule, codec::ruleFrom(row.json));
        rule.id = RuleId::fromStored(row.id);
        rule.revision = row.revision;
        rules.append(rule);
        return {};
    }));
    return rules;
}

Done RuleStore::save(const Rule &rule)
{
    const QJsonObject object = codec::toJson(rule);
    VIGIE_TRY(codec::ruleFrom(object));
    return m_rows.save({rule.id.text(), rule.revision, object});
}

Result<bool> RuleStore::remove(const RuleId &id)
{
    return m_rows.remove(id.text());
}

Done RuleStore::arrange(const QList<RuleId> &ids)
{
    QStringList names;
    for (const RuleId &id : ids)
        names.append(id.text());
    return m_rows.arrange(names);
}

} // namespace vigie::store
