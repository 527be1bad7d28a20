// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/query/completion.h"
#include "core/query/problem.h"

#include <QObject>

#include <functional>
#include <optional>

class QCompleter;
class QKeyEvent;
class QLineEdit;
class QStandardItemModel;

namespace vigie {

class QueryValues;
class TicketService;

/// Helps to write a query in any line: offers what may come next while one types, and underlines
/// what cannot be understood. The text is never changed but by choosing an offer. GUI thread;
/// `field` is the parent, `tickets` must outlive it.
class QueryOffers final : public QObject
{
    Q_OBJECT

public:
    QueryOffers(QLineEdit *field, TicketService &tickets);

    /// Offers only these; null = all.
    void setWanted(std::function<bool(const query::Candidate &)> wanted);
    /// Underlines the place of the mistake; nothing = there is none.
    void mark(const std::optional<query::Problem> &problem);
    void hide();
    /// Names of queues, people and tags may have changed.
    void forgetNames();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void offer(bool evenUnasked);
    void showOffers();
    void take(int row);
    [[nodiscard]] bool takeKey(QKeyEvent *key);

    QLineEdit *m_field;
    QueryValues *m_values;
    QCompleter *m_completer;
    QStandardItemModel *m_offers;
    query::Completion m_completion;
    std::function<bool(const query::Candidate &)> m_wanted;
    bool m_offering = false; ///< a popup was wanted; names that arrive late join it
};

} // namespace vigie
