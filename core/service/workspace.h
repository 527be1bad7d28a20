// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/person.h"
#include "core/service/views.h"
#include "core/sync/syncstatus.h"

#include <QFuture>
#include <QObject>
#include <QUrl>

#include <memory>

namespace vigie {

namespace store {
struct StoreChange;
}

class DraftService;
class KnowledgeService;
class LadderService;
class MacroService;
class NoticeService;
class OutboxService;
class PresenceService;
class RuleService;
class SavedViewService;
class SearchService;
class ShotService;
class SnippetService;
class SpellingService;
class StopwatchService;
class TicketService;
class WorkspaceThreads;

/// What opens a signed-in account.
struct WorkspaceConfig {
    QString folder;      ///< the account's profile folder
    QUrl server;         ///< https://host:port
    QString pinnedFingerprint; ///< empty = system trust
    QByteArray pinnedCertificate; ///< PEM of the pinned certificate; empty while unknown
    QString token;       ///< empty = signed out: everything works but the exchange
};

/// Everything of one signed-in account: databases, engine, services. Builds the graph and owns it;
/// destroyed in order engine → services → databases → threads. Lives on the GUI thread.
class Workspace final : public QObject
{
    Q_OBJECT

public:
    /// Opens the profile (see store::Profile for the errors) and starts exchanging.
    [[nodiscard]] static QFuture<Result<std::shared_ptr<Workspace>>> open(
        const WorkspaceConfig &config);
    ~Workspace() override;

    [[nodiscard]] TicketService &tickets();
    [[nodiscard]] OutboxService &outbox();
    [[nodiscard]] DraftService &drafts();
    [[nodiscard]] ShotService &shots();
    [[nodiscard]] NoticeService &notices();
    [[nodiscard]] SavedViewService &savedViews();
    [[nodiscard]] SearchService &search();
    [[nodiscard]] SnippetService &snippets();
    [[nodiscard]] MacroService &macros();
    [[nodiscard]] RuleService &rules();
    [[nodiscard]] SpellingService &spelling();
    [[nodiscard]] LadderService &ladder();
    [[nodiscard]] KnowledgeService &knowledge();
    [[nodiscard]] PresenceService &presence();
    [[nodiscard]] StopwatchService &stopwatch();

    [[nodiscard]] const Person &me() const;
    [[nodiscard]] const SyncStatus &status() const;
    [[nodiscard]] bool cacheWasReplaced() const;

    /// Skips the current wait.
    void syncNow();
    /// After a new sign-in of the same person.
    void setToken(const QString &token);

Q_SIGNALS:
    /// After commits, batched within 50 ms. Empty ids and `everything` = read all again.
    void changed(const QSet<vigie::TicketId> &tickets, bool outbox, bool directory,
                 bool everything);
    /// What others wrote or did in the tickets that are here; NoticeService says what of it matters.
    void messagesArrived(const QList<vigie::Message> &messages);
    void statusChanged(const vigie::SyncStatus &status);
    void meChanged(const vigie::Person &me);
    /// What the person discarded had arrived before, and cannot be taken back. `title` is the
    /// request's.
    void arrivedAfterAll(const QString &title);
    /// A change of mine was taken, but what somebody else did meanwhile stays in its place.
    void gaveWay(const QString &title);
    /// The local copy was damaged while it was used; it is being fetched again. `changed` with
    /// `everything` comes as well.
    void cacheReplaced();

private:
    explicit Workspace(std::unique_ptr<WorkspaceThreads> threads);
    void start();
    void collect(const store::StoreChange &change);
    void announceBatch();

    std::unique_ptr<WorkspaceThreads> m_threads;
    struct Parts;
    std::unique_ptr<Parts> m_parts;
};

} // namespace vigie
