// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ticket/threadview.h"

#include "app/text/timetext.h"
#include "app/ticket/threadwords.h"

#include <QAccessible>
#include <QClipboard>
#include <QGuiApplication>
#include <QPainter>
#include <QScrollBar>

#include <algorithm>

namespace vigie {

namespace {
constexpr int kTop = 12;
constexpr int kCardsKept = 120; // laid-out items kept around the visible ones
constexpr int kPreviewWidth = 720; // pixels; twice what is shown, for dense screens
constexpr int kPreviewHeight = 480;
constexpr qint64 kPreviewBytes = 8 * 1024 * 1024; // larger ones wait until somebody opens them
constexpr int kPreviewsKept = 100;
} // namespace

ThreadView::ThreadView(QWidget *parent) : QAbstractScrollArea(parent)
{
    setObjectName(QStringLiteral("threadView"));
    setAccessibleName(tr("Conversation"));
    setFrameShape(NoFrame);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setFocusPolicy(Qt::StrongFocus);
    setProperty("flat", true);
    viewport()->setMouseTracking(true);
    verticalScrollBar()->setSingleStep(40);
    m_tops = {kTop};
}

ThreadView::~ThreadView() = default;

// ---- content ---------------------------------------------------------------------------------

void ThreadView::open(const QList<ThreadItem> &items)
{
    m_entries.clear();
    m_selection = {};
    m_current = -1;
    m_hovered = m_hoveredFile = -1;
    m_sticksToEnd = true;
    m_pictures.clear();
    m_picturesAsked.clear();
    for (const ThreadItem &item : items)
        m_entries.push_back({item, ThreadCard::estimate(item, columnWidth(), font()), nullptr, false, {}});
    place();
    settle();
    viewport()->update();
}

void ThreadView::refresh(const QList<ThreadItem> &items)
{
    const bool end = atEnd();
    const int y = verticalScrollBar()->value();
    const int firstSeen = indexAt(y);
    const bool hasAnchor = firstSeen >= 0 && firstSeen < count();
    const ThreadItem anchor = hasAnchor ? item(firstSeen) : ThreadItem();
    const int inside = hasAnchor ? y - m_tops[size_t(firstSeen)] : 0;
    const MessageId selected = m_selection.item >= 0 ? item(m_selection.item).id : MessageId();
    const MessageId current = m_current >= 0 ? item(m_current).id : MessageId();

    // Messages that did not change keep their layout.
    std::vector<Entry> old = std::move(m_entries);
    QHash<MessageId, size_t> known;
    for (size_t i = 0; i < old.size(); ++i) {
        if (!old[i].item.id.isNull())
            known.insert(old[i].item.id, i);
    }
    m_entries.clear();
    m_selection.item = m_current = -1;
    int anchorNow = -1;
    for (const ThreadItem &item : items) {
        const auto found = item.id.isNull() ? known.cend() : known.constFind(item.id);
        if (found != known.cend() && old[*found].item == item)
            m_entries.push_back(std::move(old[*found]));
        else
            m_entries.push_back({item, ThreadCard::estimate(item, columnWidth(), font()), nullptr,
                                 found != known.cend() && old[*found].expanded,
                                 found != known.cend() ? old[*found].open : QSet<int>()});
        const int index = count() - 1;
        if (hasAnchor && item.id == anchor.id && item.kind == anchor.kind && item.at == anchor.at)
            anchorNow = index;
        if (!item.id.isNull() && item.id == selected)
            m_selection.item = index;
        if (!item.id.isNull() && item.id == current)
            m_current = index;
    }
    if (m_selection.item < 0)
        m_selection = {};
    m_sticksToEnd = end;
    place();
    if (!end && anchorNow >= 0)
        verticalScrollBar()->setValue(m_tops[size_t(anchorNow)] + inside);
    settle();
    viewport()->update();
}

int ThreadView::laidOut() const
{
    return int(std::count_if(m_entries.begin(), m_entries.end(),
                             [](const Entry &entry) { return entry.card != nullptr; }));
}

QString ThreadView::spoken(int index) const
{
    const ThreadItem &it = item(index);
    if (it.kind != ThreadItem::Kind::Message)
        return it.text;
    QStringList parts{it.author, TimeText::absolute(it.at)};
    if (it.messageKind == MessageKind::Note)
        parts.prepend(ThreadWords::internalNote());
    if (it.messageKind == MessageKind::Call)
        parts.prepend(ThreadWords::internalCall());
    if (it.mine && it.delivery != Delivery::Sent)
        parts << ThreadWords::delivery(it.delivery);
    parts << plainText(proseOf(it));
    for (const ThreadItem::Fact &fact : it.facts)
        parts << fact.label + QStringLiteral(": ") + fact.value;
    for (const ShownFile &file : it.files)
        parts << tr("File %1").arg(cleanFileName(file.flat.name));
    return parts.join(QStringLiteral(". "));
}

// ---- geometry --------------------------------------------------------------------------------

int ThreadView::columnWidth() const
{
    return std::max(200, viewport()->width() - 2 * kMargin);
}

bool ThreadView::atEnd() const
{
    return verticalScrollBar()->value() >= verticalScrollBar()->maximum() - 4;
}

void ThreadView::place()
{
    m_tops.resize(m_entries.size() + 1);
    int y = kTop;
    for (size_t i = 0; i < m_entries.size(); ++i) {
        m_tops[i] = y;
        y += m_entries[i].height;
    }
    m_tops[m_entries.size()] = y;
    updateRange();
}

void ThreadView::updateRange()
{
    const int page = viewport()->height();
    verticalScrollBar()->setPageStep(std::max(10, page - 40));
    verticalScrollBar()->setRange(0, std::max(0, m_tops.back() + kTop - page));
}

int ThreadView::indexAt(int y) const
{
    if (m_entries.empty())
        return -1;
    const auto after = std::upper_bound(m_tops.begin(), m_tops.end() - 1, y);
    return std::max(0, int(after - m_tops.begin()) - 1);
}

/// Lays out what is in sight. A corrected height may bring other items into sight, so this goes on
/// until nothing changes; an item above the first visible one never moves what is being read.
void ThreadView::settle()
{
    if (m_settling || m_entries.empty())
        return;
    m_settling = true;
    const int width = columnWidth();
    for (int round = 0; round < 20; ++round) {
        if (m_sticksToEnd)
            verticalScrollBar()->setValue(verticalScrollBar()->maximum());
        const int y = verticalScrollBar()->value();
        const int first = indexAt(y);
        const int last = indexAt(y + viewport()->height());
        int above = 0;
        bool changed = false;
        for (int i = first; i <= last; ++i) {
            Entry &entry = m_entries[size_t(i)];
            if (entry.card)
                continue;
            entry.card = std::make_unique<ThreadCard>(
                entry.item, width, font(),
                ThreadCard::Extent{entry.expanded, entry.open, m_pictures});
            askForPictures(*entry.card);
            if (entry.card->height() != entry.height) {
                if (i == first && m_tops[size_t(i)] < y)
                    above += entry.card->height() - entry.height;
                entry.height = entry.card->height();
                changed = true;
            }
        }
        if (!changed)
            break;
        place();
        if (!m_sticksToEnd && above != 0)
            verticalScrollBar()->setValue(y + above);
    }
    dropFarCards(indexAt(verticalScrollBar()->value()),
                 indexAt(verticalScrollBar()->value() + viewport()->height()));
    m_settling = false;
}

void ThreadView::dropFarCards(int first, int last)
{
    for (int i = 0; i < count(); ++i) {
        if (i < first - kCardsKept / 2 || i > last + kCardsKept / 2)
            m_entries[size_t(i)].card.reset();
    }
}

void ThreadView::forgetLayouts()
{
    if (m_entries.empty())
        return;
    const int first = indexAt(verticalScrollBar()->value());
    const bool end = m_sticksToEnd || atEnd();
    for (Entry &entry : m_entries) {
        entry.card.reset();
        entry.height = ThreadCard::estimate(entry.item, columnWidth(), font());
    }
    m_sticksToEnd = end;
    place();
    if (!end)
        verticalScrollBar()->setValue(m_tops[size_t(first)]);
    settle();
    viewport()->update();
}

void ThreadView::resizeEvent(QResizeEvent *event)
{
    QAbstractScrollArea::resizeEvent(event);
    if (event->oldSize().width() != event->size().width())
        return forgetLayouts();
    const bool end = m_sticksToEnd;
    updateRange();
    m_sticksToEnd = end;
    settle();
}

void ThreadView::changeEvent(QEvent *event)
{
    QAbstractScrollArea::changeEvent(event);
    if (event->type() == QEvent::FontChange || event->type() == QEvent::LocaleChange)
        forgetLayouts();
    else if (event->type() == QEvent::PaletteChange || event->type() == QEvent::StyleChange)
        viewport()->update();
}

void ThreadView::scrollContentsBy(int, int)
{
    if (!m_settling) {
        m_sticksToEnd = atEnd();
        settle();
    }
    viewport()->update();
}

void ThreadView::scrollToEnd()
{
    m_sticksToEnd = true;
    settle();
    viewport()->update();
}

void ThreadView::paintEvent(QPaintEvent *event)
{
    QPainter painter(viewport());
    const Tokens &tokens = tokensFor(this);
    painter.fillRect(event->rect(), tokens.window);
    const int y = verticalScrollBar()->value();
    for (int i = std::max(0, indexAt(y)); i < count(); ++i) {
        const int top = m_tops[size_t(i)] - y;
        if (top > viewport()->height())
            break;
        const Entry &entry = m_entries[size_t(i)];
        if (!entry.card)
            continue;
        ThreadCard::Looks looks{tokens, devicePixelRatioF(), 0, 0, false, -1,
                                QRectF(event->rect().translated(-kMargin, -top))};
        if (m_selection.item == i) {
            looks.selectionStart = m_selection.start;
            looks.selectionEnd = m_selection.end;
        }
        looks.current = i == m_current && hasFocus();
        looks.hoveredFile = i == m_hovered ? m_hoveredFile : -1;
        entry.card->paint(painter, QPoint(kMargin, top), looks);
    }
}

// ---- current message -------------------------------------------------------------------------

void ThreadView::setCurrent(int index)
{
    if (index < 0 || index >= count())
        return;
    m_current = index;
    m_sticksToEnd = false;
    // Laying out the way there first: guessed heights would make the target jump.
    for (int round = 0; round < 3; ++round) {
        const int top = m_tops[size_t(index)];
        const int bottom = top + m_entries[size_t(index)].height;
        const int y = verticalScrollBar()->value();
        if (top < y || bottom - top > viewport()->height())
            verticalScrollBar()->setValue(top - 8);
        else if (bottom > y + viewport()->height())
            verticalScrollBar()->setValue(bottom - viewport()->height() + 8);
        settle();
    }
    setAccessibleDescription(spoken(index));
    viewport()->update();
}

void ThreadView::focusOutEvent(QFocusEvent *event)
{
    QAbstractScrollArea::focusOutEvent(event);
    viewport()->update();
}

/// Only of what is in sight, and of each file once.
void ThreadView::askForPictures(const ThreadCard &card)
{
    for (const ShownFile &file : card.picturesNamed()) {
        const bool small = file.flat.mediaType.startsWith(QLatin1String("image/"))
            && file.flat.size <= kPreviewBytes;
        if (!small || m_picturesAsked.contains(file.flat.sha256))
            continue;
        m_picturesAsked.insert(file.flat.sha256);
        Q_EMIT pictureWanted(file, QSize(kPreviewWidth, kPreviewHeight));
    }
}

void ThreadView::setPicture(const QString &sha256, const QImage &picture)
{
    if (picture.isNull() || m_pictures.size() >= kPreviewsKept)
        return;
    m_pictures.insert(sha256, picture);
    for (Entry &entry : m_entries) {
        const QList<ShownFile> named = entry.card ? entry.card->picturesNamed() : QList<ShownFile>();
        if (std::any_of(named.cbegin(), named.cend(),
                        [&](const ShownFile &file) { return file.flat.sha256 == sha256; }))
            entry.card.reset();
    }
    settle();
    viewport()->update();
}

void ThreadView::layAgain(int item)
{
    m_entries[size_t(item)].card.reset();
    if (m_selection.item == item)
        m_selection = {}; // its places are others now
    m_sticksToEnd = false;
    settle();
    viewport()->update();
}

void ThreadView::expand(int item)
{
    m_entries[size_t(item)].expanded = true;
    layAgain(item);
}

void ThreadView::setFold(int item, int fold, bool open)
{
    QSet<int> &all = m_entries[size_t(item)].open;
    open ? (void)all.insert(fold) : (void)all.remove(fold);
    layAgain(item);
}

void ThreadView::setFolds(int item, bool open)
{
    Entry &entry = m_entries[size_t(item)];
    if (!entry.card || !entry.card->prose() || entry.card->prose()->folds().isEmpty())
        return;
    entry.open.clear();
    for (int fold = 0; open && fold < int(entry.card->prose()->folds().size()); ++fold)
        entry.open.insert(fold);
    layAgain(item);
}

void ThreadView::copyRemote(int item)
{
    const QStringList addresses = proseOf(m_entries[size_t(item)].item).remotePictures;
    QGuiApplication::clipboard()->setText(addresses.join(QLatin1Char('\n')));
}

QString ThreadView::selectedText() const
{
    if (m_selection.item < 0 || m_selection.start == m_selection.end)
        return {};
    const Entry &entry = m_entries[size_t(m_selection.item)];
    const QString text = entry.card ? entry.card->shownText() : entry.item.text;
    const int from = std::min(m_selection.start, m_selection.end);
    return text.mid(from, std::abs(m_selection.end - m_selection.start));
}

void ThreadView::copy()
{
    QString text = selectedText();
    if (text.isEmpty() && m_current >= 0)
        text = item(m_current).text;
    if (!text.isEmpty())
        QGuiApplication::clipboard()->setText(text);
}

} // namespace vigie
