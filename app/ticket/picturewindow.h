// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDialog>
#include <QImage>

class QLabel;

namespace vigie {

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
