// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/async.h"

#include <QObject>

namespace vigie {

class WorkspaceThreads;

/// What the services of a person's own things have in common: they are kept on this computer, also
/// while there is no cache, travel to the person's others when the server can be reached, and are
/// read through the writer, so that what was just saved is what is read. GUI thread.
class OwnListService : public QObject
{
    Q_OBJECT

Q_SIGNALS:
    /// A write is on the disk, or another computer's arrived.
    void changed();

protected:
    OwnListService(WorkspaceThreads &threads, QObject *parent) : QObject(parent), m_threads(threads) {}

    /// The write, which is told of when it succeeds.
    template<class T>
    [[nodiscard]] QFuture<Result<T>> announced(const QFuture<Result<T>> &write)
    {
        whenDone(write, this, [this](const Result<T> &result) {
            if (result)
                tell();
        });
        return write;
    }
    /// Those who look, and the server.
    void tell();

    WorkspaceThreads &m_threads;
};

} // namespace vigie
