// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/spell/speller.h"

#include <QFuture>
#include <QObject>

#include <memory>

namespace vigie {

class WorkerThread;
class WorkspaceThreads;

/// What can be chosen for the spelling.
struct SpellingChoice {
    QStringList languages; ///< of the dictionaries that are here; empty = nothing can be checked
    QString chosen;        ///< one of them, SpellingService::kOff, or empty = found out from the words
};

/// Looks words up in the dictionaries of this computer, on a thread of its own. The person's own
/// words and their choice of a language are kept beside their drafts; ignored words until the end
/// of the session. Lives on the GUI thread; owned by Workspace.
class SpellingService final : public QObject
{
    Q_OBJECT

public:
    /// The choice of nothing being checked.
    static constexpr char kOff[] = "off";

    SpellingService(WorkspaceThreads &threads, QObject *parent);
    ~SpellingService() override;

    [[nodiscard]] QFuture<Result<SpellingChoice>> choice();
    QFuture<Result<bool>> choose(const QString &language);
    /// Which of the words are wrong; none, without a language, when nothing is checked here.
    [[nodiscard]] QFuture<Result<spell::Verdict>> check(const QStringList &words);
    /// Best first, at most seven.
    [[nodiscard]] QFuture<Result<QStringList>> suggestions(const QString &word,
                                                           const QString &language);
    /// Right from now on. TooLarge when there are too many of them.
    QFuture<Result<bool>> addWord(const QString &word);
    void ignoreWord(const QString &word);

Q_SIGNALS:
    /// The same words may be judged differently now.
    void changed();

private:
    [[nodiscard]] WorkerThread &thread();
    void readKept();

    WorkspaceThreads &m_threads;
    std::unique_ptr<WorkerThread> m_thread; ///< made when something is asked
    std::shared_ptr<spell::Speller> m_speller; ///< used on m_thread only
    QStringList m_own;
    QSet<QString> m_ignored;
    QString m_language;
    bool m_keptRead = false;
    bool m_chosen = false; ///< in this session
};

} // namespace vigie
