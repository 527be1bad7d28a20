// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/widgets/iconset.h"

#include <QAbstractButton>

#include <optional>

namespace vigie {

/// What one line of the context panel shows: already in words, still plain text.
struct RowLook {
    QString text;           ///< may have several lines
    QString note;           ///< small, below the text
    QString badge;          ///< a pill at the end of the last line
    Tone tone = Tone::Neutral; ///< the pill's, or without one the text's
    std::optional<Icon> icon;
    QString avatar;         ///< a person's name: their disc instead of an icon
    QString copy;           ///< what the copy key takes; empty = `text`
    QString spoken;         ///< for screen readers; empty = all of the above
    bool noteAbove = false; ///< a label above its value
    bool removable = false; ///< the delete key asks to remove it

    bool operator==(const RowLook &) const = default;
};

/// A line that can be reached with the keyboard: Enter or a click takes it, the arrows go to its
/// neighbours, the copy key copies it.
class ContextRow final : public QAbstractButton
{
    Q_OBJECT

public:
    explicit ContextRow(QWidget *parent);

    void setLook(const RowLook &look);
    [[nodiscard]] const RowLook &look() const { return m_look; }
    [[nodiscard]] QString copyText() const;
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

Q_SIGNALS:
    void copied(const QString &text);
    void removeWanted();
    /// What can be done with it, at this place of the screen.
    void menuWanted(const QPoint &where);

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void contextMenuEvent(QContextMenuEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    void copyNow();
    [[nodiscard]] QStringList lines() const;
    [[nodiscard]] int textLeft() const;
    [[nodiscard]] int textRight(bool lastLine) const;
    [[nodiscard]] int lastLineHeight() const;
    [[nodiscard]] bool isCut() const;
    void updateToolTip();
    [[nodiscard]] QRect placed(const QRect &box) const;
    void paintGround(QPainter &painter) const;
    void paintLead(QPainter &painter) const;
    [[nodiscard]] int paintNote(QPainter &painter, int top) const;

    RowLook m_look;
};

} // namespace vigie
