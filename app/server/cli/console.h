// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/server/cli/exitcodes.h"

#include <QIODevice>
#include <QMap>
#include <QString>
#include <QTextStream>

namespace vigie {
class Clock;
class Rng;
} // namespace vigie

namespace vigie::server {

/// What a command talks to besides its arguments.
struct Console {
    QTextStream &out;  ///< results, for people and pipes
    QTextStream &err;  ///< what went wrong
    QIODevice &in;     ///< --password-stdin
    QMap<QString, QString> environment;
    const Clock &clock;
    Rng &rng;

    /// Says the error in words and gives the exit code for it.
    [[nodiscard]] Exit failed(const Error &error)
    {
        err << "vigie-server: " << (error.detail.isEmpty() ? errorName(error.code) : error.detail)
            << Qt::endl;
        return exitFor(error.code);
    }
    [[nodiscard]] Exit misused(const QString &why)
    {
        err << why << Qt::endl;
        return Exit::Usage;
    }
};

} // namespace vigie::server
