// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/shell/shortcutsheet.h"

#include "app/shell/commandregistry.h"
#include "app/widgets/label.h"
#include "app/widgets/searchfield.h"

#include <QAction>
#include <QHeaderView>
#include <QTreeWidget>
#include <QVBoxLayout>

namespace vigie {

ShortcutSheet::ShortcutSheet(const CommandRegistry &registry, QWidget *parent) :
    QDialog(parent), m_registry(registry), m_field(new SearchField(tr("Search commands"), this)),
    m_tree(new QTreeWidget(this))
{
    setObjectName(QStringLiteral("shortcutSheet"));
    setWindowTitle(tr("Keyboard shortcuts"));
    setWindowModality(Qt::WindowModal);
    setAttribute(Qt::WA_DeleteOnClose);
    m_field->setObjectName(QStringLiteral("shortcutField"));
    m_tree->setObjectName(QStringLiteral("shortcutTree"));
    m_tree->setAccessibleName(tr("Keyboard shortcuts"));
    m_tree->setColumnCount(2);
    m_tree->setHeaderHidden(true);
    m_tree->setRootIsDecorated(false);
    m_tree->setSelectionMode(QAbstractItemView::NoSelection);
    m_tree->setFocusPolicy(Qt::TabFocus);
    m_tree->setIndentation(space::m);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(space::xl, space::xl, space::xl, space::xl);
    layout->setSpacing(space::m);
    layout->addWidget(new Label(tr("Keyboard shortcuts"), this, TextStyle::Title));
    layout->addWidget(m_field);
    layout->addWidget(m_tree, 1);
    connect(m_field, &SearchField::searchChanged, this, &ShortcutSheet::fill);
    fill();
    resize(fontMetrics().averageCharWidth() * 80, fontMetrics().lineSpacing() * 34);
}

void ShortcutSheet::fill()
{
    m_tree->clear();
    QTreeWidgetItem *group = nullptr;
    for (const Command &command : m_registry.commands()) {
        QString text = command.action->text();
        text.remove(QLatin1Char('&'));
        if (matchScore(m_field->text(), text) == 0
            && matchScore(m_field->text(), command.group) == 0)
            continue;
        if (!group || group->text(0) != command.group) {
            group = new QTreeWidgetItem(m_tree, {command.group});
            group->setFont(0, textFont(TextStyle::Strong));
            group->setFirstColumnSpanned(true);
            group->setExpanded(true);
        }
        new QTreeWidgetItem(group, {text, CommandRegistry::keysText(*command.action)});
    }
    m_tree->expandAll();
    m_tree->header()->setSectionResizeMode(0, QHeaderView::Stretch);
    m_tree->header()->setSectionResizeMode(1, QHeaderView::ResizeToContents);
    m_tree->header()->setStretchLastSection(false);
}

} // namespace vigie
