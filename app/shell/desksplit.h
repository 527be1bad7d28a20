// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QSplitter>

namespace vigie {

/// The list beside or above the conversation, with sizes of their own for each.
class DeskSplit final : public QSplitter
{
    Q_OBJECT

public:
    explicit DeskSplit(QWidget *parent);

    void setAbove(bool above);
    [[nodiscard]] bool isAbove() const { return orientation() == Qt::Vertical; }
    /// As saveState() wrote them; empty = the usual ones. The one in use is arranged at once.
    void setKept(const QByteArray &beside, const QByteArray &above);
    [[nodiscard]] QByteArray kept(bool above) const { return above ? m_above : m_beside; }

Q_SIGNALS:
    /// Somebody dragged the line between them.
    void sizesChosen();

private:
    void arrange();

    QByteArray m_beside;
    QByteArray m_above;
};

} // namespace vigie
