// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/noticeclass.h"

#include <QCoreApplication>

#include <optional>

namespace vigie {

/// How loud what happens in a list may be, in words.
class NewsText
{
    Q_DECLARE_TR_FUNCTIONS(NewsText)

public:
    /// Nothing = the person never chose.
    [[nodiscard]] static QString of(const std::optional<NoticeClass> &news);
    /// What a choice does, in a sentence.
    [[nodiscard]] static QString meaning(const std::optional<NoticeClass> &news);
    /// Everything that can be chosen, the usual first.
    [[nodiscard]] static QList<std::optional<NoticeClass>> choices();
};

} // namespace vigie
