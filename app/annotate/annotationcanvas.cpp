// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/annotate/annotationcanvas.h"

#include "app/annotate/canvastool.h"
#include "app/widgets/tokens.h"
#include "core/image/annotationgeometry.h"
#include "core/image/annotationpainter.h"
#include "core/image/burn.h"

#include <QEvent>
#include <QPaintEvent>
#include <QPainter>
#include <QPlainTextEdit>
#include <QScrollBar>

#include <algorithm>
#include <cmath>

namespace vigie {

namespace {

constexpr int kRoom = 24; ///< around the picture, device-independent pixels
constexpr qreal kLeastZoom = 0.05;
constexpr qreal kMostZoom = 32;

/// Zoomed this far, single pixels are wanted and get a grid.
constexpr qreal kGridZoom = 8;

} // namespace

AnnotationCanvas::AnnotationCanvas(AnnotationEditor &editor, const QImage &picture,
                                   QWidget *parent)
    : QAbstractScrollArea(parent), m_editor(editor), m_picture(picture),
      m_tool(makeCanvasTool(ToolId::Select, *this))
{
    setObjectName(QStringLiteral("annotationCanvas"));
    setAccessibleName(tr("Picture with annotations"));
    setAccessibleDescription(tr("The list beside it holds the same annotations."));
    setFrameShape(QFrame::NoFrame);
    setFocusPolicy(Qt::StrongFocus);
    viewport()->setMouseTracking(true);
    m_style.color = annotationColors().first();
    m_style.width = strokeWidths(editor.document().dpr).at(1);
    connect(&m_editor, &AnnotationEditor::changed, this, &AnnotationCanvas::documentChanged);
}

AnnotationCanvas::~AnnotationCanvas() = default;

void AnnotationCanvas::documentChanged()
{
    QStringList left = m_selection;
    left.removeIf([this](const QString &id) { return !m_editor.document().find(id); });
    if (left != m_selection)
        setSelection(left);
    if (m_words && !m_editor.document().find(m_wordsOf))
        closeWords();
    placeWords();
    viewport()->update();
}

void AnnotationCanvas::setPicture(const QImage &picture)
{
    m_picture = picture;
    m_picture.setDevicePixelRatio(1);
    m_ground = {};
    m_still = {};
    if (m_fitted)
        fit();
    updateScrollBars();
    viewport()->update();
}

QRectF AnnotationCanvas::pictureRect() const
{
    return {QPointF(), QSizeF(m_picture.size())};
}

QTransform AnnotationCanvas::toView() const
{
    const QSizeF shown = QSizeF(m_picture.size()) * m_zoom;
    const QSizeF room = viewport()->size();
    const auto place = [](qreal has, qreal needs, const QScrollBar *bar) {
        return needs + 2 * kRoom <= has ? std::floor((has - needs) / 2) : kRoom - bar->value();
    };
    return QTransform(m_zoom, 0, 0, m_zoom,
                      place(room.width(), shown.width(), horizontalScrollBar()),
                      place(room.height(), shown.height(), verticalScrollBar()));
}

QPointF AnnotationCanvas::toPicture(const QPointF &inViewport) const
{
    return toView().inverted().map(inViewport);
}

void AnnotationCanvas::setZoom(qreal zoom, const QPointF &anchor)
{
    const QPointF fixed = toPicture(anchor);
    m_zoom = std::clamp(zoom, kLeastZoom, kMostZoom);
    m_fitted = false;
    m_ground = {};
    m_still = {};
    updateScrollBars();
    const QPointF moved = toView().map(fixed) - anchor;
    horizontalScrollBar()->setValue(horizontalScrollBar()->value() + int(std::lround(moved.x())));
    verticalScrollBar()->setValue(verticalScrollBar()->value() + int(std::lround(moved.y())));
    placeWords();
    viewport()->update();
    Q_EMIT zoomChanged();
}

void AnnotationCanvas::zoomBy(qreal factor)
{
    setZoom(m_zoom * factor, QRectF(viewport()->rect()).center());
}

void AnnotationCanvas::zoomToPixels()
{
    // One picture pixel on one pixel of the screen, whatever its density.
    setZoom(1 / devicePixelRatioF(), QRectF(viewport()->rect()).center());
}

void AnnotationCanvas::fit()
{
    const QSizeF room = QSizeF(viewport()->size()) - QSizeF(2 * kRoom, 2 * kRoom);
    if (m_picture.isNull() || room.width() < 10 || room.height() < 10)
        return;
    const qreal whole = std::min(room.width() / m_picture.width(),
                                 room.height() / m_picture.height());
    setZoom(std::min(whole, 1 / devicePixelRatioF()), QPointF());
    m_fitted = true;
}

void AnnotationCanvas::updateScrollBars()
{
    const QSizeF shown = QSizeF(m_picture.size()) * m_zoom + QSizeF(2 * kRoom, 2 * kRoom);
    const auto set = [](QScrollBar *bar, qreal needs, int has) {
        bar->setRange(0, std::max(0, int(std::ceil(needs)) - has));
        bar->setPageStep(has);
        bar->setSingleStep(40);
    };
    set(horizontalScrollBar(), shown.width(), viewport()->width());
    set(verticalScrollBar(), shown.height(), viewport()->height());
}

void AnnotationCanvas::resizeEvent(QResizeEvent *event)
{
    QAbstractScrollArea::resizeEvent(event);
    m_ground = {};
    m_still = {};
    updateScrollBars();
    if (m_fitted)
        fit();
    placeWords();
}

void AnnotationCanvas::scrollContentsBy(int, int)
{
    m_ground = {};
    m_still = {};
    placeWords();
    viewport()->update();
}

void AnnotationCanvas::changeEvent(QEvent *event)
{
    QAbstractScrollArea::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        m_ground = {};
    m_still = {};
}

void AnnotationCanvas::setBare(bool bare)
{
    m_bare = bare;
    viewport()->update();
}

void AnnotationCanvas::setSuggestions(const QList<QRectF> &places)
{
    m_suggestions = places;
    viewport()->update();
}

void AnnotationCanvas::showPlace(const QRectF &place)
{
    constexpr qreal readable = 22; // pixels of the screen for a line of text
    if (place.height() * m_zoom < readable)
        setZoom(readable / std::max(place.height(), 1.0), QRectF(viewport()->rect()).center());
    const QPointF off =
        toView().map(place.center()) - QRectF(viewport()->rect()).center();
    horizontalScrollBar()->setValue(horizontalScrollBar()->value() + int(off.x()));
    verticalScrollBar()->setValue(verticalScrollBar()->value() + int(off.y()));
}

void AnnotationCanvas::setHiddenLayers(const QSet<QString> &layers)
{
    m_hiddenLayers = layers;
    viewport()->update();
}

void AnnotationCanvas::setGuides(const QList<QLineF> &guides)
{
    m_guides = guides;
    viewport()->update();
}

void AnnotationCanvas::setBand(const QRectF &band)
{
    m_band = band;
    viewport()->update();
}

/// Scaling a large screen smoothly is the dear part of a frame, and it is the same for all of a
/// drag.
void AnnotationCanvas::makeGround()
{
    const qreal ratio = devicePixelRatioF();
    const QSize pixels = (QSizeF(viewport()->size()) * ratio).toSize();
    if (m_ground.size() == pixels)
        return;
    const Tokens &t = tokensFor(this);
    m_ground = QPixmap(pixels);
    m_ground.setDevicePixelRatio(ratio);
    m_ground.fill(t.sunken);
    QPainter painter(&m_ground);
    painter.setRenderHint(QPainter::SmoothPixmapTransform, m_zoom * ratio < 2);
    painter.setTransform(toView());
    painter.drawImage(QPointF(), m_picture);
    if (m_zoom < kGridZoom)
        return;
    const QRectF seen = painter.transform().inverted().mapRect(QRectF(viewport()->rect()))
        & pictureRect();
    painter.setPen(QPen(QColor(128, 128, 128, 70), 0));
    for (int x = int(seen.left()); x <= int(seen.right()); ++x)
        painter.drawLine(QPointF(x, seen.top()), QPointF(x, seen.bottom()));
    for (int y = int(seen.top()); y <= int(seen.bottom()); ++y)
        painter.drawLine(QPointF(seen.left(), y), QPointF(seen.right(), y));
}

void AnnotationCanvas::beginDrag(const QStringList &ids)
{
    m_still = {};
    m_dragged = ids;
    // What is painted below all others cannot be put on top while it moves.
    for (const QString &id : ids) {
        const Annotation *item = m_editor.document().find(id);
        if (!item || destroys(item->kind)
            || item->kind == AnnotationKind::Spotlight)
            m_dragged.clear();
    }
}

void AnnotationCanvas::endDrag()
{
    m_still = {};
    m_dragged.clear();
    viewport()->update();
}

void AnnotationCanvas::makeStill()
{
    if (m_still.size() == m_ground.size())
        return;
    m_still = m_ground;
    QPainter painter(&m_still);
    painter.setTransform(toView());
    paintItems(painter, toView().inverted().mapRect(QRectF(viewport()->rect())),
               QSet<QString>(m_dragged.cbegin(), m_dragged.cend()));
}

void AnnotationCanvas::paintItems(QPainter &painter, const QRectF &part,
                                  const QSet<QString> &without)
{
    if (part.intersected(pictureRect()).isEmpty())
        return;
    ShotPaint how;
    how.ground = false;
    how.annotations = !m_bare;
    how.hiddenLayers = m_hiddenLayers;
    how.without = without;
    how.only = part;
    painter.save();
    painter.setClipRect(pictureRect());
    paintShot(painter, m_picture, m_editor.document(), how);
    painter.restore();
}

void AnnotationCanvas::paintEvent(QPaintEvent *event)
{
    makeGround();
    QPainter painter(viewport());
    if (m_dragged.isEmpty()) {
        painter.drawPixmap(QPointF(), m_ground);
        painter.setTransform(toView(), true);
        paintItems(painter, toView().inverted().mapRect(QRectF(event->rect())),
                   m_words ? QSet<QString>{m_wordsOf} : QSet<QString>());
    } else {
        makeStill();
        painter.drawPixmap(QPointF(), m_still);
        painter.setTransform(toView(), true);
        painter.setClipRect(pictureRect());
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setRenderHint(QPainter::SmoothPixmapTransform);
        QList<QRect> redacted;
        for (const QRectF &area : m_editor.document().redactions())
            redacted.append(burnedArea(area, m_editor.document().size));
        for (const QString &id : std::as_const(m_dragged)) {
            if (const Annotation *item = m_editor.document().find(id))
                paintAnnotation(painter, *item, m_picture, redacted);
        }
        painter.setClipping(false);
    }
    painter.resetTransform();
    painter.setRenderHint(QPainter::Antialiasing);
    paintCrop(painter);
    if (!m_bare)
        paintHandles(painter);
    const Tokens &t = tokensFor(this);
    for (const QRectF &place : std::as_const(m_suggestions)) {
        // Two colours, so that the dashes are seen on any picture.
        const QRectF shown = toView().mapRect(place).adjusted(-1.5, -1.5, 1.5, 1.5);
        painter.setBrush(Qt::NoBrush);
        painter.setPen(QPen(Qt::white, 2));
        painter.drawRect(shown);
        painter.setPen(QPen(QColor(0xc0, 0x20, 0x20), 2, Qt::DashLine));
        painter.drawRect(shown);
    }
    painter.setPen(QPen(t.accent, 1, Qt::DashLine));
    for (const QLineF &guide : std::as_const(m_guides))
        painter.drawLine(toView().map(guide));
    if (!m_band.isNull()) {
        QColor tint = t.accent;
        tint.setAlpha(40);
        painter.setBrush(tint);
        painter.drawRect(toView().mapRect(m_band));
    }
}

void AnnotationCanvas::paintCrop(QPainter &painter)
{
    const AnnotationDocument &document = m_editor.document();
    if (document.crop.isNull())
        return;
    const QRectF whole = toView().mapRect(pictureRect());
    const QRectF frame = toView().mapRect(QRectF(document.crop));
    QPainterPath outside;
    outside.addRect(whole);
    QPainterPath inside;
    inside.addRect(frame);
    const Tokens &t = tokensFor(this);
    QColor veil = t.sunken;
    veil.setAlpha(m_toolId == ToolId::Crop ? 190 : 245);
    painter.fillPath(outside.subtracted(inside), veil);
    painter.setPen(QPen(t.accent, 1.5));
    painter.setBrush(Qt::NoBrush);
    painter.drawRect(frame);
    if (m_toolId != ToolId::Crop)
        return;
    Annotation area;
    area.rect = QRectF(document.crop);
    painter.setBrush(t.surface);
    for (const QPointF &handle : handlesOf(area))
        painter.drawRect(QRectF(toView().map(handle) - QPointF(4, 4), QSizeF(8, 8)));
}

void AnnotationCanvas::paintHandles(QPainter &painter)
{
    const Tokens &t = tokensFor(this);
    for (const QString &id : std::as_const(m_selection)) {
        const Annotation *item = m_editor.document().find(id);
        if (!item || id == m_wordsOf)
            continue;
        painter.setBrush(Qt::NoBrush);
        painter.setPen(QPen(t.accent, 1, Qt::DashLine));
        if (geometryOf(item->kind) != AnnotationGeometry::Segment)
            painter.drawRect(toView().mapRect(placeOf(*item)).adjusted(-2, -2, 2, 2));
        if (m_selection.size() > 1 || !m_editor.isMine(*item))
            continue;
        painter.setPen(QPen(t.accent, 1.5));
        painter.setBrush(t.surface);
        for (const QPointF &handle : handlesOf(*item))
            painter.drawEllipse(toView().map(handle), 4.5, 4.5);
    }
}

const Annotation *AnnotationCanvas::itemAt(const QPointF &at, qreal reach) const
{
    const QList<Annotation> &items = m_editor.document().items;
    for (qsizetype i = items.size() - 1; i >= 0; --i) {
        if (m_editor.isMine(items[i]) && isHit(items[i], at, reach))
            return &items[i];
    }
    return nullptr;
}

void AnnotationCanvas::setTool(ToolId tool)
{
    closeWords();
    m_tool->cancel();
    m_tool = makeCanvasTool(tool, *this);
    m_toolId = tool;
    viewport()->update();
    Q_EMIT toolChanged();
}

void AnnotationCanvas::setSelection(const QStringList &ids)
{
    if (ids == m_selection)
        return;
    m_selection = ids;
    viewport()->update();
    Q_EMIT selectionChanged();
}

void AnnotationCanvas::placed(const QString &id)
{
    setSelection({id});
    if (m_returnsToSelect)
        setTool(ToolId::Select);
}

} // namespace vigie
