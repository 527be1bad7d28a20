// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/service/workerthread.h"

namespace vigie {

WorkerThread::WorkerThread(const QString &name) : m_context(new QObject)
{
    m_thread.setObjectName(name);
    m_context->moveToThread(&m_thread);
    QObject::connect(&m_thread, &QThread::finished, m_context, &QObject::deleteLater);
    m_thread.start();
}

WorkerThread::~WorkerThread()
{
    stop();
}

void WorkerThread::post(std::function<void()> fn)
{
    const std::scoped_lock lock(m_mutex);
    // After stop() the call is dropped, and with it the promise it holds.
    if (m_context)
        QMetaObject::invokeMethod(m_context, std::move(fn), Qt::QueuedConnection);
}

void WorkerThread::stop(std::function<void()> last)
{
    if (!m_context)
        return;
    post([last = std::move(last)] {
        if (last)
            last();
        QThread::currentThread()->quit();
    });
    {
        const std::scoped_lock lock(m_mutex);
        m_context = nullptr;
    }
    m_thread.wait();
}

} // namespace vigie
