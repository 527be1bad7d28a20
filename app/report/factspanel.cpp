// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/report/factspanel.h"

#include "app/text/facttext.h"
#include "app/widgets/button.h"
#include "app/widgets/label.h"
#include "core/base/limits.h"

#include <QCheckBox>
#include <QGridLayout>
#include <QScopedValueRollback>

#include <algorithm>

namespace vigie {

FactsPanel::FactsPanel(QWidget *parent) :
    QFrame(parent),
    m_line(new Button(Icon::ChevronRight, QString(), this, ButtonKind::Quiet)),
    m_body(new QWidget(this)), m_rows(new QGridLayout)
{
    setObjectName(QStringLiteral("factsPanel"));
    setProperty("card", QStringLiteral("plain"));
    m_line->setObjectName(QStringLiteral("factsLineButton"));
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(space::m, space::s, space::m, space::s);
    column->setSpacing(space::xs);
    column->addWidget(m_line, 0, Qt::AlignLeading);
    column->addWidget(m_body);

    auto *body = new QVBoxLayout(m_body);
    body->setContentsMargins(space::s, 0, space::s, space::s);
    body->setSpacing(space::s);
    body->addWidget((new Label(tr("They spare the first questions. Only what is ticked is sent; "
                                  "your choice is kept for the next report."),
                               m_body, TextStyle::Small, LabelRole::Muted))
                        ->wrapped());
    auto *both = new QHBoxLayout;
    auto *all = new Button(tr("Tick all"), m_body, ButtonKind::Link);
    all->setObjectName(QStringLiteral("factsAllButton"));
    auto *none = new Button(tr("Tick none"), m_body, ButtonKind::Link);
    none->setObjectName(QStringLiteral("factsNoneButton"));
    both->addWidget(all);
    both->addWidget(none);
    both->addStretch(1);
    body->addLayout(both);
    m_rows->setHorizontalSpacing(space::l);
    m_rows->setVerticalSpacing(space::xs);
    m_rows->setColumnStretch(1, 1);
    body->addLayout(m_rows);

    connect(m_line, &QPushButton::clicked, this, [this] { open(m_body->isHidden()); });
    connect(all, &QPushButton::clicked, this, [this] { tickAll(true); });
    connect(none, &QPushButton::clicked, this, [this] { tickAll(false); });
    open(false);
    hide();
}

void FactsPanel::open(bool open)
{
    m_body->setVisible(open);
    m_line->setVigieIcon(open ? Icon::ChevronDown : Icon::ChevronRight);
    m_line->setAccessibleDescription(open ? tr("Opened; press to close")
                                          : tr("Closed; press to see each fact"));
}

void FactsPanel::beginLooking()
{
    m_looking = true;
    showLine();
    show();
}

void FactsPanel::setFacts(const QList<MachineFact> &facts)
{
    m_facts = facts.mid(0, limits::kFactsPerKit);
    for (const MachineFact &fact : std::as_const(m_facts)) {
        if (!m_boxes.contains(fact.key)) {
            addRow(fact);
            continue;
        }
        auto *value = findChild<Label *>(QStringLiteral("factValueLabel.") + fact.key);
        value->setText(FactText::value(fact.key, fact.value));
    }
    m_looking = false;
    showLine();
    show();
}

void FactsPanel::addRow(const MachineFact &fact)
{
    auto *box = new QCheckBox(FactText::label(fact.key), m_body);
    box->setObjectName(QStringLiteral("factCheck.") + fact.key);
    box->setChecked(!m_leftOut.contains(fact.key));
    auto *value = new Label(FactText::value(fact.key, fact.value), m_body, TextStyle::Body,
                            LabelRole::Muted);
    value->setObjectName(QStringLiteral("factValueLabel.") + fact.key);
    value->wrapped()->selectable();
    value->setFocusPolicy(Qt::ClickFocus); // read with the mouse, not a stop for the keyboard
    const int row = m_rows->rowCount();
    m_rows->addWidget(box, row, 0, Qt::AlignTop);
    m_rows->addWidget(value, row, 1, Qt::AlignTop);
    m_boxes.insert(fact.key, box);
    connect(box, &QCheckBox::toggled, this,
            [this, key = fact.key](bool ticked) { take(key, ticked); });
}

void FactsPanel::take(const QString &key, bool ticked)
{
    if (m_setting)
        return;
    if (ticked)
        m_leftOut.removeAll(key);
    else if (!m_leftOut.contains(key))
        m_leftOut.append(key);
    m_leftOut.sort();
    showLine();
    Q_EMIT leftOutChanged(m_leftOut);
}

void FactsPanel::setLeftOut(const QStringList &keys)
{
    const QScopedValueRollback setting(m_setting, true);
    m_leftOut = keys;
    m_leftOut.removeDuplicates();
    m_leftOut.sort();
    for (auto it = m_boxes.cbegin(); it != m_boxes.cend(); ++it)
        it.value()->setChecked(!m_leftOut.contains(it.key()));
    showLine();
}

void FactsPanel::tickAll(bool ticked)
{
    QStringList keys = m_leftOut;
    for (const MachineFact &fact : std::as_const(m_facts)) {
        keys.removeAll(fact.key);
        if (!ticked)
            keys.append(fact.key);
    }
    setLeftOut(keys);
    Q_EMIT leftOutChanged(m_leftOut);
}

QMap<QString, QString> FactsPanel::chosen() const
{
    QMap<QString, QString> chosen;
    for (const MachineFact &fact : m_facts) {
        if (!m_leftOut.contains(fact.key))
            chosen.insert(fact.key, fact.value);
    }
    return chosen;
}

void FactsPanel::showLine()
{
    m_line->setEnabled(!m_facts.isEmpty());
    if (m_facts.isEmpty()) {
        m_line->setText(m_looking ? tr("Facts about this computer: looking…")
                                  : tr("Facts about this computer: none were found"));
        return;
    }
    const int sent = int(chosen().size());
    m_line->setText(sent > 0 ? tr("Facts about this computer: %Ln will be sent", "facts", sent)
                             : tr("Facts about this computer: none will be sent"));
}

} // namespace vigie
