// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/server/http/deskthread.h"

#include <boost/asio/post.hpp>

namespace vigie::server {

DeskThread::DeskThread()
    : m_guard(boost::asio::make_work_guard(m_context)), m_thread([this] { m_context.run(); })
{
}

DeskThread::~DeskThread()
{
    m_guard.reset();
    m_thread.join();
}

void DeskThread::post(std::function<void()> job)
{
    boost::asio::post(m_context, std::move(job));
}

} // namespace vigie::server
