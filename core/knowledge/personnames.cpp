// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/knowledge/personnames.h"

#include "core/base/limits.h"
#include "core/knowledge/knowledgelimits.h"

#include <algorithm>

namespace vigie::knowledge {

namespace {

constexpr qsizetype kShortestPart = 3;
constexpr qsizetype kLongestPart = 64;

bool isNameLetter(QChar c)
{
    return c.isLetter() || c.isMark();
}

/// The stretches of letters of a text.
QList<Span> lettersOf(const QString &text)
{
    QList<Span> runs;
    for (qsizetype i = 0; i < text.size(); ++i) {
        if (!isNameLetter(text.at(i)))
            continue;
        const qsizetype begin = i;
        while (i < text.size() && isNameLetter(text.at(i)))
            ++i;
        runs.append({begin, i});
    }
    return runs;
}

QStringList partsOf(const QString &text)
{
    QStringList parts;
    const QList<Span> runs = lettersOf(text);
    for (const Span &run : runs)
        parts.append(foldedText(text.mid(run.begin, run.end - run.begin)));
    return parts;
}

/// What may stand between two parts of one name.
bool joinsNames(const QString &line, const Span &before, const Span &after)
{
    if (after.begin - before.end != 1)
        return false;
    const QChar c = line.at(before.end);
    return c == QLatin1Char(' ') || c == QLatin1Char('-') || c == QLatin1Char('.')
        || c == QLatin1Char('\'') || c == QChar(0x2019) || c == QChar(0x00a0);
}

bool isSpokenTo(const QString &line, const QList<Span> &runs, qsizetype at)
{
    if (runs[at].begin > 0 && line.at(runs[at].begin - 1) == QLatin1Char('@'))
        return true;
    if (at == 0)
        return false;
    const Span &before = runs[at - 1];
    return isListed(foldedText(line.mid(before.begin, before.end - before.begin)),
                    u"bonjour bonsoir salut merci cher chere hello hi hey thanks dear thank you "
                    u"madame monsieur mme mr mrs ms danke hallo");
}

bool isLoginLetter(QChar c)
{
    return c.isLetterOrNumber() || c == QLatin1Char('_') || c == QLatin1Char('.')
        || c == QLatin1Char('-');
}

} // namespace

PersonNames::PersonNames(const QList<KnownPerson> &people)
{
    const auto count = int(std::min<qsizetype>(people.size(), knowledgelimits::kDraftPeople));
    for (int person = 0; person < count; ++person) {
        const KnownPerson &known = people.at(person);
        QSet<QString> all;
        const QStringList parts = partsOf(known.name.left(limits::kNameLength));
        for (const QString &part : parts) {
            all.insert(part);
            QList<int> &owners = m_byPart[part];
            if (part.size() >= kShortestPart && !owners.contains(person))
                owners.append(person);
        }
        m_parts.append(all);
        for (const QString &login : known.logins) {
            const QString key = foldedText(login.left(limits::kNameLength));
            if (key.size() >= kShortestPart && !m_byLogin.contains(key))
                m_byLogin.insert(key, person);
        }
        for (const QString &address : known.addresses) {
            const QString key = foldedText(address.left(limits::kNameLength));
            if (!key.isEmpty() && !m_byAddress.contains(key))
                m_byAddress.insert(key, person);
        }
    }
    m_byPart.removeIf([](const auto &part) { return part.value().isEmpty(); });
}

bool PersonNames::isPart(int person, const QString &part) const
{
    return m_parts.at(person).contains(part);
}

int PersonNames::byLogin(const QString &login) const
{
    return m_byLogin.value(foldedText(login), -1);
}

int PersonNames::byAddress(const QString &address) const
{
    const QString key = foldedText(address);
    if (const auto known = m_byAddress.constFind(key); known != m_byAddress.constEnd())
        return *known;
    const QString local = key.section(QLatin1Char('@'), 0, 0);
    if (const int person = byLogin(local); person >= 0)
        return person;
    const QStringList parts = partsOf(local);
    if (parts.size() < 2)
        return -1;
    const QList<int> owners = m_byPart.value(parts.first()) + m_byPart.value(parts.last());
    for (const int person : owners) {
        const bool all = std::all_of(parts.begin(), parts.end(), [&](const QString &part) {
            return isPart(person, part);
        });
        if (all)
            return person;
    }
    return -1;
}

QList<PersonNames::Hit> PersonNames::find(const QString &line) const
{
    QList<Hit> hits;
    if (m_byPart.isEmpty() && m_byLogin.isEmpty())
        return hits;
    const QList<Span> runs = lettersOf(line);
    const auto folded = [&](qsizetype at) {
        const Span &run = runs[at];
        return run.end - run.begin > kLongestPart
            ? QString()
            : foldedText(line.mid(run.begin, run.end - run.begin));
    };
    for (qsizetype at = 0; at < runs.size(); ++at) {
        // A login is more than letters: it reaches to both sides as far as logins go.
        Span login = runs[at];
        while (login.begin > 0 && isLoginLetter(line.at(login.begin - 1))
               && login.end - login.begin < kLongestPart)
            --login.begin;
        while (login.end < line.size() && isLoginLetter(line.at(login.end))
               && login.end - login.begin < kLongestPart)
            ++login.end;
        while (login.end > runs[at].end && !line.at(login.end - 1).isLetterOrNumber())
            --login.end;
        const int owner = byLogin(line.mid(login.begin, login.end - login.begin));
        if (owner >= 0) {
            hits.append({login, owner, Certainty::High});
            while (at + 1 < runs.size() && runs[at + 1].begin < login.end)
                ++at;
            continue;
        }
        QList<int> owners = m_byPart.value(folded(at));
        const bool capital = line.at(runs[at].begin).isUpper();
        const bool attached = (runs[at].begin > 0 && line.at(runs[at].begin - 1).isDigit())
            || (runs[at].end < line.size() && line.at(runs[at].end).isDigit());
        if (owners.isEmpty() || attached)
            continue;
        Span span = runs[at];
        int parts = 1;
        // "Le Goff" and "Wei Li": parts too short to be looked for, beside one that was found.
        if (at > 0 && joinsNames(line, runs[at - 1], runs[at])
            && (hits.isEmpty() || hits.last().span.end <= runs[at - 1].begin)
            && line.at(runs[at - 1].begin).isUpper() && isPart(owners.first(), folded(at - 1))) {
            span.begin = runs[at - 1].begin;
            ++parts;
        }
        while (at + 1 < runs.size() && joinsNames(line, runs[at], runs[at + 1])) {
            const QString next = folded(at + 1);
            QList<int> both;
            std::copy_if(owners.begin(), owners.end(), std::back_inserter(both),
                         [&](int person) { return isPart(person, next); });
            if (both.isEmpty())
                break;
            owners = both;
            span.end = runs[++at].end;
            ++parts;
        }
        if (parts == 1 && !capital && !isSpokenTo(line, runs, at))
            continue;
        hits.append({span, owners.first(),
                     parts > 1   ? Certainty::High
                     : capital   ? Certainty::Medium
                                 : Certainty::Low});
    }
    return hits;
}

} // namespace vigie::knowledge
