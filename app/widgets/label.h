// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/widgets/tokens.h"

#include <QLabel>

namespace vigie {

/// Whether a label's words are told quietly or with a meaning. The colours are in theme.cpp.
enum class LabelRole { Text, Muted, Faint, Accent, Info, Success, Warning, Danger, Internal };

/// The only label of the application: always plain text, so that foreign words never reach the
/// rich text parser. Wraps when asked to.
class Label final : public QLabel
{
    Q_OBJECT

public:
    explicit Label(QWidget *parent, TextStyle style = TextStyle::Body,
                   LabelRole role = LabelRole::Text);
    Label(const QString &text, QWidget *parent, TextStyle style = TextStyle::Body,
          LabelRole role = LabelRole::Text);

    void setRole(LabelRole role);
    void setStyle(TextStyle style);
    /// Wraps; returns itself so that layouts can be built in one line.
    Label *wrapped();
    /// The person may select and copy the text with mouse and keyboard.
    Label *selectable();

protected:
    void changeEvent(QEvent *event) override;

private:
    TextStyle m_style;
};

} // namespace vigie
