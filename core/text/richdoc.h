// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFlags>
#include <QList>
#include <QString>
#include <QUrl>

namespace vigie {

enum class RichStyle {
    Bold = 1,
    Italic = 2,
    Strike = 4,
    Code = 8,
    Underline = 16,
};
Q_DECLARE_FLAGS(RichStyles, RichStyle)
Q_DECLARE_OPERATORS_FOR_FLAGS(RichStyles)

/// What words lead to. There is no other way for a foreign text to name anything outside itself.
struct RichTarget {
    enum class Kind {
        Address, ///< http, https or mailto
        Ticket,  ///< "#1042"
        Picture, ///< a file of the same message
    };
    Kind kind = Kind::Address;
    QUrl url;     ///< Address: as openableUrl() let it pass
    QString name; ///< Ticket: its digits. Picture: content id or file name, still foreign text

    bool operator==(const RichTarget &) const = default;
};

/// A stretch of a text that looks or leads different from the rest.
struct RichSpan {
    int start = 0;
    int length = 0;
    RichStyles styles;
    int target = -1; ///< index into RichDoc::targets

    bool operator==(const RichSpan &) const = default;
};

/// Words with their spans, which are in order and do not overlap. "\n" is a line break.
struct RichText {
    QString text;
    QList<RichSpan> spans;

    bool operator==(const RichText &) const = default;
};

/// One block. Lists and quotations are not a tree: each block says what it stands in, so that no
/// input can make anybody who walks over blocks go deep.
struct RichBlock {
    enum class Kind { Paragraph, Heading, Code, Rule, Table };
    Kind kind = Kind::Paragraph;
    int level = 0;   ///< of a heading, 1..6
    QString nest;    ///< 'q' a quotation, 'l' a list, outermost first; at most richlimits::kNest
    QString marker;  ///< of a list's item, on its first block: "•", "3.", "☐", "☑"
    bool tight = false; ///< follows its predecessor without a gap: items of a dense list
    RichText words;
    QList<RichText> cells; ///< of a table, row by row
    QList<Qt::Alignment> columns;
    bool headed = false;   ///< the table's first row names its columns

    bool operator==(const RichBlock &) const = default;
};

/// A foreign text as it may be shown: our own safe subset, whatever it was written in.
struct RichDoc {
    QList<RichBlock> blocks;
    QList<RichTarget> targets;
    QStringList remotePictures; ///< addresses of pictures that are not shown
    qint64 work = 0; ///< characters looked at and steps made: how tests prove that it is linear

    bool operator==(const RichDoc &) const = default;
};

/// The words from one character to another, with their looks.
[[nodiscard]] RichText partOf(const RichText &text, int from, int to);
/// The words in parts of at most `lines` lines, in order; the line breaks between parts are in none.
[[nodiscard]] QList<RichText> partsOf(const RichText &text, int lines);
/// How a block begins when it is copied or read out: its indentation and its marker.
[[nodiscard]] QString leadOf(const RichBlock &block);
/// The words of a block without its lead; cells are separated by tabs, rows by line breaks.
[[nodiscard]] QString wordsOf(const RichBlock &block);
/// All words, for copying, reading out and searching.
[[nodiscard]] QString plainText(const RichDoc &doc);
/// The text as it is, in paragraphs of a bounded number of lines.
[[nodiscard]] RichDoc plainDoc(const QString &text);

} // namespace vigie
