// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/machinestate.h"

#include <QCoreApplication>
#include <QString>

namespace vigie {

/// The facts and events of machinestate.h in words. Values are foreign: whoever wrote them, what
/// is not understood is shown as it came.
class FactText
{
    Q_DECLARE_TR_FUNCTIONS(FactText)

public:
    /// "Free disk space"; a key of somebody else's is shown as it is.
    [[nodiscard]] static QString label(const QString &key);
    /// "12 GB of 67 GB".
    [[nodiscard]] static QString value(const QString &key, const QString &value);
    /// "The computer was restarted", as a person would say it.
    [[nodiscard]] static QString event(const MachineEvent &event);

private:
    [[nodiscard]] static QString room(const QString &value);
    [[nodiscard]] static QString network(const QString &value);
    [[nodiscard]] static QString screens(const QString &value);
    [[nodiscard]] static QString list(const QString &value);
};

} // namespace vigie
