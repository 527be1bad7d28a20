// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QAction;

namespace vigie {

/// The commands that give words a form, as one thin row of buttons. The keyboard has the commands'
/// own keys, so it does not have to pass through here on its way to Send. GUI thread.
class FormatBar final : public QWidget
{
    Q_OBJECT

public:
    /// A button's object name is its action's with "Button" behind: "composer.boldButton".
    FormatBar(const QList<QAction *> &actions, QWidget *parent);
};

} // namespace vigie
