// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/ops/applyarticle.h"

#include "core/base/limits.h"
#include "core/model/ticketfields.h"
#include "core/ops/articlebench.h"

#include <algorithm>

namespace vigie {

namespace {

template<class T>
Done takeId(T &target, const QString &value)
{
    target = T();
    if (value.isEmpty())
        return {};
    VIGIE_TRY_ASSIGN(id, T::parse(value));
    target = id;
    return {};
}

template<class E>
Done takeEnum(E &target, const QString &value)
{
    VIGIE_TRY_ASSIGN(parsed, enumFrom<E>(value));
    target = parsed;
    return {};
}

Done takeTags(QStringList &tags, const QString &value)
{
    QStringList wanted;
    for (const QString &line : value.split(QLatin1Char('\n'), Qt::SkipEmptyParts)) {
        const QString tag = line.simplified();
        if (tag.size() > limits::kTagLength)
            return fail(ErrorCode::TooLarge, QStringLiteral("a tag is too long"));
        if (!tag.isEmpty() && !wanted.contains(tag))
            wanted.append(tag);
    }
    if (wanted.size() > limits::kTagsPerTicket)
        return fail(ErrorCode::TooLarge, QStringLiteral("too many tags"));
    tags = wanted;
    return {};
}

bool isLanguage(const QString &value)
{
    return (value.size() == 2 || value.size() == 3)
        && std::all_of(value.cbegin(), value.cend(), [](QChar c) { return c >= u'a' && c <= u'z'; });
}

} // namespace

ArticleOutcome applyArticle(const ArticleScene &before, const Op &op, const ArticleContext &context)
{
    return ArticleBench(before, op, context).run();
}

const QStringList &articleFieldNames()
{
    static const QStringList names{QStringLiteral("kind"),     QStringLiteral("topic"),
                                   QStringLiteral("language"), QStringLiteral("translation"),
                                   QStringLiteral("readers"),  QStringLiteral("team"),
                                   QStringLiteral("tags")};
    return names;
}

QString articleFieldValue(const Article &article, const QString &field)
{
    if (field == QLatin1String("kind"))
        return nameOf(article.kind);
    if (field == QLatin1String("topic"))
        return article.topic.text();
    if (field == QLatin1String("language"))
        return article.language;
    if (field == QLatin1String("translation"))
        return article.translationOf.text();
    if (field == QLatin1String("readers"))
        return nameOf(article.readers);
    if (field == QLatin1String("team"))
        return article.team.text();
    if (field == QLatin1String("tags"))
        return article.tags.join(QLatin1Char('\n'));
    return {};
}

Done setArticleField(Article &article, const QString &field, const QString &value)
{
    if (field == QLatin1String("kind"))
        return takeEnum(article.kind, value);
    if (field == QLatin1String("topic"))
        return takeId(article.topic, value);
    if (field == QLatin1String("translation"))
        return takeId(article.translationOf, value);
    if (field == QLatin1String("readers"))
        return takeEnum(article.readers, value);
    if (field == QLatin1String("team"))
        return takeId(article.team, value);
    if (field == QLatin1String("tags"))
        return takeTags(article.tags, value);
    if (field != QLatin1String("language"))
        return fail(ErrorCode::Invalid, QStringLiteral("no such field"));
    if (!isLanguage(value))
        return fail(ErrorCode::Invalid, QStringLiteral("not a language"));
    article.language = value;
    return {};
}

QMap<QString, Base> baseForArticle(const ArticleAct &act, const Article &seen,
                                   const std::optional<Topic> &topic)
{
    if (const auto *set = std::get_if<SetArticle>(&act)) {
        return {{set->field, {seen.versions.value(set->field),
                              valueHash(articleFieldValue(seen, set->field))}}};
    }
    if (std::holds_alternative<SaveTopic>(act) && topic)
        return {{QStringLiteral("topic"), {topic->version, {}}}};
    return {};
}

bool keeps(const Actor &actor, const std::optional<Topic> &topic)
{
    if (!actor.isStaff())
        return false;
    return actor.role == Role::Admin || (topic && topic->isKeptBy(actor.id));
}

QString publishingLacks(const Article &article, const std::optional<Topic> &topic)
{
    if (!topic || topic->gone)
        return QStringLiteral("a topic");
    if (topic->guardian.isNull())
        return QStringLiteral("a guardian");
    if (topic->deputy.isNull() || topic->deputy == topic->guardian)
        return QStringLiteral("a deputy");
    if (article.readers == ArticleReaders::Team && article.team.isNull())
        return QStringLiteral("a team");
    return {};
}

} // namespace vigie
