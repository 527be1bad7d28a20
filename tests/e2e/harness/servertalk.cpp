// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/e2e/harness/servertalk.h"

#include "core/base/clock.h"
#include "core/base/rng.h"
#include "core/remote/vigie/answerpolicy.h"
#include "core/remote/vigie/requestmaker.h"
#include "core/remote/vigie/vigieaccountclient.h"
#include "core/wire/endpoints.h"
#include "tests/e2e/harness/childprocess.h"

#include <QTest>

namespace vigie::e2e {

namespace {

constexpr int kAnswerMs = 30'000 * kSlowness;

template<class T>
bool arrives(const QFuture<T> &future)
{
    return QTest::qWaitFor([&] { return future.isFinished(); }, kAnswerMs)
        && future.resultCount() > 0;
}

} // namespace

ServerTalk::ServerTalk(QUrl server, const QString &pin)
    : m_server(std::move(server)), m_transport(net::TlsTrust{pin, {}})
{
}

Done ServerTalk::signIn(const QString &login, const QString &password)
{
    const SystemClock clock;
    SystemRng rng;
    wire::SignIn request;
    request.login = login;
    request.password = password;
    request.device = IdGenerator(clock, rng).make<DeviceId>();
    request.deviceName = QStringLiteral("test");
    remote::VigieAccountClient client(m_transport, m_server);
    const auto session = client.signIn(request);
    if (!arrives(session))
        return fail(ErrorCode::Timeout, QStringLiteral("sign-in"));
    VIGIE_TRY(session.result());
    m_token = session.result()->token;
    return {};
}

Result<QJsonObject> ServerTalk::digests()
{
    remote::RequestMaker requests(m_server);
    requests.setToken(m_token);
    const auto answer =
        m_transport.send(requests.json(net::Method::Post, wire::kDigestPath, {}));
    if (!arrives(answer))
        return fail(ErrorCode::Timeout, QStringLiteral("digest"));
    const remote::Judged judged = remote::judge(answer.result(), remote::Expect::Json);
    if (judged.outcome != remote::Outcome::Ok)
        return fail(judged.error);
    QJsonObject digests;
    const QJsonObject feeds = judged.json.value(QLatin1String("feeds")).toObject();
    for (auto it = feeds.begin(); it != feeds.end(); ++it)
        digests.insert(it.key(), it.value().toObject().value(QLatin1String("digest")));
    return digests;
}

QJsonObject withoutEmptyFeeds(const QJsonObject &digests)
{
    QJsonObject kept;
    for (auto it = digests.begin(); it != digests.end(); ++it) {
        const QString digest = it.value().toString();
        if (digest.count(QLatin1Char('0')) != digest.size())
            kept.insert(it.key(), digest);
    }
    return kept;
}

} // namespace vigie::e2e
