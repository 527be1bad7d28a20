// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QHBoxLayout;

namespace vigie {

class Label;

/// The heading of a part of a page: words, an optional count, room for buttons at the end.
class SectionHeader final : public QWidget
{
    Q_OBJECT

public:
    SectionHeader(const QString &title, QWidget *parent);

    void setTitle(const QString &title);
    /// Negative = none.
    void setCount(int count);
    void addWidget(QWidget *widget);

private:
    Label *m_title;
    Label *m_count;
    QHBoxLayout *m_layout;
};

} // namespace vigie
