// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/widgets/iconset.h"
#include "core/model/notice.h"

#include <QCoreApplication>
#include <QString>

namespace vigie {

/// What a person is told, in words: one line that says what happened. Requesters read the words of
/// their side only.
class NoticeText
{
    Q_DECLARE_TR_FUNCTIONS(NoticeText)

public:
    /// "Ben Carter answered", "Fixed? – please try it", "Anna asks for an update".
    [[nodiscard]] static QString happened(const Notice &notice);
    /// "#1042 The printer prints blank pages"
    [[nodiscard]] static QString about(const Notice &notice);
    [[nodiscard]] static Icon icon(const Notice &notice);
    [[nodiscard]] static Tone tone(const Notice &notice);

private:
    [[nodiscard]] static QString moved(const Notice &notice, const QString &who);
};

} // namespace vigie
