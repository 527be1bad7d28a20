// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLineEdit>

class QTimer;

namespace vigie {

/// A line for searching: magnifier, clear button, Escape clears. `searchChanged` comes after the
/// typing paused, `searchNow` on Enter.
class SearchField final : public QLineEdit
{
    Q_OBJECT

public:
    explicit SearchField(const QString &placeholder, QWidget *parent);

    /// Milliseconds without a key before searchChanged; default 150.
    void setDelay(int ms);

Q_SIGNALS:
    void searchChanged(const QString &text);
    void searchNow(const QString &text);

protected:
    void keyPressEvent(QKeyEvent *event) override;

private:
    QTimer *m_timer;
};

} // namespace vigie
