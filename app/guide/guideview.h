// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/knowledge/treewalk.h"
#include "core/text/richdoc.h"

#include <QHash>
#include <QImage>
#include <QUrl>
#include <QWidget>

#include <functional>
#include <memory>

class QVBoxLayout;

namespace vigie {

class Button;
class Card;
class GuideChoice;
class IconButton;
class Label;
class PageColumn;
class ProseView;

/// Walks through a guided decision tree: one step at a time, answers as large buttons, the way back,
/// and at every step, at the same place, a way out to a person with what was tried. Digits choose,
/// Backspace and Alt+Left go back. Needs no network and knows no service.
class GuideView final : public QWidget
{
    Q_OBJECT

public:
    explicit GuideView(QWidget *parent);
    ~GuideView() override;

    /// Begins at the first step of a tree. One without steps says so, and still leads to a person.
    void setTree(const knowledge::DecisionTree &tree);
    [[nodiscard]] const knowledge::TreeWalk &walk() const;
    /// Where the pictures in a step's text come from, by the name that the text gives them; null
    /// pictures are shown as their descriptions.
    void setPictures(std::function<QImage(const QString &name)> source);
    /// The way so far as text for a ticket, in the language of the window.
    [[nodiscard]] QString tried() const;

Q_SIGNALS:
    /// The person wants to go on with somebody; `tried` belongs into the ticket.
    void personWanted(const QString &tried);
    /// The person says that an end of the tree solved it.
    void solved(const QString &tried);
    void linkActivated(const QUrl &url);
    /// A step was shown; the walk has changed.
    void stepped();

protected:
    void keyPressEvent(QKeyEvent *event) override;

private:
    void build();
    void buildFoot(QVBoxLayout *column);
    void choose(int choice);
    void goBack();
    /// `taken`: the answer that was given here before, -1 = none.
    void showStep(int taken);
    void showChoices(int taken);
    void showWords(ProseView *view, const QString &markdown);

    std::unique_ptr<knowledge::TreeWalk> m_walk;
    std::function<QImage(const QString &)> m_pictures;
    PageColumn *m_page = nullptr;
    Label *m_title = nullptr;
    Label *m_step = nullptr;
    ProseView *m_introduction = nullptr;
    Card *m_card = nullptr;
    Label *m_heading = nullptr;
    ProseView *m_text = nullptr;
    Label *m_again = nullptr;
    QVBoxLayout *m_answers = nullptr;
    QList<GuideChoice *> m_choices;
    Label *m_end = nullptr;
    Button *m_solved = nullptr;
    Button *m_back = nullptr;
    IconButton *m_restart = nullptr;
    Button *m_person = nullptr;
};

} // namespace vigie
