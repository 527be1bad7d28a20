// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/server/auth/receiptsigner.h"
#include "app/server/data/serverstore.h"
#include "core/sla/servicebook.h"

namespace vigie {
struct Rule;
}

namespace vigie::server {

class RuleBook;
struct ReadyRule;

/// Decides about one operation at a time: known already? dependencies and files here? allowed? and
/// then writes everything it causes (rows, feeds, audit, result) in one transaction.
class Clerk
{
public:
    /// Without a signer nothing is signed, as for what is imported: it was received elsewhere.
    /// Without `services` there are no clocks. Both must outlive it.
    /// Without `rules` none run.
    explicit Clerk(ServerStore &store, const ReceiptSigner *receipts = nullptr,
                   const ServiceBook *services = nullptr, RuleBook *rules = nullptr) :
        m_store(store), m_receipts(receipts), m_services(services), m_rules(rules)
    {
    }

    /// What to answer, and the feeds that moved.
    struct Decision {
        wire::OpResult result;
        QStringList moved;
        bool stored = false; ///< the answer is for ever; asking again gives the same
    };

    /// What its author says of an operation besides; see wire::SyncRequest.
    enum class Wish { Apply, ApplyAgain, Withdraw };

    /// Never fails: what the database cannot do now becomes Retry. `now` is the server's time.
    [[nodiscard]] Decision decide(const Person &author, const Op &op, qint64 now,
                                  Wish wish = Wish::Apply);

    /// Runs the rules that listen to time on up to `most` tickets behind `after`; answers where to go
    /// on, null at the end. `cause` names this look; `moved` gets the feeds that moved. There must
    /// be rules.
    [[nodiscard]] Result<TicketId> runTimeRules(const TicketId &after, int most, qint64 now,
                                                const OpId &cause, QStringList &moved);

private:
    [[nodiscard]] Result<Decision> attempt(const Person &author, const Op &op, qint64 now,
                                           Wish wish);
    /// An operation on the knowledge base: judged and written, but for the answer itself.
    [[nodiscard]] Result<Decision> onShelf(const Person &author, const Op &op, qint64 now, Wish wish);
    /// An answer that is known before the operation is even looked at.
    [[nodiscard]] Result<std::optional<Decision>> early(const Person &author, const Op &op);
    /// What was answered before.
    [[nodiscard]] Result<std::optional<Decision>> stored(const Person &author, const Op &op,
                                                         const QString &fingerprint);
    [[nodiscard]] Result<Decision> withdraw(const Person &author, const Op &op, qint64 now,
                                            const QString &fingerprint);
    [[nodiscard]] Result<bool> depsAccepted(const Person &author, const Op &op);
    [[nodiscard]] Result<bool> filesAreHere(const Person &author, const Op &op, Error *why);
    [[nodiscard]] Result<bool> intakeOpen(const Op &op);
    /// The world as apply() asks for it; what a look-up cannot return is left in `broken`.
    [[nodiscard]] ApplyContext contextFor(const Person &author, qint64 now,
                                          std::optional<Error> &broken);
    [[nodiscard]] Result<Outcome> applied(const Person &author, const Op &op, qint64 now,
                                          const TicketState &before);
    /// The signature over a report that is accepted now; empty when it cannot be made, because no
    /// report may be refused for that.
    [[nodiscard]] ReceiptSeal sealFor(const Ticket &ticket, const Message &report);
    [[nodiscard]] Result<TicketState> stateOf(const Op &op);
    [[nodiscard]] Result<TicketState> stateOf(const TicketId &id, bool withThread);
    /// What the operation means for other tickets; adds the feeds that moved.
    [[nodiscard]] Done writeEchoes(const Person &author, const Op &op, qint64 now,
                                   const TicketState &before, const Outcome &outcome,
                                   QMap<QString, wire::Position> &moved);
    [[nodiscard]] Result<QMap<QString, wire::Position>> write(const Op &op, qint64 now,
                                                              const TicketState &before,
                                                              const Outcome &outcome);
    [[nodiscard]] Done runRules(const Person &author, const Op &op, qint64 now, const Outcome &outcome,
                                QMap<QString, wire::Position> &moved);
    [[nodiscard]] Result<bool> concerns(const ReadyRule &ready, const TicketId &id, qint64 now);
    [[nodiscard]] Done runRule(const Rule &rule, const TicketId &id, const OpId &cause, qint64 now,
                               QMap<QString, wire::Position> &moved);
    [[nodiscard]] Done writeRule(const Rule &rule, const OpId &cause, qint64 now,
                                 const TicketState &before,
                                 const QList<std::pair<Op, Outcome>> &done,
                                 QMap<QString, wire::Position> &moved);
    [[nodiscard]] Result<QStringList> runTimeRules(const QList<ReadyRule> &rules, const TicketId &id,
                                                   qint64 now, const OpId &cause);
    [[nodiscard]] Done audit(const Person &author, const Op &op, qint64 now,
                             const TicketState &before, const Outcome &outcome);

    ServerStore &m_store;
    const ReceiptSigner *m_receipts;
    const ServiceBook *m_services;
    RuleBook *m_rules;
};

} // namespace vigie::server
