// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/viewer/textcopier.h"

#include "app/text/ocrtext.h"
#include "core/base/async.h"
#include "core/image/ocr/picturetext.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QLocale>

namespace vigie {

TextCopier::TextCopier(const std::shared_ptr<OcrEngine> &engine, QObject *parent)
    : QObject(parent), m_finder(engine)
{
}

TextCopier::~TextCopier() = default;

void TextCopier::copyFrom(const QImage &picture)
{
    if (m_reading)
        return;
    m_reading = true;
    Q_EMIT told(tr("The picture is being read…"));
    whenDone(m_finder.find(picture, {ocrLanguages(QLocale().name()), {}}), this,
             [this, size = picture.size()](const Result<Findings> &findings) {
                 m_reading = false;
                 take(findings, size);
             });
}

void TextCopier::take(const Result<Findings> &findings, const QSize &size)
{
    if (!findings) {
        Q_EMIT told(tr("The text of this picture could not be read."));
        return;
    }
    if (findings->hint != OcrHint::None) {
        Q_EMIT told(OcrText::hint(findings->hint));
        return;
    }
    const QString text = textWithin(findings->rows, QRectF(QPointF(), QSizeF(size)), {});
    if (text.isEmpty()) {
        Q_EMIT told(tr("No text was recognised in the picture."));
        return;
    }
    QGuiApplication::clipboard()->setText(text);
    Q_EMIT told(tr("%Ln line(s) of text copied. Read them before you use them: machines misread.",
                   nullptr, int(text.count(u'\n')) + 1));
}

} // namespace vigie
