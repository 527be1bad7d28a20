// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/outbox/outboxcard.h"

#include "app/text/enumtext.h"
#include "app/text/errortext.h"
#include "app/text/timetext.h"
#include "app/widgets/button.h"
#include "app/widgets/elidedlabel.h"
#include "app/widgets/flowlayout.h"
#include "app/widgets/iconview.h"
#include "app/widgets/label.h"
#include "core/ops/inverse.h"

#include <QGridLayout>
#include <QHBoxLayout>
#include <QVBoxLayout>

namespace vigie {

namespace {

Icon iconOf(const Op &op)
{
    struct Chooser {
        Icon operator()(const CreateTicket &) const { return Icon::Report; }
        Icon operator()(const AddMessage &add) const
        {
            return add.kind == MessageKind::Note   ? Icon::Note
                : add.kind == MessageKind::Call    ? Icon::Call
                                                   : Icon::Reply;
        }
        Icon operator()(const SetField &) const { return Icon::Edit; }
        Icon operator()(const SetState &) const { return Icon::Check; }
        Icon operator()(const Escalate &) const { return Icon::Escalate; }
        Icon operator()(const EditTags &) const { return Icon::Tag; }
        Icon operator()(const EditWatchers &) const { return Icon::Users; }
        Icon operator()(const EditLinks &) const { return Icon::Link; }
        Icon operator()(const MergeInto &) const { return Icon::Merge; }
        Icon operator()(const LogWork &) const { return Icon::Clock; }
        Icon operator()(const ArticleAct &) const { return Icon::Book; }
        Icon operator()(const AskUpdate &) const { return Icon::Bell; }
        Icon operator()(const Rate &) const { return Icon::Star; }
    };
    return std::visit(Chooser{}, op.payload);
}

} // namespace

OutboxCard::OutboxCard(QWidget *parent) :
    QFrame(parent), m_icon(new IconView(Icon::Send, 20, this)),
    m_title(new Label(this, TextStyle::Strong)),
    m_ticket(new ElidedLabel(this, TextStyle::Small, LabelRole::Muted)),
    m_when(new Label(this, TextStyle::Small, LabelRole::Faint)), m_words(new Label(this)),
    m_why(new Label(this, TextStyle::Small, LabelRole::Danger)), m_values(new QFrame(this)),
    m_beforeName(new Label(tr("Before"), m_values, TextStyle::Small, LabelRole::Muted)),
    m_before(new Label(m_values, TextStyle::Strong)),
    m_mine(new Label(m_values, TextStyle::Strong)),
    m_theirs(new Label(m_values, TextStyle::Strong)),
    m_open(new Button(Icon::Open, tr("Open"), this, ButtonKind::Quiet)),
    m_edit(new Button(Icon::Edit, tr("Edit…"), this)),
    m_retry(new Button(Icon::Retry, tr("Send again"), this, ButtonKind::Primary)),
    m_useMine(new Button(Icon::Check, tr("Use mine"), this, ButtonKind::Primary)),
    m_keepTheirs(new Button(tr("Keep theirs"), this)),
    m_discard(new Button(Icon::Trash, tr("Discard"), this, ButtonKind::Quiet)),
    m_keep(new Button(Icon::Undo, tr("Send it after all"), this))
{
    setProperty("card", QStringLiteral("plain"));
    setObjectName(QStringLiteral("outboxCard"));
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(space::l, space::m, space::l, space::m);
    row->setSpacing(space::m);
    row->addWidget(m_icon, 0, Qt::AlignTop);
    auto *column = new QVBoxLayout;
    column->setSpacing(space::xs);
    auto *head = new QHBoxLayout;
    m_title->wrapped();
    head->addWidget(m_title, 1);
    head->addWidget(m_when, 0, Qt::AlignTop);
    column->addLayout(head);
    column->addWidget(m_ticket);
    m_words->wrapped();
    m_words->selectable();
    column->addWidget(m_words);
    m_why->wrapped();
    m_why->setObjectName(QStringLiteral("outboxReasonLabel"));
    column->addWidget(m_why);

    m_values->setProperty("card", QStringLiteral("sunken"));
    auto *grid = new QGridLayout(m_values);
    grid->setContentsMargins(space::m, space::s, space::m, space::s);
    grid->setColumnStretch(1, 1);
    grid->addWidget(m_beforeName, 0, 0);
    grid->addWidget(m_before, 0, 1);
    grid->addWidget(new Label(tr("Theirs"), m_values, TextStyle::Small, LabelRole::Muted), 1, 0);
    grid->addWidget(m_theirs, 1, 1);
    grid->addWidget(new Label(tr("Yours"), m_values, TextStyle::Small, LabelRole::Muted), 2, 0);
    grid->addWidget(m_mine, 2, 1);
    m_before->wrapped();
    m_mine->wrapped();
    m_theirs->wrapped();
    column->addWidget(m_values);
    buildActions(column);
    row->addLayout(column, 1);
}

void OutboxCard::buildActions(QVBoxLayout *column)
{
    auto *actions = new QWidget(this);
    auto *flow = new FlowLayout(actions, space::s);
    QSizePolicy policy(QSizePolicy::Preferred, QSizePolicy::Minimum);
    policy.setHeightForWidth(true);
    actions->setSizePolicy(policy);
    struct Named {
        Button *button;
        const char *name;
    };
    for (const Named &one : {Named{m_retry, "outboxRetryButton"},
                             Named{m_useMine, "outboxUseMineButton"},
                             Named{m_keepTheirs, "outboxKeepTheirsButton"},
                             Named{m_edit, "outboxEditButton"},
                             Named{m_discard, "outboxDiscardButton"},
                             Named{m_keep, "outboxKeepButton"},
                             Named{m_open, "outboxOpenButton"}}) {
        one.button->setObjectName(QLatin1String(one.name));
        flow->addWidget(one.button);
    }
    column->addSpacing(space::xs);
    column->addWidget(actions);
    connect(m_open, &QPushButton::clicked, this, &OutboxCard::openWanted);
    connect(m_edit, &QPushButton::clicked, this, &OutboxCard::editWanted);
    connect(m_retry, &QPushButton::clicked, this, &OutboxCard::retryWanted);
    connect(m_useMine, &QPushButton::clicked, this, &OutboxCard::useMineWanted);
    connect(m_keepTheirs, &QPushButton::clicked, this, &OutboxCard::discardWanted);
    connect(m_discard, &QPushButton::clicked, this, &OutboxCard::discardWanted);
    connect(m_keep, &QPushButton::clicked, this, &OutboxCard::keepWanted);
}

void OutboxCard::setEntry(const OutboxEntry &entry, const NamesById &names, qint64 now)
{
    m_entry = entry;
    const OutboxActions actions = actionsFor(entry);
    const bool trouble = groupOf(entry.state) == OutboxGroup::NeedsYou;
    m_icon->setVigieIcon(trouble ? Icon::Alert : iconOf(entry.op));
    m_icon->setColor(trouble ? IconColor::Danger : IconColor::Muted);
    m_title->setText(EventText::intention(entry.op, names));
    m_ticket->setText(entry.title);
    m_ticket->setVisible(!entry.title.isEmpty()
                         && !std::holds_alternative<CreateTicket>(entry.op.payload));
    m_when->setText(TimeText::relative(entry.op.writtenAt, now));
    m_when->setToolTip(TimeText::absolute(entry.op.writtenAt));
    const QString words = wordsOf(entry.op);
    constexpr qsizetype most = 400;
    m_words->setText(words.size() > most ? words.left(most) + QStringLiteral("…") : words);
    m_words->setVisible(!words.isEmpty());
    m_why->setVisible(trouble || actions.keep);
    m_why->setRole(trouble ? LabelRole::Danger : LabelRole::Muted);
    m_why->setText(entry.state == OpState::Parked ? ErrorText::of(entry.error).paragraph()
                       : actions.keep
                       ? tr("You discarded this when it may already have been on its way. The "
                            "server is asked to refuse it; if it has arrived by then, you are told.")
                       : QString());
    showConflict(names);
    m_edit->setVisible(actions.edit);
    m_retry->setVisible(actions.retry);
    m_retry->setText(entry.state == OpState::Conflict ? tr("Send all the same")
                                                      : tr("Send again"));
    m_useMine->setVisible(actions.useMine);
    m_keepTheirs->setVisible(actions.useMine);
    m_discard->setVisible(actions.discard && !actions.useMine);
    m_keep->setVisible(actions.keep);
}

void OutboxCard::showConflict(const NamesById &names)
{
    const bool conflict = m_entry.state == OpState::Conflict && m_entry.conflict;
    const bool unseen = conflict && m_entry.conflict->field == QLatin1String("unseen");
    m_values->setVisible(conflict && !unseen);
    if (!conflict)
        return;
    const Conflict &both = *m_entry.conflict;
    const QString who = both.theirsBy.isEmpty() ? tr("Somebody else") : both.theirsBy;
    if (unseen) {
        m_why->setText(tr("%1 wrote something you had not read yet. Read it, then decide whether "
                          "yours still fits.")
                           .arg(who));
        return;
    }
    m_why->setText(tr("%1 changed “%2” before your change arrived. Both are kept; choose one.")
                       .arg(who, EnumText::field(both.field)));
    const auto before = m_entry.undo ? singleValueOf(*m_entry.undo) : std::nullopt;
    m_beforeName->setVisible(before.has_value());
    m_before->setVisible(before.has_value());
    m_before->setText(before ? EventText::value(both.field, *before, names) : QString());
    m_mine->setText(EventText::value(both.field, both.mine, names));
    m_theirs->setText(EventText::value(both.field, both.theirs, names));
}

} // namespace vigie
