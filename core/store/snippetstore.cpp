// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/snippetstore.h"

#include "core/text/searchtext.h"

namespace vigie::store {

SnippetStore::SnippetStore(sql::Database &database)
    : m_rows(database, {"snippet", "canned text", limits::kSnippets, limits::kSnippetBytes})
{
}

Result<QList<Snippet>> SnippetStore::list() const
{
    QList<Snippet> snippets;
    VIGIE_TRY(m_rows.each([&snippets](const OwnRows::Row &row) -> Done {
        VIGIE_TRY_ASSIGN(snippet, codec::snippetFrom(row.json));
        snippet.id = SnippetId::fromStored(row.id);
        snippet.revision = row.revision;
        snippets.append(snippet);
        return {};
    }));
    return snippets;
}

Done SnippetStore::save(const Snippet &snippet)
{
    const QJsonObject object = codec::toJson(snippet);
    VIGIE_TRY(codec::snippetFrom(object));
    VIGIE_TRY_ASSIGN(known, list());
    const QString key = searchtext::nameKey(snippet.keyword);
    for (const Snippet &other : known) {
        if (other.id != snippet.id && searchtext::nameKey(other.keyword) == key)
            return fail(ErrorCode::Conflict, QStringLiteral("the keyword is taken"));
    }
    return m_rows.save({snippet.id.text(), snippet.revision, object});
}

Result<bool> SnippetStore::remove(const SnippetId &id)
{
    return m_rows.remove(id.text());
}

} // namespace vigie::store
