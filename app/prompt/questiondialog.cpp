// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/prompt/questiondialog.h"

#include "app/widgets/button.h"
#include "app/widgets/label.h"

#include <QLineEdit>
#include <QPlainTextEdit>
#include <QShortcut>
#include <QVBoxLayout>

namespace vigie {

QuestionDialog::QuestionDialog(const QString &title, QWidget *parent) :
    QDialog(parent), m_column(new QVBoxLayout(this))
{
    setObjectName(QStringLiteral("questionDialog"));
    setWindowTitle(title);
    setWindowModality(Qt::WindowModal);
    setAttribute(Qt::WA_DeleteOnClose);
    m_column->setContentsMargins(space::xl, space::xl, space::xl, space::l);
    m_column->setSpacing(space::m);
    auto *heading = new Label(title, this, TextStyle::Heading);
    heading->setWordWrap(true);
    heading->setMinimumWidth(fontMetrics().averageCharWidth() * 50);
    m_column->addWidget(heading);
}

QuestionDialog::QuestionDialog(const Question &question, QWidget *parent) :
    QuestionDialog(question.title, parent)
{
    auto *text = new Label(question.text, this, TextStyle::Body, LabelRole::Muted);
    text->setWordWrap(true);
    m_column->addWidget(text);
    addButtons(question.accept, question.dangerous, true);
}

QuestionDialog::QuestionDialog(const TextQuestion &question, QWidget *parent) :
    QuestionDialog(question.title, parent)
{
    auto *label = new Label(question.label, this, TextStyle::Body, LabelRole::Muted);
    label->setWordWrap(true);
    m_column->addWidget(label);
    if (question.multiLine) {
        m_area = new QPlainTextEdit(question.text, this);
        m_area->setObjectName(QStringLiteral("questionTextEdit"));
        m_area->setPlaceholderText(question.placeholder);
        m_area->setAccessibleName(question.label);
        m_area->setTabChangesFocus(true);
        m_column->addWidget(m_area);
    } else {
        m_line = new QLineEdit(question.text, this);
        m_line->setObjectName(QStringLiteral("questionLineEdit"));
        m_line->setPlaceholderText(question.placeholder);
        m_line->setAccessibleName(question.label);
        m_column->addWidget(m_line);
    }
    addButtons(question.accept, false, true);
    watchText(question.mayBeEmpty);
}

QuestionDialog::QuestionDialog(const QString &title, const QString &text, QWidget *parent) :
    QuestionDialog(title, parent)
{
    auto *label = new Label(text, this, TextStyle::Body, LabelRole::Muted);
    label->setWordWrap(true);
    m_column->addWidget(label->selectable());
    addButtons(tr("Close"), false, false);
}

QString QuestionDialog::text() const
{
    return m_area ? m_area->toPlainText() : m_line ? m_line->text() : QString();
}

void QuestionDialog::addButtons(const QString &accept, bool dangerous, bool cancel)
{
    m_column->addSpacing(space::s);
    auto *row = new QHBoxLayout;
    row->addStretch(1);
    if (cancel) {
        auto *button = new Button(tr("Cancel"), this);
        button->setObjectName(QStringLiteral("questionCancelButton"));
        button->setDefault(dangerous);
        connect(button, &QPushButton::clicked, this, &QDialog::reject);
        row->addWidget(button);
    }
    m_accept = new Button(accept, this, dangerous ? ButtonKind::Danger : ButtonKind::Primary);
    m_accept->setObjectName(QStringLiteral("questionAcceptButton"));
    m_accept->setDefault(!dangerous);
    connect(m_accept, &QPushButton::clicked, this, &QDialog::accept);
    row->addWidget(m_accept);
    m_column->addLayout(row);
    auto *send = new QShortcut(QKeySequence(Qt::CTRL | Qt::Key_Return), this);
    connect(send, &QShortcut::activated, m_accept, &QPushButton::click);
}

void QuestionDialog::watchText(bool mayBeEmpty)
{
    if (mayBeEmpty)
        return;
    const auto check = [this] { m_accept->setEnabled(!text().trimmed().isEmpty()); };
    if (m_area)
        connect(m_area, &QPlainTextEdit::textChanged, this, check);
    if (m_line)
        connect(m_line, &QLineEdit::textChanged, this, check);
    check();
}

} // namespace vigie
