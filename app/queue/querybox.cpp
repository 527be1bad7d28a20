// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/queue/querybox.h"

#include "app/querying/queryoffers.h"
#include "app/text/queryerrortext.h"
#include "app/widgets/searchfield.h"
#include "core/query/parser.h"

#include <QTimer>

#include <algorithm>

namespace vigie {

namespace {

/// This long nobody is told of a mistake at the very end of what they type.
constexpr int kPatienceMs = 1'200;

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
    : QObject(field), m_field(field), m_offers(new QueryOffers(field, tickets)),
      m_patience(new QTimer(this))
{
    m_patience->setSingleShot(true);
    m_patience->setInterval(kPatienceMs);

    connect(m_field, &SearchField::searchChanged, this, [this] { read(false); });
    connect(m_field, &SearchField::searchNow, this, [this] {
        m_offers->hide();
        read(true);
        if (!m_problem)
            Q_EMIT finished();
    });
    connect(m_patience, &QTimer::timeout, this, [this] { complain(m_problem); });
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
    m_offers->forgetNames();
}

void QueryBox::read(bool done)
{
    query::ParseOptions options;
    options.words = &m_words;
    options.typing = true;
    const query::Parsed parsed = query::parse(m_field->text(), options);
    m_problem = parsed.problem;
    m_offers->mark(m_problem);
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

} // namespace vigie
