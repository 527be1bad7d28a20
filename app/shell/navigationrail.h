// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/widgets/iconset.h"

#include <QFrame>
#include <QHash>

class QButtonGroup;
class QToolButton;
class QVBoxLayout;

namespace vigie {

class Pill;

/// The pages, one below the other, with counts. Says which one is wanted; the window shows it.
class NavigationRail final : public QFrame
{
    Q_OBJECT

public:
    explicit NavigationRail(QWidget *parent);

    /// `page` is the caller's name for it; the button's object name is page + "NavButton".
    void addPage(const QString &page, Icon icon, const QString &text, const QString &hint);
    /// A widget at the lower end.
    void addFooter(QWidget *widget);
    void setCurrent(const QString &page);
    void setCount(const QString &page, int count, Tone tone = Tone::Neutral);

Q_SIGNALS:
    void pageWanted(const QString &page);

protected:
    void changeEvent(QEvent *event) override;

private:
    struct Entry {
        QToolButton *button = nullptr;
        Pill *pill = nullptr;
    };
    /// As wide as the longest name in any language and font, chosen and with a count.
    void fitWidth();

    QHash<QString, Entry> m_entries;
    QButtonGroup *m_group;
    QVBoxLayout *m_pages;
    QVBoxLayout *m_footer;
};

} // namespace vigie
