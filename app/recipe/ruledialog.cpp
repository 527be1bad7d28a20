// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/recipe/ruledialog.h"

#include "app/prompt/prompt.h"
#include "app/querying/queryoffers.h"
#include "app/recipe/previewview.h"
#include "app/recipe/recipeeditor.h"
#include "app/text/errortext.h"
#include "app/text/queryerrortext.h"
#include "app/text/querytext.h"
#include "app/text/recipetext.h"
#include "app/widgets/button.h"
#include "app/widgets/label.h"
#include "app/widgets/shrinkarea.h"
#include "core/base/async.h"
#include "core/query/printer.h"
#include "core/service/macroservice.h"
#include "core/service/ruleservice.h"
#include "core/service/ticketservice.h"
#include "core/service/workspace.h"

#include <QCheckBox>
#include <QGridLayout>
#include <QLineEdit>
#include <QScreen>
#include <QScrollArea>
#include <QTimer>
#include <QVBoxLayout>

#include <algorithm>

namespace vigie {

namespace {

constexpr int kRuleCalmMs = 300;
constexpr int kMostFound = 5'000;
constexpr int kPreviewed = 100;

query::Parsed readQuery(const QString &text)
{
    const QueryWords words;
    return query::parse(text, {&words, false});
}

/// What would only be refused afterwards is not offered.
bool meansSomethingToARule(const query::Candidate &candidate)
{
    using Kind = query::Candidate::Kind;
    if (candidate.kind != Kind::Value && candidate.kind != Kind::Term)
        return true;
    const QString whole = candidate.kind == Kind::Term
        ? candidate.insert
        : QLatin1String(query::specOf(candidate.field).name) + QLatin1Char(':') + candidate.insert;
    const query::Parsed parsed = query::parse(whole);
    return !parsed.ok() || !isPersonal(parsed.expr);
}

} // namespace

RuleDialog::RuleDialog(Workspace &workspace, Prompt &prompt, const Rule &rule, QWidget *parent)
    : QDialog(parent), m_workspace(workspace), m_prompt(prompt), m_before(rule),
      m_name(new QLineEdit(rule.name, this)), m_query(new QLineEdit(rule.query, this)),
      m_offers(new QueryOffers(m_query, workspace.tickets())),
      m_recipe(new RecipeEditor(workspace, RecipeEditor::For::Rule, this)),
      m_active(new QCheckBox(tr("The rule runs"), this)),
      m_note(new Label(this, TextStyle::Small, LabelRole::Danger)),
      m_found(new Label(this)), m_preview(new PreviewView(this)),
      m_save(new Button(tr("Save rule"), this, ButtonKind::Primary)), m_calm(new QTimer(this))
{
    setObjectName(QStringLiteral("ruleDialog"));
    setWindowTitle(rule.id.isNull() ? tr("New rule") : tr("Change the rule"));
    setWindowModality(Qt::WindowModal);
    setAttribute(Qt::WA_DeleteOnClose);
    m_offers->setWanted(meansSomethingToARule);
    m_calm->setSingleShot(true);
    m_calm->setInterval(kRuleCalmMs);
    build();
    m_recipe->setRecipe(rule.recipe);
    m_active->setChecked(rule.active);
    for (auto box = m_when.cbegin(); box != m_when.cend(); ++box) {
        (*box)->setChecked(rule.when.contains(box.key()));
        connect(*box, &QCheckBox::toggled, this, &RuleDialog::check);
    }
    connect(m_name, &QLineEdit::textEdited, this, &RuleDialog::check);
    connect(m_query, &QLineEdit::textEdited, this, &RuleDialog::check);
    connect(m_recipe, &RecipeEditor::changed, this, &RuleDialog::check);
    connect(m_active, &QCheckBox::toggled, this, &RuleDialog::check);
    connect(m_save, &QPushButton::clicked, this, &RuleDialog::save);
    connect(m_calm, &QTimer::timeout, this, &RuleDialog::look);
    m_name->setFocus();
    check();
}

void RuleDialog::build()
{
    m_name->setObjectName(QStringLiteral("ruleNameEdit"));
    m_name->setMaxLength(int(limits::kRuleName));
    m_name->setAccessibleName(tr("Name"));
    m_query->setObjectName(QStringLiteral("ruleQueryEdit"));
    m_query->setMaxLength(int(limits::kRuleQuery));
    m_query->setAccessibleName(tr("For which tickets"));
    m_query->setPlaceholderText(tr("All of them, or as in the search field: title:printer priority:high"));
    m_active->setObjectName(QStringLiteral("ruleActiveBox"));
    m_note->setObjectName(QStringLiteral("ruleNote"));
    m_found->setObjectName(QStringLiteral("ruleFoundLabel"));
    m_save->setObjectName(QStringLiteral("ruleSaveButton"));
    m_save->setDefault(true);
    auto *cancel = new Button(tr("Cancel"), this);
    cancel->setObjectName(QStringLiteral("ruleCancelButton"));
    cancel->setAutoDefault(false);
    connect(cancel, &QPushButton::clicked, this, &QDialog::reject);

    // It scrolls where the screen is small; what is wrong with it is always seen.
    auto *fields = new QWidget;
    auto *left = new QVBoxLayout(fields);
    left->setContentsMargins(0, 0, space::l, 0); // where the scroll bar is
    left->setSpacing(space::s);
    const auto heading = [this, left](const QString &words) {
        left->addSpacing(space::xs);
        left->addWidget(new Label(words, this, TextStyle::Strong));
    };
    heading(tr("Name"));
    left->addWidget(m_name);
    heading(tr("When"));
    buildWhen(left);
    heading(tr("For which tickets"));
    left->addWidget(m_query);
    heading(tr("What it does"));
    left->addWidget(m_recipe, 1);
    auto *whole = new ShrinkArea(this);
    whole->setObjectName(QStringLiteral("ruleFieldsArea"));
    whole->setAccessibleName(tr("The rule"));
    whole->setWidget(fields);
    auto *writing = new QVBoxLayout;
    writing->setSpacing(space::s);
    writing->addWidget(whole, 1);
    writing->addWidget(m_active);
    writing->addWidget(m_note->wrapped());
    writing->addStretch(0);
    auto *right = new QVBoxLayout;
    right->setSpacing(space::s);
    right->addWidget(new Label(tr("What it would touch"), this, TextStyle::Strong));
    right->addWidget(m_found->wrapped());
    auto *area = new QScrollArea(this);
    area->setObjectName(QStringLiteral("rulePreviewArea"));
    area->setAccessibleName(tr("What it would touch"));
    area->setFrameShape(QFrame::NoFrame);
    area->setWidgetResizable(true);
    area->setWidget(m_preview);
    right->addWidget(area, 1);
    auto *panes = new QHBoxLayout;
    panes->setSpacing(space::xl);
    panes->addLayout(writing, 3);
    panes->addLayout(right, 2);
    auto *buttons = new QHBoxLayout;
    buttons->addStretch(1);
    buttons->addWidget(cancel);
    buttons->addWidget(m_save);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(space::xl, space::xl, space::xl, space::l);
    column->setSpacing(space::m);
    column->addWidget(new Label(windowTitle(), this, TextStyle::Heading));
    column->addLayout(panes, 1);
    column->addLayout(buttons);
    const int line = fontMetrics().lineSpacing();
    resize(fontMetrics().averageCharWidth() * 150,
           std::min(line * 50, screen()->availableSize().height() - line * 4));
}

void RuleDialog::buildWhen(QVBoxLayout *into)
{
    auto *grid = new QGridLayout;
    grid->setHorizontalSpacing(space::l);
    grid->setVerticalSpacing(space::s);
    into->addLayout(grid);
    for (const EnumName<RuleEvent> &entry : enumNames<RuleEvent>()) {
        auto *box = new QCheckBox(RecipeText::of(entry.value), this);
        box->setObjectName(QStringLiteral("ruleWhen_") + QLatin1String(entry.name));
        const int at = int(m_when.size());
        m_when.insert(entry.value, box);
        grid->addWidget(box, at / 2, at % 2);
    }
}

Rule RuleDialog::written() const
{
    Rule rule = m_before;
    rule.name = m_name->text().simplified();
    rule.active = m_active->isChecked();
    rule.aside = false; // whoever looked at it and saves it has decided
    rule.when.clear();
    for (auto box = m_when.cbegin(); box != m_when.cend(); ++box) {
        if ((*box)->isChecked())
            rule.when.append(box.key());
    }
    rule.query = m_query->text().trimmed();
    rule.recipe = m_recipe->recipe();
    return rule;
}

/// What is wrong with what is there; empty when it is fine or not finished.
QString RuleDialog::complaint(const Rule &rule, const query::Parsed &parsed) const
{
    if (parsed.problem)
        return QueryErrorText::of(*parsed.problem);
    if (isPersonal(parsed.expr)) {
        return tr("A rule is nobody: “me”, what is unread, drafts and the like mean nothing to it. "
                  "Name a person instead.");
    }
    const QString recipe = m_recipe->complaint();
    if (!recipe.isEmpty())
        return recipe;
    if (rule.when.contains(RuleEvent::Time) && rule.query.isEmpty())
        return tr("As time passes it would be done to every ticket. Say to which.");
    return {};
}

void RuleDialog::check()
{
    const Rule rule = written();
    const query::Parsed parsed = readQuery(rule.query);
    const QString words = complaint(rule, parsed);
    m_offers->mark(readQuery(m_query->text()).problem); // its places are those of what stands there
    m_note->setText(words);
    m_note->setVisible(!words.isEmpty());
    const bool silent = rule.recipe.words && rule.recipe.words->body.trimmed().isEmpty();
    m_save->setEnabled(words.isEmpty() && !rule.name.isEmpty() && !rule.when.isEmpty()
                       && !rule.recipe.isEmpty() && !silent);
    ++m_question; // what is being looked up is about something else now
    m_calm->start();
}

/// From what this computer knows; the newest that it finds stand for all.
void RuleDialog::look()
{
    const Rule rule = written();
    const query::Parsed parsed = readQuery(rule.query);
    const int question = ++m_question;
    if (parsed.problem || isPersonal(parsed.expr)) {
        m_found->setText({});
        return m_preview->clear();
    }
    ListQuery query;
    query.scope = ListScope::All;
    query.openOnly = false;
    query.filter = parsed.expr;
    whenDone(m_workspace.tickets().ids(query, kMostFound), this,
             [this, question, recipe = rule.recipe](const Result<QList<TicketId>> &found) {
                 if (question != m_question)
                     return;
                 if (!found)
                     return m_found->setText(ErrorText::of(found.error()).paragraph());
                 showFound(question, recipe, *found);
             });
}

void RuleDialog::showFound(int question, const Recipe &recipe, const QList<TicketId> &found)
{
    const int count = int(found.size());
    m_found->setText(count == kMostFound
                         ? tr("It finds more than %L1 tickets that are here today.").arg(count)
                         : tr("It finds %Ln ticket(s) that are here today.", nullptr, count));
    m_preview->clear();
    if (found.isEmpty() || recipe.isEmpty())
        return;
    whenDone(m_workspace.macros().preview(found.first(std::min(count, kPreviewed)), recipe, true), this,
             [this, question, recipe, count](const Result<RecipePreview> &preview) {
                 if (question != m_question)
                     return;
                 if (!preview)
                     return m_preview->showWords(ErrorText::of(preview.error()).paragraph());
                 m_preview->showPreview(*preview, recipe, preview->tickets);
                 if (preview->tickets < count) {
                     m_found->setText(m_found->text() + QLatin1Char('\n')
                                      + tr("To the first %Ln of them it would do this:", nullptr,
                                           preview->tickets));
                 }
             });
}

void RuleDialog::save()
{
    m_save->setEnabled(false);
    Rule rule = written();
    // The server knows the stored names, not the words of this person's language.
    const query::Expr expr = readQuery(rule.query).expr;
    rule.query = expr.isEverything() ? QString() : query::print(expr);
    whenDone(m_workspace.rules().save(rule), this, [this](const Result<Rule> &kept) {
        if (!kept) {
            check();
            m_note->setText(tr("The rule is not saved. %1").arg(ErrorText::of(kept.error()).what));
            m_note->show();
            return;
        }
        m_before = *kept;
        Q_EMIT saved(*kept);
        accept();
    });
}

void RuleDialog::reject()
{
    Rule now = written();
    now.aside = m_before.aside;
    if (now == m_before || (m_before.id.isNull() && now.name.isEmpty() && now.recipe.isEmpty()))
        return QDialog::reject();
    m_prompt.ask(this,
                 {tr("Leave without saving?"),
                  tr("What you wrote in this window goes. Rules that are saved stay."), tr("Leave"),
                  true},
                 [this](bool accepted) {
                     if (accepted)
                         QDialog::reject();
                 });
}

} // namespace vigie
