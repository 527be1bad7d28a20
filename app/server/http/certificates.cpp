// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/server/http/certificates.h"

#include <boost/asio/ip/address.hpp>

#include <openssl/bn.h>
#include <openssl/err.h>
#include <openssl/pem.h>

#include <algorithm>
#include <ctime>

namespace vigie::server {

QString opensslError()
{
    const unsigned long code = ERR_peek_last_error();
    ERR_clear_error();
    char text[256] = "unknown";
    if (code != 0)
        ERR_error_string_n(code, text, sizeof text);
    return QString::fromLatin1(text);
}

namespace certs {

namespace {

constexpr qint64 kDayMs = 86'400'000;
constexpr qint64 kAuthorityDays = 3653;
constexpr qint64 kServerDays = 825;
/// A client whose clock is a little behind must not find the certificate "not valid yet".
constexpr qint64 kBackdateMs = kDayMs;

tl::unexpected<Error> failed(const char *what)
{
    return fail(ErrorCode::Bug, QLatin1String(what) + QStringLiteral(": ") + opensslError());
}

bool addExtension(X509 *certificate, X509 *issuer, int nid, const QByteArray &value)
{
    X509V3_CTX context;
    X509V3_set_ctx_nodb(&context);
    X509V3_set_ctx(&context, issuer, certificate, nullptr, nullptr, 0);
    const ExtensionPtr extension(X509V3_EXT_conf_nid(nullptr, &context, nid, value.constData()));
    return extension && X509_add_ext(certificate, extension.get(), -1) == 1;
}

bool setSerial(X509 *certificate)
{
    // 127 random bits: positive, unique, and nothing to learn from it.
    const BigNumberPtr number(BN_new());
    return number && BN_rand(number.get(), 127, BN_RAND_TOP_ONE, BN_RAND_BOTTOM_ANY) == 1
        && BN_to_ASN1_INTEGER(number.get(), X509_get_serialNumber(certificate)) != nullptr;
}

bool setTimes(X509 *certificate, qint64 fromMs, qint64 untilMs)
{
    const auto set = [](ASN1_TIME *time, qint64 ms) {
        return ASN1_TIME_set(time, std::time_t(ms / 1000)) != nullptr;
    };
    return set(X509_getm_notBefore(certificate), fromMs)
        && set(X509_getm_notAfter(certificate), untilMs);
}

bool setSubject(X509 *certificate, const QString &name)
{
    const QByteArray common = name.left(64).toUtf8().left(64);
    const QByteArray organisation("Vigie");
    X509_NAME *subject = X509_get_subject_name(certificate);
    const auto add = [subject](const char *field, const QByteArray &value) {
        return X509_NAME_add_entry_by_txt(
                   subject, field, MBSTRING_UTF8,
                   reinterpret_cast<const unsigned char *>(value.constData()), int(value.size()),
                   -1, 0)
            == 1;
    };
    return add("O", organisation) && add("CN", common);
}

/// Everything that the two kinds of certificate share, unsigned.
Result<Pair> begin(const QString &name, qint64 fromMs, qint64 untilMs)
{
    Pair pair{EvpKeyPtr(EVP_EC_gen("P-256")), X509Ptr(X509_new())};
    if (!pair.key || !pair.certificate)
        return failed("making a key");
    X509 *certificate = pair.certificate.get();
    if (X509_set_version(certificate, X509_VERSION_3) != 1 || !setSerial(certificate)
        || !setTimes(certificate, fromMs, untilMs) || !setSubject(certificate, name)
        || X509_set_pubkey(certificate, pair.key.get()) != 1)
        return failed("making a certificate");
    return pair;
}

QByteArray namesExtension(const QStringList &wanted)
{
    QStringList entries;
    for (const QString &name : canonicalNames(wanted)) {
        boost::system::error_code error;
        boost::asio::ip::make_address(name.toStdString(), error);
        entries += (error ? QStringLiteral("DNS:") : QStringLiteral("IP:")) + name;
    }
    return entries.join(QLatin1Char(',')).toLatin1();
}

QString nameFrom(const GENERAL_NAME *name)
{
    if (name->type == GEN_DNS) {
        return QString::fromLatin1(
                   reinterpret_cast<const char *>(ASN1_STRING_get0_data(name->d.dNSName)),
                   ASN1_STRING_length(name->d.dNSName))
            .toLower();
    }
    if (name->type != GEN_IPADD)
        return {};
    const unsigned char *bytes = ASN1_STRING_get0_data(name->d.iPAddress);
    const int length = ASN1_STRING_length(name->d.iPAddress);
    if (length == 4) {
        boost::asio::ip::address_v4::bytes_type v4;
        std::copy(bytes, bytes + 4, v4.begin());
        return QString::fromStdString(boost::asio::ip::make_address_v4(v4).to_string());
    }
    boost::asio::ip::address_v6::bytes_type v6{};
    std::copy(bytes, bytes + std::min(length, 16), v6.begin());
    return QString::fromStdString(boost::asio::ip::make_address_v6(v6).to_string());
}

QByteArray contents(BIO *bio)
{
    char *data = nullptr;
    const long size = BIO_get_mem_data(bio, &data);
    return QByteArray(data, qsizetype(size));
}

} // namespace

Result<Pair> makeAuthority(const QString &name, qint64 nowMs)
{
    VIGIE_TRY_ASSIGN(pair, begin(name, nowMs - kBackdateMs, nowMs + kAuthorityDays * kDayMs));
    X509 *certificate = pair.certificate.get();
    if (X509_set_issuer_name(certificate, X509_get_subject_name(certificate)) != 1
        || !addExtension(certificate, certificate, NID_basic_constraints,
                         "critical,CA:TRUE,pathlen:0")
        || !addExtension(certificate, certificate, NID_key_usage, "critical,keyCertSign,cRLSign")
        || !addExtension(certificate, certificate, NID_subject_key_identifier, "hash")
        || X509_sign(certificate, pair.key.get(), EVP_sha256()) == 0)
        return failed("making an authority");
    return std::move(pair);
}

Result<Pair> makeServer(const Pair &authority, const QStringList &wanted, qint64 nowMs)
{
    X509 *issuer = authority.certificate.get();
    const qint64 untilMs = std::min(nowMs + kServerDays * kDayMs, validUntilMs(issuer));
    VIGIE_TRY_ASSIGN(pair, begin(wanted.value(0, QStringLiteral("localhost")),
                                 nowMs - kBackdateMs, untilMs));
    X509 *certificate = pair.certificate.get();
    if (X509_set_issuer_name(certificate, X509_get_subject_name(issuer)) != 1
        || !addExtension(certificate, issuer, NID_basic_constraints, "critical,CA:FALSE")
        || !addExtension(certificate, issuer, NID_key_usage, "critical,digitalSignature")
        || !addExtension(certificate, issuer, NID_ext_key_usage, "serverAuth")
        || !addExtension(certificate, issuer, NID_subject_key_identifier, "hash")
        || !addExtension(certificate, issuer, NID_authority_key_identifier, "keyid")
        || !addExtension(certificate, issuer, NID_subject_alt_name, namesExtension(wanted))
        || X509_sign(certificate, authority.key.get(), EVP_sha256()) == 0)
        return failed("making a server certificate");
    return std::move(pair);
}

Result<EvpKeyPtr> keyFromPem(const QByteArray &pem)
{
    const BioPtr bio(BIO_new_mem_buf(pem.constData(), int(pem.size())));
    // Without the callback OpenSSL would ask for a password on the terminal.
    const auto noPassword = [](char *, int, int, void *) { return -1; };
    EvpKeyPtr key(PEM_read_bio_PrivateKey(bio.get(), nullptr, noPassword, nullptr));
    if (!key)
        return fail(ErrorCode::Invalid, QStringLiteral("not a private key without password"));
    return key;
}

Result<std::vector<X509Ptr>> certificatesFromPem(const QByteArray &pem)
{
    constexpr std::size_t kMost = 10;
    const BioPtr bio(BIO_new_mem_buf(pem.constData(), int(pem.size())));
    std::vector<X509Ptr> result;
    while (result.size() < kMost) {
        X509Ptr certificate(PEM_read_bio_X509(bio.get(), nullptr, nullptr, nullptr));
        if (!certificate)
            break;
        result.push_back(std::move(certificate));
    }
    ERR_clear_error();
    if (result.empty())
        return fail(ErrorCode::Invalid, QStringLiteral("not a certificate"));
    return result;
}

Result<QByteArray> toPem(EVP_PKEY *key)
{
    const BioPtr bio(BIO_new(BIO_s_mem()));
    if (!bio
        || PEM_write_bio_PKCS8PrivateKey(bio.get(), key, nullptr, nullptr, 0, nullptr, nullptr)
            != 1)
        return failed("writing a key");
    return contents(bio.get());
}

Result<QByteArray> toPem(X509 *certificate)
{
    const BioPtr bio(BIO_new(BIO_s_mem()));
    if (!bio || PEM_write_bio_X509(bio.get(), certificate) != 1)
        return failed("writing a certificate");
    return contents(bio.get());
}

QString fingerprint(X509 *certificate)
{
    unsigned char digest[EVP_MAX_MD_SIZE];
    unsigned int size = 0;
    if (X509_digest(certificate, EVP_sha256(), digest, &size) != 1)
        return {};
    const QByteArray bytes(reinterpret_cast<const char *>(digest), qsizetype(size));
    return QString::fromLatin1(bytes.toHex(':').toUpper());
}

qint64 validUntilMs(X509 *certificate)
{
    const AsnTimePtr epoch(ASN1_TIME_set(nullptr, 0));
    int days = 0;
    int seconds = 0;
    if (!epoch
        || ASN1_TIME_diff(&days, &seconds, epoch.get(), X509_get0_notAfter(certificate)) != 1)
        return 0;
    return (qint64(days) * 86'400 + seconds) * 1000;
}

QStringList names(X509 *certificate)
{
    const NamesPtr found(static_cast<GENERAL_NAMES *>(
        X509_get_ext_d2i(certificate, NID_subject_alt_name, nullptr, nullptr)));
    QStringList result;
    for (int i = 0; found && i < sk_GENERAL_NAME_num(found.get()); ++i)
        result.append(nameFrom(sk_GENERAL_NAME_value(found.get(), i)));
    result.removeAll(QString());
    result.sort();
    return result;
}

QStringList canonicalNames(const QStringList &wanted)
{
    QStringList result;
    for (const QString &name : wanted) {
        boost::system::error_code error;
        const auto address = boost::asio::ip::make_address(name.toStdString(), error);
        result.append(error ? name.toLower() : QString::fromStdString(address.to_string()));
    }
    result.removeDuplicates();
    result.sort();
    return result;
}

bool isSignedBy(X509 *certificate, X509 *authority)
{
    EVP_PKEY *key = X509_get0_pubkey(authority);
    const bool good = key && X509_verify(certificate, key) == 1
        && X509_NAME_cmp(X509_get_issuer_name(certificate), X509_get_subject_name(authority)) == 0;
    ERR_clear_error();
    return good;
}

bool belongTogether(X509 *certificate, EVP_PKEY *key)
{
    const bool good = X509_check_private_key(certificate, key) == 1;
    ERR_clear_error();
    return good;
}

} // namespace certs
} // namespace vigie::server
