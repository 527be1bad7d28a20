// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/queue/querybox.h"

#include "app/queue/queryvalues.h"
#include "app/text/queryerrortext.h"
#include "app/widgets/offerdelegate.h"
#include "app/widgets/searchfield.h"
#include "app/widgets/theme.h"

#include <QAbstractItemView>
#include <QCompleter>
#include <QCoreApplication>
#include <QInputMethodEvent>
#include <QItemSelectionModel>
#include <QKeyEvent>
#include <QListView>
#include <QStandardItemModel>
#include <QTextCharFormat>
#include <QTimer>

#include <algorithm>

namespace vigie {

namespace {

/// This long nobody is told of a mistake at the very end of what they type.
constexpr int kPatienceMs = 1'200;
constexpr int kRowsShown = 10;

/// A bare word or phrase that has to be there.
bool isSought(const query::Expr &expr)
{
    return expr.kind == query::Expr::Kind::Term && expr.term.field == query::Field::Text
        && expr.term.op == query::Op::Is && expr.term.values.size() == 1
        && expr.term.values.first().kind == query::Value::Kind::Name;
}

QList<const query::Expr *> partsOf(const query::Expr &expr)
{
    QList<const query::Expr *> parts;
    if (expr.kind == query::Expr::Kind::And) {
        for (const query::Expr &part : expr.parts)
            parts.append(&part);
    } else {
        parts.append(&expr);
    }
    return parts;
}

} // namespace

QueryBox::QueryBox(SearchField *field, TicketService &tickets)
    : QObject(field), m_field(field), m_values(new QueryValues(tickets, this)),
      m_completer(new QCompleter(this)), m_offers(new QStandardItemModel(this)),
      m_patience(new QTimer(this))
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
    m_patience->setSingleShot(true);
    m_patience->setInterval(kPatienceMs);

    connect(m_completer, qOverload<const QModelIndex &>(&QCompleter::activated), this,
            [this](const QModelIndex &index) { take(index.row()); });
    connect(m_field, &QLineEdit::textEdited, this, [this] { offer(false); });
    connect(m_values, &QueryValues::arrived, this, [this] {
        if (m_offering && m_field->hasFocus())
            offer(true);
    });
    connect(m_field, &SearchField::searchChanged, this, [this] { read(false); });
    connect(m_field, &SearchField::searchNow, this, [this] {
        m_completer->popup()->hide();
        read(true);
        if (!m_problem)
            Q_EMIT finished();
    });
    connect(m_patience, &QTimer::timeout, this, [this] { complain(m_problem); });
    m_field->installEventFilter(this);
    popup->installEventFilter(this);
}

query::Expr QueryBox::written() const
{
    const query::Parsed parsed = query::parse(m_field->text(), {&m_words, false});
    return parsed.problem ? m_expr : parsed.expr;
}

QString QueryBox::plainWords() const
{
    const QList<const query::Expr *> parts = partsOf(m_expr);
    const bool plain = std::all_of(parts.cbegin(), parts.cend(), [](const query::Expr *part) {
        return isSought(*part) && !part->term.values.first().name.contains(QLatin1Char(' '));
    });
    return plain ? soughtWords() : QString();
}

QString QueryBox::soughtWords() const
{
    QStringList words;
    const QList<const query::Expr *> parts = partsOf(m_expr);
    for (const query::Expr *part : parts) {
        if (isSought(*part))
            words.append(part->term.values.first().name);
    }
    return words.join(QLatin1Char(' '));
}

void QueryBox::forgetNames()
{
    m_values->forget();
}

// ---- reading ---------------------------------------------------------------------------------

void QueryBox::read(bool done)
{
    query::ParseOptions options;
    options.words = &m_words;
    options.typing = true;
    const query::Parsed parsed = query::parse(m_field->text(), options);
    m_problem = parsed.problem;
    mark(m_problem);
    const bool atEnd = m_problem && m_problem->span.end >= m_field->text().trimmed().size();
    if (m_problem && atEnd && !done) {
        complain(std::nullopt);
        m_patience->start();
    } else {
        m_patience->stop();
        complain(m_problem);
    }
    if (m_problem || parsed.expr == m_expr)
        return;
    m_expr = parsed.expr;
    Q_EMIT asked();
}

void QueryBox::complain(const std::optional<query::Problem> &problem)
{
    const QString words = problem ? QueryErrorText::of(*problem) : QString();
    if (words == m_complaint)
        return;
    m_complaint = words;
    m_field->setAccessibleDescription(words);
    Q_EMIT complaintChanged();
}

/// A line edit formats its text only the way input methods do.
void QueryBox::mark(const std::optional<query::Problem> &problem)
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

// ---- offering --------------------------------------------------------------------------------

void QueryBox::offer(bool evenUnasked)
{
    const QString text = m_field->text();
    const int cursor = m_field->cursorPosition();
    m_completion = query::complete(text, cursor, *m_values);
    const bool typing = m_completion.replace.begin < cursor
        || (cursor > 0 && !text.at(cursor - 1).isSpace() && text.at(cursor - 1) != QLatin1Char('('));
    m_offering = evenUnasked || typing;
    const bool whole = m_completion.candidates.size() == 1
        && m_completion.candidates.first().insert
            == text.mid(m_completion.replace.begin,
                        m_completion.replace.end - m_completion.replace.begin);
    if (!m_offering || m_completion.candidates.isEmpty() || whole) {
        m_completer->popup()->hide();
        return;
    }
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

void QueryBox::take(int row)
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
bool QueryBox::takeKey(QKeyEvent *key)
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

bool QueryBox::eventFilter(QObject *watched, QEvent *event)
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
