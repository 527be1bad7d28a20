// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/ownsync.h"
#include "core/store/rulestore.h"
#include "core/store/savedviewstore.h"
#include "core/sync/driver.h"
#include "tests/server/world.h"

namespace vigie::server {

/// Never by itself: when the test asks for it.
class StillWakeUp final : public sync::WakeUp
{
public:
    void plan(qint64 delayMs, std::function<void()> call) override
    {
        m_soon = delayMs <= 0;
        m_call = std::move(call);
    }
    void cancel() override { m_call = nullptr; }
    bool run()
    {
        if (!m_call || !m_soon)
            return false;
        std::exchange(m_call, nullptr)();
        return true;
    }

private:
    std::function<void()> m_call;
    bool m_soon = false;
};

/// Speaks to the desk when the test lets it.
class DeskAdapter final : public remote::ServerAdapter
{
public:
    using Done = std::function<void(remote::Reply<wire::SyncResponse>)>;

    DeskAdapter(World &world, Caller caller) : m_world(world), m_caller(caller) {}

    [[nodiscard]] remote::Capabilities capabilities() const override { return {}; }
    void sync(const wire::SyncRequest &request, Done done) override
    {
        m_waiting.append({request, std::move(done)});
    }
    void known(const QList<OpId> &, std::function<void(remote::Reply<QList<OpId>>)> done) override
    {
        m_calls.append([done] { done({remote::Outcome::Ok, {}, {}}); });
    }
    void upload(const QString &, std::function<void(remote::Reply<bool>)>) override {}
    void download(const QString &, qint64, const TicketId &,
                  std::function<void(remote::Reply<bool>)>) override {}
    void cancelAll() override
    {
        m_waiting.clear();
        m_calls.clear();
    }

    /// Answers what can be answered; a long poll waits while there is nothing new.
    bool run()
    {
        bool any = !m_calls.isEmpty();
        for (const auto &call : std::exchange(m_calls, {}))
            call();
        for (Waiting &one : std::exchange(m_waiting, {})) {
            if (!online) {
                one.done({remote::Outcome::NotSent, {}, {ErrorCode::Offline, {}, {}}});
                any = true;
                continue;
            }
            const auto answer = m_world.desk->sync(m_caller, one.request);
            if (!answer)
                qFatal("%s", qPrintable(toLog(answer.error())));
            const bool news = !one.request.pull || one.request.waitMs == 0 || answer->timeTravel
                || !answer->next.isEmpty() || !answer->own.isEmpty();
            if (!news) {
                m_waiting.append(one);
                continue;
            }
            any = true;
            owned += int(one.request.own.size());
            if (losing && !one.request.own.isEmpty())
                one.done({remote::Outcome::MaybeSent, {}, {ErrorCode::Timeout, {}, {}}});
            else
                one.done({remote::Outcome::Ok, *answer, {}});
        }
        return any;
    }

    bool online = true;
    bool losing = false; ///< answers to own things are lost on the way
    int owned = 0;       ///< own things that were sent

private:
    struct Waiting {
        wire::SyncRequest request;
        Done done;
    };
    World &m_world;
    Caller m_caller;
    QList<Waiting> m_waiting;
    QList<std::function<void()>> m_calls;
};

/// One of a person's computers.
struct Computer {
    Computer(World &world, const Person &person)
    {
        auto opened = store::Profile::open(folder.path() + QStringLiteral("/p"), world.clock.nowMs());
        if (!opened || !(*opened)->cache().setMe(person))
            qFatal("no profile");
        profile = std::move(*opened);
        adapter = std::make_unique<DeskAdapter>(world, Caller{person.id, profile->device()});
        sync::Driver::Listeners listeners;
        listeners.ownChanged = [this] { ++told; };
        driver = std::make_unique<sync::Driver>(
            sync::Driver::Ports{*profile, *adapter, world.clock, world.rng, wakeUp},
            std::move(listeners));
        driver->start(true);
    }
    void save(const SavedView &view)
    {
        World::must(views().save(view));
        driver->ownChanged();
    }
    void remove(const SavedView &view)
    {
        if (!views().remove(view.id))
            qFatal("not removed");
        driver->ownChanged();
    }
    void save(const Rule &rule)
    {
        World::must(profile->outbox().own<store::RuleStore>().save(rule));
        driver->ownChanged();
    }
    [[nodiscard]] QStringList rules()
    {
        QStringList names;
        const auto all = profile->outbox().own<store::RuleStore>().list();
        for (const Rule &rule : all.value_or(QList<Rule>()))
            names.append(rule.name);
        return names;
    }
    void setOnline(bool online)
    {
        adapter->online = online;
        driver->syncNow();
    }
    [[nodiscard]] store::SavedViewStore views() { return profile->outbox().own<store::SavedViewStore>(); }
    /// Name, query, "aside" where it is.
    [[nodiscard]] QStringList list()
    {
        QStringList lines;
        const auto all = views().list();
        for (const SavedView &view : all.value_or(QList<SavedView>()))
            lines.append(view.name + QStringLiteral(": ") + view.query
                         + (view.aside ? QStringLiteral(" (aside)") : QString()));
        return lines;
    }

    QTemporaryDir folder;
    StillWakeUp wakeUp;
    std::unique_ptr<store::Profile> profile;
    std::unique_ptr<DeskAdapter> adapter;
    std::unique_ptr<sync::Driver> driver;
    int told = 0;
};

/// Lets them all speak until nobody has anything to say any more; null ones are away.
[[nodiscard]] inline bool settled(const QList<Computer *> &computers)
{
    for (int round = 0; round < 200; ++round) {
        bool any = false;
        for (Computer *one : computers) {
            if (one)
                any = one->adapter->run() || any;
            while (one && one->wakeUp.run())
                any = true;
        }
        if (!any)
            return true;
    }
    return false;
}

} // namespace vigie::server
