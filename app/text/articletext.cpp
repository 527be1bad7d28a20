// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/text/articletext.h"

#include "app/text/errortext.h"

#include <QLocale>

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

QString ArticleText::number(const Article &article)
{
    return article.number > 0 ? QStringLiteral("KB-%1").arg(article.number) : tr("not sent yet");
}

QString ArticleText::of(ArticleKind kind)
{
    switch (kind) {
    case ArticleKind::Faq: return tr("Question and answer");
    case ArticleKind::Tutorial: return tr("Tutorial");
    case ArticleKind::KnownError: return tr("Known error");
    case ArticleKind::Procedure: return tr("Procedure");
    case ArticleKind::DecisionTree: return tr("Guide with questions");
    }
    return {};
}

QString ArticleText::of(ArticleState state)
{
    switch (state) {
    case ArticleState::Draft: return tr("Draft", "an article's state");
    case ArticleState::InReview: return tr("In review", "an article's state");
    case ArticleState::ChangesAsked: return tr("Changes asked for", "an article's state");
    case ArticleState::Approved: return tr("Approved", "an article's state");
    case ArticleState::Published: return tr("Published", "an article's state");
    case ArticleState::Archived: return tr("Archived", "an article's state");
    }
    return {};
}

QString ArticleText::of(ArticleReaders readers)
{
    switch (readers) {
    case ArticleReaders::Everyone: return tr("Everyone", "who reads an article");
    case ArticleReaders::Staff: return tr("Everyone at the desk", "who reads an article");
    case ArticleReaders::Team: return tr("One team", "who reads an article");
    }
    return {};
}

QString ArticleText::standing(const Article &article, qint64 now)
{
    if (article.state == ArticleState::Published && article.reviewAt > 0 && article.reviewAt <= now)
        return tr("Due for review", "an article's state");
    if (!article.isPublished() || article.state == ArticleState::Published)
        return of(article.state);
    return tr("Published; next text: %1", "an article's state").arg(of(article.state));
}

QString ArticleText::language(const QString &code)
{
    const QLocale locale(code);
    QString name = locale.nativeLanguageName();
    if (name.isEmpty() || locale.language() == QLocale::C)
        return code;
    // "American English" says more than was meant.
    if (code == QLatin1String("en"))
        name = QStringLiteral("English");
    name[0] = name[0].toUpper();
    return name;
}

QString ArticleText::intention(const ArticleAct &act)
{
    return std::visit(ActWords{}, act);
}

QString ArticleText::lacks(const QString &what)
{
    if (what == QLatin1String("a topic"))
        return tr("It stands in no topic. Choose one, then publish it.");
    if (what == QLatin1String("a guardian"))
        return tr("Nobody keeps its topic. Give the topic a guardian and a deputy, then publish it.");
    if (what == QLatin1String("a deputy"))
        return tr("Its topic has no deputy. Give the topic one, then publish it.");
    if (what == QLatin1String("a team"))
        return tr("It is for one team, and no team is chosen. Choose it, then publish it.");
    return {};
}

QString ArticleText::refusal(const Error &error)
{
    if (error.code == ErrorCode::Forbidden)
        return tr("This is for whoever keeps the topic, and never for the author of the text. What you wrote is kept.");
    if (error.code == ErrorCode::NotFound)
        return tr("The article is not there any more, or not for you. What you wrote is kept.");
    if (error.code == ErrorCode::Invalid || error.code == ErrorCode::Conflict)
        return tr("The article has moved on meanwhile. Read it again, then try once more; what you wrote is kept.");
    const ErrorWords words = ErrorText::of(error);
    return words.paragraph();
}

} // namespace vigie
