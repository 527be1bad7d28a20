// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/prompt/prompt.h"

#include <QList>

namespace vigie {

/// Answers at once what a test laid ready, and remembers what was asked. A question nobody laid an
/// answer ready for is declined.
class FakePrompt final : public Prompt
{
public:
    QList<bool> answers;
    QList<std::optional<QString>> texts;
    QStringList filesToOpen;
    QString fileToSave;
    QList<Question> questions;
    QList<TextQuestion> textQuestions;
    QStringList told;

    void ask(QWidget *, const Question &question, std::function<void(bool)> answer) override
    {
        questions.append(question);
        answer(answers.isEmpty() ? false : answers.takeFirst());
    }
    void askText(QWidget *, const TextQuestion &question,
                 std::function<void(std::optional<QString>)> answer) override
    {
        textQuestions.append(question);
        answer(texts.isEmpty() ? std::nullopt : texts.takeFirst());
    }
    void tell(QWidget *, const QString &title, const QString &) override { told.append(title); }
    void openFiles(QWidget *, const QString &, std::function<void(QStringList)> answer) override
    {
        answer(filesToOpen);
    }
    void saveFile(QWidget *, const QString &, const QString &,
                  std::function<void(QString)> answer) override
    {
        answer(fileToSave);
    }
};

} // namespace vigie
