// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/composer/writinghelp.h"

#include "app/composer/cannedtextlist.h"
#include "app/composer/messageedit.h"
#include "app/composer/messageoffers.h"
#include "app/composer/spellmarks.h"
#include "app/composer/writingoffers.h"
#include "app/widgets/iconset.h"
#include "core/service/snippetservice.h"
#include "core/service/workspace.h"

#include <QAction>
#include <QMenu>
#include <QTextDocumentFragment>

namespace vigie {

WritingHelp::WritingHelp(Workspace &workspace, Prompt &prompt, QWidget *composer)
    : QObject(composer), m_workspace(workspace), m_prompt(prompt), m_window(composer),
      m_offers(new WritingOffers(workspace, this))
{
}

void WritingHelp::watch(MessageEdit *edit)
{
    auto *completion = new MessageOffers(edit, *m_offers);
    m_completions.insert(edit, completion);
    connect(completion, &MessageOffers::cannedTextsWanted, this, [this] {
        CannedTextList::write(m_workspace.snippets(), m_prompt, {}, m_window);
    });
    auto *marks = new SpellMarks(edit, m_workspace.spelling(), m_prompt);
    m_marks.insert(edit, marks);
    connect(edit, &MessageEdit::menuOpening, this,
            [this, edit](QMenu *menu) { addToMenu(*menu, edit); });
    connect(edit, &MessageEdit::menuOpening, marks, &SpellMarks::addToMenu);
}

void WritingHelp::setTarget(bool asStaff, const QMap<QString, QString> &values)
{
    m_asStaff = asStaff;
    m_offers->setAsStaff(asStaff);
    m_offers->setValues(values);
}

void WritingHelp::showCannedTexts(MessageEdit *into)
{
    if (!m_asStaff)
        return;
    auto *list = new CannedTextList(m_workspace.snippets(), m_prompt, !into->isReadOnly(), m_window);
    connect(list, &CannedTextList::chosen, into, [this, into](const Snippet &snippet) {
        m_completions.value(into)->insertCanned(snippet.body);
    });
    list->open();
}

void WritingHelp::toNextMisspelled(MessageEdit *edit)
{
    m_marks.value(edit)->toNext();
}

void WritingHelp::addToMenu(QMenu &menu, MessageEdit *edit)
{
    if (!m_asStaff)
        return;
    menu.addSeparator();
    QAction *show = menu.addAction(IconSet::icon(Icon::Note), tr("Insert a canned text…"));
    show->setObjectName(QStringLiteral("insertCannedAction"));
    show->setEnabled(!edit->isReadOnly());
    connect(show, &QAction::triggered, this, [this, edit] { showCannedTexts(edit); });
    // Line ends of the editor are not those of a text.
    const QString marked = edit->textCursor().selection().toPlainText();
    QAction *keep = menu.addAction(IconSet::icon(Icon::Plus), tr("Save selection as canned text…"));
    keep->setObjectName(QStringLiteral("saveCannedAction"));
    keep->setEnabled(!marked.trimmed().isEmpty());
    connect(keep, &QAction::triggered, this, [this, marked] {
        Snippet snippet;
        snippet.body = marked;
        CannedTextList::write(m_workspace.snippets(), m_prompt, snippet, m_window);
    });
}

} // namespace vigie
