// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace vigie {

/// A file that is there while Vigie runs: found at a start, it says that the last run did not end
/// by itself.
class CrashMarker
{
public:
    /// `root` is the profile root; call only while being its single instance.
    explicit CrashMarker(const QString &root);
    ~CrashMarker();

    [[nodiscard]] bool lastRunCrashed() const { return m_crashed; }

private:
    Q_DISABLE_COPY(CrashMarker)
    QString m_path;
    bool m_crashed = false;
};

} // namespace vigie
