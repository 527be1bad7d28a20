// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/capture/clickwatcher.h"

#include "app/capture/platform/clickwatch_x11.h"
#include "app/platform/sessionkind_linux.h"

#include <QGuiApplication>

namespace vigie {

namespace {

/// Wayland lets nobody hear clicks on other programs.
class DeafWatcher final : public ClickWatcher
{
public:
    explicit DeafWatcher(QObject *parent) : ClickWatcher(parent) {}
    [[nodiscard]] bool isSupported() const override { return false; }
    [[nodiscard]] bool start() override { return false; }
    void stop() override {}
};

} // namespace

ClickWatcher *ClickWatcher::create(QObject *parent)
{
    if (QGuiApplication::platformName() != QLatin1String("xcb") || isUnderWayland())
        return new DeafWatcher(parent);
    return new ClickWatch(parent);
}

} // namespace vigie
