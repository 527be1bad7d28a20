// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/text/scanline.h"
#include "core/text/sitepattern.h"

#include <QList>
#include <QString>
#include <QStringList>

namespace vigie {

/// What can be sensitive in a line of text.
enum class SensitiveKind {
    Email,
    Phone,
    Iban,
    Card,
    Ip,
    Host,     ///< host names, UNC paths, MAC addresses
    Token,    ///< keys and tokens of machines, also in Authorization headers and links
    Password, ///< passwords, PINs and one-time codes beside their label
    Name,     ///< the user's own name and login, and logins in paths and DOMAIN\user
    Site      ///< what the site's patterns name
};

/// The kind's stable name, used as the `reason` of a redaction: "email", "phone", "iban", "card",
/// "ip", "host", "token", "password", "name", "site".
[[nodiscard]] QString reasonName(SensitiveKind kind);

/// One place in a line.
struct SensitiveHit {
    SensitiveKind kind = SensitiveKind::Email;
    Span span;
    bool operator==(const SensitiveHit &) const = default;
};

/// What is looked for besides the general kinds.
struct SensitiveRules {
    QStringList names; ///< the user's own, e.g. "Anna Dupont"; parts are looked for as well
    QStringList logins;
    QList<SitePattern> sitePatterns; ///< at most limits::kSitePatterns are used
};

/// The sensitive places of one line, in reading order and without overlaps of one kind. A tab in
/// the line stands for a wide gap. Each hit is grown to whole words; tokens and passwords reach to
/// the end of their column, because readers of pictures break them into pieces. Letters that are
/// often read for digits count as such. Pure; looks at each character a bounded number of times.
[[nodiscard]] QList<SensitiveHit> findSensitive(const QString &line, const SensitiveRules &rules);

/// The same over a prepared line, whose count of looks can be read afterwards.
[[nodiscard]] QList<SensitiveHit> findSensitive(const ScanLine &line, const SensitiveRules &rules);

/// True for a line that is nothing but the label of a secret ("Password:", "Mot de passe"), as it
/// stands above a field: what is in the field is then the secret.
[[nodiscard]] bool isSecretLabel(const QString &line);

/// True for text that may be the secret under such a label: not empty, no dots or asterisks alone,
/// and no words about passwords.
[[nodiscard]] bool maySecretBe(const QString &value);

} // namespace vigie
