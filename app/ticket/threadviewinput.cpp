// SPDX-License-Identifier: GPL-3.0-or-later
// ThreadView's mouse, keyboard and menus; content and geometry are in threadview.cpp.
#include "app/ticket/threadview.h"

#include "app/prose/prosewords.h"
#include "app/ticket/threadwords.h"
#include "app/widgets/iconset.h"
#include "core/text/links.h"

#include <QClipboard>
#include <QContextMenuEvent>
#include <QGuiApplication>
#include <QMenu>
#include <QMouseEvent>
#include <QScrollBar>
#include <QTextBoundaryFinder>

namespace vigie {

namespace {

QString plainMenuText(QString text)
{
    return text.replace(u'&', QStringLiteral("&&"));
}

} // namespace

int ThreadView::itemUnder(const QPoint &point) const
{
    const int y = point.y() + verticalScrollBar()->value();
    const int index = indexAt(y);
    return index >= 0 && y < m_tops[size_t(index) + 1] ? index : -1;
}

ThreadHit ThreadView::hitAt(const QPoint &point, int item) const
{
    if (item < 0 || !m_entries[size_t(item)].card)
        return {};
    const int top = m_tops[size_t(item)] - verticalScrollBar()->value();
    return m_entries[size_t(item)].card->hit(point - QPoint(kMargin, top));
}

void ThreadView::activate(int item, const ThreadHit &hit)
{
    const ThreadItem &it = m_entries[size_t(item)].item;
    switch (hit.part) {
    case ThreadHit::Part::Link: Q_EMIT linkActivated(hit.url); break;
    case ThreadHit::Part::File: Q_EMIT fileActivated(it.files.at(hit.file)); break;
    case ThreadHit::Part::Ticket: Q_EMIT ticketActivated(hit.ticket); break;
    case ThreadHit::Part::Expand: expand(item); break;
    case ThreadHit::Part::Fold:
        setFold(item, hit.fold, !m_entries[size_t(item)].open.contains(hit.fold));
        break;
    case ThreadHit::Part::Remote: copyRemote(item); break;
    case ThreadHit::Part::Delivery:
        if (!it.op.isNull())
            Q_EMIT deliveryActivated(it.op);
        break;
    case ThreadHit::Part::Text:
    case ThreadHit::Part::None: break;
    }
}

void ThreadView::mousePressEvent(QMouseEvent *event)
{
    if (event->button() != Qt::LeftButton)
        return;
    const int item = itemUnder(event->pos());
    const ThreadHit hit = hitAt(event->pos(), item);
    m_current = item;
    m_selection = {item, std::max(0, hit.cursor), std::max(0, hit.cursor)};
    m_selecting = hit.cursor >= 0;
    viewport()->update();
}

void ThreadView::mouseMoveEvent(QMouseEvent *event)
{
    if (m_selecting && event->buttons() & Qt::LeftButton) {
        const ThreadHit hit = hitAt(event->pos(), m_selection.item);
        if (hit.cursor >= 0 && hit.cursor != m_selection.end) {
            m_selection.end = hit.cursor;
            viewport()->update();
        }
        return;
    }
    const int item = itemUnder(event->pos());
    const ThreadHit hit = hitAt(event->pos(), item);
    using Part = ThreadHit::Part;
    const bool waits = hit.part == Part::Delivery && !m_entries[size_t(item)].item.op.isNull();
    if (hit.part == Part::Text)
        viewport()->setCursor(Qt::IBeamCursor);
    else if (hit.part == Part::None || (hit.part == Part::Delivery && !waits))
        viewport()->unsetCursor();
    else
        viewport()->setCursor(Qt::PointingHandCursor);
    viewport()->setToolTip(hintOf(hit));
    if (m_hovered != item || m_hoveredFile != hit.file) {
        m_hovered = item;
        m_hoveredFile = hit.file;
        viewport()->update();
    }
}

/// Where it leads, before anybody goes there.
QString ThreadView::hintOf(const ThreadHit &hit) const
{
    return hit.part == ThreadHit::Part::Link ? realTarget(hit.url).toHtmlEscaped() : QString();
}

void ThreadView::mouseReleaseEvent(QMouseEvent *event)
{
    if (event->button() != Qt::LeftButton)
        return;
    m_selecting = false;
    if (!selectedText().isEmpty()) {
        if (QGuiApplication::clipboard()->supportsSelection())
            QGuiApplication::clipboard()->setText(selectedText(), QClipboard::Selection);
        return;
    }
    const int item = itemUnder(event->pos());
    // Pressed and released on the same thing: a drag is not a click.
    if (item >= 0 && item == m_current)
        activate(item, hitAt(event->pos(), item));
}

void ThreadView::mouseDoubleClickEvent(QMouseEvent *event)
{
    const int item = itemUnder(event->pos());
    const ThreadHit hit = hitAt(event->pos(), item);
    if (hit.part != ThreadHit::Part::Text)
        return;
    QTextBoundaryFinder words(QTextBoundaryFinder::Word,
                              m_entries[size_t(item)].card->shownText());
    words.setPosition(hit.cursor);
    const int start = words.isAtBoundary() ? hit.cursor : int(words.toPreviousBoundary());
    words.setPosition(hit.cursor);
    const int end = int(words.toNextBoundary());
    m_selection = {item, std::max(0, start), std::max(start, end)};
    viewport()->update();
}

void ThreadView::keyPressEvent(QKeyEvent *event)
{
    const auto step = [this](int by) {
        int next = m_current < 0 ? (by < 0 ? count() - 1 : indexAt(verticalScrollBar()->value()))
                                 : m_current + by;
        while (next >= 0 && next < count() && item(next).kind == ThreadItem::Kind::Day)
            next += by;
        setCurrent(next);
    };
    if (event == QKeySequence::Copy)
        return copy();
    if (event == QKeySequence::SelectAll && m_current >= 0) {
        const ThreadCard *card = m_entries[size_t(m_current)].card.get();
        m_selection = {m_current, 0, card ? int(card->shownText().size()) : 0};
        viewport()->update();
        return;
    }
    switch (event->key()) {
    case Qt::Key_Up: return step(-1);
    case Qt::Key_Down: return step(1);
    case Qt::Key_Home: return setCurrent(0);
    case Qt::Key_End: return setCurrent(count() - 1);
    case Qt::Key_Right:
    case Qt::Key_Left:
        return m_current < 0 ? void() : setFolds(m_current, event->key() == Qt::Key_Right);
    case Qt::Key_PageUp: return verticalScrollBar()->triggerAction(QAbstractSlider::SliderPageStepSub);
    case Qt::Key_PageDown:
    case Qt::Key_Space:
        return verticalScrollBar()->triggerAction(QAbstractSlider::SliderPageStepAdd);
    default: QAbstractScrollArea::keyPressEvent(event);
    }
}

void ThreadView::contextMenuEvent(QContextMenuEvent *event)
{
    const bool byMouse = event->reason() == QContextMenuEvent::Mouse;
    const int item = byMouse ? itemUnder(event->pos()) : m_current;
    if (item < 0)
        return;
    m_current = item;
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    fillMenu(*menu, item);
    if (menu->isEmpty())
        return menu->deleteLater();
    const int top = std::max(0, m_tops[size_t(item)] - verticalScrollBar()->value());
    menu->popup(byMouse ? event->globalPos() : viewport()->mapToGlobal(QPoint(kMargin + 60, top)));
}

void ThreadView::fillMenu(QMenu &menu, int item)
{
    const ThreadItem it = m_entries[size_t(item)].item;
    if (!selectedText().isEmpty()) {
        menu.addAction(IconSet::icon(Icon::Copy), tr("Copy the selection"), this,
                       &ThreadView::copy);
        const QString quote = selectedText();
        menu.addAction(IconSet::icon(Icon::Reply), tr("Quote the selection"), this,
                       [this, quote] { Q_EMIT quoteRequested(quote); });
    }
    if (!it.text.isEmpty()) {
        menu.addAction(IconSet::icon(Icon::Copy), tr("Copy the message"), this,
                       [text = it.text] { QGuiApplication::clipboard()->setText(text); });
    }
    if (it.kind == ThreadItem::Kind::Message && !it.text.isEmpty()) {
        menu.addAction(IconSet::icon(Icon::Reply), tr("Quote the message"), this,
                       [this, text = it.text] { Q_EMIT quoteRequested(text); });
    }
    if (it.kind == ThreadItem::Kind::Message)
        fillTextMenu(menu, item);
    fillFileMenu(menu, it);
    if (!it.op.isNull()) {
        menu.addAction(IconSet::icon(Icon::Outbox), tr("What happens to this message…"), this,
                       [this, op = it.op] { Q_EMIT deliveryActivated(op); });
    }
}

/// What the mouse can do with the words of a message.
void ThreadView::fillTextMenu(QMenu &menu, int item)
{
    const Entry &entry = m_entries[size_t(item)];
    if (entry.card && entry.card->isCut())
        menu.addAction(ThreadWords::showAll(), this, [this, item] { expand(item); });
    const ProseLayout *prose = entry.card ? entry.card->prose() : nullptr;
    for (int fold = 0; prose && fold < int(prose->folds().size()); ++fold) {
        const bool open = prose->isOpen(fold);
        menu.addAction(IconSet::icon(Icon::Quote),
                       open ? ProseWords::hideQuote() : ProseWords::showQuote(prose->folds()[fold].lines),
                       this, [this, item, fold, open] { setFold(item, fold, !open); });
    }
    const RichDoc doc = prose ? prose->doc() : proseOf(entry.item);
    for (const RichTarget &target : ProseWords::linksForMenu(doc)) {
        menu.addAction(IconSet::icon(Icon::Link), ProseWords::openLink(target), this, [this, target] {
            if (target.kind == RichTarget::Kind::Ticket)
                Q_EMIT ticketActivated(target.name);
            else
                Q_EMIT linkActivated(target.url);
        });
    }
    if (!doc.remotePictures.isEmpty()) {
        menu.addAction(IconSet::icon(Icon::Image),
                       ProseWords::copyRemote(int(doc.remotePictures.size())), this,
                       [this, item] { copyRemote(item); });
    }
}

void ThreadView::fillFileMenu(QMenu &menu, const ThreadItem &it)
{
    for (const ShownFile &file : it.files) {
        const QString name = plainMenuText(cleanFileName(file.flat.name));
        if (file.flat.mediaType.startsWith(QLatin1String("image/"))) {
            menu.addAction(IconSet::icon(Icon::Image), tr("Look at %1").arg(name), this,
                           [this, file] { Q_EMIT fileActivated(file); });
        }
        menu.addAction(IconSet::icon(Icon::Download), tr("Save %1 as…").arg(name), this,
                       [this, file] { Q_EMIT fileSaveRequested(file.flat); });
    }
}

} // namespace vigie
