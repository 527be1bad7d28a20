// SPDX-License-Identifier: GPL-3.0-or-later
// What leaves the editor: the picture and its text.
#include "app/annotate/annotatewindow.h"

#include "app/annotate/annotationcanvas.h"
#include "app/annotate/privacybar.h"
#include "app/annotate/shotexport.h"
#include "app/prompt/prompt.h"
#include "core/image/annotationgeometry.h"
#include "core/image/burn.h"
#include "core/image/ocr/picturetext.h"

#include <QClipboard>
#include <QGuiApplication>

namespace vigie {

void AnnotateWindow::copyOut()
{
    QGuiApplication::clipboard()->setMimeData(
        shotMimeData(m_picture, m_burned ? withoutRedactions(document()) : document()));
}

/// Of the selected annotations if there are any: a box around an error message is enough. Never what
/// is to be destroyed.
void AnnotateWindow::copyText()
{
    if (m_privacy->isLooking())
        return tell(tr("The picture is still being read. Try again in a moment."));
    QRectF within;
    for (const QString &id : m_canvas->selection()) {
        if (const Annotation *item = document().find(id))
            within |= boundsOf(*item);
    }
    const QRectF frame(document().frame());
    within = within.isEmpty() ? frame : within & frame;
    QList<QRectF> hidden;
    for (const QRectF &area : document().redactions())
        hidden.append(QRectF(burnedArea(area, document().size)));
    const QString text = textWithin(m_privacy->rows(), within, hidden);
    if (text.isEmpty())
        return tell(tr("No text was recognised there."));
    QGuiApplication::clipboard()->setText(text);
    tell(tr("%Ln line(s) of text copied. Read them before you use them: machines misread.", nullptr,
            int(text.count(u'\n')) + 1));
}

void AnnotateWindow::saveOut()
{
    const QString name = (m_name.isEmpty() ? tr("Screenshot") : m_name) + QStringLiteral(".png");
    m_prompt.saveFile(this, tr("Save the picture"), name, [this](const QString &path) {
        if (!path.isEmpty())
            Q_EMIT exportWanted(path);
    });
}

} // namespace vigie
