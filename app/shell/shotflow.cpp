// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/shell/shotflow.h"

#include "app/capture/capturetext.h"
#include "app/report/reportpage.h"
#include "app/report/shotstrip.h"

#include <utility>

namespace vigie {

ShotFlow::ShotFlow(CaptureCoordinator &capture, ReportPage &page, QObject *parent)
    : QObject(parent), m_capture(capture), m_page(page)
{
    connect(&m_page, &ReportPage::captureWanted, this, &ShotFlow::take);
    connect(&m_capture, &CaptureCoordinator::taken, this, [this](const QList<Shot> &shots) {
        if (!std::exchange(m_mine, false))
            return;
        // The page first: the editor opens above it.
        Q_EMIT ended();
        for (const Shot &shot : shots)
            m_page.shots()->addPicture(shot.picture, shot.dpr, shots.size() == 1);
    });
    connect(&m_capture, &CaptureCoordinator::failed, this, [this](CaptureTrouble trouble) {
        if (!std::exchange(m_mine, false))
            return;
        Q_EMIT ended();
        Q_EMIT troubled(CaptureText::of(trouble));
    });
    connect(&m_capture, &CaptureCoordinator::cancelled, this, [this] {
        if (std::exchange(m_mine, false))
            Q_EMIT ended();
    });
}

void ShotFlow::take(const CaptureWish &wish)
{
    if (m_capture.isBusy() || (m_obstacle && m_obstacle()))
        return;
    m_mine = true;
    m_capture.take(wish);
}

} // namespace vigie
