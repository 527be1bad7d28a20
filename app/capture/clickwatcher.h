// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QPoint>

namespace vigie {

/// Hears mouse buttons going down anywhere on the screen, for the step recorder. Buttons alone:
/// never keys, never the wheel, and nothing is kept from the program that was clicked. X11: raw
/// XInput 2 events; Windows: a low-level mouse hook; macOS: a listening event tap, which needs a
/// permission; Wayland: not available. GUI thread.
class ClickWatcher : public QObject
{
    Q_OBJECT

public:
    [[nodiscard]] static ClickWatcher *create(QObject *parent);

    /// False where start() can never succeed.
    [[nodiscard]] virtual bool isSupported() const = 0;
    /// Positions are in Qt's logical units (macOS), not in native pixels.
    [[nodiscard]] virtual bool positionsAreLogical() const { return false; }
    /// False when this desktop, or a missing permission, does not let us listen.
    [[nodiscard]] virtual bool start() = 0;
    virtual void stop() = 0;

Q_SIGNALS:
    /// `position` on the whole desktop; `button` is 1 left, 2 middle, 3 right.
    void clicked(const QPoint &position, int button);

protected:
    explicit ClickWatcher(QObject *parent) : QObject(parent) {}
};

} // namespace vigie
