// SPDX-License-Identifier: GPL-3.0-or-later
// The building of the report page; what it does is in reportpage.cpp.
#include "app/report/reportpage.h"

#include "app/capture/capturecoordinator.h"
#include "app/composer/attachmentstrip.h"
#include "app/report/justbefore.h"
#include "app/report/shotstrip.h"
#include "app/report/suggestionstrip.h"
#include "app/text/enumtext.h"
#include "app/text/timetext.h"
#include "app/widgets/banner.h"
#include "app/widgets/button.h"
#include "app/widgets/card.h"
#include "app/widgets/choicechips.h"
#include "app/widgets/filedrop.h"
#include "app/widgets/flowlayout.h"
#include "app/widgets/label.h"
#include "app/widgets/pagecolumn.h"
#include "app/prompt/prompt.h"
#include "core/base/clock.h"
#include "core/base/limits.h"
#include "core/service/workspace.h"

#include <QAbstractTextDocumentLayout>
#include <QComboBox>
#include <QDateTimeEdit>
#include <QFontDatabase>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QSpinBox>
#include <QVBoxLayout>

#include <algorithm>

namespace vigie {

namespace {

/// A numbered part of the form: "1  What is wrong?".
Card *addPart(PageColumn *page, const QString &title, const QString &hint)
{
    auto *card = new Card(page->page());
    card->column()->setSpacing(space::s);
    card->column()->setContentsMargins(space::xl, space::l, space::xl, space::xl);
    card->column()->addWidget(new Label(title, card, TextStyle::Heading));
    if (!hint.isEmpty()) {
        card->column()->addWidget(
            (new Label(hint, card, TextStyle::Small, LabelRole::Faint))->wrapped());
    }
    page->column()->addWidget(card);
    return card;
}

Label *addCaption(QBoxLayout *layout, const QString &text, QWidget *buddy, QWidget *parent)
{
    auto *label = new Label(text, parent, TextStyle::Small, LabelRole::Muted);
    label->setBuddy(buddy);
    layout->addSpacing(space::xs);
    layout->addWidget(label);
    layout->addWidget(buddy);
    return label;
}

/// A text field that grows by a few lines instead of scrolling at once.
QPlainTextEdit *makeArea(QWidget *parent, const char *name, int lines)
{
    auto *area = new QPlainTextEdit(parent);
    area->setObjectName(QLatin1String(name));
    area->setTabChangesFocus(true);
    const auto fit = [area, lines] {
        constexpr int most = 14;
        const int wanted = std::clamp(int(area->document()->size().height()), lines, most);
        area->setFixedHeight(area->fontMetrics().lineSpacing() * wanted + 2 * space::m + 4);
    };
    QObject::connect(area->document()->documentLayout(),
                     &QAbstractTextDocumentLayout::documentSizeChanged, area, fit);
    fit();
    return area;
}

} // namespace

void ReportPage::buildWhat(PageColumn *page)
{
    Card *card = addPart(page, tr("What is wrong?"), QString());
    m_title = new QLineEdit(card);
    m_title->setObjectName(QStringLiteral("reportTitleEdit"));
    m_title->setPlaceholderText(tr("In one line, e.g. “The printer on floor 2 prints blank pages”"));
    m_title->setMaxLength(limits::kTitleLength);
    m_title->setFont(textFont(TextStyle::Heading));
    m_title->setAccessibleName(tr("What is wrong, in one line"));
    card->column()->addWidget(m_title);

    m_details = makeArea(card, "reportDetailsEdit", 4);
    m_details->setPlaceholderText(
        tr("What did you do, what did you expect, what happened instead?"));
    addCaption(card->column(), tr("Details (optional)"), m_details, card);

    m_error = makeArea(card, "reportErrorEdit", 3);
    m_error->setFont(QFontDatabase::systemFont(QFontDatabase::FixedFont));
    m_error->setPlaceholderText(tr("Paste or type the message exactly as it is shown"));
    m_error->setAccessibleName(tr("The exact error message"));
    card->column()->addWidget(m_error);

    m_files = new AttachmentStrip(m_workspace.tickets(), card);
    card->column()->addWidget(m_files);

    auto *actions = new QWidget(card);
    auto *flow = new FlowLayout(actions, space::s);
    auto *attach = new Button(Icon::Attach, tr("Attach files…"), actions);
    attach->setObjectName(QStringLiteral("attachFileButton"));
    m_showError = new Button(Icon::Alert, tr("Add the exact error message"), actions,
                             ButtonKind::Quiet);
    m_showError->setObjectName(QStringLiteral("addErrorTextButton"));
    m_fileHint = new Label(tr("or drop files anywhere on this page"), card,
                           TextStyle::Small, LabelRole::Faint);
    flow->addWidget(attach);
    flow->addWidget(m_showError);
    card->column()->addSpacing(space::xs);
    card->column()->addWidget(actions);
    card->column()->addWidget(m_fileHint->wrapped());

    connect(attach, &QPushButton::clicked, this, &ReportPage::chooseFiles);
    connect(m_showError, &QPushButton::clicked, this, [this] {
        m_error->show();
        m_showError->hide();
        m_error->setFocus();
    });
}

void ReportPage::buildShots(PageColumn *page)
{
    Card *card = addPart(page, tr("Can you show it?"),
                         tr("Paste or drop pictures anywhere on this page. What you hide in them "
                            "is destroyed before they leave this computer."));
    m_shots = new ShotStrip(m_workspace.shots(), m_prompt, card);
    card->column()->addWidget(m_shots);
    SensitiveRules rules;
    rules.names = {m_workspace.me().name};
    rules.logins = {m_workspace.me().login};
    m_shots->setReader(m_ports.ocr, rules);
    m_shots->setHabits(m_ports.habits);
    connect(m_shots, &ShotStrip::errorTextWanted, this, [this](const QString &text) {
        if (!m_error->toPlainText().isEmpty())
            m_error->appendPlainText(QString());
        m_error->appendPlainText(text);
        showExtras();
    });
    connect(m_shots, &ShotStrip::errorTextRead, this, [this](const QString &text) {
        m_readError = text;
        showHelp();
    });
    if (m_ports.capture && m_ports.capture->canTakePointer())
        m_shots->offerPointer();
    connect(m_shots, &ShotStrip::changed, this, &ReportPage::filesChanged);
    connect(m_shots, &ShotStrip::captureWanted, this, &ReportPage::captureWanted);
    connect(m_shots, &ShotStrip::recordWanted, this, &ReportPage::recordWanted);
    if (m_ports.steps.recorder)
        m_shots->offerRecording();
}

void ReportPage::buildWhen(PageColumn *page)
{
    Card *card = addPart(page, tr("Since when?"), QString());
    m_when = new ChoiceChips(tr("Since when?"), card);
    m_when->setObjectName(QStringLiteral("reportWhen"));
    m_when->addChoice(int(StartedWhen::JustNow), tr("Just now"));
    m_when->addChoice(int(StartedWhen::ThisMorning), tr("This morning"));
    m_when->addChoice(int(StartedWhen::Yesterday), tr("Yesterday"));
    m_when->addChoice(int(StartedWhen::AtATime), tr("At a time…"));
    m_when->addChoice(int(StartedWhen::SinceAChange), tr("Since…"));
    card->column()->addWidget(m_when);

    m_picked = new QDateTimeEdit(card);
    m_picked->setObjectName(QStringLiteral("reportTimeEdit"));
    m_picked->setCalendarPopup(true);
    m_picked->setAccessibleName(tr("When it began"));
    m_picked->setDateTime(QDateTime::fromMSecsSinceEpoch(m_clock.nowMs()));
    card->column()->addWidget(m_picked, 0, Qt::AlignLeading);

    m_change = new QLineEdit(card);
    m_change->setObjectName(QStringLiteral("reportSinceEdit"));
    m_change->setPlaceholderText(tr("e.g. the update, the move to the new office"));
    m_change->setAccessibleName(tr("Since what"));
    m_change->setMaxLength(limits::kShortTextLength);
    card->column()->addWidget(m_change);

    m_before = new QLineEdit(card);
    m_before->setObjectName(QStringLiteral("reportBeforeEdit"));
    m_before->setPlaceholderText(tr("e.g. I restarted the computer"));
    m_before->setMaxLength(limits::kShortTextLength);
    addCaption(card->column(), tr("What happened just before? (optional)"), m_before, card);
    m_justBefore = new JustBefore(card);
    card->column()->addWidget(m_justBefore);
}

void ReportPage::buildWho(PageColumn *page)
{
    Card *card = addPart(page, tr("Who is affected?"), QString());
    m_who = new ChoiceChips(tr("Who is affected?"), card);
    m_who->setObjectName(QStringLiteral("reportWho"));
    for (const Affected affected : {Affected::Me, Affected::Colleague, Affected::Team,
                                    Affected::Site, Affected::Company})
        m_who->addChoice(int(affected), EnumText::of(affected));
    card->column()->addWidget(m_who);

    m_others = new QWidget(card);
    auto *row = new QHBoxLayout(m_others);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(space::m);
    m_names = new QLineEdit(m_others);
    m_names->setObjectName(QStringLiteral("reportNamesEdit"));
    m_names->setPlaceholderText(tr("Who, or which machines?"));
    m_names->setAccessibleName(tr("Who, or which machines?"));
    m_names->setMaxLength(limits::kShortTextLength);
    m_people = new QSpinBox(m_others);
    m_people->setObjectName(QStringLiteral("reportPeopleSpin"));
    m_people->setRange(1, 100'000);
    m_people->setAccessibleName(tr("How many people"));
    auto *people = new Label(tr("How many people?"), m_others, TextStyle::Small, LabelRole::Muted);
    people->setBuddy(m_people);
    row->addWidget(m_names, 1);
    row->addWidget(people);
    row->addWidget(m_people);
    card->column()->addWidget(m_others);
}

void ReportPage::buildHow(PageColumn *page)
{
    Card *card = addPart(page, tr("How bad is it?"), QString());
    m_urgency = new ChoiceChips(tr("How bad is it?"), card);
    m_urgency->setObjectName(QStringLiteral("reportUrgency"));
    for (const Urgency urgency :
         {Urgency::Blocked, Urgency::Hindered, Urgency::Annoyed, Urgency::CanWait})
        m_urgency->addChoice(int(urgency), EnumText::urgencyInPlainWords(urgency));
    card->column()->addWidget(m_urgency);

    m_category = new QComboBox(card);
    m_category->setObjectName(QStringLiteral("reportCategoryCombo"));
    for (const QString &key : categoryKeys()) {
        m_category->addItem(IconSet::icon(EnumText::categoryIcon(key), IconColor::Muted),
                            EnumText::category(key), key);
    }
    addCaption(card->column(), tr("What is it about?"), m_category, card);
    card->column()->setAlignment(m_category, Qt::AlignLeading);
}

QWidget *ReportPage::buildBar()
{
    auto *bar = new QWidget(this);
    auto *column = new QVBoxLayout(bar);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(makeLine(bar));
    column->addWidget(m_suggestions);
    auto *row = new QHBoxLayout;
    row->setContentsMargins(space::xl, space::m, space::xl, space::m);
    row->setSpacing(space::s);
    m_delivery = new Label(bar, TextStyle::Small, LabelRole::Muted);
    m_delivery->setObjectName(QStringLiteral("reportDeliveryLabel"));
    m_delivery->wrapped();
    auto *clear = new Button(Icon::Trash, tr("Start over"), bar, ButtonKind::Quiet);
    clear->setObjectName(QStringLiteral("clearReportButton"));
    m_send = new Button(Icon::Send, tr("Send"), bar, ButtonKind::Primary);
    m_send->setObjectName(QStringLiteral("sendReportButton"));
    row->addWidget(m_delivery, 1);
    row->addWidget(clear);
    row->addWidget(m_send);
    column->addLayout(row);
    // Send comes before Start over for the keyboard: the common end first.
    setTabOrder(m_send, clear);
    connect(clear, &QPushButton::clicked, this, &ReportPage::clearForm);
    connect(m_send, &QPushButton::clicked, this, &ReportPage::send);
    return bar;
}

void ReportPage::setSendTip(const QString &words)
{
    m_send->setToolTip(words);
}

} // namespace vigie
