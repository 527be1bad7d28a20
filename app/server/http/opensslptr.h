// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <openssl/bio.h>
#include <openssl/evp.h>
#include <openssl/x509.h>
#include <openssl/x509v3.h>

#include <memory>

namespace vigie::server {

template<auto Free>
struct OpensslDeleter {
    template<class T>
    void operator()(T *object) const
    {
        Free(object);
    }
};

using EvpKeyPtr = std::unique_ptr<EVP_PKEY, OpensslDeleter<EVP_PKEY_free>>;
using X509Ptr = std::unique_ptr<X509, OpensslDeleter<X509_free>>;
using BioPtr = std::unique_ptr<BIO, OpensslDeleter<BIO_free_all>>;
using ExtensionPtr = std::unique_ptr<X509_EXTENSION, OpensslDeleter<X509_EXTENSION_free>>;
using BigNumberPtr = std::unique_ptr<BIGNUM, OpensslDeleter<BN_free>>;
using NamesPtr = std::unique_ptr<GENERAL_NAMES, OpensslDeleter<GENERAL_NAMES_free>>;
using AsnTimePtr = std::unique_ptr<ASN1_TIME, OpensslDeleter<ASN1_TIME_free>>;

/// The newest of this thread's OpenSSL errors in words; the others are forgotten.
QString opensslError();

} // namespace vigie::server
