// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/text/querytext.h"
#include "core/query/expr.h"
#include "core/query/problem.h"

#include <QObject>

#include <optional>

class QTimer;

namespace vigie {

class QueryOffers;
class SearchField;
class TicketService;

/// Makes a search field speak the query language: reads it while one types, with QueryOffers to help,
/// and says why what cannot be understood is wrong. GUI thread; `field` is the parent.
class QueryBox final : public QObject
{
    Q_OBJECT

public:
    QueryBox(SearchField *field, TicketService &tickets);

    /// What the text asks for; the last thing that could be understood while it cannot be.
    [[nodiscard]] const query::Expr &expr() const { return m_expr; }
    /// The same without taking the last word for the beginning of one, as it is kept in a view.
    [[nodiscard]] query::Expr written() const;
    /// The words, when the text is nothing but words that all have to be there; empty otherwise.
    [[nodiscard]] QString plainWords() const;
    /// The words that are looked for, whatever else is asked.
    [[nodiscard]] QString soughtWords() const;
    /// What is wrong in words; empty when nothing is, or when the person is probably not done yet.
    [[nodiscard]] QString complaint() const { return m_complaint; }
    /// Names of queues, people and tags may have changed.
    void forgetNames();

Q_SIGNALS:
    /// The text asks for something else now.
    void asked();
    /// Enter: the person is done. After asked(), if that comes too.
    void finished();
    void complaintChanged();

private:
    void read(bool done);
    void complain(const std::optional<query::Problem> &problem);

    SearchField *m_field;
    QueryOffers *m_offers;
    QueryWords m_words;
    QTimer *m_patience; ///< a half-written condition is no mistake yet
    query::Expr m_expr;
    std::optional<query::Problem> m_problem;
    QString m_complaint;
};

} // namespace vigie
