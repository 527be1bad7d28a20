// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/platform/startrequest.h"
#include "core/base/result.h"

#include <QString>
#include <QStringList>

namespace vigie {

/// What the command line says.
struct Options {
    QString profile;  ///< folder of everything Vigie keeps; empty = the system's place for it
    QString server;   ///< address to offer at sign-in
    QString language; ///< "fr" or "en" for this run
    QString theme;    ///< "light", "dark" or "auto" for this run
    QString tour;     ///< folder for the tour's pictures; empty = no tour
    StartRequest start;
    bool version = false;
    bool help = false;
    QString helpText;
};

/// Invalid, with English words for the terminal, when something cannot be understood.
[[nodiscard]] Result<Options> parseOptions(const QStringList &arguments);

} // namespace vigie
