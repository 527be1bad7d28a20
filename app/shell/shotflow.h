// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/capture/capturecoordinator.h"

#include <QObject>

#include <functional>
#include <utility>

namespace vigie {

class ReportPage;

/// From the wish for a picture of the screen to the picture in the report, opened for drawing. A
/// wish that ends otherwise ends in words. `capture` and `page` must outlive it. GUI thread.
class ShotFlow final : public QObject
{
    Q_OBJECT

public:
    ShotFlow(CaptureCoordinator &capture, ReportPage &page, QObject *parent);

    /// Ignored while another picture is being taken.
    void take(const CaptureWish &wish);
    /// The picture takes the place of one that is open in its editor.
    void takeAgain(quint64 id, const CaptureWish &wish);
    /// No picture is taken while this answers true, and it has told why.
    void setObstacle(std::function<bool()> obstacle) { m_obstacle = std::move(obstacle); }

Q_SIGNALS:
    /// However it ended: the report is wanted in front.
    void ended();
    void troubled(const QString &words);

private:
    CaptureCoordinator &m_capture;
    ReportPage &m_page;
    std::function<bool()> m_obstacle;
    bool m_mine = false; ///< the running capture was asked for here
    quint64 m_again = 0; ///< the picture that is to be replaced; 0 = a new one
};

} // namespace vigie
