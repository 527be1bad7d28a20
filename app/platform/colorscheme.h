// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/widgets/tokens.h"

#include <QObject>

namespace vigie {

/// Whether the desktop wants light or dark windows, and when it changes its mind. Qt 6.4 has no
/// API for it (QStyleHints::colorScheme came with 6.5), hence one source per system: the settings
/// portal on Linux, the registry on Windows, the user defaults on macOS. Light when unknown.
class ColorSchemeWatcher : public QObject
{
    Q_OBJECT

public:
    /// Starts watching; `changed` may come at once from the event loop.
    [[nodiscard]] static ColorSchemeWatcher *create(QObject *parent);

    [[nodiscard]] Scheme scheme() const { return m_scheme; }

Q_SIGNALS:
    void changed(vigie::Scheme scheme);

protected:
    explicit ColorSchemeWatcher(QObject *parent) : QObject(parent) {}
    void setScheme(Scheme scheme)
    {
        if (m_scheme == scheme)
            return;
        m_scheme = scheme;
        Q_EMIT changed(scheme);
    }

private:
    Scheme m_scheme = Scheme::Light;
};

} // namespace vigie
