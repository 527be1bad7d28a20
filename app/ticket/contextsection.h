// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/ticket/contextrow.h"

#include <QWidget>

class QHBoxLayout;
class QVBoxLayout;

namespace vigie {

class Button;
class IconButton;
class Label;

/// A part of the context panel: a heading that folds and unfolds it, and rows. Rows keep their
/// places while what they show changes, so that the keyboard stays where it is.
class ContextSection final : public QWidget
{
    Q_OBJECT

public:
    /// A group is a part of a section: its heading is quieter. Bare rows have none.
    enum class Rank { Section, Group, Bare };

    ContextSection(const QString &title, const char *objectName, QWidget *parent,
                   Rank rank = Rank::Section);

    void setTitle(const QString &title);
    /// Behind the title; negative = none.
    void setCount(int count);
    void setOpen(bool open);
    [[nodiscard]] bool isOpen() const { return m_open; }
    /// A button in the heading. It stays the section's.
    IconButton *addButton(Icon icon, const QString &words, const char *objectName);
    void setRows(const QList<RowLook> &looks);
    [[nodiscard]] const QList<ContextRow *> &rows() const { return m_rows; }
    /// Stands in the rows' place when there are none; empty = nothing does.
    void setHint(const QString &words);
    /// A line of its own below the rows ("Show all 31"); empty = none.
    void setMore(const QString &words);
    /// Below the rows, e.g. groups.
    void addPart(QWidget *part);

Q_SIGNALS:
    void taken(int row);
    void removeWanted(int row);
    void menuWanted(int row, const QPoint &where);
    void moreWanted();
    void copied(const QString &text);

private:
    ContextRow *addRow();
    void showOpen();

    QString m_title;
    int m_count = -1;
    bool m_open = true;
    Button *m_head;
    QHBoxLayout *m_top;
    QWidget *m_body;
    QVBoxLayout *m_column;
    QVBoxLayout *m_rowColumn;
    Label *m_hint;
    Button *m_more;
    QList<ContextRow *> m_rows;
};

} // namespace vigie
