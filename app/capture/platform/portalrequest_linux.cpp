// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/capture/platform/portalrequest_linux.h"

#include "app/capture/desktoplayout.h"
#include "app/capture/platform/portalpicture_linux.h"
#include "core/base/limits.h"

#include <QDBusError>
#include <QDBusMessage>
#include <QDBusObjectPath>
#include <QDBusPendingCallWatcher>
#include <QDBusPendingReply>
#include <QGuiApplication>
#include <QRandomGenerator>
#include <QScreen>

namespace vigie {

namespace {

const QString kDesktopPortal = QStringLiteral("org.freedesktop.portal.Desktop");
const QString kDesktopPath = QStringLiteral("/org/freedesktop/portal/desktop");
const QString kScreenshot = QStringLiteral("org.freedesktop.portal.Screenshot");
const QString kRequest = QStringLiteral("org.freedesktop.portal.Request");

/// A part of an object path nobody can guess.
QString freshToken()
{
    return QStringLiteral("vigie%1").arg(QRandomGenerator::system()->generate64(), 16, 16,
                                         QLatin1Char('0'));
}

QList<desktoplayout::Place> presentScreens()
{
    QList<desktoplayout::Place> places;
    for (const QScreen *screen : QGuiApplication::screens())
        places.append({screen->name(), screen->geometry(), screen->devicePixelRatio()});
    return places;
}

CaptureTrouble troubleOf(const QDBusError &error)
{
    switch (error.type()) {
    case QDBusError::ServiceUnknown:
    case QDBusError::UnknownInterface:
    case QDBusError::UnknownMethod:
    case QDBusError::UnknownObject:
    case QDBusError::Disconnected:
    case QDBusError::NoServer:
        return CaptureTrouble::NoPortal;
    case QDBusError::AccessDenied:
        return CaptureTrouble::Refused;
    case QDBusError::NoReply:
    case QDBusError::Timeout:
    case QDBusError::TimedOut:
        return CaptureTrouble::TimedOut;
    default:
        break;
    }
    // A service that cannot be started is none.
    if (error.name().startsWith(QLatin1String("org.freedesktop.DBus.Error.Spawn")))
        return CaptureTrouble::NoPortal;
    if (error.name() == QLatin1String("org.freedesktop.portal.Error.NotAllowed"))
        return CaptureTrouble::Refused;
    return CaptureTrouble::Failed;
}

} // namespace

PortalRequest::PortalRequest(const QDBusConnection &bus, int limitMs, QObject *parent) :
    QObject(parent), m_bus(bus)
{
    m_limit.setSingleShot(true);
    m_limit.setInterval(limitMs);
    connect(&m_limit, &QTimer::timeout, this, [this] {
        if (m_abandoned) {
            deleteLater();
            return;
        }
        // Not over: a picture that comes too late still has to be removed.
        CaptureResult result;
        result.trouble = CaptureTrouble::TimedOut;
        Q_EMIT finished(result);
    });
}

void PortalRequest::ask(const QString &parentWindow, bool desktopDialog)
{
    m_limit.start();
    if (!m_bus.isConnected()) {
        QMetaObject::invokeMethod(this, [this] { end(CaptureTrouble::NoPortal); },
                                  Qt::QueuedConnection);
        return;
    }
    const QString token = freshToken();
    const QString sender = m_bus.baseService().mid(1).replace(QLatin1Char('.'), QLatin1Char('_'));
    listen(QStringLiteral("%1/request/%2/%3").arg(kDesktopPath, sender, token));

    QDBusMessage call = QDBusMessage::createMethodCall(kDesktopPortal, kDesktopPath, kScreenshot,
                                                       QStringLiteral("Screenshot"));
    call << parentWindow
         << QVariantMap{{QStringLiteral("handle_token"), token},
                        {QStringLiteral("modal"), true},
                        {QStringLiteral("interactive"), desktopDialog}};
    auto *watcher = new QDBusPendingCallWatcher(m_bus.asyncCall(call, m_limit.interval()), this);
    connect(watcher, &QDBusPendingCallWatcher::finished, this, &PortalRequest::called);
}

void PortalRequest::listen(const QString &path)
{
    m_paths.append(path);
    m_bus.connect(kDesktopPortal, path, kRequest, QStringLiteral("Response"), this,
                  SLOT(response(uint,QVariantMap)));
}

void PortalRequest::called(QDBusPendingCallWatcher *call)
{
    const QDBusPendingReply<QDBusObjectPath> reply = *call;
    call->deleteLater();
    if (reply.isError()) {
        end(troubleOf(reply.error()));
        return;
    }
    // Portals before 0.9 choose the handle themselves.
    const QString path = reply.value().path();
    if (!m_over && !path.isEmpty() && !m_paths.contains(path)) {
        listen(path);
        if (m_abandoned)
            close();
    }
}

void PortalRequest::response(uint code, const QVariantMap &results)
{
    if (m_over)
        return;
    const QString uri = results.value(QStringLiteral("uri")).toString();
    if (m_abandoned) {
        if (code == 0)
            portalpicture::discard(uri);
        end(CaptureTrouble::Cancelled);
        return;
    }
    if (code != 0) {
        end(code == 1 ? CaptureTrouble::Refused : CaptureTrouble::Ended);
        return;
    }
    const QImage picture = portalpicture::take(uri);
    if (picture.isNull()) {
        end(CaptureTrouble::Unreadable);
        return;
    }
    CaptureResult result;
    result.screens = desktoplayout::split(picture, presentScreens());
    end(result);
}

void PortalRequest::abandon()
{
    if (m_over) {
        deleteLater();
        return;
    }
    if (m_abandoned)
        return;
    m_abandoned = true;
    close();
    // The answer may already be on its way, with a picture nobody else removes.
    m_limit.start(limits::kPortalLimitMs);
}

void PortalRequest::close()
{
    for (const QString &path : std::as_const(m_paths)) {
        m_bus.send(QDBusMessage::createMethodCall(kDesktopPortal, path, kRequest,
                                                  QStringLiteral("Close")));
    }
}

void PortalRequest::end(CaptureTrouble trouble)
{
    CaptureResult result;
    result.trouble = trouble;
    end(result);
}

void PortalRequest::end(const CaptureResult &result)
{
    if (m_over)
        return;
    m_over = true;
    m_limit.stop();
    if (m_abandoned)
        deleteLater();
    else
        Q_EMIT finished(result);
}

} // namespace vigie
