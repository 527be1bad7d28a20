// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHash>
#include <QMap>
#include <QObject>

class QMenu;
class QWidget;

namespace vigie {

class MessageEdit;
class MessageOffers;
class Prompt;
class SpellMarks;
class WritingOffers;
class Workspace;

/// What helps while somebody writes in the editors of one composer: completion, canned texts,
/// spelling, and what the editors' menus say of them. GUI thread; `workspace` and `prompt` must outlive it.
class WritingHelp final : public QObject
{
    Q_OBJECT

public:
    WritingHelp(Workspace &workspace, Prompt &prompt, QWidget *composer);

    /// Helps in this editor from now on.
    void watch(MessageEdit *edit);
    /// Who writes, and what placeholders stand for.
    void setTarget(bool asStaff, const QMap<QString, QString> &values);
    /// The window of canned texts; what is chosen goes into the editor.
    void showCannedTexts(MessageEdit *into);
    /// To the next word that is in no dictionary.
    void toNextMisspelled(MessageEdit *edit);

private:
    void addToMenu(QMenu &menu, MessageEdit *edit);

    Workspace &m_workspace;
    Prompt &m_prompt;
    QWidget *m_window;
    WritingOffers *m_offers;
    QHash<MessageEdit *, MessageOffers *> m_completions;
    QHash<MessageEdit *, SpellMarks *> m_marks;
    bool m_asStaff = false;
};

} // namespace vigie
