// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/query/parser.h"
#include "core/service/views.h"

#include <QObject>

#include <optional>

class QTimer;

namespace vigie {

class Prompt;
class Workspace;

/// A list that is a question: one of the house or one that the person saved.
struct QueryView {
    /// Stable; of a saved one its id.
    QString key;
    SavedView saved; ///< of the house: name, query and order
    query::Expr expr;
    std::optional<query::Problem> problem; ///< its query cannot be read; `expr` is everything then
    int count = -1; ///< -1 = not counted yet; ViewShelf::kMostCounted = that many or more

    [[nodiscard]] bool isOwn() const { return !saved.id.isNull(); }
    /// What it is called among the others.
    [[nodiscard]] QString name() const;
};

/// The agents' lists that are questions, how many tickets each holds, and everything that can be
/// done with saved ones. GUI thread; `workspace` and `prompt` must outlive it.
class ViewShelf final : public QObject
{
    Q_OBJECT

public:
    static constexpr int kMostCounted = 1'000;

    ViewShelf(Workspace &workspace, Prompt &prompt, QWidget *parent);

    /// Those of the house first, then the person's in their order.
    [[nodiscard]] const QList<QueryView> &views() const { return m_views; }
    [[nodiscard]] const QueryView *view(const QString &key) const;

    /// Asks for a name; `suggested` may be empty. Tells the key with saved().
    void saveAs(const query::Expr &expr, const ViewLook &look, const QString &suggested);
    void rename(const QString &key);
    void editQuery(const QString &key);
    void remove(const QString &key);
    /// Up with less than 0.
    void move(const QString &key, int by);
    /// The look is the view's own; nothing happens for one of the house.
    void setLook(const QString &key, const ViewLook &look);
    /// The same for how loud it may be.
    void setNews(const QString &key, std::optional<NoticeClass> news);
    /// Counts again, soon and one after the other; calls in between are gathered.
    void recount();

Q_SIGNALS:
    /// Views came, went, or ask for something else.
    void changed();
    void counted();
    void saved(const QString &key);
    /// In a sentence, for the status bar.
    void statusText(const QString &text);

private:
    void read();
    void take(const QList<SavedView> &views);
    void write(const SavedView &view, bool isNew);
    void askQuery(const SavedView &view, const QString &text, const QString &complaint);
    void countNext();

    Workspace &m_workspace;
    Prompt &m_prompt;
    QWidget *m_window;
    QTimer *m_calm;
    QList<QueryView> m_views;
    QStringList m_toCount;
    bool m_counting = false;
};

} // namespace vigie
