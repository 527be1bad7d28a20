// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/widgets/sectionheader.h"

#include "app/widgets/label.h"

#include <QHBoxLayout>
#include <QLocale>

namespace vigie {

SectionHeader::SectionHeader(const QString &title, QWidget *parent) :
    QWidget(parent), m_title(new Label(title, this, TextStyle::Strong)),
    m_count(new Label(this, TextStyle::Body, LabelRole::Faint)), m_layout(new QHBoxLayout(this))
{
    m_layout->setContentsMargins(0, space::xs, 0, space::xs);
    m_layout->setSpacing(space::s);
    m_layout->addWidget(m_title);
    m_layout->addWidget(m_count);
    m_layout->addStretch(1);
    m_count->hide();
}

void SectionHeader::setTitle(const QString &title)
{
    m_title->setText(title);
}

void SectionHeader::setCount(int count)
{
    m_count->setText(QLocale().toString(count));
    m_count->setVisible(count >= 0);
}

void SectionHeader::addWidget(QWidget *widget)
{
    m_layout->addWidget(widget);
}

} // namespace vigie
