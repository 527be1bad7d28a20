// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/service/spellingservice.h"

#include "core/service/workerthread.h"
#include "core/service/workspacethreads.h"
#include "core/spell/dictionaryfolders.h"

#include <QDir>
#include <QLocale>

namespace vigie {

namespace {

constexpr int kSuggestedWords = 7;
constexpr qsizetype kOwnWords = 5'000;
constexpr qsizetype kOwnWordLength = 60;
const QString kWordsKey = QStringLiteral("spelling-words");
const QString kLanguageKey = QStringLiteral("spelling-language");

/// DICPATH is Hunspell's own name for it.
QStringList folders()
{
    const QString own = qEnvironmentVariable("DICPATH");
    const QStringList first = own.split(QDir::listSeparator(), Qt::SkipEmptyParts);
    return first.isEmpty() ? spell::systemFolders() : first;
}

/// What the person probably writes: what their system speaks, and English.
QStringList likelyLanguages()
{
    return QLocale().uiLanguages() + QLocale::system().uiLanguages()
        + QStringList{QStringLiteral("en-US")};
}

} // namespace

SpellingService::SpellingService(WorkspaceThreads &threads, QObject *parent)
    : QObject(parent), m_threads(threads)
{
}

SpellingService::~SpellingService() = default;

WorkerThread &SpellingService::thread()
{
    if (!m_thread) {
        m_thread = std::make_unique<WorkerThread>(QStringLiteral("spelling"));
        m_speller = std::make_shared<spell::Speller>(folders());
    }
    if (!m_keptRead)
        readKept();
    return *m_thread;
}

void SpellingService::readKept()
{
    m_keptRead = true;
    struct Kept {
        QString words;
        QString language;
    };
    const auto kept = m_threads.keep([](store::OutboxStore &outbox) -> Result<Kept> {
        VIGIE_TRY_ASSIGN(words, outbox.meta(kWordsKey));
        VIGIE_TRY_ASSIGN(language, outbox.meta(kLanguageKey));
        return Kept{words, language};
    });
    whenDone(kept, this, [this](const Result<Kept> &read) {
        if (!read || (read->words.isEmpty() && read->language.isEmpty()))
            return;
        for (const QString &word : read->words.split(QLatin1Char('\n'), Qt::SkipEmptyParts)) {
            if (!m_own.contains(word))
                m_own.append(word);
        }
        if (!m_chosen)
            m_language = read->language;
        Q_EMIT changed();
    });
}

QFuture<Result<SpellingChoice>> SpellingService::choice()
{
    WorkerThread &worker = thread();
    return worker.call([speller = m_speller, chosen = m_language]() -> Result<SpellingChoice> {
        return SpellingChoice{speller->languages(), chosen};
    });
}

QFuture<Result<bool>> SpellingService::choose(const QString &language)
{
    m_language = language;
    m_chosen = true; // before what is read late
    Q_EMIT changed();
    return m_threads.keep([language](store::OutboxStore &outbox) -> Result<bool> {
        VIGIE_TRY(outbox.setMeta(kLanguageKey, language));
        return true;
    });
}

QFuture<Result<spell::Verdict>> SpellingService::check(const QStringList &words)
{
    WorkerThread &worker = thread();
    if (m_language == QLatin1String(kOff))
        return readyFuture<spell::Verdict>(spell::Verdict());
    const QSet<QString> right = QSet<QString>(m_own.cbegin(), m_own.cend()) + m_ignored;
    return worker.call([speller = m_speller, words, right, language = m_language,
                        likely = likelyLanguages()]() -> Result<spell::Verdict> {
        // A dictionary that went since it was chosen is no reason to check nothing.
        const QString known = speller->languages().contains(language) ? language : QString();
        VIGIE_TRY_ASSIGN(verdict, speller->check(words, known, likely));
        verdict.wrong -= right;
        return verdict;
    });
}

QFuture<Result<QStringList>> SpellingService::suggestions(const QString &word,
                                                          const QString &language)
{
    WorkerThread &worker = thread();
    return worker.call([speller = m_speller, word, language] {
        return speller->suggestions(word, language, kSuggestedWords);
    });
}

QFuture<Result<bool>> SpellingService::addWord(const QString &word)
{
    if (word.isEmpty() || word.size() > kOwnWordLength || word.contains(QLatin1Char('\n')))
        return readyFuture<bool>(fail(ErrorCode::Invalid, QStringLiteral("no word")));
    if (m_own.size() >= kOwnWords)
        return readyFuture<bool>(fail(ErrorCode::TooLarge, QStringLiteral("too many words")));
    if (!m_own.contains(word))
        m_own.append(word);
    Q_EMIT changed();
    // What is on the disk may not have been read yet.
    return m_threads.keep([word](store::OutboxStore &outbox) -> Result<bool> {
        VIGIE_TRY_ASSIGN(kept, outbox.meta(kWordsKey));
        QStringList words = kept.split(QLatin1Char('\n'), Qt::SkipEmptyParts);
        if (words.contains(word))
            return false;
        words.append(word);
        VIGIE_TRY(outbox.setMeta(kWordsKey, words.join(QLatin1Char('\n'))));
        return true;
    });
}

void SpellingService::ignoreWord(const QString &word)
{
    m_ignored.insert(word);
    Q_EMIT changed();
}

} // namespace vigie
