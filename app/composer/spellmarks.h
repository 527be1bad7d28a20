// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/service/spellingservice.h"
#include "core/text/scanline.h"

#include <QObject>

#include <optional>

class QAction;
class QMenu;
class QTimer;

namespace vigie {

class MessageEdit;
class Prompt;

/// Underlines the words of one editor that no dictionary has, as far as they can be seen and once
/// they are written to their end, and offers others in their place. Without a dictionary nothing is
/// marked, and the menu says how to get one. GUI thread; `edit` is the parent, the services must
/// outlive it.
class SpellMarks final : public QObject
{
    Q_OBJECT

public:
    SpellMarks(MessageEdit *edit, SpellingService &spelling, Prompt &prompt);

    /// What concerns the word at this position, and the choice of the language.
    void addToMenu(QMenu *menu, int position);
    /// Goes to the next wrong word of the whole text and opens its menu.
    void toNext();

private:
    void lookSoon();
    void look();
    void mark();
    [[nodiscard]] QString wordAt(const Span &span) const;
    [[nodiscard]] std::optional<Span> wrongAt(int position) const;
    void offerFor(QMenu *menu, const Span &span);
    void putSuggestions(QMenu *menu, QAction *before, const QStringList &words, const Span &span);
    void addLanguages(QMenu *menu);
    void replace(const Span &span, const QString &was, const QString &word);
    void add(const QString &word);
    void goTo(const spell::Verdict &verdict, const QList<Span> &words);
    void tellHowToGetOne();

    MessageEdit *m_edit;
    SpellingService &m_spelling;
    Prompt &m_prompt;
    QTimer *m_calm;
    spell::Verdict m_verdict; ///< of what could be seen
    SpellingChoice m_choice;
    bool m_choiceRead = false;
    quint64 m_round = 0; ///< answers to older questions are dropped
};

} // namespace vigie
