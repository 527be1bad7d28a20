// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/server/http/connectionjob.h"

#include "app/server/http/responsehead.h"
#include "core/base/logging.h"

#include <boost/asio/as_tuple.hpp>
#include <boost/asio/post.hpp>
#include <boost/asio/use_awaitable.hpp>

#include <exception>

namespace vigie::server {

namespace asio = boost::asio;

namespace {

constexpr auto kNoThrow = asio::as_tuple(asio::use_awaitable);

ApiResponse faultResponse()
{
    return refusalResponse({500, "the server failed"});
}

/// Nothing of ours throws, but memory can run out below us; the server outlives that.
template<class Fn>
bool guarded(Fn fn)
{
    try {
        fn();
        return true;
    } catch (const std::exception &failure) {
        qCCritical(lcServer, "a request failed: %s", failure.what());
        return false;
    }
}

} // namespace

void Connection::Job::tell(const std::shared_ptr<Job> &self, void (*change)(Job &))
{
    asio::post(executor, [self, change] {
        change(*self);
        if (const auto living = self->connection.lock())
            living->m_signal.cancel();
    });
}

/// Reads the body. Returns an answer when the request must not go further.
Connection::Awaitable<std::optional<ApiResponse>>
Connection::receive(const RequestHead &head, QByteArray &body, BudgetShare &share)
{
    if (head.contentLength > m_core->bodyCap(head.method, head.path))
        co_return refusalResponse({413, "the body is too large"});
    if (head.expectsContinue && m_input.size() == 0) {
        const QByteArray goOn("HTTP/1.1 100 Continue\r\n\r\n");
        const bool written = co_await writeSome(goOn.constData(), std::size_t(goOn.size()));
        if (!written)
            co_return std::nullopt;
    }
    const std::optional<Refusal> refusal = co_await readBody(head.contentLength, body, share);
    if (refusal)
        co_return busyResponse(refusal->why);
    co_return std::nullopt;
}

Connection::Awaitable<Connection::Ending> Connection::serve(RequestHead &head)
{
    const qint64 started = m_core->clock.monotonicMs();
    BudgetShare share(m_core->budget);
    Exchange exchange;
    exchange.requestId = head.headers.value("vigie-request");
    exchange.headOnly = head.method == "HEAD";

    auto job = std::make_shared<Job>();
    const std::optional<ApiResponse> refused =
        co_await receive(head, job->request.body, share);
    if (m_peerGone)
        co_return Ending::Drop;
    if (refused)
        co_return co_await answer(*refused, exchange);
    exchange.ending = head.keepAlive ? Ending::KeepAlive : Ending::Close;
    if (m_core->budget.isSpent()) {
        const ApiResponse busy = busyResponse("too many large answers at once");
        co_return co_await answer(busy, exchange);
    }

    job->core = m_core;
    job->executor = m_stream.get_executor();
    job->connection = weak_from_this();
    job->request.method = head.method;
    job->request.path = head.path;
    job->request.headers = std::move(head.headers);
    job->request.remoteAddress = m_address;
    clearDeadline();
    const bool answered = co_await askDesk(job);
    if (!answered)
        co_return Ending::Drop;

    if (!std::holds_alternative<ApiResponse>(job->outcome))
        job->outcome = faultResponse();
    const auto &response = std::get<ApiResponse>(job->outcome);
    job->request.body.clear();
    share.become(std::max<qint64>(0, response.body.size() - m_core->limits.freeBodyBytes));
    qCDebug(lcServer, "%s %s %s %s %d %lldB %lldms", qUtf8Printable(m_address),
            exchange.requestId.left(64).constData(), job->request.method.constData(),
            job->request.path.left(200).constData(), response.status, static_cast<long long>(response.body.size()),
            static_cast<long long>(m_core->clock.monotonicMs() - started));
    co_return co_await answer(response, exchange);
}

/// Leaves the final answer in the job. False when the peer has gone meanwhile.
Connection::Awaitable<bool> Connection::askDesk(std::shared_ptr<Job> job)
{
    postDesk(job, false);
    while (!job->done)
        co_await signalled();
    if (std::holds_alternative<WaitForFeeds>(job->outcome)) {
        const bool there = co_await waitForFeeds(job);
        if (!there)
            co_return false;
        job->done = false;
        postDesk(job, true);
        while (!job->done)
            co_await signalled();
    }
    if (std::holds_alternative<Deferred>(job->outcome))
        co_return co_await runDeferred(job);
    co_return !m_peerGone;
}

void Connection::postDesk(const std::shared_ptr<Job> &job, bool finalCall)
{
    m_core->post([job, finalCall] {
        const bool ok =
            guarded([&] { job->outcome = job->core->handler(job->request, finalCall); });
        if (!ok)
            job->outcome = faultResponse();
        // Registered before anything else can run on this thread: no move of a feed is missed.
        if (const auto *wait = std::get_if<WaitForFeeds>(&job->outcome); wait && !finalCall) {
            job->waiter = job->core->waiters.add(
                wait->feeds, [job] { job->tell(job, [](Job &woken) { woken.woken = true; }); });
        }
        job->tell(job, [](Job &done) { done.done = true; });
    });
}

Connection::Awaitable<bool> Connection::waitForFeeds(std::shared_ptr<Job> job)
{
    const qint64 until = std::get<WaitForFeeds>(job->outcome).untilMonotonicMs;
    while (!job->woken && !m_stopping && !m_peerGone && !m_core->stopping) {
        const qint64 left =
            std::min(until - m_core->clock.monotonicMs(), limits::kLongPollMs * 2);
        if (left <= 0)
            break;
        watchPeer();
        m_signal.expires_after(std::chrono::milliseconds(left));
        co_await m_signal.async_wait(kNoThrow);
    }
    m_core->waiters.remove(job->waiter);
    co_return !m_peerGone;
}

/// While a poll waits nobody reads, and a client that has gone would keep its place until the
/// poll's end. What comes is kept for the next request; then watching is over, since a second
/// request in the buffer must be served before anything more is read.
void Connection::watchPeer()
{
    if (m_reading || m_input.size() > 0)
        return;
    m_reading = true;
    m_stream.async_read_some(
        m_input.prepare(std::size_t(m_core->limits.headerBytes)),
        [self = shared_from_this()](const boost::system::error_code &error, std::size_t count) {
            self->m_reading = false;
            self->m_input.commit(count);
            if (error && error != asio::error::operation_aborted)
                self->m_peerGone = true;
            self->m_signal.cancel();
        });
}

Connection::Awaitable<bool> Connection::runDeferred(std::shared_ptr<Job> job)
{
    auto deferred = std::make_shared<Deferred>(std::move(std::get<Deferred>(job->outcome)));
    if (m_core->deferredJobs.fetch_add(1) >= m_core->limits.deferredQueue) {
        m_core->deferredJobs.fetch_sub(1);
        job->outcome = busyResponse("too many sign-ins at once");
        co_return true;
    }
    job->done = false;
    asio::post(m_core->workers, [job, deferred] {
        const bool worked = guarded([&] { deferred->work(); });
        job->core->deferredJobs.fetch_sub(1);
        job->core->post([job, deferred, worked] {
            job->outcome = faultResponse();
            if (worked)
                guarded([&] { job->outcome = deferred->finish(); });
            job->tell(job, [](Job &done) { done.done = true; });
        });
    });
    while (!job->done)
        co_await signalled();
    co_return !m_peerGone;
}

} // namespace vigie::server
