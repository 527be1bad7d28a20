// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/prose/proselayout.h"

#include <QHash>
#include <QWidget>

#include <memory>

class QMenu;

namespace vigie {

/// A foreign text as a widget that is as high as its words. They can be selected and copied; what
/// the mouse can do, the keyboard can: Right and Left open and fold quoted text, the menu key lists
/// the rest.
class ProseView final : public QWidget
{
    Q_OBJECT

public:
    explicit ProseView(QWidget *parent);
    ~ProseView() override;

    /// Another text; the folds that are open stay so.
    void setDoc(const RichDoc &doc);
    [[nodiscard]] const RichDoc &doc() const { return m_doc; }
    /// The pictures that are here, by target.
    void setPictures(const QHash<int, QImage> &pictures);
    /// What can be selected now.
    [[nodiscard]] QString shownText() const;

    [[nodiscard]] bool hasHeightForWidth() const override { return true; }
    [[nodiscard]] int heightForWidth(int width) const override;
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

Q_SIGNALS:
    void linkActivated(const QUrl &url);
    /// A file of the same message, as the text calls it.
    void pictureActivated(const QString &name);

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void contextMenuEvent(QContextMenuEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    [[nodiscard]] const ProseLayout &layoutNow() const;
    [[nodiscard]] ProseLayout::Extent extent() const;
    [[nodiscard]] QString selectedText() const;
    void forget();
    void setFold(int fold, bool open);
    void setFolds(bool open);
    void activate(const ProseHit &hit);
    void activateTarget(const RichTarget &target);
    void copy() const;
    void fillMenu(QMenu &menu);

    RichDoc m_doc;
    QSet<int> m_open;
    QHash<int, QImage> m_pictures;
    mutable std::unique_ptr<ProseLayout> m_layout; ///< for width(), made when it is needed
    mutable QHash<int, int> m_heights; ///< by width: layouts ask again and again
    int m_selectionStart = 0;
    int m_selectionEnd = 0;
    bool m_selecting = false;
    bool m_reachedByKey = false; ///< says where the keyboard is
};

} // namespace vigie
