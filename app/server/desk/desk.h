// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/server/auth/passwordhash.h"
#include "app/server/auth/receiptsigner.h"
#include "app/server/auth/tokens.h"
#include "app/server/desk/clerk.h"
#include "app/server/desk/generation.h"

#include <functional>
#include <memory>

namespace vigie {
class Clock;
class Rng;
} // namespace vigie

namespace vigie::server {

class BlobDesk;
class RuleBook;

struct DeskOptions {
    /// Holds server.db, blobs/ and generation. Created when it is not there.
    QString folder;
    /// The database lives in memory and dies with the desk; files still go to `folder`.
    bool inMemory = false;
    /// Volatile only in the simulation, whose disk is memory.
    sql::Durability durability = sql::Durability::Precious;
    HashCost hashCost;
    /// What is agreed on about times from now on; nullopt = what was before (for tools that look
    /// at a server's data without its configuration).
    std::optional<ServiceBook> services;
    /// The names of the queues of the book's contracts, by contract; see withQueues().
    QMap<QString, QStringList> serviceQueues;
    /// 32 random bytes per call, for tokens.
    Tokens::SecretSource secrets = randomSecret;
    /// Signs what reports say when they are received; null = nothing is signed.
    std::shared_ptr<const ReceiptSigner> receipts;
};

struct FeedDigest {
    qint64 count = 0;
    QString value; ///< 64 hex digits

    bool operator==(const FeedDigest &) const = default;
};

/// The server without a network: everything a request can ask for, as functions of values. Lives on
/// one thread. Authorizes everything by itself; callers only say who asks.
class Desk
{
public:
    /// Opens or creates the data folder. Notices a database that is older than it was and then
    /// draws a new epoch. Errors as sql::Database::open() and migrate().
    [[nodiscard]] static Result<std::unique_ptr<Desk>> open(const DeskOptions &options,
                                                            const Clock &clock, Rng &rng);
    ~Desk();

    /// Called after a commit with the names of the feeds that moved.
    std::function<void(const QStringList &feeds)> feedsMoved;

    // What people ask for. SignInNeeded when the person is gone or inactive.
    [[nodiscard]] Result<wire::SyncResponse> sync(const Caller &caller,
                                                  const wire::SyncRequest &request);
    /// Those of the ops that took effect and are this person's.
    [[nodiscard]] Result<QList<OpId>> known(const Caller &caller, const QList<OpId> &ops);
    /// What each feed in the person's scope holds, for comparison with their copy.
    [[nodiscard]] Result<QMap<QString, FeedDigest>> digest(const Caller &caller);
    /// The person's scope now, for waiting.
    [[nodiscard]] Result<QStringList> scope(const Caller &caller);
    [[nodiscard]] Result<Person> activePerson(const PersonId &id);
    /// What the server calls itself before people sign in.
    [[nodiscard]] Result<QString> name();

    // What the administrator does.
    [[nodiscard]] Done setName(const QString &name);
    [[nodiscard]] Done addPerson(const Person &person);
    /// Also revokes the tokens of somebody who is no longer active.
    [[nodiscard]] Done updatePerson(const Person &person);
    /// Costs a full password hash; signs the person out everywhere.
    [[nodiscard]] Done setPassword(const PersonId &person, const QString &password);
    [[nodiscard]] Done revokeTokens(const PersonId &person);
    [[nodiscard]] Done addQueue(const Queue &queue);
    [[nodiscard]] Done updateQueue(const Queue &queue);
    [[nodiscard]] Done setIntakeQueue(const QueueId &queue);
    /// Runs the rules that listen to time on the next tickets; true when this round is not over.
    /// Call it again soon then, and else about once a minute.
    [[nodiscard]] Result<bool> lookAtTime();
    /// Forgets what is past its retention: results, tokens, unfinished uploads. Call daily.
    [[nodiscard]] Done tidy();

    [[nodiscard]] ServerStore &store() { return *m_store; }
    [[nodiscard]] BlobDesk &blobs() { return *m_blobs; }
    [[nodiscard]] Tokens &tokens() { return *m_tokens; }
    [[nodiscard]] const PasswordHash &passwords() const { return m_passwords; }
    [[nodiscard]] const QString &folder() const { return m_folder; }
    /// The server's time for a change that is accepted now.
    [[nodiscard]] qint64 stamp();
    /// Tells listeners and the generation file about a commit that was made outside of sync().
    void committed(const QStringList &feeds);

private:
    Desk(const DeskOptions &options, const Clock &clock, Rng &rng,
         std::unique_ptr<ServerStore> store);
    void decideAll(const Person &author, const wire::SyncRequest &request,
                   const QStringList &scope, QList<wire::OpResult> &results);
    [[nodiscard]] Done syncOwn(const Person &me, const wire::SyncRequest &request,
                               wire::SyncResponse &response);
    [[nodiscard]] Done takeServices(const DeskOptions &options);
    [[nodiscard]] Done afterDirectory(const Result<QStringList> &moved);

    const Clock &m_clock;
    Rng &m_rng;
    QString m_folder;
    ServiceBook m_services;
    PasswordHash m_passwords;
    std::unique_ptr<ServerStore> m_store;
    std::unique_ptr<Tokens> m_tokens;
    std::unique_ptr<BlobDesk> m_blobs;
    std::shared_ptr<const ReceiptSigner> m_receipts;
    std::unique_ptr<RuleBook> m_rules;
    OpId m_look;       ///< names the round of lookAtTime() that is under way
    TicketId m_lookedAt; ///< how far it came
    Generation m_generation;
    qint64 m_lastStamp = 0;
};

} // namespace vigie::server
