// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/text/markdownedit.h"

#include <QPlainTextEdit>

#include <memory>
#include <vector>

class QImage;
class QMenu;

namespace vigie {

/// Where a message is written: plain Markdown, as tall as its text within limits. Files that are
/// dropped or pasted become attachments instead of paths in the text; pictures too, and these are
/// given even while the words are read-only.
class MessageEdit final : public QPlainTextEdit
{
    Q_OBJECT

public:
    explicit MessageEdit(QWidget *parent);

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;
    /// A key of the person's is being written into the text.
    [[nodiscard]] bool isTyping() const { return m_typing; }
    [[nodiscard]] Span selection() const;
    /// The whole paragraphs that can be seen.
    [[nodiscard]] Span visibleText() const;
    /// While its words are still being read from the disk the text is read-only, but what is typed
    /// is kept and written behind them: nobody waits before writing, and no letter is lost.
    void setWaiting(bool waiting);
    [[nodiscard]] bool hasTypedAhead() const { return !m_ahead.empty(); }
    /// The letters that were typed while waiting, which are then not written any more.
    [[nodiscard]] QString takeTypedAhead();
    /// In one step of undo.
    void change(const markdown::Change &change);

Q_SIGNALS:
    void filesGiven(const QStringList &paths);
    void pictureGiven(const QImage &picture);
    /// The person changed the text with the keyboard.
    void typed();
    /// The menu is about to open at this position of the text; what concerns it may be added.
    void menuOpening(QMenu *menu, int position);

protected:
    bool event(QEvent *event) override;
    [[nodiscard]] bool canInsertFromMimeData(const QMimeData *source) const override;
    void insertFromMimeData(const QMimeData *source) override;
    void keyPressEvent(QKeyEvent *event) override;
    void inputMethodEvent(QInputMethodEvent *event) override;
    void contextMenuEvent(QContextMenuEvent *event) override;

private:
    /// Whether it was files or a picture.
    bool give(const QMimeData &source);
    template<class Fn>
    void write(Fn fn);
    /// Whether the key is one to keep for later.
    [[nodiscard]] bool isKept(const QKeyEvent &event) const;
    [[nodiscard]] bool goOn(const QKeyEvent &event);
    [[nodiscard]] int heightFor(int lines) const;

    bool m_typing = false;
    bool m_waiting = false;
    std::vector<std::unique_ptr<QKeyEvent>> m_ahead;
};

} // namespace vigie
