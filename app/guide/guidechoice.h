// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAbstractButton>

namespace vigie {

/// One answer of a guide: as wide as its column and as high as its words, with the digit that
/// chooses it in front (1 to 9; others have none).
class GuideChoice final : public QAbstractButton
{
    Q_OBJECT

public:
    /// `number` from 1 on.
    GuideChoice(int number, const QString &text, QWidget *parent);

    /// Marks the answer that was given here before.
    void setTaken(bool taken);
    [[nodiscard]] bool isTaken() const { return m_taken; }

    [[nodiscard]] bool hasHeightForWidth() const override { return true; }
    [[nodiscard]] int heightForWidth(int width) const override;
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;
    void changeEvent(QEvent *event) override;
    bool event(QEvent *event) override;

private:
    [[nodiscard]] QRect wordsBox(int width, int height) const;

    const int m_number;
    bool m_taken = false;
};

} // namespace vigie
