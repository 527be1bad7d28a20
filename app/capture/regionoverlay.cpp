// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/capture/regionoverlay.h"

#include "app/capture/regionpaint.h"
#include "app/widgets/tokens.h"

#include <QApplication>
#include <QKeyEvent>
#include <QLocale>
#include <QMouseEvent>
#include <QPainter>

#include <algorithm>

namespace vigie {

namespace {

constexpr int kDimming = 120; ///< of 255
constexpr int kLargeStep = 10;

} // namespace

RegionOverlay::RegionOverlay(const CapturedScreen &screen, bool several) :
    QWidget(nullptr, Qt::Window | Qt::FramelessWindowHint | Qt::WindowStaysOnTopHint),
    m_picture(screen.pixels), m_dpr(screen.dpr), m_several(several),
    m_pixel(screen.pixels.rect().center())
{
    setObjectName(QStringLiteral("regionOverlay"));
    setWindowTitle(tr("Choose the part to show"));
    setAccessibleName(screen.name.isEmpty() ? windowTitle()
                                            : tr("Choose the part to show of %1").arg(screen.name));
    setAccessibleDescription(hintWords());
    setAttribute(Qt::WA_OpaquePaintEvent);
    setAttribute(Qt::WA_QuitOnClose, false);
    setMouseTracking(true);
    setFocusPolicy(Qt::StrongFocus);
    setCursor(Qt::CrossCursor);
}

void RegionOverlay::setCurrent(bool current)
{
    if (current == m_current)
        return;
    m_current = current;
    // A rectangle that was begun here and left behind is over.
    if (!current)
        m_anchor.reset();
    if (current)
        activateWindow();
    update();
}

QRect RegionOverlay::selection() const
{
    if (!m_anchor)
        return {};
    return QRect(QPoint(std::min(m_anchor->x(), m_pixel.x()), std::min(m_anchor->y(), m_pixel.y())),
                 QPoint(std::max(m_anchor->x(), m_pixel.x()), std::max(m_anchor->y(), m_pixel.y())));
}

bool RegionOverlay::event(QEvent *event)
{
    // Tab would leave for the next widget, and Esc for a shortcut of ours.
    if (event->type() == QEvent::ShortcutOverride) {
        event->accept();
        return true;
    }
    if (event->type() == QEvent::KeyPress) {
        keyPressEvent(static_cast<QKeyEvent *>(event));
        return true;
    }
    return QWidget::event(event);
}

void RegionOverlay::enterEvent(QEnterEvent *event)
{
    m_pixel = pixelAt(*event);
    Q_EMIT entered();
    update();
}

void RegionOverlay::keyPressEvent(QKeyEvent *event)
{
    event->accept();
    switch (event->key()) {
    case Qt::Key_Escape:
        Q_EMIT cancelled();
        break;
    case Qt::Key_Space:
        Q_EMIT chosen(m_picture.rect());
        break;
    case Qt::Key_Return:
    case Qt::Key_Enter:
        finishOrStart();
        break;
    case Qt::Key_Tab:
        Q_EMIT stepRequested(1);
        break;
    case Qt::Key_Backtab:
        Q_EMIT stepRequested(-1);
        break;
    default:
        stepBy(event->key(), event->modifiers() & Qt::ShiftModifier ? kLargeStep : 1);
        break;
    }
}

void RegionOverlay::stepBy(int key, int distance)
{
    QPoint step;
    if (key == Qt::Key_Left)
        step.setX(-distance);
    else if (key == Qt::Key_Right)
        step.setX(distance);
    else if (key == Qt::Key_Up)
        step.setY(-distance);
    else if (key == Qt::Key_Down)
        step.setY(distance);
    if (!step.isNull())
        moveTo(m_pixel + step);
}

void RegionOverlay::finishOrStart()
{
    if (m_anchor) {
        Q_EMIT chosen(selection());
        return;
    }
    m_anchor = m_pixel;
    update();
}

void RegionOverlay::mouseMoveEvent(QMouseEvent *event)
{
    if (!m_current)
        Q_EMIT entered();
    moveTo(pixelAt(*event));
}

void RegionOverlay::mousePressEvent(QMouseEvent *event)
{
    if (event->button() != Qt::LeftButton)
        return;
    if (!m_current)
        Q_EMIT entered();
    m_pressed = event->scenePosition();
    m_dragging = true;
    moveTo(pixelAt(*event));
    m_anchor = m_pixel;
    update();
}

void RegionOverlay::mouseReleaseEvent(QMouseEvent *event)
{
    if (event->button() == Qt::RightButton) {
        Q_EMIT cancelled();
        return;
    }
    if (event->button() != Qt::LeftButton || !m_dragging)
        return;
    m_dragging = false;
    moveTo(pixelAt(*event));
    const QPointF way = event->scenePosition() - m_pressed;
    if (way.manhattanLength() < QApplication::startDragDistance())
        Q_EMIT chosen(m_picture.rect());
    else
        Q_EMIT chosen(selection());
}

QPoint RegionOverlay::pixelAt(const QSinglePointEvent &event) const
{
    // Not position(): Qt rounds that to whole units, which are two pixels on a screen of scale 2.
    return m_map.pixelAt(event.scenePosition());
}

void RegionOverlay::moveTo(const QPoint &pixel)
{
    // A 4K picture is not painted anew for each move of the mouse: only what floats over it.
    const QRegion before = floating();
    const QRect size = m_picture.rect();
    m_pixel = {std::clamp(pixel.x(), size.left(), size.right()),
               std::clamp(pixel.y(), size.top(), size.bottom())};
    update(before + floating());
}

QString RegionOverlay::sizeWords() const
{
    const QRect pixels = selection();
    QLocale locale;
    locale.setNumberOptions(QLocale::OmitGroupSeparator);
    return QStringLiteral("%1 × %2").arg(locale.toString(pixels.width()),
                                         locale.toString(pixels.height()));
}

QString RegionOverlay::hintWords() const
{
    const QString words = tr("Drag over the part to show. Click or press Space for the whole "
                             "screen. Arrow keys and Enter work too. Esc cancels.");
    return m_several ? words + QLatin1Char(' ') + tr("Tab goes to the next screen.") : words;
}

QRect RegionOverlay::hintBox() const
{
    // Whoever drags has understood, and needs the place.
    if (m_dragging)
        return {};
    const QFont font = textFont(TextStyle::Body);
    const QRect above = regionpaint::hintPlace(hintWords(), rect(), false, font);
    // Out of the way of the hand.
    if (above.adjusted(-space::xxl, -space::xxl, space::xxl, 4 * space::xxl)
            .contains(pixelBox().center().toPoint()))
        return regionpaint::hintPlace(hintWords(), rect(), true, font);
    return above;
}

QRegion RegionOverlay::floating() const
{
    const QRectF at = pixelBox();
    QRegion region(QRectF(0, at.top(), width(), at.height()).toAlignedRect().adjusted(0, -1, 0, 1));
    region += QRectF(at.left(), 0, at.width(), height()).toAlignedRect().adjusted(-1, 0, 1, 0);
    const QFont font = textFont(TextStyle::Small);
    region += regionpaint::loupePlace(at.center(), rect(), font).adjusted(-1, -1, 1, 1);
    region += hintBox();
    if (m_anchor) {
        const QRectF box = m_map.toWindow(selection());
        region += box.toAlignedRect().adjusted(-3, -3, 3, 3);
        region += regionpaint::labelPlace(sizeWords(), box, rect(), font).adjusted(-1, -1, 1, 1);
    }
    return region;
}

void RegionOverlay::paintSelection(QPainter &painter, const QRectF &box) const
{
    const Tokens &tokens = tokensFor(Scheme::Dark);
    painter.save();
    painter.setBrush(Qt::NoBrush);
    // A dark and a light line: one of them is visible on every picture.
    QPen pen(tokens.sunken, 1);
    pen.setJoinStyle(Qt::MiterJoin);
    painter.setPen(pen);
    painter.drawRect(box.adjusted(-2, -2, 1, 1));
    pen.setColor(tokens.accent);
    painter.setPen(pen);
    painter.drawRect(box.adjusted(-1, -1, 0, 0));
    painter.restore();
}

void RegionOverlay::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    if (!m_map.origin().isNull())
        painter.fillRect(rect(), Qt::black);
    painter.save();
    painter.translate(m_map.origin());
    painter.scale(1 / m_map.scale(), 1 / m_map.scale());
    painter.setRenderHint(QPainter::SmoothPixmapTransform,
                          !qFuzzyCompare(m_map.scale(), devicePixelRatioF()));
    painter.drawImage(0, 0, m_picture);
    painter.restore();

    const QRectF box = m_anchor ? m_map.toWindow(selection()) : QRectF();
    painter.save();
    if (!box.isEmpty())
        painter.setClipRegion(QRegion(rect()) - box.toAlignedRect());
    painter.fillRect(rect(), QColor(0, 0, 0, kDimming));
    painter.restore();
    if (!box.isEmpty())
        paintSelection(painter, box);
    if (!m_current)
        return;

    QColor line = tokensFor(Scheme::Dark).accent;
    line.setAlpha(150);
    const QPointF at = pixelBox().center();
    painter.fillRect(QRectF(0, at.y() - 0.5, width(), 1), line);
    painter.fillRect(QRectF(at.x() - 0.5, 0, 1, height()), line);
    const QFont small = textFont(TextStyle::Small);
    if (const QRect hint = hintBox(); !hint.isEmpty())
        regionpaint::words(painter, hint, hintWords(), textFont(TextStyle::Body));
    if (!box.isEmpty())
        regionpaint::words(painter, regionpaint::labelPlace(sizeWords(), box, rect(), small),
                           sizeWords(), small);
    regionpaint::loupe(painter, regionpaint::loupePlace(at, rect(), small), m_picture, m_pixel,
                       small);
}

void RegionOverlay::resizeEvent(QResizeEvent *)
{
    m_map = PixelMap(m_picture.size(), m_dpr, size());
}

} // namespace vigie
