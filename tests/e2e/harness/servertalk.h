// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/net/qttransport.h"

#include <QJsonObject>
#include <QUrl>

namespace vigie::e2e {

/// Asks a server directly, as somebody with a device of their own. Runs the event loop while it
/// waits.
class ServerTalk
{
public:
    ServerTalk(QUrl server, const QString &pin);

    [[nodiscard]] Done signIn(const QString &login, const QString &password);
    /// The digest of every feed that this person may read, by feed.
    [[nodiscard]] Result<QJsonObject> digests();

private:
    QUrl m_server;
    net::QtTransport m_transport;
    QString m_token;
};

/// Without the feeds that hold nothing: a client that never heard of one agrees with the server.
[[nodiscard]] QJsonObject withoutEmptyFeeds(const QJsonObject &digests);

} // namespace vigie::e2e
