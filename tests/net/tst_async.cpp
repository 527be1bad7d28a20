// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/service/chain.h"

#include <QTest>
#include <QThread>

using namespace vigie;

/// How futures are consumed everywhere: whenDone(), WorkerThread and chained().
class TestAsync : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aReadyFutureIsDeliveredLater()
    {
        int value = 0;
        whenDone(readyFuture(Result<int>(7)), this, [&](const Result<int> &r) { value = *r; });
        QCOMPARE(value, 0);
        QTRY_COMPARE(value, 7);
    }

    void aDeadContextIsNotCalled()
    {
        auto context = std::make_unique<QObject>();
        const auto promise = startedPromise<int>();
        int called = 0;
        whenDone(promise->future(), context.get(), [&](const Result<int> &) { called += 100; });
        whenDone(promise->future(), this, [&](const Result<int> &) { ++called; });
        context.reset();
        keepPromise<int>(promise, 1);
        QTRY_COMPARE(called, 1);
    }

    void aDroppedPromiseArrivesAsCancelled()
    {
        auto promise = startedPromise<int>();
        ErrorCode code = ErrorCode::Bug;
        whenDone(promise->future(), this, [&](const Result<int> &r) { code = r.error().code; });
        promise.reset();
        QTRY_COMPARE(code, ErrorCode::Cancelled);
    }

    void callsRunInOrderOnAnotherThread()
    {
        WorkerThread worker(QStringLiteral("test"));
        QStringList order;
        QThread *thread = nullptr;
        for (int i = 0; i < 100; ++i)
            worker.post([&, i] { order.append(QString::number(i)); });
        bool done = false;
        whenDone(worker.call([&]() -> Result<bool> {
            thread = QThread::currentThread();
            return true;
        }), this, [&](const Result<bool> &) { done = true; });
        QTRY_VERIFY(done);
        QVERIFY(thread != QThread::currentThread());
        QCOMPARE(order.size(), 100);
        QCOMPARE(order.last(), QStringLiteral("99"));
    }

    void stoppingWorksOffWhatWasPostedAndEndsTheRest()
    {
        auto worker = std::make_unique<WorkerThread>(QStringLiteral("test"));
        std::atomic_int ran = 0;
        for (int i = 0; i < 50; ++i)
            worker->post([&] { ++ran; });
        SharedPromise<int> never;
        const auto hanging =
            worker->begin<int>([&](const SharedPromise<int> &promise) { never = promise; });
        bool last = false;
        worker->stop([&] {
            last = ran == 50;
            never.reset();
        });
        QVERIFY(last);
        ErrorCode code = ErrorCode::Bug;
        whenDone(hanging, this, [&](const Result<int> &r) { code = r.error().code; });
        QTRY_COMPARE(code, ErrorCode::Cancelled);
        ErrorCode late = ErrorCode::Bug;
        whenDone(worker->call([]() -> Result<int> { return 1; }), this,
                 [&](const Result<int> &r) { late = r.error().code; });
        QTRY_COMPARE(late, ErrorCode::Cancelled);
    }

    void aChainStopsAtTheFirstError()
    {
        bool reached = false;
        ErrorCode code = ErrorCode::Bug;
        const auto chain = chained<int>(readyFuture(Result<int>(fail(ErrorCode::NotFound))), this,
                                        [&](int value) {
                                            reached = true;
                                            return readyFuture(Result<int>(value));
                                        });
        whenDone(chain, this, [&](const Result<int> &r) { code = r.error().code; });
        QTRY_COMPARE(code, ErrorCode::NotFound);
        QVERIFY(!reached);
    }

    void aChainWithoutItsContextIsCancelled()
    {
        auto context = std::make_unique<QObject>();
        const auto promise = startedPromise<int>();
        const auto chain = chained<int>(promise->future(), context.get(), [](int value) {
            return readyFuture(Result<int>(value));
        });
        context.reset();
        keepPromise<int>(promise, 1);
        ErrorCode code = ErrorCode::Bug;
        whenDone(chain, this, [&](const Result<int> &r) { code = r.error().code; });
        QTRY_COMPARE(code, ErrorCode::Cancelled);
    }
};

QTEST_GUILESS_MAIN(TestAsync)
#include "tst_async.moc"
