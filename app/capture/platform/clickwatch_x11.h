// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/capture/clickwatcher.h"

#include <memory>

class QSocketNotifier;
struct xcb_connection_t;

namespace vigie {

/// Raw XInput 2 button presses, on a connection of its own: Qt's knows nothing of them, and what
/// is selected on it changes what Qt's windows get.
class ClickWatch final : public ClickWatcher
{
    Q_OBJECT

public:
    explicit ClickWatch(QObject *parent);
    ~ClickWatch() override;

    [[nodiscard]] bool isSupported() const override { return true; }
    [[nodiscard]] bool start() override;
    void stop() override;

private:
    struct Closer {
        void operator()(xcb_connection_t *connection) const;
    };

    void read();

    std::unique_ptr<xcb_connection_t, Closer> m_connection;
    std::unique_ptr<QSocketNotifier> m_notifier;
    quint32 m_root = 0;
    quint8 m_extension = 0;
};

} // namespace vigie
