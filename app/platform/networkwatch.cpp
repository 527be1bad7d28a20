// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/platform/networkwatch.h"

#include <QNetworkInformation>

namespace vigie {

NetworkWatch::NetworkWatch(QObject *parent) : QObject(parent)
{
    if (!QNetworkInformation::loadBackendByFeatures(QNetworkInformation::Feature::Reachability))
        return;
    auto *system = QNetworkInformation::instance();
    connect(system, &QNetworkInformation::reachabilityChanged, this, &NetworkWatch::look);
    connect(system, &QNetworkInformation::transportMediumChanged, this, &NetworkWatch::look);
    look();
}

void NetworkWatch::look()
{
    const auto *system = QNetworkInformation::instance();
    if (system->reachability() == QNetworkInformation::Reachability::Unknown)
        return;
    if (system->reachability() == QNetworkInformation::Reachability::Disconnected)
        return take(QStringLiteral("none"));
    switch (system->transportMedium()) {
    case QNetworkInformation::TransportMedium::Ethernet: return take(QStringLiteral("wired"));
    case QNetworkInformation::TransportMedium::WiFi: return take(QStringLiteral("wireless"));
    case QNetworkInformation::TransportMedium::Cellular: return take(QStringLiteral("mobile"));
    default: return take(QStringLiteral("other"));
    }
}

void NetworkWatch::take(const QString &kind)
{
    if (kind == m_kind)
        return;
    const bool first = m_kind.isEmpty();
    m_kind = kind;
    if (!first)
        Q_EMIT changed(kind);
}

} // namespace vigie
