// SPDX-License-Identifier: GPL-3.0-or-later
// The building of the sign-in page; what it does is in signinpage.cpp.
#include "app/account/signinpage.h"

#include "app/widgets/button.h"
#include "app/widgets/card.h"
#include "app/widgets/iconview.h"
#include "app/widgets/label.h"

#include <QCheckBox>
#include <QFontDatabase>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QVBoxLayout>

namespace vigie {

namespace {

QVBoxLayout *beginStep(QWidget *step)
{
    auto *column = new QVBoxLayout(step);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(space::s);
    return column;
}

void addField(QVBoxLayout *column, const QString &caption, QWidget *field)
{
    auto *label = new Label(caption, field->parentWidget(), TextStyle::Small, LabelRole::Muted);
    label->setBuddy(field);
    column->addWidget(label);
    column->addWidget(field);
    column->addSpacing(space::xs);
}

void addText(QVBoxLayout *column, const QString &text, QWidget *parent)
{
    column->addWidget((new Label(text, parent, TextStyle::Body, LabelRole::Muted))->wrapped());
}

Label *addPrint(QVBoxLayout *column, QWidget *parent, const char *name)
{
    auto *card = new Card(parent, Card::Look::Sunken);
    auto *label = new Label(card);
    QFont font = QFontDatabase::systemFont(QFontDatabase::FixedFont);
    font.setPointSizeF(label->font().pointSizeF() * 1.1);
    label->setFont(font);
    label->setObjectName(QLatin1String(name));
    label->selectable();
    card->column()->addWidget(label, 0, Qt::AlignHCenter);
    column->addWidget(card);
    return label;
}

} // namespace

QWidget *SignInPage::buildServerStep()
{
    auto *step = new QWidget(this);
    QVBoxLayout *column = beginStep(step);
    m_server = new QLineEdit(step);
    m_server->setObjectName(QStringLiteral("serverAddressEdit"));
    m_server->setPlaceholderText(tr("e.g. helpdesk.example.org"));
    addField(column, tr("Address of your helpdesk"), m_server);
    m_continue = new Button(tr("Continue"), step, ButtonKind::Primary);
    m_continue->setObjectName(QStringLiteral("continueButton"));
    column->addSpacing(space::s);
    column->addWidget(m_continue);
    m_offline = new Button(tr("Work without signing in"), step, ButtonKind::Quiet);
    m_offline->setObjectName(QStringLiteral("workOfflineButton"));
    m_offline->setToolTip(tr("Read and write as always; nothing is exchanged until you sign in."));
    m_offline->hide();
    column->addWidget(m_offline);
    column->addStretch(1);
    connect(m_server, &QLineEdit::returnPressed, this, &SignInPage::probe);
    connect(m_continue, &QPushButton::clicked, this, &SignInPage::probe);
    connect(m_offline, &QPushButton::clicked, this,
            [this] { Q_EMIT offlineWanted(m_offlineKey); });
    return step;
}

QWidget *SignInPage::buildCompareStep()
{
    auto *step = new QWidget(this);
    QVBoxLayout *column = beginStep(step);
    m_compareName = new Label(step, TextStyle::Heading);
    m_compareName->wrapped();
    column->addWidget(m_compareName);
    addText(column,
            tr("Its certificate is its own; no authority vouches for it. Compare this fingerprint "
               "with what vigie-server printed when it was started, or ask your administrator."),
            step);
    m_fingerprint = addPrint(column, step, "fingerprintLabel");
    m_compared = new QCheckBox(tr("I compared it: all 64 characters are the same"), step);
    m_compared->setObjectName(QStringLiteral("comparedCheckBox"));
    column->addWidget(m_compared);
    column->addSpacing(space::s);
    m_trust = new Button(Icon::Shield, tr("Trust this server"), step, ButtonKind::Primary);
    m_trust->setObjectName(QStringLiteral("trustServerButton"));
    m_trust->setEnabled(false);
    auto *back = new Button(tr("Back"), step);
    back->setObjectName(QStringLiteral("compareBackButton"));
    auto *row = new QHBoxLayout;
    row->addWidget(back);
    row->addWidget(m_trust, 1);
    column->addLayout(row);
    column->addStretch(1);
    connect(m_compared, &QCheckBox::toggled, m_trust, &QWidget::setEnabled);
    connect(m_trust, &QPushButton::clicked, this, [this] {
        m_pin = m_probe.fingerprint;
        goTo(Step::Person);
    });
    connect(back, &QPushButton::clicked, this, [this] { goTo(Step::Server); });
    return step;
}

QWidget *SignInPage::buildChangedStep()
{
    auto *step = new QWidget(this);
    QVBoxLayout *column = beginStep(step);
    auto *head = new QHBoxLayout;
    head->setSpacing(space::m);
    head->addWidget(new IconView(Icon::Stop, 24, step, IconColor::Danger), 0, Qt::AlignTop);
    auto *title = new Label(tr("Stop: the server's certificate has changed"), step,
                            TextStyle::Heading, LabelRole::Danger);
    title->wrapped();
    head->addWidget(title, 1);
    column->addLayout(head);
    addText(column,
            tr("Either the certificate was renewed, or somebody stands between you and the server. "
               "Your password was not sent, and your work is kept on this computer. Ask your "
               "administrator before you go on."),
            step);
    column->addWidget(new Label(tr("You confirmed"), step, TextStyle::Small, LabelRole::Muted));
    m_oldPrint = addPrint(column, step, "oldFingerprintLabel");
    column->addWidget(new Label(tr("The server shows now"), step, TextStyle::Small,
                                LabelRole::Muted));
    m_newPrint = addPrint(column, step, "newFingerprintLabel");
    column->addSpacing(space::s);
    auto *back = new Button(tr("Back"), step, ButtonKind::Primary);
    back->setObjectName(QStringLiteral("changedBackButton"));
    auto *renewed = new Button(tr("My administrator renewed it…"), step, ButtonKind::Danger);
    renewed->setObjectName(QStringLiteral("certificateRenewedButton"));
    auto *row = new QHBoxLayout;
    row->addWidget(renewed);
    row->addStretch(1);
    row->addWidget(back);
    column->addLayout(row);
    column->addStretch(1);
    connect(back, &QPushButton::clicked, this, [this] { goTo(Step::Server); });
    // Not straight on: the new one is compared like the first one was.
    connect(renewed, &QPushButton::clicked, this, [this] { goTo(Step::Compare); });
    return step;
}

QWidget *SignInPage::buildPersonStep()
{
    auto *step = new QWidget(this);
    QVBoxLayout *column = beginStep(step);
    auto *head = new QHBoxLayout;
    m_personServer = new Label(step, TextStyle::Body, LabelRole::Muted);
    m_personServer->setObjectName(QStringLiteral("serverNameLabel"));
    m_personServer->wrapped();
    auto *change = new Button(tr("Change"), step, ButtonKind::Link);
    change->setObjectName(QStringLiteral("changeServerButton"));
    head->addWidget(m_personServer, 1);
    head->addWidget(change);
    column->addLayout(head);
    column->addSpacing(space::xs);
    m_login = new QLineEdit(step);
    m_login->setObjectName(QStringLiteral("loginEdit"));
    addField(column, tr("Name"), m_login);
    m_password = new QLineEdit(step);
    m_password->setObjectName(QStringLiteral("passwordEdit"));
    m_password->setEchoMode(QLineEdit::Password);
    addField(column, tr("Password"), m_password);
    m_remember = new QCheckBox(tr("Stay signed in on this computer"), step);
    m_remember->setObjectName(QStringLiteral("rememberCheckBox"));
    m_remember->setChecked(true);
    m_remember->setToolTip(tr("Your sign-in is kept in this computer's keychain, never in a "
                              "file."));
    column->addWidget(m_remember);
    column->addSpacing(space::s);
    m_signIn = new Button(tr("Sign in"), step, ButtonKind::Primary);
    m_signIn->setObjectName(QStringLiteral("signInButton"));
    column->addWidget(m_signIn);
    column->addStretch(1);
    connect(change, &QPushButton::clicked, this, [this] { goTo(Step::Server); });
    connect(m_login, &QLineEdit::returnPressed, m_password,
            [this] { m_password->setFocus(Qt::TabFocusReason); });
    connect(m_password, &QLineEdit::returnPressed, this, &SignInPage::signIn);
    connect(m_signIn, &QPushButton::clicked, this, &SignInPage::signIn);
    return step;
}

} // namespace vigie
