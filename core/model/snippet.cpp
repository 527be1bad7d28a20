// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/snippet.h"

#include "core/base/json.h"
#include "core/model/codec.h"

#include <algorithm>

namespace vigie {

bool isSnippetKeyword(const QString &text)
{
    return !text.isEmpty() && text.size() <= limits::kSnippetKeyword && text.front().isLetter()
        && std::all_of(text.cbegin(), text.cend(), [](QChar c) {
               return c.isLetterOrNumber() || QStringView(u"-_.").contains(c);
           });
}

namespace codec {

QJsonObject toJson(const Snippet &snippet)
{
    QJsonObject object;
    put(object, "keyword", snippet.keyword);
    put(object, "title", snippet.title);
    put(object, "body", snippet.body);
    return object;
}

Result<Snippet> snippetFrom(const QJsonObject &object)
{
    static const QStringList snippetKeys{QStringLiteral("keyword"), QStringLiteral("title"),
                                         QStringLiteral("body")};
    const QStringList keys = object.keys();
    for (const QString &key : keys) {
        if (!snippetKeys.contains(key))
            return fail(ErrorCode::Invalid,
                        QStringLiteral("snippet: unknown key '%1'").arg(key.left(40)));
    }
    json::Reader reader(object, QStringLiteral("snippet"));
    Snippet snippet;
    snippet.keyword = reader.text("keyword", limits::kSnippetKeyword);
    if (!isSnippetKeyword(snippet.keyword))
        reader.reject("keyword", QStringLiteral("is none"));
    snippet.title = reader.text("title", limits::kSnippetTitle);
    if (snippet.title.trimmed().isEmpty() || snippet.title.contains(QLatin1Char('\n')))
        reader.reject("title", QStringLiteral("is empty or has lines"));
    snippet.body = reader.text("body", limits::kSnippetBody);
    if (snippet.body.trimmed().isEmpty())
        reader.reject("body", QStringLiteral("is empty"));
    VIGIE_TRY(reader.done());
    return snippet;
}

} // namespace codec

} // namespace vigie
