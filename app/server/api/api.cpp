// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/server/api/api.h"

#include "app/server/api/handlers.h"
#include "core/wire/endpoints.h"

namespace vigie::server {

struct Api::Parts {
    Parts(Desk &theDesk, const Clock &clock, Rng &rng)
        : desk(theDesk), handlers(theDesk, clock, rng)
    {
    }

    ApiOutcome route(const ApiRequest &request, bool finalCall);

    Desk &desk;
    Handlers handlers;
};

namespace {

/// On every answer: nothing of this is for a cache or for guessing types.
void seal(ApiResponse &response, bool isHead)
{
    response.headers.insert("Cache-Control", "no-store");
    response.headers.insert("X-Content-Type-Options", "nosniff");
    if (isHead)
        response.body.clear();
}

bool speaksOurProtocol(const ApiRequest &request)
{
    const QByteArray version =
        request.headers.value(QByteArray(wire::kProtocolHeader.data()).toLower());
    return version.isEmpty() || version == QByteArray::number(wire::kProtocolVersion);
}

} // namespace

Api::Api(Desk &desk, const Clock &clock, Rng &rng)
    : m_parts(std::make_unique<Parts>(desk, clock, rng))
{
    desk.feedsMoved = [this](const QStringList &feeds) {
        if (feedsMoved)
            feedsMoved(feeds);
    };
}

Api::~Api()
{
    m_parts->desk.feedsMoved = nullptr;
}

ApiOutcome Api::Parts::route(const ApiRequest &request, bool finalCall)
{
    const Match found = match(request.method, request.path);
    if (!found.route && found.allowed.isEmpty())
        return errorResponse({ErrorCode::NotFound, QStringLiteral("no such path"), {}});
    if (!found.route) {
        ApiResponse response =
            errorResponse({ErrorCode::Invalid, QStringLiteral("no such method here"), {}});
        response.status = 405;
        response.headers.insert("Allow", found.allowed);
        return response;
    }
    // Whoever speaks another version must still be able to ask which one we speak.
    if (found.route->action != Action::Hello && !speaksOurProtocol(request)) {
        return errorResponse({ErrorCode::ProtocolMismatch,
                              QStringLiteral("this server speaks protocol %1")
                                  .arg(wire::kProtocolVersion),
                              {}});
    }
    if (request.body.size() > found.route->bodyBytes)
        return errorResponse({ErrorCode::TooLarge, QStringLiteral("the body is too large"), {}});
    Caller caller;
    if (found.route->access == Access::SignedIn) {
        const Result<Caller> checked = desk.tokens().check(bearerToken(request));
        if (!checked)
            return errorResponse(checked.error());
        caller = *checked;
        if (const Result<Person> person = desk.activePerson(caller.person); !person)
            return errorResponse(person.error());
    }
    return handlers.run(found.route->action, request, caller, found.tail, finalCall);
}

ApiOutcome Api::handle(const ApiRequest &request, bool finalCall)
{
    const bool isHead = request.method == "HEAD";
    ApiOutcome outcome = m_parts->route(request, finalCall);
    if (auto *response = std::get_if<ApiResponse>(&outcome)) {
        seal(*response, isHead);
    } else if (auto *deferred = std::get_if<Deferred>(&outcome)) {
        deferred->finish = [finish = std::move(deferred->finish), isHead] {
            ApiResponse late = finish();
            seal(late, isHead);
            return late;
        };
    }
    return outcome;
}

} // namespace vigie::server
