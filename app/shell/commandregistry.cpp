// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/shell/commandregistry.h"

#include <QMenu>
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

/// Where the keyboard has to be for it: the action's widgets, and what is in them.
QList<const QWidget *> placesOf(const QAction &action)
{
    QList<const QWidget *> places;
    for (const QObject *object : action.associatedObjects()) {
        const auto *widget = qobject_cast<const QWidget *>(object);
        if (widget && !qobject_cast<const QMenu *>(widget))
            places.append(widget);
    }
    return places;
}

bool canMeet(const QAction &a, const QAction &b)
{
    const QList<const QWidget *> others = placesOf(b);
    for (const QWidget *one : placesOf(a)) {
        for (const QWidget *other : others) {
            if (one == other || one->isAncestorOf(other) || other->isAncestorOf(one))
                return true;
        }
    }
    return false;
}

} // namespace

bool hinder(const QKeySequence &one, const QKeySequence &other)
{
    return one.matches(other) != QKeySequence::NoMatch
        || other.matches(one) != QKeySequence::NoMatch;
}

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
    m_commands.append({id, group, action, std::move(prepare), keys});
    apply(m_commands.last());
    Q_EMIT changed();
    return action;
}

void CommandRegistry::adopt(const QString &group, const QList<QAction *> &actions,
                            const std::function<void()> &prepare)
{
    for (QAction *action : actions) {
        m_commands.append({action->objectName(), group, action, prepare, action->shortcuts()});
        apply(m_commands.last());
    }
    Q_EMIT changed();
}

void CommandRegistry::apply(const Command &command)
{
    command.action->setShortcuts(m_choices.value(command.id, command.usualKeys));
    command.action->setToolTip(toolTip(*command.action));
    for (const QPointer<QAction> &twin : std::as_const(m_lent)) {
        if (!twin || twin->objectName() != command.id)
            continue;
        twin->setShortcuts(command.action->shortcuts());
        twin->setToolTip(toolTip(*twin));
    }
}

void CommandRegistry::setChoices(const KeyChoices &choices)
{
    m_choices = choices;
    for (const Command &command : std::as_const(m_commands))
        apply(command);
    Q_EMIT keysChanged();
}

void CommandRegistry::choose(const KeyChoices &choices)
{
    setChoices(choices);
    Q_EMIT keysChosen();
}

void CommandRegistry::chooseKeys(const QString &id, const QList<QKeySequence> &keys)
{
    KeyChoices choices = m_choices;
    choices.insert(id, keys);
    choose(choices);
}

void CommandRegistry::chooseUsualKeys(const QString &id)
{
    KeyChoices choices = m_choices;
    choices.remove(id);
    choose(choices);
}

void CommandRegistry::chooseAllUsualKeys()
{
    choose({});
}

const Command *CommandRegistry::clash(const QString &id, const QKeySequence &keys) const
{
    const QAction *mine = action(id);
    for (const Command &command : m_commands) {
        if (!mine || command.id == id || !canMeet(*mine, *command.action))
            continue;
        const QList<QKeySequence> taken = command.action->shortcuts();
        if (std::any_of(taken.begin(), taken.end(),
                        [&keys](const QKeySequence &one) { return hinder(one, keys); }))
            return &command;
    }
    return nullptr;
}

void CommandRegistry::lendKeys(QWidget *page)
{
    m_lent.removeIf([](const QPointer<QAction> &twin) { return !twin; });
    for (QAction *twin : page->findChildren<QAction *>()) {
        if (action(twin->objectName()) && action(twin->objectName()) != twin)
            m_lent.append(twin);
    }
    for (const Command &command : std::as_const(m_commands))
        apply(command);
}

void CommandRegistry::clear()
{
    m_commands.clear();
    m_lent.clear();
    Q_EMIT changed();
}

const Command *CommandRegistry::command(const QString &id) const
{
    for (const Command &command : m_commands) {
        if (command.id == id)
            return &command;
    }
    return nullptr;
}

QAction *CommandRegistry::action(const QString &id) const
{
    const Command *found = command(id);
    return found ? found->action : nullptr;
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

bool CommandRegistry::runWithin(const QString &id, const QWidget &window)
{
    const QAction *own = action(id);
    const auto *home = own ? qobject_cast<const QWidget *>(own->parent()) : nullptr;
    if (!home || home->window() == &window)
        return false;
    for (const QPointer<QAction> &twin : std::as_const(m_lent)) {
        const auto *place = twin ? qobject_cast<const QWidget *>(twin->parent()) : nullptr;
        if (!place || twin->objectName() != id || place->window() != &window)
            continue;
        if (twin->isEnabled())
            twin->trigger();
        return true;
    }
    return false;
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
