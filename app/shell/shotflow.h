// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/capture/capturecoordinator.h"

#include <QObject>

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

Q_SIGNALS:
    /// However it ended: the report is wanted in front.
    void ended();
    void troubled(const QString &words);

private:
    CaptureCoordinator &m_capture;
    ReportPage &m_page;
    bool m_mine = false; ///< the running capture was asked for here
};

} // namespace vigie
