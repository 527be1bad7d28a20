// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/tourserver.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QStandardPaths>

namespace vigie {

namespace {

constexpr int kStopMs = 8'000;
/// The queue that the server makes at its first start.
const char *const kFirstQueue = "Service desk";

} // namespace

TourServer::TourServer(QString folder, QString sample, QObject *parent)
    : QObject(parent), m_folder(std::move(folder)), m_sample(std::move(sample))
{
    m_chore.setProcessChannelMode(QProcess::MergedChannels);
    m_server.setProcessChannelMode(QProcess::MergedChannels);
    m_server.setStandardOutputFile(m_folder + QStringLiteral("-server.log"));
    connect(&m_chore, &QProcess::finished, this, [this](int code) {
        if (code != 0)
            m_trouble = QString::fromUtf8(m_chore.readAll()).trimmed();
        else
            nextChore();
    });
    connect(&m_chore, &QProcess::errorOccurred, this,
            [this] { m_trouble = m_chore.errorString(); });
}

TourServer::~TourServer()
{
    m_chore.disconnect(this);
    m_chore.kill();
    m_chore.waitForFinished(kStopMs);
    m_server.terminate();
    if (!m_server.waitForFinished(kStopMs))
        m_server.kill();
}

QString TourServer::program() const
{
    return QStandardPaths::findExecutable(QStringLiteral("vigie-server"),
                                          {QCoreApplication::applicationDirPath()});
}

Done TourServer::prepare()
{
    if (program().isEmpty())
        return fail(ErrorCode::NotFound, QStringLiteral("vigie-server is not beside this program"));
    if (!QDir().mkpath(m_folder))
        return fail(ErrorCode::StoreReadOnly, QStringLiteral("cannot create %1").arg(m_folder));
    const QStringList data{QStringLiteral("--data"), m_folder};
    if (!m_sample.isEmpty()) {
        m_chores.append({QStringList{QStringLiteral("import"), m_sample} + data, {}});
    } else {
        m_chores.append({QStringList{QStringLiteral("init")} + data, {}});
        const auto person = [&](const char *login, const char *name, const char *role) {
            QStringList words{QStringLiteral("user"), QStringLiteral("add"), QLatin1String(login),
                              QStringLiteral("--name"), QLatin1String(name),
                              QStringLiteral("--role"), QLatin1String(role),
                              QStringLiteral("--password-stdin")};
            if (qstrcmp(role, "agent") == 0)
                words << QStringLiteral("--queue") << QLatin1String(kFirstQueue);
            m_chores.append({words + data, password().toUtf8() + '\n'});
        };
        person("anna", "Anna Keller", "employee");
        person("ben", "Ben Carter", "agent");
    }
    nextChore();
    return {};
}

void TourServer::nextChore()
{
    if (m_chores.isEmpty()) {
        m_prepared = true;
        return;
    }
    const Chore chore = m_chores.takeFirst();
    m_chore.start(program(), chore.arguments);
    m_chore.write(chore.input);
    m_chore.closeWriteChannel();
}

Done TourServer::start()
{
    const QString ready = m_folder + QStringLiteral("-ready.json");
    QFile::remove(ready);
    // The second start must be where the clients look for it.
    m_server.start(program(), {QStringLiteral("serve"), QStringLiteral("--data"), m_folder,
                               QStringLiteral("--port"), QString::number(m_port),
                               QStringLiteral("--ready-file"), ready});
    return {};
}

void TourServer::stop()
{
    m_server.terminate();
}

bool TourServer::isStopped() const
{
    return m_server.state() == QProcess::NotRunning;
}

bool TourServer::isReady()
{
    QFile file(m_folder + QStringLiteral("-ready.json"));
    if (m_server.state() != QProcess::Running || !file.open(QIODevice::ReadOnly))
        return false;
    const QJsonObject ready = QJsonDocument::fromJson(file.readAll()).object();
    m_port = ready.value(QLatin1String("port")).toInt();
    m_fingerprint = ready.value(QLatin1String("fingerprint")).toString();
    return m_port > 0 && !m_fingerprint.isEmpty();
}

QUrl TourServer::url() const
{
    QUrl url;
    url.setScheme(QStringLiteral("https"));
    url.setHost(QStringLiteral("localhost"));
    url.setPort(m_port);
    return url;
}

} // namespace vigie
