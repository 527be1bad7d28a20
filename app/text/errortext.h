// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"

#include <QCoreApplication>
#include <QString>

namespace vigie {

/// An error in words. The only place where an ErrorCode meets a person.
struct ErrorWords {
    QString title; ///< a few words, no full stop
    QString what;  ///< what happened
    QString kept;  ///< what was kept; never empty
    QString next;  ///< what to do now, or what Vigie will do by itself

    /// All of it as one paragraph.
    [[nodiscard]] QString paragraph() const;
};

class ErrorText
{
    Q_DECLARE_TR_FUNCTIONS(ErrorText)

public:
    [[nodiscard]] static ErrorWords of(ErrorCode code);
    /// As of(code), with the time to wait when the other side said one.
    [[nodiscard]] static ErrorWords of(const Error &error);
    /// Why this file of the person's did not become an attachment. `name` is shown as it is.
    [[nodiscard]] static ErrorWords ofFile(const Error &error, const QString &name);
    /// Why this picture did not become a screenshot of the report. `name` is shown as it is.
    [[nodiscard]] static ErrorWords ofPicture(const Error &error, const QString &name);
    /// Why a screenshot that is in the report cannot be shown or sent, and what to do with it.
    [[nodiscard]] static QString ofLostPicture(const Error &error);
    /// The message carries as many files as it may; `name` is the first that stayed behind.
    [[nodiscard]] static ErrorWords tooManyFiles(const QString &name);
    /// The disposable copy was damaged and is being fetched again.
    [[nodiscard]] static ErrorWords cacheReplaced();
};

} // namespace vigie
