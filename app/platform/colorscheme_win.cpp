// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/platform/colorscheme.h"

#include <QAbstractNativeEventFilter>
#include <QCoreApplication>
#include <QSettings>

#include <windows.h>

namespace vigie {

namespace {

Scheme fromRegistry()
{
    const QSettings settings(QStringLiteral("HKEY_CURRENT_USER\\Software\\Microsoft\\Windows\\"
                                            "CurrentVersion\\Themes\\Personalize"),
                             QSettings::NativeFormat);
    return settings.value(QStringLiteral("AppsUseLightTheme"), 1).toInt() == 0 ? Scheme::Dark
                                                                              : Scheme::Light;
}

class RegistryWatcher final : public ColorSchemeWatcher, public QAbstractNativeEventFilter
{
public:
    explicit RegistryWatcher(QObject *parent) : ColorSchemeWatcher(parent)
    {
        setScheme(fromRegistry());
        QCoreApplication::instance()->installNativeEventFilter(this);
    }
    ~RegistryWatcher() override
    {
        if (QCoreApplication::instance())
            QCoreApplication::instance()->removeNativeEventFilter(this);
    }

    bool nativeEventFilter(const QByteArray &, void *message, qintptr *) override
    {
        if (static_cast<MSG *>(message)->message == WM_SETTINGCHANGE)
            setScheme(fromRegistry());
        return false;
    }
};

} // namespace

ColorSchemeWatcher *ColorSchemeWatcher::create(QObject *parent)
{
    return new RegistryWatcher(parent);
}

} // namespace vigie
