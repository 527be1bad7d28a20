// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/composer/spellmarks.h"

#include "app/composer/messageedit.h"
#include "app/prompt/prompt.h"
#include "app/text/errortext.h"
#include "app/widgets/iconset.h"
#include "core/base/async.h"
#include "core/spell/checkedwords.h"

#include <QAction>
#include <QActionGroup>
#include <QLocale>
#include <QMenu>
#include <QPointer>
#include <QScrollBar>
#include <QTimer>
#include <QToolTip>

namespace vigie {

namespace {

/// Nobody is corrected in the middle of a word.
constexpr int kCalmTypingMs = 300;

QString textOf(const QString &text, const Span &word)
{
    return text.mid(word.begin, word.end - word.begin);
}

QStringList textsOf(const QString &text, const QList<Span> &words)
{
    QStringList texts;
    for (const Span &word : words)
        texts.append(textOf(text, word));
    texts.removeDuplicates();
    return texts;
}

/// "français", "français (Canada)"; the dictionary's own name where the system has none.
QString languageName(const QString &language)
{
    const QLocale locale(language);
    if (locale.language() == QLocale::C)
        return language;
    return language.contains(QLatin1Char('_'))
        ? SpellMarks::tr("%1 (%2)", "a language and its country")
              .arg(locale.nativeLanguageName(), locale.nativeTerritoryName())
        : locale.nativeLanguageName();
}

} // namespace

SpellMarks::SpellMarks(MessageEdit *edit, SpellingService &spelling, Prompt &prompt)
    : QObject(edit), m_edit(edit), m_spelling(spelling), m_prompt(prompt), m_calm(new QTimer(this))
{
    m_calm->setSingleShot(true);
    m_calm->setInterval(kCalmTypingMs);
    connect(m_calm, &QTimer::timeout, this, &SpellMarks::look);
    connect(m_edit, &QPlainTextEdit::textChanged, this, &SpellMarks::lookSoon);
    connect(m_edit, &QPlainTextEdit::cursorPositionChanged, this, &SpellMarks::mark);
    connect(m_edit->verticalScrollBar(), &QScrollBar::valueChanged, this, &SpellMarks::lookSoon);
    connect(m_edit->verticalScrollBar(), &QScrollBar::rangeChanged, this, &SpellMarks::lookSoon);
    connect(&m_spelling, &SpellingService::changed, this, [this] {
        m_choiceRead = false;
        lookSoon();
    });
}

// ---- looking ---------------------------------------------------------------------------------

void SpellMarks::lookSoon()
{
    mark(); // what is known moves with the words
    if (!m_edit->document()->isEmpty())
        m_calm->start();
}

void SpellMarks::look()
{
    const QString text = m_edit->toPlainText();
    const QStringList words = textsOf(text, spell::checkedWords(text, m_edit->visibleText()));
    const quint64 round = ++m_round;
    if (!m_choiceRead) {
        whenDone(m_spelling.choice(), this, [this](const Result<SpellingChoice> &choice) {
            m_choiceRead = choice.has_value();
            m_choice = choice.value_or(SpellingChoice());
        });
    }
    if (words.isEmpty())
        return;
    whenDone(m_spelling.check(words), this, [this, round](const Result<spell::Verdict> &verdict) {
        // Without an answer nothing is wrong: marks are help, not news.
        if (round != m_round)
            return;
        m_verdict = verdict.value_or(spell::Verdict());
        mark();
    });
}

void SpellMarks::mark()
{
    QList<QTextEdit::ExtraSelection> marks;
    if (!m_verdict.wrong.isEmpty()) {
        QTextCharFormat wrong;
        wrong.setUnderlineStyle(QTextCharFormat::WaveUnderline);
        wrong.setUnderlineColor(tokensFor(m_edit).tone(Tone::Danger).solid);
        const QString text = m_edit->toPlainText();
        const int cursor = m_edit->textCursor().position();
        const QList<Span> words = spell::checkedWords(text, m_edit->visibleText());
        for (const Span &word : words) {
            const bool inWork = m_edit->hasFocus() && cursor == word.end
                && !m_edit->textCursor().hasSelection();
            if (inWork || !m_verdict.wrong.contains(textOf(text, word)))
                continue;
            QTextEdit::ExtraSelection mark;
            mark.format = wrong;
            mark.cursor = QTextCursor(m_edit->document());
            mark.cursor.setPosition(int(word.begin));
            mark.cursor.setPosition(int(word.end), QTextCursor::KeepAnchor);
            marks.append(mark);
        }
    }
    if (!marks.isEmpty() || !m_edit->extraSelections().isEmpty())
        m_edit->setExtraSelections(marks);
}

QString SpellMarks::wordAt(const Span &span) const
{
    return textOf(m_edit->toPlainText(), span);
}

std::optional<Span> SpellMarks::wrongAt(int position) const
{
    const QString text = m_edit->toPlainText();
    const QList<Span> words = spell::checkedWords(text, m_edit->visibleText());
    for (const Span &word : words) {
        if (word.begin <= position && position <= word.end
            && m_verdict.wrong.contains(textOf(text, word)))
            return word;
    }
    return std::nullopt;
}

// ---- the menu --------------------------------------------------------------------------------

void SpellMarks::addToMenu(QMenu *menu, int position)
{
    if (const auto wrong = wrongAt(position); wrong && !m_edit->isReadOnly())
        offerFor(menu, *wrong);
    menu->addSeparator();
    addLanguages(menu);
}

/// The suggestions come a moment later, in front of everything else.
void SpellMarks::offerFor(QMenu *menu, const Span &span)
{
    const QString word = wordAt(span);
    QAction *first = menu->actions().value(0);
    const auto put = [menu, first](const QString &text, const char *name) {
        auto *action = new QAction(text, menu);
        action->setObjectName(QLatin1String(name));
        menu->insertAction(first, action);
        return action;
    };
    QAction *waiting = put(tr("Looking for other words…"), "spellingWaitAction");
    waiting->setEnabled(false);
    QAction *keep = put(tr("Add “%1” to the dictionary").arg(word), "spellingAddAction");
    connect(keep, &QAction::triggered, this, [this, word] { add(word); });
    QAction *ignore = put(tr("Ignore “%1”").arg(word), "spellingIgnoreAction");
    connect(ignore, &QAction::triggered, this, [this, word] { m_spelling.ignoreWord(word); });
    menu->insertSeparator(first);
    const QPointer<QMenu> open(menu);
    whenDone(m_spelling.suggestions(word, m_verdict.language), this,
             [this, open, waiting, span](const Result<QStringList> &words) {
                 if (open)
                     putSuggestions(open, waiting, words.value_or(QStringList()), span);
             });
}

void SpellMarks::putSuggestions(QMenu *menu, QAction *before, const QStringList &words,
                                const Span &span)
{
    if (words.isEmpty()) {
        before->setText(tr("The dictionary has nothing like it"));
        return;
    }
    const QString was = wordAt(span);
    QAction *first = nullptr;
    for (const QString &word : words) {
        auto *action = new QAction(QString(word).replace(QLatin1Char('&'), QLatin1String("&&")), menu);
        action->setObjectName(QStringLiteral("suggestionAction"));
        QFont font = menu->font();
        font.setBold(true);
        action->setFont(font);
        connect(action, &QAction::triggered, this,
                [this, span, was, word] { replace(span, was, word); });
        menu->insertAction(before, action);
        first = first ? first : action;
    }
    before->setVisible(false);
    if (menu->objectName() == QLatin1String("spellingMenu"))
        menu->setActiveAction(first);
}

void SpellMarks::addLanguages(QMenu *menu)
{
    if (m_choiceRead && m_choice.languages.isEmpty()) {
        QAction *how = menu->addAction(tr("No dictionary for the spelling…"));
        how->setObjectName(QStringLiteral("spellingHowAction"));
        connect(how, &QAction::triggered, this, &SpellMarks::tellHowToGetOne);
        return;
    }
    if (!m_choiceRead)
        return;
    QMenu *languages = menu->addMenu(tr("Spelling"));
    languages->setObjectName(QStringLiteral("spellingLanguageMenu"));
    auto *group = new QActionGroup(languages);
    const auto add = [this, languages, group](const QString &name, const QString &language) {
        QAction *action = languages->addAction(name);
        action->setObjectName(QStringLiteral("spelling.") + language);
        action->setCheckable(true);
        action->setChecked(m_choice.chosen == language);
        group->addAction(action);
        connect(action, &QAction::triggered, this, [this, language] { m_spelling.choose(language); });
    };
    add(m_verdict.language.isEmpty()
            ? tr("Find out the language")
            : tr("Find out the language (%1)").arg(languageName(m_verdict.language)),
        QString());
    for (const QString &language : std::as_const(m_choice.languages))
        add(languageName(language), language);
    languages->addSeparator();
    add(tr("Off"), QLatin1String(SpellingService::kOff));
}

void SpellMarks::replace(const Span &span, const QString &was, const QString &word)
{
    if (m_edit->isReadOnly() || wordAt(span) != was)
        return; // the text went on meanwhile
    const qsizetype end = span.begin + word.size();
    m_edit->change({span, word, {end, end}});
}

void SpellMarks::add(const QString &word)
{
    whenDone(m_spelling.addWord(word), this, [this, word](const Result<bool> &kept) {
        if (!kept) {
            m_prompt.tell(m_edit, tr("“%1” is only known until you close Vigie").arg(word),
                          ErrorText::of(kept.error()).paragraph());
        }
    });
}

void SpellMarks::tellHowToGetOne()
{
    m_prompt.tell(m_edit, tr("No dictionary for the spelling"),
                  tr("Vigie uses the dictionaries of Hunspell, which many programs share. On Linux, "
                     "install hunspell-en-us or hunspell-fr; on Windows, LibreOffice brings them; on "
                     "macOS, put them into Library/Spelling. Then start Vigie again."));
}

// ---- from one to the next --------------------------------------------------------------------

void SpellMarks::toNext()
{
    const QString text = m_edit->toPlainText();
    const QList<Span> words = spell::checkedWords(text, {0, text.size()});
    whenDone(m_spelling.check(textsOf(text, words)), this,
             [this, text, words](const Result<spell::Verdict> &verdict) {
                 if (verdict && text == m_edit->toPlainText())
                     goTo(*verdict, words);
             });
}

void SpellMarks::goTo(const spell::Verdict &verdict, const QList<Span> &words)
{
    if (verdict.language.isEmpty() && m_choice.chosen != QLatin1String(SpellingService::kOff)
        && !words.isEmpty())
        return tellHowToGetOne();
    const int from = m_edit->textCursor().selectionEnd();
    const QString text = m_edit->toPlainText();
    std::optional<Span> next;
    for (const Span &word : words) {
        if (!verdict.wrong.contains(textOf(text, word)))
            continue;
        const bool behind = word.begin >= from;
        if (!next || (behind && next->begin < from))
            next = word;
    }
    if (!next) {
        QToolTip::showText(m_edit->viewport()->mapToGlobal(m_edit->cursorRect().bottomLeft()),
                           tr("No other misspelled word"), m_edit);
        return;
    }
    QTextCursor cursor(m_edit->document());
    cursor.setPosition(int(next->begin));
    cursor.setPosition(int(next->end), QTextCursor::KeepAnchor);
    m_edit->setTextCursor(cursor);
    m_edit->setFocus(Qt::ShortcutFocusReason);
    m_verdict.language = verdict.language;
    m_verdict.wrong += verdict.wrong;
    mark();
    auto *menu = new QMenu(m_edit);
    menu->setObjectName(QStringLiteral("spellingMenu"));
    menu->setAttribute(Qt::WA_DeleteOnClose);
    offerFor(menu, *next);
    menu->popup(m_edit->viewport()->mapToGlobal(m_edit->cursorRect().bottomLeft()));
}

} // namespace vigie
