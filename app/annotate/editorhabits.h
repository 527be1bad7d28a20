// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

namespace vigie {

/// How a person likes the editor, shared by all its windows; whoever owns it keeps it. GUI thread.
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
};

} // namespace vigie
