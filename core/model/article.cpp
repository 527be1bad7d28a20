// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/article.h"

namespace vigie {

template<>
const QList<EnumName<ArticleKind>> &enumNames<ArticleKind>()
{
    static const QList<EnumName<ArticleKind>> names{{ArticleKind::Faq, "faq"},
                                                    {ArticleKind::Tutorial, "tutorial"},
                                                    {ArticleKind::KnownError, "known-error"},
                                                    {ArticleKind::Procedure, "procedure"},
                                                    {ArticleKind::DecisionTree, "decision-tree"}};
    return names;
}

template<>
const QList<EnumName<ArticleState>> &enumNames<ArticleState>()
{
    static const QList<EnumName<ArticleState>> names{
        {ArticleState::Draft, "draft"},       {ArticleState::InReview, "in-review"},
        {ArticleState::ChangesAsked, "changes-asked"}, {ArticleState::Approved, "approved"},
        {ArticleState::Published, "published"}, {ArticleState::Archived, "archived"}};
    return names;
}

template<>
const QList<EnumName<ArticleReaders>> &enumNames<ArticleReaders>()
{
    static const QList<EnumName<ArticleReaders>> names{{ArticleReaders::Everyone, "everyone"},
                                                       {ArticleReaders::Staff, "staff"},
                                                       {ArticleReaders::Team, "team"}};
    return names;
}

template<>
const QList<EnumName<ArticleVote>> &enumNames<ArticleVote>()
{
    static const QList<EnumName<ArticleVote>> names{{ArticleVote::None, "none"},
                                                    {ArticleVote::Helpful, "helpful"},
                                                    {ArticleVote::NotHelpful, "not-helpful"},
                                                    {ArticleVote::Solved, "solved"}};
    return names;
}

bool mayRead(const Actor &reader, const Article &article)
{
    switch (article.readers) {
    case ArticleReaders::Everyone: return reader.isStaff() || article.isPublished();
    case ArticleReaders::Staff: return reader.isStaff();
    case ArticleReaders::Team: return reader.isStaff() && reader.worksIn(article.team);
    }
    return false;
}

Article forReaders(const Article &article)
{
    Article face;
    face.id = article.id;
    face.number = article.number;
    face.kind = article.kind;
    face.topic = article.topic;
    face.language = article.language;
    face.translationOf = article.translationOf;
    face.tags = article.tags;
    face.state = ArticleState::Published;
    face.head = face.published = article.published;
    face.title = face.publishedTitle = article.publishedTitle;
    face.publishedAt = article.publishedAt;
    face.confirmedAt = article.confirmedAt;
    return face;
}

Topic forReaders(const Topic &topic)
{
    Topic face;
    face.id = topic.id;
    face.name = topic.name;
    face.parent = topic.parent;
    face.gone = topic.gone;
    return face;
}

Revision forReaders(const Revision &revision)
{
    Revision face;
    face.id = revision.id;
    face.article = revision.article;
    face.title = revision.title;
    face.body = revision.body;
    face.files = revision.files;
    face.writtenAt = face.receivedAt = revision.receivedAt;
    return face;
}

} // namespace vigie
