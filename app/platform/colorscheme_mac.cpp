// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/platform/colorscheme.h"

#include <QCoreApplication>
#include <QEvent>

#include <CoreFoundation/CoreFoundation.h>

namespace vigie {

namespace {

Scheme fromDefaults()
{
    CFPropertyListRef value = CFPreferencesCopyAppValue(CFSTR("AppleInterfaceStyle"),
                                                        kCFPreferencesAnyApplication);
    if (!value)
        return Scheme::Light;
    const bool dark = CFGetTypeID(value) == CFStringGetTypeID()
        && CFStringCompare(static_cast<CFStringRef>(value), CFSTR("Dark"),
                           kCFCompareCaseInsensitive)
            == kCFCompareEqualTo;
    CFRelease(value);
    return dark ? Scheme::Dark : Scheme::Light;
}

/// Looks again whenever the application is activated or its palette is touched by the system.
class DefaultsWatcher final : public ColorSchemeWatcher
{
public:
    explicit DefaultsWatcher(QObject *parent) : ColorSchemeWatcher(parent)
    {
        setScheme(fromDefaults());
        QCoreApplication::instance()->installEventFilter(this);
    }

    bool eventFilter(QObject *watched, QEvent *event) override
    {
        if (event->type() == QEvent::ApplicationActivate
            || event->type() == QEvent::ThemeChange) {
            CFPreferencesAppSynchronize(kCFPreferencesAnyApplication);
            setScheme(fromDefaults());
        }
        return ColorSchemeWatcher::eventFilter(watched, event);
    }
};

} // namespace

ColorSchemeWatcher *ColorSchemeWatcher::create(QObject *parent)
{
    return new DefaultsWatcher(parent);
}

} // namespace vigie
