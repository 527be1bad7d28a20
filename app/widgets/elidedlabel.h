// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/widgets/label.h"

#include <QWidget>

namespace vigie {

/// One line of plain text that ends in "…" when there is no room; the whole text is the tooltip
/// then.
class ElidedLabel final : public QWidget
{
    Q_OBJECT
    Q_PROPERTY(QString text READ text WRITE setText)

public:
    explicit ElidedLabel(QWidget *parent, TextStyle style = TextStyle::Body,
                         LabelRole role = LabelRole::Text);

    [[nodiscard]] QString text() const { return m_text; }
    void setText(const QString &text);
    void setElideMode(Qt::TextElideMode mode);
    void setRole(LabelRole role);
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void updateToolTip();

    QString m_text;
    TextStyle m_style;
    LabelRole m_role;
    Qt::TextElideMode m_mode = Qt::ElideRight;
};

} // namespace vigie
