// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/capture/capturebackend.h"

#include <QCoreApplication>

namespace vigie {

/// Trouble with taking a picture → words.
class CaptureText
{
    Q_DECLARE_TR_FUNCTIONS(CaptureText)

public:
    /// What happened and the ways out, in plain sentences. Always names one that needs no right to
    /// see the screen: pasting a picture or opening a file.
    [[nodiscard]] static QString of(CaptureTrouble trouble);
};

} // namespace vigie
