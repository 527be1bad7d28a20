// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/text/secretlabels.h"

#include <algorithm>
#include <array>
#include <span>

namespace vigie {

namespace {

// Longer ones first where one begins with another.
constexpr std::array<QStringView, 42> kPasswordLabels{
    u"passwords",       u"password",         u"passwd",         u"passphrase",
    u"passcode",        u"pass code",        u"pass",           u"pwd",
    u"pin code",        u"pin-code",         u"pincode",        u"pin",
    u"puk",             u"mots de passe",    u"mot de passe",   u"mdp",
    u"code pin",        u"code secret",      u"code d'acces",   u"code d’acces",
    u"code de verification", u"code wifi",   u"code wi-fi",     u"cle wifi",
    u"cle wi-fi",       u"cle de securite",  u"wi-fi key",      u"wifi key",
    u"network key",     u"security key",     u"security code",  u"verification code",
    u"one-time code",   u"otp",              u"cvv",            u"cvc",
    u"kennwort",        u"passwort",         u"zugangscode",    u"contrasena",
    u"senha",           u"wachtwoord",
};
constexpr std::array<QStringView, 31> kTokenLabels{
    u"token",           u"access_token",     u"refresh_token",  u"id_token",
    u"access token",    u"api key",          u"api-key",        u"api_key",
    u"apikey",          u"access key",       u"access_key",     u"secret key",
    u"secret_key",      u"client secret",    u"client_secret",  u"secret",
    u"bearer",          u"basic",            u"jeton",          u"cle api",
    u"cle d'api",       u"cle d’api",        u"cle secrete",    u"licence key",
    u"license key",     u"product key",      u"cle de licence", u"cle de produit",
    u"recovery key",    u"cle de recuperation", u"private key",
};
constexpr QStringView kVerbs = u"is est ist was etait es war lautet";
constexpr QStringView kTalk =
    u"required requis requise obligatoire erforderlich oublie oubliee forgot forgotten vergessen "
    u"incorrect incorrecte invalid invalide ungultig expired expire expiree expires expirera "
    u"abgelaufen wrong errone erronee falsch must doit muss should devrait too trop zu not pas "
    u"nicht no non has have hat will sera wird policy politique reset reinitialiser change "
    u"changed changer change modifie modifier show afficher anzeigen hide masquer enter saisir "
    u"saisissez eingeben cannot could and et und or ou oder for pour fur of de the le la manager "
    u"gestionnaire minimum at au mindestens missing manquant fehlt empty vide leer needed "
    u"necessaire used utilise safe strong weak faible fort same different unknown inconnu "
    u"confirm confirmer bestatigen hint indice only your votre ihr this ce mismatch valid "
    u"being in to already none ok yes";

/// Letters that readers mistake for one another, as one of them.
char16_t unmistaken(char16_t c)
{
    switch (c) {
    case u'0':
        return u'o';
    case u'1':
    case u'|':
    case u'i':
        return u'l';
    case u'_':
        return u' ';
    default:
        return c;
    }
}

bool isSeparator(char16_t c)
{
    return c == u':' || c == u'=' || c == u'\uFF1A';
}

bool isBlank(char16_t c)
{
    return c == u' ' || c == u'\t' || c == u'\u00A0' || c == u'\u202F';
}

qsizetype skipBlanks(const ScanLine &line, qsizetype i)
{
    constexpr qsizetype kMostBlanks = 16;
    for (qsizetype n = 0; n < kMostBlanks && isBlank(line.folded(i)); ++n)
        ++i;
    return i;
}

/// Where a colon or an equals sign stands shortly after `from`, in the same column; -1 for none.
qsizetype separatorAfter(const ScanLine &line, qsizetype from)
{
    constexpr qsizetype kReach = 30;
    for (qsizetype i = from; i < from + kReach; ++i) {
        const char16_t c = line.folded(i);
        if (isSeparator(c))
            return i;
        const bool sentenceEnds = (c == u'.' || c == u';') && isBlank(line.folded(i + 1));
        if (c == 0 || c == u'\t' || c == u'?' || c == u'!' || c == u',' || sentenceEnds)
            break;
    }
    // The gap may lie between the label and its colon.
    const qsizetype next = skipBlanks(line, from);
    return isSeparator(line.folded(next)) ? next : -1;
}

void findValue(const ScanLine &line, LabelMatch &match)
{
    const qsizetype end = match.label.end;
    if (const qsizetype separator = separatorAfter(line, end); separator >= 0) {
        match.separated = true;
        match.value = skipBlanks(line, separator + 1);
    } else {
        match.value = skipBlanks(line, end);
        const Span next = line.wordAt(match.value);
        constexpr qsizetype kLongestVerb = 6;
        if (next.end - next.begin <= kLongestVerb
            && isListed(foldedText(line.text(next)), kVerbs)) {
            match.separated = match.verb = true;
            match.value = skipBlanks(line, next.end);
        }
    }
    if (match.value >= line.size())
        match.value = -1;
}

bool labelAt(const ScanLine &line, qsizetype from, std::span<const QStringView> labels,
             LabelMatch &match)
{
    if (line.at(from - 1).isLetter() || !line.isAlnum(from))
        return false;
    const char16_t first = unmistaken(line.folded(from));
    for (const QStringView label : labels) {
        if (unmistaken(label.front().unicode()) != first || !readsAs(line, from, label))
            continue;
        const qsizetype end = from + label.size();
        if (line.isAlnum(end))
            continue;
        match = LabelMatch{{from, end}, -1, false, false};
        findValue(line, match);
        return true;
    }
    return false;
}

} // namespace

bool readsAs(const ScanLine &line, qsizetype from, QStringView wanted)
{
    for (qsizetype i = 0; i < wanted.size(); ++i) {
        if (unmistaken(line.folded(from + i)) != unmistaken(wanted[i].unicode()))
            return false;
    }
    return true;
}

bool passwordLabelAt(const ScanLine &line, qsizetype from, LabelMatch &match)
{
    return labelAt(line, from, kPasswordLabels, match);
}

bool tokenLabelAt(const ScanLine &line, qsizetype from, LabelMatch &match)
{
    return labelAt(line, from, kTokenLabels, match);
}

bool looksMade(QStringView word)
{
    bool letter = false;
    bool made = false;
    for (qsizetype i = 0; i < word.size(); ++i) {
        const QChar c = word[i];
        const bool last = i + 1 == word.size();
        made = made || c.isDigit() || (i > 0 && c.isUpper() && word[i - 1].isLower());
        if (!c.isLetterOrNumber() && !last && letter)
            made = made || (c != QLatin1Char('-') && c != QLatin1Char('\'')
                            && c.unicode() != 0x2019 && c != QLatin1Char('/')
                            && c != QLatin1Char('.') && c != QLatin1Char('('));
        letter = letter || c.isLetterOrNumber();
    }
    return made;
}

bool isTalkAboutSecrets(QStringView foldedWord)
{
    return isListed(foldedWord, kTalk);
}

} // namespace vigie
