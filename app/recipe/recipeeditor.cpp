// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/recipe/recipeeditor.h"

#include "app/recipe/customrows.h"
#include "app/recipe/recipenames.h"
#include "app/recipe/wakebox.h"
#include "app/text/enumtext.h"
#include "app/text/recipetext.h"
#include "app/widgets/button.h"
#include "app/widgets/choicechips.h"
#include "app/widgets/label.h"
#include "app/widgets/shrinkarea.h"
#include "core/base/limits.h"
#include "core/service/macroservice.h"

#include <QComboBox>
#include <QGridLayout>
#include <QLineEdit>
#include <QPlainTextEdit>

#include <utility>

namespace vigie {

namespace {

enum WordsChoice { kNoWords, kReplyWords, kNoteWords };

QStringList tagsIn(const QString &text)
{
    QStringList tags;
    for (const QString &part : text.split(u',', Qt::SkipEmptyParts)) {
        const QString tag = part.simplified().left(limits::kTagLength);
        if (!tag.isEmpty() && !tags.contains(tag))
            tags.append(tag);
    }
    return tags;
}

QString joined(const QStringList &tags)
{
    return tags.join(QStringLiteral(", "));
}

} // namespace

RecipeEditor::RecipeEditor(Workspace &workspace, For what, QWidget *parent)
    : QWidget(parent), m_for(what), m_grid(new QGridLayout),
      m_addTags(new QLineEdit(this)), m_removeTags(new QLineEdit(this)),
      m_wake(new WakeBox(this)), m_custom(new CustomRows(this)),
      m_kind(new ChoiceChips(tr("Words"), this)), m_body(new QPlainTextEdit(this)),
      m_hint(new Label(this, TextStyle::Small, LabelRole::Muted))
{
    build();
    readRecipeNames(workspace, this, [this](const RecipeNames &names) { showNames(names); });
}

void RecipeEditor::build()
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(space::s);
    m_grid->setHorizontalSpacing(space::m);
    m_grid->setVerticalSpacing(space::s);
    m_grid->setColumnStretch(1, 1);
    m_grid->setColumnStretch(3, 1);
    column->addLayout(m_grid);
    fillEnum<State>(addField(QStringLiteral("state"), "recipeStateBox"));
    fillEnum<Level>(addField(QStringLiteral("level"), "recipeLevelBox"));
    addField(QStringLiteral("owner"), "recipeOwnerBox");
    addField(QStringLiteral("queue"), "recipeQueueBox");
    fillEnum<Priority>(addField(QStringLiteral("priority"), "recipePriorityBox"));
    QComboBox *category = addField(QStringLiteral("category"), "recipeCategoryBox");
    for (const QString &key : categoryKeys())
        category->addItem(EnumText::category(key), key);
    fillEnum<Impact>(addField(QStringLiteral("impact"), "recipeImpactBox"));
    fillEnum<Urgency>(addField(QStringLiteral("urgency"), "recipeUrgencyBox"));
    const auto tags = [this](QLineEdit *edit, const QString &name, const char *objectName, int at) {
        edit->setObjectName(QLatin1String(objectName));
        edit->setAccessibleName(name);
        edit->setPlaceholderText(tr("With commas between them"));
        auto *label = new Label(name, this);
        label->setBuddy(edit);
        m_grid->addWidget(label, 4, at);
        m_grid->addWidget(edit, 4, at + 1);
        connect(edit, &QLineEdit::textEdited, this, &RecipeEditor::changed);
    };
    tags(m_addTags, tr("Put tags on"), "recipeAddTagsEdit", 0);
    tags(m_removeTags, tr("Take tags off"), "recipeRemoveTagsEdit", 2);
    buildMore();
    column->addSpacing(space::xs);
    buildWords();
}

void RecipeEditor::buildMore()
{
    auto *label = new Label(EnumText::field(QStringLiteral("pending-until")), this);
    label->setBuddy(m_wake);
    m_grid->addWidget(label, 5, 0);
    m_grid->addWidget(m_wake, 5, 1);
    m_grid->addWidget(m_custom->addButton(), 5, 2, 1, 2, Qt::AlignLeading);
    auto *area = new ShrinkArea(this);
    area->setObjectName(QStringLiteral("recipeCustomArea"));
    area->setAccessibleName(tr("Custom fields"));
    area->setFrameShape(QFrame::NoFrame);
    area->setWidget(m_custom);
    static_cast<QVBoxLayout *>(layout())->addWidget(area);
    connect(m_wake, &WakeBox::changed, this, &RecipeEditor::changed);
    connect(m_custom, &CustomRows::changed, this, &RecipeEditor::changed);
    // Once it has its place.
    connect(m_custom, &CustomRows::added, area, [area](QWidget *row) { area->ensureWidgetVisible(row); },
            Qt::QueuedConnection);
}

QComboBox *RecipeEditor::addField(const QString &field, const char *objectName)
{
    auto *box = new QComboBox(this);
    box->setObjectName(QLatin1String(objectName));
    box->setAccessibleName(EnumText::field(field));
    box->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    box->setMinimumContentsLength(16);
    box->addItem(tr("Stays as it is"));
    const int at = int(m_fields.size());
    m_fields.insert(field, box);
    auto *label = new Label(EnumText::field(field), this);
    label->setBuddy(box);
    m_grid->addWidget(label, at / 2, at % 2 * 2);
    m_grid->addWidget(box, at / 2, at % 2 * 2 + 1);
    connect(box, &QComboBox::currentIndexChanged, this, [this] {
        if (!m_showing)
            Q_EMIT changed();
    });
    return box;
}

template<class E>
void RecipeEditor::fillEnum(QComboBox *box) const
{
    for (const EnumName<E> &entry : enumNames<E>()) {
        if constexpr (std::is_same_v<E, State>) {
            if (entry.value == State::New)
                continue; // nothing becomes new again
        }
        box->addItem(EnumText::of(entry.value), QString::fromLatin1(entry.name));
    }
}

void RecipeEditor::buildWords()
{
    m_kind->setObjectName(QStringLiteral("recipeWordsChips"));
    m_kind->addChoice(kNoWords, tr("No words"));
    m_kind->addChoice(kReplyWords, tr("Reply", "words that are sent"));
    m_kind->addChoice(kNoteWords, tr("Internal note"));
    m_body->setObjectName(QStringLiteral("recipeBodyEdit"));
    m_body->setAccessibleName(tr("Words"));
    m_body->setTabChangesFocus(true);
    m_hint->setObjectName(QStringLiteral("recipeHint"));
    const QString requester = QStringLiteral("{{requester}}");
    const QString ticket = QStringLiteral("{{ticket}}");
    const QString title = QStringLiteral("{{title}}");
    m_hint->setText(m_for == For::Rule
                        ? tr("%1, %2 and %3 are filled in by Vigie.").arg(requester, ticket, title)
                        : tr("%1, %2, %3 and %4 are filled in by Vigie.")
                              .arg(requester, ticket, title, QStringLiteral("{{agent}}")));
    auto *column = static_cast<QVBoxLayout *>(layout());
    column->addWidget(m_kind);
    column->addWidget(m_body, 1);
    column->addWidget(m_hint->wrapped());
    connect(m_kind, &ChoiceChips::choiceChanged, this, [this] {
        showWords();
        if (!m_showing)
            Q_EMIT changed();
    });
    connect(m_body, &QPlainTextEdit::textChanged, this, [this] {
        if (!m_showing)
            Q_EMIT changed();
    });
    m_kind->setChoice(kNoWords);
}

void RecipeEditor::showWords()
{
    const bool words = m_kind->choice() != kNoWords;
    m_body->setVisible(words);
    m_hint->setVisible(words);
}

void RecipeEditor::showNames(const RecipeNames &names)
{
    const Recipe now = recipe();
    m_showing = true;
    QComboBox *owner = m_fields.value(QStringLiteral("owner"));
    if (m_for == For::Macro)
        owner->addItem(tr("Whoever runs it"), recipeMe());
    owner->addItem(tr("Nobody"), QString());
    for (const Person &person : names.people)
        owner->addItem(person.name, person.id.text());
    QComboBox *queue = m_fields.value(QStringLiteral("queue"));
    for (const Queue &one : names.queues)
        queue->addItem(one.name, one.id.text());
    m_showing = false;
    setRecipe(now);
}

/// A value that nobody offers any more (somebody who left) stays, as its own entry.
void RecipeEditor::showChoice(QComboBox *box, const std::optional<QString> &value)
{
    int row = 0;
    for (int i = 1; value && i < box->count(); ++i) {
        if (box->itemData(i).toString() == *value)
            row = i;
    }
    if (value && row == 0) {
        box->addItem(tr("Somebody or something that is not here"), *value);
        row = box->count() - 1;
    }
    box->setCurrentIndex(row);
}

void RecipeEditor::setRecipe(const Recipe &recipe)
{
    m_showing = true;
    QMap<QString, QString> custom;
    m_kept.clear();
    for (auto it = recipe.fields.cbegin(); it != recipe.fields.cend(); ++it) {
        if (it.key().startsWith(QLatin1String("cf.")))
            custom.insert(it.key(), *it);
        else if (!m_fields.contains(it.key()))
            m_kept.insert(it.key(), *it);
    }
    m_custom->setFields(custom);
    m_wake->setWake(recipe.wake);
    for (auto it = m_fields.cbegin(); it != m_fields.cend(); ++it) {
        std::optional<QString> value;
        if (it.key() == QLatin1String("state"))
            value = recipe.state ? std::optional(nameOf(*recipe.state)) : std::nullopt;
        else if (it.key() == QLatin1String("level"))
            value = recipe.level ? std::optional(nameOf(*recipe.level)) : std::nullopt;
        else if (const auto field = recipe.fields.constFind(it.key()); field != recipe.fields.cend())
            value = *field;
        showChoice(*it, value);
    }
    m_addTags->setText(joined(recipe.addTags));
    m_removeTags->setText(joined(recipe.removeTags));
    m_kind->setChoice(!recipe.words ? kNoWords
                          : recipe.words->kind == MessageKind::Reply ? kReplyWords : kNoteWords);
    const QString body = recipe.words ? recipe.words->body : QString();
    if (m_body->toPlainText() != body)
        m_body->setPlainText(body);
    showWords();
    m_showing = false;
}

Recipe RecipeEditor::recipe() const
{
    Recipe recipe;
    recipe.fields = m_kept;
    recipe.fields.insert(m_custom->fields());
    recipe.wake = m_wake->wake();
    for (auto it = m_fields.cbegin(); it != m_fields.cend(); ++it) {
        const QComboBox *box = *it;
        if (box->currentIndex() <= 0)
            continue;
        const QString value = box->currentData().toString();
        if (it.key() == QLatin1String("state"))
            recipe.state = enumStored<State>(value, State::Open);
        else if (it.key() == QLatin1String("level"))
            recipe.level = enumStored<Level>(value, Level::L2);
        else
            recipe.fields.insert(it.key(), value);
    }
    recipe.addTags = tagsIn(m_addTags->text());
    recipe.removeTags = tagsIn(m_removeTags->text());
    const QString body = m_body->toPlainText();
    if (m_kind->choice() == kReplyWords)
        recipe.words = Recipe::Words{MessageKind::Reply, body};
    else if (m_kind->choice() == kNoteWords)
        recipe.words = Recipe::Words{MessageKind::Note, body};
    return recipe;
}

QString RecipeEditor::complaint() const
{
    const Recipe now = recipe();
    for (const QString &tag : now.addTags) {
        if (now.removeTags.contains(tag))
            return tr("The tag “%1” is put on and taken off. Choose one.").arg(tag);
    }
    if (now.addTags.size() > limits::kRecipeTags || now.removeTags.size() > limits::kRecipeTags)
        return tr("More than %L1 tags. Take some out.").arg(limits::kRecipeTags);
    if (const QString custom = m_custom->complaint(); !custom.isEmpty())
        return custom;
    if (now.fields.size() > limits::kRecipeFields)
        return tr("More than %L1 fields. Take some out.").arg(limits::kRecipeFields);
    if (!now.words)
        return {};
    if (now.words->body.size() > limits::kRecipeBody)
        return tr("The text has more than %L1 characters. Make it shorter.").arg(limits::kRecipeBody);
    const QStringList strange = strangePlaceholders(now.words->body);
    if (!strange.isEmpty()) {
        return tr("Nobody would fill in %1 before it is sent. Use the four names below, or a canned "
                  "text, which you complete yourself.")
            .arg(strange.join(QStringLiteral(", ")));
    }
    if (m_for == For::Rule && now.words->body.contains(QLatin1String("{{agent}}"), Qt::CaseInsensitive))
        return tr("A rule is run by nobody: %1 has no name.").arg(QStringLiteral("{{agent}}"));
    return {};
}

} // namespace vigie
