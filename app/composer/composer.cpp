// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/composer/composer.h"

#include "app/composer/attachmentstrip.h"
#include "app/composer/audience.h"
#include "app/composer/draftsheet.h"
#include "app/composer/formatbar.h"
#include "app/composer/messageedit.h"
#include "app/composer/writinghelp.h"
#include "app/prompt/prompt.h"
#include "app/text/errortext.h"
#include "app/text/enumtext.h"
#include "app/widgets/button.h"
#include "app/widgets/iconbutton.h"
#include "app/widgets/iconview.h"
#include "app/widgets/label.h"
#include "core/base/async.h"
#include "core/base/limits.h"
#include "core/service/ticketservice.h"
#include "core/service/workspace.h"
#include "core/text/codespans.h"
#include "core/text/placeholders.h"

#include <QAction>
#include <QHBoxLayout>
#include <QMenu>
#include <QPainter>
#include <QVBoxLayout>

namespace vigie {

Composer::Composer(Workspace &workspace, Prompt &prompt, QWidget *parent)
    : QWidget(parent), m_workspace(workspace), m_prompt(prompt),
      m_reply(new DraftSheet(workspace, this)), m_note(new DraftSheet(workspace, this)),
      m_help(new WritingHelp(workspace, prompt, this)),
      m_replyTab(new Button(Icon::Reply, tr("Reply"), this, ButtonKind::Quiet)),
      m_noteTab(new Button(Icon::Lock, tr("Internal note"), this, ButtonKind::Quiet)),
      m_audienceIcon(new IconView(Icon::Eye, 14, this)),
      m_audience(new Label(this, TextStyle::Small)),
      m_attach(new IconButton(Icon::Attach, tr("Attach files"), this)),
      m_shot(new IconButton(Icon::Camera, tr("Take a picture of the screen"), this)),
      m_send(new Button(Icon::Send, QString(), this, ButtonKind::Primary)),
      m_sendAnd(new IconButton(Icon::ChevronDown, tr("Send and…"), this)),
      m_sendMenu(new QMenu(this))
{
    setObjectName(QStringLiteral("composer"));
    buildCommands();
    build();
    connect(m_sendAction, &QAction::changed, this, &Composer::showReaders);
    for (DraftSheet *sheet : {m_reply, m_note}) {
        m_help->watch(sheet->edit());
        connect(sheet, &DraftSheet::changed, this, &Composer::showWords);
        connect(sheet, &DraftSheet::refused, this, &Composer::refused);
        connect(sheet, &DraftSheet::edited, this,
                [this, sheet] { Q_EMIT typed(m_mode, sheet->isEmpty()); });
        connect(sheet, &DraftSheet::loaded, this, [this, sheet] {
            if (sheet == &this->sheet())
                sendWhatWaited();
            // A note that was being written is what the person comes back to.
            if (m_reply->isLoaded() && m_note->isLoaded() && m_reply->isEmpty()
                && !m_note->isEmpty())
                showMode(ComposeMode::Note, false);
        });
    }
    connect(m_replyTab, &QPushButton::clicked, this,
            [this] { chooseMode(ComposeMode::Reply, true); });
    connect(m_noteTab, &QPushButton::clicked, this,
            [this] { chooseMode(ComposeMode::Note, true); });
    connect(m_send, &QPushButton::clicked, this, &Composer::send);
    connect(m_attach, &QToolButton::clicked, this, [this] {
        m_prompt.openFiles(this, tr("Attach files"), [this](const QStringList &paths) {
            sheet().strip()->addFiles(paths);
        });
    });
    showMode(ComposeMode::Reply, false);
}

void Composer::build()
{
    m_replyTab->setObjectName(QStringLiteral("replyTab"));
    m_noteTab->setObjectName(QStringLiteral("noteTab"));
    for (Button *tab : {m_replyTab, m_noteTab}) {
        tab->setCheckable(true);
        tab->setFocusPolicy(Qt::TabFocus);
    }
    m_reply->edit()->setObjectName(QStringLiteral("replyEdit"));
    m_note->edit()->setObjectName(QStringLiteral("noteEdit"));
    m_note->edit()->setPlaceholderText(tr("For colleagues only: what you found, tried, know."));
    m_note->edit()->setAccessibleName(tr("Internal note, only colleagues read this"));
    m_audience->setObjectName(QStringLiteral("audienceLabel"));
    m_send->setObjectName(QStringLiteral("sendMessageButton"));
    m_attach->setObjectName(QStringLiteral("attachButton"));
    m_shot->setObjectName(QStringLiteral("replyShotButton"));
    m_shot->hide();
    connect(m_shot, &QToolButton::clicked, this, [this] { Q_EMIT shotWanted(m_target.ticket); });
    m_sendAnd->setObjectName(QStringLiteral("sendAndButton"));
    m_sendAnd->setMenu(m_sendMenu);
    m_sendAnd->setPopupMode(QToolButton::InstantPopup);
    connect(m_sendMenu, &QMenu::aboutToShow, this, &Composer::buildSendMenu);

    auto *top = new QHBoxLayout;
    top->setSpacing(space::xs);
    top->addWidget(m_replyTab);
    top->addWidget(m_noteTab);
    top->addStretch(1);
    top->addWidget(m_audienceIcon);
    top->addWidget(m_audience);
    auto *bottom = new QHBoxLayout;
    bottom->setSpacing(space::xs);
    bottom->addWidget(m_attach);
    bottom->addWidget(m_shot);
    bottom->addWidget(m_formats);
    bottom->addStretch(1);
    bottom->addWidget(m_send);
    bottom->addWidget(m_sendAnd);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(space::l, space::s, space::l, space::m);
    column->setSpacing(space::xs);
    column->addLayout(top);
    column->addWidget(m_reply, 1);
    column->addWidget(m_note, 1);
    column->addLayout(bottom);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Maximum);
}

QAction *Composer::addCommand(const char *id, const QString &text, Icon icon,
                              const QList<QKeySequence> &keys, const std::function<void()> &run)
{
    auto *action = new QAction(IconSet::icon(icon), text, this);
    action->setObjectName(QLatin1String(id));
    action->setShortcuts(keys);
    action->setShortcutContext(Qt::WidgetWithChildrenShortcut);
    connect(action, &QAction::triggered, this, run);
    m_commands.append(action);
    return action;
}

void Composer::buildCommands()
{
    addCommand("composer.reply", tr("Reply"), Icon::Reply, {QKeySequence(Qt::Key_R)},
               [this] { begin(ComposeMode::Reply); });
    addCommand("composer.note", tr("Internal note"), Icon::Lock, {QKeySequence(Qt::Key_N)},
               [this] { begin(ComposeMode::Note); });
    addCommand("composer.flip", tr("Switch between internal and public"), Icon::Swap,
               {QKeySequence(Qt::Key_I)}, [this] { flipVisibility(); });
    // Only sending and the form of words belong to every place with an editor; the letters mean
    // what the page says.
    m_sendAction = addCommand(
        "composer.send", tr("Send"), Icon::Send,
        {QKeySequence(Qt::CTRL | Qt::Key_Return), QKeySequence(Qt::CTRL | Qt::Key_Enter)},
        [this] { send(); });
    addAction(m_sendAction);
    addCommand("composer.sendNext", tr("Send and open the next ticket"), Icon::Send,
               {QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_Return)},
               [this] { sendAnd(std::nullopt, true); });
    addCommand("composer.attach", tr("Attach files"), Icon::Attach, {},
               [this] { m_attach->click(); });
    addCommand("composer.cannedTexts", tr("Canned texts…"), Icon::Note, {},
               [this] { m_help->showCannedTexts(sheet().edit()); });
    addAction(addCommand("composer.spelling", tr("Next misspelled word"), Icon::TextMark,
                         {QKeySequence(Qt::Key_F7)},
                         [this] { m_help->toNextMisspelled(sheet().edit()); }));
    buildFormats();
}

/// Markdown is what is written; these only write it for people who do not know it by heart.
void Composer::buildFormats()
{
    using Make = std::function<markdown::Change(const QString &, const Span &)>;
    const auto add = [this](const char *id, const QString &text, Icon icon,
                                    QKeyCombination keys, const Make &make) {
        QAction *action = addCommand(id, text, icon, {QKeySequence(keys)}, [this, make] {
            MessageEdit *edit = sheet().edit();
            if (edit->isReadOnly())
                return;
            edit->change(make(edit->toPlainText(), edit->selection()));
            edit->setFocus(Qt::ShortcutFocusReason);
        });
        action->setToolTip(tr("%1 (%2)", "a command, its keys")
                               .arg(text, action->shortcut().toString(QKeySequence::NativeText)));
        addAction(action);
        return action;
    };
    const auto mark = [](markdown::Mark kind) -> Make {
        return [kind](const QString &text, const Span &at) { return markdown::toggled(kind, text, at); };
    };
    const auto block = [](markdown::Block kind) -> Make {
        return [kind](const QString &text, const Span &at) { return markdown::toggled(kind, text, at); };
    };
    const QList<QAction *> forms{
        add("composer.bold", tr("Bold"), Icon::Bold, Qt::CTRL | Qt::Key_B,
            mark(markdown::Mark::Bold)),
        add("composer.italic", tr("Italic"), Icon::Italic, Qt::CTRL | Qt::Key_I,
            mark(markdown::Mark::Italic)),
        add("composer.code", tr("Code"), Icon::Code, Qt::CTRL | Qt::SHIFT | Qt::Key_M,
            mark(markdown::Mark::Code)),
        add("composer.link", tr("Web link"), Icon::Link, Qt::CTRL | Qt::SHIFT | Qt::Key_K,
            markdown::linked),
        add("composer.list", tr("List"), Icon::List, Qt::CTRL | Qt::SHIFT | Qt::Key_8,
            block(markdown::Block::List)),
        add("composer.quote", tr("Quotation"), Icon::Quote, Qt::CTRL | Qt::SHIFT | Qt::Key_9,
            block(markdown::Block::Quote)),
    };
    // Rare enough for menu and keys alone.
    add("composer.numbers", tr("Numbered list"), Icon::Sort, Qt::CTRL | Qt::SHIFT | Qt::Key_7,
        block(markdown::Block::Numbers));
    m_formats = new FormatBar(forms, this);
}

void Composer::buildSendMenu()
{
    m_sendMenu->clear();
    const auto add = [this](const QString &text, const char *name, std::optional<State> then,
                            bool next) {
        QAction *action = m_sendMenu->addAction(text);
        action->setObjectName(QLatin1String(name));
        connect(action, &QAction::triggered, this, [this, then, next] { sendAnd(then, next); });
    };
    const bool reply = m_mode == ComposeMode::Reply;
    if (m_target.asStaff) {
        if (reply) {
            add(tr("Send and resolve"), "sendAndResolve", State::Resolved, false);
            add(tr("Send and wait for %1").arg(requester()), "sendAndWait",
                State::WaitingRequester, false);
        } else {
            add(tr("Add and resolve"), "sendAndResolve", State::Resolved, false);
            add(tr("Add and wait for a supplier"), "sendAndWait", State::WaitingVendor, false);
        }
        m_sendMenu->addSeparator();
    }
    add(reply ? tr("Send and open the next ticket") : tr("Add and open the next ticket"),
        "sendAndNext", std::nullopt, true);
}

void Composer::offerShots(bool on)
{
    m_shot->setVisible(on);
}

void Composer::attachShot(const ShownFile &shot, const TicketId &ticket)
{
    if (ticket == m_target.ticket) {
        sheet().strip()->addShot(shot);
        showMode(m_mode, true);
        return;
    }
    m_reply->addElsewhere(QStringLiteral("reply/") + ticket.text(), {shot});
}

// ---- target and mode -------------------------------------------------------------------------

DraftSheet &Composer::sheet() const
{
    return m_mode == ComposeMode::Reply ? *m_reply : *m_note;
}

QString Composer::requester() const
{
    return m_target.requesterName.isEmpty() ? tr("the requester") : m_target.requesterName;
}

void Composer::expect(const TicketId &ticket)
{
    ComposeTarget target;
    target.ticket = ticket;
    setTarget(target);
    m_expecting = true;
}

void Composer::setSeenThrough(const MessageId &message)
{
    m_seenThrough = message;
    sendWhatWaited();
}

void Composer::sendWhatWaited()
{
    if (!m_onceRead || m_expecting || !sheet().isLoaded())
        return;
    showWords();
    std::exchange(m_onceRead, nullptr)();
}

void Composer::setTarget(const ComposeTarget &target)
{
    m_expecting = false;
    if (target == m_target)
        return;
    const bool other = target.ticket != m_target.ticket;
    m_target = target;
    if (other) {
        m_sending = false;
        m_onceRead = nullptr;
        m_reply->open(QStringLiteral("reply/") + target.ticket.text());
        m_note->open(QStringLiteral("note/") + target.ticket.text());
        showMode(ComposeMode::Reply, false);
    }
    m_help->setTarget(target.asStaff, {{QStringLiteral("requester"), target.requesterName},
                                       {QStringLiteral("ticket"), target.number},
                                       {QStringLiteral("title"), target.title},
                                       {QStringLiteral("agent"), m_workspace.me().name}});
    m_noteTab->setVisible(target.asStaff);
    // A choice of one is none.
    m_replyTab->setVisible(target.asStaff);
    m_sendAnd->setVisible(target.asStaff);
    if (!target.asStaff && m_mode == ComposeMode::Note)
        showMode(ComposeMode::Reply, false);
    showWords();
}

bool Composer::isCopying() const
{
    return m_reply->isBusy() || m_note->isBusy();
}

bool Composer::isWriting() const
{
    return !m_reply->isEmpty() || !m_note->isEmpty();
}

void Composer::begin(ComposeMode mode)
{
    chooseMode(mode, true);
}

/// A click on a tab or a key. Going from a written note to an empty reply is the moment in which
/// internal words could slip out, so it asks; two drafts side by side need no question.
void Composer::chooseMode(ComposeMode mode, bool focus)
{
    if (mode == ComposeMode::Note && !m_target.asStaff)
        return; // the key works on a requester's page too, where notes do not exist
    const bool outward = m_mode == ComposeMode::Note && mode == ComposeMode::Reply;
    if (!outward || m_note->isEmpty() || !m_reply->isEmpty())
        return showMode(mode, focus);
    m_noteTab->setChecked(true);
    m_replyTab->setChecked(false);
    Question question;
    question.title = tr("Show this note to %1?").arg(requester());
    question.text = tr("The note is internal. Move its words into a reply that %1 will read? "
                       "If not, the note stays internal and the reply starts empty.")
                        .arg(requester());
    question.accept = tr("Move into the reply");
    question.dangerous = true;
    const TicketId ticket = m_target.ticket;
    m_prompt.ask(this, question, [this, ticket, focus](bool accepted) {
        if (ticket != m_target.ticket)
            return;
        if (accepted)
            moveWords(ComposeMode::Reply);
        showMode(ComposeMode::Reply, focus);
    });
}

void Composer::moveWords(ComposeMode to)
{
    DraftSheet &from = to == ComposeMode::Reply ? *m_note : *m_reply;
    DraftSheet &into = to == ComposeMode::Reply ? *m_reply : *m_note;
    QList<Attachment> files = into.files();
    for (const Attachment &file : from.files()) {
        if (!files.contains(file))
            files.append(file);
    }
    const QString body = into.body().trimmed().isEmpty()
        ? from.body()
        : into.body() + QStringLiteral("\n\n") + from.body();
    into.setContent(body, files);
    from.setContent({}, {});
}

/// The `i` key: the same words for the other audience.
void Composer::flipVisibility()
{
    if (!m_target.asStaff)
        return;
    if (m_mode == ComposeMode::Note)
        return chooseMode(ComposeMode::Reply, true);
    if (!m_reply->isEmpty())
        moveWords(ComposeMode::Note); // inward is always safe
    showMode(ComposeMode::Note, true);
}

void Composer::showMode(ComposeMode mode, bool focus)
{
    m_mode = mode;
    const bool note = mode == ComposeMode::Note;
    m_replyTab->setChecked(!note);
    m_noteTab->setChecked(note);
    m_reply->setVisible(!note);
    m_note->setVisible(note);
    showWords();
    update();
    if (focus)
        sheet().edit()->setFocus(Qt::ShortcutFocusReason);
}

void Composer::showWords()
{
    const bool note = m_mode == ComposeMode::Note;
    m_reply->edit()->setPlaceholderText(tr("Write to %1").arg(requester()));
    showReaders();
    const auto tabText = [](const QString &name, const DraftSheet &draft, bool shown) {
        return !shown && !draft.isEmpty() ? tr("%1 (draft)").arg(name) : name;
    };
    m_replyTab->setText(tabText(tr("Reply"), *m_reply, !note));
    m_noteTab->setText(tabText(tr("Internal note"), *m_note, note));
    const bool ready = !m_target.ticket.isNull() && sheet().isLoaded() && !sheet().isEmpty()
        && !sheet().isBusy() && !m_sending;
    m_send->setEnabled(ready);
    m_sendAnd->setEnabled(ready);
}

/// To whom it goes, before it goes.
void Composer::showReaders()
{
    const bool note = m_mode == ComposeMode::Note;
    const Audience audience(m_target.readers, requester());
    // Whichever they are: they can be chosen.
    const QString keys = m_sendAction->shortcut().toString(QKeySequence::NativeText);
    if (const ButtonKind kind = note ? ButtonKind::Internal : ButtonKind::Primary;
        m_send->kind() != kind)
        m_send->setKind(kind);
    m_send->setVigieIcon(note ? Icon::Lock : Icon::Send);
    m_send->setText(note ? tr("Add note") : audience.sendText());
    m_send->setToolTip(!note ? audience.list(keys)
                           : keys.isEmpty()
                           ? tr("Only colleagues read this")
                           : tr("Only colleagues read this (%1)", "the keys that send").arg(keys));
    const QString sentence = note ? tr("Only colleagues read this") : audience.sentence();
    const bool outside = !note && audience.outside() > 0;
    m_audience->setText(sentence);
    m_audience->setRole(note          ? LabelRole::Internal
                            : outside ? LabelRole::Warning
                                      : LabelRole::Accent);
    m_audienceIcon->setVigieIcon(note ? Icon::EyeOff : outside ? Icon::Globe : Icon::Eye);
    m_audienceIcon->setColor(note          ? IconColor::Internal
                                 : outside ? IconColor::Warning
                                           : IconColor::Accent);
    m_reply->edit()->setAccessibleName(tr("Reply: %1").arg(audience.sentence()));
}

// ---- words -----------------------------------------------------------------------------------

void Composer::quote(const QString &text)
{
    QString quoted;
    for (const QString &line : text.trimmed().split(u'\n'))
        quoted += QStringLiteral("> ") + line + u'\n';
    QTextCursor cursor = sheet().edit()->textCursor();
    if (cursor.position() > 0 && !cursor.atBlockStart())
        cursor.insertText(QStringLiteral("\n"));
    cursor.insertText(quoted + u'\n');
    sheet().edit()->setTextCursor(cursor);
    sheet().edit()->setFocus(Qt::OtherFocusReason);
}

void Composer::giveBack(ComposeMode mode, const QString &body, const QList<Attachment> &files)
{
    DraftSheet &target = mode == ComposeMode::Reply ? *m_reply : *m_note;
    // Newer words stay: the recalled ones go in front of them.
    const QString newer = target.body();
    QList<Attachment> all = files;
    for (const Attachment &file : target.files()) {
        if (all.contains(file))
            continue;
        // More than can be read again would take all of them away.
        if (all.size() >= limits::kAttachmentsPerMessage)
            Q_EMIT refused(ErrorText::tooManyFiles(file.name).paragraph());
        else
            all.append(file);
    }
    target.setContent(newer.trimmed().isEmpty() ? body : body + QStringLiteral("\n\n") + newer, all);
    showMode(mode, true);
}

void Composer::send()
{
    sendAnd(std::nullopt, false);
}

void Composer::sendAnd(std::optional<State> then, bool next)
{
    // Whoever writes a word and sends it at once is faster than the disk.
    if (m_expecting || (!sheet().isLoaded() && sheet().edit()->hasTypedAhead())) {
        m_onceRead = [this, sent = &sheet(), then, next] {
            if (sent == &sheet())
                sendAnd(then, next);
        };
        return;
    }
    if (!m_send->isEnabled())
        return;
    if (sheet().body().size() > limits::kBodyLength) {
        m_prompt.tell(this, tr("The message is too long"),
                      tr("It has more than %L1 characters. Attach the long part as a file; "
                         "nothing was sent and your words are still here.")
                          .arg(limits::kBodyLength));
        return;
    }
    if (const QString gap = openGap(); !gap.isEmpty())
        return askAboutGap(gap, then, next);
    handOver(then, next);
}

/// A placeholder that nobody filled in, of a reply; code may have braces.
QString Composer::openGap() const
{
    const QString body = sheet().body();
    if (m_mode == ComposeMode::Note || !m_target.asStaff)
        return {};
    const QList<Span> code = codeSpans(body);
    const QList<Span> gaps = fillPlaceholders(body, {}).gaps;
    for (const Span &gap : gaps) {
        if (!isWithin(code, gap.begin))
            return body.mid(gap.begin, gap.end - gap.begin);
    }
    return {};
}

void Composer::askAboutGap(const QString &gap, std::optional<State> then, bool next)
{
    Question question;
    question.title = tr("Send it with %1 in it?").arg(gap);
    question.text = tr("This place of a canned text is still empty. %1 will read it as it stands.")
                        .arg(requester());
    question.accept = tr("Send as it is");
    question.dangerous = true;
    const TicketId ticket = m_target.ticket;
    m_prompt.ask(this, question, [this, ticket, then, next](bool accepted) {
        if (accepted && ticket == m_target.ticket && m_send->isEnabled())
            handOver(then, next);
    });
}

void Composer::handOver(std::optional<State> then, bool next)
{
    const SentMessage draft{m_target.ticket, {}, m_mode, then, next, m_seenThrough};
    AddMessage message;
    message.kind = m_mode == ComposeMode::Note ? MessageKind::Note : MessageKind::Reply;
    const QString body = sheet().body();
    message.body = body.trimmed();
    message.attachments = sheet().files();
    m_sending = true;
    sheet().edit()->setReadOnly(true);
    showWords();
    whenDone(m_workspace.tickets().addMessage(m_target.ticket, message, m_seenThrough,
                                              sheet().place()),
             this, [this, draft, body, files = message.attachments](const Result<MessageId> &result) {
                 showHandedOver(draft, body, files, result.has_value());
                 handedOver(draft, result);
             });
}

/// The words and files that were handed over go from the page, if it is still that of the ticket.
void Composer::showHandedOver(const SentMessage &message, const QString &body,
                              const QList<Attachment> &files, bool done)
{
    if (message.ticket != m_target.ticket)
        return;
    m_sending = false;
    DraftSheet &used = message.mode == ComposeMode::Reply ? *m_reply : *m_note;
    used.edit()->setReadOnly(false);
    if (done)
        used.forget(body, files);
    showWords();
}

void Composer::handedOver(const SentMessage &message, const Result<MessageId> &result)
{
    if (!result) {
        Q_EMIT failed(result.error());
        return;
    }
    SentMessage done = message;
    done.message = *result;
    Q_EMIT sent(done);
}

/// A note lies on another ground within a broken line: nobody has to read to see that it stays here.
void Composer::paintEvent(QPaintEvent *)
{
    const Tokens &tokens = tokensFor(this);
    const bool note = m_mode == ComposeMode::Note;
    QPainter painter(this);
    painter.fillRect(rect(), note ? tokens.tone(Tone::Internal).fill : tokens.surface);
    if (note) {
        painter.setPen(QPen(tokens.tone(Tone::Internal).solid, 2, Qt::DashLine));
        painter.drawRect(rect().adjusted(1, 1, -1, -1));
        painter.fillRect(QRect(0, 0, space::xs, height()), tokens.tone(Tone::Internal).solid);
    } else {
        painter.fillRect(QRect(0, 0, width(), 2), tokens.accent);
    }
}

} // namespace vigie
