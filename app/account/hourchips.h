// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QWidget>

namespace vigie {

class Button;

/// Full hours of the day, any number of them but at least one. GUI thread.
class HourChips final : public QWidget
{
    Q_OBJECT

public:
    explicit HourChips(QWidget *parent);

    /// 0 to 23. Tells nobody.
    void setHours(const QList<int> &hours);
    /// The earliest first; never empty.
    [[nodiscard]] QList<int> hours() const;

Q_SIGNALS:
    void changed();

private:
    void turned(Button *chip);

    QList<Button *> m_chips; ///< by hour
    bool m_showing = false;
};

} // namespace vigie
