// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QImage>
#include <QObject>
#include <QStringList>

class QMimeData;

namespace vigie {

/// Lets a widget and everything in it take files: dropped or pasted, as local files or as a
/// picture (a screenshot in the clipboard). Text stays text.
class FileDrop final : public QObject
{
    Q_OBJECT

public:
    /// Watches `target`; use watchPaste() for each text field in it.
    explicit FileDrop(QWidget *target);

    /// Pasting files or a picture into this field adds them instead of words.
    void watchPaste(QWidget *field);
    bool eventFilter(QObject *watched, QEvent *event) override;

Q_SIGNALS:
    void filesArrived(const QStringList &paths);
    void imageArrived(const QImage &image);
    /// While something that can be taken hovers over the target.
    void hovering(bool over);

private:
    [[nodiscard]] static bool isWelcome(const QMimeData &data);
    bool take(const QMimeData &data);
};

} // namespace vigie
