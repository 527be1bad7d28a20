// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/text/errorlines.h"

#include "core/base/limits.h"
#include "core/text/scanline.h"

#include <algorithm>

namespace vigie {

namespace {

constexpr QStringView kFailureWords =
    u"error errors erreur erreurs echec echoue echouee fehler fehlgeschlagen exception failed "
    u"failure fails fatal panic crashed aborted denied refuse refusee refused verweigert "
    u"impossible introuvable unreachable injoignable unavailable indisponible corrupt corrupted "
    u"corrompu segfault timeout unable cannot cant couldnt invalide incorrect "
    u"unmoglich stopped";
constexpr QStringView kFailurePhrases[] = {
    u"timed out",       u"not found",        u"could not",   u"can not",       u"can't ",
    u"couldn't",        u"a expire",         u"delai depasse", u"n'a pas pu", u"n’a pas pu",
    u"ne peut pas",     u"ne repond pas",    u"not responding", u"has stopped", u"konnte nicht",
    u"kann nicht",      u"nicht gefunden",   u"keine verbindung", u"a cesse de fonctionner",
    u"acces interdit",  u"access is denied", u"n'existe pas", u"does not exist", u"no such file",
};
constexpr QStringView kInnocent[] = {
    u"no error",       u"0 error",          u"without error",   u"aucune erreur", u"0 erreur",
    u"sans erreur",    u"keine fehler",     u"0 fehler",        u"error report",  u"report error",
    u"report an error", u"signaler une erreur", u"rapport d'erreur", u"rapports d'erreur",
    u"fehlerbericht",  u"error log",        u"error message:",  u"ignore errors",
};

template<std::size_t N>
bool hasAny(const QString &folded, const QStringView (&phrases)[N])
{
    return std::any_of(std::begin(phrases), std::end(phrases),
                       [&folded](QStringView phrase) { return folded.contains(phrase); });
}

bool isHexCode(const QString &word)
{
    constexpr qsizetype kLeast = 4;
    constexpr qsizetype kMost = 16;
    if (!word.startsWith(QLatin1String("0x")) && !word.startsWith(QLatin1String("ox")))
        return false;
    const auto digits = QStringView(word).mid(2);
    return digits.size() >= kLeast && digits.size() <= kMost
        && std::all_of(digits.begin(), digits.end(), [](QChar c) {
               return c.isDigit() || (c >= QLatin1Char('a') && c <= QLatin1Char('f'))
                   || c == QLatin1Char('o') || c == QLatin1Char('l');
           });
}

/// "ORA-12154", "ERR_CONNECTION_REFUSED", "java.io.IOException"
bool isCodeWord(const QString &word, const QString &written)
{
    if (isHexCode(word))
        return true;
    if (word.startsWith(QLatin1String("err_")) || written.endsWith(QLatin1String("Exception"))
        || written.endsWith(QLatin1String("Error")))
        return true;
    const qsizetype dash = word.indexOf(QLatin1Char('-'));
    if (dash < 2 || dash > 6 || word.size() - dash - 1 < 4)
        return false;
    return std::all_of(word.begin() + dash + 1, word.end(), [](QChar c) { return c.isDigit(); })
        && std::all_of(written.begin(), written.begin() + dash,
                       [](QChar c) { return c.isUpper(); });
}

bool isHttpFailure(const QString &word, const QString &next)
{
    if (word != QLatin1String("http") && !word.startsWith(QLatin1String("http/"))
        && word != QLatin1String("status") && word != QLatin1String("statut"))
        return false;
    return next.size() == 3 && (next[0] == QLatin1Char('4') || next[0] == QLatin1Char('5'))
        && next[1].isDigit() && next[2].isDigit();
}

/// The words of a line without punctuation around them.
QStringList bareWords(const QString &line)
{
    QStringList words;
    const QStringList parts = line.simplified().split(QLatin1Char(' '), Qt::SkipEmptyParts);
    for (const QString &part : parts) {
        qsizetype begin = 0;
        qsizetype end = part.size();
        while (begin < end && !part[begin].isLetterOrNumber())
            ++begin;
        while (begin < end && !part[end - 1].isLetterOrNumber())
            --end;
        if (begin < end)
            words.append(part.mid(begin, end - begin));
    }
    return words;
}

} // namespace

bool looksLikeError(const QString &line)
{
    const QString text = line.left(limits::kShortTextLength);
    const QString folded = foldedText(text.simplified());
    if (hasAny(folded, kInnocent))
        return false;
    if (hasAny(folded, kFailurePhrases))
        return true;
    const QStringList written = bareWords(text);
    for (qsizetype i = 0; i < written.size(); ++i) {
        const QString word = foldedText(written[i]);
        const QString next = i + 1 < written.size() ? written[i + 1] : QString();
        if (isListed(word, kFailureWords) || isCodeWord(word, written[i])
            || isHttpFailure(word, next))
            return true;
    }
    return false;
}

QList<qsizetype> errorLines(const QStringList &lines)
{
    QList<qsizetype> found;
    for (qsizetype i = 0; i < lines.size(); ++i) {
        if (!looksLikeError(lines[i]))
            continue;
        if (!found.isEmpty() && found.last() == i - 2 && !lines[i - 1].trimmed().isEmpty())
            found.append(i - 1);
        found.append(i);
    }
    if (found.size() > limits::kErrorLines)
        found.resize(limits::kErrorLines);
    return found;
}

QString errorMessage(const QStringList &lines)
{
    QStringList texts;
    const QList<qsizetype> numbers = errorLines(lines);
    for (const qsizetype i : numbers) {
        const QString text = lines[i].simplified();
        if (!texts.contains(text))
            texts.append(text);
    }
    return texts.join(QLatin1Char('\n')).left(limits::kShortTextLength);
}

} // namespace vigie
