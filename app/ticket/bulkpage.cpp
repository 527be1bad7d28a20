// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ticket/bulkpage.h"

#include "app/prompt/prompt.h"
#include "app/recipe/macrowindow.h"
#include "app/text/enumtext.h"
#include "app/text/errortext.h"
#include "app/text/remindertext.h"
#include "app/ticket/fieldpill.h"
#include "app/ticket/remindermenu.h"
#include "app/ticket/ticketmerge.h"
#include "app/widgets/banner.h"
#include "app/widgets/button.h"
#include "app/widgets/flowlayout.h"
#include "app/widgets/label.h"
#include "core/base/async.h"
#include "core/base/limits.h"
#include "core/service/ticketservice.h"
#include "core/service/workspace.h"

#include <QDateTime>
#include <QHBoxLayout>
#include <QMenu>
#include <QVBoxLayout>

#include <algorithm>
#include <utility>

namespace vigie {

namespace {

constexpr int kStaffAsked = 1'000;
constexpr int kPartsShown = 5;

QString bulkMenuText(QString text)
{
    return text.replace(u'&', QStringLiteral("&&")); // a letter, not a mnemonic
}

/// "5 New, 3 Open": the most frequent first.
QString counted(const QMap<QString, int> &parts)
{
    QStringList names = parts.keys();
    std::stable_sort(names.begin(), names.end(), [&parts](const QString &a, const QString &b) {
        return parts.value(a) > parts.value(b);
    });
    QStringList words;
    for (const QString &name : std::as_const(names)) {
        if (words.size() == kPartsShown) {
            words.append(QStringLiteral("…"));
            break;
        }
        words.append(BulkPage::tr("%1 × %2", "how many of what").arg(parts.value(name)).arg(name));
    }
    return words.join(QStringLiteral(", "));
}

} // namespace

BulkPage::BulkPage(Workspace &workspace, Prompt &prompt, QWidget *parent)
    : QWidget(parent), m_workspace(workspace), m_prompt(prompt),
      m_title(new Label(this, TextStyle::Heading)), m_summary(new Label(this)),
      m_everything(new Button(QString(), this, ButtonKind::Link)),
      m_end(new Button(tr("Clear the marks"), this, ButtonKind::Link)),
      m_take(new Button(Icon::Hand, tr("Take"), this)),
      m_resolve(new Button(Icon::CheckCircle, tr("Resolve"), this)),
      m_mergeButton(new Button(Icon::Merge, tr("Merge…"), this)),
      m_macro(new Button(Icon::Command, tr("Macro…"), this)), m_result(new Banner(this)),
      m_merge(new TicketMerge(workspace, this))
{
    setObjectName(QStringLiteral("bulkPage"));
    build();
    showTickets({}, 0);
    connect(&m_workspace, &Workspace::changed, this,
            [this](const QSet<TicketId> &, bool, bool directory, bool everything) {
                if (m_tickets.isEmpty())
                    return;
                if (directory || everything)
                    readNames();
                read();
            });
}

void BulkPage::build()
{
    m_title->setObjectName(QStringLiteral("bulkTitleLabel"));
    m_summary->setObjectName(QStringLiteral("bulkSummaryLabel"));
    m_summary->wrapped();
    m_everything->setObjectName(QStringLiteral("markWholeListButton"));
    m_end->setObjectName(QStringLiteral("clearMarksButton"));
    m_take->setObjectName(QStringLiteral("bulkTakeButton"));
    m_resolve->setObjectName(QStringLiteral("bulkResolveButton"));
    m_macro->setObjectName(QStringLiteral("bulkMacroButton"));
    m_mergeButton->setObjectName(QStringLiteral("bulkMergeButton"));
    m_result->setObjectName(QStringLiteral("bulkResult"));

    auto *head = new QHBoxLayout;
    head->addWidget(m_title, 1);
    head->addWidget(m_everything);
    head->addWidget(m_end);
    auto *actions = new QHBoxLayout;
    actions->setSpacing(space::s);
    actions->addWidget(m_take);
    actions->addWidget(m_resolve);
    actions->addWidget(m_mergeButton);
    actions->addWidget(m_macro);
    actions->addStretch(1);
    auto *pills = new QWidget(this);
    m_pills = new FlowLayout(pills, 6);
    m_state = addPill("bulkStateField", tr("State"));
    m_owner = addPill("bulkOwnerField", tr("Owner"));
    m_queue = addPill("bulkQueueField", tr("Queue"));
    m_priority = addPill("bulkPriorityField", tr("Priority"));
    m_reminder = addPill("bulkReminderField", tr("Reminder"));
    m_tags = addPill("bulkTagsField", tr("Tags"));

    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(space::l, space::l, space::l, space::l);
    column->setSpacing(space::m);
    column->addLayout(head);
    column->addWidget(m_summary);
    column->addLayout(actions);
    column->addWidget(pills);
    column->addWidget(m_result);
    column->addStretch(1);

    m_state->setFill([this](QMenu &menu) {
        for (const EnumName<State> &entry : enumNames<State>()) {
            if (entry.value != State::New) // nothing becomes new again
                menu.addAction(EnumText::of(entry.value), this,
                               [this, state = entry.value] { setState(state); });
        }
    });
    m_owner->setFill([this](QMenu &menu) { fillOwners(menu); });
    m_queue->setFill([this](QMenu &menu) {
        for (const Queue &queue : std::as_const(m_queues)) {
            if (queue.active)
                menu.addAction(bulkMenuText(queue.name), this, [this, queue] {
                    change(SetField{QStringLiteral("queue"), queue.id.text()},
                           tr("Queue: %1").arg(queue.name));
                });
        }
    });
    m_priority->setFill([this](QMenu &menu) {
        for (const EnumName<Priority> &entry : enumNames<Priority>()) {
            const QString words = EnumText::of(entry.value);
            menu.addAction(words, this, [this, words, name = QString::fromLatin1(entry.name)] {
                change(SetField{QStringLiteral("priority"), name}, tr("Priority: %1").arg(words));
            });
        }
    });
    m_reminder->setFill([this](QMenu &menu) {
        reminders::fillMenu(
            menu, officeHours(), true, QDateTime::currentMSecsSinceEpoch(),
            [this](qint64 at) { remind(at); },
            [this] { reminders::askMoment(m_prompt, this, [this](qint64 at) { remind(at); }); });
    });
    m_tags->setFill([this](QMenu &menu) {
        menu.addAction(tr("Add tags…"), this, [this] { editTags(true); });
        menu.addAction(tr("Remove tags…"), this, [this] { editTags(false); });
    });
    connect(m_take, &QPushButton::clicked, this,
            [this] { setOwner(m_workspace.me().id, m_workspace.me().name); });
    connect(m_resolve, &QPushButton::clicked, this, [this] { setState(State::Resolved); });
    connect(m_mergeButton, &QPushButton::clicked, this, [this] { m_merge->begin(m_rows); });
    connect(m_macro, &QPushButton::clicked, this, &BulkPage::chooseMacro);
    connect(m_merge, &TicketMerge::manyWanted, this, &BulkPage::change);
    connect(m_everything, &QPushButton::clicked, this, &BulkPage::everythingWanted);
    connect(m_end, &QPushButton::clicked, this, &BulkPage::endWanted);
    connect(m_result, &Banner::actionTriggered, this, &BulkPage::undo);
}

FieldPill *BulkPage::addPill(const char *objectName, const QString &name)
{
    auto *pill = new FieldPill(name, objectName, this);
    pill->setValue(tr("Change…"));
    m_pills->addWidget(pill);
    return pill;
}

// ---- showing ---------------------------------------------------------------------------------

void BulkPage::showTickets(const QList<TicketId> &tickets, int whole)
{
    const bool began = m_tickets.isEmpty() && !tickets.isEmpty();
    m_tickets = tickets;
    m_title->setText(tr("%Ln ticket(s) marked", nullptr, int(tickets.size())));
    m_everything->setVisible(whole > tickets.size());
    m_everything->setText(tr("Mark all %Ln of this list", "tickets", std::min(whole, kBulkTickets)));
    if (began) {
        m_result->hide();
        readNames();
    }
    read();
}

void BulkPage::readNames()
{
    whenDone(m_workspace.tickets().queues(), this, [this](const Result<QList<Queue>> &queues) {
        m_queues = queues.value_or(m_queues);
    });
    whenDone(m_workspace.tickets().people(QString(), kStaffAsked), this,
             [this](const Result<QList<Person>> &people) {
                 if (!people)
                     return;
                 m_staff.clear();
                 for (const Person &person : *people) {
                     if (person.active && actorOf(person).isStaff())
                         m_staff.append(person);
                 }
             });
}

void BulkPage::read()
{
    if (m_tickets.isEmpty())
        return m_summary->setText({});
    whenDone(m_workspace.tickets().rows(m_tickets), this,
             [this, asked = m_tickets](const Result<QList<TicketRow>> &rows) {
                 if (rows && asked == m_tickets)
                     showSummary(*rows);
             });
}

void BulkPage::showSummary(const QList<TicketRow> &rows)
{
    m_rows = rows;
    QMap<QString, int> states;
    QMap<QString, int> owners;
    for (const TicketRow &row : rows) {
        ++states[EnumText::of(row.state)];
        ++owners[row.owner.isNull() ? tr("nobody") : row.ownerName];
    }
    m_summary->setText(tr("State: %1\nOwner: %2", "counted parts of marked tickets")
                           .arg(counted(states), counted(owners)));
}

void BulkPage::fillOwners(QMenu &menu)
{
    const Person me = m_workspace.me();
    menu.addAction(bulkMenuText(tr("Me (%1)").arg(me.name)), this,
                   [this, me] { setOwner(me.id, me.name); });
    menu.addAction(tr("Nobody"), this, [this] { setOwner({}, tr("Nobody")); });
    menu.addSeparator();
    for (const Person &person : std::as_const(m_staff)) {
        if (person.id != me.id)
            menu.addAction(bulkMenuText(person.name), this,
                           [this, person] { setOwner(person.id, person.name); });
    }
}

// ---- doing -----------------------------------------------------------------------------------

void BulkPage::run(const QString &command)
{
    const QHash<QString, FieldPill *> menus{{QStringLiteral("ticket.assign"), m_owner},
                                            {QStringLiteral("ticket.state"), m_state},
                                            {QStringLiteral("ticket.priority"), m_priority},
                                            {QStringLiteral("ticket.remind"), m_reminder},
                                            {QStringLiteral("ticket.queue"), m_queue}};
    if (FieldPill *pill = menus.value(command))
        pill->openMenu();
    else if (command == QLatin1String("ticket.take"))
        setOwner(m_workspace.me().id, m_workspace.me().name);
    else if (command == QLatin1String("ticket.resolve"))
        setState(State::Resolved);
    else if (command == QLatin1String("ticket.tag"))
        editTags(true);
    else if (command == QLatin1String("ticket.merge"))
        m_merge->begin(m_rows);
    else if (command == QLatin1String("ticket.macro"))
        chooseMacro();
    else if (command == QLatin1String("ticket.undo"))
        undo();
    else
        Q_EMIT statusText(tr("That is done to one ticket at a time. Clear the marks first."));
}

/// Undo means what was done last, also while that is still being written down.
void BulkPage::undo()
{
    if (m_writing > 0)
        m_undoNext = true;
    else
        Q_EMIT undoWanted();
}

void BulkPage::setOwner(const PersonId &person, const QString &name)
{
    change(SetField{QStringLiteral("owner"), person.text()}, tr("Owner: %1").arg(name));
}

void BulkPage::setState(State state)
{
    change(SetState{state, {}}, tr("State: %1").arg(EnumText::of(state)));
}

void BulkPage::remind(qint64 at)
{
    const QString words = ReminderText::value(at, QDateTime::currentMSecsSinceEpoch());
    change(SetField{QStringLiteral("pending-until"), reminders::valueOf(at)},
           tr("Reminder: %1").arg(words));
}

void BulkPage::editTags(bool add)
{
    TextQuestion question;
    question.title = add ? tr("Add tags") : tr("Remove tags");
    question.label = tr("One or several, with commas between them.");
    question.accept = add ? tr("Add") : tr("Remove");
    m_prompt.askText(this, question, [this, add](const std::optional<QString> &words) {
        QStringList tags;
        const QStringList parts = words.value_or(QString()).split(u',', Qt::SkipEmptyParts);
        for (const QString &part : parts) {
            const QString tag = part.simplified().left(limits::kTagLength);
            if (!tag.isEmpty() && !tags.contains(tag))
                tags.append(tag);
        }
        if (tags.isEmpty())
            return;
        const QString names = tags.join(QStringLiteral(", "));
        if (add)
            change(EditTags{tags, {}}, tr("Tags added: %1").arg(names));
        else
            change(EditTags{{}, tags}, tr("Tags removed: %1").arg(names));
    });
}

void BulkPage::chooseMacro()
{
    if (m_tickets.isEmpty())
        return;
    MacroTarget target;
    target.tickets = m_tickets;
    target.name = tr("%Ln ticket(s)", nullptr, int(m_tickets.size()));
    auto *window = new MacroWindow(m_workspace, m_prompt, target, this);
    connect(window, &MacroWindow::ran, this,
            [this](const Macro &, const BulkOutcome &outcome, const QString &what) {
                tell(outcome, what);
            });
    window->open();
}

void BulkPage::change(const Payload &payload, const QString &what)
{
    if (m_tickets.isEmpty())
        return;
    m_result->tell(Tone::Neutral, Icon::Hourglass,
                   tr("%Ln ticket(s) are being changed…", nullptr, int(m_tickets.size())));
    ++m_writing;
    whenDone(m_workspace.tickets().changeEach(m_tickets, payload), this,
             [this, what](const Result<BulkOutcome> &outcome) {
                 --m_writing;
                 const bool undone = std::exchange(m_undoNext, false);
                 if (outcome) {
                     tell(*outcome, what);
                     if (undone && !outcome->ops.isEmpty())
                         Q_EMIT undoWanted();
                     return;
                 }
                 m_result->tell(Tone::Danger, Icon::Alert,
                                ErrorText::of(outcome.error()).paragraph());
             });
}

/// Three numbers and the first reason: what happened, what did not, and why not.
void BulkPage::tell(const BulkOutcome &outcome, const QString &what)
{
    QStringList parts{tr("%Ln changed", "tickets", outcome.changed)};
    if (!outcome.alike.isEmpty())
        parts.append(tr("%Ln were so already", "tickets", int(outcome.alike.size())));
    QString text = tr("%1: %2", "what was done, counted results")
                       .arg(what, parts.join(QStringLiteral(", ")));
    if (!outcome.refused.isEmpty()) {
        const Error &why = outcome.refused.first().second;
        text += QLatin1Char('\n')
            + tr("%Ln stayed as they are: %1", "tickets", int(outcome.refused.size()))
                  .arg(why.code == ErrorCode::Invalid
                           ? tr("what is closed can only be opened again.")
                           : ErrorText::of(why).paragraph());
    }
    if (!outcome.ops.isEmpty())
        Q_EMIT done(what, outcome.ops);
    m_result->tell(outcome.refused.isEmpty() ? Tone::Neutral : Tone::Warning,
                   outcome.refused.isEmpty() ? Icon::Check : Icon::Info, text,
                   outcome.ops.isEmpty() ? QString() : tr("Undo"));
    read();
}

void BulkPage::showUndone(const QString &words, bool failed)
{
    m_result->tell(failed ? Tone::Danger : Tone::Neutral, failed ? Icon::Alert : Icon::Undo, words);
    read();
}

} // namespace vigie
