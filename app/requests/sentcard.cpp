// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/requests/sentcard.h"

#include "app/text/calltext.h"
#include "app/text/enumtext.h"
#include "app/text/timetext.h"
#include "app/widgets/button.h"
#include "app/widgets/flowlayout.h"
#include "app/widgets/label.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QVBoxLayout>

namespace vigie {

SentCard::SentCard(ChannelTable channels, QWidget *parent) :
    QFrame(parent), m_channels(std::move(channels)), m_number(new Label(this, TextStyle::Heading)),
    m_received(new Label(this, TextStyle::Small, LabelRole::Muted)), m_advice(new Label(this)),
    m_call(new Label(this, TextStyle::Strong)), m_script(new Label(this)),
    m_calling(new QWidget(this)),
    m_copyPhone(new Button(Icon::Copy, tr("Copy the phone number"), this)),
    m_copyScript(new Button(Icon::Copy, tr("Copy the words"), this)),
    m_save(new Button(Icon::Download, tr("Save a receipt…"), this, ButtonKind::Quiet))
{
    setObjectName(QStringLiteral("sentCard"));
    setProperty("card", QStringLiteral("plain"));
    m_number->setObjectName(QStringLiteral("sentNumberLabel"));
    m_received->setObjectName(QStringLiteral("sentReceivedLabel"));
    m_advice->setObjectName(QStringLiteral("sentAdviceLabel"));
    m_call->setObjectName(QStringLiteral("sentCallLabel"));
    m_script->setObjectName(QStringLiteral("sentScriptLabel"));
    m_copyPhone->setObjectName(QStringLiteral("copyPhoneButton"));
    m_copyScript->setObjectName(QStringLiteral("copyScriptButton"));
    m_save->setObjectName(QStringLiteral("saveReceiptButton"));
    for (Label *label : {m_number, m_received, m_advice, m_call, m_script})
        label->wrapped()->selectable();

    auto *calling = new QVBoxLayout(m_calling);
    calling->setContentsMargins(0, space::xs, 0, 0);
    calling->setSpacing(space::xs);
    calling->addWidget(m_call);
    calling->addWidget(new Label(tr("In twenty seconds you can say:"), m_calling, TextStyle::Small,
                                 LabelRole::Muted));
    calling->addWidget(m_script);
    auto *actions = new QWidget(this);
    auto *flow = new FlowLayout(actions, space::s);
    for (Button *button : {m_copyPhone, m_copyScript, m_save})
        flow->addWidget(button);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(space::l, space::m, space::l, space::m);
    column->setSpacing(space::xs);
    for (QWidget *part : {static_cast<QWidget *>(m_number), static_cast<QWidget *>(m_received),
                          static_cast<QWidget *>(m_advice), m_calling, actions})
        column->addWidget(part);

    connect(m_copyPhone, &QPushButton::clicked, this, [this] { copy(m_copyPhone, m_phone); });
    connect(m_copyScript, &QPushButton::clicked, this,
            [this] { copy(m_copyScript, m_script->text()); });
    connect(m_save, &QPushButton::clicked, this, &SentCard::receiptWanted);
    setPhone(QString());
    hide();
}

void SentCard::copy(Button *button, const QString &text)
{
    QGuiApplication::clipboard()->setText(text);
    button->setVigieIcon(Icon::Check);
    button->setAccessibleDescription(tr("Copied"));
}

void SentCard::setPhone(const QString &phone)
{
    m_phone = phone.simplified();
    m_copyPhone->setVisible(!m_phone.isEmpty());
    m_call->setText(m_phone.isEmpty()
                        ? tr("If you call: your helpdesk's number can be kept in the preferences.")
                        : tr("Call now: %1").arg(m_phone));
}

void SentCard::setTicket(const Ticket &ticket, const Message &report, qint64 now)
{
    m_receipt = receiptOf(ticket, report);
    setVisible(ticket.publicState == PublicState::Received);
    // Without the report itself its fingerprint would be another one.
    m_save->setVisible(!report.id.isNull());
    m_number->setText(tr("Your request: %1")
                          .arg(EnumText::ticketNumber(ticket.number, ticket.id)));
    m_received->setText(receivedWords());
    showCalling(ticket, int(report.attachments.size()), now);
}

QString SentCard::receivedWords() const
{
    const QString written = TimeText::absolute(m_receipt.writtenAt);
    const QString received = TimeText::absolute(m_receipt.receivedAt);
    if (m_receipt.isSigned()) {
        return tr("Written %1, received %2. The receipt is signed by “%3”.")
            .arg(written, received, m_receipt.signedStatement->server);
    }
    if (m_receipt.isReceived())
        return tr("Written %1, received %2.").arg(written, received);
    return tr("Written %1. Not yet received: it is sent when the server answers. Until then this "
              "short id names it; it stays findable.")
        .arg(written);
}

void SentCard::showCalling(const Ticket &ticket, int files, qint64 now)
{
    m_advice->setText(advice(ticket, files, now));
    const bool live = ticket.kit.liveUntil > now;
    const bool call = live
        || m_channels.channelsFor(ticket.kit.stated, complexityOf(ticket.kit, files))
               .contains(Channel::Phone);
    m_calling->setVisible(call);
    m_copyScript->setVisible(call);
    m_copyPhone->setVisible(call && !m_phone.isEmpty());
    const QString script = CallText::script(ticket);
    if (script != m_script->text()) {
        m_script->setText(script);
        m_copyScript->setVigieIcon(Icon::Copy);
    }
}

QString SentCard::advice(const Ticket &ticket, int files, qint64 now) const
{
    if (ticket.kit.liveUntil > now) {
        return tr("You are live until %1: call now, and name the number.")
            .arg(TimeText::timeOfDay(ticket.kit.liveUntil));
    }
    const QList<Channel> channels =
        m_channels.channelsFor(ticket.kit.stated, complexityOf(ticket.kit, files));
    QString words;
    if (channels.contains(Channel::Phone)) {
        words = channels.first() == Channel::Phone
            ? tr("A short call now is the quickest way; name the number.")
            : tr("What you wrote is what helps most here. A short call with the number makes sure "
                 "that it is seen.");
    } else if (channels.contains(Channel::Chat)) {
        words = tr("Writing is enough. For a quick question a chat does as well.");
    } else {
        words = tr("Writing is enough: you need not call.");
    }
    const bool onlyWritten = m_channels.isFollowedUp(Channel::Ticket)
        && !m_channels.isFollowedUp(Channel::Phone) && !m_channels.isFollowedUp(Channel::Chat);
    if (onlyWritten && channels.size() > 1)
        words += QLatin1Char(' ') + tr("Only this written request is followed up to its end.");
    return words;
}

} // namespace vigie
