// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <QEventLoop>
#include <QWidget>

#include <functional>

namespace vigie::bench {

/// Runs the event loop until a widget has been painted with what is awaited in it.
class PaintWait final : public QObject
{
public:
    PaintWait(QWidget *watched, std::function<bool()> isThere);

    /// Timeout when it does not come.
    [[nodiscard]] Done run();
    bool eventFilter(QObject *, QEvent *event) override;

private:
    std::function<bool()> m_isThere;
    QEventLoop m_loop;
    bool m_painted = false;
};

/// Presses and releases the left button there, as a person's click does.
void click(QWidget *widget, const QPoint &at);

} // namespace vigie::bench
