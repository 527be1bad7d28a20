// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFrame>

class QVBoxLayout;

namespace vigie {

/// A rounded ground for things that belong together.
class Card final : public QFrame
{
    Q_OBJECT

public:
    /// See theme.h; Mine and Bubble are the two sides of a conversation.
    enum class Look { Plain, Sunken, Accent, Info, Success, Warning, Danger, Internal, Bubble, Mine };

    explicit Card(QWidget *parent, Look look = Look::Plain);

    void setLook(Look look);
    /// The column inside, with the house's margins.
    [[nodiscard]] QVBoxLayout *column() const { return m_column; }

private:
    QVBoxLayout *m_column;
};

/// A hairline between two parts.
[[nodiscard]] QFrame *makeLine(QWidget *parent);

} // namespace vigie
