// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/spell/speller.h"

#include <algorithm>

namespace vigie::spell {

namespace {

/// Each costs its memory and up to a second.
constexpr qsizetype kMostAsked = 3;

QString bare(const QString &language)
{
    return QString(language).replace(QLatin1Char('-'), QLatin1Char('_')).toLower();
}

QString family(const QString &language)
{
    return bare(language).section(QLatin1Char('_'), 0, 0);
}

} // namespace

QString fitting(const QString &language, const QStringList &have)
{
    QString found;
    for (const QString &one : have) {
        if (bare(one) == bare(language))
            return one;
        if (family(one) == family(language) && (found.isEmpty() || bare(one) == family(one)))
            found = one;
    }
    return found;
}

QStringList Speller::languages() const
{
    QStringList names;
    for (const DictionaryFiles &files : m_files)
        names.append(files.language);
    return names;
}

Result<Dictionary *> Speller::load(const QString &language)
{
    if (const auto known = m_loaded.constFind(language); known != m_loaded.constEnd())
        return known->get();
    const auto files =
        std::find_if(m_files.cbegin(), m_files.cend(), [&language](const DictionaryFiles &one) {
            return one.language == language;
        });
    if (files == m_files.cend())
        return fail(ErrorCode::NotFound, QStringLiteral("no dictionary for %1").arg(language));
    VIGIE_TRY_ASSIGN(opened, Dictionary::open(*files));
    const std::shared_ptr<Dictionary> kept(std::move(opened));
    m_loaded.insert(language, kept);
    return kept.get();
}

QStringList Speller::candidates(const QStringList &likely) const
{
    const QStringList have = languages();
    QStringList asked;
    for (const QString &language : likely) {
        const QString one = fitting(language, have);
        if (!one.isEmpty() && !asked.contains(one) && asked.size() < kMostAsked)
            asked.append(one);
    }
    return asked.isEmpty() ? have.mid(0, 1) : asked;
}

Result<Verdict> Speller::check(const QStringList &words, const QString &language,
                               const QStringList &likely)
{
    const QStringList asked = language.isEmpty() ? candidates(likely) : QStringList{language};
    Verdict best;
    Error trouble;
    for (const QString &one : asked) {
        const Result<Dictionary *> dictionary = load(one);
        if (!dictionary) {
            trouble = dictionary.error();
            continue;
        }
        Verdict verdict{one, {}};
        for (const QString &word : words) {
            if (!(*dictionary)->isRight(word))
                verdict.wrong.insert(word);
        }
        if (best.language.isEmpty() || verdict.wrong.size() < best.wrong.size())
            best = verdict;
    }
    if (best.language.isEmpty() && !asked.isEmpty())
        return fail(trouble);
    return best;
}

Result<QStringList> Speller::suggestions(const QString &word, const QString &language, int most)
{
    VIGIE_TRY_ASSIGN(dictionary, load(language));
    return dictionary->suggestions(word, most);
}

} // namespace vigie::spell
