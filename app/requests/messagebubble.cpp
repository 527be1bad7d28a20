// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/requests/messagebubble.h"

#include "app/prose/messageprose.h"
#include "app/prose/proseview.h"
#include "app/text/eventtext.h"
#include "app/text/timetext.h"
#include "app/widgets/avatar.h"
#include "app/widgets/button.h"
#include "app/widgets/card.h"
#include "app/widgets/filechips.h"
#include "app/widgets/label.h"
#include "core/model/messageformat.h"

#include <QHBoxLayout>
#include <QVBoxLayout>

namespace vigie {

MessageBubble::MessageBubble(const MessageView &view, qint64 now, QWidget *parent) :
    QWidget(parent), m_view(view)
{
    if (view.message.kind == MessageKind::Event)
        buildEvent();
    else
        buildWords();
    setView(view, now);
}

void MessageBubble::buildEvent()
{
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    m_event = new Label(this, TextStyle::Small, LabelRole::Faint);
    m_event->setAlignment(Qt::AlignCenter);
    m_event->wrapped();
    row->addWidget(m_event);
}

void MessageBubble::buildWords()
{
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(space::s);
    m_card = new Card(this, m_view.mine ? Card::Look::Mine : Card::Look::Bubble);
    m_card->column()->setSpacing(space::xs);
    m_card->column()->setContentsMargins(space::l, space::s, space::l, space::m);
    m_head = new Label(m_card, TextStyle::Caption, LabelRole::Muted);
    m_crossed = new Label(m_card, TextStyle::Caption, LabelRole::Faint);
    m_crossed->wrapped();
    m_crossed->setObjectName(QStringLiteral("messageCrossedLabel"));
    m_body = new ProseView(m_card);
    m_body->setObjectName(QStringLiteral("messageBodyView"));
    m_files = new FileChips(false, m_card);
    m_delivery = new Label(m_card, TextStyle::Caption, LabelRole::Muted);
    m_delivery->setObjectName(QStringLiteral("messageDeliveryLabel"));
    m_help = new Button(tr("See what to do"), m_card, ButtonKind::Link);
    m_help->setObjectName(QStringLiteral("openOutboxButton"));
    m_card->column()->addWidget(m_head);
    m_card->column()->addWidget(m_crossed);
    m_card->column()->addWidget(m_body);
    m_card->column()->addWidget(m_files);
    auto *foot = new QHBoxLayout;
    foot->addWidget(m_delivery);
    foot->addWidget(m_help);
    foot->addStretch(1);
    m_card->column()->addLayout(foot);
    if (m_view.mine) {
        row->addStretch(1);
        row->addWidget(m_card, 5);
    } else {
        auto *avatar = new Avatar(this, 32);
        avatar->setName(m_view.message.authorName);
        row->addWidget(avatar, 0, Qt::AlignTop);
        row->addWidget(m_card, 5);
        row->addStretch(1);
    }
    connect(m_body, &ProseView::linkActivated, this, &MessageBubble::linkActivated);
    connect(m_body, &ProseView::pictureActivated, this, &MessageBubble::openPicture);
    connect(m_help, &QPushButton::clicked, this, &MessageBubble::outboxWanted);
    connect(m_files, &FileChips::openRequested, this, [this](const QString &id) {
        for (const ShownFile &file : foldShots(m_view.message.attachments)) {
            if (file.flat.sha256 == id)
                Q_EMIT openFile(file);
        }
    });
}

void MessageBubble::setView(const MessageView &view, qint64 now)
{
    m_view = view;
    const Message &message = view.message;
    const qint64 at = message.writtenAt > 0 ? message.writtenAt : message.receivedAt;
    if (m_event) {
        m_event->setText(tr("%1 · %2", "what happened and when")
                             .arg(EventText::sentence(message, false),
                                  TimeText::relative(at, now)));
        m_event->setToolTip(TimeText::absolute(at));
        return;
    }
    const QString name = view.mine ? tr("You") : message.authorName;
    m_head->setText(tr("%1 · %2", "a name and a time").arg(name, TimeText::relative(at, now)));
    m_head->setToolTip(TimeText::absolute(at));
    m_crossed->setText(message.crossed > 0 ? EventText::crossed(message.crossed) : QString());
    m_crossed->setVisible(message.crossed > 0);
    m_body->setDoc(messageProse(message.body, htmlOf(message), false));
    showPictures();
    QList<FileChip> chips;
    for (const ShownFile &file : foldShots(message.attachments))
        chips.append({file.flat.sha256, file.flat.name, TimeText::size(file.size()), false});
    m_files->setFiles(chips);
    const QString delivery = deliveryWords();
    m_delivery->setText(delivery);
    m_delivery->setVisible(!delivery.isEmpty());
    m_delivery->setRole(view.delivery == Delivery::NeedsYou ? LabelRole::Danger
                                                            : LabelRole::Muted);
    m_help->setVisible(view.delivery == Delivery::NeedsYou);
}

int MessageBubble::fileOf(const RichTarget &target) const
{
    if (target.kind != RichTarget::Kind::Picture)
        return -1;
    QStringList names;
    QStringList ids;
    for (const ShownFile &file : foldShots(m_view.message.attachments)) {
        names.append(file.flat.name);
        ids.append(contentIdOf(m_view.message, file.flat));
    }
    return pictureIndex(target.name, names, ids);
}

void MessageBubble::openPicture(const QString &name)
{
    if (const int file = fileOf({RichTarget::Kind::Picture, {}, name}); file >= 0)
        Q_EMIT openFile(foldShots(m_view.message.attachments).at(file));
}

QList<ShownFile> MessageBubble::picturesNamed() const
{
    QList<ShownFile> named;
    const QList<ShownFile> files = foldShots(m_view.message.attachments);
    for (const RichTarget &target : m_body ? m_body->doc().targets : QList<RichTarget>()) {
        if (const int file = fileOf(target); file >= 0 && !named.contains(files.at(file)))
            named.append(files.at(file));
    }
    return named;
}

void MessageBubble::setPicture(const QString &sha256, const QImage &picture)
{
    m_pictures.insert(sha256, picture);
    showPictures();
}

void MessageBubble::showPictures()
{
    if (m_pictures.isEmpty())
        return;
    const QList<ShownFile> files = foldShots(m_view.message.attachments);
    QHash<int, QImage> here;
    for (int i = 0; i < int(m_body->doc().targets.size()); ++i) {
        if (const int file = fileOf(m_body->doc().targets.at(i)); file >= 0)
            here.insert(i, m_pictures.value(files.at(file).flat.sha256));
    }
    m_body->setPictures(here);
}

QString MessageBubble::deliveryWords() const
{
    if (!m_view.mine)
        return {};
    switch (m_view.delivery) {
    case Delivery::Sent: return {};
    case Delivery::Waiting: return tr("Waiting to be sent");
    case Delivery::Sending: return tr("Sending…");
    case Delivery::Checking: return tr("Checking whether it arrived…");
    case Delivery::NeedsYou: return tr("Not sent: it needs you");
    }
    return {};
}

} // namespace vigie
