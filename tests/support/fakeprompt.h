// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/prompt/prompt.h"

#include <QList>
#include <QTextDocument>

namespace vigie {

/// Answers questions as the test said beforehand and remembers what was asked. Answers come at
/// once; without an answer prepared a question counts as cancelled.
class FakePrompt final : public Prompt
{
public:
    QList<bool> answers;               ///< for ask(), first in, first out
    QList<std::optional<QString>> texts; ///< for askText()
    QStringList files;                 ///< for openFiles()
    QString target;                    ///< for saveFile()

    QList<Question> asked;
    QList<TextQuestion> askedTexts;
    QStringList told;
    QStringList printed; ///< the words

    void ask(QWidget *, const Question &question, std::function<void(bool)> answer) override
    {
        asked.append(question);
        answer(!answers.isEmpty() && answers.takeFirst());
    }
    void askText(QWidget *, const TextQuestion &question,
                 std::function<void(std::optional<QString>)> answer) override
    {
        askedTexts.append(question);
        answer(texts.isEmpty() ? std::nullopt : texts.takeFirst());
    }
    void tell(QWidget *, const QString &title, const QString &) override { told.append(title); }
    void openFiles(QWidget *, const QString &, std::function<void(QStringList)> answer) override
    {
        answer(files);
    }
    void saveFile(QWidget *, const QString &, const QString &,
                  std::function<void(QString)> answer) override
    {
        answer(target);
    }
    void print(QWidget *, const QString &, std::shared_ptr<QTextDocument> document) override
    {
        printed.append(document->toPlainText());
    }
};

} // namespace vigie
