// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QMap>

#include <memory>

namespace vigie::testing {

/// What came back; status 0 when nothing whole did.
struct HttpReply {
    int status = 0;
    QMap<QByteArray, QByteArray> headers; ///< names in lower case
    QByteArray body;
};

/// A client without manners: sends the bytes it is told to, over TLS, and reads what comes.
/// Every call gives up after `patienceMs`.
class TlsClient
{
public:
    struct Options {
        QByteArray authorityPem; ///< verify against this; empty: verify nothing
        QByteArray alpn;         ///< in OpenSSL's wire form
        int mostVersion = 0;     ///< e.g. TLS1_1_VERSION; 0 = anything
    };

    explicit TlsClient(quint16 port);
    TlsClient(quint16 port, const Options &options);
    ~TlsClient();

    /// TCP and TLS. False when either fails.
    [[nodiscard]] bool open();
    /// TCP alone.
    [[nodiscard]] bool openTcp();
    [[nodiscard]] bool send(const QByteArray &bytes);
    /// Over TCP, below TLS.
    [[nodiscard]] bool sendRaw(const QByteArray &bytes);
    [[nodiscard]] HttpReply reply(bool headOnly = false);
    /// send() and reply().
    [[nodiscard]] HttpReply ask(const QByteArray &bytes);
    /// Everything until the peer closes; a reset counts as closing.
    [[nodiscard]] QByteArray rest();
    /// True when the peer closed before the time was over; what it sent is thrown away.
    [[nodiscard]] bool closedByPeer(int withinMs = 10'000);
    [[nodiscard]] QByteArray tlsVersion() const;
    [[nodiscard]] QByteArray alpn() const;
    void close();

    int patienceMs = 10'000;

private:
    struct Parts; ///< keeps Asio out of the tests
    template<class Start>
    [[nodiscard]] bool run(Start start, int withinMs = 0);
    [[nodiscard]] bool readSome(int withinMs = 0);

    std::unique_ptr<Parts> m_parts;
    quint16 m_port;
    QByteArray m_input;
    bool m_closed = false;
};

/// "GET path" with a proper Host.
[[nodiscard]] QByteArray getRequest(const QByteArray &path, const QByteArray &extra = {});
[[nodiscard]] QByteArray postRequest(const QByteArray &path, const QByteArray &body,
                                     const QByteArray &extra = {});

} // namespace vigie::testing
