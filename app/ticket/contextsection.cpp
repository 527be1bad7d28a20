// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ticket/contextsection.h"

#include "app/widgets/button.h"
#include "app/widgets/iconbutton.h"
#include "app/widgets/label.h"

#include <QHBoxLayout>
#include <QLocale>
#include <QVBoxLayout>

namespace vigie {

ContextSection::ContextSection(const QString &title, const char *objectName, QWidget *parent,
                               Rank rank)
    : QWidget(parent), m_title(title),
      m_head(new Button(Icon::ChevronDown, title, this, ButtonKind::Quiet)),
      m_top(new QHBoxLayout), m_body(new QWidget(this)), m_column(new QVBoxLayout(m_body)),
      m_rowColumn(new QVBoxLayout),
      m_hint(new Label(m_body, TextStyle::Small, LabelRole::Faint)),
      m_more(new Button(QString(), m_body, ButtonKind::Link))
{
    setObjectName(QLatin1String(objectName));
    m_head->setObjectName(QLatin1String(objectName) + QLatin1String("Head"));
    m_head->setProperty("heading", rank == Rank::Section ? QStringLiteral("section")
                                                         : QStringLiteral("group"));
    m_head->setKind(ButtonKind::Quiet); // the style is chosen by the heading as well
    m_head->setVisible(rank != Rank::Bare);
    m_head->setFont(textFont(rank == Rank::Section ? TextStyle::Strong : TextStyle::Small));
    m_head->setIconSize({14, 14});
    m_more->setObjectName(QLatin1String(objectName) + QLatin1String("More"));
    m_hint->wrapped()->setContentsMargins(space::s, 0, space::s, space::xs);
    m_hint->hide();
    m_more->hide();

    m_top->setContentsMargins(0, 0, 0, 0);
    m_top->setSpacing(2);
    m_top->addWidget(m_head);
    m_top->addStretch(1);
    m_rowColumn->setContentsMargins(0, 0, 0, 0);
    m_rowColumn->setSpacing(0);
    m_column->setContentsMargins(0, 0, 0, 0);
    m_column->setSpacing(0);
    m_column->addLayout(m_rowColumn);
    m_column->addWidget(m_hint);
    m_column->addWidget(m_more, 0, Qt::AlignLeading);
    auto *all = new QVBoxLayout(this);
    all->setContentsMargins(0, 0, 0, 0);
    all->setSpacing(2);
    all->addLayout(m_top);
    all->addWidget(m_body);

    connect(m_head, &QPushButton::clicked, this, [this] { setOpen(!m_open); });
    connect(m_more, &QPushButton::clicked, this, &ContextSection::moreWanted);
    showOpen();
}

void ContextSection::setTitle(const QString &title)
{
    m_title = title;
    showOpen();
}

void ContextSection::setCount(int count)
{
    m_count = count;
    showOpen();
}

void ContextSection::setOpen(bool open)
{
    m_open = open;
    showOpen();
}

void ContextSection::showOpen()
{
    const QString words = m_count < 0
        ? m_title
        : tr("%1  %2", "a heading and how many things are below it")
              .arg(m_title, QLocale().toString(m_count));
    m_head->setText(QString(words).replace(u'&', QStringLiteral("&&")));
    m_head->setAccessibleName(words);
    m_head->setAccessibleDescription(m_open ? tr("Unfolded; Enter folds it")
                                            : tr("Folded; Enter unfolds it"));
    m_head->setVigieIcon(m_open ? Icon::ChevronDown : Icon::ChevronRight);
    m_body->setVisible(m_open);
}

IconButton *ContextSection::addButton(Icon icon, const QString &words, const char *objectName)
{
    auto *button = new IconButton(icon, words, this);
    button->setObjectName(QLatin1String(objectName));
    button->setIconSize({16, 16});
    m_top->addWidget(button);
    return button;
}

ContextRow *ContextSection::addRow()
{
    auto *row = new ContextRow(m_body);
    const int at = int(m_rows.size());
    connect(row, &QAbstractButton::clicked, this, [this, at] { Q_EMIT taken(at); });
    connect(row, &ContextRow::removeWanted, this, [this, at] { Q_EMIT removeWanted(at); });
    connect(row, &ContextRow::menuWanted, this,
            [this, at](const QPoint &where) { Q_EMIT menuWanted(at, where); });
    connect(row, &ContextRow::copied, this, &ContextSection::copied);
    m_rowColumn->addWidget(row);
    m_rows.append(row);
    return row;
}

void ContextSection::setRows(const QList<RowLook> &looks)
{
    while (m_rows.size() > looks.size())
        delete m_rows.takeLast();
    for (qsizetype i = 0; i < looks.size(); ++i) {
        ContextRow *row = i < m_rows.size() ? m_rows[i] : addRow();
        if (row->look() != looks[i] || row->accessibleName().isEmpty())
            row->setLook(looks[i]);
        row->show();
    }
    m_hint->setVisible(m_rows.isEmpty() && !m_hint->text().isEmpty());
}

void ContextSection::setHint(const QString &words)
{
    m_hint->setText(words);
    m_hint->setVisible(m_rows.isEmpty() && !words.isEmpty());
}

void ContextSection::setMore(const QString &words)
{
    m_more->setText(words);
    m_more->setVisible(!words.isEmpty());
}

void ContextSection::addPart(QWidget *part)
{
    m_column->addWidget(part);
}

} // namespace vigie
