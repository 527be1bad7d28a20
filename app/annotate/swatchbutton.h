// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAbstractButton>
#include <QColor>

namespace vigie {

/// A checkable dot: a colour, or a width in the text's colour. Its words are tooltip and name.
class SwatchButton final : public QAbstractButton
{
    Q_OBJECT

public:
    SwatchButton(const QString &words, QWidget *parent);

    void setSwatch(const QColor &color, int diameter);
    /// A dot in the colour of the text.
    void setDot(int diameter);
    [[nodiscard]] QSize sizeHint() const override { return {28, 28}; }

protected:
    void paintEvent(QPaintEvent *event) override;
    void enterEvent(QEnterEvent *event) override;
    void leaveEvent(QEvent *event) override;

private:
    QColor m_color; ///< invalid = the text's
    int m_diameter = 16;
};

} // namespace vigie
