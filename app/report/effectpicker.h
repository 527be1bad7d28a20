// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/report/effects.h"

#include <QLineEdit>

class QCompleter;
class QStandardItemModel;

namespace vigie {

/// "What can you not do any more?": a field that finds an effect by any of its words. Arrow down
/// shows all, Return takes the marked one, emptying it takes it back. What is typed but not on the
/// list forces nothing and is not sent.
class EffectPicker final : public QLineEdit
{
    Q_OBJECT

public:
    EffectPicker(const QList<Effect> &effects, QWidget *parent);

    /// Nullptr = none.
    [[nodiscard]] const Effect *effect() const;
    /// An id that is not on the list means none. Does not signal.
    void setEffect(const QString &id);

Q_SIGNALS:
    /// By the person; `effect()` tells which.
    void picked();

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;

private:
    void offer(const QString &typed);
    void take(const QString &id);

    QList<Effect> m_effects;
    QString m_id;
    QStandardItemModel *m_model;
    QCompleter *m_completer;
};

} // namespace vigie
