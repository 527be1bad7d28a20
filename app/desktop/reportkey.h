// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/platform/globalhotkey.h"

#include <QString>

namespace vigie {

class Settings;

/// The key that begins a report from any program: kept in the settings, taken from the system, and
/// told in words when the system does not give it. `settings` must outlive it. GUI thread.
class ReportKey final : public QObject
{
    Q_OBJECT

public:
    /// `hotkey` null = the system's own.
    ReportKey(Settings &settings, GlobalHotkey *hotkey, QObject *parent);

    /// The wish, in the portable form of QKeySequence; empty = no key.
    [[nodiscard]] QString wished() const;
    /// Keeps the wish and tries it at once.
    void wish(const QString &key);
    /// Why the key does not work, for the preferences; empty when it does or none is wished.
    [[nodiscard]] const QString &trouble() const { return m_trouble; }

Q_SIGNALS:
    void pressed();

private:
    void take();

    Settings &m_settings;
    GlobalHotkey *m_hotkey;
    QString m_trouble;
};

} // namespace vigie
