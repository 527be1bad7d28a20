// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/image/ocr/ocrengine.h"

#include <QLocale>

#include <array>

namespace vigie {

QStringList ocrLanguages(const QString &localeName)
{
    struct Code {
        QLocale::Language language;
        QLatin1String name;
    };
    static constexpr std::array kCodes{
        Code{QLocale::French, QLatin1String("fra")},
        Code{QLocale::German, QLatin1String("deu")},
        Code{QLocale::Spanish, QLatin1String("spa")},
        Code{QLocale::Italian, QLatin1String("ita")},
        Code{QLocale::Portuguese, QLatin1String("por")},
        Code{QLocale::Dutch, QLatin1String("nld")},
        Code{QLocale::Polish, QLatin1String("pol")},
        Code{QLocale::Arabic, QLatin1String("ara")},
    };
    QStringList languages;
    const QLocale::Language own = QLocale(localeName).language();
    for (const Code &code : kCodes) {
        if (code.language == own)
            languages.append(code.name);
    }
    languages.append(QStringLiteral("eng"));
    return languages;
}

} // namespace vigie
