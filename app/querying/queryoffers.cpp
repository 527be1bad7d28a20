// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/querying/queryoffers.h"

#include "app/querying/queryvalues.h"
#include "app/text/querytext.h"
#include "app/widgets/offerdelegate.h"
#include "app/widgets/theme.h"

#include <QAbstractItemView>
#include <QCompleter>
#include <QCoreApplication>
#include <QInputMethodEvent>
#include <QItemSelectionModel>
#include <QKeyEvent>
#include <QLineEdit>
#include <QListView>
#include <QStandardItemModel>
#include <QTextCharFormat>

#include <algorithm>
#include <utility>

namespace vigie {

namespace {

constexpr int kRowsShown = 10;

} // namespace

QueryOffers::QueryOffers(QLineEdit *field, TicketService &tickets)
    : QObject(field), m_field(field), m_values(new QueryValues(tickets, this)),
      m_completer(new QCompleter(this)), m_offers(new QStandardItemModel(this))
{
    auto *popup = new QListView;
    popup->setObjectName(QStringLiteral("queryOffers"));
    popup->setMouseTracking(true);
    popup->setUniformItemSizes(true);
    m_completer->setModel(m_offers);
    m_completer->setPopup(popup); // takes it
    popup->setItemDelegate(new OfferDelegate(popup));
    popup->setAccessibleName(tr("What may come next in the search"));
    m_completer->setCompletionMode(QCompleter::UnfilteredPopupCompletion);
    m_completer->setMaxVisibleItems(kRowsShown);
    m_completer->setWidget(m_field);

    connect(m_completer, qOverload<const QModelIndex &>(&QCompleter::activated), this,
            [this](const QModelIndex &index) { take(index.row()); });
    connect(m_field, &QLineEdit::textEdited, this, [this] { offer(false); });
    connect(m_values, &QueryValues::arrived, this, [this] {
        if (m_offering && m_field->hasFocus())
            offer(true);
    });
    m_field->installEventFilter(this);
    popup->installEventFilter(this);
}

void QueryOffers::setWanted(std::function<bool(const query::Candidate &)> wanted)
{
    m_wanted = std::move(wanted);
}

void QueryOffers::hide()
{
    m_completer->popup()->hide();
}

void QueryOffers::forgetNames()
{
    m_values->forget();
}

/// A line edit formats its text only the way input methods do.
void QueryOffers::mark(const std::optional<query::Problem> &problem)
{
    QList<QInputMethodEvent::Attribute> attributes;
    if (problem && problem->span.end > problem->span.begin) {
        QTextCharFormat wrong;
        wrong.setUnderlineStyle(QTextCharFormat::WaveUnderline);
        wrong.setUnderlineColor(tokensFor(m_field).tone(Tone::Danger).solid);
        attributes.append({QInputMethodEvent::TextFormat,
                           int(problem->span.begin) - m_field->cursorPosition(),
                           int(problem->span.end - problem->span.begin), wrong});
    }
    QInputMethodEvent event(QString(), attributes);
    QCoreApplication::sendEvent(m_field, &event);
}

void QueryOffers::offer(bool evenUnasked)
{
    const QString text = m_field->text();
    const int cursor = m_field->cursorPosition();
    m_completion = query::complete(text, cursor, *m_values);
    if (m_wanted) {
        m_completion.candidates.removeIf(
            [this](const query::Candidate &candidate) { return !m_wanted(candidate); });
    }
    const bool typing = m_completion.replace.begin < cursor
        || (cursor > 0 && !text.at(cursor - 1).isSpace() && text.at(cursor - 1) != QLatin1Char('('));
    m_offering = evenUnasked || typing;
    const bool whole = m_completion.candidates.size() == 1
        && m_completion.candidates.first().insert
            == text.mid(m_completion.replace.begin,
                        m_completion.replace.end - m_completion.replace.begin);
    if (!m_offering || m_completion.candidates.isEmpty() || whole)
        hide();
    else
        showOffers();
}

void QueryOffers::showOffers()
{
    m_offers->clear();
    for (const query::Candidate &candidate : std::as_const(m_completion.candidates)) {
        auto *item = new QStandardItem(candidate.insert);
        const QString meaning = QueryText::of(candidate);
        item->setData(meaning, OfferDelegate::MeaningRole);
        item->setData(meaning.isEmpty() ? candidate.insert
                                        : tr("%1, %2", "an offer of completion, what it means")
                                              .arg(candidate.insert, meaning),
                      Qt::AccessibleTextRole);
        m_offers->appendRow(item);
    }
    const int letter = m_field->fontMetrics().averageCharWidth();
    QRect place = m_field->rect();
    place.setWidth(std::max(place.width(), letter * 56));
    m_completer->complete(place);
    m_completer->popup()->scrollToTop();
}

void QueryOffers::take(int row)
{
    if (row < 0 || row >= m_completion.candidates.size())
        return;
    const query::Candidate candidate = m_completion.candidates.at(row);
    const QString text = m_field->text();
    const auto begin = m_completion.replace.begin;
    const auto end = m_completion.replace.end;
    QString insert = candidate.insert;
    // After a whole condition the next one begins; after a field or an operator its value.
    const bool goesOn = candidate.kind == query::Candidate::Kind::Field
        || candidate.kind == query::Candidate::Kind::Operator;
    if (!goesOn && (end >= text.size() || !text.at(end).isSpace()))
        insert += QLatin1Char(' ');
    // Typed, so that Ctrl+Z takes it back.
    m_field->setSelection(int(begin), int(end - begin));
    m_field->insert(insert);
    if (goesOn)
        offer(true);
}

/// The completer would ask the field first, where Escape clears and Enter searches, and then take
/// a row that nobody chose.
bool QueryOffers::takeKey(QKeyEvent *key)
{
    QAbstractItemView *popup = m_completer->popup();
    const QModelIndexList chosen = popup->selectionModel()->selectedIndexes();
    switch (key->key()) {
    case Qt::Key_Escape:
        m_offering = false;
        popup->hide();
        return true;
    case Qt::Key_Return:
    case Qt::Key_Enter:
        m_offering = false;
        popup->hide();
        if (chosen.isEmpty())
            QCoreApplication::sendEvent(m_field, key);
        else
            take(chosen.first().row());
        return true;
    case Qt::Key_Tab:
        popup->hide();
        take(chosen.isEmpty() ? 0 : chosen.first().row());
        return true;
    default: return false;
    }
}

bool QueryOffers::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_completer->popup() && event->type() == QEvent::KeyPress
        && takeKey(static_cast<QKeyEvent *>(event)))
        return true;
    if (watched == m_field && event->type() == QEvent::KeyPress) {
        const auto *key = static_cast<QKeyEvent *>(event);
        const bool down = key->key() == Qt::Key_Down && key->modifiers() == Qt::NoModifier;
        const bool space = key->key() == Qt::Key_Space && key->modifiers() == Qt::ControlModifier;
        if ((down || space) && !m_completer->popup()->isVisible()) {
            offer(true);
            return true;
        }
    }
    if (watched == m_field && event->type() == QEvent::FocusOut)
        m_offering = false;
    return QObject::eventFilter(watched, event);
}

} // namespace vigie
