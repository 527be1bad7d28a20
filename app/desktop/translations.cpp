// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/translations.h"

#include "core/base/logging.h"

#include <QCoreApplication>
#include <QLibraryInfo>
#include <QLocale>
#include <QStringList>
#include <QTranslator>

namespace vigie {

QStringList spokenLanguages()
{
    return {QStringLiteral("en"), QStringLiteral("fr")};
}

QString chooseLanguage(const QString &wanted, const QStringList &systemLanguages)
{
    if (spokenLanguages().contains(wanted))
        return wanted;
    for (const QString &system : systemLanguages) {
        const QString language = system.section(QLatin1Char('-'), 0, 0)
                                     .section(QLatin1Char('_'), 0, 0)
                                     .toLower();
        if (spokenLanguages().contains(language))
            return language;
    }
    return spokenLanguages().first();
}

void installTranslations(QCoreApplication &application, const QString &language)
{
    // Keep the person's country ("fr_CA") when only the language was chosen by the system.
    const QLocale system = QLocale::system();
    const bool same = system.name().startsWith(language + QLatin1Char('_'));
    QLocale::setDefault(same ? system : QLocale(language));
    auto *qt = new QTranslator(&application);
    if (qt->load(QStringLiteral("qtbase_") + language,
                 QLibraryInfo::path(QLibraryInfo::TranslationsPath)))
        QCoreApplication::installTranslator(qt);
    // English has a file of its own: plural forms.
    auto *own = new QTranslator(&application);
    if (own->load(QStringLiteral(":/translations/vigie_%1.qm").arg(language)))
        QCoreApplication::installTranslator(own);
    else
        qCWarning(lcUi) << "no words for the language" << language;
}

} // namespace vigie
