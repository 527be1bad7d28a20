// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/text/querytext.h"
#include "core/query/expr.h"

#include <QObject>

#include <optional>

class QCompleter;
class QKeyEvent;
class QStandardItemModel;
class QTimer;

namespace vigie {

class QueryValues;
class SearchField;
class TicketService;

/// Makes a search field speak the query language: offers what may come next while one types, marks
/// what cannot be understood and says why. The text is never changed but by choosing an offer. GUI
/// thread; `field` is the parent.
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

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void read(bool done);
    void complain(const std::optional<query::Problem> &problem);
    void mark(const std::optional<query::Problem> &problem);
    void offer(bool evenUnasked);
    void take(int row);
    [[nodiscard]] bool takeKey(QKeyEvent *key);

    SearchField *m_field;
    QueryValues *m_values;
    QueryWords m_words;
    QCompleter *m_completer;
    QStandardItemModel *m_offers;
    QTimer *m_patience; ///< a half-written condition is no mistake yet
    query::Completion m_completion;
    query::Expr m_expr;
    std::optional<query::Problem> m_problem;
    QString m_complaint;
    bool m_offering = false; ///< a popup was wanted; names that arrive late join it
};

} // namespace vigie
