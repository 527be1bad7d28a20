// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QKeySequence>
#include <QObject>

#include <optional>

namespace vigie {

/// Why a key cannot become global; words in hotkeytext.h.
enum class HotkeyTrouble {
    Taken,        ///< another program, or the desktop, has this key
    NotSupported, ///< this desktop lets no program have a global key
    Unsuitable    ///< no single key, one that people type with, or one this keyboard has not
};

/// One key that works in every program, e.g. to begin a report from wherever the trouble is:
/// XGrabKey, RegisterHotKey, RegisterEventHotKey. There may be several. GUI thread.
class GlobalHotkey : public QObject
{
    Q_OBJECT

public:
    [[nodiscard]] static GlobalHotkey *create(QObject *parent);

    /// False where setKey() can never succeed.
    [[nodiscard]] virtual bool isSupported() const = 0;
    /// The key in force; empty when there is none.
    [[nodiscard]] const QKeySequence &key() const { return m_key; }
    /// Lets go of the old key and takes this one; an empty one only lets go. On trouble no key is
    /// in force.
    [[nodiscard]] std::optional<HotkeyTrouble> setKey(const QKeySequence &key);

    /// One chord that nobody types with: a modifier other than Shift, or a function key.
    [[nodiscard]] static bool isSuitable(const QKeySequence &key);

Q_SIGNALS:
    /// Once for each press, however long it is held.
    void pressed();

protected:
    explicit GlobalHotkey(QObject *parent) : QObject(parent) {}
    /// `key` has passed isSuitable().
    [[nodiscard]] virtual std::optional<HotkeyTrouble> grab(QKeyCombination key) = 0;
    virtual void release() = 0;

private:
    QKeySequence m_key;
};

} // namespace vigie
