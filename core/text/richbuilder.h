// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/text/richdoc.h"

#include <optional>

namespace vigie {

/// Puts a RichDoc together: what every reader of markup writes into. Keeps the limits of
/// richlimits.h, finds addresses and ticket numbers in the words, drops characters that only
/// deceive. Every function costs what it is given, nothing more.
class RichBuilder
{
public:
    // What the next blocks stand in
    void openQuote();
    void openList(bool numbered, int first = 1);
    void openItem(const QString &marker = {}); ///< the list's own marker when empty
    void closeNest(); ///< of the innermost quotation or list
    [[nodiscard]] int depth() const { return int(m_nests.size()) + m_beyond; }
    /// Items from here on stand close to each other, or not.
    void setTight(bool tight) { m_tight = tight; }

    // Blocks
    void openBlock(RichBlock::Kind kind, int level = 0);
    void closeBlock();
    void addRule();
    [[nodiscard]] bool isEmptyBlock() const { return !m_block || m_block->words.text.isEmpty(); }
    /// The words of the open block so far.
    [[nodiscard]] QStringView wordsSoFar() const;

    // Tables: cells are filled by addText()
    void openTable();
    void openRow();
    void openCell(Qt::Alignment alignment = Qt::AlignLeft, bool head = false);
    void closeCell();
    /// Ends the table; what is no table after all (one column, one row, a cell of more than
    /// `mostInCell` characters) becomes paragraphs.
    void closeTable(qsizetype mostInCell = -1);
    /// Ends it and makes its cells paragraphs: it was there for the looks.
    void dissolveTable() { closeTable(0); }
    [[nodiscard]] bool inTable() const { return m_table.has_value(); }
    [[nodiscard]] bool inCell() const { return m_inCell; }

    // Words
    void addText(QStringView text, RichStyles styles = {}, int target = -1);
    /// -1 when there are too many.
    [[nodiscard]] int addTarget(const RichTarget &target);
    void addRemotePicture(const QString &address);

    /// Something reached its limit: what was read so far is not the whole text.
    [[nodiscard]] bool isFull() const { return m_full; }
    [[nodiscard]] qsizetype written() const { return m_written; }
    /// Ends everything. `ticketLinks`: "#1042" leads to a ticket.
    [[nodiscard]] RichDoc take(bool ticketLinks);

private:
    struct Nest {
        bool list = false;
        bool numbered = false;
        int next = 1;
    };
    struct Table {
        QList<QList<RichText>> rows;
        QList<Qt::Alignment> columns;
        int cells = 0;
        bool headed = false;
    };

    [[nodiscard]] RichText *current();
    void append(const RichBlock &block);
    [[nodiscard]] QString nestNow() const;
    [[nodiscard]] static bool isTable(const Table &table, qsizetype mostInCell);
    void dissolve(const Table &table);
    void unlinkLies(RichText &text) const;
    void link(RichText &text, bool ticketLinks);

    RichDoc m_doc;
    QList<Nest> m_nests;
    int m_beyond = 0; ///< nests deeper than are kept
    QString m_marker; ///< waits for the item's first block
    bool m_itemBegan = false;
    bool m_tight = false;
    std::optional<RichBlock> m_block;
    std::optional<Table> m_table;
    bool m_inCell = false;
    bool m_full = false;
    int m_spans = 0;
    qsizetype m_written = 0;
};

} // namespace vigie
