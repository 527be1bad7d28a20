// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/wordstock.h"

#include "core/text/editdistance.h"
#include "core/text/searchtext.h"

#include <algorithm>

namespace vigie::store {

namespace {

constexpr int kMostCorrections = 8;     // words of one text
constexpr int kMostLookedAt = 6'000;    // words of the index for one of them
constexpr qsizetype kShortest = 4;
constexpr qsizetype kLong = 8;

/// A word that may be looked for in the index; empty = leave it as it is.
QString looked(const QString &token)
{
    const bool plain = std::all_of(token.cbegin(), token.cend(), [](QChar c) { return c.isLetter(); });
    if (!plain || token.size() < kShortest || token.size() > 64)
        return {};
    const QStringList words = searchtext::indexWords(token);
    return words.size() == 1 ? words.first() : QString();
}

/// The first text behind all that begin so.
QString behind(QString beginning)
{
    beginning.back() = QChar(beginning.back().unicode() + 1);
    return beginning;
}

} // namespace

Result<QString> WordStock::corrected(const QString &text) const
{
    QStringList tokens = text.simplified().split(QLatin1Char(' '), Qt::SkipEmptyParts);
    int corrections = 0;
    for (QString &token : tokens) {
        const QString word = looked(token);
        if (word.isEmpty() || corrections >= kMostCorrections)
            continue;
        VIGIE_TRY_ASSIGN(known, isBeginning(word));
        if (known)
            continue;
        VIGIE_TRY_ASSIGN(better, nearest(word));
        if (better.isEmpty())
            continue;
        token = better;
        ++corrections;
    }
    return corrections > 0 ? tokens.join(QLatin1Char(' ')) : QString();
}

Result<bool> WordStock::isBeginning(const QString &word) const
{
    for (const char *table : {"subject_words", "message_words"}) {
        VIGIE_TRY_ASSIGN(rows, m_database.prepare(
                                   QStringLiteral("SELECT 1 FROM %1 WHERE term >= ? AND term < ? LIMIT 1")
                                       .arg(QLatin1String(table))));
        VIGIE_TRY_ASSIGN(found, rows.bind(word).bind(behind(word)).next());
        if (found)
            return true;
    }
    return false;
}

/// Titles first: they are few and hold what things are called. Words of messages begin as the word
/// does, or with its first two letters swapped.
Result<QString> WordStock::nearest(const QString &word) const
{
    const int most = word.size() >= kLong ? 2 : 1;
    QString best;
    int bestDistance = most + 1;
    qint64 bestCount = 0;
    int looked = 0;
    const auto look = [&](const char *table, const QString &beginning) -> Done {
        VIGIE_TRY_ASSIGN(rows, m_database.prepare(
                                   QStringLiteral("SELECT term, doc FROM %1 WHERE term >= ? "
                                                  "AND term < ?").arg(QLatin1String(table))));
        rows.bind(beginning).bind(behind(beginning));
        while (looked < kMostLookedAt) {
            VIGIE_TRY_ASSIGN(found, rows.next());
            if (!found)
                break;
            ++looked;
            const QString term = rows.text(0);
            const int distance = editDistance(word, term, most);
            const qint64 count = rows.integer(1);
            if (distance > most || distance > bestDistance
                || (distance == bestDistance && count <= bestCount))
                continue;
            best = term;
            bestDistance = distance;
            bestCount = count;
        }
        return {};
    };
    VIGIE_TRY(look("subject_words", word.left(1)));
    if (word[0] != word[1])
        VIGIE_TRY(look("subject_words", word.mid(1, 1)));
    if (best.isEmpty()) {
        looked = 0;
        VIGIE_TRY(look("message_words", word.left(2)));
        VIGIE_TRY(look("message_words", QString(word[1]) + word[0]));
    }
    return best;
}

} // namespace vigie::store
