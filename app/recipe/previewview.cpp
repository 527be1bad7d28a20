// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/recipe/previewview.h"

#include "app/text/enumtext.h"
#include "app/text/errortext.h"
#include "app/widgets/card.h"
#include "app/widgets/label.h"

#include <QVBoxLayout>

#include <algorithm>
#include <utility>

namespace vigie {

namespace {

constexpr qsizetype kLinesShown = 14;

/// Each field's lines together, the most frequent first.
QList<RecipePreview::Line> sorted(QList<RecipePreview::Line> lines)
{
    QStringList fields;
    for (const RecipePreview::Line &line : std::as_const(lines)) {
        if (!fields.contains(line.change.field))
            fields.append(line.change.field);
    }
    std::stable_sort(lines.begin(), lines.end(),
                     [&fields](const RecipePreview::Line &a, const RecipePreview::Line &b) {
                         const qsizetype x = fields.indexOf(a.change.field);
                         const qsizetype y = fields.indexOf(b.change.field);
                         return x != y ? x < y : a.tickets > b.tickets;
                     });
    return lines;
}

} // namespace

PreviewView::PreviewView(QWidget *parent) : QWidget(parent), m_column(new QVBoxLayout(this))
{
    setObjectName(QStringLiteral("recipePreview"));
    m_column->setContentsMargins(0, 0, 0, 0);
    m_column->setSpacing(space::s);
    m_column->setAlignment(Qt::AlignTop);
}

QString PreviewView::wordsOf(const RehearsedChange &change, const NamesById &names)
{
    if (change.field == QLatin1String("tags")) {
        QStringList parts;
        if (!change.after.isEmpty())
            parts.append(tr("Tags on: %1").arg(change.after));
        if (!change.before.isEmpty())
            parts.append(tr("Tags off: %1").arg(change.before));
        return parts.join(QStringLiteral(" · "));
    }
    return tr("%1: %2 → %3", "a field, its value before and after")
        .arg(EnumText::field(change.field), EventText::value(change.field, change.before, names),
             EventText::value(change.field, change.after, names));
}

void PreviewView::clear()
{
    while (QLayoutItem *item = m_column->takeAt(0)) {
        delete item->widget();
        delete item;
    }
}

void PreviewView::add(QWidget *row)
{
    m_column->addWidget(row);
}

void PreviewView::showWords(const QString &words)
{
    clear();
    add((new Label(words, this, TextStyle::Body, LabelRole::Muted))->wrapped());
}

void PreviewView::showPreview(const RecipePreview &preview, const Recipe &recipe, int whole)
{
    clear();
    QString head;
    if (preview.tickets < whole)
        head = tr("Looked at %L1 of %Ln ticket(s)…", nullptr, whole).arg(preview.tickets);
    else if (preview.changed == 0 && preview.refused.isEmpty())
        head = tr("Nothing would change: it is so already.");
    else if (whole > 1)
        head = tr("%Ln ticket(s) would change", nullptr, preview.changed);
    else if (preview.changed == 1)
        head = tr("This is what changes");
    if (!head.isEmpty()) {
        auto *title = new Label(head, this, TextStyle::Strong);
        title->setObjectName(QStringLiteral("previewHead"));
        add(title->wrapped());
    }
    const QList<RecipePreview::Line> lines = sorted(preview.lines);
    for (qsizetype i = 0; i < lines.size() && i < kLinesShown; ++i)
        addLine(lines[i], preview);
    if (preview.lines.size() > kLinesShown) {
        add(new Label(tr("and %Ln other change(s)", nullptr, int(preview.lines.size() - kLinesShown)),
                      this, TextStyle::Small, LabelRole::Muted));
    }
    addWords(preview, recipe);
    if (whole > 1 && preview.alike > 0) {
        add(new Label(tr("%Ln ticket(s) are so already", nullptr, preview.alike), this,
                      TextStyle::Small, LabelRole::Muted));
    }
    addRefusals(preview);
}

void PreviewView::addLine(const RecipePreview::Line &line, const RecipePreview &preview)
{
    QString text = wordsOf(line.change, preview.names);
    if (preview.tickets > 1)
        text = tr("%1 (%Ln ticket(s))", "a change and for how many", line.tickets).arg(text);
    auto *label = new Label(text, this);
    label->setObjectName(QStringLiteral("previewLine"));
    add(label->wrapped());
}

void PreviewView::addWords(const RecipePreview &preview, const Recipe &recipe)
{
    if (!recipe.words || preview.written == 0)
        return;
    const bool reply = recipe.words->kind == MessageKind::Reply;
    auto *card = new Card(this, reply ? Card::Look::Mine : Card::Look::Internal);
    QString head = reply ? tr("Sent as a reply") : tr("Added as an internal note");
    if (preview.tickets > 1) {
        head = reply ? tr("Sent as %Ln replies, the first of them:", nullptr, preview.written)
                     : tr("Added as %Ln internal notes, the first of them:", nullptr, preview.written);
    }
    card->column()->addWidget(new Label(head, card, TextStyle::Small,
                                        reply ? LabelRole::Accent : LabelRole::Internal));
    auto *words = new Label(preview.words, card);
    words->setObjectName(QStringLiteral("previewWords"));
    words->setTextFormat(Qt::PlainText);
    card->column()->addWidget(words->wrapped());
    add(card);
}

void PreviewView::addRefusals(const RecipePreview &preview)
{
    if (preview.refused.isEmpty())
        return;
    const Error &why = preview.refused.first().second;
    const QString reason = why.code == ErrorCode::Invalid
        ? tr("what is closed can only be opened again.")
        : ErrorText::of(why).paragraph();
    auto *label = new Label(preview.tickets > 1
                                ? tr("%Ln ticket(s) stay as they are: %1", nullptr,
                                     int(preview.refused.size())).arg(reason)
                                : tr("It cannot be done to this ticket: %1").arg(reason),
                            this, TextStyle::Body, LabelRole::Warning);
    label->setObjectName(QStringLiteral("previewRefusal"));
    add(label->wrapped());
}

} // namespace vigie
