// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QScrollArea>

namespace vigie {

/// As high as its content while there is room; where room is short it gives way and scrolls, so
/// that its neighbours are not squeezed. Never scrolls sideways.
class ShrinkArea final : public QScrollArea
{
    Q_OBJECT

public:
    explicit ShrinkArea(QWidget *parent);

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    [[nodiscard]] int contentHeight() const;
    void fit();
};

} // namespace vigie
