// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/ops/applyarticle.h"

namespace vigie {

/// The work bench of one applyArticle() call, as Bench is of apply(). Private to core/ops.
class ArticleBench
{
public:
    ArticleBench(const ArticleScene &before, const Op &op, const ArticleContext &context);

    [[nodiscard]] ArticleOutcome run();

private:
    [[nodiscard]] bool authoritative() const
    {
        return m_context.mode == ApplyContext::Mode::Authoritative;
    }
    [[nodiscard]] Article &article() { return m_out.article; }
    [[nodiscard]] std::optional<Topic> topicOf(const TopicId &id) const;
    [[nodiscard]] bool isKeeper() const;
    [[nodiscard]] bool isActiveStaff(const PersonId &id) const;
    [[nodiscard]] bool sawCurrent(const QString &field, int version, const QString &value) const;

    void reject(ErrorCode code, const char *why);
    void conflict(const QString &field, const QString &mine, const QString &theirs, int version,
                  const QString &by);
    void merged();
    void touched(const QString &field);
    /// Whether the article is there and may be read; refuses otherwise.
    [[nodiscard]] bool needsArticle();
    [[nodiscard]] bool needsStaff();
    [[nodiscard]] bool needsKeeper();

    void doIt(const SaveTopic &save);
    void doIt(const SaveArticle &save);
    void doIt(const SetArticle &set);
    void doIt(const MoveArticle &move);
    void doIt(const JudgeArticle &judge);
    void doIt(const ConfirmArticle &confirm);
    void doIt(const DeclineSuggestion &decline);

    [[nodiscard]] bool topicMayBe(const SaveTopic &save, const Topic &now);
    [[nodiscard]] bool topicHangsRight(const TopicId &parent) const;
    void create(const SaveArticle &save);
    void suggest(const SaveArticle &save);
    void append(const SaveArticle &save);
    void addHead(const SaveArticle &save, const QString &title, const QString &body,
                 const QList<Attachment> &files);
    [[nodiscard]] Revision revisionFrom(const SaveArticle &save) const;
    /// Puts both texts together; false when a person has to.
    [[nodiscard]] bool mergeTexts(const SaveArticle &save, const Revision &base, const Revision &theirs);
    [[nodiscard]] bool stepIsAllowed(const MoveArticle &move);
    void publish(const MoveArticle &move);
    void archive();
    [[nodiscard]] qint64 reviewDate(qint64 wanted) const;

    const ArticleScene &m_before;
    const Op &m_op;
    const ArticleContext &m_context;
    ArticleOutcome m_out;
};

} // namespace vigie
