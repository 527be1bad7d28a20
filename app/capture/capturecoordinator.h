// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/capture/capturebackend.h"
#include "core/base/limits.h"

#include <QPointer>
#include <QTimer>

#include <memory>
#include <optional>

namespace vigie {

class CountdownWindow;
class RegionSelector;
class WindowCurtain;

/// A region by the screen it is on, so that it can be taken again.
struct CaptureRegion {
    QString screen;
    QSize screenPixels; ///< another size is another arrangement: the region means nothing
    QRect pixels;
};

/// What the person wants a picture of.
struct CaptureWish {
    enum class Kind {
        Region,      ///< chosen with the mouse or the keyboard on a frozen picture
        Screen,      ///< `screenName`, or the one with the mouse on it
        ActiveWindow,
        Desktop,     ///< all screens side by side, by their native size
        LastRegion   ///< `region`, or that of the last time; Region when there is none
    };
    Kind kind = Kind::Region;
    int delaySeconds = 0; ///< 0..limits::kCaptureDelaySeconds, counted down visibly
    QString screenName;   ///< QScreen::name()
    std::optional<CaptureRegion> region = {};
    bool withPointer = false; ///< the mouse pointer too, where the system tells what it looks like
};

/// A picture that was taken.
struct Shot {
    QImage picture; ///< native pixels, devicePixelRatio 1
    qreal dpr = 1;  ///< of the screen it comes from: how large it looked there
    CaptureWish again = {}; ///< takes the same place once more
};

/// Milliseconds between the steps; tests make them short.
struct CaptureTiming {
    int tick = 1000;  ///< one second of the countdown
    int unmap = 1000; ///< the longest wait for our windows to be gone
    int settle = 300; ///< for the desktop to paint what our windows covered
    int limit = limits::kCaptureLimitMs; ///< the longest wait for the back end
};

/// Takes one picture after the other: counts down, hides every window of the application, waits
/// until they are gone, grabs, lets the person choose a region, and puts the windows back however
/// it ends. Each take() ends in exactly one of `taken`, `failed` and `cancelled`, never from
/// inside take(). GUI thread.
class CaptureCoordinator final : public QObject
{
    Q_OBJECT

public:
    /// `backend` must outlive the coordinator.
    explicit CaptureCoordinator(CaptureBackend &backend, QObject *parent = nullptr,
                                const CaptureTiming &timing = {});
    /// Puts the windows back when a capture is running; says nothing.
    ~CaptureCoordinator() override;

    [[nodiscard]] CaptureCapabilities capabilities() const { return m_backend.capabilities(); }
    [[nodiscard]] bool isBusy() const { return m_phase != Phase::Idle; }
    [[nodiscard]] bool canTakePointer() const { return m_backend.capabilities().pointer; }
    [[nodiscard]] bool hasLastRegion() const { return m_lastRegion.has_value(); }
    /// For desktops that need longer, e.g. with slow fading effects.
    void setSettleTime(int milliseconds) { m_timing.settle = milliseconds; }

    /// Starts; ignored while busy.
    void take(const CaptureWish &wish);
    /// Ends a running capture with `cancelled`.
    void cancel();

Q_SIGNALS:
    /// While counting down, beginning with the full delay.
    void ticked(int secondsLeft);
    void taken(const QList<vigie::Shot> &shots);
    void failed(vigie::CaptureTrouble trouble);
    void cancelled();

private:
    enum class Phase { Idle, CountingDown, Hiding, Settling, Grabbing, Choosing };

    void enter(Phase phase, int milliseconds);
    void stepOn();
    void tick();
    void awaitUnmap();
    void grab(bool desktopDialog);
    void answered(const CaptureResult &result);
    void use(const CaptureResult &result);
    void paintPointer(const CapturedPointer &pointer);
    void choose();
    void chosen(int screen, const QRect &pixels);
    [[nodiscard]] int wantedScreen() const;
    [[nodiscard]] int screenOf(const CaptureRegion &region) const;
    [[nodiscard]] CaptureWish again() const;
    void give(const QList<Shot> &shots);
    void giveScreen(int screen, const QRect &pixels);
    void stop(CaptureTrouble trouble);
    void cleanUp();

    CaptureBackend &m_backend;
    CaptureTiming m_timing;
    CaptureWish m_wish;
    Phase m_phase = Phase::Idle;
    QTimer m_timer;
    int m_left = 0; ///< seconds while counting down, milliseconds while hiding
    bool m_askedDialog = false;
    QList<CapturedScreen> m_screens; ///< while choosing
    std::unique_ptr<WindowCurtain> m_curtain;
    QPointer<CountdownWindow> m_countdown;
    QPointer<RegionSelector> m_selector;
    std::optional<CaptureRegion> m_lastRegion;
};

} // namespace vigie
