// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/text/eventtext.h"
#include "app/widgets/label.h"
#include "core/model/ladder.h"
#include "core/service/views.h"

#include <QStringList>
#include <QWidget>

class QScrollArea;
class QVBoxLayout;

namespace vigie {

/// The whole way of a ticket over levels and queues on one page: who had it, how long, what was
/// tried, why it went on. For agents only. A picture of one moment; never changes.
class LadderPanel final : public QWidget
{
    Q_OBJECT

public:
    LadderPanel(const TicketView &view, const Ladder &ladder, qint64 now, QWidget *parent);

    /// Everything in it, line by line.
    [[nodiscard]] QString text() const { return m_lines.join(QLatin1Char('\n')); }
    /// At most as high as fits into half a screen.
    [[nodiscard]] QSize sizeHint() const override;

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void addHead(const TicketView &view, const Ladder &ladder);
    void addStage(const LadderStage &stage, const NamesById &names);
    void addLine(const QString &text, LabelRole role);

    qint64 m_now;
    QList<Message> m_thread;
    QScrollArea *m_area;
    QWidget *m_page;
    QVBoxLayout *m_column;
    QStringList m_lines;
};

} // namespace vigie
