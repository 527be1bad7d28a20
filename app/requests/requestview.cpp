// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/requests/requestview.h"

#include "app/composer/composer.h"
#include "app/prompt/prompt.h"
#include "app/requests/contactcard.h"
#include "app/requests/messagebubble.h"
#include "app/requests/replyshot.h"
#include "app/requests/sentcard.h"
#include "app/requests/verdictcard.h"
#include "app/text/enumtext.h"
#include "app/text/errortext.h"
#include "app/viewer/foreignlink.h"
#include "app/viewer/ticketfiles.h"
#include "app/widgets/banner.h"
#include "app/widgets/button.h"
#include "app/widgets/card.h"
#include "app/widgets/iconbutton.h"
#include "app/widgets/label.h"
#include "app/widgets/pagecolumn.h"
#include "app/widgets/pill.h"
#include "app/widgets/statestack.h"
#include "core/base/async.h"
#include "core/base/clock.h"
#include "core/service/shotservice.h"
#include "core/service/ticketservice.h"
#include "core/service/ticketview.h"
#include "core/service/workspace.h"

#include <QHBoxLayout>
#include <QScrollBar>
#include <QTimer>
#include <QVBoxLayout>

namespace vigie {

namespace {
constexpr qint64 kPreviewBytes = 8 * 1024 * 1024; // larger ones wait until somebody opens them
constexpr QSize kPreviewRoom(720, 480);           // twice what is shown, for dense screens
} // namespace

RequestView::RequestView(Workspace &workspace, Prompt &prompt, const Clock &clock,
                         QWidget *parent) :
    QWidget(parent), m_workspace(workspace), m_prompt(prompt), m_clock(clock),
    m_stack(new StateStack(this))
{
    setProperty("surface", true);
    setAttribute(Qt::WA_StyledBackground);
    auto *content = new QWidget(this);
    auto *column = new QVBoxLayout(content);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(buildHeader());
    column->addWidget(makeLine(content));
    column->addWidget(buildBody(), 1);
    column->addWidget(buildComposer());
    m_stack->setContent(content);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_stack);

    connect(m_stack, &StateStack::errorAction, this, &RequestView::read);
    connect(&workspace, &Workspace::changed, this,
            [this](const QSet<TicketId> &tickets, bool, bool, bool everything) {
                if (!m_ticket.isNull() && (everything || tickets.contains(m_ticket)))
                    read();
            });
    auto *minute = new QTimer(this);
    minute->setInterval(60'000);
    connect(minute, &QTimer::timeout, this, [this] {
        if (isVisible() && !m_ticket.isNull()) {
            showContact();
            showThread();
            showSent();
        }
    });
    minute->start();
    connect(&workspace, &Workspace::statusChanged, this, [this] {
        if (!m_view.ticket.id.isNull())
            showContact();
    });
    open({});
}

QWidget *RequestView::buildHeader()
{
    auto *header = new QWidget(this);
    auto *column = new QVBoxLayout(header);
    column->setContentsMargins(space::xl, space::l, space::xl, space::m);
    column->setSpacing(space::s);
    auto *first = new QHBoxLayout;
    first->setSpacing(space::s);
    m_number = new Label(header, TextStyle::Small, LabelRole::Faint);
    m_number->selectable();
    m_state = new Pill(header);
    m_state->setObjectName(QStringLiteral("requestStatePill"));
    m_meaning = new Label(header, TextStyle::Small, LabelRole::Muted);
    first->addWidget(m_state);
    first->addWidget(m_number);
    first->addStretch(1);
    m_ask = new Button(Icon::Bell, tr("Ask for an update"), header);
    m_ask->setObjectName(QStringLiteral("askUpdateButton"));
    m_close = new Button(Icon::Check, tr("Close"), header, ButtonKind::Quiet);
    m_close->setObjectName(QStringLiteral("closeRequestButton"));
    m_close->setToolTip(tr("It works again, or I do not need it any more"));
    m_reopen = new Button(Icon::Retry, tr("Reopen"), header);
    m_reopen->setObjectName(QStringLiteral("reopenRequestButton"));
    m_receipt = new IconButton(Icon::Download, tr("Save a receipt…"), header);
    m_receipt->setObjectName(QStringLiteral("laterReceiptButton"));
    first->addWidget(m_receipt);
    for (Button *button : {m_ask, m_reopen, m_close})
        first->addWidget(button);
    column->addLayout(first);
    m_title = new Label(header, TextStyle::Title);
    m_title->setObjectName(QStringLiteral("requestTitleLabel"));
    m_title->wrapped()->selectable();
    column->addWidget(m_title);
    m_meaning->wrapped();
    column->addWidget(m_meaning);
    m_banner = new Banner(header);
    column->addWidget(m_banner);
    m_merged = new Banner(header);
    m_merged->setObjectName(QStringLiteral("goesOnBanner"));
    m_merged->setClosable(false);
    column->addWidget(m_merged);
    connect(m_merged, &Banner::actionTriggered, this,
            [this] { Q_EMIT requestWanted(m_view.ticket.merged.into); });
    connect(m_receipt, &QToolButton::clicked, this, &RequestView::saveReceiptAs);
    connect(m_ask, &QPushButton::clicked, this, &RequestView::askForUpdate);
    connect(m_close, &QPushButton::clicked, this, &RequestView::closeRequest);
    connect(m_reopen, &QPushButton::clicked, this, &RequestView::reopenRequest);
    connect(m_banner, &Banner::actionTriggered, this, &RequestView::undoLast);
    return header;
}

QWidget *RequestView::buildBody()
{
    auto *page = new PageColumn(this, 760);
    m_scroll = page;
    m_contact = new ContactCard(page);
    m_verdict = new VerdictCard(page);
    page->column()->addWidget(m_contact);
    m_sent = new SentCard(builtInChannels(), page);
    page->column()->addWidget(m_sent);
    m_thread = new QVBoxLayout;
    m_thread->setSpacing(space::m);
    page->column()->addLayout(m_thread);
    page->column()->addWidget(m_verdict);
    page->column()->addStretch(1);
    connect(m_sent, &SentCard::receiptWanted, this, &RequestView::saveReceiptAs);
    connect(m_verdict, &VerdictCard::works, this, &RequestView::closeRequest);
    connect(m_verdict, &VerdictCard::doesNotWork, this, &RequestView::reopenRequest);
    connect(m_verdict, &VerdictCard::rated, this, [this](int score, const QString &comment) {
        change(Rate{score, comment}, tr("Thank you. Your verdict is on its way."));
    });
    return page;
}

QWidget *RequestView::buildComposer()
{
    m_composer = new Composer(m_workspace, m_prompt, this);
    m_files = new TicketFiles(m_workspace, m_prompt, this);
    m_replyShot = new ReplyShot(m_workspace, m_prompt, this);
    connect(m_composer, &Composer::shotWanted, this, &RequestView::shotWanted);
    const auto warn = [this](const QString &words) {
        m_lastOp = OpId();
        m_banner->tell(Tone::Warning, Icon::Alert, words);
    };
    connect(m_composer, &Composer::refused, this, warn);
    connect(m_composer, &Composer::failed, this,
            [warn](const Error &error) { warn(ErrorText::of(error).paragraph()); });
    connect(m_replyShot, &ReplyShot::ready, m_composer, &Composer::attachShot);
    connect(m_replyShot, &ReplyShot::failed, this, [this](const Error &error) {
        m_lastOp = OpId();
        m_banner->tell(Tone::Warning, Icon::Image,
                       ErrorText::ofPicture(error, tr("The picture")).paragraph());
    });
    connect(m_files, &TicketFiles::markedUp, m_composer, &Composer::attachShot);
    connect(m_files, &TicketFiles::saved, this, [this](const QString &name) {
        m_lastOp = OpId();
        m_banner->tell(Tone::Success, Icon::Download, tr("“%1” was saved.").arg(name));
    });
    connect(m_files, &TicketFiles::failed, this,
            [warn](const Error &error) { warn(ErrorText::of(error).paragraph()); });
    return m_composer;
}

void RequestView::offerShots()
{
    m_composer->offerShots(true);
}

void RequestView::addShot(const QImage &picture, qreal dpr, const TicketId &ticket)
{
    m_replyShot->begin(picture, dpr, ticket);
}

void RequestView::open(const TicketId &id)
{
    if (id == m_ticket && !id.isNull())
        return;
    m_ticket = id;
    m_lastOp = OpId();
    m_banner->hide();
    qDeleteAll(m_bubbles);
    m_bubbles.clear();
    if (id.isNull()) {
        m_stack->showEmpty(Icon::Requests, tr("Choose a request"),
                           tr("What was said, how it stands and who takes care of it appears "
                              "here."));
        return;
    }
    m_stack->showLoading();
    read();
}

void RequestView::leadTo(const TicketId &id, RequestPlace place)
{
    m_leadTo = id;
    m_place = place;
    if (m_ticket == id && m_view.ticket.id == id)
        lead();
}

void RequestView::lead()
{
    if (m_leadTo.isNull() || m_leadTo != m_ticket)
        return;
    m_leadTo = TicketId();
    QScrollBar *bar = m_scroll->verticalScrollBar();
    switch (m_place) {
    case RequestPlace::Thread: break;
    case RequestPlace::Reply: startReply(); break;
    case RequestPlace::Verdict:
        m_verdict->takeFocus();
        break;
    case RequestPlace::Reopen:
        // Somebody may have reopened or closed it meanwhile: then the request speaks for itself.
        if (m_view.ticket.publicState == PublicState::Fixed
            || m_view.ticket.publicState == PublicState::Closed)
            reopenRequest();
        break;
    }
    QTimer::singleShot(0, this, [bar] { bar->setValue(bar->maximum()); });
}

void RequestView::startReply()
{
    m_composer->begin(ComposeMode::Reply);
}

void RequestView::read()
{
    const int question = ++m_question;
    whenDone(m_workspace.tickets().open(m_ticket), this,
             [this, question](const Result<TicketView> &view) {
                 if (question != m_question)
                     return;
                 if (view) {
                     take(*view);
                     return;
                 }
                 if (view.error().code == ErrorCode::Cancelled)
                     return;
                 const ErrorWords words = ErrorText::of(view.error());
                 m_stack->showError(words.title, words.paragraph(), tr("Try again"));
             });
}

void RequestView::take(const TicketView &view)
{
    const bool first = m_stack->shows() != StateStack::Shows::Content;
    QScrollBar *bar = m_scroll->verticalScrollBar();
    const bool atEnd = first || bar->value() >= bar->maximum() - space::xl;
    m_view = view;
    showHeader();
    showThread();
    // The composer names whoever reads: here that is my contact.
    const QString reader =
        view.ticket.contactName.isEmpty() ? tr("Helpdesk") : view.ticket.contactName;
    m_composer->setTarget({view.ticket.id, reader, view.ticket.state, false, {}, {}, {}});
    m_composer->setSeenThrough(newestOfOthers());
    m_stack->showContent();
    Q_EMIT shown(m_ticket);
    lead();
    if (atEnd) {
        // The layout knows the new height only after this event.
        QTimer::singleShot(0, this, [bar] { bar->setValue(bar->maximum()); });
    }
}

void RequestView::showHeader()
{
    const Ticket &ticket = m_view.ticket;
    m_number->setText(EnumText::ticketNumber(ticket.number, ticket.id));
    m_title->setText(ticket.title);
    m_state->setPill(EnumText::requestState(ticket.number, ticket.publicState),
                     EnumText::requestTone(ticket.number, ticket.publicState));
    m_meaning->setText(ticket.number > 0
                           ? EnumText::meaning(ticket.publicState)
                           : tr("It is kept on this computer and sent when the server answers."));
    const bool ended =
        ticket.publicState == PublicState::Fixed || ticket.publicState == PublicState::Closed;
    const bool mine = ticket.requester == m_workspace.me().id;
    m_ask->setVisible(mine && !ended);
    m_ask->setEnabled(ticket.updateAskedAt == 0);
    m_ask->setText(ticket.updateAskedAt == 0 ? tr("Ask for an update") : tr("Update asked for"));
    m_close->setVisible(mine && !ended);
    m_reopen->setVisible(mine && ticket.publicState == PublicState::Closed);
    showContact();
    showSent();
    m_verdict->setTicket(ticket);
    if (!mine)
        m_verdict->hide();
    showMerged();
}

/// The words, the wait and the verdict are where it goes on.
void RequestView::showMerged()
{
    const bool merged = !m_view.ticket.merged.into.isNull();
    if (!merged)
        return m_merged->hide();
    m_verdict->hide();
    const std::optional<TicketRow> &other = m_view.goesOnIn;
    if (!other) {
        m_meaning->setText(tr("It goes on together with another request."));
        m_merged->tell(Tone::Info, Icon::Merge,
                       tr("This request goes on in another one, which will be here after the next "
                          "contact with the server."));
        return;
    }
    const QString number = EnumText::ticketNumber(other->number, other->id);
    m_meaning->setText(tr("It goes on together with %1.").arg(number));
    m_merged->tell(Tone::Info, Icon::Merge,
                   tr("This request goes on in %1 “%2”. Answers come there. If that is something "
                      "else, reopen this one.")
                       .arg(number, other->title),
                   tr("Open %1").arg(number));
}

void RequestView::showContact()
{
    const SyncStatus &status = m_workspace.status();
    const bool reached = status.phase == SyncStatus::Phase::Online
        || status.phase == SyncStatus::Phase::Working;
    m_contact->setTicket(m_view.ticket, m_clock.nowMs(), reached ? 0 : status.lastContact);
}

void RequestView::setPictureTools(EditorHabits *habits, const std::shared_ptr<OcrEngine> &reader)
{
    m_files->setHabits(habits);
    m_files->setReader(reader);
    m_replyShot->setHabits(habits);
    m_replyShot->setReader(reader);
}

void RequestView::setDeskPhone(const QString &phone)
{
    m_sent->setPhone(phone);
    if (!m_view.ticket.id.isNull())
        showSent();
}

void RequestView::showSent()
{
    Message report;
    for (const MessageView &view : std::as_const(m_view.thread)) {
        if (view.message.kind == MessageKind::Report)
            report = view.message;
    }
    m_sent->setTicket(m_view.ticket, report, m_clock.nowMs());
    const bool mine = m_view.ticket.requester == m_workspace.me().id;
    if (!mine)
        m_sent->hide();
    // A receipt is most wanted when things did not go well, long after the card is gone.
    m_receipt->setVisible(mine && m_sent->isHidden() && !report.id.isNull());
}

void RequestView::saveReceiptAs()
{
    const Receipt receipt = m_sent->receipt();
    m_prompt.saveFile(this, tr("Save the receipt"), receipt.fileName(),
                      [this, receipt](const QString &target) {
                          if (target.isEmpty())
                              return;
                          whenDone(saveReceipt(receipt, target), this,
                                   [this](const Result<bool> &saved) {
                                       m_lastOp = OpId();
                                       if (saved) {
                                           m_banner->tell(Tone::Success, Icon::Download,
                                                          tr("The receipt was saved."));
                                           return;
                                       }
                                       m_banner->tell(Tone::Warning, Icon::Alert,
                                                      tr("The receipt could not be saved there. "
                                                         "The report itself is safe; choose "
                                                         "another place."));
                                   });
                      });
}

void RequestView::showThread()
{
    // The same messages keep their widgets, so that a selection or a focus survives a sync.
    QHash<MessageId, MessageBubble *> old;
    for (MessageBubble *bubble : std::as_const(m_bubbles))
        old.insert(bubble->view().message.id, bubble);
    QList<MessageBubble *> bubbles;
    const qint64 now = m_clock.nowMs();
    const QList<ConversationEntry> entries = conversationOf(m_view);
    for (const ConversationEntry &entry : entries) {
        const MessageView &view = *entry.view;
        MessageBubble *bubble = old.take(view.message.id);
        if (!bubble) {
            bubble = new MessageBubble(view, now, m_scroll->widget());
            connect(bubble, &MessageBubble::openFile, this, [this](const ShownFile &file) {
                m_files->open(file, holderOf(m_view, file.flat.sha256), true);
            });
            connect(bubble, &MessageBubble::outboxWanted, this, &RequestView::outboxWanted);
            connect(bubble, &MessageBubble::linkActivated, this, [this](const QUrl &url) {
                openForeignLink(m_prompt, this, url, [this](const QString &why) {
                    m_banner->tell(Tone::Warning, Icon::Alert, why);
                });
            });
            fetchPictures(bubble);
        } else {
            bubble->setView(view, now);
        }
        const qsizetype at = bubbles.size();
        if (m_thread->indexOf(bubble) != at)
            m_thread->insertWidget(int(at), bubble);
        bubble->show();
        bubbles.append(bubble);
    }
    qDeleteAll(old);
    m_bubbles = bubbles;
}

/// A picture that cannot be had stays the words that stand for it.
void RequestView::fetchPictures(MessageBubble *bubble)
{
    for (const ShownFile &file : bubble->picturesNamed()) {
        if (!file.flat.mediaType.startsWith(QLatin1String("image/")) || file.flat.size > kPreviewBytes)
            continue;
        whenDone(m_workspace.shots().preview(file, m_ticket, kPreviewRoom), bubble,
                 [this, bubble, sha256 = file.flat.sha256](const Result<QImage> &picture) {
                     if (picture)
                         showPicture(bubble, sha256, *picture);
                 });
    }
}

/// It makes its message higher; whoever reads the end goes on reading the end.
void RequestView::showPicture(MessageBubble *bubble, const QString &sha256, const QImage &picture)
{
    QScrollBar *bar = m_scroll->verticalScrollBar();
    const bool atEnd = bar->value() == bar->maximum();
    bubble->setPicture(sha256, picture);
    if (atEnd)
        QTimer::singleShot(0, this, [bar] { bar->setValue(bar->maximum()); });
}

void RequestView::askForUpdate()
{
    if (m_view.ticket.id != m_ticket || m_ask->isHidden() || !m_ask->isEnabled())
        return; // the command is always in the palette, the question not always open
    change(AskUpdate{}, tr("We were asked for an update; you will hear from us."));
}

void RequestView::closeRequest()
{
    change(SetState{State::Closed, {}}, tr("Closed. You can reopen it at any time."));
}

void RequestView::reopenRequest()
{
    if (m_ticket.isNull())
        return;
    m_prompt.askText(this,
                     {tr("What does not work?"), tr("One line helps us to find it."), QString(),
                      tr("e.g. It works again only until I restart"), tr("Reopen"), true, true},
                     [this, id = m_ticket](const std::optional<QString> &words) {
                         if (!words || id != m_ticket)
                             return;
                         reopenWith(words->trimmed());
                     });
}

/// The reason is a message of its own, so that everybody reads it.
void RequestView::reopenWith(const QString &reason)
{
    const QString done = tr("Reopened. Thank you for telling.");
    if (reason.isEmpty())
        return change(SetState{State::Open, {}}, done);
    // Words to a request that is fixed reopen it by themselves; only a closed one stays closed.
    if (m_view.ticket.publicState == PublicState::Closed)
        change(SetState{State::Open, {}}, done);
    AddMessage message;
    message.body = reason;
    whenDone(m_workspace.tickets().addMessage(m_ticket, message, newestOfOthers(), QString()), this,
             [this, done](const Result<MessageId> &added) {
                 // One half alone cannot be taken back.
                 m_lastOp = OpId();
                 if (added)
                     m_banner->tell(Tone::Success, Icon::CheckCircle, done);
                 else
                     m_banner->tell(Tone::Danger, Icon::Alert,
                                    ErrorText::of(added.error()).paragraph());
             });
}

void RequestView::change(const Payload &payload, const QString &done)
{
    if (m_ticket.isNull())
        return;
    whenDone(m_workspace.tickets().change(m_ticket, payload, newestOfOthers()), this,
             [this, done](const Result<OpId> &op) {
                 if (!op) {
                     m_lastOp = OpId();
                     m_banner->tell(Tone::Danger, Icon::Alert,
                                    ErrorText::of(op.error()).paragraph());
                     return;
                 }
                 m_lastOp = *op;
                 m_banner->tell(Tone::Success, Icon::CheckCircle, done, tr("Undo"));
             });
}

void RequestView::undoLast()
{
    if (m_lastOp.isNull())
        return;
    whenDone(m_workspace.tickets().undo(m_lastOp), this, [this](const Result<bool> &undone) {
        m_lastOp = OpId();
        if (undone)
            m_banner->hide();
        else if (undone.error().code == ErrorCode::NotFound)
            m_banner->tell(Tone::Info, Icon::Info,
                           tr("It has already been sent and cannot be taken back."));
        else
            m_banner->tell(Tone::Danger, Icon::Alert, ErrorText::of(undone.error()).paragraph());
    });
}

MessageId RequestView::newestOfOthers() const
{
    for (auto it = m_view.thread.crbegin(); it != m_view.thread.crend(); ++it) {
        if (!it->mine)
            return it->message.id;
    }
    return {};
}

} // namespace vigie
