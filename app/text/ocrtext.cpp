// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/text/ocrtext.h"

#include <QMap>

namespace vigie {

QString OcrText::hint(OcrHint hint)
{
    switch (hint) {
    case OcrHint::None:
        return {};
    case OcrHint::NoLibrary:
        return tr("Private places are not suggested, because the text recognition Tesseract is "
                  "not installed on this computer. Hiding them by hand works as always. To get "
                  "suggestions, have the packages tesseract-ocr and tesseract-ocr-fra installed.");
    case OcrHint::UnknownLibrary:
        return tr("Private places are not suggested, because this computer's version of the text "
                  "recognition Tesseract is not one that Vigie knows. Hiding them by hand works "
                  "as always. To get suggestions, have Tesseract 5 installed.");
    case OcrHint::NoLanguages:
        return tr("Private places are not suggested, because the text recognition Tesseract has "
                  "no file for your language or for English. Hiding them by hand works as "
                  "always. To get suggestions, have the package tesseract-ocr-eng, or the one of "
                  "your language, installed.");
    }
    return {};
}

QString OcrText::reason(const QString &reason)
{
    const QMap<QString, QString> words{
        {QStringLiteral("email"), tr("e-mail address")},
        {QStringLiteral("phone"), tr("phone number")},
        {QStringLiteral("iban"), tr("bank account")},
        {QStringLiteral("card"), tr("card number")},
        {QStringLiteral("ip"), tr("network address")},
        {QStringLiteral("host"), tr("computer name")},
        {QStringLiteral("token"), tr("key or token")},
        {QStringLiteral("password"), tr("password")},
        {QStringLiteral("name"), tr("name of a person")},
        {QStringLiteral("site"), tr("named by your organisation")},
    };
    return words.value(reason, tr("private text"));
}

} // namespace vigie
