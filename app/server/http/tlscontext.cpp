// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/server/http/tlscontext.h"

#include "app/server/http/opensslptr.h"

#include <boost/asio/buffer.hpp>

#include <openssl/ssl.h>

namespace vigie::server {

namespace asio = boost::asio;

namespace {

constexpr char kSuites12[] = "ECDHE+AESGCM:ECDHE+CHACHA20:!aNULL:!eNULL";

int selectProtocol(SSL *, const unsigned char **out, unsigned char *outLength,
                   const unsigned char *in, unsigned int inLength, void *)
{
    static constexpr unsigned char kOurs[] = {8, 'h', 't', 't', 'p', '/', '1', '.', '1'};
    unsigned char *chosen = nullptr;
    if (SSL_select_next_proto(&chosen, outLength, kOurs, sizeof kOurs, in, inLength)
        != OPENSSL_NPN_NEGOTIATED)
        return SSL_TLSEXT_ERR_ALERT_FATAL;
    *out = chosen;
    return SSL_TLSEXT_ERR_OK;
}

void harden(SSL_CTX *context)
{
    SSL_CTX_set_min_proto_version(context, TLS1_2_VERSION);
    SSL_CTX_set_options(context,
                        SSL_OP_NO_COMPRESSION | SSL_OP_NO_RENEGOTIATION
                            | SSL_OP_CIPHER_SERVER_PREFERENCE | SSL_OP_PRIORITIZE_CHACHA);
    // An idle connection keeps no record buffers: a thousand of them must stay cheap.
    SSL_CTX_set_mode(context, SSL_MODE_RELEASE_BUFFERS | SSL_MODE_ENABLE_PARTIAL_WRITE
                                  | SSL_MODE_ACCEPT_MOVING_WRITE_BUFFER);
    SSL_CTX_set_session_cache_mode(context, SSL_SESS_CACHE_OFF);
    SSL_CTX_set_num_tickets(context, 1);
    SSL_CTX_set_max_early_data(context, 0);
    SSL_CTX_set_alpn_select_cb(context, selectProtocol, nullptr);
}

} // namespace

Result<std::shared_ptr<asio::ssl::context>> makeTlsContext(const TlsIdentity &identity)
{
    auto context = std::make_shared<asio::ssl::context>(asio::ssl::context::tls_server);
    harden(context->native_handle());
    if (SSL_CTX_set_cipher_list(context->native_handle(), kSuites12) != 1
        || SSL_CTX_set1_groups_list(context->native_handle(), "X25519:P-256:P-384") != 1)
        return fail(ErrorCode::Bug, QStringLiteral("TLS settings: ") + opensslError());
    boost::system::error_code error;
    const auto bufferOf = [](const QByteArray &bytes) {
        return asio::buffer(bytes.constData(), std::size_t(bytes.size()));
    };
    context->use_certificate_chain(bufferOf(identity.chainPem), error);
    if (!error)
        context->use_private_key(bufferOf(identity.keyPem), asio::ssl::context::pem, error);
    if (error)
        return fail(ErrorCode::Invalid,
                    QStringLiteral("the certificate or its key cannot be used: %1")
                        .arg(QString::fromStdString(error.message())));
    if (SSL_CTX_check_private_key(context->native_handle()) != 1) {
        opensslError();
        return fail(ErrorCode::Invalid,
                    QStringLiteral("the private key does not belong to the certificate"));
    }
    return context;
}

} // namespace vigie::server
