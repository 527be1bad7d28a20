// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/e2e/client/linereader.h"

#include <iostream>
#include <string>

namespace vigie::e2e {

LineReader::LineReader(QObject *parent) : QObject(parent) {}

LineReader::~LineReader()
{
    if (m_thread.joinable())
        m_thread.join();
}

void LineReader::start()
{
    m_thread = std::thread([this] {
        // Signals across threads are queued, so receivers run on their own thread.
        for (std::string text; std::getline(std::cin, text);)
            Q_EMIT line(QByteArray::fromStdString(text));
        Q_EMIT ended();
    });
}

} // namespace vigie::e2e
