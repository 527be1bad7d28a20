// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

class QCoreApplication;

namespace vigie {

/// The languages Vigie speaks, English first.
[[nodiscard]] QStringList spokenLanguages();
/// The one to speak: what was asked for, else the first of the system's that Vigie speaks, else
/// English.
[[nodiscard]] QString chooseLanguage(const QString &wanted, const QStringList &systemLanguages);
/// Installs the words of Vigie and of Qt and sets the default locale. `language` is one of
/// spokenLanguages(). Call before the first window.
void installTranslations(QCoreApplication &application, const QString &language);

} // namespace vigie
