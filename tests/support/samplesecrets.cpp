// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/text/checkdigits.h"
#include "sampledialogs.h"

namespace vigie::tests {

namespace {

QString anyOf(const QStringList &list, Rng &rng)
{
    return list[qsizetype(rng.below(quint64(list.size())))];
}

QString made(QStringView alphabet, int length, Rng &rng)
{
    QString text;
    for (int i = 0; i < length; ++i)
        text += alphabet[qsizetype(rng.below(quint64(alphabet.size())))];
    return text;
}

QString digits(int length, Rng &rng)
{
    return made(u"0123456789", length, rng);
}

QString inGroups(const QString &text, int size, QLatin1Char separator)
{
    QString result;
    for (qsizetype i = 0; i < text.size(); i += size) {
        if (i > 0)
            result += separator;
        result += text.mid(i, size);
    }
    return result;
}

constexpr QStringView kAlnum = u"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";
constexpr QStringView kCapitals = u"ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

QString email(Rng &rng)
{
    const QStringList first{QStringLiteral("jean.dupont"), QStringLiteral("m.keller"),
                            QStringLiteral("sofia_lind"),  QStringLiteral("paul-henri.roy"),
                            QStringLiteral("info"),        QStringLiteral("t.ng42")};
    const QStringList second{QStringLiteral("example.fr"),       QStringLiteral("mail.example.com"),
                             QStringLiteral("mairie-exemple.fr"), QStringLiteral("example.co.uk"),
                             QStringLiteral("example.de")};
    return anyOf(first, rng) + QLatin1Char('@') + anyOf(second, rng);
}

QString phone(Rng &rng)
{
    const QString rest = inGroups(digits(8, rng), 2, QLatin1Char(' '));
    const QString area = QString::number(1 + rng.below(9));
    switch (rng.below(4)) {
    case 0:
        return QStringLiteral("+33 %1 ").arg(area) + rest;
    case 1:
        return QStringLiteral("0%1.").arg(area) + inGroups(digits(8, rng), 2, QLatin1Char('.'));
    case 2:
        return QStringLiteral("+49 30 ") + digits(7, rng);
    default:
        return QStringLiteral("0%1 ").arg(area) + rest;
    }
}

QString iban(Rng &rng)
{
    const bool french = rng.below(2) == 0;
    const QString country = french ? QStringLiteral("FR") : QStringLiteral("DE");
    const QString account = digits(french ? 23 : 18, rng);
    for (int check = 2; check < 99; ++check) {
        const QString text =
            country + QString::number(check).rightJustified(2, QLatin1Char('0')) + account;
        if (passesMod97(text))
            return rng.below(4) == 0 ? text : inGroups(text, 4, QLatin1Char(' '));
    }
    return {};
}

QString card(Rng &rng)
{
    const QString start = (rng.below(2) == 0 ? QStringLiteral("4") : QStringLiteral("52"));
    const QString body = start + digits(int(15 - start.size()), rng);
    for (int check = 0; check < 10; ++check) {
        const QString text = body + QString::number(check);
        if (passesLuhn(text))
            return rng.below(4) == 0 ? text : inGroups(text, 4, QLatin1Char(' '));
    }
    return {};
}

QString address(Rng &rng)
{
    if (rng.below(5) == 0)
        return QStringLiteral("fe80::%1:%2").arg(made(u"123456789abcdef", 4, rng),
                                                 made(u"123456789abcdef", 4, rng));
    return QStringLiteral("%1.%2.%3.%4")
        .arg(10 + rng.below(190))
        .arg(rng.below(256))
        .arg(rng.below(256))
        .arg(1 + rng.below(254));
}

QString host(Rng &rng)
{
    const QString number = QString::number(1 + rng.below(40));
    switch (rng.below(4)) {
    case 0:
        return QStringLiteral("srv-files%1.example.lan").arg(number);
    case 1:
        return QStringLiteral("\\\\nas%1\\compta").arg(number);
    case 2:
        return QStringLiteral("DESKTOP-") + made(kCapitals, 6, rng) + number;
    default:
        return QStringLiteral("https://intranet%1.example.fr/x").arg(number);
    }
}

QString token(Rng &rng)
{
    switch (rng.below(5)) {
    case 0:
        return QStringLiteral("ghp_") + made(kAlnum, 36, rng);
    case 1:
        return QStringLiteral("AKIA") + made(kCapitals, 16, rng);
    case 2:
        return QStringLiteral("glpat-") + made(kAlnum, 20, rng);
    case 3:
        return QStringLiteral("eyJhbGciOiJIUzI1NiJ9.eyJzdWIi") + made(kAlnum, 12, rng);
    default:
        return made(u"0123456789abcdef", 32, rng);
    }
}

QString password(Rng &rng)
{
    const QStringList words{QStringLiteral("Soleil"), QStringLiteral("Winter"),
                            QStringLiteral("bateau"), QStringLiteral("Tr0mbone"),
                            QStringLiteral("kiwi")};
    return anyOf(words, rng) + anyOf({QStringLiteral("!"), QStringLiteral("-"), QString()}, rng)
        + digits(4, rng);
}

QStringList labelsOf(SensitiveKind kind)
{
    switch (kind) {
    case SensitiveKind::Email:
        return {QStringLiteral("E-mail:"), QStringLiteral("Adresse :"), QString()};
    case SensitiveKind::Phone:
        return {QStringLiteral("Tél. :"), QStringLiteral("Call"), QString()};
    case SensitiveKind::Iban:
        return {QStringLiteral("IBAN"), QStringLiteral("Compte :"), QString()};
    case SensitiveKind::Card:
        return {QStringLiteral("Carte n°"), QStringLiteral("Card number:"), QString()};
    case SensitiveKind::Ip:
        return {QStringLiteral("Address:"), QStringLiteral("Serveur"), QString()};
    case SensitiveKind::Host:
        return {QStringLiteral("Connexion à"), QStringLiteral("Host:"), QString()};
    case SensitiveKind::Token:
        return {QStringLiteral("API key:"), QStringLiteral("Jeton :"), QString()};
    case SensitiveKind::Password:
        return {QStringLiteral("Password:"), QStringLiteral("Mot de passe :"),
                QStringLiteral("Kennwort:"), QStringLiteral("mdp =")};
    case SensitiveKind::Name:
        return {QStringLiteral("Bonjour"), QStringLiteral("User:"), QString()};
    case SensitiveKind::Site:
        return {QStringLiteral("Dossier"), QStringLiteral("Customer"), QString()};
    }
    return {};
}

QString textOf(SensitiveKind kind, Rng &rng)
{
    switch (kind) {
    case SensitiveKind::Email:
        return email(rng);
    case SensitiveKind::Phone:
        return phone(rng);
    case SensitiveKind::Iban:
        return iban(rng);
    case SensitiveKind::Card:
        return card(rng);
    case SensitiveKind::Ip:
        return address(rng);
    case SensitiveKind::Host:
        return host(rng);
    case SensitiveKind::Token:
        return token(rng);
    case SensitiveKind::Password:
        return password(rng);
    case SensitiveKind::Name:
        return anyOf({QStringLiteral("Camille Moreau"), QStringLiteral("cmoreau"),
                      QStringLiteral("CORP\\cmoreau")}, rng);
    case SensitiveKind::Site:
        return QStringLiteral("KD-") + digits(6, rng);
    }
    return {};
}

} // namespace

SampleSecret sampleSecret(SensitiveKind kind, Rng &rng)
{
    return {reasonName(kind), labelsOf(kind), textOf(kind, rng)};
}

SensitiveRules sampleRules()
{
    SensitiveRules rules;
    rules.names = {QStringLiteral("Camille Moreau")};
    rules.logins = {QStringLiteral("cmoreau")};
    if (const auto pattern = SitePattern::parse(QStringLiteral("KD-######")))
        rules.sitePatterns.append(*pattern);
    return rules;
}

} // namespace vigie::tests
