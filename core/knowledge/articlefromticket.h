// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/knowledge/redactor.h"

namespace vigie::knowledge {

enum class DraftPart { Problem, Cause, Fix };

/// A picture that goes into the article; its pixels are the caller's business.
struct ChosenPicture {
    QString name; ///< as the article's Markdown will name it
    QString description;
};

/// A message of the ticket that goes into the article.
struct ChosenMessage {
    DraftPart part = DraftPart::Problem;
    QString text; ///< Markdown or plain words, without quotations and signature
    QList<ChosenPicture> pictures;
};

/// Everything a draft is made of. Headings and placeholders are in the article's language.
struct DraftRequest {
    QString title;
    QList<ChosenMessage> messages; ///< in the order of the thread; knowledgelimits::kDraftMessages
    QList<KnownPerson> people;     ///< requester, agents, watchers, whoever may be named
    QList<SitePattern> sitePatterns;
    QString problem; ///< heading
    QString cause;   ///< heading
    QString fix;     ///< heading
    QString nothingYet; ///< stands below a heading without a message; may be empty
    PlaceholderWords placeholders;
};

/// A draft with everything that was taken out of it; each redaction can be undone by undone().
struct ArticleDraft {
    RedactedText title;
    RedactedText body; ///< Markdown: three headings of level 2 with the messages and pictures
    bool cut = false;  ///< messages were left out: over kDraftMessages or kDraftText
};

/// Puts an article together: problem → cause → fix, each with its messages in their order and the
/// pictures behind them. Headings inside messages become smaller ones, code that a message left open
/// is closed, so that no message can swallow the next part. Pure; linear in the texts.
[[nodiscard]] ArticleDraft articleFromTicket(const DraftRequest &request);

} // namespace vigie::knowledge
