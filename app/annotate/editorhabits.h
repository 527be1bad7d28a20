// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

namespace vigie {

/// How a person likes screenshots and their editor, shared by all its windows; whoever owns it
/// keeps it. GUI thread.
class EditorHabits final : public QObject
{
    Q_OBJECT

public:
    using QObject::QObject;

    /// After drawing one thing the pointer selects again, instead of drawing the next.
    [[nodiscard]] bool returnsToSelect() const { return m_returnsToSelect; }
    void setReturnsToSelect(bool returns) { set(m_returnsToSelect, returns); }
    /// Rulers beside the picture.
    [[nodiscard]] bool showsRulers() const { return m_showsRulers; }
    void setShowsRulers(bool shows) { set(m_showsRulers, shows); }
    /// Pictures of the screen hold the mouse pointer.
    [[nodiscard]] bool takesPointer() const { return m_takesPointer; }
    void setTakesPointer(bool takes) { set(m_takesPointer, takes); }

Q_SIGNALS:
    void changed();

private:
    void set(bool &habit, bool value)
    {
        if (habit == value)
            return;
        habit = value;
        Q_EMIT changed();
    }

    bool m_returnsToSelect = false;
    bool m_showsRulers = false;
    bool m_takesPointer = false;
};

} // namespace vigie
