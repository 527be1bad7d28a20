// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/text/richdoc.h"

#include <QCoreApplication>

namespace vigie {

/// What a foreign text is shown with, in words.
struct ProseWords {
    Q_DECLARE_TR_FUNCTIONS(ProseWords)

public:
    [[nodiscard]] static QString showQuote(int lines)
    {
        return tr("Show quoted text (%Ln line(s))", nullptr, lines);
    }
    [[nodiscard]] static QString hideQuote() { return tr("Hide quoted text"); }
    [[nodiscard]] static QString remotePictures(int count)
    {
        return tr("%Ln picture(s) from the Internet not shown · Copy addresses", nullptr, count);
    }
    [[nodiscard]] static QString copyRemote(int count)
    {
        return tr("Copy the addresses of %Ln picture(s) not shown", nullptr, count);
    }
    /// What a text leads to, each once and no more than a menu can hold. Files are elsewhere.
    [[nodiscard]] static QList<RichTarget> linksForMenu(const RichDoc &doc);
    /// "Open …", with the address as the machine will use it.
    [[nodiscard]] static QString openLink(const RichTarget &target);
};

} // namespace vigie
