// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ticket/machinesection.h"

#include "app/ticket/contextsection.h"
#include "app/widgets/iconbutton.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QVBoxLayout>

namespace vigie {

MachineSection::MachineSection(QWidget *parent)
    : QWidget(parent), m_section(new ContextSection(tr("Computer"), "contextMachine", this)),
      m_copyAll(m_section->addButton(Icon::Copy, tr("Copy all facts about the computer"),
                                     "copyFactsButton"))
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_section);
    connect(m_copyAll, &QToolButton::clicked, this, [this] { take(textOf(m_groups)); });
    m_section->setHint(tr("Nothing was sent along about the computer."));
}

void MachineSection::take(const QString &text)
{
    QGuiApplication::clipboard()->setText(text);
    Q_EMIT copied(text);
}

ContextSection *MachineSection::groupFor(const FactGroup &group)
{
    ContextSection *&section = m_byKey[group.key];
    if (section)
        return section;
    section = new ContextSection(group.title, "contextFacts", m_section, ContextSection::Rank::Group);
    section->setOpen(false);
    m_section->addPart(section);
    connect(section, &ContextSection::copied, this, &MachineSection::copied);
    connect(section, &ContextSection::taken, this, [this, key = group.key](int row) {
        for (const FactGroup &one : std::as_const(m_groups)) {
            if (one.key == key && row < one.facts.size())
                take(one.facts[row].value);
        }
    });
    return section;
}

void MachineSection::showKit(const Kit &kit)
{
    m_groups = factGroups(kit);
    m_copyAll->setVisible(!m_groups.isEmpty());
    for (ContextSection *section : std::as_const(m_byKey))
        section->hide();
    for (const FactGroup &group : std::as_const(m_groups)) {
        QList<RowLook> rows;
        for (const ThreadItem::Fact &fact : group.facts) {
            RowLook look;
            look.text = fact.value;
            look.note = fact.label;
            look.noteAbove = true;
            look.spoken = tr("%1: %2; Enter copies it", "a fact about a computer")
                              .arg(fact.label, fact.value);
            rows.append(look);
        }
        ContextSection *section = groupFor(group);
        section->setCount(int(rows.size()));
        section->setRows(rows);
        section->show();
    }
    m_section->setHint(m_groups.isEmpty() ? tr("Nothing was sent along about the computer.")
                                          : QString());
}

} // namespace vigie
