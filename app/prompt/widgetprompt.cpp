// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/prompt/widgetprompt.h"

#include "app/prompt/questiondialog.h"

#include <QDir>
#include <QFileDialog>
#include <QFileInfo>
#include <QPrintDialog>
#include <QPrinter>
#include <QStandardPaths>
#include <QTextDocument>

namespace vigie {

namespace {

/// The dialog is a child of the asking widget, so its signals end with it.
template<class Fn>
void openDialog(QDialog *dialog, Fn whenFinished)
{
    QObject::connect(dialog, &QDialog::finished, dialog, std::move(whenFinished));
    dialog->open();
}

QString firstFolder()
{
    return QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation);
}

} // namespace

void WidgetPrompt::ask(QWidget *parent, const Question &question,
                       std::function<void(bool)> answer)
{
    openDialog(new QuestionDialog(question, parent),
               [answer = std::move(answer)](int result) { answer(result == QDialog::Accepted); });
}

void WidgetPrompt::askText(QWidget *parent, const TextQuestion &question,
                           std::function<void(std::optional<QString>)> answer)
{
    auto *dialog = new QuestionDialog(question, parent);
    openDialog(dialog, [dialog, answer = std::move(answer)](int result) {
        if (result == QDialog::Accepted)
            answer(dialog->text());
        else
            answer(std::nullopt);
    });
}

void WidgetPrompt::tell(QWidget *parent, const QString &title, const QString &text)
{
    openDialog(new QuestionDialog(title, text, parent), [](int) {});
}

void WidgetPrompt::openFiles(QWidget *parent, const QString &title,
                             std::function<void(QStringList)> answer)
{
    auto *dialog = new QFileDialog(parent, title, m_folder.isEmpty() ? firstFolder() : m_folder);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFiles);
    openDialog(dialog, [this, dialog, answer = std::move(answer)](int result) {
        m_folder = dialog->directory().absolutePath();
        answer(result == QDialog::Accepted ? dialog->selectedFiles() : QStringList());
    });
}

void WidgetPrompt::saveFile(QWidget *parent, const QString &title, const QString &suggestedName,
                            std::function<void(QString)> answer)
{
    auto *dialog = new QFileDialog(parent, title, m_folder.isEmpty() ? firstFolder() : m_folder);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setFileMode(QFileDialog::AnyFile);
    dialog->selectFile(suggestedName);
    openDialog(dialog, [this, dialog, answer = std::move(answer)](int result) {
        m_folder = dialog->directory().absolutePath();
        answer(result == QDialog::Accepted ? dialog->selectedFiles().value(0) : QString());
    });
}

void WidgetPrompt::print(QWidget *parent, const QString &title,
                         std::shared_ptr<QTextDocument> document)
{
    const auto printer = std::make_shared<QPrinter>();
    printer->setDocName(title);
    auto *dialog = new QPrintDialog(printer.get(), parent);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setWindowTitle(title);
    openDialog(dialog, [printer, document = std::move(document)](int result) {
        if (result == QDialog::Accepted)
            document->print(printer.get());
    });
}

} // namespace vigie
