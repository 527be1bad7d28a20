// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/widgets/iconset.h"

#include <QToolButton>

namespace vigie {

/// A button that is only an icon. Its words are its tooltip and its accessible name, so it cannot
/// be made without them.
class IconButton final : public QToolButton
{
    Q_OBJECT

public:
    IconButton(Icon icon, const QString &words, QWidget *parent,
               IconColor color = IconColor::Muted);

    void setWords(const QString &words);
    void setVigieIcon(Icon icon, IconColor color = IconColor::Muted);
};

} // namespace vigie
