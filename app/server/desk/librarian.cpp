// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/server/desk/librarian.h"

#include "app/server/desk/fanout.h"
#include "core/ops/opcodec.h"
#include "core/ops/permissions.h"

namespace vigie::server {

namespace {

/// What a look-up inside applyArticle() found; what it cannot return is left in `broken`.
template<class T>
std::optional<T> lookedUp(Result<std::optional<T>> found, std::optional<Error> &broken)
{
    if (found)
        return *std::move(found);
    broken = found.error();
    return std::nullopt;
}

} // namespace

Result<Librarian::Shelved> Librarian::apply(const Person &author, const Op &op, qint64 now)
{
    VIGIE_TRY_ASSIGN(scene, sceneOf(author, op));
    Shelved shelved;
    VIGIE_TRY_ASSIGN(here, knowsFiles(author, op));
    if (!here) {
        shelved.outcome.error = {ErrorCode::Invalid, QStringLiteral("a file was never here"), {}};
        return shelved;
    }
    std::optional<Error> broken;
    ArticleContext context = contextFor(author, now, broken);
    if (makesItsLane(op)) {
        VIGIE_TRY_ASSIGN(number, m_store.articles().nextNumber());
        context.nextNumber = number;
    }
    shelved.outcome = applyArticle(scene, op, context);
    if (broken)
        return fail(*broken);
    const Verdict verdict = shelved.outcome.verdict;
    if (verdict != Verdict::Applied && verdict != Verdict::Merged)
        return shelved;
    for (const Revision &revision : std::as_const(shelved.outcome.revisions)) {
        VIGIE_TRY_ASSIGN(taken, m_store.articles().revision(revision.id));
        if (!taken)
            continue;
        shelved.outcome = {};
        shelved.outcome.error = {ErrorCode::Conflict, QStringLiteral("this text's id is taken"), {}};
        return shelved;
    }
    VIGIE_TRY(write(author, op, now, scene, shelved));
    return shelved;
}

Result<ArticleScene> Librarian::sceneOf(const Person &author, const Op &op)
{
    ArticleScene scene;
    if (std::holds_alternative<SaveTopic>(std::get<ArticleAct>(op.payload))) {
        VIGIE_TRY_ASSIGN(topic, m_store.articles().topic(TopicId(op.ticket.uuid())));
        scene.exists = topic.has_value();
        scene.topic = topic;
        return scene;
    }
    const ArticleId id(op.ticket.uuid());
    VIGIE_TRY_ASSIGN(article, m_store.articles().article(id));
    if (!article)
        return scene;
    scene.exists = true;
    scene.article = *article;
    VIGIE_TRY_ASSIGN(vote, m_store.articles().vote(id, author.id));
    scene.vote = vote;
    return scene;
}

Result<bool> Librarian::knowsFiles(const Person &author, const Op &op)
{
    const auto *save = std::get_if<SaveArticle>(&std::get<ArticleAct>(op.payload));
    if (!save)
        return true;
    const ArticleId id(op.ticket.uuid());
    for (const QString &sha256 : save->known) {
        VIGIE_TRY_ASSIGN(ofArticle, m_store.articles().hasFile(id, sha256));
        VIGIE_TRY_ASSIGN(own, m_store.blobs().sizeIfOwned(sha256, author.id));
        if (ofArticle || own)
            continue;
        const TicketId from = save->birth ? save->birth->madeFrom : TicketId();
        VIGIE_TRY_ASSIGN(ticket, m_store.tickets().ticket(from));
        const Sight sight = ticket ? sightOf(actorOf(author), *ticket) : Sight::None;
        VIGIE_TRY_ASSIGN(ofTicket, m_store.tickets().hasFile(from, sha256, sight == Sight::Staff));
        if (sight == Sight::None || !ofTicket)
            return false;
    }
    return true;
}

ArticleContext Librarian::contextFor(const Person &author, qint64 now, std::optional<Error> &broken)
{
    ArticleContext context;
    context.mode = ApplyContext::Mode::Authoritative;
    context.actor = actorOf(author);
    context.now = now;
    context.person = [this, &broken](const PersonId &id) {
        return lookedUp(m_store.directory().person(id), broken);
    };
    context.topic = [this, &broken](const TopicId &id) {
        return lookedUp(m_store.articles().topic(id), broken);
    };
    context.revision = [this, &broken](const RevisionId &id) {
        return lookedUp(m_store.articles().revision(id), broken);
    };
    context.articlesIn = [this, &broken](const TopicId &id) {
        const Result<int> all = m_store.articles().count(id, false);
        const Result<int> published = m_store.articles().count(id, true);
        if (!all || !published)
            broken = all ? published.error() : all.error();
        return ArticleContext::Count{all.value_or(0), published.value_or(0)};
    };
    return context;
}

Done Librarian::write(const Person &author, const Op &op, qint64 now, const ArticleScene &before,
                      Shelved &shelved)
{
    const ArticleOutcome &outcome = shelved.outcome;
    if (outcome.vote)
        VIGIE_TRY(m_store.articles().putVote(outcome.article.id, author.id, *outcome.vote));
    if (outcome.anyChange) {
        Fanout fanout(m_store, op.id.text(), now);
        if (std::holds_alternative<SaveTopic>(std::get<ArticleAct>(op.payload))) {
            VIGIE_TRY(m_store.articles().put(*outcome.topic));
            VIGIE_TRY(fanout.topicChanged(*outcome.topic));
        } else {
            VIGIE_TRY(m_store.articles().put(outcome.article));
            for (const Revision &revision : outcome.revisions)
                VIGIE_TRY(m_store.articles().add(revision));
            VIGIE_TRY(fanout.articleChanged(before.exists ? &before.article : nullptr,
                                            outcome.article, outcome.revisions));
        }
        // A suggestion or a vote is nothing that readers see of an article.
        if (!actorOf(author).isStaff() && !fanout.moved().contains(readersFeed()))
            VIGIE_TRY(fanout.receiptFor(author.id));
        shelved.moved = fanout.moved();
    }
    return audit(author, op, now, before, outcome);
}

Done Librarian::audit(const Person &author, const Op &op, qint64 now, const ArticleScene &before,
                      const ArticleOutcome &outcome)
{
    AuditEntry entry;
    entry.at = now;
    entry.person = author.id;
    entry.device = op.device;
    entry.op = op.id;
    entry.kind = kindName(op.payload);
    entry.ticket = op.ticket;
    if (outcome.topic) {
        entry.before = before.topic ? codec::toJson(*before.topic) : QJsonObject();
        entry.after = codec::toJson(*outcome.topic);
    } else {
        std::tie(entry.before, entry.after) =
            changedParts(before.exists ? codec::toJson(before.article) : QJsonObject(),
                         codec::toJson(outcome.article));
    }
    return m_store.audit().append(entry);
}

} // namespace vigie::server
