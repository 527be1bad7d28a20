// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/widgets/tokens.h"

#include <QToolButton>

#include <functional>

namespace vigie {

/// A field of a ticket as a small button: its name in quiet letters, its value, and a menu with
/// the other values, built when it is opened.
class FieldPill final : public QToolButton
{
    Q_OBJECT

public:
    using Fill = std::function<void(QMenu &)>;

    FieldPill(const QString &name, const char *objectName, QWidget *parent);

    void setValue(const QString &value, Tone tone = Tone::Neutral);
    [[nodiscard]] QString value() const { return m_value; }
    void setFill(Fill fill);
    /// As a click does, without waiting for the choice.
    void openMenu();
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    [[nodiscard]] QString shownValue() const;

    QString m_name;
    QString m_value;
    Tone m_tone = Tone::Neutral;
    Fill m_fill;
};

} // namespace vigie
