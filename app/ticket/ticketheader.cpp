// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ticket/ticketheader.h"

#include "app/text/enumtext.h"
#include "app/text/handlingtext.h"
#include "app/text/laddertext.h"
#include "app/text/remindertext.h"
#include "app/text/slatext.h"
#include "app/text/timetext.h"
#include "app/ticket/clocksheet.h"
#include "app/ticket/fieldpill.h"
#include "app/ticket/ladderpanel.h"
#include "app/ticket/livemark.h"
#include "app/ticket/relationpills.h"
#include "app/ticket/remindermenu.h"
#include "app/widgets/button.h"
#include "app/widgets/elidedlabel.h"
#include "app/widgets/flowlayout.h"
#include "app/widgets/iconbutton.h"
#include "app/widgets/label.h"
#include "app/widgets/pill.h"
#include "app/widgets/shrinkarea.h"
#include "core/model/lifecycle.h"

#include <QClipboard>
#include <QDateTime>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QMenu>
#include <QVBoxLayout>
#include <QWidgetAction>

#include <algorithm>

namespace vigie {

namespace {

/// Foreign words in a menu: an ampersand is a letter, not a mnemonic.
QString plainText(QString text)
{
    return text.replace(u'&', QStringLiteral("&&"));
}

} // namespace

TicketHeader::TicketHeader(QWidget *parent)
    : QWidget(parent), m_number(new Label(this, TextStyle::Small, LabelRole::Faint)),
      m_title(new ElidedLabel(this, TextStyle::Heading)),
      m_copy(new IconButton(Icon::Copy, tr("Copy the number"), this)),
      m_editTitle(new IconButton(Icon::Edit, tr("Change the title"), this)),
      m_eye(new IconButton(Icon::Eye, tr("As the requester sees it"), this)),
      m_who(new ElidedLabel(this, TextStyle::Small, LabelRole::Muted)),
      m_publicState(new Pill(this)), m_updateAsked(new Pill(this, {}, Tone::Warning)),
      m_livePill(new Pill(this, {}, Tone::Danger)), m_live(new LiveMark(m_livePill)),
      m_take(new Button(Icon::Hand, tr("Take"), this)),
      m_resolve(new Button(Icon::CheckCircle, tr("Resolve"), this)),
      m_escalate(new Button(Icon::Escalate, tr("Escalate"), this)),
      m_fields(new ShrinkArea(this)), m_pillArea(new QWidget(this)),
      m_more(new Button(tr("More"), m_pillArea, ButtonKind::Link)),
      m_relations(new RelationPills(this))
{
    setObjectName(QStringLiteral("ticketHeader"));
    setProperty("surface", true);
    setAttribute(Qt::WA_StyledBackground);
    buildTop();
    buildPills();
}

void TicketHeader::buildTop()
{
    m_number->setObjectName(QStringLiteral("ticketNumberLabel"));
    m_number->selectable();
    m_title->setObjectName(QStringLiteral("ticketTitleLabel"));
    m_copy->setObjectName(QStringLiteral("copyNumberButton"));
    m_editTitle->setObjectName(QStringLiteral("editTitleButton"));
    m_eye->setObjectName(QStringLiteral("requesterViewButton"));
    m_eye->setCheckable(true);
    m_take->setObjectName(QStringLiteral("takeButton"));
    m_resolve->setObjectName(QStringLiteral("resolveButton"));
    m_escalate->setObjectName(QStringLiteral("escalateButton"));
    m_who->setObjectName(QStringLiteral("requesterLabel"));
    m_livePill->setObjectName(QStringLiteral("livePill"));
    connect(m_live, &LiveMark::shown, this, &TicketHeader::placeActions);

    auto *first = new QHBoxLayout;
    first->setSpacing(space::xs);
    first->addWidget(m_title, 1);
    first->addWidget(m_publicState);
    first->addWidget(m_editTitle);
    first->addWidget(m_eye);
    auto *facts = new QHBoxLayout;
    facts->setSpacing(space::s);
    facts->addWidget(m_number);
    facts->addWidget(m_copy);
    facts->addWidget(m_who, 1);
    facts->addWidget(m_livePill);
    facts->addWidget(m_updateAsked);
    auto *actions = new QHBoxLayout;
    actions->setSpacing(space::s);
    for (Button *button : {m_take, m_resolve, m_escalate})
        actions->addWidget(button);
    actions->addStretch(1);
    m_second = new QBoxLayout(QBoxLayout::LeftToRight);
    m_second->setSpacing(space::s);
    m_second->addLayout(facts, 1);
    m_second->addLayout(actions);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(space::l, space::m, space::l, space::m);
    column->setSpacing(space::s);
    column->addLayout(first);
    column->addLayout(m_second);
    // On a small window all fields at once would push the conversation off the page.
    auto *fields = new QWidget;
    auto *fieldColumn = new QVBoxLayout(fields);
    fieldColumn->setContentsMargins(0, 0, 0, 0);
    fieldColumn->setSpacing(space::s);
    fieldColumn->addWidget(m_pillArea);
    fieldColumn->addWidget(m_relations);
    m_fields->setWidget(fields);
    column->addWidget(m_fields);
    for (IconButton *small : {m_copy, m_editTitle, m_eye})
        small->setIconSize({16, 16});

    connect(m_copy, &QToolButton::clicked, this, &TicketHeader::copyNumberWanted);
    connect(m_editTitle, &QToolButton::clicked, this, &TicketHeader::titleEditWanted);
    connect(m_eye, &QToolButton::toggled, this, &TicketHeader::requesterToggled);
    connect(m_take, &QPushButton::clicked, this, &TicketHeader::takeWanted);
    connect(m_resolve, &QPushButton::clicked, this, &TicketHeader::resolveWanted);
    connect(m_escalate, &QPushButton::clicked, this, &TicketHeader::escalateWanted);
}

void TicketHeader::buildPills()
{
    m_pills = new FlowLayout(m_pillArea, 6);
    addPill(QStringLiteral("due"), tr("Due"), "dueField")->setFill([this](QMenu &menu) {
        fillClocks(menu);
    });
    addPill(QStringLiteral("state"), tr("State"), "stateField")
        ->setFill([this](QMenu &) { fillState(); });
    addPill(QStringLiteral("pending-until"), tr("Reminder"), "reminderField")
        ->setFill([this](QMenu &menu) { fillReminders(menu); });
    addPill(QStringLiteral("priority"), tr("Priority"), "priorityField")->setFill([this](QMenu &) {
        fillEnum(m_byField.value(QStringLiteral("priority")), "priority", m_view.ticket.priority);
    });
    addPill(QStringLiteral("owner"), tr("Owner"), "ownerField")->setFill([this](QMenu &) {
        fillPeople(m_byField.value(QStringLiteral("owner")), QStringLiteral("owner"),
                   m_view.ticket.owner);
    });
    addPill(QStringLiteral("queue"), tr("Queue"), "queueField")
        ->setFill([this](QMenu &) { fillQueues(); });
    addPill(QStringLiteral("level"), tr("Level"), "levelField")->setFill([this](QMenu &menu) {
        fillLadder(menu);
    });
    addPill(QStringLiteral("tags"), tr("Tags"), "tagsField")->setFill([this](QMenu &) {
        fillTags();
    });
    addPill(QStringLiteral("contact"), tr("Contact"), "contactField")->setFill([this](QMenu &) {
        fillPeople(m_byField.value(QStringLiteral("contact")), QStringLiteral("contact"),
                   m_view.ticket.contact);
    });
    addPill(QStringLiteral("category"), tr("Category"), "categoryField")
        ->setFill([this](QMenu &menu) {
            for (const QString &key : categoryKeys()) {
                QAction *action = menu.addAction(EnumText::category(key));
                action->setCheckable(true);
                action->setChecked(key == m_view.ticket.category);
                connect(action, &QAction::triggered, this,
                        [this, key] { Q_EMIT fieldChosen(QStringLiteral("category"), key); });
            }
        });
    addPill(QStringLiteral("impact"), tr("Impact"), "impactField")->setFill([this](QMenu &) {
        fillEnum(m_byField.value(QStringLiteral("impact")), "impact", m_view.ticket.impact);
    });
    addPill(QStringLiteral("urgency"), tr("Urgency"), "urgencyField")->setFill([this](QMenu &) {
        fillEnum(m_byField.value(QStringLiteral("urgency")), "urgency", m_view.ticket.urgency);
    });
    addPill(QStringLiteral("kind"), tr("Kind"), "kindField")->setFill([this](QMenu &) {
        fillEnum(m_byField.value(QStringLiteral("kind")), "kind", m_view.ticket.kind);
    });
    m_more->setObjectName(QStringLiteral("moreFieldsButton"));
    m_pills->addWidget(m_more);
    connect(m_more, &QPushButton::clicked, this, [this] {
        showMore(!m_byField.value(QStringLiteral("kind"))->isVisibleTo(m_pillArea));
    });
    showMore(false);
}

FieldPill *TicketHeader::addPill(const QString &field, const QString &name, const char *objectName)
{
    auto *pill = new FieldPill(name, objectName, m_pillArea);
    m_pills->addWidget(pill);
    m_byField.insert(field, pill);
    return pill;
}

void TicketHeader::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    placeActions();
}

/// Beside the requester's name while both have room, below it otherwise: the name counts more.
void TicketHeader::placeActions()
{
    int needed = 2 * space::l;
    for (const QWidget *widget : {static_cast<QWidget *>(m_number), static_cast<QWidget *>(m_copy),
                                  static_cast<QWidget *>(m_who),
                                  static_cast<QWidget *>(m_updateAsked),
                                  static_cast<QWidget *>(m_livePill),
                                  static_cast<QWidget *>(m_take), static_cast<QWidget *>(m_resolve),
                                  static_cast<QWidget *>(m_escalate)}) {
        if (!widget->isHidden())
            needed += widget->sizeHint().width() + space::s;
    }
    m_second->setDirection(needed <= width() ? QBoxLayout::LeftToRight : QBoxLayout::TopToBottom);
}

// ---- menus -----------------------------------------------------------------------------------

template<class E>
void TicketHeader::fillEnum(FieldPill *pill, const char *field, E current)
{
    for (const EnumName<E> &entry : enumNames<E>()) {
        QAction *action = pill->menu()->addAction(EnumText::of(entry.value));
        action->setCheckable(true);
        action->setChecked(entry.value == current);
        connect(action, &QAction::triggered, this,
                [this, name = QString::fromLatin1(field), value = QString::fromLatin1(entry.name)] {
                    Q_EMIT fieldChosen(name, value);
                });
    }
}

void TicketHeader::fillState()
{
    QMenu &menu = *m_byField.value(QStringLiteral("state"))->menu();
    const State now = m_view.ticket.state;
    for (const EnumName<State> &entry : enumNames<State>()) {
        if (entry.value != now && !mayMove(now, entry.value))
            continue;
        QAction *action = menu.addAction(EnumText::of(entry.value));
        action->setObjectName(QStringLiteral("state-") + QLatin1String(entry.name));
        action->setCheckable(true);
        action->setChecked(entry.value == now);
        connect(action, &QAction::triggered, this,
                [this, state = entry.value] { Q_EMIT stateChosen(state); });
    }
}

void TicketHeader::fillPeople(FieldPill *pill, const QString &field, const PersonId &current)
{
    QMenu &menu = *pill->menu();
    const auto add = [&](const QString &text, const PersonId &id) {
        QAction *action = menu.addAction(plainText(text));
        action->setCheckable(true);
        action->setChecked(id == current);
        connect(action, &QAction::triggered, this,
                [this, field, id] { Q_EMIT fieldChosen(field, id.text()); });
    };
    add(tr("Me (%1)").arg(m_me.name), m_me.id);
    add(tr("Nobody"), {});
    menu.addSeparator();
    QList<Person> staff = m_view.staff;
    std::sort(staff.begin(), staff.end(), [](const Person &a, const Person &b) {
        return a.name.localeAwareCompare(b.name) < 0;
    });
    for (const Person &person : staff) {
        if (person.id != m_me.id && person.active)
            add(person.name, person.id);
    }
}

void TicketHeader::fillQueues()
{
    QMenu &menu = *m_byField.value(QStringLiteral("queue"))->menu();
    for (const Queue &queue : m_view.queues) {
        if (!queue.active && queue.id != m_view.ticket.queue)
            continue;
        QAction *action = menu.addAction(plainText(queue.name));
        action->setCheckable(true);
        action->setChecked(queue.id == m_view.ticket.queue);
        connect(action, &QAction::triggered, this, [this, id = queue.id] {
            Q_EMIT fieldChosen(QStringLiteral("queue"), id.text());
        });
    }
}

void TicketHeader::fillTags()
{
    QMenu &menu = *m_byField.value(QStringLiteral("tags"))->menu();
    menu.addAction(tr("Add a tag…"), this, &TicketHeader::tagWanted);
    if (!m_view.ticket.tags.isEmpty())
        menu.addSeparator();
    for (const QString &tag : m_view.ticket.tags) {
        menu.addAction(plainText(tr("Remove “%1”").arg(tag)), this,
                       [this, tag] { Q_EMIT tagsChosen({}, {tag}); });
    }
}

void TicketHeader::openMenu(const QString &field)
{
    FieldPill *pill = m_relations->pill(field);
    if (!pill)
        pill = m_byField.value(field);
    if (!pill || !m_pillArea->isVisible())
        return;
    if (!pill->isVisible())
        showMore(true);
    pill->openMenu();
}

// ---- showing ---------------------------------------------------------------------------------

void TicketHeader::showTicket(const TicketView &view, const Person &me, bool asRequester, qint64 now)
{
    m_view = view;
    m_me = me;
    const Ticket &ticket = view.ticket;
    m_title->setText(ticket.title);
    m_number->setText(EnumText::ticketNumber(ticket.number, ticket.id));
    const qint64 asked = ticket.createdAt > 0 ? ticket.createdAt : ticket.writtenAt;
    const QString when = TimeText::relative(asked, now);
    if (asRequester) {
        m_who->setText(ticket.contactName.isEmpty()
                           ? tr("%1 · %2", "category, time").arg(EnumText::category(ticket.category), when)
                           : tr("Your contact: %1").arg(ticket.contactName));
    } else {
        m_who->setText(tr("%1 · asked %2", "a person, a time").arg(ticket.requesterName, when));
    }
    m_live->setUntil(asRequester || !isOpen(ticket.state) ? 0 : ticket.kit.liveUntil);
    m_updateAsked->setVisible(!asRequester && ticket.updateAskedAt > 0);
    m_updateAsked->setText(tr("Update asked %1").arg(TimeText::relative(ticket.updateAskedAt, now)));
    m_publicState->setVisible(asRequester);
    m_publicState->setPill(EnumText::of(ticket.publicState), EnumText::tone(ticket.publicState));
    showActions(ticket, asRequester);
    placeActions();
    m_fields->setVisible(view.asStaff && !asRequester);
    if (view.asStaff && !asRequester) {
        showStaffPills(ticket);
        showClocks(ticket, now);
        showReminder(ticket, now);
        m_relations->showRelations(view);
    } else {
        m_relations->showRelations({}); // nothing internal stays behind, not even out of sight
        m_relations->hide();
    }
}

/// The fields that are changed rarely stay out of the way until they are asked for.
void TicketHeader::showMore(bool more)
{
    for (const char *field : {"contact", "category", "impact", "urgency", "kind"})
        m_byField.value(QLatin1String(field))->setVisible(more);
    showReminder(m_view.ticket, QDateTime::currentMSecsSinceEpoch());
    m_more->setText(more ? tr("Less") : tr("More"));
    m_more->setAccessibleName(more ? tr("Fewer fields") : tr("More fields"));
    m_relations->setAll(more);
    m_pillArea->updateGeometry();
}

void TicketHeader::showActions(const Ticket &ticket, bool asRequester)
{
    const bool staff = m_view.asStaff && !asRequester;
    m_take->setVisible(staff && ticket.owner != m_me.id);
    m_resolve->setVisible(staff && isOpen(ticket.state));
    // Escalating is never refused: no state, level or owner hides or disables it.
    m_escalate->setVisible(staff);
    m_escalate->setToolTip(ticket.level == Level::L4
                               ? tr("Already at the highest level: tells its people again")
                               : tr("To %1").arg(EnumText::of(above(ticket.level))));
    m_editTitle->setVisible(staff);
    m_eye->setVisible(m_view.asStaff || asRequester);
}

void TicketHeader::showStaffPills(const Ticket &ticket)
{
    const auto pill = [this](const char *field) { return m_byField.value(QLatin1String(field)); };
    pill("state")->setValue(EnumText::of(ticket.state), EnumText::tone(ticket.state));
    // Only what is out of the ordinary is coloured.
    const bool pressing = ticket.priority <= Priority::High;
    pill("priority")->setValue(EnumText::of(ticket.priority),
                               pressing ? EnumText::tone(ticket.priority) : Tone::Neutral);
    pill("owner")->setValue(ticket.owner.isNull() ? tr("Nobody") : ticket.ownerName);
    QString queue = tr("Unknown");
    for (const Queue &known : m_view.queues) {
        if (known.id == ticket.queue)
            queue = known.name;
    }
    pill("queue")->setValue(queue);
    pill("level")->setValue(LadderText::level(ticket.level, m_ladder),
                            m_ladder.bounces > 0 ? Tone::Warning : Tone::Neutral);
    pill("contact")->setValue(ticket.contact.isNull() ? tr("Nobody yet") : ticket.contactName);
    pill("category")->setValue(EnumText::category(ticket.category));
    pill("impact")->setValue(EnumText::of(ticket.impact));
    pill("urgency")->setValue(EnumText::of(ticket.urgency));
    pill("kind")->setValue(EnumText::of(ticket.kind));
    pill("tags")->setValue(ticket.tags.isEmpty() ? tr("None") : ticket.tags.join(QStringLiteral(", ")));
}

void TicketHeader::showClocks(const Ticket &ticket, qint64 now)
{
    const ServiceRecord &service = ticket.service;
    FieldPill *pill = m_byField.value(QStringLiteral("due"));
    const QString next = SlaText::next(service.dueAt, service.dueClock, service.paused, now);
    pill->setVisible(!service.marks.isEmpty() && (!next.isEmpty() || isOpen(ticket.state)));
    const bool late = service.dueAt > 0 && service.dueAt < now;
    const bool soon = service.dueAt > 0 && service.warnAt <= now;
    pill->setValue(next.isEmpty() ? tr("No clock runs") : next,
                   late ? Tone::Danger : soon ? Tone::Warning : Tone::Neutral);
}

void TicketHeader::showReminder(const Ticket &ticket, qint64 now)
{
    FieldPill *pill = m_byField.value(QStringLiteral("pending-until"));
    // Where the work has ended it waits for nothing; taking the end back brings it back.
    const qint64 until = isOpen(ticket.state) ? ticket.pendingUntil : 0;
    pill->setValue(ReminderText::value(until, now), until > 0 && until <= now ? Tone::Warning
                       : until > 0                                            ? Tone::Info
                                                                              : Tone::Neutral);
    pill->setToolTip(until > 0 ? TimeText::absolute(until) : QString());
    const bool more = m_byField.value(QStringLiteral("kind"))->isVisibleTo(m_pillArea);
    pill->setVisible(until > 0 || more);
}

void TicketHeader::fillClocks(QMenu &menu)
{
    ClockSheet::fill(menu, m_services, m_view.ticket.service, QDateTime::currentMSecsSinceEpoch());
}

void TicketHeader::fillReminders(QMenu &menu)
{
    const Ticket &ticket = m_view.ticket;
    reminders::fillMenu(
        menu, reminderHours(m_services, ticket.queue, ticket.priority), ticket.pendingUntil > 0,
        QDateTime::currentMSecsSinceEpoch(),
        [this](qint64 at) {
            Q_EMIT fieldChosen(QStringLiteral("pending-until"), reminders::valueOf(at));
        },
        [this] { Q_EMIT reminderWanted(); });
}

void TicketHeader::fillLadder(QMenu &menu)
{
    auto *panel = new LadderPanel(m_view, m_ladder, QDateTime::currentMSecsSinceEpoch(), &menu);
    auto *action = new QWidgetAction(&menu);
    action->setDefaultWidget(panel);
    menu.addAction(action);
    menu.addSeparator();
    const auto add = [&](Icon icon, const QString &text, const char *name) {
        QAction *entry = menu.addAction(IconSet::icon(icon), text);
        entry->setObjectName(QLatin1String(name));
        return entry;
    };
    connect(add(Icon::Escalate, tr("Escalate…"), "ladderEscalate"), &QAction::triggered, this,
            &TicketHeader::escalateWanted);
    if (stageBefore(m_ladder)) {
        connect(add(Icon::ChevronLeft, tr("Hand back…"), "ladderHandBack"), &QAction::triggered, this,
                &TicketHeader::handBackWanted);
    }
    connect(add(Icon::Copy, tr("Copy the path as text"), "ladderCopy"), &QAction::triggered, this,
            [text = panel->text()] { QGuiApplication::clipboard()->setText(text); });
}

void TicketHeader::setRequesterToggle(bool on)
{
    m_eye->setChecked(on);
}

} // namespace vigie
