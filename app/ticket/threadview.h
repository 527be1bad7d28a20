// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/ticket/threadcard.h"

#include <QAbstractScrollArea>
#include <QSet>

#include <memory>
#include <vector>

class QMenu;

namespace vigie {

/// The conversation as one painted surface: only what is in sight is laid out, the rest has a
/// guessed height that is corrected when it comes into sight, so a thread of any length opens in
/// the same time. Text of a message can be selected and copied; everything the mouse can do, the
/// keyboard can: arrows move from message to message, the menu key lists what the message offers.
class ThreadView final : public QAbstractScrollArea
{
    Q_OBJECT

public:
    explicit ThreadView(QWidget *parent);
    ~ThreadView() override;

    /// Shows another conversation, from its end.
    void open(const QList<ThreadItem> &items);
    /// Shows the same conversation as it is now: the place in it stays, unless it was the end.
    void refresh(const QList<ThreadItem> &items);
    [[nodiscard]] int count() const { return int(m_entries.size()); }
    [[nodiscard]] const ThreadItem &item(int index) const { return m_entries[size_t(index)].item; }
    [[nodiscard]] int current() const { return m_current; }
    void setCurrent(int index);
    /// How many items are laid out: for tests and benchmarks.
    [[nodiscard]] int laidOut() const;
    /// Everything shown, as text; also what a screen reader hears.
    [[nodiscard]] QString spoken(int index) const;

public Q_SLOTS:
    /// The selection, or the whole current message.
    void copy();
    void scrollToEnd();
    /// Answers pictureWanted().
    void setPicture(const QString &sha256, const QImage &picture);

Q_SIGNALS:
    /// A message in sight names a picture; at most `room` large, in pixels.
    void pictureWanted(const vigie::ShownFile &file, const QSize &room);
    void linkActivated(const QUrl &url);
    /// A ticket's number in somebody's words.
    void ticketActivated(const QString &number);
    void fileActivated(const vigie::ShownFile &file);
    void fileSaveRequested(const vigie::Attachment &file);
    /// A message that is not sent yet (or was refused) was clicked on its mark.
    void deliveryActivated(const vigie::OpId &op);
    void quoteRequested(const QString &text);

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void scrollContentsBy(int dx, int dy) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void mouseDoubleClickEvent(QMouseEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void contextMenuEvent(QContextMenuEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    struct Entry {
        ThreadItem item;
        int height = 0;
        std::unique_ptr<ThreadCard> card; ///< null until in sight
        bool expanded = false;
        QSet<int> open; ///< folds of quoted text that are opened
    };
    struct Selection {
        int item = -1;
        int start = 0;
        int end = 0;
    };

    [[nodiscard]] int columnWidth() const;
    [[nodiscard]] int indexAt(int y) const; ///< document coordinates
    [[nodiscard]] int itemUnder(const QPoint &point) const;
    [[nodiscard]] ThreadHit hitAt(const QPoint &point, int item) const;
    [[nodiscard]] QString selectedText() const;
    [[nodiscard]] bool atEnd() const;
    void place();
    void settle();
    void updateRange();
    void dropFarCards(int first, int last);
    void forgetLayouts();
    void activate(int item, const ThreadHit &hit);
    void expand(int item);
    void setFold(int item, int fold, bool open);
    void setFolds(int item, bool open);
    void askForPictures(const ThreadCard &card);
    void copyRemote(int item);
    void layAgain(int item);
    [[nodiscard]] QString hintOf(const ThreadHit &hit) const;
    void fillMenu(QMenu &menu, int item);
    void fillTextMenu(QMenu &menu, int item);
    void fillFileMenu(QMenu &menu, const ThreadItem &it);

    std::vector<Entry> m_entries;
    std::vector<int> m_tops; ///< m_tops[i] = top of item i; one more for the end
    Selection m_selection;
    QHash<QString, QImage> m_pictures; ///< made small, by SHA-256
    QSet<QString> m_picturesAsked;
    int m_current = -1;
    int m_hovered = -1;
    static constexpr int kMargin = 16; ///< logical pixels left and right of the cards
    int m_hoveredFile = -1;
    bool m_selecting = false;
    bool m_sticksToEnd = true; ///< the end stays in sight while heights are corrected
    bool m_settling = false;
};

} // namespace vigie
