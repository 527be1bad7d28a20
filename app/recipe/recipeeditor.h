// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/ops/recipe.h"

#include <QWidget>

class QComboBox;
class QGridLayout;
class QLineEdit;
class QPlainTextEdit;

namespace vigie {

class ChoiceChips;
class CustomRows;
class Label;
class WakeBox;
class Workspace;
struct RecipeNames;

/// Writes a recipe: what becomes of which field, and what is said. What it cannot show
/// (the kind) it keeps. GUI thread.
class RecipeEditor final : public QWidget
{
    Q_OBJECT

public:
    /// Who it is for: a macro is run by somebody, a rule by nobody.
    enum class For { Macro, Rule };

    RecipeEditor(Workspace &workspace, For what, QWidget *parent);

    void setRecipe(const Recipe &recipe);
    [[nodiscard]] Recipe recipe() const;
    /// What is wrong with what is there, in words; empty when it is fine or does nothing yet.
    [[nodiscard]] QString complaint() const;

Q_SIGNALS:
    void changed();

private:
    void build();
    QComboBox *addField(const QString &field, const char *objectName);
    template<class E>
    void fillEnum(QComboBox *box) const;
    void buildMore();
    void buildWords();
    void showNames(const RecipeNames &names);
    void showChoice(QComboBox *box, const std::optional<QString> &value);
    void showWords();

    For m_for;
    QMap<QString, QComboBox *> m_fields; ///< "state" and "level" among them
    QMap<QString, QString> m_kept;       ///< fields that are not shown
    QGridLayout *m_grid;
    QLineEdit *m_addTags;
    QLineEdit *m_removeTags;
    WakeBox *m_wake;
    CustomRows *m_custom;
    ChoiceChips *m_kind;
    QPlainTextEdit *m_body;
    Label *m_hint;
    bool m_showing = false;
};

} // namespace vigie
