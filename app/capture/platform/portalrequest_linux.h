// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/capture/capturebackend.h"

#include <QDBusConnection>
#include <QTimer>

class QDBusPendingCallWatcher;

namespace vigie {

/// One question to org.freedesktop.portal.Screenshot (xdg-desktop-portal's Request protocol): the
/// handle is computed and listened to before the call, because an answer may overtake the call's
/// return. Ends in one `finished`, after which, or before, its owner calls abandon(): the request
/// then closes itself, removes the picture that may still arrive, and dies.
class PortalRequest final : public QObject
{
    Q_OBJECT

public:
    /// `limitMs` from the call to the answer, which may include a dialog.
    PortalRequest(const QDBusConnection &bus, int limitMs, QObject *parent);

    /// `parentWindow` as the portal spells it: "x11:1c00007", "wayland:handle" or "".
    void ask(const QString &parentWindow, bool desktopDialog);
    /// Says nothing more and deletes itself when nothing can arrive any more.
    void abandon();

Q_SIGNALS:
    void finished(const vigie::CaptureResult &result);

private Q_SLOTS:
    void response(uint code, const QVariantMap &results);

private:
    void listen(const QString &path);
    void called(QDBusPendingCallWatcher *call);
    void close();
    void end(const CaptureResult &result);
    void end(CaptureTrouble trouble);

    QDBusConnection m_bus;
    QTimer m_limit;
    QStringList m_paths; ///< the computed handle, and the returned one where it differs
    bool m_abandoned = false;
    bool m_over = false;
};

} // namespace vigie
