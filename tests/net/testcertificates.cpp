// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/net/testcertificates.h"

#include <openssl/bio.h>
#include <openssl/ec.h>
#include <openssl/evp.h>
#include <openssl/pem.h>
#include <openssl/rand.h>
#include <openssl/x509v3.h>

#include <memory>

namespace vigie::test {

namespace {

template<auto Free>
struct Deleter {
    template<class T>
    void operator()(T *thing) const
    {
        Free(thing);
    }
};

using Key = std::unique_ptr<EVP_PKEY, Deleter<EVP_PKEY_free>>;
using Certificate = std::unique_ptr<X509, Deleter<X509_free>>;
using Memory = std::unique_ptr<BIO, Deleter<BIO_free_all>>;

constexpr long kDay = 86'400;

QByteArray bytesOf(BIO *memory)
{
    char *data = nullptr;
    const long size = BIO_get_mem_data(memory, &data);
    return QByteArray(data, size);
}

Key keyFromPem(const QByteArray &pem)
{
    const Memory memory(BIO_new_mem_buf(pem.constData(), int(pem.size())));
    return Key(PEM_read_bio_PrivateKey(memory.get(), nullptr, nullptr, nullptr));
}

void extend(X509 *certificate, X509 *issuer, int nid, const QByteArray &value)
{
    X509V3_CTX context;
    X509V3_set_ctx_nodb(&context);
    X509V3_set_ctx(&context, issuer, certificate, nullptr, nullptr, 0);
    X509_EXTENSION *extension = X509V3_EXT_conf_nid(nullptr, &context, nid, value.constData());
    X509_add_ext(certificate, extension, -1);
    X509_EXTENSION_free(extension);
}

void fill(X509 *certificate, const CertificateSpec &spec)
{
    X509_set_version(certificate, X509_VERSION_3);
    quint64 serial = 0;
    RAND_bytes(reinterpret_cast<unsigned char *>(&serial), sizeof(serial));
    ASN1_INTEGER_set_uint64(X509_get_serialNumber(certificate), serial >> 1);
    X509_gmtime_adj(X509_getm_notBefore(certificate), spec.validFromDays * kDay);
    X509_gmtime_adj(X509_getm_notAfter(certificate), spec.validUntilDays * kDay);
    const QByteArray name = spec.name.toUtf8();
    X509_NAME_add_entry_by_txt(X509_get_subject_name(certificate), "CN", MBSTRING_UTF8,
                               reinterpret_cast<const unsigned char *>(name.constData()), -1, -1,
                               0);
}

} // namespace

TestCertificate makeCertificate(const CertificateSpec &spec, const TestCertificate *issuer)
{
    const Key key(EVP_EC_gen("P-256"));
    const Certificate certificate(X509_new());
    fill(certificate.get(), spec);
    X509_set_pubkey(certificate.get(), key.get());

    Certificate issuerCertificate;
    Key issuerKey;
    if (issuer) {
        const QByteArray der = issuer->certificate.toDer();
        const auto *data = reinterpret_cast<const unsigned char *>(der.constData());
        issuerCertificate.reset(d2i_X509(nullptr, &data, long(der.size())));
        issuerKey = keyFromPem(issuer->key.toPem());
    }
    X509 *signer = issuer ? issuerCertificate.get() : certificate.get();
    X509_set_issuer_name(certificate.get(), X509_get_subject_name(signer));
    extend(certificate.get(), signer, NID_subject_key_identifier, "hash");
    if (spec.isAuthority) {
        extend(certificate.get(), signer, NID_basic_constraints, "critical,CA:TRUE");
        extend(certificate.get(), signer, NID_key_usage, "critical,keyCertSign,cRLSign");
    } else {
        extend(certificate.get(), signer, NID_basic_constraints, "critical,CA:FALSE");
        extend(certificate.get(), signer, NID_ext_key_usage, "serverAuth");
    }
    if (!spec.alternativeNames.isEmpty())
        extend(certificate.get(), signer, NID_subject_alt_name,
               spec.alternativeNames.join(QLatin1Char(',')).toLatin1());
    X509_sign(certificate.get(), issuer ? issuerKey.get() : key.get(), EVP_sha256());

    const Memory certificatePem(BIO_new(BIO_s_mem()));
    PEM_write_bio_X509(certificatePem.get(), certificate.get());
    const Memory keyPem(BIO_new(BIO_s_mem()));
    PEM_write_bio_PrivateKey(keyPem.get(), key.get(), nullptr, nullptr, 0, nullptr, nullptr);
    return {QSslCertificate(bytesOf(certificatePem.get()), QSsl::Pem),
            QSslKey(bytesOf(keyPem.get()), QSsl::Ec, QSsl::Pem)};
}

} // namespace vigie::test
