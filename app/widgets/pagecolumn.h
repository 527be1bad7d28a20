// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QScrollArea>

class QVBoxLayout;

namespace vigie {

/// A scrolling column of a comfortable reading width, centred in whatever room there is. It scrolls
/// downwards only, so it asks for the width its content cannot do without.
class PageColumn final : public QScrollArea
{
    Q_OBJECT

public:
    /// `width` is the widest the column gets, in px at the default font; it grows with the font.
    PageColumn(QWidget *parent, int width = 720);

    [[nodiscard]] QVBoxLayout *column() const { return m_column; }
    [[nodiscard]] QWidget *page() const { return m_page; }
    [[nodiscard]] QSize minimumSizeHint() const override;

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    QWidget *m_page;
    QVBoxLayout *m_column;
};

} // namespace vigie
