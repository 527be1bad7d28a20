// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStackedLayout>
#include <QWidget>

namespace vigie {

/// Pages of which one is shown. Unlike QStackedWidget it is only as tall as the shown page asks:
/// a stack's height-for-width is that of its tallest page, so a long text on a hidden page would
/// make the window grow.
class PageStack final : public QWidget
{
    Q_OBJECT

public:
    explicit PageStack(QWidget *parent);

    /// The stack owns the page from now on.
    void addPage(QWidget *page);
    void setCurrent(QWidget *page);
    [[nodiscard]] QWidget *current() const;

private:
    QStackedLayout *m_layout;
};

} // namespace vigie
