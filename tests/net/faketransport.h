// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/net/transport.h"

#include <QPromise>

#include <functional>

namespace vigie::test {

/// A transport without a network: every request is answered by a function of the test, or held
/// until abortAll().
class FakeTransport final : public net::Transport
{
public:
    /// Returns the answer, or nullopt to let the request hang.
    std::function<std::optional<net::Answer>(const net::Request &)> answer;
    QList<net::Request> requests;
    int aborted = 0;

    [[nodiscard]] QFuture<net::Answer> send(const net::Request &request) override
    {
        requests.append(request);
        auto promise = std::make_shared<QPromise<net::Answer>>();
        promise->start();
        if (const std::optional<net::Answer> found = answer(request)) {
            promise->addResult(*found);
            promise->finish();
        } else {
            m_held.append(promise);
        }
        return promise->future();
    }
    void abortAll() override
    {
        ++aborted;
        for (const auto &promise : std::exchange(m_held, {})) {
            promise->addResult(net::Answer(tl::unexpected<net::Failure>(
                net::Failure{Error{ErrorCode::Cancelled, {}, {}}, true, {}, 0})));
            promise->finish();
        }
    }

    [[nodiscard]] static net::Answer status(int code, const QByteArray &type,
                                            const QByteArray &body,
                                            QMap<QByteArray, QByteArray> headers = {})
    {
        headers.insert("content-type", type);
        return net::Response{code, headers, body, {}, 0};
    }
    [[nodiscard]] static net::Answer json(int code, const QByteArray &body)
    {
        return status(code, "application/json", body);
    }
    [[nodiscard]] static net::Answer failure(ErrorCode code, bool mayHaveArrived)
    {
        return tl::unexpected<net::Failure>(
            net::Failure{Error{code, {}, {}}, mayHaveArrived, {}, 0});
    }

private:
    QList<std::shared_ptr<QPromise<net::Answer>>> m_held;
};

} // namespace vigie::test
