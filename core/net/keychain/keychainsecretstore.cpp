// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/net/keychain/keychainsecretstore.h"

#include "core/base/logging.h"

#include <QPromise>
#include <QTimer>

#include <qt6keychain/keychain.h>

#include <atomic>

namespace vigie::net {

namespace {

/// Ends once: with the keychain's answer or with the time-out, whichever comes first. Shared by
/// both threads, and by the keychain's alone when the store is gone already.
struct Ending {
    std::atomic_flag ended;
    std::function<void(Result<QString>)> call;

    void end(const Result<QString> &result)
    {
        if (!ended.test_and_set())
            call(result);
    }
};

Result<QString> errorOf(const QKeychain::Job *job)
{
    if (job->error() == QKeychain::EntryNotFound)
        return fail(ErrorCode::NotFound);
    return fail(ErrorCode::NoSecretStore,
                QStringLiteral("keychain error %1: %2").arg(int(job->error())).arg(
                    job->errorString()));
}

template<class T>
struct Pending {
    std::shared_ptr<QPromise<Result<T>>> promise = std::make_shared<QPromise<Result<T>>>();

    Pending() { promise->start(); }
    void end(Result<T> result) const
    {
        promise->addResult(std::move(result));
        promise->finish();
    }
};

} // namespace

KeychainSecretStore::KeychainSecretStore(QString service, QObject *parent, int timeoutMs)
    : QObject(parent), m_service(std::move(service)), m_timeoutMs(timeoutMs),
      m_thread(std::make_unique<QThread>()), m_worker(new QObject)
{
    m_thread->setObjectName(QStringLiteral("keychain"));
    m_worker->moveToThread(m_thread.get());
    connect(m_thread.get(), &QThread::finished, m_worker, &QObject::deleteLater);
    m_thread->start();
}

KeychainSecretStore::~KeychainSecretStore()
{
    // From inside: a thread that has not reached its event loop yet would miss a quit() of ours.
    QMetaObject::invokeMethod(m_worker, [] { QThread::currentThread()->quit(); });
    if (!m_thread->wait(m_timeoutMs)) {
        // A keychain that blocks for ever must not block the end of the program: the thread is
        // left behind and dies with the process.
        qCWarning(lcNet) << "the keychain does not answer";
        static_cast<void>(m_thread.release());
    }
}

void KeychainSecretStore::run(std::function<QKeychain::Job *()> make,
                              std::function<Result<QString>(QKeychain::Job *)> outcome,
                              Ended ended)
{
    const auto ending = std::make_shared<Ending>();
    ending->call = std::move(ended);
    auto *timer = new QTimer(this); // a child: what it holds must go with the store
    connect(timer, &QTimer::timeout, timer, [timer, ending] {
        timer->deleteLater();
        ending->end(fail(ErrorCode::NoSecretStore, QStringLiteral("the keychain does not answer")));
    });
    timer->setSingleShot(true);
    timer->start(m_timeoutMs);
    QMetaObject::invokeMethod(m_worker, [worker = m_worker, make, outcome, ending] {
        QKeychain::Job *job = make();
        job->setParent(worker); // one that never ends goes with the thread
        job->setAutoDelete(true);
        job->setInsecureFallback(false);
        connect(job, &QKeychain::Job::finished, worker, [outcome, ending](auto *done) {
            ending->end(done->error() == QKeychain::NoError ? outcome(done) : errorOf(done));
        });
        job->start();
    });
}

QFuture<Result<bool>> KeychainSecretStore::write(const QString &key, const QString &secret)
{
    const Pending<bool> pending;
    run(
        [service = m_service, key, secret] {
            auto *job = new QKeychain::WritePasswordJob(service);
            job->setKey(key);
            job->setTextData(secret);
            return job;
        },
        [](QKeychain::Job *) { return Result<QString>(QString()); },
        [pending](const Result<QString> &result) {
            pending.end(result.map([](const QString &) { return true; }));
        });
    return pending.promise->future();
}

QFuture<Result<QString>> KeychainSecretStore::read(const QString &key)
{
    const Pending<QString> pending;
    run(
        [service = m_service, key] {
            auto *job = new QKeychain::ReadPasswordJob(service);
            job->setKey(key);
            return job;
        },
        [](QKeychain::Job *job) {
            return Result<QString>(static_cast<QKeychain::ReadPasswordJob *>(job)->textData());
        },
        [pending](const Result<QString> &result) { pending.end(result); });
    return pending.promise->future();
}

QFuture<Result<bool>> KeychainSecretStore::remove(const QString &key)
{
    const Pending<bool> pending;
    run(
        [service = m_service, key] {
            auto *job = new QKeychain::DeletePasswordJob(service);
            job->setKey(key);
            return job;
        },
        [](QKeychain::Job *) { return Result<QString>(QString()); },
        [pending](const Result<QString> &result) {
            if (!result && result.error().code == ErrorCode::NotFound)
                pending.end(false);
            else
                pending.end(result.map([](const QString &) { return true; }));
        });
    return pending.promise->future();
}

} // namespace vigie::net
