// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/capture/clickwatcher.h"

namespace vigie {

/// A person's mouse, moved by the test.
class FakeClicks final : public ClickWatcher
{
public:
    bool allowed = true;
    bool logical = false;
    bool on = false;

    explicit FakeClicks(QObject *parent = nullptr) : ClickWatcher(parent) {}
    [[nodiscard]] bool isSupported() const override { return allowed; }
    [[nodiscard]] bool positionsAreLogical() const override { return logical; }
    [[nodiscard]] bool start() override
    {
        on = allowed;
        return on;
    }
    void stop() override { on = false; }

    void click(const QPoint &at, int button = 1)
    {
        if (on)
            Q_EMIT clicked(at, button);
    }
};

} // namespace vigie
