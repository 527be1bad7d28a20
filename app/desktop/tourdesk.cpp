// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/tourdesk.h"

#include "app/shell/mainwindow.h"
#include "core/base/async.h"

#include <QAbstractButton>
#include <QCoreApplication>
#include <QKeyEvent>

namespace vigie {

TourDesk::TourDesk(QString folder, QString login, Prompt &prompt, QObject *parent)
    : QObject(parent), m_login(std::move(login)), m_prompt(prompt),
      m_accounts(std::make_unique<AccountService>(std::move(folder), m_secrets, nullptr))
{
}

TourDesk::~TourDesk()
{
    m_window.reset();
    m_workspace.reset();
}

void TourDesk::signIn(const QUrl &server, const QString &password, const QString &fingerprint)
{
    SignInRequest request;
    request.server = server;
    request.login = m_login;
    request.password = password;
    request.pinnedFingerprint = fingerprint;
    request.remember = false;
    whenDone(m_accounts->signIn(request), this, [this](const Result<SignedIn> &signedIn) {
        if (signedIn)
            open(signedIn->workspace);
        else
            m_trouble = toLog(signedIn.error());
    });
}

void TourDesk::open(const WorkspaceConfig &config)
{
    whenDone(Workspace::open(config), this, [this](const Result<std::shared_ptr<Workspace>> &opened) {
        if (!opened) {
            m_trouble = toLog(opened.error());
            return;
        }
        m_workspace = *opened;
        m_window = std::make_unique<MainWindow>(*m_workspace, m_prompt, m_clock);
        m_window->resize(1240, 800);
        m_window->show();
    });
}

QWidget *TourDesk::widget(const char *name) const
{
    if (!m_window)
        return nullptr;
    const QList<QWidget *> found = m_window->findChildren<QWidget *>(QLatin1String(name));
    for (QWidget *one : found) {
        if (one->isVisible())
            return one;
    }
    return found.value(0);
}

Done TourDesk::type(const char *name, const QString &text)
{
    QWidget *field = widget(name);
    if (!field)
        return fail(ErrorCode::NotFound, QLatin1String(name));
    field->setFocus();
    for (const QChar c : text) {
        const int key = c == QLatin1Char('\n') ? Qt::Key_Return : 0;
        QKeyEvent press(QEvent::KeyPress, key, Qt::NoModifier, QString(c));
        QCoreApplication::sendEvent(field, &press);
        QKeyEvent release(QEvent::KeyRelease, key, Qt::NoModifier, QString(c));
        QCoreApplication::sendEvent(field, &release);
    }
    return {};
}

Done TourDesk::click(const char *name)
{
    auto *button = qobject_cast<QAbstractButton *>(widget(name));
    if (!button)
        return fail(ErrorCode::NotFound, QLatin1String(name));
    if (!button->isEnabled() || !button->isVisible())
        return fail(ErrorCode::Bug, QStringLiteral("%1 cannot be clicked").arg(QLatin1String(name)));
    button->click();
    return {};
}

} // namespace vigie
