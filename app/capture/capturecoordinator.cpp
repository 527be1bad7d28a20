// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/capture/capturecoordinator.h"

#include "app/capture/countdownwindow.h"
#include "app/capture/desktoplayout.h"
#include "app/capture/regionselector.h"
#include "app/capture/windowcurtain.h"

#include <QCursor>
#include <QGuiApplication>
#include <QPainter>
#include <QScreen>

#include <algorithm>

namespace vigie {

namespace {

constexpr int kUnmapLookMs = 10;

} // namespace

CaptureCoordinator::CaptureCoordinator(CaptureBackend &backend, QObject *parent,
                                       const CaptureTiming &timing) :
    QObject(parent), m_backend(backend), m_timing(timing)
{
    m_timer.setSingleShot(true);
    connect(&m_timer, &QTimer::timeout, this, &CaptureCoordinator::stepOn);
    connect(&m_backend, &CaptureBackend::finished, this, &CaptureCoordinator::answered);
}

CaptureCoordinator::~CaptureCoordinator()
{
    disconnect(&m_backend, nullptr, this, nullptr);
    if (m_phase == Phase::Grabbing)
        m_backend.cancel();
    cleanUp();
}

void CaptureCoordinator::take(const CaptureWish &wish)
{
    if (isBusy())
        return;
    m_wish = wish;
    m_askedDialog = false;
    m_left = std::clamp(wish.delaySeconds, 0, limits::kCaptureDelaySeconds);
    // Before the countdown, because it is there to prepare what is behind our windows.
    m_curtain = std::make_unique<WindowCurtain>();
    if (m_left == 0) {
        m_left = m_timing.unmap;
        enter(Phase::Hiding, 0);
        return;
    }
    m_countdown = new CountdownWindow;
    connect(m_countdown, &CountdownWindow::cancelRequested, this, &CaptureCoordinator::cancel);
    m_countdown->setSecondsLeft(m_left);
    m_countdown->appear();
    enter(Phase::CountingDown, m_timing.tick);
    Q_EMIT ticked(m_left);
}

void CaptureCoordinator::cancel()
{
    if (!isBusy())
        return;
    const bool grabbing = m_phase == Phase::Grabbing;
    cleanUp();
    if (grabbing)
        m_backend.cancel();
    Q_EMIT cancelled();
}

void CaptureCoordinator::enter(Phase phase, int milliseconds)
{
    m_phase = phase;
    m_timer.start(milliseconds);
}

void CaptureCoordinator::stepOn()
{
    switch (m_phase) {
    case Phase::CountingDown:
        tick();
        break;
    case Phase::Hiding:
        awaitUnmap();
        break;
    case Phase::Settling:
        grab(false);
        break;
    case Phase::Grabbing:
        stop(CaptureTrouble::TimedOut);
        break;
    case Phase::Idle:
    case Phase::Choosing:
        break;
    }
}

void CaptureCoordinator::tick()
{
    --m_left;
    Q_EMIT ticked(m_left);
    if (m_phase != Phase::CountingDown)
        return; // cancelled by who was told
    if (m_left > 0) {
        m_countdown->setSecondsLeft(m_left);
        enter(Phase::CountingDown, m_timing.tick);
        return;
    }
    m_countdown->hide();
    m_countdown->deleteLater();
    m_left = m_timing.unmap;
    enter(Phase::Hiding, 0);
}

void CaptureCoordinator::awaitUnmap()
{
    m_left -= kUnmapLookMs;
    if (m_curtain->isDown() || m_left <= 0)
        enter(Phase::Settling, m_timing.settle);
    else
        enter(Phase::Hiding, kUnmapLookMs);
}

void CaptureCoordinator::grab(bool desktopDialog)
{
    m_askedDialog = desktopDialog;
    enter(Phase::Grabbing, m_timing.limit);
    m_backend.request(CaptureRequest{desktopDialog});
}

void CaptureCoordinator::answered(const CaptureResult &result)
{
    if (m_phase != Phase::Grabbing)
        return;
    m_timer.stop();
    if (result.trouble == CaptureTrouble::Ended && !m_askedDialog
        && m_backend.capabilities().desktopDialog) {
        // Desktops end a silent request when nobody they trust is in front (GNOME). Their own
        // dialog needs no permission; it wants our window back to stand on.
        m_curtain.reset();
        grab(true);
        return;
    }
    if (result.trouble)
        stop(*result.trouble);
    else if (result.screens.isEmpty())
        stop(CaptureTrouble::Failed);
    else
        use(result);
}

void CaptureCoordinator::use(const CaptureResult &result)
{
    m_screens = result.screens;
    if (m_wish.withPointer && result.pointer)
        paintPointer(*result.pointer);
    if (result.chosenByPerson) {
        // Nobody knows which place it was: the desktop asks once more.
        give({Shot{m_screens.first().pixels, m_screens.first().dpr, again()}});
        return;
    }
    switch (m_wish.kind) {
    case CaptureWish::Kind::LastRegion:
        if (const auto region = m_wish.region ? m_wish.region : m_lastRegion) {
            if (const int screen = screenOf(*region); screen >= 0) {
                giveScreen(screen, region->pixels);
                return;
            }
        }
        choose();
        return;
    case CaptureWish::Kind::Region:
        choose();
        return;
    case CaptureWish::Kind::ActiveWindow:
        if (result.activeWindow)
            giveScreen(result.activeWindow->screen, result.activeWindow->pixels);
        else
            stop(CaptureTrouble::NoActiveWindow);
        return;
    case CaptureWish::Kind::Screen:
        if (const int screen = wantedScreen(); screen >= 0)
            giveScreen(screen, m_screens.at(screen).pixels.rect());
        else
            stop(CaptureTrouble::NoSuchScreen);
        return;
    case CaptureWish::Kind::Desktop:
        break;
    }
    const QImage all = desktoplayout::composite(m_screens);
    if (all.isNull()) {
        stop(CaptureTrouble::Failed);
        return;
    }
    qreal dpr = 1;
    for (const CapturedScreen &screen : std::as_const(m_screens))
        dpr = std::max(dpr, screen.dpr);
    give({Shot{all, dpr, again()}});
}

void CaptureCoordinator::paintPointer(const CapturedPointer &pointer)
{
    if (pointer.screen < 0 || pointer.screen >= m_screens.size())
        return;
    QPainter painter(&m_screens[pointer.screen].pixels);
    painter.drawImage(pointer.at, pointer.picture);
}

void CaptureCoordinator::choose()
{
    enter(Phase::Choosing, 0);
    m_timer.stop(); // a person takes the time it takes
    m_selector = new RegionSelector(m_screens, this);
    connect(m_selector, &RegionSelector::selected, this, &CaptureCoordinator::chosen);
    connect(m_selector, &RegionSelector::cancelled, this, &CaptureCoordinator::cancel);
    m_selector->start();
}

void CaptureCoordinator::chosen(int screen, const QRect &pixels)
{
    const CapturedScreen &from = m_screens.at(screen);
    m_lastRegion = CaptureRegion{from.name, from.pixels.size(), pixels};
    giveScreen(screen, pixels);
}

int CaptureCoordinator::wantedScreen() const
{
    // A desktop that came in one piece cannot be told apart: all of it beats nothing.
    if (m_screens.size() == 1 && m_screens.first().name.isEmpty())
        return 0;
    QString name = m_wish.screenName;
    if (name.isEmpty()) {
        const QScreen *screen = QGuiApplication::screenAt(QCursor::pos());
        if (!screen)
            screen = QGuiApplication::primaryScreen();
        name = screen ? screen->name() : QString();
    }
    for (qsizetype i = 0; i < m_screens.size(); ++i) {
        if (m_screens.at(i).name == name)
            return int(i);
    }
    return m_wish.screenName.isEmpty() ? 0 : -1;
}

int CaptureCoordinator::screenOf(const CaptureRegion &region) const
{
    for (qsizetype i = 0; i < m_screens.size(); ++i) {
        const CapturedScreen &screen = m_screens.at(i);
        if (screen.name == region.screen && screen.pixels.size() == region.screenPixels)
            return int(i);
    }
    return -1;
}

void CaptureCoordinator::giveScreen(int screen, const QRect &pixels)
{
    const CapturedScreen &from = m_screens.at(screen);
    CaptureWish next = again();
    switch (m_wish.kind) {
    case CaptureWish::Kind::Region:
    case CaptureWish::Kind::LastRegion:
        next.kind = CaptureWish::Kind::LastRegion;
        next.region = CaptureRegion{from.name, from.pixels.size(), pixels};
        break;
    case CaptureWish::Kind::Screen: // the mouse may be on another one by then
        next.screenName = from.name;
        break;
    case CaptureWish::Kind::ActiveWindow:
    case CaptureWish::Kind::Desktop: break;
    }
    give({Shot{from.pixels.copy(pixels), from.dpr, next}});
}

/// The same wish; nobody has to open a menu a second time.
CaptureWish CaptureCoordinator::again() const
{
    CaptureWish wish = m_wish;
    wish.delaySeconds = 0;
    return wish;
}

void CaptureCoordinator::give(const QList<Shot> &shots)
{
    cleanUp();
    Q_EMIT taken(shots);
}

void CaptureCoordinator::stop(CaptureTrouble trouble)
{
    cleanUp();
    if (trouble == CaptureTrouble::TimedOut)
        m_backend.cancel(); // when it was our own patience that ended
    Q_EMIT failed(trouble);
}

void CaptureCoordinator::cleanUp()
{
    m_phase = Phase::Idle;
    m_timer.stop();
    m_screens.clear();
    if (m_countdown) {
        m_countdown->hide();
        m_countdown->deleteLater();
        m_countdown = nullptr;
    }
    if (m_selector) {
        m_selector->disconnect(this);
        m_selector->dismiss();
        m_selector->deleteLater();
        m_selector = nullptr;
    }
    m_curtain.reset();
}

} // namespace vigie
