// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/ops/articleact.h"

#include "core/base/limits.h"
#include "core/model/codec.h"
#include "core/model/enumreading.h"

#include <algorithm>

namespace vigie {

namespace {

using codec::idArray;
using codec::optEnum;
using codec::put;

constexpr const char *kActNames[] = {"topic.save",    "article.save",    "article.set",
                                     "article.move",  "article.judge",   "article.confirm",
                                     "article.decline"};
static_assert(std::variant_size_v<ArticleAct> == std::size(kActNames));

constexpr qint64 kLatestReview = 253'402'300'799'999; // the end of the year 9999

QJsonObject birthJson(const ArticleBirth &birth)
{
    QJsonObject object{{QStringLiteral("kind"), nameOf(birth.kind)}};
    put(object, "topic", birth.topic.text());
    put(object, "language", birth.language);
    put(object, "translationOf", birth.translationOf.text());
    put(object, "readers", nameOf(birth.readers));
    put(object, "team", birth.team.text());
    put(object, "madeFrom", birth.madeFrom.text());
    return object;
}

struct ActEncoder {
    QJsonObject operator()(const SaveTopic &save) const
    {
        QJsonObject object;
        put(object, "name", save.name);
        put(object, "parent", save.parent.text());
        put(object, "guardian", save.guardian.text());
        put(object, "deputy", save.deputy.text());
        put(object, "reviewDays", qint64(save.reviewDays));
        if (save.gone)
            object.insert(QLatin1String("gone"), true);
        return object;
    }
    QJsonObject operator()(const SaveArticle &save) const
    {
        QJsonObject object;
        put(object, "revision", save.revision.text());
        put(object, "parent", save.parent.text());
        put(object, "merged", save.merged.text());
        put(object, "title", save.title);
        put(object, "body", save.body);
        put(object, "reason", save.reason);
        put(object, "files", codec::toJson(save.files));
        put(object, "known", QJsonArray::fromStringList(save.known));
        if (save.suggestion)
            object.insert(QLatin1String("suggestion"), true);
        if (save.birth)
            put(object, "birth", birthJson(*save.birth));
        return object;
    }
    QJsonObject operator()(const SetArticle &set) const
    {
        return {{QStringLiteral("field"), set.field}, {QStringLiteral("value"), set.value}};
    }
    QJsonObject operator()(const MoveArticle &move) const
    {
        QJsonObject object{{QStringLiteral("to"), nameOf(move.to)}};
        put(object, "revision", move.revision.text());
        put(object, "note", move.note);
        put(object, "reviewAt", move.reviewAt);
        return object;
    }
    QJsonObject operator()(const JudgeArticle &judge) const
    {
        QJsonObject object{{QStringLiteral("vote"), nameOf(judge.vote)}};
        put(object, "revision", judge.revision.text());
        put(object, "outdated", judge.outdated);
        return object;
    }
    QJsonObject operator()(const ConfirmArticle &confirm) const
    {
        QJsonObject object;
        put(object, "reviewAt", confirm.reviewAt);
        put(object, "flags", idArray(confirm.flags));
        return object;
    }
    QJsonObject operator()(const DeclineSuggestion &decline) const
    {
        QJsonObject object;
        put(object, "revision", decline.revision.text());
        put(object, "reason", decline.reason);
        return object;
    }
};

QString readTitle(json::Reader &reader, const char *key, qsizetype most)
{
    const QString title = reader.text(key, most);
    if (reader.ok() && (title.trimmed().isEmpty() || title.contains(QLatin1Char('\n'))))
        reader.reject(key, QStringLiteral("is empty or has lines"));
    return title;
}

SaveTopic readTopic(json::Reader &reader)
{
    SaveTopic save;
    save.name = readTitle(reader, "name", limits::kNameLength);
    save.parent = reader.optId<TopicId>("parent");
    save.guardian = reader.optId<PersonId>("guardian");
    save.deputy = reader.optId<PersonId>("deputy");
    save.reviewDays = int(reader.optInteger("reviewDays", 1, limits::kReviewDays, 180));
    save.gone = reader.optBool("gone", false);
    return save;
}

ArticleBirth readBirth(json::Reader &reader)
{
    ArticleBirth birth;
    birth.kind = optEnum(reader, "kind", ArticleKind::Tutorial);
    birth.topic = reader.optId<TopicId>("topic");
    birth.language = reader.optText("language", 8);
    birth.translationOf = reader.optId<ArticleId>("translationOf");
    birth.readers = optEnum(reader, "readers", ArticleReaders::Everyone);
    birth.team = reader.optId<QueueId>("team");
    birth.madeFrom = reader.optId<TicketId>("madeFrom");
    return birth;
}

SaveArticle readSave(json::Reader &reader)
{
    SaveArticle save;
    save.revision = reader.id<RevisionId>("revision");
    save.parent = reader.optId<RevisionId>("parent");
    save.merged = reader.optId<RevisionId>("merged");
    save.title = readTitle(reader, "title", limits::kArticleTitle);
    save.body = reader.optText("body", limits::kArticleBody);
    save.reason = reader.optText("reason", limits::kArticleReason);
    const auto files = codec::attachmentsFrom(reader.optArray("files", limits::kArticleFiles));
    if (!files)
        reader.reject("files", files.error().detail);
    save.files = files.value_or(QList<Attachment>());
    save.known = reader.optTexts("known", limits::kArticleFiles, 64);
    save.suggestion = reader.optBool("suggestion", false);
    const QJsonObject born = reader.optObject("birth");
    if (!born.isEmpty()) {
        json::Reader birth(born, QStringLiteral("birth."));
        save.birth = readBirth(birth);
        if (!birth.ok())
            reader.reject("birth", birth.done().error().detail);
    }
    return save;
}

MoveArticle readMove(json::Reader &reader)
{
    MoveArticle move;
    move.to = optEnum(reader, "to", ArticleState::InReview);
    move.revision = reader.id<RevisionId>("revision");
    move.note = reader.optText("note", limits::kShortTextLength);
    move.reviewAt = reader.optInteger("reviewAt", 0, kLatestReview, 0);
    return move;
}

JudgeArticle readJudge(json::Reader &reader)
{
    JudgeArticle judge;
    judge.revision = reader.id<RevisionId>("revision");
    judge.vote = optEnum(reader, "vote", ArticleVote::None);
    judge.outdated = reader.optText("outdated", limits::kShortTextLength);
    if (reader.ok() && judge.vote == ArticleVote::None && judge.outdated.trimmed().isEmpty())
        reader.reject("vote", QStringLiteral("says nothing"));
    return judge;
}

} // namespace

QString kindName(const ArticleAct &act)
{
    return QLatin1String(kActNames[act.index()]);
}

bool isArticleKind(const QString &kind)
{
    return std::any_of(std::begin(kActNames), std::end(kActNames),
                       [&](const char *name) { return kind == QLatin1String(name); });
}

QJsonObject encodeAct(const ArticleAct &act)
{
    return std::visit(ActEncoder{}, act);
}

Result<ArticleAct> decodeAct(const QString &kind, const QJsonObject &object)
{
    json::Reader reader(object, QStringLiteral("op.payload."));
    ArticleAct act;
    if (kind == QLatin1String("topic.save")) {
        act = readTopic(reader);
    } else if (kind == QLatin1String("article.save")) {
        act = readSave(reader);
    } else if (kind == QLatin1String("article.set")) {
        SetArticle set;
        set.field = reader.text("field", limits::kTagLength);
        set.value = reader.optText("value", limits::kShortTextLength);
        act = set;
    } else if (kind == QLatin1String("article.move")) {
        act = readMove(reader);
    } else if (kind == QLatin1String("article.judge")) {
        act = readJudge(reader);
    } else if (kind == QLatin1String("article.confirm")) {
        ConfirmArticle confirm;
        confirm.reviewAt = reader.optInteger("reviewAt", 0, kLatestReview, 0);
        confirm.flags = reader.optIds<OpId>("flags", limits::kArticleFlags);
        act = confirm;
    } else if (kind == QLatin1String("article.decline")) {
        DeclineSuggestion decline;
        decline.revision = reader.id<RevisionId>("revision");
        decline.reason = reader.optText("reason", limits::kArticleReason);
        act = decline;
    } else {
        reader.reject("kind", QStringLiteral("unknown kind '%1'").arg(kind));
    }
    VIGIE_TRY(reader.done());
    return act;
}

} // namespace vigie
