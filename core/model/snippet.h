// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/ids.h"

#include <QJsonObject>

namespace vigie {

namespace limits {
inline constexpr int kSnippets = 500;
inline constexpr qsizetype kSnippetKeyword = 30;
inline constexpr qsizetype kSnippetTitle = 100;
inline constexpr qsizetype kSnippetBody = 8'000;
inline constexpr qsizetype kSnippetBytes = 64 * 1024;
} // namespace limits

using SnippetId = Id<struct SnippetTag>;

/// Words that somebody writes again and again: a canned text. It belongs to the person on this
/// computer, like a saved view.
struct Snippet {
    SnippetId id;
    QString keyword; ///< what is written behind "::"; see isSnippetKeyword(), each once
    QString title;   ///< 1 to limits::kSnippetTitle characters, one line
    QString body;    ///< Markdown with {{placeholders}}, 1 to limits::kSnippetBody characters
    qint64 revision = 0; ///< the server's number of this state; 0 = it has never seen it

    bool operator==(const Snippet &) const = default;
};

/// A letter, then letters, digits, "-", "_" and ".": at most limits::kSnippetKeyword.
[[nodiscard]] bool isSnippetKeyword(const QString &text);

namespace codec {

/// Everything but id and revision, which stand beside it wherever a snippet is kept.
[[nodiscard]] QJsonObject toJson(const Snippet &snippet);
/// Strict: Invalid for a key it does not know, a keyword that is none, empty words, texts over
/// their limits. Id and revision stay empty.
[[nodiscard]] Result<Snippet> snippetFrom(const QJsonObject &object);

} // namespace codec

} // namespace vigie
