// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/service/accountservice.h"

#include <QWidget>

class QCheckBox;
class QLineEdit;

namespace vigie {

class Banner;
class BusyBar;
class Button;
class Label;

/// Signing in, in small steps: which server, is it really that one, who are you. A certificate that
/// no authority vouches for must be compared and confirmed; one that changed stops everything.
/// `accounts` must outlive it. GUI thread.
class SignInPage final : public QWidget
{
    Q_OBJECT

public:
    enum class Step { Server, Compare, Changed, Person };

    SignInPage(AccountService &accounts, QWidget *parent);

    /// Fills in a known server and name, and why signing in is needed ("" = no reason to tell).
    void prefill(const QString &server, const QString &login, const QString &reason);
    /// Offers "Work without signing in" for an account that is known here.
    void offerOffline(const QString &accountKey);
    [[nodiscard]] Step step() const { return m_step; }
    void startWriting();

Q_SIGNALS:
    void signedIn(const vigie::SignedIn &session);
    void offlineWanted(const QString &accountKey);

private:
    [[nodiscard]] QWidget *buildServerStep();
    [[nodiscard]] QWidget *buildCompareStep();
    [[nodiscard]] QWidget *buildChangedStep();
    [[nodiscard]] QWidget *buildPersonStep();
    void goTo(Step step);
    void probe();
    void probed(const ServerProbe &probe);
    void signIn();
    void setBusy(bool busy);
    void tell(const Error &error);
    [[nodiscard]] QString pinKnownFor(const QUrl &url) const;

    AccountService &m_accounts;
    ServerProbe m_probe;
    QString m_pin; ///< confirmed by the person or known before
    QString m_offlineKey;
    QList<QWidget *> m_steps; ///< one for each Step; one is shown
    Step m_step = Step::Server;
    BusyBar *m_busy;
    Banner *m_banner;
    QLineEdit *m_server = nullptr;
    Button *m_continue = nullptr;
    Button *m_offline = nullptr;
    Label *m_compareName = nullptr;
    Label *m_fingerprint = nullptr;
    QCheckBox *m_compared = nullptr;
    Button *m_trust = nullptr;
    Label *m_oldPrint = nullptr;
    Label *m_newPrint = nullptr;
    Label *m_personServer = nullptr;
    QLineEdit *m_login = nullptr;
    QLineEdit *m_password = nullptr;
    QCheckBox *m_remember = nullptr;
    Button *m_signIn = nullptr;
};

} // namespace vigie
