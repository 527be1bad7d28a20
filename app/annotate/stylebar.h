// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QColor>
#include <QWidget>

class QButtonGroup;
class QCheckBox;

namespace vigie {

/// Colour, width and filling of what is drawn next or selected.
class StyleBar final : public QWidget
{
    Q_OBJECT

public:
    /// `dpr` of the picture: presets are wider on denser screens.
    StyleBar(qreal dpr, QWidget *parent);

    void show(const QColor &color, qreal width, bool filled);

Q_SIGNALS:
    void colorChosen(const QColor &color);
    void widthChosen(qreal width);
    void filledChosen(bool filled);

private:
    QButtonGroup *m_colors;
    QButtonGroup *m_widths;
    QCheckBox *m_filled;
    QList<qreal> m_sizes;
};

} // namespace vigie
