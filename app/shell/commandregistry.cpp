// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/shell/commandregistry.h"

#include <QAction>
#include <QStringList>
#include <QWidget>

#include <algorithm>

namespace vigie {

namespace {

/// Lower case without accents, so that "resoudre" finds "Résoudre".
QString folded(const QString &text)
{
    QString plain;
    for (const QChar c : text.normalized(QString::NormalizationForm_KD).toCaseFolded()) {
        if (c.category() != QChar::Mark_NonSpacing && c != QLatin1Char('&'))
            plain += c;
    }
    return plain;
}

bool isSubsequence(const QString &needle, const QString &text)
{
    qsizetype at = 0;
    for (const QChar c : text) {
        if (at < needle.size() && c == needle.at(at))
            ++at;
    }
    return at == needle.size();
}

} // namespace

CommandRegistry::CommandRegistry(QObject *parent) : QObject(parent) {}

QAction *CommandRegistry::add(QWidget *scope, const QString &group, const QString &id,
                              const QString &text, Icon icon, const QList<QKeySequence> &keys,
                              std::function<void()> run, std::function<void()> prepare)
{
    auto *action = new QAction(IconSet::icon(icon, IconColor::Muted), text, scope);
    action->setObjectName(id);
    action->setShortcuts(keys);
    action->setShortcutContext(Qt::WidgetWithChildrenShortcut);
    scope->addAction(action);
    connect(action, &QAction::triggered, this, [run = std::move(run)] { run(); });
    action->setToolTip(toolTip(*action));
    m_commands.append({id, group, action, std::move(prepare)});
    Q_EMIT changed();
    return action;
}

void CommandRegistry::adopt(const QString &group, const QList<QAction *> &actions,
                            const std::function<void()> &prepare)
{
    for (QAction *action : actions) {
        action->setToolTip(toolTip(*action));
        m_commands.append({action->objectName(), group, action, prepare});
    }
    Q_EMIT changed();
}

void CommandRegistry::clear()
{
    m_commands.clear();
    Q_EMIT changed();
}

QAction *CommandRegistry::action(const QString &id) const
{
    for (const Command &command : m_commands) {
        if (command.id == id)
            return command.action;
    }
    return nullptr;
}

void CommandRegistry::run(const QString &id)
{
    for (const Command &command : std::as_const(m_commands)) {
        if (command.id != id)
            continue;
        if (command.prepare)
            command.prepare();
        if (command.action->isEnabled())
            command.action->trigger();
        return;
    }
}

QString CommandRegistry::keysText(const QAction &action)
{
    QStringList keys;
    for (const QKeySequence &key : action.shortcuts())
        keys.append(key.toString(QKeySequence::NativeText));
    return keys.join(QStringLiteral(", "));
}

QString CommandRegistry::toolTip(const QAction &action)
{
    QString text = action.text();
    text.remove(QLatin1Char('&'));
    const QString keys = action.shortcut().toString(QKeySequence::NativeText);
    return keys.isEmpty() ? text : tr("%1 (%2)", "a command and its keys").arg(text, keys);
}

int matchScore(const QString &query, const QString &text)
{
    const QString needle = folded(query).simplified();
    const QString hay = folded(text).simplified();
    if (needle.isEmpty())
        return 1;
    if (hay.startsWith(needle))
        return 100;
    const QStringList words = hay.split(QLatin1Char(' '));
    for (qsizetype i = 1; i < words.size(); ++i) {
        if (words.at(i).startsWith(needle))
            return 80 - int(std::min<qsizetype>(i, 9));
    }
    // Every typed word begins some word: "rep prob" finds "Report a problem".
    const QStringList typed = needle.split(QLatin1Char(' '));
    const bool eachFound = std::all_of(typed.begin(), typed.end(), [&words](const QString &one) {
        return std::any_of(words.begin(), words.end(),
                           [&one](const QString &word) { return word.startsWith(one); });
    });
    if (eachFound)
        return 60;
    if (hay.contains(needle))
        return 40;
    return needle.size() >= 2 && isSubsequence(needle, hay) ? 10 : 0;
}

} // namespace vigie
