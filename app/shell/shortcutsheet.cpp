// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/shell/shortcutsheet.h"

#include "app/prompt/prompt.h"
#include "app/shell/commandregistry.h"
#include "app/shell/keydelegate.h"
#include "app/shell/shortcutprint.h"
#include "app/widgets/banner.h"
#include "app/widgets/button.h"
#include "app/widgets/label.h"
#include "app/widgets/searchfield.h"

#include <QAction>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QTextDocument>
#include <QTreeWidget>
#include <QTreeWidgetItemIterator>
#include <QVBoxLayout>

#include <utility>

namespace vigie {

namespace {

constexpr int kCommandIdRole = Qt::UserRole;
constexpr int kKeysColumn = 1;

QString withoutMnemonic(QString text)
{
    return text.remove(QLatin1Char('&'));
}

} // namespace

ShortcutSheet::ShortcutSheet(CommandRegistry &registry, Prompt &prompt, QWidget *parent) :
    QDialog(parent), m_registry(registry), m_prompt(prompt),
    m_field(new SearchField(tr("Search commands"), this)), m_banner(new Banner(this)),
    m_tree(new QTreeWidget(this))
{
    setObjectName(QStringLiteral("shortcutSheet"));
    setWindowTitle(tr("Keyboard shortcuts"));
    setWindowModality(Qt::WindowModal);
    setAttribute(Qt::WA_DeleteOnClose);
    m_field->setObjectName(QStringLiteral("shortcutField"));
    m_banner->setObjectName(QStringLiteral("shortcutBanner"));
    m_tree->setObjectName(QStringLiteral("shortcutTree"));
    m_tree->setAccessibleName(tr("Keyboard shortcuts"));
    m_tree->setColumnCount(2);
    m_tree->setHeaderHidden(true);
    m_tree->setRootIsDecorated(false);
    m_tree->setItemsExpandable(false);
    m_tree->setIndentation(space::m);
    m_tree->setEditTriggers(QAbstractItemView::NoEditTriggers);
    auto *delegate = new KeyDelegate(m_tree);
    m_tree->setItemDelegateForColumn(kKeysColumn, delegate);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(space::xl, space::xl, space::xl, space::xl);
    column->setSpacing(space::m);
    column->addWidget(new Label(tr("Keyboard shortcuts"), this, TextStyle::Title));
    column->addWidget(m_field);
    column->addWidget(m_banner);
    column->addWidget(m_tree, 1);
    buildButtons(column);
    connect(m_field, &SearchField::searchChanged, this, &ShortcutSheet::fill);
    connect(m_tree, &QTreeWidget::currentItemChanged, this, &ShortcutSheet::showButtons);
    connect(m_tree, &QTreeWidget::itemActivated, m_change, &Button::click);
    connect(delegate, &KeyDelegate::keysGiven, this,
            [this](const QModelIndex &index, const QKeySequence &keys) {
                // After the editor is gone: the list is filled anew.
                const QString id = index.siblingAtColumn(0).data(kCommandIdRole).toString();
                QMetaObject::invokeMethod(
                    this, [this, id, keys] { give(id, keys); }, Qt::QueuedConnection);
            });
    connect(m_banner, &Banner::actionTriggered, this, [this] {
        if (const auto act = std::exchange(m_bannerAction, nullptr))
            act();
    });
    fill();
    resize(fontMetrics().averageCharWidth() * 90, fontMetrics().lineSpacing() * 36);
}

void ShortcutSheet::buildButtons(QVBoxLayout *column)
{
    auto *row = new QHBoxLayout;
    row->setSpacing(space::s);
    const auto add = [this, row](const QString &text, const char *name, auto act) {
        auto *button = new Button(text, this);
        button->setObjectName(QLatin1String(name));
        button->setAutoDefault(false);
        row->addWidget(button);
        connect(button, &Button::clicked, this, act);
        return button;
    };
    m_change = add(tr("Change keys…"), "shortcutChangeButton", [this] {
        if (!currentId().isEmpty())
            m_tree->editItem(m_tree->currentItem(), kKeysColumn);
    });
    m_remove = add(tr("No keys"), "shortcutRemoveButton", [this] {
        change([this, id = currentId()] { m_registry.chooseKeys(id, {}); });
    });
    m_usual = add(tr("Usual keys"), "shortcutUsualButton", [this] {
        const QString id = currentId();
        const Command *command = m_registry.command(id);
        // Somebody else may have got them in the meantime.
        for (const QKeySequence &keys : command ? command->usualKeys : QList<QKeySequence>()) {
            if (m_registry.clash(id, keys))
                return give(id, keys);
        }
        change([this, id] { m_registry.chooseUsualKeys(id); });
    });
    row->addStretch(1);
    m_allUsual = add(tr("All as usual…"), "shortcutAllUsualButton", [this] {
        Question question;
        question.title = tr("Give all commands their usual keys?");
        question.text = tr("The keys you chose are forgotten.");
        question.accept = tr("All as usual");
        m_prompt.ask(this, question, [this](bool accepted) {
            if (accepted)
                change([this] { m_registry.chooseAllUsualKeys(); });
        });
    });
    add(tr("Print…"), "shortcutPrintButton", [this] { print(); });
    column->addLayout(row);
}

void ShortcutSheet::fill()
{
    const QString current = currentId();
    m_tree->clear();
    QTreeWidgetItem *group = nullptr;
    for (const Command &command : m_registry.commands()) {
        const QString text = withoutMnemonic(command.action->text());
        const QString keys = CommandRegistry::keysText(*command.action);
        // Keys are found as they are written: "ctrl+n".
        if (matchScore(m_field->text(), text) == 0 && matchScore(m_field->text(), command.group) == 0
            && !keys.contains(m_field->text(), Qt::CaseInsensitive))
            continue;
        if (!group || group->text(0) != command.group) {
            group = new QTreeWidgetItem(m_tree, {command.group});
            group->setFont(0, textFont(TextStyle::Strong));
            group->setFirstColumnSpanned(true);
            group->setFlags(Qt::ItemIsEnabled);
        }
        auto *item = new QTreeWidgetItem(group, {text, keys});
        item->setFlags(Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemIsEditable);
        item->setData(0, kCommandIdRole, command.id);
        if (m_registry.choices().contains(command.id)) {
            item->setFont(kKeysColumn, textFont(TextStyle::Strong));
            item->setToolTip(kKeysColumn, tr("Chosen by you"));
            item->setData(kKeysColumn, Qt::AccessibleDescriptionRole, tr("Chosen by you"));
        }
        if (command.id == current)
            m_tree->setCurrentItem(item);
    }
    m_tree->expandAll();
    m_tree->header()->setSectionResizeMode(0, QHeaderView::Stretch);
    m_tree->header()->setSectionResizeMode(kKeysColumn, QHeaderView::ResizeToContents);
    m_tree->header()->setMinimumSectionSize(fontMetrics().averageCharWidth() * 20);
    m_tree->header()->setStretchLastSection(false);
    showButtons();
}

void ShortcutSheet::showButtons()
{
    const QString id = currentId();
    const Command *command = m_registry.command(id);
    m_change->setEnabled(command);
    m_remove->setEnabled(command && !command->action->shortcuts().isEmpty());
    m_usual->setEnabled(command && m_registry.choices().contains(id));
    m_allUsual->setEnabled(!m_registry.choices().isEmpty());
}

QString ShortcutSheet::currentId() const
{
    const QTreeWidgetItem *item = m_tree->currentItem();
    return item ? item->data(0, kCommandIdRole).toString() : QString();
}

void ShortcutSheet::change(const std::function<void()> &act)
{
    m_banner->hide();
    act();
    fill();
    m_tree->setFocus();
}

void ShortcutSheet::give(const QString &id, const QKeySequence &keys)
{
    const Command *other = m_registry.clash(id, keys);
    if (!other)
        return change([this, id, keys] { m_registry.chooseKeys(id, {keys}); });
    m_bannerAction = [this, id, keys] { takeOver(id, keys); };
    m_banner->tell(Tone::Warning, Icon::Keyboard,
                   tr("“%1” stands for “%2” (%3) already. Nothing was changed.",
                      "keys, a command, its keys")
                       .arg(keys.toString(QKeySequence::NativeText),
                            withoutMnemonic(other->action->text()),
                            CommandRegistry::keysText(*other->action)),
                   tr("Use it here instead"));
    m_tree->setFocus();
}

void ShortcutSheet::takeOver(const QString &id, const QKeySequence &keys)
{
    change([this, id, keys] {
        while (const Command *other = m_registry.clash(id, keys)) {
            QList<QKeySequence> left = other->action->shortcuts();
            left.removeIf([&keys](const QKeySequence &one) { return hinder(one, keys); });
            m_registry.chooseKeys(other->id, left);
        }
        m_registry.chooseKeys(id, {keys});
    });
}

void ShortcutSheet::print()
{
    const auto document = std::make_shared<QTextDocument>();
    writeShortcuts(m_registry, *document);
    m_prompt.print(this, tr("Keyboard shortcuts"), document);
}

} // namespace vigie
