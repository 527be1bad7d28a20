// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/account/signinpage.h"

#include "app/account/fingerprint.h"
#include "app/text/errortext.h"
#include "app/widgets/banner.h"
#include "app/widgets/busybar.h"
#include "app/widgets/button.h"
#include "app/widgets/card.h"
#include "app/widgets/label.h"
#include "app/widgets/pagecolumn.h"
#include "core/base/async.h"

#include <QCheckBox>
#include <QLabel>
#include <QLineEdit>
#include <QVBoxLayout>

namespace vigie {

SignInPage::SignInPage(AccountService &accounts, QWidget *parent) :
    QWidget(parent), m_accounts(accounts), m_busy(new BusyBar(this)), m_banner(new Banner(this))
{
    setObjectName(QStringLiteral("signInPage"));
    auto *page = new PageColumn(this, 440);
    QVBoxLayout *column = page->column();
    column->addStretch(2);
    auto *emblem = new QLabel(page);
    emblem->setPixmap(IconSet::application().pixmap(72, 72));
    column->addWidget(emblem, 0, Qt::AlignHCenter);
    auto *title = new Label(tr("Welcome to Vigie"), page, TextStyle::Title);
    title->setAlignment(Qt::AlignHCenter);
    column->addWidget(title);
    auto *hint = new Label(tr("The helpdesk that keeps working when the network does not."), page,
                           TextStyle::Body, LabelRole::Muted);
    hint->setAlignment(Qt::AlignHCenter);
    column->addWidget(hint->wrapped());
    column->addSpacing(space::s);
    column->addWidget(m_banner);
    auto *card = new Card(page);
    card->column()->setContentsMargins(space::xl, space::xl, space::xl, space::xl);
    m_steps = {buildServerStep(), buildCompareStep(), buildChangedStep(), buildPersonStep()};
    for (QWidget *step : std::as_const(m_steps))
        card->column()->addWidget(step);
    card->column()->addWidget(m_busy);
    column->addWidget(card);
    column->addStretch(3);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(page);
    m_banner->setClosable(false);
    goTo(Step::Server);
}

void SignInPage::prefill(const QString &server, const QString &login, const QString &reason)
{
    m_server->setText(server);
    m_login->setText(login);
    if (!reason.isEmpty())
        m_banner->tell(Tone::Info, Icon::Key, reason);
}

void SignInPage::offerOffline(const QString &accountKey)
{
    m_offlineKey = accountKey;
    m_offline->setVisible(!accountKey.isEmpty());
}

void SignInPage::startWriting()
{
    QLineEdit *first = step() == Step::Person
        ? (m_login->text().isEmpty() ? m_login : m_password)
        : m_server;
    first->setFocus(Qt::OtherFocusReason);
}

void SignInPage::goTo(Step step)
{
    m_step = step;
    for (int i = 0; i < m_steps.size(); ++i)
        m_steps.at(i)->setVisible(i == int(step));
    const QString lines = fingerprintLines(m_probe.fingerprint).join(QLatin1Char('\n'));
    const QString name = m_probe.name.isEmpty() ? m_probe.url.host() : m_probe.name;
    m_fingerprint->setText(lines);
    m_newPrint->setText(lines);
    m_compareName->setText(tr("Is this really “%1”?").arg(name));
    m_personServer->setText(tr("%1 at %2", "a server's name and address")
                                .arg(name, m_probe.url.host()));
    m_compared->setChecked(false);
    startWriting();
}

void SignInPage::probe()
{
    if (m_server->text().trimmed().isEmpty()) {
        m_banner->tell(Tone::Info, Icon::Info,
                       tr("Type your helpdesk's address; your administrator knows it."));
        return;
    }
    m_banner->hide();
    setBusy(true);
    whenDone(m_accounts.probe(m_server->text().trimmed(), QString()), this,
             [this](const Result<ServerProbe> &probe) {
                 setBusy(false);
                 if (probe)
                     probed(*probe);
                 else
                     tell(probe.error());
             });
}

void SignInPage::probed(const ServerProbe &probe)
{
    m_probe = probe;
    m_pin.clear();
    const QString known = pinKnownFor(probe.url);
    if (!known.isEmpty() && !sameFingerprint(known, probe.fingerprint)) {
        m_oldPrint->setText(fingerprintLines(known).join(QLatin1Char('\n')));
        goTo(Step::Changed);
        return;
    }
    if (!known.isEmpty()) {
        m_pin = known;
        goTo(Step::Person);
        return;
    }
    goTo(probe.trusted ? Step::Person : Step::Compare);
}

void SignInPage::signIn()
{
    if (m_login->text().trimmed().isEmpty() || m_password->text().isEmpty()) {
        m_banner->tell(Tone::Info, Icon::Info, tr("Type your name and your password."));
        return;
    }
    SignInRequest request;
    request.server = m_probe.url;
    request.login = m_login->text().trimmed();
    request.password = m_password->text();
    request.pinnedFingerprint = m_pin;
    request.remember = m_remember->isChecked();
    m_banner->hide();
    setBusy(true);
    whenDone(m_accounts.signIn(request), this, [this](const Result<SignedIn> &session) {
        setBusy(false);
        m_password->clear();
        if (!session) {
            tell(session.error());
            if (session.error().code == ErrorCode::TlsChanged)
                goTo(Step::Server);
            m_password->setFocus();
            return;
        }
        Q_EMIT signedIn(*session);
    });
}

void SignInPage::setBusy(bool busy)
{
    m_busy->setBusy(busy);
    for (QWidget *widget : {static_cast<QWidget *>(m_server), static_cast<QWidget *>(m_continue),
                            static_cast<QWidget *>(m_login), static_cast<QWidget *>(m_password),
                            static_cast<QWidget *>(m_signIn)})
        widget->setEnabled(!busy);
    m_signIn->setText(busy ? tr("Signing in…") : tr("Sign in"));
}

void SignInPage::tell(const Error &error)
{
    if (error.code == ErrorCode::Cancelled)
        return;
    if (error.code == ErrorCode::Invalid) {
        m_banner->tell(Tone::Warning, Icon::Alert,
                       tr("This is not an address of a helpdesk. It looks like "
                          "helpdesk.example.org or https://helpdesk.example.org:8642."));
        return;
    }
    const ErrorWords words = ErrorText::of(error);
    m_banner->tell(error.code == ErrorCode::WrongPassword ? Tone::Warning : Tone::Danger,
                   Icon::Alert, words.title + QStringLiteral(". ") + words.paragraph());
}

QString SignInPage::pinKnownFor(const QUrl &url) const
{
    const QList<Account> known = m_accounts.accounts();
    for (const Account &account : known) {
        if (account.server == url && !account.pinnedFingerprint.isEmpty())
            return account.pinnedFingerprint;
    }
    return {};
}

} // namespace vigie
