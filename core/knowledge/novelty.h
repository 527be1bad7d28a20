// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/knowledge/terms.h"

#include <QList>
#include <QString>
#include <QStringList>

namespace vigie::knowledge {

/// What was found out in a ticket that is about to be closed.
struct SolvedText {
    QString title;
    QStringList paragraphs; ///< of its messages, without quotations and signatures
};

/// An article that a search found for it.
struct KnownArticle {
    QString id;
    QString title;
    QString text; ///< plain words or Markdown
};

enum class NoveltyVerdict {
    TooLittle, ///< the ticket says too little to be judged
    NewArticle,
    Addition,  ///< the article is about it, and does not say some of it
    Nothing    ///< the article says it all
};

/// What the base already knows of a ticket, with the reasons.
struct Novelty {
    NoveltyVerdict verdict = NoveltyVerdict::TooLittle;
    QString article;        ///< id of the most alike one, also when it is not alike enough
    double likeness = 0;    ///< of ticket and article, 0 to 1
    double covered = 0;     ///< how much of the ticket's words the article has, rare ones weigh more
    QStringList shared;     ///< telling words of both, the rarest first
    QList<int> unsaid;      ///< indexes of the paragraphs that the article does not have
};

/// The thresholds, open so that a measurement can look at them (tests/bench/bench_knowledge).
struct NoveltyRules {
    double sameTopic = 0.6;      ///< likeness from which on the article is about the same thing
    double saidFrom = 0.6;       ///< share of a paragraph's weight from which on it is said there
    int wordsOfParagraph = 5;    ///< distinct telling words below which a paragraph adds nothing
    int wordsOfTicket = 5;       ///< distinct telling words below which nothing is judged
};

/// Judges a ticket against the best articles of a search, at most knowledgelimits::kNoveltyArticles.
/// Likeness is the geometric mean of two measures over telling words, each of which fails alone: the
/// weighted share of the ticket's words that the article has (containment, Broder 1997), which
/// prefers long articles, and the cosine of tf-idf vectors (Salton 1975), which prefers short ones.
/// `rarity` should know the whole base. Linear in the texts, which are read up to
/// knowledgelimits::kNoveltyText. Pure.
[[nodiscard]] Novelty judgeNovelty(const SolvedText &ticket, const QList<KnownArticle> &articles,
                                   const WordRarity &rarity, const NoveltyRules &rules = {});

/// The paragraphs of a plain or Markdown text: what stands between empty lines, trimmed.
[[nodiscard]] QStringList paragraphsOf(const QString &text);

} // namespace vigie::knowledge
