// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/limits.h"
#include "core/model/article.h"
#include "core/model/codec.h"
#include "core/model/enumreading.h"

namespace vigie::codec {

namespace {

constexpr qint64 kLatest = 253'402'300'799'999; // the end of the year 9999

/// One line that says something.
QString readLine(json::Reader &reader, const char *key, qsizetype most)
{
    const QString line = reader.text(key, most);
    if (reader.ok() && (line.trimmed().isEmpty() || line.contains(QLatin1Char('\n'))))
        reader.reject(key, QStringLiteral("is empty or has lines"));
    return line;
}

qint64 readTime(json::Reader &reader, const char *key)
{
    return reader.optInteger(key, 0, kLatest, 0);
}

int readCount(json::Reader &reader, const char *key)
{
    return int(reader.optInteger(key, 0, 2'000'000'000, 0));
}

QJsonObject flagJson(const ArticleFlag &flag)
{
    QJsonObject object;
    put(object, "id", flag.id.text());
    put(object, "by", flag.by.text());
    put(object, "byName", flag.byName);
    put(object, "text", flag.text);
    put(object, "at", flag.at);
    put(object, "revision", flag.revision.text());
    return object;
}

ArticleFlag readFlag(json::Reader &reader)
{
    ArticleFlag flag;
    flag.id = reader.id<OpId>("id");
    flag.by = reader.id<PersonId>("by");
    flag.byName = reader.optText("byName", limits::kNameLength);
    flag.text = reader.optText("text", limits::kShortTextLength);
    flag.at = readTime(reader, "at");
    flag.revision = reader.optId<RevisionId>("revision");
    return flag;
}

QJsonObject suggestionJson(const ArticleSuggestion &suggestion)
{
    QJsonObject object;
    put(object, "revision", suggestion.revision.text());
    put(object, "by", suggestion.by.text());
    put(object, "byName", suggestion.byName);
    put(object, "reason", suggestion.reason);
    put(object, "at", suggestion.at);
    return object;
}

ArticleSuggestion readSuggestion(json::Reader &reader)
{
    ArticleSuggestion suggestion;
    suggestion.revision = reader.id<RevisionId>("revision");
    suggestion.by = reader.id<PersonId>("by");
    suggestion.byName = reader.optText("byName", limits::kNameLength);
    suggestion.reason = reader.optText("reason", limits::kArticleReason);
    suggestion.at = readTime(reader, "at");
    return suggestion;
}

template<class T, class Read>
QList<T> readItems(json::Reader &reader, const char *key, int most, Read read)
{
    QList<T> items;
    const QJsonArray array = reader.optArray(key, most);
    for (const QJsonValue &value : array) {
        json::Reader item(value.toObject(), QStringLiteral("item."));
        items.append(read(item));
        if (!item.ok()) {
            reader.reject(key, item.done().error().detail);
            return {};
        }
    }
    return items;
}

void putWhatIsSaid(QJsonObject &object, const Article &article)
{
    put(object, "reviewer", article.reviewer.text());
    put(object, "reviewerName", article.reviewerName);
    put(object, "reviewNote", article.reviewNote);
    QJsonArray flags;
    for (const ArticleFlag &flag : article.flags)
        flags.append(flagJson(flag));
    put(object, "flags", flags);
    QJsonArray suggestions;
    for (const ArticleSuggestion &suggestion : article.suggestions)
        suggestions.append(suggestionJson(suggestion));
    put(object, "suggestions", suggestions);
    put(object, "helpful", qint64(article.helpful));
    put(object, "notHelpful", qint64(article.notHelpful));
    put(object, "solved", qint64(article.solved));
}

void readWhatIsSaid(json::Reader &reader, Article &article)
{
    article.reviewer = reader.optId<PersonId>("reviewer");
    article.reviewerName = reader.optText("reviewerName", limits::kNameLength);
    article.reviewNote = reader.optText("reviewNote", limits::kShortTextLength);
    article.flags = readItems<ArticleFlag>(reader, "flags", limits::kArticleFlags, readFlag);
    article.suggestions = readItems<ArticleSuggestion>(reader, "suggestions",
                                                       limits::kArticleSuggestions, readSuggestion);
    article.helpful = readCount(reader, "helpful");
    article.notHelpful = readCount(reader, "notHelpful");
    article.solved = readCount(reader, "solved");
}

void putTexts(QJsonObject &object, const Article &article)
{
    put(object, "state", nameOf(article.state));
    put(object, "head", article.head.text());
    put(object, "title", article.title);
    put(object, "headAuthor", article.headAuthor.text());
    put(object, "headAuthorName", article.headAuthorName);
    put(object, "published", article.published.text());
    put(object, "publishedTitle", article.publishedTitle);
    put(object, "publishedAt", article.publishedAt);
    put(object, "reviewAt", article.reviewAt);
    put(object, "confirmedAt", article.confirmedAt);
    put(object, "confirmedByName", article.confirmedByName);
}

void readTexts(json::Reader &reader, Article &article)
{
    article.state = optEnum(reader, "state", ArticleState::Draft);
    article.head = reader.id<RevisionId>("head");
    article.title = readLine(reader, "title", limits::kArticleTitle);
    article.headAuthor = reader.optId<PersonId>("headAuthor");
    article.headAuthorName = reader.optText("headAuthorName", limits::kNameLength);
    article.published = reader.optId<RevisionId>("published");
    article.publishedTitle = reader.optText("publishedTitle", limits::kArticleTitle);
    article.publishedAt = readTime(reader, "publishedAt");
    article.reviewAt = readTime(reader, "reviewAt");
    article.confirmedAt = readTime(reader, "confirmedAt");
    article.confirmedByName = reader.optText("confirmedByName", limits::kNameLength);
}

} // namespace

QJsonObject toJson(const Topic &topic)
{
    QJsonObject object;
    put(object, "id", topic.id.text());
    put(object, "name", topic.name);
    put(object, "parent", topic.parent.text());
    put(object, "guardian", topic.guardian.text());
    put(object, "deputy", topic.deputy.text());
    put(object, "reviewDays", qint64(topic.reviewDays));
    if (topic.gone)
        object.insert(QLatin1String("gone"), true);
    put(object, "version", qint64(topic.version));
    return object;
}

Result<Topic> topicFrom(const QJsonObject &object)
{
    json::Reader reader(object, QStringLiteral("topic."));
    Topic topic;
    topic.id = reader.id<TopicId>("id");
    topic.name = readLine(reader, "name", limits::kNameLength);
    topic.parent = reader.optId<TopicId>("parent");
    topic.guardian = reader.optId<PersonId>("guardian");
    topic.deputy = reader.optId<PersonId>("deputy");
    topic.reviewDays = int(reader.optInteger("reviewDays", 1, limits::kReviewDays, 180));
    topic.gone = reader.optBool("gone", false);
    topic.version = readCount(reader, "version");
    VIGIE_TRY(reader.done());
    return topic;
}

QJsonObject toJson(const Article &article)
{
    QJsonObject object;
    put(object, "id", article.id.text());
    put(object, "number", article.number);
    put(object, "kind", nameOf(article.kind));
    put(object, "topic", article.topic.text());
    put(object, "language", article.language);
    put(object, "translationOf", article.translationOf.text());
    put(object, "readers", nameOf(article.readers));
    put(object, "team", article.team.text());
    put(object, "tags", QJsonArray::fromStringList(article.tags));
    put(object, "madeFrom", article.madeFrom.text());
    putTexts(object, article);
    putWhatIsSaid(object, article);
    put(object, "createdAt", article.createdAt);
    put(object, "updatedAt", article.updatedAt);
    QJsonObject versions;
    for (auto it = article.versions.cbegin(); it != article.versions.cend(); ++it)
        versions.insert(it.key(), it.value());
    put(object, "versions", versions);
    return object;
}

Result<Article> articleFrom(const QJsonObject &object)
{
    json::Reader reader(object, QStringLiteral("article."));
    Article article;
    article.id = reader.id<ArticleId>("id");
    article.number = reader.optInteger("number", 0, 9'007'199'254'740'991, 0);
    article.kind = optEnum(reader, "kind", ArticleKind::Tutorial);
    article.topic = reader.optId<TopicId>("topic");
    article.language = reader.optText("language", 8);
    article.translationOf = reader.optId<ArticleId>("translationOf");
    article.readers = optEnum(reader, "readers", ArticleReaders::Everyone);
    article.team = reader.optId<QueueId>("team");
    article.tags = reader.optTexts("tags", limits::kTagsPerTicket, limits::kTagLength);
    article.madeFrom = reader.optId<TicketId>("madeFrom");
    readTexts(reader, article);
    readWhatIsSaid(reader, article);
    article.createdAt = readTime(reader, "createdAt");
    article.updatedAt = readTime(reader, "updatedAt");
    const QJsonObject versions = reader.optObject("versions");
    for (auto it = versions.begin(); it != versions.end(); ++it) {
        if (it.key().size() > limits::kTagLength || article.versions.size() >= 20) {
            reader.reject("versions", QStringLiteral("too many or too long"));
            break;
        }
        article.versions.insert(it.key(), it.value().toInt());
    }
    VIGIE_TRY(reader.done());
    return article;
}

QJsonObject toJson(const Revision &revision)
{
    QJsonObject object;
    put(object, "id", revision.id.text());
    put(object, "article", revision.article.text());
    put(object, "parent", revision.parent.text());
    put(object, "merged", revision.merged.text());
    put(object, "author", revision.author.text());
    put(object, "authorName", revision.authorName);
    put(object, "title", revision.title);
    put(object, "body", revision.body);
    put(object, "reason", revision.reason);
    put(object, "files", toJson(revision.files));
    if (revision.suggestion)
        object.insert(QLatin1String("suggestion"), true);
    put(object, "writtenAt", revision.writtenAt);
    put(object, "receivedAt", revision.receivedAt);
    return object;
}

Result<Revision> revisionFrom(const QJsonObject &object)
{
    json::Reader reader(object, QStringLiteral("revision."));
    Revision revision;
    revision.id = reader.id<RevisionId>("id");
    revision.article = reader.id<ArticleId>("article");
    revision.parent = reader.optId<RevisionId>("parent");
    revision.merged = reader.optId<RevisionId>("merged");
    revision.author = reader.optId<PersonId>("author");
    revision.authorName = reader.optText("authorName", limits::kNameLength);
    revision.title = readLine(reader, "title", limits::kArticleTitle);
    revision.body = reader.optText("body", limits::kArticleBody);
    revision.reason = reader.optText("reason", limits::kArticleReason);
    const Result<QList<Attachment>> files =
        attachmentsFrom(reader.optArray("files", limits::kArticleFiles));
    if (!files)
        reader.reject("files", files.error().detail);
    revision.suggestion = reader.optBool("suggestion", false);
    revision.writtenAt = readTime(reader, "writtenAt");
    revision.receivedAt = readTime(reader, "receivedAt");
    VIGIE_TRY(reader.done());
    revision.files = *files;
    return revision;
}

} // namespace vigie::codec
