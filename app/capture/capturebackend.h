// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QImage>
#include <QList>
#include <QObject>
#include <QRect>
#include <QString>

#include <optional>

namespace vigie {

/// Why there is no picture: a closed list, so that each has words (capturetext.h).
enum class CaptureTrouble {
    NoPortal,       ///< this desktop offers no way to take pictures of the screen
    Refused,        ///< the person, or a rule of the desktop, said no
    NoPermission,   ///< the system wants a permission that was not given yet (macOS)
    TimedOut,       ///< no answer in time
    Ended,          ///< the desktop ended the request without saying why
    Unreadable,     ///< what the desktop handed over is no picture, damaged or far too large
    NoActiveWindow, ///< no window was in front, or the system does not tell which
    NoSuchScreen,   ///< the wanted screen is not connected any more
    Failed,         ///< anything else
    Cancelled       ///< CaptureBackend::cancel()
};

/// One screen as it looked at the moment of the capture.
struct CapturedScreen {
    QImage pixels; ///< native pixels, devicePixelRatio 1
    QRect logical; ///< the screen's place in Qt's coordinates, which may have gaps
    qreal dpr = 1; ///< native pixels per unit of `logical`
    QString name;  ///< QScreen::name(); empty for a picture of the whole desktop in one piece
};

/// A window inside a captured screen.
struct CapturedWindow {
    int screen = 0; ///< place in CaptureResult::screens
    QRect pixels;   ///< frame included, native pixels of that screen's picture, never outside of it
    QString title = {}; ///< as its program says it; empty where the system does not tell
};

/// The mouse pointer, which no grab of a screen holds.
struct CapturedPointer {
    int screen = 0;  ///< place in CaptureResult::screens
    QImage picture;  ///< with alpha, native pixels
    QPoint at;       ///< its top left corner in that screen's picture; may be outside
};

/// What a back end answers. Without trouble there is at least one screen.
struct CaptureResult {
    QList<CapturedScreen> screens;
    std::optional<CapturedWindow> activeWindow;
    std::optional<CapturedPointer> pointer = {};
    /// The person chose the part in the desktop's own dialog: `screens` holds just that.
    bool chosenByPerson = false;
    std::optional<CaptureTrouble> trouble;
};

struct CaptureCapabilities {
    bool activeWindow = false;  ///< knows which window is in front
    bool desktopDialog = false; ///< can show the desktop's own screenshot dialog
    bool pointer = false;       ///< tells what the mouse pointer looks like
};

struct CaptureRequest {
    /// Let the person choose in the desktop's own dialog. Only with `desktopDialog`.
    bool desktopDialog = false;
};

/// One way to take pictures of all screens. Lives on the GUI thread, never blocks it for longer
/// than a grab takes. Each request ends in exactly one `finished`, never from inside request();
/// one request at a time.
class CaptureBackend : public QObject
{
    Q_OBJECT

public:
    /// The back end for this session: X11, the desktop portal, Windows or macOS.
    [[nodiscard]] static CaptureBackend *create(QObject *parent);

    [[nodiscard]] virtual CaptureCapabilities capabilities() const = 0;
    virtual void request(const CaptureRequest &request) = 0;
    /// Ends the running request with CaptureTrouble::Cancelled, possibly at once; nothing when
    /// none is running.
    virtual void cancel() = 0;

Q_SIGNALS:
    void finished(const vigie::CaptureResult &result);

protected:
    explicit CaptureBackend(QObject *parent) : QObject(parent) {}
};

} // namespace vigie
