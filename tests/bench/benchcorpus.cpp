// SPDX-License-Identifier: GPL-3.0-or-later
#include "benchcorpus.h"

#include "core/service/accountfiles.h"

#include <QDir>

namespace vigie::bench {

namespace {

/// Nobody listens there: the client is at home, offline.
const QUrl kServer(QStringLiteral("https://127.0.0.1:9"));

} // namespace

Result<std::unique_ptr<BenchCorpus>> BenchCorpus::open(const QString &kept, int tickets)
{
    std::unique_ptr<BenchCorpus> corpus(new BenchCorpus(tickets));
    corpus->m_root = kept.isEmpty() ? corpus->m_temporary.path() : QDir(kept).absolutePath();
    Account &account = corpus->m_account;
    account.server = kServer;
    account.login = corpus->m_content.me().login;
    account.personName = corpus->m_content.me().name;
    account.key = accountKey(account.server, account.login);
    // The account is written last: a folder without it is empty or half made.
    VIGIE_TRY_ASSIGN(accounts, readAccounts(corpus->m_root));
    if (!accounts.isEmpty())
        VIGIE_TRY(corpus->takeOver());
    else if (QDir(corpus->profileFolder()).exists())
        return fail(ErrorCode::Invalid,
                    QStringLiteral("%1 was not finished; remove it").arg(corpus->m_root));
    else
        VIGIE_TRY(corpus->make());
    return corpus;
}

Done BenchCorpus::make()
{
    VIGIE_TRY_ASSIGN(profile, store::Profile::open(profileFolder(), 1));
    VIGIE_TRY(m_content.write(*profile));
    return writeAccounts(m_root, {m_account});
}

Done BenchCorpus::takeOver()
{
    VIGIE_TRY_ASSIGN(profile, store::Profile::open(profileFolder(), 1));
    return m_content.adopt(*profile);
}

QString BenchCorpus::profileFolder() const
{
    return m_root + QLatin1Char('/') + m_account.key;
}

QString BenchCorpus::name() const
{
    return QStringLiteral("%1 tickets, 5 messages each").arg(m_content.tickets().size());
}

} // namespace vigie::bench
