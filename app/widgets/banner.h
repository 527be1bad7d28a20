// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/widgets/iconset.h"

#include <QFrame>

namespace vigie {

class Button;
class IconButton;
class IconView;
class Label;

/// A quiet strip above a page that says something and may offer one action: never in the way,
/// never modal. Hidden until `tell()`.
class Banner final : public QFrame
{
    Q_OBJECT

public:
    explicit Banner(QWidget *parent);

    /// Shows the strip. `action` empty = no button.
    void tell(Tone tone, Icon icon, const QString &text, const QString &action = {});
    void setClosable(bool closable);
    [[nodiscard]] QString text() const;
    [[nodiscard]] Button *actionButton() const { return m_action; }

Q_SIGNALS:
    void actionTriggered();
    void closed();

private:
    IconView *m_icon;
    Label *m_text;
    Button *m_action;
    IconButton *m_close;
};

} // namespace vigie
