// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>
#include <QWidget>

namespace vigie {

/// A few people as discs beside each other. Says nothing to a screen
/// reader: their names stand beside it.
class FaceRow final : public QWidget
{
    Q_OBJECT

public:
    explicit FaceRow(QWidget *parent);

    /// `pale`: they were there, and may be there no more.
    void setFaces(const QStringList &names, bool pale);
    [[nodiscard]] QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QStringList m_names;
    bool m_pale = false;
};

} // namespace vigie
