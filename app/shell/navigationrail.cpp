// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/shell/navigationrail.h"

#include "app/widgets/label.h"
#include "app/widgets/pill.h"

#include <QApplication>
#include <QButtonGroup>
#include <QEvent>
#include <QHBoxLayout>
#include <QLocale>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>

namespace vigie {

NavigationRail::NavigationRail(QWidget *parent) :
    QFrame(parent), m_group(new QButtonGroup(this)), m_pages(new QVBoxLayout),
    m_footer(new QVBoxLayout)
{
    setObjectName(QStringLiteral("navigationRail"));
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(space::m, space::l, space::m, space::m);
    column->setSpacing(space::xs);
    auto *head = new QHBoxLayout;
    head->setContentsMargins(space::s, 0, 0, 0);
    head->setSpacing(space::s);
    auto *emblem = new QLabel(this);
    emblem->setPixmap(IconSet::application().pixmap(QSize(28, 28), devicePixelRatioF()));
    head->addWidget(emblem);
    head->addWidget(new Label(QStringLiteral("Vigie"), this, TextStyle::Heading), 1);
    column->addLayout(head);
    column->addSpacing(space::m);
    m_pages->setSpacing(2);
    column->addLayout(m_pages);
    column->addStretch(1);
    m_footer->setSpacing(2);
    column->addLayout(m_footer);
    fitWidth();
}

void NavigationRail::fitWidth()
{
    const QFontMetrics bold(textFont(TextStyle::Strong, QApplication::font()));
    int widest = 0;
    for (const Entry &entry : std::as_const(m_entries)) {
        const int count = entry.pill->isHidden() ? 0 : space::s + entry.pill->sizeHint().width();
        widest = std::max(widest, bold.horizontalAdvance(entry.button->text()) + count);
    }
    constexpr int around = 2 * space::m + 20 + 2 * space::m + space::s; // margins, icon, padding
    setFixedWidth(std::max(around + widest, fontMetrics().averageCharWidth() * 26));
}

void NavigationRail::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::ApplicationFontChange || event->type() == QEvent::FontChange)
        fitWidth();
    QFrame::changeEvent(event);
}

void NavigationRail::addPage(const QString &page, Icon icon, const QString &text,
                             const QString &hint)
{
    auto *button = new QToolButton(this);
    button->setObjectName(page + QStringLiteral("NavButton"));
    button->setProperty("nav", true);
    button->setCheckable(true);
    button->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    button->setIcon(IconSet::icon(icon, IconColor::Muted));
    button->setIconSize({20, 20});
    button->setText(QLatin1Char(' ') + text);
    button->setAccessibleName(text);
    button->setToolTip(hint);
    button->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    m_group->addButton(button);
    // The count sits on the button, so that all of it is one target for the mouse.
    auto *inside = new QHBoxLayout(button);
    inside->setContentsMargins(0, 0, space::s, 0);
    inside->addStretch(1);
    auto *pill = new Pill(button);
    pill->setAttribute(Qt::WA_TransparentForMouseEvents);
    pill->hide();
    inside->addWidget(pill);
    m_pages->addWidget(button);
    m_entries.insert(page, {button, pill});
    fitWidth();
    connect(button, &QToolButton::clicked, this, [this, page] { Q_EMIT pageWanted(page); });
}

void NavigationRail::addFooter(QWidget *widget)
{
    m_footer->addWidget(widget);
}

void NavigationRail::setCurrent(const QString &page)
{
    if (QToolButton *button = m_entries.value(page).button)
        button->setChecked(true);
}

void NavigationRail::setCount(const QString &page, int count, Tone tone)
{
    const Entry entry = m_entries.value(page);
    if (!entry.pill)
        return;
    entry.pill->setPill(count > 999 ? QStringLiteral("999+") : QLocale().toString(count), tone);
    entry.pill->setVisible(count > 0);
    fitWidth();
    entry.button->setAccessibleDescription(count > 0 ? QLocale().toString(count) : QString());
}

} // namespace vigie
