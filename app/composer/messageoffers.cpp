// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/composer/messageoffers.h"

#include "app/composer/messageedit.h"
#include "app/widgets/offerdelegate.h"
#include "core/text/placeholders.h"

#include <QAbstractItemView>
#include <QCompleter>
#include <QKeyEvent>
#include <QListView>
#include <QStandardItemModel>

#include <algorithm>

namespace vigie {

namespace {

constexpr int kRowsSeen = 7;
constexpr int kLettersWide = 60;

} // namespace

MessageOffers::MessageOffers(MessageEdit *edit, WritingOffers &offers)
    : QObject(edit), m_edit(edit), m_source(offers), m_completer(new QCompleter(this)),
      m_model(new QStandardItemModel(this))
{
    auto *popup = new QListView;
    popup->setObjectName(QStringLiteral("writingOffers"));
    popup->setAccessibleName(tr("What can be completed here"));
    popup->setMouseTracking(true);
    popup->setUniformItemSizes(true);
    popup->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_completer->setModel(m_model);
    m_completer->setPopup(popup); // takes it
    popup->setItemDelegate(new OfferDelegate(popup));
    m_completer->setCompletionMode(QCompleter::UnfilteredPopupCompletion);
    m_completer->setMaxVisibleItems(kRowsSeen);
    m_completer->setWidget(m_edit);
    connect(m_completer, qOverload<const QModelIndex &>(&QCompleter::activated), this,
            [this](const QModelIndex &index) { take(index.row()); });
    connect(m_edit, &MessageEdit::typed, this, [this] { look(); });
    // Other words than typed ones (another draft, a message that went) have nothing to complete.
    connect(m_edit, &QPlainTextEdit::cursorPositionChanged, this, [this] {
        if (m_trigger && m_edit->textCursor().position() != m_trigger->end && !m_edit->isTyping())
            close();
    });
    connect(&m_source, &WritingOffers::arrived, this, [this] {
        if (m_trigger && m_edit->hasFocus())
            look();
    });
    m_edit->installEventFilter(this);
    popup->installEventFilter(this);
}

// ---- offering --------------------------------------------------------------------------------

void MessageOffers::look()
{
    const QTextCursor cursor = m_edit->textCursor();
    const QString text = m_edit->toPlainText();
    m_trigger = m_edit->isReadOnly() || cursor.hasSelection() ? std::nullopt
                                                              : triggerAt(text, cursor.position());
    if (!m_trigger || isClosedFor(*m_trigger, text))
        return close();
    const QList<WritingOffer> offers = m_source.offersFor(*m_trigger);
    if (offers.isEmpty()) {
        m_completer->popup()->hide(); // an answer may be on its way
        return;
    }
    showOffers(offers);
}

void MessageOffers::showOffers(const QList<WritingOffer> &offers)
{
    m_offers = offers;
    m_model->clear();
    for (const WritingOffer &offer : offers) {
        auto *item = new QStandardItem(offer.title);
        item->setData(offer.aside, OfferDelegate::MeaningRole);
        item->setData(offer.second, OfferDelegate::SecondLineRole);
        QStringList read{offer.title, offer.aside, offer.second};
        read.removeAll(QString());
        item->setData(read.join(QStringLiteral(", ")), Qt::AccessibleTextRole);
        m_model->appendRow(item);
    }
    QTextCursor sign = m_edit->textCursor();
    sign.setPosition(int(m_trigger->begin));
    QRect place = m_edit->cursorRect(sign).translated(m_edit->viewport()->pos());
    place.setWidth(m_edit->fontMetrics().averageCharWidth() * kLettersWide);
    m_completer->complete(place);
    QAbstractItemView *popup = m_completer->popup();
    popup->setCurrentIndex(m_completer->completionModel()->index(0, 0));
    popup->scrollToTop();
}

void MessageOffers::close()
{
    m_trigger.reset();
    m_completer->popup()->hide();
}

void MessageOffers::closeFor(const WordTrigger &trigger)
{
    m_closed = QTextCursor(m_edit->document());
    m_closed.setPosition(int(trigger.begin) + 1);
    m_closedSign = m_edit->document()->characterAt(int(trigger.begin));
    close();
}

bool MessageOffers::isClosedFor(const WordTrigger &trigger, const QString &text)
{
    if (m_closed.isNull())
        return false;
    const int sign = m_closed.position() - 1;
    if (sign < 0 || sign >= text.size() || text.at(sign) != m_closedSign)
        m_closed = QTextCursor(); // the word is gone
    return !m_closed.isNull() && sign == trigger.begin;
}

// ---- taking ----------------------------------------------------------------------------------

void MessageOffers::take(int row)
{
    if (!m_trigger || row < 0 || row >= m_offers.size())
        return;
    const WritingOffer offer = m_offers.at(row);
    const WordTrigger trigger = *m_trigger;
    QTextCursor place(m_edit->document());
    place.setPosition(int(trigger.begin));
    place.setPosition(int(trigger.end), QTextCursor::KeepAnchor);
    close();
    if (offer.isInvitation()) {
        place.removeSelectedText();
        Q_EMIT cannedTextsWanted();
        return;
    }
    if (offer.canned)
        return put(place, offer.insert);
    const QChar next = m_edit->document()->characterAt(int(trigger.end));
    const bool apart = next == QLatin1Char(' ');
    place.insertText(apart ? offer.insert : offer.insert + QLatin1Char(' '));
    m_edit->setTextCursor(place);
    closeFor(trigger); // what follows the name is the sentence
}

void MessageOffers::insertCanned(const QString &body)
{
    if (!m_edit->isReadOnly())
        put(m_edit->textCursor(), body);
}

void MessageOffers::put(QTextCursor place, const QString &body)
{
    const FilledText filled = fillPlaceholders(body, m_source.values());
    const int begin = place.selectionStart();
    place.insertText(filled.text);
    m_gaps.clear();
    for (const Span &gap : filled.gaps) {
        QTextCursor open(m_edit->document());
        open.setPosition(begin + int(gap.begin));
        open.setPosition(begin + int(gap.end), QTextCursor::KeepAnchor);
        m_gaps.append(open);
    }
    m_edit->setTextCursor(m_gaps.isEmpty() ? place : m_gaps.first());
    m_edit->setFocus(Qt::OtherFocusReason);
}

/// Selects the next placeholder that is still there.
bool MessageOffers::toNextGap()
{
    const QTextCursor now = m_edit->textCursor();
    m_gaps.removeIf([](const QTextCursor &gap) {
        return !gap.selectedText().startsWith(QLatin1String("{{"));
    });
    const auto next = std::find_if(m_gaps.cbegin(), m_gaps.cend(), [&now](const QTextCursor &gap) {
        return gap.selectionStart() >= now.selectionEnd();
    });
    if (next == m_gaps.cend())
        return false;
    m_edit->setTextCursor(*next);
    return true;
}

/// The completer would ask the editor first, where Enter and Tab mean something else.
bool MessageOffers::takeKey(QKeyEvent *key)
{
    QAbstractItemView *popup = m_completer->popup();
    const int rows = m_model->rowCount();
    const int row = popup->currentIndex().row();
    const auto go = [this, popup, rows](int to) {
        popup->setCurrentIndex(m_completer->completionModel()->index((to + rows) % rows, 0));
        return true;
    };
    if (key->modifiers() & ~Qt::KeypadModifier || rows == 0)
        return false;
    switch (key->key()) {
    case Qt::Key_Down: return go(row + 1);
    case Qt::Key_Up: return go(row < 0 ? -1 : row - 1);
    case Qt::Key_Escape:
        if (m_trigger)
            closeFor(*m_trigger);
        return true;
    case Qt::Key_Return:
    case Qt::Key_Enter:
    case Qt::Key_Tab: take(std::max(row, 0)); return true;
    default: return false;
    }
}

bool MessageOffers::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::KeyPress) {
        auto *key = static_cast<QKeyEvent *>(event);
        if (watched == m_completer->popup())
            return takeKey(key);
        if (watched == m_edit && key->key() == Qt::Key_Tab && key->modifiers() == Qt::NoModifier)
            return toNextGap();
    }
    return QObject::eventFilter(watched, event);
}

} // namespace vigie
