// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/snippet.h"

#include <QDialog>

class QLineEdit;
class QPlainTextEdit;

namespace vigie {

class Button;
class Label;
class Prompt;
class SnippetService;

/// Writes one canned text: a new one, or one that is there. What does not fit is told in place, and
/// what was written is not thrown away unasked. Does not block; deletes itself when closed. GUI
/// thread; `snippets` and `prompt` must outlive it.
class CannedTextDialog final : public QDialog
{
    Q_OBJECT

public:
    /// `others` are those whose keywords are taken.
    CannedTextDialog(SnippetService &snippets, Prompt &prompt, const Snippet &snippet,
                     const QList<Snippet> &others, QWidget *parent);

public Q_SLOTS:
    void reject() override;

Q_SIGNALS:
    void saved(const vigie::Snippet &snippet);

private:
    void build();
    [[nodiscard]] Snippet written() const;
    [[nodiscard]] QString complaint(const Snippet &snippet) const;
    void suggestKeyword();
    void check();
    void save();

    SnippetService &m_snippets;
    Prompt &m_prompt;
    Snippet m_before;
    QList<Snippet> m_others;
    QLineEdit *m_title;
    QLineEdit *m_keyword;
    QPlainTextEdit *m_body;
    Label *m_note;
    Button *m_save;
    bool m_ownKeyword = false; ///< chosen by the person, not made from the title
};

/// A keyword for a title: "Reset the password" → "reset-the-password"; empty when there is none.
[[nodiscard]] QString keywordFor(const QString &title);

} // namespace vigie
