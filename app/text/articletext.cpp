// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/text/articletext.h"

namespace vigie {

namespace {

struct ActWords {
    QString operator()(const SaveTopic &save) const
    {
        return save.gone ? ArticleText::tr("Remove the topic %1").arg(save.name)
                         : ArticleText::tr("Save the topic %1").arg(save.name);
    }
    QString operator()(const SaveArticle &save) const
    {
        if (save.suggestion)
            return ArticleText::tr("Suggest a text for %1").arg(save.title);
        return save.birth ? ArticleText::tr("New article: %1").arg(save.title)
                          : ArticleText::tr("New text of %1").arg(save.title);
    }
    QString operator()(const SetArticle &) const { return ArticleText::tr("Change an article's details"); }
    QString operator()(const MoveArticle &move) const
    {
        switch (move.to) {
        case ArticleState::InReview: return ArticleText::tr("Ask for a review");
        case ArticleState::ChangesAsked: return ArticleText::tr("Ask for changes");
        case ArticleState::Approved: return ArticleText::tr("Approve an article");
        case ArticleState::Published: return ArticleText::tr("Publish an article");
        case ArticleState::Archived: return ArticleText::tr("Archive an article");
        case ArticleState::Draft: break;
        }
        return ArticleText::tr("Take an article back to its draft");
    }
    QString operator()(const JudgeArticle &judge) const
    {
        return judge.outdated.isEmpty() ? ArticleText::tr("Rate an article")
                                        : ArticleText::tr("Say that an article is outdated");
    }
    QString operator()(const ConfirmArticle &) const
    {
        return ArticleText::tr("Confirm that an article is still true");
    }
    QString operator()(const DeclineSuggestion &) const { return ArticleText::tr("Decline a suggestion"); }
};

} // namespace

QString ArticleText::intention(const ArticleAct &act)
{
    return std::visit(ActWords{}, act);
}

} // namespace vigie
