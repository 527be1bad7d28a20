// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/server/api/api.h"
#include "app/server/api/routes.h"
#include "app/server/auth/ratelimiter.h"
#include "app/server/desk/desk.h"
#include "app/server/desk/presencedesk.h"

namespace vigie::server {

[[nodiscard]] ApiResponse jsonResponse(int status, const QJsonObject &body);
/// {error:{code,detail}} with its status; errors of our own machinery lose their details.
[[nodiscard]] ApiResponse errorResponse(Error error);

/// One function for each row of the route table. The caller is known where the row says so.
class Handlers
{
public:
    Handlers(Desk &desk, const Clock &clock, Rng &rng);

    [[nodiscard]] ApiOutcome run(Action action, const ApiRequest &request, const Caller &caller,
                                 const QByteArray &tail, bool finalCall);

private:
    [[nodiscard]] Result<ApiResponse> hello();
    [[nodiscard]] Result<ApiOutcome> signIn(const ApiRequest &request);
    [[nodiscard]] Result<ApiResponse> openSession(const wire::SignIn &signIn,
                                                  const std::optional<Person> &person);
    [[nodiscard]] Result<ApiResponse> signOut(const ApiRequest &request, const Caller &caller);
    [[nodiscard]] Result<ApiOutcome> sync(const ApiRequest &request, const Caller &caller,
                                          bool finalCall);
    [[nodiscard]] Result<ApiResponse> known(const ApiRequest &request, const Caller &caller);
    [[nodiscard]] Result<ApiResponse> digest(const Caller &caller);
    [[nodiscard]] Result<ApiOutcome> presence(const ApiRequest &request, const Caller &caller,
                                              bool finalCall);
    [[nodiscard]] Result<ApiResponse> blobBegin(const ApiRequest &request, const Caller &caller);
    [[nodiscard]] Result<ApiResponse> blobStatus(const Caller &caller, const QByteArray &tail);
    [[nodiscard]] Result<ApiOutcome> blobAppend(const ApiRequest &request, const Caller &caller,
                                                const QByteArray &tail);
    [[nodiscard]] Result<ApiResponse> blobRead(const ApiRequest &request, const Caller &caller,
                                               const QByteArray &tail);

    Desk &m_desk;
    const Clock &m_clock;
    RateLimiter m_signIns;
    PresenceDesk m_presence;
    QByteArray m_decoy; ///< checked for people who have no password here
};

/// The token of "Authorization: Bearer …"; empty when there is none.
[[nodiscard]] QByteArray bearerToken(const ApiRequest &request);

} // namespace vigie::server
