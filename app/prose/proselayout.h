// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/widgets/tokens.h"
#include "core/text/quotefolds.h"
#include "core/text/richdoc.h"

#include <QHash>
#include <QImage>
#include <QRectF>
#include <QSet>
#include <QTextLayout>

#include <limits>
#include <memory>
#include <optional>
#include <vector>

class QPainter;

namespace vigie {

/// What is under a point of a text.
struct ProseHit {
    enum class Part {
        None,
        Text,
        Target, ///< of a link, ticket or picture
        Fold,
        Remote, ///< the line about pictures that are not shown
    };
    Part part = Part::None;
    int cursor = -1; ///< position in ProseLayout::text(), for Text and Target
    int target = -1; ///< index into the document's targets
    int fold = -1;
};

/// A foreign text laid out for one width: the only way by which one is shown with looks. Colours
/// come in at painting, so a switch of the scheme needs no new layout. GUI thread.
class ProseLayout
{
public:
    struct Looks {
        const Tokens &tokens;
        qreal devicePixelRatio = 1;
        int selectionStart = 0;
        int selectionEnd = 0; ///< equal = no selection
        QRectF visible;       ///< what has to be painted, in own coordinates; null = all
    };

    /// What of a text is shown.
    struct Extent {
        QSet<int> open; ///< indexes of the folds whose words are shown
        qsizetype most = std::numeric_limits<qsizetype>::max(); ///< characters; it stops after them
        QHash<int, QImage> pictures; ///< by target, in device pixels; those that are here
    };

    ProseLayout(RichDoc doc, int width, const QFont &base, const Extent &extent);

    [[nodiscard]] int height() const { return m_height; }
    /// The words that can be selected: without what is folded away.
    [[nodiscard]] const QString &text() const { return m_text; }
    /// There is more than `most`.
    [[nodiscard]] bool isCut() const { return m_cut; }
    [[nodiscard]] const RichDoc &doc() const { return m_doc; }
    [[nodiscard]] const QList<QuoteFold> &folds() const { return m_folds; }
    [[nodiscard]] bool isOpen(int fold) const { return m_extent.open.contains(fold); }
    [[nodiscard]] ProseHit hit(const QPointF &point) const;
    /// Where a fold's line is, for tests and for putting a menu there.
    [[nodiscard]] QRectF foldBox(int fold) const;
    void paint(QPainter &painter, const Looks &looks) const;

private:
    struct Box {
        std::unique_ptr<QTextLayout> layout;
        RichText words;
        QPointF at;
        qreal width = 0;
        qreal height = 0;
        int from = 0; ///< of its words in m_text
        bool quoted = false;
        bool code = false;
        QString marker;
        QRectF markerAt;
    };
    struct Bar {
        QRectF box;
        int depth = 0;
    };
    struct Grid {
        QRectF box;
        QList<qreal> rows; ///< top of each but the first
        QRectF head;       ///< null without one
    };
    struct Picture {
        int target = 0;
        QRectF box;
    };
    struct FoldLine {
        int fold = 0;
        QString text;
        QRectF box;
    };

    void layOut();
    [[nodiscard]] int addFold(int block, qreal &top);
    void addBlock(const RichBlock &block, qreal &top);
    void addWords(const RichBlock &block, qreal left, qreal &top);
    void addMarker(Box &box, const QString &marker, qreal left);
    void addPictures(const RichText &words, qreal left, qreal &top);
    void addTable(const RichBlock &block, qreal left, qreal &top);
    [[nodiscard]] QList<qreal> columnWidths(const RichBlock &block, qreal room) const;
    void addRowsAsLines(const RichBlock &block, qreal left, qreal &top);
    Box &addBox(const RichText &words, const QFont &font);
    void addLead(const RichBlock &block);
    void stretchBars(const QString &nest, qreal from, qreal to);
    void addRemoteLine(qreal &top);
    [[nodiscard]] qreal gapBefore(const RichBlock &block) const;
    [[nodiscard]] qreal indentOf(const QString &nest) const;
    [[nodiscard]] QFont fontOf(const RichBlock &block) const;
    [[nodiscard]] const Box *boxUnder(const QPointF &point) const;

    void paintBox(QPainter &painter, const Box &box, const Looks &looks) const;
    void paintCode(QPainter &painter, const Box &box, const Looks &looks) const;
    void paintGrid(QPainter &painter, const Grid &grid, const Looks &looks) const;
    void paintFold(QPainter &painter, const FoldLine &line, const Looks &looks) const;
    void paintPicture(QPainter &painter, const Picture &picture, const Looks &looks) const;
    void paintRemote(QPainter &painter, const Looks &looks) const;

    RichDoc m_doc;
    QList<QuoteFold> m_folds;
    const int m_width;
    const QFont m_base;
    const QFont m_fixed;
    const Extent m_extent;
    int m_height = 0;
    qreal m_listIndent = 0;
    QString m_text;
    QString m_lastNest;
    bool m_any = false; ///< a block was laid out
    bool m_afterHeading = false;
    bool m_cut = false;
    std::vector<Box> m_boxes;
    std::vector<Bar> m_bars;
    std::vector<Grid> m_grids;
    std::vector<Picture> m_pictures;
    std::vector<FoldLine> m_foldLines;
    QList<QRectF> m_rules;
    QList<QRectF> m_grounds; ///< of code blocks
    QList<int> m_liveBars; ///< indexes of the bars beside the last block
    std::optional<QRectF> m_remote;
};

} // namespace vigie
