// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/prompt/prompt.h"

#include <QCoreApplication>

namespace vigie {

/// Prompt with real dialogs, window-modal and opened with open(), never exec().
class WidgetPrompt final : public Prompt
{
    Q_DECLARE_TR_FUNCTIONS(WidgetPrompt)

public:
    void ask(QWidget *parent, const Question &question,
             std::function<void(bool)> answer) override;
    void askText(QWidget *parent, const TextQuestion &question,
                 std::function<void(std::optional<QString>)> answer) override;
    void tell(QWidget *parent, const QString &title, const QString &text) override;
    void openFiles(QWidget *parent, const QString &title,
                   std::function<void(QStringList)> answer) override;
    void saveFile(QWidget *parent, const QString &title, const QString &suggestedName,
                  std::function<void(QString)> answer) override;
    void print(QWidget *parent, const QString &title,
               std::shared_ptr<QTextDocument> document) override;

private:
    QString m_folder; ///< where the person picked files last
};

} // namespace vigie
