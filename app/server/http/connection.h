// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/server/http/frontcore.h"
#include "app/server/http/requesthead.h"

#include <boost/asio/awaitable.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/ssl/context.hpp>
#include <boost/asio/ssl/stream.hpp>
#include <boost/asio/steady_timer.hpp>
#include <boost/beast/core/flat_buffer.hpp>

#include <chrono>

namespace vigie::server {

/// One TLS connection and the requests that come over it, one after the other. Everything runs on
/// the connection's strand; beginStop() and abort() may be called from any thread.
class Connection : public std::enable_shared_from_this<Connection>
{
public:
    using Socket = boost::asio::ip::tcp::socket;

    Connection(Socket socket, std::shared_ptr<boost::asio::ssl::context> tls,
               std::shared_ptr<FrontCore> core, Admission::Verdict verdict, Admission::Place place);

    /// Takes the connection into the core's list and starts to serve it.
    static void start(const std::shared_ptr<Connection> &connection);
    /// Idle connections close now; one in the middle of a request answers it first.
    void beginStop();
    /// Closes the socket; whatever is under way ends with an error.
    void abort();

private:
    template<class T>
    using Awaitable = boost::asio::awaitable<T>;
    using TimePoint = std::chrono::steady_clock::time_point;
    /// A request on its way through the desk. Shared with the desk's and the workers' threads.
    struct Job;
    enum class Ending { KeepAlive, Close, Linger, Drop };
    /// What an answer needs to know of its request.
    struct Exchange {
        QByteArray requestId;
        bool headOnly = false;
        Ending ending = Ending::Linger;
    };

    [[nodiscard]] Awaitable<void> run();
    [[nodiscard]] Awaitable<bool> handshake();
    [[nodiscard]] Awaitable<void> tellBusy();
    [[nodiscard]] Awaitable<Ending> exchange();
    [[nodiscard]] Awaitable<Ending> serve(RequestHead &head);
    [[nodiscard]] Awaitable<std::optional<ApiResponse>> receive(const RequestHead &head,
                                                                QByteArray &body,
                                                                BudgetShare &share);
    [[nodiscard]] Awaitable<bool> readHead(HeadScanner &scanner);
    [[nodiscard]] Awaitable<bool> readSome();
    [[nodiscard]] Awaitable<std::optional<Refusal>> readBody(qint64 size, QByteArray &body,
                                                             BudgetShare &share);
    [[nodiscard]] Awaitable<bool> askDesk(std::shared_ptr<Job> job);
    [[nodiscard]] Awaitable<bool> waitForFeeds(std::shared_ptr<Job> job);
    [[nodiscard]] Awaitable<bool> runDeferred(std::shared_ptr<Job> job);
    [[nodiscard]] Awaitable<Ending> answer(const ApiResponse &response, const Exchange &exchange);
    [[nodiscard]] Awaitable<bool> write(const QByteArray &head, const QByteArray &body);
    [[nodiscard]] Awaitable<bool> writeSome(const char *data, std::size_t size);
    [[nodiscard]] Awaitable<void> close(bool linger);
    [[nodiscard]] Awaitable<void> signalled();

    void postDesk(const std::shared_ptr<Job> &job, bool finalCall);
    void watchPeer();
    void setDeadline(TimePoint when);
    void setDeadlineIn(qint64 milliseconds);
    void clearDeadline();
    void armDeadline();
    void closeSocket();

    std::shared_ptr<FrontCore> m_core; // owns the io_context of everything below
    std::shared_ptr<boost::asio::ssl::context> m_tls;
    boost::asio::ssl::stream<Socket> m_stream;
    Admission::Verdict m_verdict;
    Admission::Place m_place;
    QString m_address;
    boost::beast::flat_buffer m_input;

    boost::asio::steady_timer m_deadlineTimer;
    TimePoint m_deadline = TimePoint::max();
    TimePoint m_armedFor = TimePoint::max();
    boost::asio::steady_timer m_signal; ///< cancelled whenever something below has changed
    bool m_reading = false;             ///< watchPeer()'s read is under way
    bool m_peerGone = false;
    bool m_stopping = false;
    bool m_idle = false; ///< between two requests
    bool m_finished = false;
};

} // namespace vigie::server
