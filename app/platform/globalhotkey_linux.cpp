// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/platform/globalhotkey.h"

#include "app/platform/hotkeygrab_x11.h"
#include "app/platform/sessionkind_linux.h"

#include <QGuiApplication>

#include <QtGui/qguiapplication_platform.h>

namespace vigie {

namespace {

/// Wayland: keys belong to the desktop. `vigie --report` can be bound in its settings.
class NoHotkey final : public GlobalHotkey
{
public:
    explicit NoHotkey(QObject *parent) : GlobalHotkey(parent) {}
    [[nodiscard]] bool isSupported() const override { return false; }

protected:
    [[nodiscard]] std::optional<HotkeyTrouble> grab(QKeyCombination) override
    {
        return HotkeyTrouble::NotSupported;
    }
    void release() override {}
};

} // namespace

GlobalHotkey *GlobalHotkey::create(QObject *parent)
{
    const auto *x11 = qGuiApp->nativeInterface<QNativeInterface::QX11Application>();
    if (!x11 || !x11->connection() || isUnderWayland())
        return new NoHotkey(parent);
    return new HotkeyGrab(x11->connection(), parent);
}

} // namespace vigie
