// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/text/htmlelements.h"
#include "core/text/htmltokens.h"
#include "core/text/richbuilder.h"

namespace vigie {

/// From HTML's pieces to blocks: knows what is open, collapses white space as HTML does, turns line
/// and paragraph ends into blocks. Work on one piece is bounded by richlimits::kHtmlDepth.
class HtmlReading
{
public:
    void take(const HtmlToken &token);
    /// Ends everything that is open.
    [[nodiscard]] RichDoc finish(bool ticketLinks);
    [[nodiscard]] bool isFull() const { return m_builder.isFull(); }
    [[nodiscard]] qint64 work() const { return m_work; }

private:
    /// An open element and how it was around it.
    struct Open {
        QString name;
        HtmlRole role = HtmlRole::Inline;
        RichStyles styles;
        int target = -1;
        bool hidden = false;
        bool acted = false; ///< its end has to do something
        bool dense = false; ///< a paragraph without distance from the next
    };

    void open(const HtmlToken &token);
    void openVoid(HtmlRole role, const HtmlAttributes &attributes);
    void close(const QString &name);
    void closeImplied(HtmlRole role);
    void leave(const Open &element);
    void begin(Open &element, const HtmlAttributes &attributes);
    void end(const Open &element);
    void addPicture(const HtmlAttributes &attributes);
    void addWords(const QString &text);
    [[nodiscard]] bool startWords(QStringView line);
    void startLine();
    void startParagraph();
    void startBlock();
    void breakLine();

    RichBuilder m_builder;
    QList<Open> m_open;
    QHash<QString, int> m_count; ///< open elements by name
    RichStyles m_styles;
    int m_target = -1;
    bool m_hidden = false;
    int m_preformatted = 0;
    int m_lists = 0;
    // Where the next words stand
    int m_breaks = 0;          ///< line ends since the last words; two make a paragraph
    bool m_atLineStart = true;
    bool m_blankLine = false;  ///< the line so far holds only spaces that do not break
    bool m_space = false;      ///< white space since the last word, and how it would look
    RichStyles m_spaceStyles;
    int m_spaceTarget = -1;
    bool m_atCellStart = true; ///< of a table, where line ends mean nothing
    qint64 m_work = 0;
};

} // namespace vigie
