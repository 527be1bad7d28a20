// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

namespace vigie {

/// A page with a column at its trailing edge that can be shown, hidden and dragged to another
/// width. Where both would not have room the column stays away, without forgetting that it is
/// wanted, and comes over the page when it is asked for.
class SidePane final : public QWidget
{
    Q_OBJECT

public:
    /// The column's limits, in device-independent pixels.
    static constexpr int kNarrowest = 248;
    static constexpr int kWidest = 480;

    /// `readable`: what the page needs at least beside the column.
    SidePane(int readable, QWidget *parent);
    ~SidePane() override;

    /// Both are owned by it from now on.
    void setPage(QWidget *page);
    void setSide(QWidget *side);
    /// What the person chose; it holds wherever there is room.
    void setWanted(bool wanted);
    [[nodiscard]] bool isWanted() const { return m_wanted; }
    /// False: there is nothing that the column could show now.
    void setAvailable(bool available);
    void setSideWidth(int width);
    [[nodiscard]] int sideWidth() const { return m_sideWidth; }
    /// Shows or hides it: beside the page, or over it where there is no room.
    void toggle();
    /// Makes sure that it can be seen; false when there is nothing to show.
    [[nodiscard]] bool bring();
    /// Takes it away again when it lies over the page; false when it does not.
    bool dismiss();
    [[nodiscard]] bool hasRoom() const;
    [[nodiscard]] QSize minimumSizeHint() const override;

Q_SIGNALS:
    /// The person wants it, or not, or at another width.
    void chosen();

protected:
    void resizeEvent(QResizeEvent *event) override;
    bool event(QEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void arrange();
    /// What the page needs in this language and with these words.
    [[nodiscard]] int readable() const;
    void drag(int x);
    void paintEdge();

    int m_readable;
    QWidget *m_page = nullptr;
    QWidget *m_side = nullptr;
    QWidget *m_handle;
    int m_sideWidth = 288;
    bool m_wanted = true;
    bool m_available = true;
    bool m_over = false; ///< asked for where there is no room beside the page
};

} // namespace vigie
