// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/server/http/connection.h"

#include "app/server/http/connectionjob.h"
#include "app/server/http/responsehead.h"
#include "core/base/logging.h"

#include <boost/asio/as_tuple.hpp>
#include <boost/asio/co_spawn.hpp>
#include <boost/asio/detached.hpp>
#include <boost/asio/post.hpp>
#include <boost/asio/use_awaitable.hpp>

#include <algorithm>
#include <array>

namespace vigie::server {

namespace asio = boost::asio;
using boost::system::error_code;

namespace {

constexpr auto kTuple = asio::as_tuple(asio::use_awaitable);
constexpr std::size_t kReadStep = 16 * 1024;

QString textOf(const asio::ip::tcp::socket &socket)
{
    error_code error;
    const auto endpoint = socket.remote_endpoint(error);
    return error ? QString() : QString::fromStdString(endpoint.address().to_string());
}

} // namespace

Connection::Connection(Socket socket, std::shared_ptr<asio::ssl::context> tls,
                       std::shared_ptr<FrontCore> core, Admission::Verdict verdict,
                       Admission::Place place)
    : m_core(std::move(core)), m_tls(std::move(tls)), m_stream(std::move(socket), *m_tls),
      m_verdict(verdict), m_place(std::move(place)), m_address(textOf(m_stream.next_layer())),
      m_deadlineTimer(m_stream.get_executor()), m_signal(m_stream.get_executor())
{
}

void Connection::start(const std::shared_ptr<Connection> &connection)
{
    connection->m_core->add(connection);
    asio::co_spawn(
        connection->m_stream.get_executor(), [connection] { return connection->run(); },
        [connection](const std::exception_ptr &failure) {
            if (failure)
                qCWarning(lcServer, "a connection ended by an exception");
            connection->m_finished = true;
            connection->closeSocket();
            connection->m_deadlineTimer.cancel();
            connection->m_core->remove(connection.get());
        });
}

void Connection::beginStop()
{
    asio::post(m_stream.get_executor(), [self = shared_from_this()] {
        self->m_stopping = true;
        self->m_signal.cancel();
        if (self->m_idle)
            self->closeSocket();
    });
}

void Connection::abort()
{
    asio::post(m_stream.get_executor(), [self = shared_from_this()] {
        self->m_stopping = true;
        self->m_peerGone = true;
        self->m_signal.cancel();
        self->closeSocket();
    });
}

void Connection::closeSocket()
{
    error_code ignored;
    m_stream.next_layer().close(ignored);
}

// One timer guards whatever the connection is doing. It is moved lazily: a later deadline is
// noticed when the earlier one fires, so that a busy connection does not touch the timer queue
// for every request.
void Connection::setDeadline(TimePoint when)
{
    m_deadline = when;
    if (when < m_armedFor)
        armDeadline();
}

void Connection::setDeadlineIn(qint64 milliseconds)
{
    setDeadline(std::chrono::steady_clock::now() + std::chrono::milliseconds(milliseconds));
}

void Connection::clearDeadline()
{
    m_deadline = TimePoint::max();
}

void Connection::armDeadline()
{
    m_armedFor = m_deadline;
    m_deadlineTimer.expires_at(m_deadline);
    m_deadlineTimer.async_wait([weak = weak_from_this()](const error_code &error) {
        const auto self = weak.lock();
        if (error || !self || self->m_finished)
            return;
        self->m_armedFor = TimePoint::max();
        if (self->m_deadline == TimePoint::max())
            return;
        if (std::chrono::steady_clock::now() < self->m_deadline)
            return self->armDeadline();
        qCDebug(lcServer, "%s ran out of time", qUtf8Printable(self->m_address));
        self->m_peerGone = true;
        self->m_signal.cancel();
        self->closeSocket();
    });
}

Connection::Awaitable<void> Connection::run()
{
    if (!co_await handshake())
        co_return;
    if (m_verdict == Admission::Verdict::Busy) {
        co_await tellBusy();
        co_return;
    }
    Ending ending = Ending::KeepAlive;
    while (ending == Ending::KeepAlive && !m_peerGone)
        ending = co_await exchange();
    if (ending == Ending::Close || ending == Ending::Linger)
        co_await close(ending == Ending::Linger);
}

Connection::Awaitable<bool> Connection::handshake()
{
    error_code ignored;
    m_stream.next_layer().set_option(asio::ip::tcp::no_delay(true), ignored);
    setDeadlineIn(m_core->limits.handshakeTimeoutMs);
    m_idle = true;
    auto [error] = co_await m_stream.async_handshake(asio::ssl::stream_base::server, kTuple);
    m_idle = false;
    if (error)
        qCDebug(lcServer, "no TLS with %s: %s", qUtf8Printable(m_address),
                error.message().c_str());
    co_return !error;
}

Connection::Awaitable<void> Connection::tellBusy()
{
    const ApiResponse response = busyResponse("too many connections");
    const Exchange exchange;
    const Ending ending = co_await answer(response, exchange);
    if (ending != Ending::Drop)
        co_await close(true);
}

Connection::Awaitable<Connection::Ending> Connection::exchange()
{
    HeadScanner scanner(m_core->limits);
    const bool complete = co_await readHead(scanner);
    if (!complete)
        co_return m_peerGone ? Ending::Drop : Ending::Close;
    std::optional<Refusal> refusal = scanner.refusal();
    RequestHead head;
    if (!refusal) {
        const auto *data = static_cast<const char *>(m_input.data().data());
        auto parsed = parseHead({data, *scanner.size()});
        m_input.consume(*scanner.size());
        if (parsed)
            head = *std::move(parsed);
        else
            refusal = parsed.error();
    }
    if (refusal) {
        qCDebug(lcServer, "%s refused: %d %s", qUtf8Printable(m_address), refusal->status,
                refusal->why);
        const ApiResponse response = refusalResponse(*refusal);
        const Exchange exchange;
        co_return co_await answer(response, exchange);
    }
    co_return co_await serve(head);
}

/// False when there is no request: the peer has gone, or the server stops.
Connection::Awaitable<bool> Connection::readHead(HeadScanner &scanner)
{
    m_idle = m_input.size() == 0;
    setDeadlineIn(m_idle ? m_core->limits.idleTimeoutMs : m_core->limits.headerTimeoutMs);
    while (m_reading && !m_peerGone && !m_stopping)
        co_await signalled();
    while (!m_peerGone) {
        const auto *data = static_cast<const char *>(m_input.data().data());
        scanner.scan({data, m_input.size()});
        if (scanner.refusal() || scanner.size())
            break;
        if (m_stopping)
            co_return false;
        const bool more = co_await readSome();
        if (more && m_idle) {
            m_idle = false;
            setDeadlineIn(m_core->limits.headerTimeoutMs);
        }
    }
    m_idle = false;
    co_return !m_peerGone;
}

/// Reads what there is into m_input. False when nothing will come any more.
Connection::Awaitable<bool> Connection::readSome()
{
    auto [error, count] = co_await m_stream.async_read_some(m_input.prepare(kReadStep), kTuple);
    m_input.commit(count);
    if (error)
        m_peerGone = true;
    co_return !error;
}

Connection::Awaitable<std::optional<Refusal>> Connection::readBody(qint64 size, QByteArray &body,
                                                                   BudgetShare &share)
{
    const HttpLimits &limits = m_core->limits;
    const auto start = std::chrono::steady_clock::now();
    const auto early = std::min<qint64>(size, qint64(m_input.size()));
    body.append(static_cast<const char *>(m_input.data().data()), early);
    m_input.consume(std::size_t(early));
    while (body.size() < size) {
        // Space is made for what has come, not for what was announced.
        const qint64 step = std::clamp<qint64>(body.size(), kReadStep, 16 * kReadStep);
        const qint64 wanted = std::min<qint64>(size - body.size(), step);
        if (!share.grow(body.size() + wanted - limits.freeBodyBytes))
            co_return Refusal{503, "too many large requests at once"};
        const qsizetype before = body.size();
        body.resize(before + wanted);
        setDeadline(start
                    + std::chrono::milliseconds(limits.rateGraceMs
                                                + before * 1000 / limits.leastBytesPerSecond));
        auto [error, count] = co_await m_stream.async_read_some(
            asio::buffer(body.data() + before, std::size_t(wanted)), kTuple);
        body.resize(before + qsizetype(count));
        if (error) {
            m_peerGone = true;
            co_return std::nullopt;
        }
    }
    co_return std::nullopt;
}

/// A small answer goes out as one TLS record; a large body is sent from where it lies.
Connection::Awaitable<bool> Connection::write(const QByteArray &head, const QByteArray &body)
{
    constexpr qsizetype kTogether = 16 * 1024;
    constexpr qsizetype kStep = 64 * 1024;
    if (head.size() + body.size() <= kTogether) {
        const QByteArray all = head + body;
        co_return co_await writeSome(all.constData(), std::size_t(all.size()));
    }
    bool written = co_await writeSome(head.constData(), std::size_t(head.size()));
    for (qsizetype at = 0; written && at < body.size(); at += kStep) {
        const qsizetype size = std::min(kStep, body.size() - at);
        written = co_await writeSome(body.constData() + at, std::size_t(size));
    }
    co_return written;
}

Connection::Awaitable<bool> Connection::writeSome(const char *data, std::size_t size)
{
    const HttpLimits &limits = m_core->limits;
    setDeadlineIn(limits.rateGraceMs + qint64(size) * 1000 / limits.leastBytesPerSecond);
    std::size_t written = 0;
    while (written < size) {
        auto [error, count] = co_await m_stream.async_write_some(
            asio::buffer(data + written, size - written), kTuple);
        if (error) {
            m_peerGone = true;
            co_return false;
        }
        written += count;
    }
    co_return true;
}

Connection::Awaitable<Connection::Ending> Connection::answer(const ApiResponse &response,
                                                             const Exchange &exchange)
{
    const bool last = m_stopping || m_core->stopping;
    const Ending ending =
        last && exchange.ending == Ending::KeepAlive ? Ending::Close : exchange.ending;
    ResponseFrame frame;
    frame.keepAlive = ending == Ending::KeepAlive;
    frame.headOnly = exchange.headOnly;
    frame.requestId = exchange.requestId;
    frame.nowMs = m_core->clock.nowMs();
    const QByteArray head = responseHead(response, frame);
    const bool bodiless = exchange.headOnly || isBodiless(response.status);
    const QByteArray body = bodiless ? QByteArray() : response.body;
    const bool written = co_await write(head, body);
    co_return written ? ending : Ending::Drop;
}

/// Says goodbye. With `linger` it reads on for a moment without looking, because a peer that is
/// still sending would get a reset instead of our answer.
Connection::Awaitable<void> Connection::close(bool linger)
{
    // A server that stops says goodbye but does not wait to hear it said back.
    constexpr qint64 kHurryMs = 250;
    const qint64 patience = m_core->limits.closeTimeoutMs;
    setDeadlineIn(m_core->stopping ? std::min(patience, kHurryMs) : patience);
    error_code ignored;
    if (m_reading)
        m_stream.next_layer().cancel(ignored);
    while (m_reading)
        co_await signalled();
    m_idle = true;
    co_await m_stream.async_shutdown(kTuple);
    m_stream.next_layer().shutdown(Socket::shutdown_send, ignored);
    constexpr qint64 kMost = 64LL * 1024 * 1024;
    std::array<char, 4096> scratch;
    for (qint64 drained = 0; linger && drained < kMost && !m_peerGone && !m_stopping;) {
        auto [error, count] =
            co_await m_stream.next_layer().async_read_some(asio::buffer(scratch), kTuple);
        if (error)
            break;
        drained += qint64(count);
    }
    closeSocket();
}

/// Until m_signal is cancelled. Callers look at their condition again.
Connection::Awaitable<void> Connection::signalled()
{
    m_signal.expires_at(TimePoint::max());
    co_await m_signal.async_wait(kTuple);
}

} // namespace vigie::server
