// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <QDialog>
#include <QImage>

class QLabel;

namespace vigie {

/// Decodes a foreign picture behind a gate: only the common bitmap formats, judged by their bytes,
/// and only when its announced size is one that a screen could have made. Invalid or TooLarge.
[[nodiscard]] Result<QImage> readPicture(const QByteArray &bytes);

/// A picture in a window of its own that does not block the others. Deletes itself when closed.
class PictureWindow final : public QDialog
{
    Q_OBJECT

public:
    PictureWindow(const QImage &picture, const QString &name, QWidget *parent);

Q_SIGNALS:
    void saveWanted();

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    void fit();

    QImage m_picture;
    QLabel *m_canvas;
};

} // namespace vigie
