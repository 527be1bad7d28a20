// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <QObject>
#include <QProcess>
#include <QUrl>

namespace vigie {

/// A vigie-server of the tour's own: found beside this program, on a private data folder and a
/// free port of this machine. Nothing here blocks; the tour looks at the state. GUI thread.
class TourServer final : public QObject
{
    Q_OBJECT

public:
    /// `folder` is made; `sample` may be empty.
    TourServer(QString folder, QString sample, QObject *parent);
    ~TourServer() override;

    /// Fills the data folder: the sample, or two queues' worth of nothing but the two people.
    [[nodiscard]] Done prepare();
    [[nodiscard]] bool isPrepared() const { return m_prepared; }
    [[nodiscard]] Done start();
    void stop();
    /// Listening, and the address and fingerprint are known.
    [[nodiscard]] bool isReady();
    [[nodiscard]] bool isStopped() const;
    [[nodiscard]] QUrl url() const;
    [[nodiscard]] QString fingerprint() const { return m_fingerprint; }
    /// Why preparing went wrong; empty while it has not.
    [[nodiscard]] QString trouble() const { return m_trouble; }

    static QString password() { return QStringLiteral("vigie"); }

private:
    struct Chore {
        QStringList arguments;
        QByteArray input;
    };
    void nextChore();
    [[nodiscard]] QString program() const;

    QString m_folder;
    QString m_sample;
    QList<Chore> m_chores;
    QProcess m_chore;
    QProcess m_server;
    bool m_prepared = false;
    int m_port = 0;
    QString m_fingerprint;
    QString m_trouble;
};

} // namespace vigie
