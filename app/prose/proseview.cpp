// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/prose/proseview.h"

#include "app/prose/prosewords.h"
#include "app/widgets/iconset.h"
#include "core/text/links.h"

#include <QClipboard>
#include <QContextMenuEvent>
#include <QGuiApplication>
#include <QMenu>
#include <QMouseEvent>
#include <QPainter>

#include <utility>

namespace vigie {

namespace {

constexpr int kPreferredLetters = 60;
constexpr int kHeightsKept = 16;

} // namespace

ProseView::ProseView(QWidget *parent) : QWidget(parent)
{
    QSizePolicy policy(QSizePolicy::Preferred, QSizePolicy::Preferred);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
    setMouseTracking(true);
    setFocusPolicy(Qt::StrongFocus);
}

ProseView::~ProseView() = default;

void ProseView::setDoc(const RichDoc &doc)
{
    if (doc == m_doc)
        return;
    m_doc = doc;
    m_pictures.clear();
    setAccessibleName(plainText(doc));
    forget();
}

void ProseView::setPictures(const QHash<int, QImage> &pictures)
{
    if (pictures == m_pictures)
        return;
    m_pictures = pictures;
    forget();
}

ProseLayout::Extent ProseView::extent() const
{
    ProseLayout::Extent extent;
    extent.open = m_open;
    extent.pictures = m_pictures;
    return extent;
}

QString ProseView::shownText() const
{
    return layoutNow().text();
}

const ProseLayout &ProseView::layoutNow() const
{
    if (!m_layout)
        m_layout = std::make_unique<ProseLayout>(m_doc, width(), font(), extent());
    return *m_layout;
}

/// The words or the width are others now; so are the places of the selection.
void ProseView::forget()
{
    m_layout.reset();
    m_heights.clear();
    m_selectionStart = m_selectionEnd = 0;
    updateGeometry();
    update();
}

int ProseView::heightForWidth(int wide) const
{
    if (const auto known = m_heights.constFind(wide); known != m_heights.cend())
        return *known;
    if (m_heights.size() >= kHeightsKept)
        m_heights.clear();
    const int height = wide == width() ? layoutNow().height()
                                       : ProseLayout(m_doc, wide, font(), extent()).height();
    m_heights.insert(wide, height);
    return height;
}

QSize ProseView::sizeHint() const
{
    const int wide = fontMetrics().averageCharWidth() * kPreferredLetters;
    return {wide, heightForWidth(wide)};
}

QSize ProseView::minimumSizeHint() const
{
    return {fontMetrics().averageCharWidth() * 16, fontMetrics().height()};
}

void ProseView::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    if (event->oldSize().width() != event->size().width())
        m_layout.reset();
}

void ProseView::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::FontChange || event->type() == QEvent::LocaleChange
        || event->type() == QEvent::LanguageChange)
        forget();
    else if (event->type() == QEvent::PaletteChange)
        update();
}

void ProseView::paintEvent(QPaintEvent *event)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const Tokens &tokens = tokensFor(this);
    layoutNow().paint(painter, {tokens, devicePixelRatioF(), m_selectionStart, m_selectionEnd,
                                QRectF(event->rect())});
    if (m_reachedByKey) {
        painter.setPen(QPen(tokens.focus, 1));
        painter.setBrush(Qt::NoBrush);
        painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), 3, 3);
    }
}

// ---- mouse and keyboard ----------------------------------------------------------------------

void ProseView::mousePressEvent(QMouseEvent *event)
{
    if (event->button() != Qt::LeftButton)
        return;
    const ProseHit hit = layoutNow().hit(event->position());
    m_selectionStart = m_selectionEnd = std::max(0, hit.cursor);
    m_selecting = hit.cursor >= 0;
    update();
}

void ProseView::mouseMoveEvent(QMouseEvent *event)
{
    const ProseHit hit = layoutNow().hit(event->position());
    if (m_selecting && event->buttons() & Qt::LeftButton) {
        if (hit.cursor >= 0 && std::exchange(m_selectionEnd, hit.cursor) != hit.cursor)
            update();
        return;
    }
    if (hit.part == ProseHit::Part::Text)
        setCursor(Qt::IBeamCursor);
    else if (hit.part == ProseHit::Part::None)
        unsetCursor();
    else
        setCursor(Qt::PointingHandCursor);
    const bool address = hit.part == ProseHit::Part::Target
        && m_doc.targets.at(hit.target).kind == RichTarget::Kind::Address;
    setToolTip(address ? realTarget(m_doc.targets.at(hit.target).url).toHtmlEscaped() : QString());
}

void ProseView::mouseReleaseEvent(QMouseEvent *event)
{
    if (event->button() != Qt::LeftButton)
        return;
    m_selecting = false;
    if (selectedText().isEmpty())
        activate(layoutNow().hit(event->position()));
    else if (QGuiApplication::clipboard()->supportsSelection())
        QGuiApplication::clipboard()->setText(selectedText(), QClipboard::Selection);
}

void ProseView::keyPressEvent(QKeyEvent *event)
{
    if (event == QKeySequence::Copy)
        return copy();
    if (event == QKeySequence::SelectAll) {
        m_selectionStart = 0;
        m_selectionEnd = int(layoutNow().text().size());
        return update();
    }
    const bool folds = !layoutNow().folds().isEmpty();
    if (folds && (event->key() == Qt::Key_Right || event->key() == Qt::Key_Left))
        return setFolds(event->key() == Qt::Key_Right);
    QWidget::keyPressEvent(event);
}

void ProseView::focusInEvent(QFocusEvent *event)
{
    QWidget::focusInEvent(event);
    m_reachedByKey = event->reason() == Qt::TabFocusReason || event->reason() == Qt::BacktabFocusReason;
    update();
}

void ProseView::focusOutEvent(QFocusEvent *event)
{
    QWidget::focusOutEvent(event);
    m_reachedByKey = false;
    update();
}

void ProseView::contextMenuEvent(QContextMenuEvent *event)
{
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    fillMenu(*menu);
    menu->popup(event->reason() == QContextMenuEvent::Mouse ? event->globalPos()
                                                            : mapToGlobal(QPoint(8, 8)));
}

void ProseView::fillMenu(QMenu &menu)
{
    const bool part = !selectedText().isEmpty();
    menu.addAction(IconSet::icon(Icon::Copy),
                   part ? tr("Copy the selection") : tr("Copy the message"), this, &ProseView::copy);
    const ProseLayout &prose = layoutNow();
    for (int fold = 0; fold < int(prose.folds().size()); ++fold) {
        const bool open = prose.isOpen(fold);
        menu.addAction(IconSet::icon(Icon::Quote),
                       open ? ProseWords::hideQuote() : ProseWords::showQuote(prose.folds()[fold].lines),
                       this, [this, fold, open] { setFold(fold, !open); });
    }
    for (const RichTarget &target : ProseWords::linksForMenu(m_doc)) {
        menu.addAction(IconSet::icon(Icon::Link), ProseWords::openLink(target), this,
                       [this, target] { activateTarget(target); });
    }
    if (!m_doc.remotePictures.isEmpty()) {
        menu.addAction(IconSet::icon(Icon::Image),
                       ProseWords::copyRemote(int(m_doc.remotePictures.size())), this, [this] {
                           QGuiApplication::clipboard()->setText(m_doc.remotePictures.join(u'\n'));
                       });
    }
}

void ProseView::activate(const ProseHit &hit)
{
    switch (hit.part) {
    case ProseHit::Part::Target: activateTarget(m_doc.targets.at(hit.target)); break;
    case ProseHit::Part::Fold: setFold(hit.fold, !m_open.contains(hit.fold)); break;
    case ProseHit::Part::Remote:
        QGuiApplication::clipboard()->setText(m_doc.remotePictures.join(u'\n'));
        break;
    case ProseHit::Part::Text:
    case ProseHit::Part::None: break;
    }
}

void ProseView::activateTarget(const RichTarget &target)
{
    switch (target.kind) {
    case RichTarget::Kind::Address: Q_EMIT linkActivated(target.url); break;
    case RichTarget::Kind::Picture: Q_EMIT pictureActivated(target.name); break;
    case RichTarget::Kind::Ticket: break; // not for requesters
    }
}

void ProseView::setFold(int fold, bool open)
{
    if (open)
        m_open.insert(fold);
    else
        m_open.remove(fold);
    forget();
}

void ProseView::setFolds(bool open)
{
    m_open.clear();
    for (int fold = 0; open && fold < int(layoutNow().folds().size()); ++fold)
        m_open.insert(fold);
    forget();
}

QString ProseView::selectedText() const
{
    const int from = std::min(m_selectionStart, m_selectionEnd);
    return layoutNow().text().mid(from, std::abs(m_selectionEnd - m_selectionStart));
}

void ProseView::copy() const
{
    const QString part = selectedText();
    QGuiApplication::clipboard()->setText(part.isEmpty() ? plainText(m_doc) : part);
}

} // namespace vigie
