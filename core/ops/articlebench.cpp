// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/ops/articlebench.h"

#include "core/model/ticketfields.h"

#include <algorithm>

namespace vigie {

namespace {

constexpr qint64 kDay = 86'400'000;

int &countOf(Article &article, ArticleVote vote)
{
    return vote == ArticleVote::Helpful ? article.helpful
        : vote == ArticleVote::Solved   ? article.solved
                                        : article.notHelpful;
}

} // namespace

ArticleBench::ArticleBench(const ArticleScene &before, const Op &op, const ArticleContext &context)
    : m_before(before), m_op(op), m_context(context)
{
    m_out.verdict = Verdict::Applied;
    m_out.article = before.article;
    m_out.topic = before.topic;
}

ArticleOutcome ArticleBench::run()
{
    std::visit([this](const auto &act) { doIt(act); }, std::get<ArticleAct>(m_op.payload));
    if (m_out.verdict == Verdict::Applied && !m_out.anyChange)
        m_out.verdict = Verdict::Merged;
    return std::move(m_out);
}

void ArticleBench::reject(ErrorCode code, const char *why)
{
    m_out.verdict = Verdict::Rejected;
    m_out.error = {code, QLatin1String(why), std::nullopt};
    m_out.anyChange = false;
}

void ArticleBench::conflict(const QString &field, const QString &mine, const QString &theirs,
                            int version, const QString &by)
{
    m_out.verdict = Verdict::Conflict;
    m_out.conflict = Conflict{field, mine, theirs, version, by};
    m_out.anyChange = false;
}

void ArticleBench::merged()
{
    m_out.verdict = Verdict::Merged;
}

void ArticleBench::touched(const QString &field)
{
    ++article().versions[field];
    article().updatedAt = std::max(article().updatedAt, m_context.now);
    m_out.anyChange = true;
}

std::optional<Topic> ArticleBench::topicOf(const TopicId &id) const
{
    return id.isNull() || !m_context.topic ? std::nullopt : m_context.topic(id);
}

bool ArticleBench::isKeeper() const
{
    return keeps(m_context.actor, topicOf(m_out.article.topic));
}

bool ArticleBench::isActiveStaff(const PersonId &id) const
{
    if (!authoritative())
        return true; // this computer may not know everybody
    const std::optional<Person> found = m_context.person ? m_context.person(id) : std::nullopt;
    return found && found->active && found->role != Role::Employee;
}

bool ArticleBench::sawCurrent(const QString &field, int version, const QString &value) const
{
    const auto base = m_op.base.constFind(field);
    if (base == m_op.base.cend())
        return version == 0;
    return base->version == version || (!base->hash.isEmpty() && base->hash == valueHash(value));
}

bool ArticleBench::needsArticle()
{
    // The same answer for what is not there and what is nobody's business.
    if (m_before.exists && mayRead(m_context.actor, m_before.article))
        return true;
    reject(ErrorCode::NotFound, "no such article");
    return false;
}

bool ArticleBench::needsStaff()
{
    if (m_context.actor.isStaff())
        return true;
    reject(ErrorCode::Forbidden, "only staff may do this");
    return false;
}

bool ArticleBench::needsKeeper()
{
    if (isKeeper())
        return true;
    // A server that was restored may get its topic back from whoever made it.
    if (authoritative() && !topicOf(m_out.article.topic)) {
        reject(ErrorCode::NotFound, "no such topic");
        return false;
    }
    reject(ErrorCode::Forbidden, "only who keeps the topic may do this");
    return false;
}

qint64 ArticleBench::reviewDate(qint64 wanted) const
{
    if (wanted > 0)
        return wanted;
    const std::optional<Topic> topic = topicOf(m_out.article.topic);
    return m_context.now + (topic ? topic->reviewDays : Topic().reviewDays) * kDay;
}

void ArticleBench::doIt(const SetArticle &set)
{
    if (!needsArticle() || !needsStaff())
        return;
    if (!articleFieldNames().contains(set.field))
        return reject(ErrorCode::Invalid, "no such field");
    const bool decidesReaders = set.field == QLatin1String("readers") || set.field == QLatin1String("team");
    // Who reads what is published is for those to say who answer for it.
    if (article().isPublished() && (decidesReaders || set.field == QLatin1String("topic")) && !needsKeeper())
        return;
    const QString current = articleFieldValue(article(), set.field);
    if (current == set.value)
        return merged();
    const int version = article().versions.value(set.field);
    if (!sawCurrent(set.field, version, current))
        return conflict(set.field, set.value, current, version, {});
    if (const Done written = setArticleField(article(), set.field, set.value); !written) {
        m_out.verdict = Verdict::Rejected;
        m_out.error = written.error();
        return;
    }
    const bool shelf = set.field == QLatin1String("topic");
    const std::optional<Topic> topic = topicOf(article().topic);
    if (shelf && authoritative() && (!topic || topic->gone))
        return reject(ErrorCode::NotFound, "no such topic");
    if (article().isPublished() && (topic || authoritative()) && !publishingLacks(article(), topic).isEmpty())
        return reject(ErrorCode::Invalid, "what is published needs guardian, deputy and readers");
    touched(set.field);
}

void ArticleBench::doIt(const JudgeArticle &judge)
{
    if (!needsArticle())
        return;
    if (!article().isPublished())
        return reject(ErrorCode::Invalid, "only what is published is judged");
    if (judge.vote != ArticleVote::None && judge.vote != m_before.vote) {
        if (m_before.vote != ArticleVote::None)
            countOf(article(), m_before.vote) = std::max(0, countOf(article(), m_before.vote) - 1);
        ++countOf(article(), judge.vote);
        m_out.vote = judge.vote;
        m_out.anyChange = true;
    }
    if (judge.outdated.trimmed().isEmpty())
        return;
    const auto mine = [&](const ArticleFlag &flag) { return flag.id == m_op.id; };
    if (std::any_of(article().flags.cbegin(), article().flags.cend(), mine))
        return;
    while (article().flags.size() >= limits::kArticleFlags)
        article().flags.removeFirst();
    article().flags.append({m_op.id, m_context.actor.id, m_context.actor.name,
                            judge.outdated.trimmed(), m_context.now, judge.revision});
    m_out.anyChange = true;
}

void ArticleBench::doIt(const ConfirmArticle &confirm)
{
    if (!needsArticle() || !needsKeeper())
        return;
    if (!article().isPublished())
        return reject(ErrorCode::Invalid, "only what is published can still be true");
    const qint64 reviewAt = reviewDate(confirm.reviewAt);
    if (reviewAt <= m_context.now)
        return reject(ErrorCode::Invalid, "the next look lies in the past");
    article().flags.removeIf([&](const ArticleFlag &flag) { return confirm.flags.contains(flag.id); });
    article().reviewAt = reviewAt;
    article().confirmedAt = m_context.now;
    article().confirmedByName = m_context.actor.name;
    touched(QStringLiteral("review"));
}

void ArticleBench::doIt(const DeclineSuggestion &decline)
{
    if (!needsArticle())
        return;
    const auto found = std::find_if(article().suggestions.cbegin(), article().suggestions.cend(),
                                    [&](const ArticleSuggestion &suggestion) {
                                        return suggestion.revision == decline.revision;
                                    });
    if (found == article().suggestions.cend())
        return merged();
    if (found->by != m_context.actor.id && !needsKeeper())
        return;
    article().suggestions.erase(found);
    touched(QStringLiteral("suggestions"));
}

void ArticleBench::doIt(const SaveTopic &save)
{
    if (m_context.actor.role != Role::Admin && m_context.actor.role != Role::Guardian)
        return reject(ErrorCode::Forbidden, "only guardians and administrators make topics");
    const Topic now = m_before.topic.value_or(Topic());
    Topic next = now;
    next.id = TopicId(m_op.ticket.uuid());
    next.name = save.name.simplified();
    next.parent = save.parent;
    next.guardian = save.guardian;
    next.deputy = save.deputy;
    next.reviewDays = save.reviewDays;
    next.gone = save.gone;
    if (m_before.topic && next == now)
        return merged();
    if (m_before.topic && !sawCurrent(QStringLiteral("topic"), now.version, {}))
        return conflict(QStringLiteral("topic"), next.name, now.name, now.version, {});
    if (!topicMayBe(save, now))
        return;
    ++next.version;
    m_out.topic = next;
    m_out.anyChange = true;
}

bool ArticleBench::topicMayBe(const SaveTopic &save, const Topic &now)
{
    const char *wrong = nullptr;
    if ((!save.guardian.isNull() && !isActiveStaff(save.guardian))
        || (!save.deputy.isNull() && !isActiveStaff(save.deputy)))
        wrong = "guardian and deputy are active staff";
    else if (!save.guardian.isNull() && save.guardian == save.deputy)
        wrong = "guardian and deputy are two people";
    else if (!topicHangsRight(save.parent))
        wrong = "the topic would hang under itself, or too deep";
    const ArticleContext::Count held =
        m_before.topic && m_context.articlesIn ? m_context.articlesIn(now.id) : ArticleContext::Count();
    if (!wrong && save.gone && held.all > 0)
        wrong = "the topic still holds articles";
    if (!wrong && held.published > 0 && (save.guardian.isNull() || save.deputy.isNull()))
        wrong = "what is published needs guardian and deputy";
    if (wrong)
        reject(ErrorCode::Invalid, wrong);
    return !wrong;
}

bool ArticleBench::topicHangsRight(const TopicId &parent) const
{
    const TopicId self(m_op.ticket.uuid());
    TopicId above = parent;
    for (int depth = 0; depth < limits::kTopicDepth; ++depth) {
        if (above.isNull())
            return true;
        if (above == self)
            return false;
        const std::optional<Topic> topic = topicOf(above);
        if (!topic || topic->gone)
            return !authoritative();
        above = topic->parent;
    }
    return false;
}

} // namespace vigie
