// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFont>
#include <QWidget>

class QPainter;

namespace vigie {

/// A person as a disc with initials. The colour comes from the name, so the same person looks the
/// same on every screen and every machine.
class Avatar final : public QWidget
{
    Q_OBJECT

public:
    explicit Avatar(QWidget *parent, int size = 32);

    void setName(const QString &name);
    [[nodiscard]] QSize sizeHint() const override { return {m_size, m_size}; }

    /// One or two letters: first and last name.
    [[nodiscard]] static QString initials(const QString &name);
    static void paint(QPainter &painter, const QRectF &box, const QString &name, bool dark,
                      const QFont &base);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QString m_name;
    int m_size;
};

} // namespace vigie
