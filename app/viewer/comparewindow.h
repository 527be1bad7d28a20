// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDialog>
#include <QImage>

namespace vigie {

class CompareCanvas;

/// Two pictures of a conversation compared: with an edge between them, by switching, or by what
/// differs. Deletes itself when closed. GUI thread.
class CompareWindow final : public QDialog
{
    Q_OBJECT

public:
    struct Side {
        QImage image;
        QString name;
    };

    CompareWindow(const Side &first, const Side &second, QWidget *parent);

    [[nodiscard]] CompareCanvas *canvas() const { return m_canvas; }

private:
    CompareCanvas *m_canvas;
};

} // namespace vigie
