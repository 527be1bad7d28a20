// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/widgets/iconset.h"

#include <QKeySequence>
#include <QList>
#include <QObject>

#include <functional>

class QAction;
class QWidget;

namespace vigie {

/// One thing a person can ask for.
struct Command {
    QString id;    ///< "report.new"; the action's object name
    QString group; ///< heading in menus and on the shortcut sheet, translated
    QAction *action = nullptr;
    /// Brings the command's page to the front; empty for commands that work everywhere.
    std::function<void()> prepare;
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
    [[nodiscard]] QAction *action(const QString &id) const;
    /// Prepares and triggers; nothing for an unknown or disabled one.
    void run(const QString &id);

    /// "Report a problem (Ctrl+N)".
    [[nodiscard]] static QString toolTip(const QAction &action);
    [[nodiscard]] static QString keysText(const QAction &action);

Q_SIGNALS:
    void changed();

private:
    QList<Command> m_commands;
};

/// How well `text` answers `query`: 0 = not at all, more is better. The beginning of the text
/// counts most, then beginnings of words, then letters in order. Case and accents do not matter.
[[nodiscard]] int matchScore(const QString &query, const QString &text);

} // namespace vigie
