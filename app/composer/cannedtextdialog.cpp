// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/composer/cannedtextdialog.h"

#include "app/prompt/prompt.h"
#include "app/text/errortext.h"
#include "app/widgets/button.h"
#include "app/widgets/label.h"
#include "core/base/async.h"
#include "core/service/snippetservice.h"
#include "core/text/searchtext.h"

#include <QLineEdit>
#include <QPlainTextEdit>
#include <QVBoxLayout>

#include <algorithm>

namespace vigie {

QString keywordFor(const QString &title)
{
    QString keyword = searchtext::indexWords(title).join(QLatin1Char('-'));
    while (!keyword.isEmpty() && !keyword.front().isLetter())
        keyword.remove(0, 1);
    keyword.truncate(limits::kSnippetKeyword);
    while (keyword.endsWith(QLatin1Char('-')))
        keyword.chop(1);
    return keyword;
}

CannedTextDialog::CannedTextDialog(SnippetService &snippets, Prompt &prompt, const Snippet &snippet,
                                   const QList<Snippet> &others, QWidget *parent)
    : QDialog(parent), m_snippets(snippets), m_prompt(prompt), m_before(snippet), m_others(others),
      m_title(new QLineEdit(snippet.title, this)), m_keyword(new QLineEdit(snippet.keyword, this)),
      m_body(new QPlainTextEdit(snippet.body, this)),
      m_note(new Label(this, TextStyle::Small, LabelRole::Danger)),
      m_save(new Button(tr("Save canned text"), this, ButtonKind::Primary)),
      m_ownKeyword(!snippet.keyword.isEmpty())
{
    setObjectName(QStringLiteral("cannedTextDialog"));
    setWindowTitle(snippet.id.isNull() ? tr("New canned text") : tr("Change the canned text"));
    setWindowModality(Qt::WindowModal);
    setAttribute(Qt::WA_DeleteOnClose);
    build();
    connect(m_title, &QLineEdit::textEdited, this, [this] {
        suggestKeyword();
        check();
    });
    connect(m_keyword, &QLineEdit::textEdited, this, [this] {
        m_ownKeyword = !m_keyword->text().isEmpty();
        check();
    });
    connect(m_body, &QPlainTextEdit::textChanged, this, &CannedTextDialog::check);
    connect(m_save, &QPushButton::clicked, this, &CannedTextDialog::save);
    m_title->setFocus();
    check();
}

void CannedTextDialog::build()
{
    m_title->setObjectName(QStringLiteral("cannedTitleEdit"));
    m_title->setMaxLength(int(limits::kSnippetTitle));
    m_title->setAccessibleName(tr("Title"));
    m_keyword->setObjectName(QStringLiteral("cannedKeywordEdit"));
    m_keyword->setMaxLength(int(limits::kSnippetKeyword));
    m_keyword->setAccessibleName(tr("Keyword"));
    m_body->setObjectName(QStringLiteral("cannedBodyEdit"));
    m_body->setTabChangesFocus(true);
    m_body->setAccessibleName(tr("Text"));
    m_note->setObjectName(QStringLiteral("cannedNote"));
    m_save->setObjectName(QStringLiteral("cannedSaveButton"));
    m_save->setDefault(true);
    auto *cancel = new Button(tr("Cancel"), this);
    cancel->setObjectName(QStringLiteral("cannedCancelButton"));
    connect(cancel, &QPushButton::clicked, this, &QDialog::reject);

    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(space::xl, space::xl, space::xl, space::l);
    column->setSpacing(space::xs);
    column->addWidget(new Label(windowTitle(), this, TextStyle::Heading));
    const auto field = [this, column](const QString &name, QWidget *edit, const QString &hint) {
        column->addSpacing(space::s);
        column->addWidget(new Label(name, this, TextStyle::Strong));
        column->addWidget(edit);
        if (!hint.isEmpty())
            column->addWidget((new Label(hint, this, TextStyle::Small, LabelRole::Muted))->wrapped());
    };
    field(tr("Title"), m_title, {});
    field(tr("Keyword"), m_keyword, tr("Write “::” and this word in a reply or note."));
    field(tr("Text"), m_body,
          tr("%1, %2, %3 and %4 are filled in by Vigie. Anything else in double braces, such as %5, "
             "is marked for you to fill in.")
              .arg(QStringLiteral("{{requester}}"), QStringLiteral("{{ticket}}"),
                   QStringLiteral("{{title}}"), QStringLiteral("{{agent}}"), tr("{{date}}")));
    column->setStretchFactor(m_body, 1);
    column->addSpacing(space::s);
    column->addWidget(m_note->wrapped());
    auto *buttons = new QHBoxLayout;
    buttons->addStretch(1);
    buttons->addWidget(cancel);
    buttons->addWidget(m_save);
    column->addLayout(buttons);
    resize(fontMetrics().averageCharWidth() * 76, fontMetrics().lineSpacing() * 28);
}

Snippet CannedTextDialog::written() const
{
    Snippet snippet = m_before;
    snippet.title = m_title->text().simplified();
    snippet.keyword = m_keyword->text().trimmed();
    snippet.body = m_body->toPlainText();
    return snippet;
}

/// What is wrong with what is there; empty when it is fine or not finished.
QString CannedTextDialog::complaint(const Snippet &snippet) const
{
    if (snippet.body.size() > limits::kSnippetBody) {
        return tr("The text has more than %L1 characters. Make it shorter, or two of it.")
            .arg(limits::kSnippetBody);
    }
    if (snippet.keyword.isEmpty())
        return {};
    if (!isSnippetKeyword(snippet.keyword))
        return tr("A keyword begins with a letter and has no spaces: letters, digits, “-”, “_” and “.”.");
    const QString key = searchtext::nameKey(snippet.keyword);
    const auto taken = std::find_if(
        m_others.cbegin(), m_others.cend(), [&snippet, &key](const Snippet &other) {
            return other.id != snippet.id && searchtext::nameKey(other.keyword) == key;
        });
    return taken == m_others.cend()
        ? QString()
        : tr("“%1” has this keyword already. Choose another one.").arg(taken->title);
}

void CannedTextDialog::suggestKeyword()
{
    if (!m_ownKeyword)
        m_keyword->setText(keywordFor(m_title->text()));
}

void CannedTextDialog::check()
{
    const Snippet snippet = written();
    const QString words = complaint(snippet);
    m_note->setText(words);
    m_note->setVisible(!words.isEmpty());
    m_save->setEnabled(words.isEmpty() && !snippet.title.isEmpty() && !snippet.keyword.isEmpty()
                       && !snippet.body.trimmed().isEmpty());
}

void CannedTextDialog::save()
{
    m_save->setEnabled(false);
    whenDone(m_snippets.save(written()), this, [this](const Result<Snippet> &kept) {
        if (!kept) {
            check();
            m_note->setText(tr("The canned text is not saved. %1").arg(ErrorText::of(kept.error()).what));
            m_note->show();
            return;
        }
        m_before = *kept;
        Q_EMIT saved(*kept);
        accept();
    });
}

void CannedTextDialog::reject()
{
    if (m_title->text() == m_before.title && m_body->toPlainText() == m_before.body)
        return QDialog::reject();
    m_prompt.ask(this,
                 {tr("Leave without saving?"),
                  tr("What you wrote in this window goes. Canned texts that are saved stay."),
                  tr("Leave"), true},
                 [this](bool accepted) {
                     if (accepted)
                         QDialog::reject();
                 });
}

} // namespace vigie
