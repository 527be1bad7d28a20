// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/composer/cannedtextlist.h"

#include "app/composer/cannedtextdialog.h"
#include "app/prompt/prompt.h"
#include "app/text/errortext.h"
#include "app/widgets/button.h"
#include "app/widgets/label.h"
#include "app/widgets/listwalk.h"
#include "app/widgets/offerdelegate.h"
#include "app/widgets/searchfield.h"
#include "core/base/async.h"
#include "core/service/snippetservice.h"

#include <QListView>
#include <QStandardItemModel>
#include <QVBoxLayout>

namespace vigie {

namespace {

constexpr qsizetype kPreview = 160;

} // namespace

CannedTextList::CannedTextList(SnippetService &snippets, Prompt &prompt, bool mayInsert,
                               QWidget *parent)
    : QDialog(parent), m_snippets(snippets), m_prompt(prompt),
      m_field(new SearchField(tr("Search your canned texts"), this)), m_list(new QListView(this)),
      m_model(new QStandardItemModel(this)),
      m_hint(new Label(this, TextStyle::Body, LabelRole::Muted)),
      m_insert(new Button(tr("Insert"), this, ButtonKind::Primary)),
      m_edit(new Button(Icon::Edit, tr("Change…"), this)),
      m_remove(new Button(Icon::Trash, tr("Delete…"), this))
{
    setObjectName(QStringLiteral("cannedTextsDialog"));
    setWindowTitle(tr("Canned texts"));
    setWindowModality(Qt::WindowModal);
    setAttribute(Qt::WA_DeleteOnClose);
    build(mayInsert);
    connect(m_field, &SearchField::searchChanged, this, [this] { fill({}); });
    connect(m_field, &QLineEdit::returnPressed, this, &CannedTextList::insert);
    connect(m_list, &QListView::activated, this, &CannedTextList::insert);
    connect(m_list->selectionModel(), &QItemSelectionModel::currentChanged, this,
            &CannedTextList::showCurrent);
    connect(m_insert, &QPushButton::clicked, this, &CannedTextList::insert);
    connect(m_edit, &QPushButton::clicked, this, &CannedTextList::edit);
    connect(m_remove, &QPushButton::clicked, this, &CannedTextList::remove);
    connect(&m_snippets, &SnippetService::changed, this, &CannedTextList::read);
    showCurrent();
    read();
}

void CannedTextList::build(bool mayInsert)
{
    m_field->setObjectName(QStringLiteral("cannedSearchField"));
    m_field->setDelay(0);
    new ListWalk(m_field, m_list);
    m_list->setObjectName(QStringLiteral("cannedListView"));
    m_list->setAccessibleName(tr("Canned texts"));
    m_list->setModel(m_model);
    m_list->setItemDelegate(new OfferDelegate(m_list));
    m_list->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setUniformItemSizes(true);
    m_hint->setObjectName(QStringLiteral("cannedHint"));
    m_insert->setObjectName(QStringLiteral("cannedInsertButton"));
    m_insert->setVisible(mayInsert);
    m_edit->setObjectName(QStringLiteral("cannedEditButton"));
    m_remove->setObjectName(QStringLiteral("cannedRemoveButton"));
    auto *add = new Button(Icon::Plus, tr("New…"), this);
    add->setObjectName(QStringLiteral("cannedAddButton"));
    auto *shut = new Button(tr("Close"), this);
    shut->setObjectName(QStringLiteral("cannedCloseButton"));
    for (Button *button : {m_insert, m_edit, m_remove, add, shut})
        button->setAutoDefault(false); // Enter belongs to the search field
    connect(add, &QPushButton::clicked, this, [this] { write(m_snippets, m_prompt, {}, this); });
    connect(shut, &QPushButton::clicked, this, &QDialog::reject);

    auto *buttons = new QHBoxLayout;
    buttons->addWidget(add);
    buttons->addWidget(m_edit);
    buttons->addWidget(m_remove);
    buttons->addStretch(1);
    buttons->addWidget(shut);
    buttons->addWidget(m_insert);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(space::xl, space::xl, space::xl, space::l);
    column->setSpacing(space::m);
    column->addWidget(new Label(windowTitle(), this, TextStyle::Heading));
    column->addWidget(m_field);
    column->addWidget(m_list, 1);
    column->addWidget(m_hint->wrapped());
    column->addLayout(buttons);
    resize(fontMetrics().averageCharWidth() * 84, fontMetrics().lineSpacing() * 26);
}

void CannedTextList::write(SnippetService &snippets, Prompt &prompt, const Snippet &snippet,
                           QWidget *parent)
{
    // The keywords that are taken are asked for first: nobody should write a text to learn at the
    // end that its keyword is gone.
    whenDone(snippets.list(), parent,
             [&snippets, &prompt, snippet, parent](const Result<QList<Snippet>> &known) {
                 auto *dialog = new CannedTextDialog(snippets, prompt, snippet,
                                                     known.value_or(QList<Snippet>()), parent);
                 dialog->open();
             });
}

// ---- the list --------------------------------------------------------------------------------

void CannedTextList::read()
{
    whenDone(m_snippets.list(), this, [this](const Result<QList<Snippet>> &snippets) {
        const Snippet *before = current();
        const SnippetId keep = before ? before->id : SnippetId();
        m_all = snippets.value_or(QList<Snippet>());
        fill(keep);
        if (!snippets) {
            m_hint->setText(ErrorText::of(snippets.error()).paragraph());
            m_hint->show();
        }
    });
}

void CannedTextList::fill(const SnippetId &keep)
{
    m_shown = matchingSnippets(m_all, m_field->text());
    m_model->clear();
    int row = m_shown.isEmpty() ? -1 : 0;
    for (qsizetype i = 0; i < m_shown.size(); ++i) {
        const Snippet &snippet = m_shown[i];
        auto *item = new QStandardItem(snippet.title);
        item->setData(QStringLiteral("::") + snippet.keyword, OfferDelegate::MeaningRole);
        item->setData(snippet.body.left(kPreview).simplified(), OfferDelegate::SecondLineRole);
        item->setData(tr("%1, keyword %2").arg(snippet.title, snippet.keyword),
                      Qt::AccessibleTextRole);
        m_model->appendRow(item);
        if (snippet.id == keep)
            row = int(i);
    }
    m_list->setCurrentIndex(m_model->index(row, 0));
    m_hint->setText(m_all.isEmpty()
                        ? tr("There is none yet. Write one here, or mark words in a reply and choose "
                             "“Save as canned text”.")
                        : tr("None of them has these words."));
    m_hint->setVisible(m_shown.isEmpty());
    showCurrent();
}

const Snippet *CannedTextList::current() const
{
    const int row = m_list->currentIndex().row();
    return row >= 0 && row < m_shown.size() ? &m_shown[row] : nullptr;
}

void CannedTextList::showCurrent()
{
    const bool one = current() != nullptr;
    m_insert->setEnabled(one);
    m_edit->setEnabled(one);
    m_remove->setEnabled(one);
}

// ---- what is done with one -------------------------------------------------------------------

void CannedTextList::insert()
{
    const Snippet *snippet = current();
    if (!snippet)
        return;
    if (m_insert->isHidden())
        return edit();
    const Snippet taken = *snippet;
    accept();
    Q_EMIT chosen(taken);
}

void CannedTextList::edit()
{
    if (const Snippet *snippet = current())
        write(m_snippets, m_prompt, *snippet, this);
}

void CannedTextList::remove()
{
    const Snippet *snippet = current();
    if (!snippet)
        return;
    m_prompt.ask(this,
                 {tr("Delete the canned text “%1”?").arg(snippet->title),
                  tr("It cannot be brought back. Messages that were written with it stay."),
                  tr("Delete canned text"), true},
                 [this, id = snippet->id](bool accepted) {
                     if (!accepted)
                         return;
                     whenDone(m_snippets.remove(id), this, [this](const Result<bool> &removed) {
                         if (!removed) {
                             m_prompt.tell(this, tr("The canned text is still there"),
                                           ErrorText::of(removed.error()).paragraph());
                         }
                     });
                 });
}

} // namespace vigie
