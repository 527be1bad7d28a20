// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/widgets/iconset.h"

#include <QWidget>

namespace vigie {

/// A symbolic icon as a picture (not a button). Follows the scheme.
class IconView final : public QWidget
{
    Q_OBJECT

public:
    IconView(Icon icon, int size, QWidget *parent, IconColor color = IconColor::Muted);

    void setVigieIcon(Icon icon);
    void setColor(IconColor color);
    /// A soft disc behind the icon, for empty states.
    void setHalo(bool halo);
    [[nodiscard]] QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    Icon m_icon;
    int m_size;
    IconColor m_color;
    bool m_halo = false;
};

} // namespace vigie
