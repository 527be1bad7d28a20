// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/sla/serviceclock.h"

#include <QWidget>

class QMenu;
class QVBoxLayout;

namespace vigie {

/// Every clock of a ticket and how it came to be what it is: line by line, so that the due time can
/// be recomputed by hand. For agents only. A picture of one moment; never changes.
class ClockSheet final : public QWidget
{
    Q_OBJECT

public:
    ClockSheet(const ServiceBook &book, const ServiceRecord &record, qint64 now, QWidget *parent);

    /// Makes a sheet the content of a menu.
    static void fill(QMenu &menu, const ServiceBook &book, const ServiceRecord &record, qint64 now);

    /// As wide as its words, at most as high as fits into half a screen.
    [[nodiscard]] QSize sizeHint() const override;

private:
    void addClock(const ServiceBook &book, const ServiceRecord &record, const ServiceClock &clock,
                  bool open);
    void addLines(const ServiceBook &book, const ServiceRecord &record, const ServiceClock &clock);
    void addCalendars(const ServiceBook &book, const QStringList &names);

    qint64 m_now;
    QWidget *m_page;
    QVBoxLayout *m_column;
};

} // namespace vigie
