// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/server/auth/receiptkey.h"

#include "core/model/receiptstatement.h"

#include <openssl/err.h>
#include <openssl/evp.h>
#include <openssl/pem.h>

#include <memory>

namespace vigie::server {

namespace {

constexpr qsizetype kKeyBytes = 32;
constexpr qsizetype kSignatureBytes = 64;

struct Release {
    void operator()(EVP_PKEY *key) const { EVP_PKEY_free(key); }
    void operator()(EVP_MD_CTX *context) const { EVP_MD_CTX_free(context); }
    void operator()(BIO *bio) const { BIO_free_all(bio); }
};
using KeyPtr = std::unique_ptr<EVP_PKEY, Release>;
using DigestPtr = std::unique_ptr<EVP_MD_CTX, Release>;
using MemoryPtr = std::unique_ptr<BIO, Release>;

const unsigned char *raw(const QByteArray &bytes)
{
    return reinterpret_cast<const unsigned char *>(bytes.constData());
}

unsigned char *rawData(QByteArray &bytes)
{
    return reinterpret_cast<unsigned char *>(bytes.data());
}

tl::unexpected<Error> broken(const char *what)
{
    char words[256] = "unknown";
    if (const unsigned long code = ERR_peek_last_error(); code != 0)
        ERR_error_string_n(code, words, sizeof words);
    ERR_clear_error();
    return fail(ErrorCode::Bug, QLatin1String(what) + QStringLiteral(": ") + QLatin1String(words));
}

tl::unexpected<Error> notAKey(const char *what)
{
    ERR_clear_error();
    return fail(ErrorCode::Invalid, QLatin1String(what));
}

KeyPtr privateKey(const QByteArray &seed)
{
    return KeyPtr(EVP_PKEY_new_raw_private_key(EVP_PKEY_ED25519, nullptr, raw(seed),
                                               size_t(seed.size())));
}

KeyPtr publicKeyFrom(const QByteArray &bytes)
{
    return KeyPtr(EVP_PKEY_new_raw_public_key(EVP_PKEY_ED25519, nullptr, raw(bytes),
                                              size_t(bytes.size())));
}

using RawPart = int (*)(const EVP_PKEY *, unsigned char *, size_t *);

/// The 32 bytes of one half of an Ed25519 key; empty for every other key.
QByteArray part(EVP_PKEY *key, RawPart get)
{
    QByteArray bytes(kKeyBytes, '\0');
    size_t size = size_t(bytes.size());
    if (EVP_PKEY_get_base_id(key) != EVP_PKEY_ED25519 || get(key, rawData(bytes), &size) != 1
        || qsizetype(size) != kKeyBytes)
        return {};
    return bytes;
}

MemoryPtr reading(const QByteArray &pem)
{
    return MemoryPtr(BIO_new_mem_buf(pem.constData(), int(pem.size())));
}

QByteArray contents(BIO *bio)
{
    char *data = nullptr;
    const long size = BIO_get_mem_data(bio, &data);
    return QByteArray(data, qsizetype(size));
}

} // namespace

Result<ReceiptKey> ReceiptKey::fromSeed(const QByteArray &seed)
{
    if (seed.size() != kKeyBytes)
        return fail(ErrorCode::Invalid, QStringLiteral("a key has 32 bytes"));
    const KeyPtr key = privateKey(seed);
    if (!key)
        return broken("making a key");
    const QByteArray known = part(key.get(), EVP_PKEY_get_raw_public_key);
    return known.isEmpty() ? Result<ReceiptKey>(broken("making a key"))
                           : Result<ReceiptKey>(ReceiptKey(seed, known));
}

Result<ReceiptKey> ReceiptKey::make()
{
    const KeyPtr key(EVP_PKEY_Q_keygen(nullptr, nullptr, "ED25519"));
    const QByteArray seed = key ? part(key.get(), EVP_PKEY_get_raw_private_key) : QByteArray();
    return seed.isEmpty() ? Result<ReceiptKey>(broken("making a key")) : fromSeed(seed);
}

Result<ReceiptKey> ReceiptKey::fromPem(const QByteArray &pem)
{
    const MemoryPtr bio = reading(pem);
    // Without the callback OpenSSL would ask for a password on the terminal.
    const auto noPassword = [](char *, int, int, void *) { return -1; };
    const KeyPtr key(PEM_read_bio_PrivateKey(bio.get(), nullptr, noPassword, nullptr));
    const QByteArray seed = key ? part(key.get(), EVP_PKEY_get_raw_private_key) : QByteArray();
    if (seed.isEmpty())
        return notAKey("it is not an Ed25519 key without password");
    return fromSeed(seed);
}

Result<QByteArray> ReceiptKey::toPem() const
{
    const KeyPtr key = privateKey(m_seed);
    const MemoryPtr bio(BIO_new(BIO_s_mem()));
    if (!key || !bio
        || PEM_write_bio_PKCS8PrivateKey(bio.get(), key.get(), nullptr, nullptr, 0, nullptr, nullptr)
            != 1)
        return broken("writing a key");
    return contents(bio.get());
}

Result<ReceiptSeal> ReceiptKey::sign(const QString &text) const
{
    const QByteArray message = text.toUtf8();
    const KeyPtr key = privateKey(m_seed);
    const DigestPtr context(EVP_MD_CTX_new());
    QByteArray signature(kSignatureBytes, '\0');
    size_t size = size_t(signature.size());
    if (!key || !context
        || EVP_DigestSignInit(context.get(), nullptr, nullptr, nullptr, key.get()) != 1
        || EVP_DigestSign(context.get(), rawData(signature), &size, raw(message),
                          size_t(message.size()))
            != 1
        || qsizetype(size) != kSignatureBytes)
        return broken("signing a receipt");
    return ReceiptSeal{text, QString::fromLatin1(m_public.toBase64()),
                       QString::fromLatin1(signature.toBase64())};
}

QByteArray publicPem(const QByteArray &publicKey)
{
    const KeyPtr key = publicKey.size() == kKeyBytes ? publicKeyFrom(publicKey) : KeyPtr();
    const MemoryPtr bio(BIO_new(BIO_s_mem()));
    const bool written = key && bio && PEM_write_bio_PUBKEY(bio.get(), key.get()) == 1;
    ERR_clear_error();
    return written ? contents(bio.get()) : QByteArray();
}

Result<QByteArray> publicKeyFromPem(const QByteArray &pem)
{
    const MemoryPtr bio = reading(pem);
    const KeyPtr key(PEM_read_bio_PUBKEY(bio.get(), nullptr, nullptr, nullptr));
    const QByteArray bytes = key ? part(key.get(), EVP_PKEY_get_raw_public_key) : QByteArray();
    if (bytes.isEmpty())
        return notAKey("it is not the public key of a server's receipts (Ed25519 in PEM)");
    return bytes;
}

bool isSound(const ReceiptSeal &seal)
{
    const Result<QByteArray> bytes = bytesFromBase64(seal.key, kKeyBytes);
    const Result<QByteArray> signature = bytesFromBase64(seal.signature, kSignatureBytes);
    if (!bytes || !signature)
        return false;
    const QByteArray message = seal.text.toUtf8();
    const KeyPtr key = publicKeyFrom(*bytes);
    const DigestPtr context(EVP_MD_CTX_new());
    const bool sound = key && context
        && EVP_DigestVerifyInit(context.get(), nullptr, nullptr, nullptr, key.get()) == 1
        && EVP_DigestVerify(context.get(), raw(*signature), size_t(signature->size()), raw(message),
                            size_t(message.size()))
            == 1;
    ERR_clear_error();
    return sound;
}

} // namespace vigie::server
