// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>

#include <functional>
#include <memory>
#include <optional>

class QTextDocument;
class QWidget;

namespace vigie {

/// A yes-or-no question. `accept` says what happens ("Discard"), never "Yes".
struct Question {
    QString title;
    QString text;
    QString accept;
    bool dangerous = false; ///< the accepting button is red and not the default
};

/// A question for a few words.
struct TextQuestion {
    QString title;
    QString label;
    QString text;        ///< what is there already
    QString placeholder;
    QString accept;
    bool multiLine = false;
    bool mayBeEmpty = false;
};

/// Every message box and file dialog of the application. Nothing blocks: answers come as calls,
/// later, on the GUI thread, and never after `parent` was destroyed. Tests use FakePrompt.
class Prompt
{
public:
    virtual ~Prompt() = default;

    virtual void ask(QWidget *parent, const Question &question,
                     std::function<void(bool accepted)> answer) = 0;
    /// nullopt when the person changed their mind.
    virtual void askText(QWidget *parent, const TextQuestion &question,
                         std::function<void(std::optional<QString>)> answer) = 0;
    virtual void tell(QWidget *parent, const QString &title, const QString &text) = 0;
    /// Empty when cancelled.
    virtual void openFiles(QWidget *parent, const QString &title,
                           std::function<void(QStringList)> answer) = 0;
    /// Empty when cancelled. An existing file was confirmed for overwriting.
    virtual void saveFile(QWidget *parent, const QString &title, const QString &suggestedName,
                          std::function<void(QString)> answer) = 0;
    /// Asks where to, and prints.
    virtual void print(QWidget *parent, const QString &title,
                       std::shared_ptr<QTextDocument> document) = 0;
};

} // namespace vigie
