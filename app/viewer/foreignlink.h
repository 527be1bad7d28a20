// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QUrl>

#include <functional>

class QWidget;

namespace vigie {

class Prompt;

/// Opens an address out of a conversation, after its real target was shown and accepted. `tell` hears
/// why it could not be opened. `asker` must outlive the question.
void openForeignLink(Prompt &prompt, QWidget *asker, const QUrl &url,
                     const std::function<void(const QString &)> &tell);

} // namespace vigie
