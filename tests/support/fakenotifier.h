// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/platform/notifier.h"

namespace vigie {

/// Remembers the bubbles, newest last.
class FakeNotifier final : public Notifier
{
public:
    QList<Bubble> shown;
    QStringList withdrawn;

    explicit FakeNotifier(QObject *parent = nullptr) : Notifier(parent) {}
    void show(const Bubble &bubble) override { shown.append(bubble); }
    void withdraw(const QString &key) override { withdrawn.append(key); }
    /// The ids of the newest bubble's buttons.
    [[nodiscard]] QStringList actions() const
    {
        QStringList ids;
        for (const Bubble::Action &action : shown.isEmpty() ? QList<Bubble::Action>()
                                                            : shown.constLast().actions)
            ids.append(action.id);
        return ids;
    }
};

} // namespace vigie
