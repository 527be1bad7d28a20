// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

#include <thread>

namespace vigie::e2e {

/// Reads standard input line by line on a thread of its own, because not every system can tell an
/// event loop that a pipe has something to read. The destructor waits for the end of the input.
class LineReader final : public QObject
{
    Q_OBJECT

public:
    explicit LineReader(QObject *parent = nullptr);
    ~LineReader() override;

    void start();

Q_SIGNALS:
    void line(const QByteArray &text);
    void ended();

private:
    std::thread m_thread;
};

} // namespace vigie::e2e
