// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/shell/keychoices.h"
#include "app/widgets/iconset.h"

#include <QAction>
#include <QKeySequence>
#include <QList>
#include <QObject>
#include <QPointer>

#include <functional>

class QWidget;

namespace vigie {

/// One thing a person can ask for.
struct Command {
    QString id;    ///< "report.new"; the action's object name
    QString group; ///< heading in menus and on the shortcut sheet, translated
    QAction *action = nullptr;
    /// Brings the command's page to the front; empty for commands that work everywhere.
    std::function<void()> prepare;
    QList<QKeySequence> usualKeys; ///< what it has as long as nobody chose others
};

/// Every command of the application, once: feeds menus, tooltips, the palette, the shortcut sheet
/// and screen readers. Actions belong to their pages or to the registry. GUI thread.
class CommandRegistry final : public QObject
{
    Q_OBJECT

public:
    explicit CommandRegistry(QObject *parent);

    /// A command of the shell; works while `scope` or something in it has the focus. From menus
    /// and palette `prepare` runs first: a page's command is done where it can be seen.
    QAction *add(QWidget *scope, const QString &group, const QString &id, const QString &text,
                 Icon icon, const QList<QKeySequence> &keys, std::function<void()> run,
                 std::function<void()> prepare = {});
    /// The commands of a page; the action's object name is the id.
    void adopt(const QString &group, const QList<QAction *> &actions,
               const std::function<void()> &prepare);
    /// Forgets all but its own, before the pages go.
    void clear();

    [[nodiscard]] const QList<Command> &commands() const { return m_commands; }
    [[nodiscard]] const Command *command(const QString &id) const; ///< null when unknown
    [[nodiscard]] QAction *action(const QString &id) const;
    /// Prepares and triggers; nothing for an unknown or disabled one.
    void run(const QString &id);
    /// Does it in another window, if that one has the command for itself; false when it has not.
    bool runWithin(const QString &id, const QWidget &window);

    /// The keys that somebody chose, for the commands of now and of later.
    void setChoices(const KeyChoices &choices);
    [[nodiscard]] const KeyChoices &choices() const { return m_choices; }
    /// Gives it these keys instead of those it has.
    void chooseKeys(const QString &id, const QList<QKeySequence> &keys);
    void chooseUsualKeys(const QString &id);
    void chooseAllUsualKeys();
    /// The command that already answers these keys, or whose keys begin like them, where the
    /// keyboard can be while `id` is meant; null = they are free.
    [[nodiscard]] const Command *clash(const QString &id, const QKeySequence &keys) const;
    /// Actions below `page` with the ids of commands stand for the same; they have their keys too.
    void lendKeys(QWidget *page);

    /// "Report a problem (Ctrl+N)".
    [[nodiscard]] static QString toolTip(const QAction &action);
    [[nodiscard]] static QString keysText(const QAction &action);

Q_SIGNALS:
    void changed();
    /// Commands have other keys now.
    void keysChanged();
    /// … because somebody chose them here: they are worth keeping.
    void keysChosen();

private:
    void apply(const Command &command);
    void choose(const KeyChoices &choices);

    QList<Command> m_commands;
    KeyChoices m_choices;
    QList<QPointer<QAction>> m_lent;
};

/// Whether both cannot be had in one place: "G" would swallow the beginning of "G, Q".
[[nodiscard]] bool hinder(const QKeySequence &one, const QKeySequence &other);

/// How well `text` answers `query`: 0 = not at all, more is better. The beginning of the text
/// counts most, then beginnings of words, then letters in order. Case and accents do not matter.
[[nodiscard]] int matchScore(const QString &query, const QString &text);

} // namespace vigie
