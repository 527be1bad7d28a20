// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/guide/guideview.h"

#include "app/guide/guidechoice.h"
#include "app/prose/proseview.h"
#include "app/widgets/button.h"
#include "app/widgets/card.h"
#include "app/widgets/iconbutton.h"
#include "app/widgets/label.h"
#include "app/widgets/pagecolumn.h"
#include "core/text/markdownread.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QScrollBar>
#include <QShortcut>
#include <QVBoxLayout>

#include <algorithm>
#include <utility>

namespace vigie {

using knowledge::DecisionTree;
using knowledge::TreeWalk;

GuideView::GuideView(QWidget *parent) :
    QWidget(parent), m_walk(std::make_unique<TreeWalk>(DecisionTree()))
{
    setObjectName(QStringLiteral("guideView"));
    build();
    showStep(-1);
}

GuideView::~GuideView() = default;

void GuideView::build()
{
    auto *outer = new QVBoxLayout(this);
    outer->setContentsMargins(0, 0, 0, 0);
    outer->setSpacing(0);
    m_page = new PageColumn(this);
    outer->addWidget(m_page, 1);
    QVBoxLayout *column = m_page->column();

    m_title = (new Label(m_page->page(), TextStyle::Title))->wrapped();
    m_title->setObjectName(QStringLiteral("guideTitleLabel"));
    column->addWidget(m_title);
    m_step = new Label(m_page->page(), TextStyle::Small, LabelRole::Muted);
    m_step->setObjectName(QStringLiteral("guideStepLabel"));
    column->addWidget(m_step);
    m_introduction = new ProseView(m_page->page());
    m_introduction->setObjectName(QStringLiteral("guideIntroductionView"));
    column->addWidget(m_introduction);

    m_card = new Card(m_page->page());
    m_heading = (new Label(m_card, TextStyle::Heading))->wrapped();
    m_heading->setObjectName(QStringLiteral("guideHeadingLabel"));
    m_card->column()->addWidget(m_heading);
    m_text = new ProseView(m_card);
    m_text->setObjectName(QStringLiteral("guideTextView"));
    m_card->column()->addWidget(m_text);
    column->addWidget(m_card);

    m_again = (new Label(tr("You were here before. Another answer may lead further."),
                         m_page->page(), TextStyle::Body, LabelRole::Warning))->wrapped();
    m_again->setObjectName(QStringLiteral("guideAgainLabel"));
    column->addWidget(m_again);
    m_answers = new QVBoxLayout;
    m_answers->setSpacing(space::s);
    column->addLayout(m_answers);
    m_end = (new Label(m_page->page(), TextStyle::Body, LabelRole::Muted))->wrapped();
    m_end->setObjectName(QStringLiteral("guideEndLabel"));
    column->addWidget(m_end);
    m_solved = new Button(Icon::Check, tr("This solved it"), m_page->page(), ButtonKind::Primary);
    m_solved->setObjectName(QStringLiteral("guideSolvedButton"));
    column->addWidget(m_solved, 0, Qt::AlignLeft);
    column->addStretch(1);
    connect(m_solved, &QPushButton::clicked, this, [this] { Q_EMIT solved(tried()); });
    connect(m_text, &ProseView::linkActivated, this, &GuideView::linkActivated);
    connect(m_introduction, &ProseView::linkActivated, this, &GuideView::linkActivated);
    buildFoot(outer);
}

void GuideView::buildFoot(QVBoxLayout *column)
{
    column->addWidget(makeLine(this));
    auto *foot = new QHBoxLayout;
    foot->setContentsMargins(space::l, space::s, space::l, space::s);
    foot->setSpacing(space::s);
    m_back = new Button(Icon::ChevronLeft, tr("Back"), this, ButtonKind::Quiet);
    m_back->setObjectName(QStringLiteral("guideBackButton"));
    m_restart = new IconButton(Icon::Retry, tr("Start again"), this);
    m_restart->setObjectName(QStringLiteral("guideRestartButton"));
    m_person = new Button(Icon::User, tr("Go on with a person"), this);
    m_person->setObjectName(QStringLiteral("guidePersonButton"));
    m_person->setToolTip(tr("What you tried goes along"));
    foot->addWidget(m_back);
    foot->addWidget(m_restart);
    foot->addStretch(1);
    foot->addWidget(m_person);
    column->addLayout(foot);
    connect(m_back, &QPushButton::clicked, this, &GuideView::goBack);
    // A shortcut, because buttons take arrows for themselves, whatever is held with them.
    auto *back = new QShortcut(QKeySequence(Qt::ALT | Qt::Key_Left), this);
    back->setContext(Qt::WidgetWithChildrenShortcut);
    connect(back, &QShortcut::activated, this, &GuideView::goBack);
    connect(m_restart, &QAbstractButton::clicked, this, [this] {
        m_walk->restart();
        showStep(-1);
    });
    connect(m_person, &QPushButton::clicked, this, [this] { Q_EMIT personWanted(tried()); });
}

void GuideView::setTree(const DecisionTree &tree)
{
    *m_walk = TreeWalk(tree);
    showStep(-1);
}

const TreeWalk &GuideView::walk() const
{
    return *m_walk;
}

void GuideView::setPictures(std::function<QImage(const QString &)> source)
{
    m_pictures = std::move(source);
    showStep(-1);
}

QString GuideView::tried() const
{
    //: First line of what a guide leaves in a ticket; %1 = the guide's title
    return m_walk->tried({tr("Tried with the guide “%1”:"),
                          //: %1 = the heading of a step
                          tr("Stopped at: %1"),
                          //: %1 = the heading of the last step of a guide
                          tr("Arrived at: %1"),
                          //: stands for the steps in the middle of a very long way
                          tr("… more steps …")});
}

void GuideView::choose(int choice)
{
    if (m_walk->choose(choice))
        showStep(-1);
}

void GuideView::goBack()
{
    if (m_walk->steps().isEmpty())
        return;
    const int taken = m_walk->steps().last().choice;
    if (m_walk->back())
        showStep(taken);
}

void GuideView::showWords(ProseView *view, const QString &markdown)
{
    const RichDoc doc = fromMarkdown(markdown, false);
    QHash<int, QImage> pictures;
    for (int i = 0; m_pictures && i < int(doc.targets.size()); ++i) {
        if (doc.targets.at(i).kind != RichTarget::Kind::Picture)
            continue;
        if (const QImage picture = m_pictures(doc.targets.at(i).name); !picture.isNull())
            pictures.insert(i, picture);
    }
    view->setDoc(doc);
    view->setPictures(pictures);
    view->setVisible(!markdown.isEmpty());
}

void GuideView::showStep(int taken)
{
    const DecisionTree &tree = m_walk->tree();
    const bool valid = m_walk->isValid();
    const bool first = m_walk->steps().isEmpty();
    m_title->setText(tree.title);
    m_title->setVisible(!tree.title.isEmpty());
    m_step->setText(tr("Step %1").arg(m_walk->steps().size() + 1));
    m_step->setVisible(valid);
    showWords(m_introduction, first ? tree.introduction : QString());
    m_card->setVisible(valid);
    if (valid) {
        m_heading->setText(m_walk->node().title);
        showWords(m_text, m_walk->node().text);
    }
    m_again->setVisible(valid && m_walk->visits() > 1 && !m_walk->isAtEnd());
    const bool end = m_walk->isAtEnd();
    m_end->setVisible(end);
    m_end->setText(valid ? tr("The guide ends here. If it did not help, go on with a person: what "
                              "you tried goes along.")
                         : tr("This guide has no steps yet. A person can help you."));
    m_solved->setVisible(valid && end);
    m_back->setEnabled(!first);
    m_restart->setEnabled(!first);
    showChoices(taken);
    m_page->verticalScrollBar()->setValue(0);
    Q_EMIT stepped();
}

void GuideView::showChoices(int taken)
{
    const bool hadFocus = isAncestorOf(focusWidget()) || hasFocus();
    for (GuideChoice *choice : std::as_const(m_choices)) {
        choice->hide();
        choice->deleteLater(); // it may be the one whose click leads here
    }
    m_choices.clear();
    GuideChoice *back = nullptr;
    if (m_walk->isValid()) {
        const knowledge::TreeNode &node = m_walk->node();
        for (int i = 0; i < int(node.choices.size()); ++i) {
            if (node.choices.at(i).target < 0)
                continue;
            auto *choice = new GuideChoice(int(m_choices.size()) + 1, node.choices.at(i).label,
                                           m_page->page());
            choice->setObjectName(QStringLiteral("guideChoice%1").arg(m_choices.size() + 1));
            const auto gaveIt = [this, i](const TreeWalk::Step &step) {
                return step.choice == i && step.node == m_walk->position();
            };
            const QList<TreeWalk::Step> &steps = m_walk->steps();
            choice->setTaken(i == taken || std::any_of(steps.begin(), steps.end(), gaveIt));
            if (i == taken)
                back = choice;
            connect(choice, &QAbstractButton::clicked, this, [this, i] { choose(i); });
            m_answers->addWidget(choice);
            choice->show(); // at once, so that it can have the keyboard
            m_choices.append(choice);
        }
    }
    QWidget *next = m_walk->isValid() && m_walk->isAtEnd() ? static_cast<QWidget *>(m_solved)
        : m_choices.isEmpty()                               ? static_cast<QWidget *>(m_person)
        : back                                              ? back
                                                            : m_choices.first();
    // Whoever comes round again had better try something else.
    const auto fresh = std::find_if(m_choices.begin(), m_choices.end(),
                                    [](const GuideChoice *one) { return !one->isTaken(); });
    if (!back && fresh != m_choices.end())
        next = *fresh;
    setFocusProxy(next);
    if (hadFocus)
        next->setFocus(Qt::OtherFocusReason);
}

void GuideView::keyPressEvent(QKeyEvent *event)
{
    const bool plain = event->modifiers() == Qt::NoModifier
        || event->modifiers() == Qt::KeypadModifier;
    const int digit = event->key() - Qt::Key_1;
    if (plain && digit >= 0 && digit < 9) {
        if (digit < m_choices.size())
            m_choices.at(digit)->click();
    } else if (plain && event->key() == Qt::Key_Backspace) {
        goBack();
    } else {
        QWidget::keyPressEvent(event);
    }
}

} // namespace vigie
