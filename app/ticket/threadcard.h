// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/prose/proselayout.h"
#include "app/ticket/threaditem.h"
#include "app/widgets/tokens.h"

#include <QTextLayout>

#include <algorithm>
#include <memory>
#include <optional>
#include <vector>

class QPainter;

namespace vigie {

/// What is under a point of a card.
struct ThreadHit {
    enum class Part { None, Text, Link, Ticket, File, Delivery, Expand, Fold, Remote };
    Part part = Part::None;
    int cursor = -1;   ///< position in the shown text, for Text, Link and Ticket
    QUrl url;
    QString ticket;    ///< a number
    int file = -1;     ///< index into the item's files
    int fold = -1;     ///< index into the text's folds
};

/// One item laid out for one width: made only for what is in sight. Colours come in at painting,
/// so a switch of the scheme needs no new layout.
class ThreadCard
{
public:
    struct Looks {
        const Tokens &tokens;
        qreal devicePixelRatio = 1;
        int selectionStart = 0;
        int selectionEnd = 0; ///< equal = no selection
        bool current = false; ///< has the keyboard's attention
        int hoveredFile = -1;
        QRectF visible; ///< what has to be painted, in the card's coordinates; null = all
    };
    /// Bodies longer than this are cut until the person asks for the rest.
    static constexpr int kShownAtFirst = 6000;

    /// What of the message is shown.
    struct Extent {
        bool expanded = false; ///< all of a long one
        QSet<int> open;        ///< the folds of quoted text that are opened
        QHash<QString, QImage> pictures; ///< those that are here, by the SHA-256 of their file
    };
    ThreadCard(const ThreadItem &item, int width, const QFont &base, const Extent &extent);

    [[nodiscard]] int height() const { return m_height; }
    void paint(QPainter &painter, const QPoint &origin, const Looks &looks) const;
    [[nodiscard]] ThreadHit hit(const QPointF &point) const;
    [[nodiscard]] const QString &shownText() const { return m_prose ? m_prose->text() : m_item.text; }
    /// The words of a message; null for everything else.
    [[nodiscard]] const ProseLayout *prose() const { return m_prose.get(); }
    /// The files of pictures that the words name.
    [[nodiscard]] QList<ShownFile> picturesNamed() const;
    [[nodiscard]] bool isCut() const { return m_expand.has_value(); }

    /// A quick guess of height() without laying anything out.
    [[nodiscard]] static int estimate(const ThreadItem &item, int width, const QFont &base);

private:
    static constexpr int kAvatar = 32;
    static constexpr int kGap = 10;     ///< between avatar and card
    static constexpr int kPadding = 12; ///< inside the card
    static constexpr int kWidest = 860; ///< longer lines are hard to read

    [[nodiscard]] static int cardWidth(int width) { return std::min(width, kWidest) - kAvatar - kGap; }
    [[nodiscard]] int column() const { return std::min(m_width, kWidest); }

    struct FactRow {
        QString label;
        std::unique_ptr<QTextLayout> value;
        QPointF at;
    };
    struct Chip {
        QRectF box;
        QString text;
        bool image = false;
    };
    struct DeliveryMark {
        QString text;
        QRectF box;
    };

    void layoutLine();
    void layoutMessage();
    void layoutBody(int left, int &top, int width);
    [[nodiscard]] ThreadHit hitBody(const QPointF &point) const;
    void layoutFacts(int left, int &top, int width);
    void layoutChips(int left, int &top, int width);
    void layoutDelivery(int right, int top);
    void paintLine(QPainter &painter, const Looks &looks) const;
    void paintDay(QPainter &painter, const Looks &looks) const;
    void paintGround(QPainter &painter, const Looks &looks) const;
    void paintHeader(QPainter &painter, const Looks &looks) const;
    void paintBody(QPainter &painter, const Looks &looks) const;
    void paintFacts(QPainter &painter, const Looks &looks) const;
    void paintChips(QPainter &painter, const Looks &looks) const;

    const ThreadItem m_item;
    const int m_width;
    const QFont m_base;
    const Extent m_extent;
    int m_height = 0;
    QRectF m_ground;
    QPointF m_bodyAt;
    std::unique_ptr<QTextLayout> m_body; ///< of a day or an event
    std::unique_ptr<ProseLayout> m_prose; ///< of a message
    std::optional<QRectF> m_expand;
    std::vector<FactRow> m_facts;
    QRectF m_factsGround;
    int m_factLabelWidth = 0;
    QList<Chip> m_chips;
    DeliveryMark m_delivery;
};

} // namespace vigie
