// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPlainTextEdit>

class QImage;

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

Q_SIGNALS:
    void filesGiven(const QStringList &paths);
    void pictureGiven(const QImage &picture);

protected:
    [[nodiscard]] bool canInsertFromMimeData(const QMimeData *source) const override;
    void insertFromMimeData(const QMimeData *source) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    /// Whether it was files or a picture.
    bool give(const QMimeData &source);
    [[nodiscard]] int heightFor(int lines) const;
};

} // namespace vigie
