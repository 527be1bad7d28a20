// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/ops/articlebench.h"

#include <algorithm>

namespace vigie {

namespace {

/// One of two changes of a short text, or nothing when both changed it differently.
std::optional<QString> eitherOf(const QString &base, const QString &theirs, const QString &mine)
{
    if (mine == base || mine == theirs)
        return theirs;
    if (theirs == base)
        return mine;
    return std::nullopt;
}

QList<Attachment> filesOfBoth(const QList<Attachment> &theirs, const QList<Attachment> &mine)
{
    QList<Attachment> files = theirs;
    for (const Attachment &file : mine) {
        const bool known = std::any_of(theirs.cbegin(), theirs.cend(), [&](const Attachment &other) {
            return other.sha256 == file.sha256;
        });
        if (!known)
            files.append(file);
    }
    return files;
}

} // namespace

Revision ArticleBench::revisionFrom(const SaveArticle &save) const
{
    Revision revision;
    revision.id = save.revision;
    revision.article = ArticleId(m_op.ticket.uuid());
    revision.parent = save.parent;
    revision.merged = save.merged;
    revision.author = m_context.actor.id;
    revision.authorName = m_context.actor.name;
    revision.title = save.title;
    revision.body = save.body;
    revision.reason = save.reason;
    revision.files = save.files;
    revision.suggestion = save.suggestion;
    revision.writtenAt = m_op.writtenAt;
    revision.receivedAt = authoritative() ? m_context.now : 0;
    return revision;
}

void ArticleBench::doIt(const SaveArticle &save)
{
    if (!m_before.exists)
        return create(save);
    if (!needsArticle())
        return;
    if (save.birth)
        return reject(ErrorCode::Conflict, "this article is there already");
    if (save.suggestion)
        return suggest(save);
    if (!needsStaff())
        return;
    append(save);
}

void ArticleBench::create(const SaveArticle &save)
{
    if (!save.birth || save.suggestion)
        return reject(ErrorCode::NotFound, "no such article");
    if (!needsStaff())
        return;
    const ArticleBirth &birth = *save.birth;
    if (authoritative()) {
        const std::optional<Topic> topic = topicOf(birth.topic);
        if (!topic || topic->gone)
            return reject(ErrorCode::NotFound, "no such topic");
    }
    Article &made = article();
    made = Article();
    made.id = ArticleId(m_op.ticket.uuid());
    made.number = m_context.nextNumber;
    made.kind = birth.kind;
    made.topic = birth.topic;
    made.language = birth.language;
    made.translationOf = birth.translationOf;
    made.readers = birth.readers;
    made.team = birth.team;
    made.madeFrom = birth.madeFrom;
    made.createdAt = m_context.now;
    if (!mayRead(m_context.actor, made))
        return reject(ErrorCode::Forbidden, "its author could not read it");
    addHead(save, save.title, save.body, save.files);
}

void ArticleBench::suggest(const SaveArticle &save)
{
    if (!article().isPublished())
        return reject(ErrorCode::Invalid, "suggestions are for what is published");
    QList<ArticleSuggestion> &list = article().suggestions;
    const auto same = [&](const ArticleSuggestion &other) { return other.revision == save.revision; };
    if (std::any_of(list.cbegin(), list.cend(), same))
        return merged();
    if (list.size() >= limits::kArticleSuggestions)
        return reject(ErrorCode::TooLarge, "too many suggestions wait already");
    list.append({save.revision, m_context.actor.id, m_context.actor.name, save.reason, m_context.now});
    m_out.revisions.append(revisionFrom(save));
    touched(QStringLiteral("suggestions"));
}

void ArticleBench::append(const SaveArticle &save)
{
    if (article().head == save.revision)
        return merged();
    const std::optional<Revision> theirs = m_context.revision ? m_context.revision(article().head)
                                                              : std::nullopt;
    if (save.parent == article().head) {
        const bool same = theirs && theirs->title == save.title && theirs->body == save.body
            && theirs->files == save.files && save.merged.isNull();
        return same ? merged() : addHead(save, save.title, save.body, save.files);
    }
    const std::optional<Revision> base = m_context.revision ? m_context.revision(save.parent)
                                                            : std::nullopt;
    if (base && theirs && base->article == article().id && mergeTexts(save, *base, *theirs))
        return merged();
    conflict(QStringLiteral("text"), save.revision.text(), article().head.text(),
             article().versions.value(QStringLiteral("text")), article().headAuthorName);
}

bool ArticleBench::mergeTexts(const SaveArticle &save, const Revision &base, const Revision &theirs)
{
    const std::optional<QString> title = eitherOf(base.title, theirs.title, save.title);
    std::optional<QString> body = eitherOf(base.body, theirs.body, save.body);
    if (!body && m_context.merge)
        body = m_context.merge(base.body, theirs.body, save.body);
    if (!title || !body || body->size() > limits::kArticleBody)
        return false;
    SaveArticle onTop = save;
    onTop.parent = article().head;
    addHead(onTop, *title, *body, filesOfBoth(theirs.files, save.files));
    return true;
}

void ArticleBench::addHead(const SaveArticle &save, const QString &title, const QString &body,
                           const QList<Attachment> &files)
{
    Revision revision = revisionFrom(save);
    revision.title = title;
    revision.body = body;
    revision.files = files;
    m_out.revisions.append(revision);
    Article &now = article();
    now.head = revision.id;
    now.title = title;
    now.headAuthor = revision.author;
    now.headAuthorName = revision.authorName;
    now.reviewer = {};
    now.reviewerName.clear();
    now.reviewNote.clear();
    // What was taken out of the shelf comes back as a draft, and not before everybody's eyes.
    if (now.state == ArticleState::Archived)
        now.published = {};
    now.state = ArticleState::Draft;
    now.suggestions.removeIf(
        [&](const ArticleSuggestion &open) { return open.revision == save.merged; });
    touched(QStringLiteral("text"));
}

void ArticleBench::doIt(const MoveArticle &move)
{
    if (!needsArticle() || !needsStaff())
        return;
    if (move.revision != article().head) {
        return conflict(QStringLiteral("text"), move.revision.text(), article().head.text(),
                        article().versions.value(QStringLiteral("text")), article().headAuthorName);
    }
    if (article().state == move.to)
        return merged();
    if (!stepIsAllowed(move))
        return;
    if (move.to == ArticleState::Published)
        return publish(move);
    if (move.to == ArticleState::Archived)
        return archive();
    const bool speaks = move.to == ArticleState::ChangesAsked || move.to == ArticleState::Approved;
    if (article().state == ArticleState::Archived)
        article().published = {};
    article().state = move.to;
    article().reviewer = speaks ? m_context.actor.id : PersonId();
    article().reviewerName = speaks ? m_context.actor.name : QString();
    article().reviewNote = move.note;
    touched(QStringLiteral("state"));
}

bool ArticleBench::stepIsAllowed(const MoveArticle &move)
{
    using Step = ArticleState;
    const Step from = article().state;
    const bool judges = move.to == Step::ChangesAsked || move.to == Step::Approved
        || (move.to == Step::Published && from == Step::InReview);
    if (judges) {
        if (from != Step::InReview) {
            reject(ErrorCode::Invalid, "nobody asked for a review");
            return false;
        }
        if (!needsKeeper())
            return false;
        if (m_context.actor.id == article().headAuthor) {
            reject(ErrorCode::Forbidden, "nobody reviews their own text");
            return false;
        }
        if (move.to == Step::ChangesAsked && move.note.trimmed().isEmpty()) {
            reject(ErrorCode::Invalid, "what is to be changed?");
            return false;
        }
        return true;
    }
    switch (move.to) {
    case Step::InReview:
        if (from == Step::Draft || from == Step::ChangesAsked)
            return true;
        break;
    case Step::Draft:
        if (from == Step::InReview || from == Step::Approved)
            return true;
        if (from == Step::Archived)
            return needsKeeper();
        break;
    case Step::Published:
        if (from == Step::Approved)
            return needsKeeper();
        break;
    case Step::Archived: return needsKeeper();
    case Step::ChangesAsked:
    case Step::Approved: break;
    }
    reject(ErrorCode::Invalid, "there is no way from here to there");
    return false;
}

void ArticleBench::publish(const MoveArticle &move)
{
    const std::optional<Topic> topic = topicOf(article().topic);
    if (!topic && authoritative())
        return reject(ErrorCode::NotFound, "no such topic");
    if (topic && !publishingLacks(article(), topic).isEmpty())
        return reject(ErrorCode::Invalid, "what is published needs topic, guardian, deputy and readers");
    const qint64 reviewAt = reviewDate(move.reviewAt);
    if (reviewAt <= m_context.now)
        return reject(ErrorCode::Invalid, "the next look lies in the past");
    Article &now = article();
    if (now.state == ArticleState::InReview) {
        now.reviewer = m_context.actor.id;
        now.reviewerName = m_context.actor.name;
        now.reviewNote = move.note;
    }
    now.state = ArticleState::Published;
    now.published = now.head;
    now.publishedTitle = now.title;
    if (now.publishedAt == 0)
        now.publishedAt = m_context.now;
    now.reviewAt = reviewAt;
    now.confirmedAt = m_context.now;
    now.confirmedByName = m_context.actor.name;
    touched(QStringLiteral("state"));
}

void ArticleBench::archive()
{
    article().state = ArticleState::Archived;
    touched(QStringLiteral("state"));
}

} // namespace vigie
