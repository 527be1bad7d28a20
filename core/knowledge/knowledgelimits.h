// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

/// How much one question about the knowledge base may cost. Texts in UTF-16 units.
namespace vigie::knowledgelimits {

// Words
inline constexpr qsizetype kShortestWord = 3;
inline constexpr qsizetype kLongestWord = 40; ///< longer ones are keys and pasted noise

// Mining of frequent tickets
inline constexpr qsizetype kMinedTickets = 250'000;
inline constexpr qsizetype kVocabulary = 400'000; ///< words met later are not looked at
inline constexpr qsizetype kReportRead = 400;     ///< of a report, after which it tells little new
inline constexpr qsizetype kWordsPerReport = 40;
inline constexpr qsizetype kTermsPerTicket = 12;  ///< the rarest ones say what a ticket is about
inline constexpr qsizetype kTermsPerCluster = 24;
/// Entries of one word in the index: a word that stands in more places tells nothing apart.
inline constexpr qsizetype kPostings = 400;
inline constexpr qsizetype kComparedExactly = 8;

// Novelty
inline constexpr qsizetype kNoveltyText = 256 * 1024; ///< of a ticket or an article
inline constexpr qsizetype kNoveltyParagraphs = 2'000;
inline constexpr qsizetype kNoveltyArticles = 50;
inline constexpr qsizetype kSharedWordsTold = 12;

// A draft from a ticket
inline constexpr qsizetype kDraftMessages = 200;
inline constexpr qsizetype kDraftText = 512 * 1024;
inline constexpr qsizetype kDraftPeople = 500;

// Decision trees
inline constexpr qsizetype kTreeText = 1024 * 1024;
inline constexpr qsizetype kTreeNodes = 2'000;
inline constexpr qsizetype kTreeChoices = 20;  ///< of one node
inline constexpr qsizetype kTreeProblems = 100;
inline constexpr qsizetype kTreeLabel = 250;
inline constexpr qsizetype kWalkSteps = 500;

} // namespace vigie::knowledgelimits
