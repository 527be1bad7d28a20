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
        if (const quint64 again = std::exchange(m_again, 0)) {
            m_page.shots()->replacePicture(again, shots.first().picture, shots.first().dpr);
            return;
        }
        for (const Shot &shot : shots)
            m_page.shots()->addPicture(shot.picture, shot.dpr, shots.size() == 1, shot.again);
    });
    connect(&m_capture, &CaptureCoordinator::failed, this, [this](CaptureTrouble trouble) {
        if (!std::exchange(m_mine, false))
            return;
        Q_EMIT ended();
        if (const quint64 again = std::exchange(m_again, 0))
            m_page.shots()->keepPicture(again, CaptureText::of(trouble));
        else
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
    m_again = 0;
    m_capture.take(wish);
}

void ShotFlow::takeAgain(quint64 id, const CaptureWish &wish)
{
    if (m_capture.isBusy()) {
        m_page.shots()->keepPicture(
            id, tr("Another picture is being taken. Try again when it is done."));
        return;
    }
    take(wish);
    m_again = m_mine ? id : 0;
}

} // namespace vigie
