// SPDX-License-Identifier: GPL-3.0-or-later
// What the computer adds to the report page.
#include "app/report/reportpage.h"

#include "app/platform/machinefacts.h"
#include "app/platform/machineparsers.h"
#include "app/report/effectpicker.h"
#include "app/report/factspanel.h"
#include "app/report/helpmeter.h"
#include "app/report/justbefore.h"
#include "app/report/livechoice.h"
#include "app/report/savedreports.h"
#include "app/report/shotstrip.h"
#include "app/report/suggestionstrip.h"
#include "app/report/templatebutton.h"
#include "app/text/errortext.h"
#include "app/text/handlingtext.h"
#include "app/prompt/prompt.h"
#include "app/widgets/banner.h"
#include "app/widgets/button.h"
#include "app/widgets/choicechips.h"
#include "app/widgets/label.h"
#include "app/widgets/pagecolumn.h"
#include "app/widgets/tabstops.h"
#include "core/base/clock.h"
#include "core/service/workspace.h"

#include <QComboBox>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QVBoxLayout>

#include <utility>

namespace vigie {

void ReportPage::buildEffect()
{
    QWidget *card = m_title->parentWidget();
    auto *column = qobject_cast<QVBoxLayout *>(card->layout());
    m_effect = new EffectPicker(builtInEffects(), card);
    auto *caption = new Label(tr("What can you not do any more? (optional)"), card,
                              TextStyle::Small, LabelRole::Muted);
    caption->setBuddy(m_effect);
    auto *line = new Label(tr("In one line"), card, TextStyle::Small, LabelRole::Muted);
    line->setBuddy(m_title);
    int at = column->indexOf(m_title);
    for (QWidget *part : {static_cast<QWidget *>(caption), static_cast<QWidget *>(m_effect),
                          static_cast<QWidget *>(line)})
        column->insertWidget(at++, part);
    // Shown above the title, so walked through before it.
    setTabOrder(tabstops::before(m_title), m_effect);
    connect(m_effect, &EffectPicker::picked, this, &ReportPage::takeEffect);
}

void ReportPage::takeEffect()
{
    const Effect *effect = m_effect->effect();
    if (effect) {
        // What the person said themselves is theirs.
        if (m_title->text().trimmed().isEmpty())
            m_title->setText(effect->words);
        m_category->setCurrentIndex(m_category->findData(effect->category));
        if (m_draft.urgency == ReportDraft().urgency)
            m_urgency->setChoice(int(effect->urgency));
    }
    edited();
}

void ReportPage::buildLive()
{
    QWidget *card = m_category->parentWidget();
    m_live = new LiveChoice(card);
    card->layout()->addWidget(m_live);
    connect(m_live, &LiveChoice::minutesChanged, this, [this] { edited(); });
}

void ReportPage::buildTemplates(PageColumn *page)
{
    m_saved = new SavedReports(m_workspace.drafts(), this);
    auto *button = new TemplateButton(*m_saved, page->page());
    auto *row = new QHBoxLayout;
    row->addItem(page->column()->takeAt(0)); // the page's title
    row->addStretch(1);
    row->addWidget(button);
    page->column()->insertLayout(0, row);
    setTabOrder(tabstops::before(m_effect), button->findChild<Button *>());
    connect(m_banner, &Banner::actionTriggered, this, [this] {
        m_banner->hide();
        if (const auto undo = std::exchange(m_undo, {}))
            undo();
    });
    connect(button, &TemplateButton::keepWanted, this, &ReportPage::keepTemplate);
    connect(button, &TemplateButton::useWanted, this, [this](const SavedReport &report) {
        ReportDraft draft = report.draft;
        draft.factsLeftOut = m_draft.factsLeftOut;
        useDraft(draft, tr("“%1” was filled in. Change what is different today.").arg(report.name));
    });
    connect(button, &TemplateButton::removeWanted, this, [this](const SavedReport &report) {
        m_saved->remove(report.place);
        tellUndoable(tr("The template “%1” was deleted.").arg(report.name),
                     [this, report] { m_saved->bringBack(report); });
    });
    connect(m_saved, &SavedReports::failed, this, [this](const Error &error) {
        m_undo = {};
        m_banner->tell(Tone::Danger, Icon::Alert, ErrorText::of(error).paragraph());
    });
    m_saved->read();
}

void ReportPage::tellUndoable(const QString &told, std::function<void()> undo)
{
    m_undo = std::move(undo);
    m_banner->tell(Tone::Info, Icon::Info, told, tr("Undo"));
}

void ReportPage::useDraft(const ReportDraft &draft, const QString &told)
{
    // Files and pictures are of this case: they stay, and so does what is on its way or open.
    const ReportDraft before = m_draft;
    fillWords(draft);
    edited();
    tellUndoable(told, [this, before] {
        fillWords(before);
        edited();
    });
}

void ReportPage::keepTemplate()
{
    if (m_saved->isFull()) {
        m_banner->tell(Tone::Warning, Icon::Info,
                       tr("There is no room for more templates. Nothing was changed; delete one "
                          "you do not need and save again."));
        return;
    }
    m_prompt.askText(this,
                     {tr("Save as a template"),
                      tr("Times and files are not kept. A template of the same name is replaced."),
                      m_draft.title.trimmed().left(60), tr("Name"), tr("Save"), false, false},
                     [this, draft = m_draft](const std::optional<QString> &name) {
                         if (!name || name->trimmed().isEmpty())
                             return;
                         m_saved->keep(*name, draft);
                         m_undo = {};
                         m_banner->tell(Tone::Success, Icon::CheckCircle,
                                        tr("Saved. You find it under “Templates” on this "
                                           "computer."));
                     });
}

void ReportPage::buildHandling(PageColumn *page)
{
    m_handling = new Label(page->page(), TextStyle::Small, LabelRole::Muted);
    m_handling->setObjectName(QStringLiteral("reportHandlingLabel"));
    m_handling->setContentsMargins(space::xs, 0, space::xs, 0);
    page->column()->addWidget(m_handling->wrapped());
}

void ReportPage::buildHelp(PageColumn *page)
{
    m_help = new HelpMeter(page->page());
    page->column()->addWidget(m_help);
    connect(m_help, &HelpMeter::partWanted, this, &ReportPage::showPart);
}

void ReportPage::showHelp()
{
    m_help->setScore(scoreOf(m_draft));
    const QString &error = m_draft.errorText.isEmpty() ? m_readError : m_draft.errorText;
    m_suggestions->setWords(m_draft.title + u' ' + error.left(400));
    m_handling->setText(HandlingText::explain(Affected(m_who->choice()), Urgency(m_urgency->choice())));
}

void ReportPage::showPart(KitPart part)
{
    switch (part) {
    case KitPart::Title: m_title->setFocus(); break;
    case KitPart::ErrorText:
        m_showError->click();
        m_error->setFocus();
        break;
    case KitPart::Details: m_details->setFocus(); break;
    case KitPart::Picture: m_shots->setFocus(); break;
    case KitPart::When:
        if (m_change->isVisible())
            m_change->setFocus();
        else
            m_when->setFocus();
        break;
    case KitPart::People: m_names->setFocus(); break;
    case KitPart::Before: m_before->setFocus(); break;
    }
}

void ReportPage::buildFacts(PageColumn *page)
{
    m_facts = new FactsPanel(page->page());
    page->column()->addWidget(m_facts);
    connect(m_facts, &FactsPanel::leftOutChanged, this, [this](const QStringList &keys) {
        m_ports.factsLeftOut = keys;
        if (m_ports.keepFactsLeftOut)
            m_ports.keepFactsLeftOut(keys);
        edited();
    });
    connect(m_justBefore, &JustBefore::picked, this, [this](const QString &words) {
        m_before->setText(JustBefore::added(m_before->text(), words));
        m_before->setFocus();
    });
    connect(m_before, &QLineEdit::textChanged, m_justBefore, &JustBefore::setAnswer);
    if (!m_ports.machine)
        return;
    m_facts->beginLooking();
    m_justBefore->beginLooking();
    connect(m_ports.machine, &MachineFacts::collected, this, &ReportPage::takeMachine);
}

void ReportPage::takeMachine(const MachineState &state)
{
    m_facts->setFacts(state.facts);
    const qint64 now = m_clock.nowMs();
    m_justBefore->setEvents(machine::recent(state.events, now), now);
}

} // namespace vigie
