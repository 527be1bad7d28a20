// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/savedview.h"

#include <QHash>
#include <QPointer>
#include <QWidget>

class QComboBox;
class QGridLayout;

namespace vigie {

class Workspace;
struct Queue;

/// Every list of an agent with how loud what happens in it may be, in one place: those that are
/// always there, the person's own, and the queues. A choice is kept at once, and is the same that
/// can be made beside the list. GUI thread.
class NewsList final : public QWidget
{
    Q_OBJECT

public:
    NewsList(Workspace &workspace, QWidget *parent);

Q_SIGNALS:
    /// Something could not be read or kept, in words.
    void failed(const QString &words);

private:
    struct Line {
        QString place; ///< empty for a view
        SavedView view;
        QString name;
        std::optional<NoticeClass> news;

        [[nodiscard]] QString key() const { return place.isEmpty() ? view.id.text() : place; }
    };

    void read();
    void takeQueues(int question, const QList<Queue> &queues);
    void takeViews(int question, const QList<Line> &lines);
    void tell(const QList<Line> &lines);
    void build(const QList<Line> &lines);
    void addLine(const Line &line, int row);
    void choose(const QString &key, QComboBox *box);

    QPointer<Workspace> m_workspace;
    QGridLayout *m_grid;
    QList<Line> m_lines;
    QHash<QString, QComboBox *> m_boxes; ///< by Line::key()
    int m_question = 0; ///< answers to older questions are dropped
    bool m_showing = false;
};

} // namespace vigie
