// SPDX-License-Identifier: GPL-3.0-or-later
// What is done to the selected annotations, and the typing of their words.
#include "app/annotate/annotationcanvas.h"
#include "app/annotate/canvastool.h"
#include "core/base/limits.h"
#include "core/image/annotationcodec.h"
#include "core/image/annotationgeometry.h"
#include "core/image/annotationtext.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QKeyEvent>
#include <QMimeData>
#include <QPlainTextEdit>
#include <QTextCursor>

#include <algorithm>

namespace vigie {

namespace {

const QString kItemsFormat = QStringLiteral("application/x-vigie-annotations");

} // namespace

void AnnotationCanvas::removeSelected()
{
    m_editor.remove(tr("Delete"), m_selection);
}

void AnnotationCanvas::duplicateSelected()
{
    QStringList made;
    QList<Annotation> copies = m_editor.mine(m_selection);
    if (copies.isEmpty()
        || m_editor.document().items.size() + copies.size() > limits::kAnnotations)
        return;
    for (Annotation &item : copies) {
        item.id = AnnotationEditor::newId();
        moveBy(item, QPointF(16, 16));
        made.append(item.id);
    }
    m_editor.change(tr("Duplicate"),
                    [&](AnnotationDocument &document) { document.items += copies; });
    setSelection(made);
}

void AnnotationCanvas::raiseSelected(bool up)
{
    m_editor.change(up ? tr("Bring to front") : tr("Send to back"),
                    [&](AnnotationDocument &document) {
                        QList<Annotation> chosen;
                        QList<Annotation> rest;
                        for (const Annotation &item : std::as_const(document.items)) {
                            const bool mine =
                                m_selection.contains(item.id) && m_editor.isMine(item);
                            (mine ? chosen : rest).append(item);
                        }
                        document.items = up ? rest + chosen : chosen + rest;
                    });
}

void AnnotationCanvas::copySelected()
{
    AnnotationDocument part;
    part.size = m_editor.document().size;
    part.layers = {m_editor.layer()};
    part.items = m_editor.mine(m_selection);
    if (part.items.isEmpty())
        return;
    auto *mime = new QMimeData;
    mime->setData(kItemsFormat, annotationBytes(part));
    QGuiApplication::clipboard()->setMimeData(mime);
}

void AnnotationCanvas::pasteItems()
{
    const QMimeData *mime = QGuiApplication::clipboard()->mimeData();
    if (!mime || !mime->hasFormat(kItemsFormat))
        return;
    // Any program may have put it there: the strict reader judges.
    const Result<AnnotationDocument> part = annotationDocumentFrom(mime->data(kItemsFormat));
    if (!part || m_editor.document().items.size() + part->items.size() > limits::kAnnotations)
        return;
    QStringList made;
    QList<Annotation> items = part->items;
    // What cannot be drawn here cannot come in this way either: a redaction on a picture that is
    // burned already would look like one and hide nothing in what leaves.
    items.removeIf([this](const Annotation &item) {
        return std::any_of(m_without.cbegin(), m_without.cend(), [&item](ToolId tool) {
            const AnnotationKind kind = factsOf(tool).kind;
            return kind != AnnotationKind::Unknown && kind == item.kind;
        });
    });
    if (items.isEmpty())
        return;
    for (Annotation &item : items) {
        item.id = AnnotationEditor::newId();
        item.layer = m_editor.layer().id;
        // From a larger picture they may lie outside of this one.
        if (!boundsOf(item).intersects(pictureRect()))
            moveBy(item, pictureRect().center() - boundsOf(item).center());
        made.append(item.id);
    }
    m_editor.change(tr("Paste"), [&](AnnotationDocument &document) {
        document.ensureLayer(m_editor.layer());
        document.items += items;
    });
    setSelection(made);
}

void AnnotationCanvas::insertAtCentre()
{
    const AnnotationKind kind = factsOf(m_toolId).kind;
    if (kind == AnnotationKind::Unknown)
        return;
    const QRectF seen = toView().inverted().mapRect(QRectF(viewport()->rect()))
        & QRectF(m_editor.document().frame());
    const QPointF centre = seen.center();
    const qreal size = std::max(std::min({seen.width(), seen.height(), 160.0}) / 2, 8.0);
    const CanvasPoint from{centre - QPointF(size, size / 2), Qt::AltModifier, 1};
    const CanvasPoint to{centre + QPointF(size, size / 2), Qt::AltModifier, 1};
    m_tool->press(from);
    m_tool->move(to);
    m_tool->release(to);
}

void AnnotationCanvas::editWords()
{
    const QList<Annotation> chosen = m_editor.mine(m_selection);
    if (chosen.size() != 1 || !carriesText(chosen.first().kind))
        return;
    closeWords();
    const Annotation &item = chosen.first();
    m_wordsOf = item.id;
    m_words = new QPlainTextEdit(viewport());
    m_words->setObjectName(QStringLiteral("annotationWordsEdit"));
    m_words->setAccessibleName(tr("Words of the annotation"));
    m_words->setPlainText(item.text);
    m_words->setTabChangesFocus(true);
    m_words->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_words->setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_words->installEventFilter(this);
    connect(m_words, &QPlainTextEdit::textChanged, this, [this] {
        const QString words = m_words->toPlainText().left(limits::kShortTextLength);
        m_editor.change(
            tr("Write"),
            [&](AnnotationDocument &document) {
                for (Annotation &one : document.items) {
                    if (one.id != m_wordsOf)
                        continue;
                    one.text = words;
                    fitText(one);
                }
            },
            QStringLiteral("words/") + m_wordsOf);
    });
    placeWords();
    m_words->show();
    m_words->setFocus();
    m_words->selectAll();
    viewport()->update();
}

void AnnotationCanvas::placeWords()
{
    const Annotation *item = m_words ? m_editor.document().find(m_wordsOf) : nullptr;
    if (!item)
        return;
    QRectF place = item->rect;
    if (item->kind == AnnotationKind::Step) {
        Annotation measured = *item;
        if (measured.text.isEmpty())
            measured.text = QStringLiteral("MMMMMMMM");
        place = stepLabelRect(measured);
    }
    QFont font = annotationFont(*item);
    // Typed words must be readable at any zoom.
    font.setPixelSize(std::max(11, int(font.pixelSize() * m_zoom)));
    m_words->setFont(font);
    const QRect shown = toView().mapRect(place).toAlignedRect().adjusted(-4, -4, 4, 4);
    const QFontMetrics metrics(font);
    const QSize least(metrics.averageCharWidth() * 14, metrics.height() + 18);
    m_words->setGeometry(QRect(shown.topLeft(), shown.size().expandedTo(least)));
}

void AnnotationCanvas::closeWords()
{
    if (!m_words)
        return;
    QPlainTextEdit *words = m_words;
    const QString id = m_wordsOf;
    m_words = nullptr;
    m_wordsOf.clear();
    words->removeEventFilter(this);
    words->disconnect(this);
    setFocus(Qt::OtherFocusReason);
    words->hide();
    words->deleteLater();
    m_editor.endMerging();
    const Annotation *item = m_editor.document().find(id);
    if (item && item->kind != AnnotationKind::Step && item->text.trimmed().isEmpty())
        m_editor.remove(tr("Delete"), {id}); // nothing was written: nothing stays
    viewport()->update();
}

bool AnnotationCanvas::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_words && event->type() == QEvent::KeyPress) {
        const auto *key = static_cast<QKeyEvent *>(event);
        const bool enter = key->key() == Qt::Key_Return || key->key() == Qt::Key_Enter;
        // Enter ends, Shift+Enter makes a new line; what was typed is kept either way.
        if (key->key() == Qt::Key_Escape || (enter && !(key->modifiers() & Qt::ShiftModifier))) {
            closeWords();
            return true;
        }
    }
    if (watched == m_words && event->type() == QEvent::FocusOut)
        QMetaObject::invokeMethod(this, &AnnotationCanvas::closeWords, Qt::QueuedConnection);
    return QAbstractScrollArea::eventFilter(watched, event);
}

} // namespace vigie
