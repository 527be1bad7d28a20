// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/server/http/deskthread.h"

#include <boost/asio/executor_work_guard.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/post.hpp>

#include <thread>

namespace vigie::server {

struct DeskThread::Parts {
    boost::asio::io_context context{1};
    boost::asio::executor_work_guard<boost::asio::io_context::executor_type> guard
        = boost::asio::make_work_guard(context);
    std::thread thread{[this] { context.run(); }};
};

DeskThread::DeskThread() : m_parts(std::make_unique<Parts>()) {}

DeskThread::~DeskThread()
{
    m_parts->guard.reset();
    m_parts->thread.join();
}

void DeskThread::post(std::function<void()> job)
{
    boost::asio::post(m_parts->context, std::move(job));
}

} // namespace vigie::server
