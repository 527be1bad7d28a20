// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ticket/ticketpage.h"

#include "app/text/enumtext.h"
#include "app/text/errortext.h"
#include "app/ticket/companystrip.h"
#include "app/ticket/contextpanel.h"
#include "app/ticket/escalatesheet.h"
#include "app/ticket/expectedpanel.h"
#include "app/ticket/pendingpanel.h"
#include "app/ticket/threaditem.h"
#include "app/ticket/threadview.h"
#include "app/ticket/relationpills.h"
#include "app/ticket/ticketcompany.h"
#include "app/ticket/ticketescalation.h"
#include "app/ticket/ticketheader.h"
#include "app/ticket/ticketmerge.h"
#include "app/ticket/mergedview.h"
#include "app/ticket/remindermenu.h"
#include "app/ticket/ticketrelations.h"
#include "app/viewer/ticketfiles.h"
#include "app/widgets/banner.h"
#include "app/widgets/sidepane.h"
#include "app/widgets/statestack.h"
#include "core/base/async.h"
#include "core/ops/permissions.h"
#include "core/service/ticketservice.h"
#include "core/service/ticketview.h"
#include "core/service/workspace.h"

#include <QAction>
#include <QDateTime>
#include <QTimer>
#include <QVBoxLayout>

#include <algorithm>
#include <utility>

namespace vigie {

namespace {
constexpr int kUndoShownMs = 15'000;
constexpr int kReadable = 540; ///< a conversation and its editor, in device-independent pixels
}

TicketPage::TicketPage(Workspace &workspace, Prompt &prompt, QWidget *parent)
    : QWidget(parent), m_workspace(workspace), m_prompt(prompt),
      m_sides(new SidePane(kReadable, this)), m_stack(new StateStack(m_sides)),
      m_context(new ContextPanel(workspace, m_sides))
{
    setObjectName(QStringLiteral("ticketPage"));
    build();
    buildCommands();
    wireHeader();
    wireRelations();
    wireEscalation();
    wireMerge();
    wireCompany();
    wireContext();
    connect(&workspace, &Workspace::changed, this,
            [this](const QSet<TicketId> &tickets, bool, bool directory, bool everything) {
                if (everything || directory)
                    readServices();
                if (m_id.isNull())
                    return;
                const auto shows = [&](const TicketRow &row) { return tickets.contains(row.id); };
                if (everything || directory || tickets.contains(m_id)
                    || std::any_of(m_view.linked.cbegin(), m_view.linked.cend(), shows)
                    || concernsMerged(m_view, tickets))
                    read();
            });
    connect(&workspace, &Workspace::meChanged, this, [this] {
        if (m_loaded)
            showView(false);
    });
    readServices();
    clear();
}

void TicketPage::build()
{
    auto *content = new QWidget(this);
    m_header = new TicketHeader(content);
    m_trouble = new Banner(content);
    m_trouble->setObjectName(QStringLiteral("troubleBanner"));
    m_face = new Banner(content);
    m_face->setObjectName(QStringLiteral("requesterBanner"));
    m_face->setClosable(false);
    m_merged = new Banner(content);
    m_merged->setObjectName(QStringLiteral("mergedBanner"));
    m_merged->setClosable(false);
    m_pending = new PendingPanel(m_workspace, m_prompt, content);
    m_expected = new ExpectedPanel(m_workspace, content);
    m_thread = new ThreadView(content);
    m_undoBar = new Banner(content);
    m_undoBar->setObjectName(QStringLiteral("undoBar"));
    m_composer = new Composer(m_workspace, m_prompt, content);
    m_files = new TicketFiles(m_workspace, m_prompt, this);
    m_relations = new TicketRelations(m_workspace, m_prompt, this);
    m_merge = new TicketMerge(m_workspace, this);
    m_escalation = new TicketEscalation(m_workspace, this);
    m_company = new TicketCompany(m_workspace, this);
    m_undoTimer = new QTimer(this);
    m_undoTimer->setSingleShot(true);
    m_undoTimer->setInterval(kUndoShownMs);

    auto *column = new QVBoxLayout(content);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_header);
    auto *banners = new QVBoxLayout;
    banners->setContentsMargins(space::l, 0, space::l, 0);
    banners->addWidget(m_trouble);
    banners->addWidget(m_face);
    banners->addWidget(m_merged);
    column->addLayout(banners);
    column->addWidget(m_pending);
    column->addWidget(m_expected);
    column->addWidget(m_thread, 1);
    auto *undoRow = new QVBoxLayout;
    undoRow->setContentsMargins(space::l, 0, space::l, space::s);
    undoRow->addWidget(m_undoBar);
    column->addLayout(undoRow);
    column->addWidget(m_escalation->sheet());
    column->addWidget(m_company->strip());
    column->addWidget(m_composer);
    m_stack->setContent(content);
    auto *outer = new QVBoxLayout(this);
    outer->setContentsMargins(0, 0, 0, 0);
    outer->addWidget(m_sides);
    m_sides->setPage(m_stack);
    m_sides->setSide(m_context);

    connect(m_stack, &StateStack::errorAction, this, &TicketPage::read);
    connect(m_face, &Banner::actionTriggered, this, [this] { setAsRequester(false); });
    connect(m_undoBar, &Banner::actionTriggered, this, &TicketPage::undo);
    connect(m_undoTimer, &QTimer::timeout, m_undoBar, &QWidget::hide);
    connect(m_composer, &Composer::sent, this, &TicketPage::messageSent);
    connect(m_composer, &Composer::failed, this, &TicketPage::tellError);
    connect(m_composer, &Composer::refused, this, &TicketPage::tellRefusal);
    connect(m_pending, &PendingPanel::failed, this, &TicketPage::tellError);
    connect(m_pending, &PendingPanel::wordsBack, this, [this](const TicketId &ticket, const AddMessage &words) {
        // Never into the answer to somebody else; there it waits in the bin.
        if (ticket != m_id) {
            Q_EMIT statusText(tr("Your answer is in the bin for 30 days."));
            return;
        }
        m_composer->giveBack(ComposeMode::Reply, words.body, words.attachments);
        Q_EMIT statusText(tr("Your answer is in the editor again."));
        read();
    });
    connect(m_pending, &PendingPanel::settled, this, [this](const QString &what) {
        Q_EMIT statusText(what);
        read();
    });
    connect(m_files, &TicketFiles::failed, this, &TicketPage::tellError);
    connect(m_files, &TicketFiles::markedUp, m_composer, &Composer::attachShot);
    connect(m_files, &TicketFiles::statusText, this, &TicketPage::statusText);
    connect(m_thread, &ThreadView::linkActivated, this, &TicketPage::openLink);
    connect(m_thread, &ThreadView::pictureWanted, this, &TicketPage::fetchPicture);
    connect(m_thread, &ThreadView::ticketActivated, this, &TicketPage::openNumber);
    connect(m_thread, &ThreadView::fileActivated, this,
            [this](const ShownFile &file) {
                m_files->open(file, holderOf(m_view, file.flat.sha256), !m_asRequester);
            });
    connect(m_thread, &ThreadView::fileSaveRequested, this,
            [this](const Attachment &file) {
                m_files->save(file, holderOf(m_view, file.sha256));
            });
    connect(m_thread, &ThreadView::deliveryActivated, this, &TicketPage::outboxWanted);
}

void TicketPage::buildCommands()
{
    const auto add = [this](const char *id, const QString &text, Icon icon,
                            const QList<QKeySequence> &keys, auto &&run) {
        auto *action = new QAction(IconSet::icon(icon), text, this);
        action->setObjectName(QLatin1String(id));
        action->setShortcuts(keys);
        action->setShortcutContext(Qt::WidgetWithChildrenShortcut);
        connect(action, &QAction::triggered, this, [this, run, id = QString::fromLatin1(id)] {
            if (m_standIn)
                m_standIn(id);
            else if (m_loaded)
                run();
        });
        addAction(action);
        m_commands.append(action);
    };
    const auto key = [](int k) { return QList<QKeySequence>{QKeySequence(k)}; };
    const auto menu = [this](const char *field) {
        setAsRequester(false);
        m_header->openMenu(QLatin1String(field));
    };
    add("ticket.take", tr("Take the ticket"), Icon::Hand, key(Qt::Key_M), [this] { takeOver(); });
    add("ticket.assign", tr("Assign…"), Icon::UserPlus, key(Qt::Key_A),
        [menu] { menu("owner"); });
    add("ticket.state", tr("Change the state…"), Icon::Swap, key(Qt::Key_S),
        [menu] { menu("state"); });
    add("ticket.priority", tr("Change the priority…"), Icon::Alert, key(Qt::Key_P),
        [menu] { menu("priority"); });
    add("ticket.remind", tr("Remind me…"), Icon::Clock, key(Qt::Key_B),
        [menu] { menu("pending-until"); });
    add("ticket.queue", tr("Move to another queue…"), Icon::Queue, key(Qt::Key_Q),
        [menu] { menu("queue"); });
    add("ticket.escalate", tr("Escalate…"), Icon::Escalate, key(Qt::Key_E),
        [this] { passOn(false); });
    // Pressed a second time it sends; held down it must not.
    m_commands.constLast()->setAutoRepeat(false);
    add("ticket.handBack", tr("Hand back…"), Icon::ChevronLeft, {QKeySequence(Qt::SHIFT | Qt::Key_E)},
        [this] { passOn(true); });
    m_commands.constLast()->setAutoRepeat(false);
    add("ticket.ladder", tr("Show the escalation path"), Icon::Sort, {},
        [this] { showLadder(); });
    add("ticket.resolve", tr("Resolve"), Icon::CheckCircle, {},
        [this] { setState(State::Resolved); });
    add("ticket.tag", tr("Add a tag…"), Icon::Tag, key(Qt::Key_T), [this] { addTag(); });
    add("ticket.watchers", tr("Change the watchers…"), Icon::Users, key(Qt::Key_W),
        [menu] { menu("watchers"); });
    add("ticket.links", tr("Link to another ticket…"), Icon::Link, key(Qt::Key_L),
        [menu] { menu("links"); });
    add("ticket.merge", tr("Merge into another ticket…"), Icon::Merge,
        {QKeySequence(Qt::SHIFT | Qt::Key_M)}, [this] {
            setAsRequester(false);
            m_merge->begin();
        });
    m_commands.constLast()->setAutoRepeat(false);
    add("ticket.macro", tr("Run a macro…"), Icon::Command, key(Qt::Key_D), [this] { chooseMacro(); });
    m_commands.constLast()->setAutoRepeat(false);
    add("ticket.field", tr("Add a field…"), Icon::Plus, key(Qt::Key_F),
        [this] { m_relations->addField(); });
    add("ticket.watch", tr("Start or pause the stopwatch"), Icon::Play, key(Qt::Key_H),
        [this] { toggleWatch(); });
    m_commands.constLast()->setAutoRepeat(false);
    add("ticket.work", tr("Log time worked…"), Icon::Hourglass, {QKeySequence(Qt::SHIFT | Qt::Key_H)},
        [this] { logWork(); });
    add("ticket.title", tr("Change the title…"), Icon::Edit, {}, [this] { editTitle(); });
    add("ticket.copyNumber", tr("Copy the number"), Icon::Copy, key(Qt::Key_Period),
        [this] { copyNumber(false); });
    add("ticket.copyNumberAndTitle", tr("Copy the number and title"), Icon::Copy,
        {QKeySequence(Qt::CTRL | Qt::Key_Period)}, [this] { copyNumber(true); });
    add("ticket.requesterView", tr("As the requester sees it"), Icon::Eye, key(Qt::Key_V),
        [this] { setAsRequester(!m_asRequester); });
    add("ticket.context", tr("Show person and computer, or not"), Icon::User, key(Qt::Key_C),
        [this] { m_sides->toggle(); });
    add("ticket.contextFocus", tr("Go to person and computer"), Icon::UserCheck,
        {QKeySequence(Qt::SHIFT | Qt::Key_C)}, [this] { goToContext(); });
    add("ticket.undo", tr("Undo"), Icon::Undo,
        {QKeySequence(Qt::Key_Z), QKeySequence(QKeySequence::Undo)}, [this] { undo(); });
}

void TicketPage::setStandIn(std::function<void(const QString &command)> standIn)
{
    m_standIn = std::move(standIn);
    // Nobody writes to a ticket that is out of sight.
    const QList<QAction *> writing = m_composer->commands();
    for (QAction *action : writing)
        action->setEnabled(!m_standIn);
}

QList<QAction *> TicketPage::commands() const
{
    return m_commands + m_composer->commands();
}

void TicketPage::wireHeader()
{
    connect(m_header, &TicketHeader::fieldChosen, this, &TicketPage::setField);
    connect(m_header, &TicketHeader::stateChosen, this, &TicketPage::setState);
    connect(m_header, &TicketHeader::tagsChosen, this,
            [this](const QStringList &added, const QStringList &removed) {
                change(EditTags{added, removed}, tr("Tags changed"));
            });
    connect(m_header, &TicketHeader::tagWanted, this, &TicketPage::addTag);
    connect(m_header, &TicketHeader::reminderWanted, this, [this] {
        reminders::askMoment(m_prompt, this, [this, id = m_id](qint64 at) {
            if (id == m_id)
                setField(QStringLiteral("pending-until"), reminders::valueOf(at));
        });
    });
    connect(m_header, &TicketHeader::titleEditWanted, this, &TicketPage::editTitle);
    connect(m_header, &TicketHeader::takeWanted, this, &TicketPage::takeOver);
    connect(m_header, &TicketHeader::resolveWanted, this, [this] { setState(State::Resolved); });
    connect(m_header, &TicketHeader::copyNumberWanted, this, [this] { copyNumber(false); });
    connect(m_header, &TicketHeader::requesterToggled, this, &TicketPage::setAsRequester);
}

void TicketPage::wireRelations()
{
    const RelationPills *pills = m_header->relations();
    TicketRelations *asks = m_relations;
    connect(pills, &RelationPills::watcherWanted, asks, &TicketRelations::addWatcher);
    connect(pills, &RelationPills::watcherDropped, asks, &TicketRelations::dropWatcher);
    connect(pills, &RelationPills::linkWanted, asks, &TicketRelations::addLink);
    connect(pills, &RelationPills::linkDropped, asks, &TicketRelations::dropLink);
    connect(pills, &RelationPills::linkOpened, this, &TicketPage::ticketWanted);
    connect(pills, &RelationPills::fieldWanted, asks, &TicketRelations::addField);
    connect(pills, &RelationPills::fieldEdited, asks, &TicketRelations::editField);
    connect(pills, &RelationPills::fieldDropped, this,
            [this](const QString &key) { setField(QStringLiteral("cf.") + key, {}); });
    connect(asks, &TicketRelations::changeWanted, this, &TicketPage::change);
    connect(asks, &TicketRelations::fieldChosen, this, &TicketPage::setField);
    connect(asks, &TicketRelations::failed, this, &TicketPage::tellError);
    connect(asks, &TicketRelations::refused, this, &TicketPage::tellRefusal);
}

void TicketPage::wireEscalation()
{
    const TicketEscalation *escalation = m_escalation;
    connect(m_header, &TicketHeader::escalateWanted, m_escalation,
            [this] { m_escalation->open(false); });
    connect(m_header, &TicketHeader::handBackWanted, m_escalation,
            [this] { m_escalation->open(true); });
    connect(escalation, &TicketEscalation::shown, this, [this](bool open, bool held) {
        m_composer->setVisible(!open && !m_asRequester); // one thing is written at a time
        if (held)
            focusThread();
    });
    connect(escalation, &TicketEscalation::passedOn, this,
            [this](const PassedOn &passed, const QString &what, bool back, const QJsonObject &words) {
                UndoStep step;
                step.what = what;
                step.passed = passed;
                step.back = back;
                step.words = words;
                offerUndo(step);
                if (passed.ticket == m_id)
                    read();
            });
    connect(escalation, &TicketEscalation::failed, this, &TicketPage::tellError);
    connect(escalation, &TicketEscalation::refused, this, &TicketPage::tellRefusal);
    connect(m_thread, &ThreadView::quoteRequested, this, [this](const QString &text) {
        if (m_escalation->isOpen())
            m_escalation->sheet()->quote(text);
        else
            m_composer->quote(text);
    });
    // Whoever wants to answer now sees where they write; the hand-over waits in its draft.
    for (QAction *action : m_composer->commands()) {
        const QString id = action->objectName();
        if (id == QLatin1String("composer.reply") || id == QLatin1String("composer.note")
            || id == QLatin1String("composer.flip")) {
            connect(action, &QAction::triggered, this, [this] {
                if (!m_escalation->isOpen())
                    return;
                m_escalation->close();
                m_composer->begin(m_composer->mode());
            });
        }
    }
}

// ---- reading ---------------------------------------------------------------------------------

void TicketPage::setPictureTools(EditorHabits *habits, const std::shared_ptr<OcrEngine> &reader)
{
    m_files->setHabits(habits);
    m_files->setReader(reader);
}

void TicketPage::clear()
{
    m_id = TicketId();
    m_loaded = false;
    m_escalation->close();
    m_sides->setAvailable(false);
    m_context->clear();
    m_composer->setTarget({}); // its drafts may be opened elsewhere now
    m_stack->showEmpty(Icon::Lantern, tr("Choose a ticket"),
                       tr("It opens here. J and K walk through the list, R replies, M takes it."));
    Q_EMIT ticketShown(m_id);
}

void TicketPage::showTicket(const TicketId &id)
{
    if (id.isNull())
        return clear();
    if (id == m_id)
        return;
    m_id = id;
    m_loaded = false;
    m_reading = false;
    m_asRequester = false;
    m_onceShown = nullptr;
    m_escalation->close();
    m_trouble->hide();
    // What is written from now on is not for the ticket that is still to be seen.
    m_composer->expect(id);
    // Another ticket's page stays for the moment that reading takes; "Choose a ticket" would lie.
    if (m_stack->shows() != StateStack::Shows::Content)
        m_stack->showLoading();
    read();
    Q_EMIT ticketShown(m_id);
}

void TicketPage::write(ComposeMode mode)
{
    onceShown([this, mode] {
        m_escalation->close(); // one thing is written at a time
        m_composer->begin(mode);
    });
}

void TicketPage::goOnPassing(bool back)
{
    onceShown([this, back] { m_escalation->open(back); });
}

void TicketPage::onceShown(std::function<void()> act)
{
    if (m_loaded && !m_asRequester)
        act();
    else if (!m_id.isNull())
        m_onceShown = std::move(act);
}

void TicketPage::read()
{
    if (m_id.isNull())
        return;
    if (m_reading) {
        m_stale = true;
        return;
    }
    m_reading = true;
    m_stale = false;
    whenDone(m_workspace.tickets().open(m_id), this,
             [this, id = m_id](const Result<TicketView> &view) { takeView(id, view); });
}

void TicketPage::readServices()
{
    whenDone(m_workspace.tickets().services(), this, [this](const Result<ServiceBook> &book) {
        if (!book)
            return; // the last one still explains most
        m_services = *book;
        m_header->setServices(m_services);
        if (m_loaded)
            showView(false);
    });
}

void TicketPage::takeView(const TicketId &id, const Result<TicketView> &view)
{
    if (id != m_id)
        return; // another ticket was opened meanwhile
    m_reading = false;
    if (!view) {
        const ErrorWords why = ErrorText::of(view.error());
        if (m_loaded)
            return tellError(view.error());
        m_stack->showError(why.title, why.paragraph(), tr("Try again"));
        return;
    }
    const bool fresh = !m_loaded;
    m_view = *view;
    m_loaded = true;
    m_ladder = ladderOf(m_view.ticket, messagesOf(m_view), QDateTime::currentMSecsSinceEpoch());
    m_relations->setView(m_view);
    m_merge->setView(m_view);
    m_escalation->setView(m_view, m_ladder, seenThrough());
    showView(fresh);
    if (std::exchange(m_stale, false))
        read();
}

QList<Reader> TicketPage::readersOf(const TicketView &view) const
{
    QList<Person> known = view.watchers + view.staff;
    known.append(m_workspace.me());
    const QStringList domains = ownDomains(known);
    if (view.requester)
        known.append(*view.requester);
    return view.asStaff ? vigie::readersOf(view.ticket, known, domains, m_workspace.me().id)
                        : QList<Reader>();
}

TicketView TicketPage::visibleView() const
{
    if (!m_asRequester)
        return m_view;
    // Not a filter over what is drawn: the very copy that the requester's device holds.
    TicketView face;
    face.ticket = forRequester(m_view.ticket, m_view.ticket.requester);
    for (const MessageView &entry : m_view.thread) {
        if (maySee(Sight::Requester, entry.message) && entry.delivery == Delivery::Sent)
            face.thread.append({entry.message, Delivery::Sent, {}, false});
    }
    addJoinedFaces(m_view, face);
    return face;
}

void TicketPage::showView(bool fresh)
{
    const qint64 now = QDateTime::currentMSecsSinceEpoch();
    const TicketView view = visibleView();
    const bool asRequester = m_asRequester || !m_view.asStaff;
    m_header->setLadder(asRequester ? Ladder() : m_ladder);
    m_header->showTicket(view, m_workspace.me(), asRequester, now);
    m_header->setRequesterToggle(m_asRequester);
    if (asRequester)
        m_context->clear();
    else
        m_context->showTicket(m_view, m_services, now);
    m_sides->setAvailable(!asRequester);
    const NamesById names = namesOf(view);
    const QList<ThreadItem> items = threadItems(view, asRequester, names, now);
    if (fresh)
        m_thread->open(items);
    else
        m_thread->refresh(items);
    m_pending->showPending(view.pending, view.thread, names);
    m_expected->showTicket(asRequester ? TicketId() : m_id, view.pending);
    const Ticket &ticket = m_view.ticket;
    Q_EMIT titled(EnumText::ticketNumber(ticket.number, m_id) + u' ' + ticket.title);
    m_composer->setTarget({m_id, ticket.requesterName, ticket.state, m_view.asStaff,
                           ticket.number > 0 ? EnumText::ticketNumber(ticket.number, m_id) : QString(),
                           ticket.title, readersOf(m_view)});
    m_composer->setSeenThrough(seenThrough());
    showMerged();
    m_company->setView(m_view, m_asRequester);
    if (const auto act = std::exchange(m_onceShown, nullptr); act && !m_asRequester)
        act();
    if (m_asRequester) {
        m_undoBar->hide(); // it speaks of internal things
        m_face->tell(Tone::Info, Icon::Eye,
                     tr("This is what %1 sees: no notes, no internal states, no teams, nothing that "
                        "still waits to be sent.")
                         .arg(m_view.ticket.requesterName),
                     tr("Back to work"));
    } else {
        m_face->hide();
    }
    m_stack->showContent();
}

/// What the author of an operation had before their eyes.
MessageId TicketPage::seenThrough() const
{
    for (auto entry = m_view.thread.crbegin(); entry != m_view.thread.crend(); ++entry) {
        if (!entry->mine && entry->message.kind != MessageKind::Event)
            return entry->message.id;
    }
    return {};
}

void TicketPage::setAsRequester(bool on)
{
    if (!m_loaded || on == m_asRequester || (on && !m_view.asStaff)) {
        m_header->setRequesterToggle(m_asRequester);
        return;
    }
    m_asRequester = on;
    if (on)
        m_escalation->close(); // levels and queues are internal
    showView(true);
}

void TicketPage::focusThread()
{
    m_thread->setFocus(Qt::ShortcutFocusReason);
}

} // namespace vigie
