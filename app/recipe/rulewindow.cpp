// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/recipe/rulewindow.h"

#include "app/prompt/prompt.h"
#include "app/recipe/recipenames.h"
#include "app/recipe/ruledialog.h"
#include "app/text/errortext.h"
#include "app/text/recipetext.h"
#include "app/widgets/button.h"
#include "app/widgets/label.h"
#include "app/widgets/offerdelegate.h"
#include "core/base/async.h"
#include "core/service/ruleservice.h"
#include "core/service/workspace.h"

#include <QListView>
#include <QStandardItemModel>
#include <QVBoxLayout>

namespace vigie {

RuleWindow::RuleWindow(Workspace &workspace, Prompt &prompt, QWidget *parent)
    : QDialog(parent), m_workspace(workspace), m_prompt(prompt),
      m_mayChange(workspace.me().role == Role::Admin), m_list(new QListView(this)),
      m_model(new QStandardItemModel(this)),
      m_hint(new Label(this, TextStyle::Body, LabelRole::Muted)),
      m_add(new Button(Icon::Plus, tr("New…"), this)),
      m_edit(new Button(Icon::Edit, tr("Change…"), this)), m_pause(new Button(tr("Pause"), this)),
      m_up(new Button(Icon::ChevronUp, tr("Earlier"), this)),
      m_down(new Button(Icon::ChevronDown, tr("Later"), this)),
      m_remove(new Button(Icon::Trash, tr("Delete…"), this))
{
    setObjectName(QStringLiteral("ruleWindow"));
    setWindowTitle(tr("Rules of the desk"));
    setWindowModality(Qt::WindowModal);
    setAttribute(Qt::WA_DeleteOnClose);
    build();
    connect(m_list->selectionModel(), &QItemSelectionModel::currentChanged, this,
            &RuleWindow::showCurrent);
    connect(m_list, &QListView::activated, m_edit, &QPushButton::click);
    connect(m_add, &QPushButton::clicked, this, [this] { write({}); });
    connect(m_edit, &QPushButton::clicked, this, [this] {
        if (const Rule *rule = current())
            write(*rule);
    });
    connect(m_pause, &QPushButton::clicked, this, &RuleWindow::pause);
    connect(m_up, &QPushButton::clicked, this, [this] { move(-1); });
    connect(m_down, &QPushButton::clicked, this, [this] { move(1); });
    connect(m_remove, &QPushButton::clicked, this, &RuleWindow::remove);
    connect(&m_workspace.rules(), &RuleService::changed, this, &RuleWindow::read);
    showCurrent();
    read();
    readRecipeNames(workspace, this, [this](const RecipeNames &names) {
        m_names = names.byId;
        fill(current() ? current()->id : RuleId());
    });
}

void RuleWindow::build()
{
    m_list->setObjectName(QStringLiteral("ruleListView"));
    m_list->setAccessibleName(tr("Rules"));
    m_list->setModel(m_model);
    m_list->setItemDelegate(new OfferDelegate(m_list));
    m_list->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setUniformItemSizes(true);
    m_hint->setObjectName(QStringLiteral("ruleHint"));
    m_add->setObjectName(QStringLiteral("ruleAddButton"));
    m_edit->setObjectName(QStringLiteral("ruleEditButton"));
    m_pause->setObjectName(QStringLiteral("rulePauseButton"));
    m_up->setObjectName(QStringLiteral("ruleUpButton"));
    m_down->setObjectName(QStringLiteral("ruleDownButton"));
    m_remove->setObjectName(QStringLiteral("ruleRemoveButton"));
    auto *shut = new Button(tr("Close"), this);
    shut->setObjectName(QStringLiteral("ruleCloseButton"));
    connect(shut, &QPushButton::clicked, this, &QDialog::reject);
    auto *buttons = new QHBoxLayout;
    for (Button *button : {m_add, m_edit, m_pause, m_up, m_down, m_remove}) {
        button->setVisible(m_mayChange);
        button->setAutoDefault(false);
        buttons->addWidget(button);
    }
    buttons->addStretch(1);
    buttons->addWidget(shut);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(space::xl, space::xl, space::xl, space::l);
    column->setSpacing(space::m);
    column->addWidget(new Label(windowTitle(), this, TextStyle::Heading));
    column->addWidget((new Label(m_mayChange
                                     ? tr("The server runs them from top to bottom, each at most once for "
                                          "what happened. What a rule does makes no other rule run.")
                                     : tr("The server runs them from top to bottom. Administrators "
                                          "change them."),
                                 this, TextStyle::Small, LabelRole::Muted))
                          ->wrapped());
    column->addWidget(m_list, 1);
    column->addWidget(m_hint->wrapped());
    column->addLayout(buttons);
    resize(fontMetrics().averageCharWidth() * 110, fontMetrics().lineSpacing() * 26);
}

void RuleWindow::read()
{
    whenDone(m_workspace.rules().list(), this, [this](const Result<QList<Rule>> &rules) {
        const Rule *before = current();
        const RuleId keep = before ? before->id : RuleId();
        m_rules = rules.value_or(QList<Rule>());
        fill(keep);
        if (!rules) {
            m_hint->setText(ErrorText::of(rules.error()).paragraph());
            m_hint->show();
        }
    });
}

QString RuleWindow::secondLine(const Rule &rule) const
{
    QStringList when;
    for (RuleEvent event : rule.when)
        when.append(RecipeText::of(event));
    const QString which = rule.query.isEmpty() ? tr("all tickets") : rule.query;
    return tr("%1 · %2 → %3", "when a rule runs, for which tickets, what it does")
        .arg(when.join(QStringLiteral("; ")), which, RecipeText::summary(rule.recipe, m_names));
}

void RuleWindow::fill(const RuleId &keep)
{
    m_model->clear();
    int row = m_rules.isEmpty() ? -1 : 0;
    for (qsizetype i = 0; i < m_rules.size(); ++i) {
        const Rule &rule = m_rules[i];
        const QString second = secondLine(rule);
        auto *item = new QStandardItem(rule.name);
        const QString state = rule.aside    ? tr("from another computer, does not run")
                            : !rule.active ? tr("paused")
                                           : QString();
        item->setData(state, OfferDelegate::MeaningRole);
        item->setData(second, OfferDelegate::SecondLineRole);
        QStringList read{rule.name, state, second};
        read.removeAll(QString());
        item->setData(read.join(QStringLiteral(", ")), Qt::AccessibleTextRole);
        item->setData(second, Qt::ToolTipRole);
        m_model->appendRow(item);
        if (rule.id == keep)
            row = int(i);
    }
    m_list->setCurrentIndex(m_model->index(row, 0));
    m_hint->setText(m_mayChange ? tr("There is none yet. A rule does by itself what you do each time: "
                                     "where printers go, who is told, what is closed after a week.")
                                : tr("There is none yet."));
    m_hint->setVisible(m_rules.isEmpty());
    showCurrent();
}

const Rule *RuleWindow::current() const
{
    const int row = m_list->currentIndex().row();
    return row >= 0 && row < m_rules.size() ? &m_rules[row] : nullptr;
}

void RuleWindow::showCurrent()
{
    const Rule *rule = current();
    const int row = m_list->currentIndex().row();
    m_edit->setEnabled(rule);
    m_remove->setEnabled(rule);
    m_pause->setEnabled(rule && !rule->aside);
    m_pause->setText(rule && !rule->active ? tr("Let it run") : tr("Pause"));
    m_up->setEnabled(rule && row > 0);
    m_down->setEnabled(rule && row + 1 < m_rules.size());
}

void RuleWindow::write(const Rule &rule)
{
    if (!m_mayChange)
        return;
    auto *dialog = new RuleDialog(m_workspace, m_prompt, rule, this);
    dialog->open();
}

void RuleWindow::pause()
{
    const Rule *rule = current();
    if (!rule)
        return;
    Rule other = *rule;
    other.active = !other.active;
    whenDone(m_workspace.rules().save(other), this, [this](const Result<Rule> &saved) {
        if (!saved)
            tellTrouble(saved.error());
    });
}

void RuleWindow::move(int by)
{
    const int row = m_list->currentIndex().row();
    QList<RuleId> order;
    for (const Rule &rule : std::as_const(m_rules))
        order.append(rule.id);
    if (row < 0 || row + by < 0 || row + by >= order.size())
        return;
    order.move(row, row + by);
    whenDone(m_workspace.rules().arrange(order), this, [this](const Result<bool> &arranged) {
        if (!arranged)
            tellTrouble(arranged.error());
    });
}

void RuleWindow::remove()
{
    const Rule *rule = current();
    if (!rule)
        return;
    m_prompt.ask(this,
                 {tr("Delete the rule “%1”?").arg(rule->name),
                  tr("It goes for the whole desk and cannot be brought back. What it did stays. To "
                     "stop it for a while, pause it."),
                  tr("Delete rule"), true},
                 [this, id = rule->id](bool accepted) {
                     if (!accepted)
                         return;
                     whenDone(m_workspace.rules().remove(id), this, [this](const Result<bool> &removed) {
                         if (!removed)
                             tellTrouble(removed.error());
                     });
                 });
}

void RuleWindow::tellTrouble(const Error &error)
{
    m_prompt.tell(this, tr("The rules are as they were"), ErrorText::of(error).paragraph());
}

} // namespace vigie
