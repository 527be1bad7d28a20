// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/widgets/tokens.h"

#include <QString>

class QApplication;

namespace vigie {

/// Dresses the application: style, palette, font and style sheet, all made from the tokens. The
/// only place with a style sheet. May be called again at any time to switch the scheme.
void applyTheme(QApplication &application, Scheme scheme);

[[nodiscard]] QPalette themePalette(const Tokens &tokens);
/// The application's style sheet. Widgets choose a look by dynamic properties:
///   QLabel[role]        muted faint accent success warning danger internal
///   QPushButton[kind]   primary quiet danger link chip (none = secondary)
///   QFrame[card]        plain sunken tone (rounded, with a hairline)
///   QAbstractScrollArea[flat] true = no frame
[[nodiscard]] QString themeStyleSheet(const Tokens &tokens);

} // namespace vigie
