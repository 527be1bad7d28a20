// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/service/snippetservice.h"

#include "core/service/workspacethreads.h"
#include "core/store/snippetstore.h"
#include "core/text/searchtext.h"

#include <algorithm>
#include <tuple>

namespace vigie {

using store::SnippetStore;

namespace {

constexpr qsizetype kBodyFrom = 3; ///< letters

/// Whether every word of `words` begins a word of the text.
bool beginAll(const QStringList &words, const QString &text)
{
    const QStringList have = searchtext::indexWords(text);
    return std::all_of(words.cbegin(), words.cend(), [&have](const QString &word) {
        return std::any_of(have.cbegin(), have.cend(),
                           [&word](const QString &one) { return one.startsWith(word); });
    });
}

/// 0 = the best; -1 = not meant.
int rankOf(const Snippet &snippet, const QString &key, const QStringList &words)
{
    const QString keyword = searchtext::nameKey(snippet.keyword);
    if (keyword == key)
        return 0;
    if (keyword.startsWith(key))
        return 1;
    if (words.isEmpty())
        return -1;
    if (beginAll(words, snippet.title))
        return 2;
    if (beginAll(words, snippet.keyword + QLatin1Char(' ') + snippet.title))
        return 3;
    return key.size() >= kBodyFrom && beginAll(words, snippet.body) ? 4 : -1;
}

} // namespace

SnippetService::SnippetService(WorkspaceThreads &threads, QObject *parent)
    : OwnListService(threads, parent)
{
}

QFuture<Result<QList<Snippet>>> SnippetService::list()
{
    return m_threads.keep(
        [](store::OutboxStore &outbox) { return outbox.own<SnippetStore>().list(); });
}

QFuture<Result<Snippet>> SnippetService::save(const Snippet &snippet)
{
    Snippet named = snippet;
    if (named.id.isNull())
        named.id = m_threads.ids().make<SnippetId>();
    return announced(m_threads.keep([named](store::OutboxStore &outbox) -> Result<Snippet> {
        VIGIE_TRY(outbox.own<SnippetStore>().save(named));
        return named;
    }));
}

QFuture<Result<bool>> SnippetService::remove(const SnippetId &id)
{
    return announced(m_threads.keep(
        [id](store::OutboxStore &outbox) { return outbox.own<SnippetStore>().remove(id); }));
}

QList<Snippet> matchingSnippets(const QList<Snippet> &snippets, const QString &word)
{
    const QString key = searchtext::nameKey(word);
    const QStringList words = searchtext::indexWords(word);
    struct Found {
        int rank;
        QString title;
        Snippet snippet;
    };
    QList<Found> found;
    for (const Snippet &snippet : snippets) {
        const int rank = key.isEmpty() ? 0 : rankOf(snippet, key, words);
        if (rank >= 0)
            found.append({rank, searchtext::nameKey(snippet.title), snippet});
    }
    std::stable_sort(found.begin(), found.end(), [](const Found &a, const Found &b) {
        return std::tie(a.rank, a.title) < std::tie(b.rank, b.title);
    });
    QList<Snippet> sorted;
    for (const Found &one : std::as_const(found))
        sorted.append(one.snippet);
    return sorted;
}

} // namespace vigie
