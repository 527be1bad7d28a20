// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/widgets/tokens.h"

#include <QWidget>

class QPainter;

namespace vigie {

/// A few words on a rounded, toned ground: a state, a priority, a count. `paint()` draws the same
/// pill in a delegate.
class Pill final : public QWidget
{
    Q_OBJECT
    Q_PROPERTY(QString text READ text WRITE setText)

public:
    explicit Pill(QWidget *parent, const QString &text = {}, Tone tone = Tone::Neutral);

    [[nodiscard]] QString text() const { return m_text; }
    [[nodiscard]] Tone tone() const { return m_tone; }
    void setText(const QString &text);
    void setTone(Tone tone);
    void setPill(const QString &text, Tone tone);
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override { return sizeHint(); }

    /// The size of a pill with this text, for delegates; `base` is the list's font.
    [[nodiscard]] static QSize sizeFor(const QString &text, const QFont &base);
    /// Draws it with its left edge and vertical middle at `at`.
    static void paint(QPainter &painter, const QPointF &at, const QString &text, Tone tone,
                      const QFont &base, const Tokens &tokens);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QString m_text;
    Tone m_tone;
};

} // namespace vigie
