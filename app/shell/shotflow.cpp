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
    connect(m_page.shots(), &ShotStrip::retakeWanted, this, &ShotFlow::takeAgain);
    connect(&m_capture, &CaptureCoordinator::taken, this, [this](const QList<Shot> &shots) {
        if (!std::exchange(m_mine, false))
            return;
        // The page first: the editor opens above it.
        Q_EMIT ended();
        if (m_again > 0 && !shots.isEmpty()) {
            m_page.shots()->replacePicture(m_again, shots.first().picture, shots.first().dpr);
            return;
        }
        for (const Shot &shot : shots)
            m_page.shots()->addPicture(shot.picture, shot.dpr, shots.size() == 1, m_wish);
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
    m_wish = wish;
    m_again = 0;
    m_capture.take(wish);
}

void ShotFlow::takeAgain(quint64 id, const CaptureWish &wish)
{
    if (m_capture.isBusy())
        return;
    take(wish);
    m_again = id;
}

} // namespace vigie
