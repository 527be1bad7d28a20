// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/net/tlstrust.h"

#include <QCryptographicHash>

#include <algorithm>

namespace vigie::net {

namespace {

bool isDateError(QSslError::SslError error)
{
    return error == QSslError::CertificateExpired || error == QSslError::CertificateNotYetValid
        || error == QSslError::InvalidNotBeforeField || error == QSslError::InvalidNotAfterField;
}

/// Errors that only say "this authority is not in your list"; all others are real faults.
bool isUnknownIssuer(QSslError::SslError error)
{
    switch (error) {
    case QSslError::SelfSignedCertificate:
    case QSslError::SelfSignedCertificateInChain:
    case QSslError::UnableToGetIssuerCertificate:
    case QSslError::UnableToGetLocalIssuerCertificate:
    case QSslError::UnableToVerifyFirstCertificate:
    case QSslError::CertificateUntrusted:
        return true;
    default:
        return false;
    }
}

/// What the list of errors says, sorted into the few things that matter.
struct Findings {
    bool tooEarly = false;
    bool outOfDates = false;
    bool wrongName = false;
    bool unknownIssuer = false;
    QString fault; ///< the first error of any other kind

    explicit Findings(const QList<QSslError> &errors)
    {
        for (const QSslError &error : errors) {
            if (isDateError(error.error())) {
                outOfDates = true;
                tooEarly = tooEarly || error.error() == QSslError::CertificateNotYetValid;
            } else if (error.error() == QSslError::HostNameMismatch) {
                wrongName = true;
            } else if (isUnknownIssuer(error.error())) {
                unknownIssuer = true;
            } else if (fault.isEmpty()) {
                fault = error.errorString();
            }
        }
    }
};

qsizetype pinnedIndex(const TlsTrust &trust, const QList<QSslCertificate> &chain)
{
    const auto found = std::find_if(chain.begin(), chain.end(), [&](const QSslCertificate &one) {
        return fingerprintOf(one) == trust.fingerprint;
    });
    return found == chain.end() ? -1 : found - chain.begin();
}

TlsVerdict refuse(ErrorCode code, const QString &detail, const QSslCertificate &shown)
{
    TlsVerdict verdict;
    verdict.code = code;
    verdict.detail = detail;
    verdict.fingerprint = shown.isNull() ? QString() : fingerprintOf(shown);
    return verdict;
}

TlsVerdict refuseDates(const Findings &found, const QSslCertificate &shown)
{
    return refuse(ErrorCode::TlsExpired,
                  found.tooEarly
                      ? QStringLiteral("not valid yet; this machine's clock may be behind")
                      : QStringLiteral("expired; or this machine's clock is ahead"),
                  shown);
}

TlsVerdict judgePinned(const TlsTrust &trust, const Findings &found,
                       const QList<QSslCertificate> &chain)
{
    const qsizetype index = pinnedIndex(trust, chain);
    if (index < 0)
        return refuse(ErrorCode::TlsChanged, QStringLiteral("not the pinned certificate"),
                      topOf(chain));
    TlsVerdict verdict;
    if (index == 0 && found.fault.isEmpty() && !found.wrongName && !found.outOfDates) {
        // The handshake proved that the server has the key of exactly the pinned certificate.
        verdict.action = TlsVerdict::Action::Accept;
        return verdict;
    }
    if (index > 0 && pinnedCertificate(trust).isNull()) {
        verdict.action = TlsVerdict::Action::Learn;
        verdict.learned = chain.at(index);
        return verdict;
    }
    if (index == 0 && found.fault.isEmpty() && found.outOfDates)
        return refuseDates(found, chain.first());
    if (index == 0 && found.fault.isEmpty() && found.wrongName)
        return refuse(ErrorCode::TlsUntrusted, QStringLiteral("certificate is for another host"),
                      chain.first());
    // The pinned certificate was shown, but it did not sign this server's: somebody borrows it.
    return refuse(ErrorCode::TlsChanged,
                  QStringLiteral("not signed by the pinned certificate %1").arg(found.fault),
                  chain.first());
}

} // namespace

QString fingerprintOf(const QSslCertificate &certificate)
{
    return QString::fromLatin1(
        certificate.digest(QCryptographicHash::Sha256).toHex(':').toUpper());
}

QString normalFingerprint(const QString &text)
{
    QByteArray digits;
    for (const QChar c : text.trimmed()) {
        if (c == QLatin1Char(':') || c.isSpace())
            continue;
        const bool hex = (c >= QLatin1Char('0') && c <= QLatin1Char('9'))
            || (c.toLower() >= QLatin1Char('a') && c.toLower() <= QLatin1Char('f'));
        if (!hex)
            return {};
        digits.append(c.toLatin1());
    }
    if (digits.size() != 64)
        return {};
    return QString::fromLatin1(QByteArray::fromHex(digits).toHex(':').toUpper());
}

QSslCertificate pinnedCertificate(const TlsTrust &trust)
{
    if (!trust.isPinned() || trust.certificate.isEmpty())
        return QSslCertificate();
    const QSslCertificate certificate(trust.certificate, QSsl::Pem);
    return !certificate.isNull() && fingerprintOf(certificate) == trust.fingerprint
        ? certificate
        : QSslCertificate();
}

QSslConfiguration tlsConfiguration(const TlsTrust &trust)
{
    QSslConfiguration configuration = QSslConfiguration::defaultConfiguration();
    configuration.setProtocol(QSsl::TlsV1_2OrLater);
    configuration.setPeerVerifyMode(QSslSocket::VerifyPeer);
    if (trust.isPinned()) {
        const QSslCertificate pinned = pinnedCertificate(trust);
        // Setting the list, even an empty one, also stops Qt from loading system authorities.
        configuration.setCaCertificates(pinned.isNull() ? QList<QSslCertificate>()
                                                        : QList<QSslCertificate>{pinned});
    }
    return configuration;
}

QSslCertificate topOf(const QList<QSslCertificate> &chain)
{
    return chain.isEmpty() ? QSslCertificate() : chain.last();
}

TlsVerdict judge(const TlsTrust &trust, const QList<QSslError> &errors,
                 const QList<QSslCertificate> &chain)
{
    QList<QSslError> remaining = errors;
    if (!pinnedCertificate(trust).isNull()) {
        // A pinned intermediate is where our trust ends: that nobody vouches for it is no fault.
        // The path down from it was verified, or there would be other errors.
        remaining.removeIf([&](const QSslError &error) {
            return error.error() == QSslError::UnableToGetIssuerCertificate
                && fingerprintOf(error.certificate()) == trust.fingerprint;
        });
        if (remaining.isEmpty()) {
            TlsVerdict verdict;
            verdict.action = TlsVerdict::Action::Accept;
            return verdict;
        }
    }
    const Findings found(remaining);
    const bool trustFault = found.unknownIssuer || !found.fault.isEmpty();
    if (trust.isPinned() && trustFault)
        return judgePinned(trust, found, chain);
    if (found.outOfDates)
        return refuseDates(found, topOf(chain));
    if (trustFault)
        return refuse(ErrorCode::TlsUntrusted,
                      found.fault.isEmpty() ? QStringLiteral("unknown authority") : found.fault,
                      topOf(chain));
    return refuse(ErrorCode::TlsUntrusted, QStringLiteral("certificate is for another host"),
                  topOf(chain));
}

} // namespace vigie::net
