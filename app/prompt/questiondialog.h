// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/prompt/prompt.h"

#include <QDialog>

class QLineEdit;
class QPlainTextEdit;
class QVBoxLayout;

namespace vigie {

class Button;

/// The one shape of the house's small dialogs: title, words, an optional field, two buttons.
class QuestionDialog final : public QDialog
{
    Q_OBJECT

public:
    QuestionDialog(const Question &question, QWidget *parent);
    QuestionDialog(const TextQuestion &question, QWidget *parent);
    /// Only one button: something is told.
    QuestionDialog(const QString &title, const QString &text, QWidget *parent);

    [[nodiscard]] QString text() const;

private:
    QuestionDialog(const QString &title, QWidget *parent);
    void addButtons(const QString &accept, bool dangerous, bool cancel);
    void watchText(bool mayBeEmpty);

    QVBoxLayout *m_column;
    QLineEdit *m_line = nullptr;
    QPlainTextEdit *m_area = nullptr;
    Button *m_accept = nullptr;
};

} // namespace vigie
