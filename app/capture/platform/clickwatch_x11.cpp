// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/capture/platform/clickwatch_x11.h"

#include <QSocketNotifier>

#include <xcb/xcb.h>
#include <xcb/xinput.h>

#include <cstdlib>

namespace vigie {

namespace {

struct FreedEvent {
    void operator()(void *memory) const { std::free(memory); }
};
template<class T>
using Taken = std::unique_ptr<T, FreedEvent>;

constexpr quint32 kLastRealButton = 3; ///< above are wheels and side buttons

} // namespace

void ClickWatch::Closer::operator()(xcb_connection_t *connection) const
{
    xcb_disconnect(connection);
}

ClickWatch::ClickWatch(QObject *parent) : ClickWatcher(parent) {}

ClickWatch::~ClickWatch() = default;

bool ClickWatch::start()
{
    if (m_connection)
        return true;
    m_connection.reset(xcb_connect(nullptr, nullptr));
    if (xcb_connection_has_error(m_connection.get())) {
        stop();
        return false;
    }
    xcb_connection_t *connection = m_connection.get();
    const xcb_query_extension_reply_t *extension =
        xcb_get_extension_data(connection, &xcb_input_id);
    // Since 2.1 raw events also come while another program holds the pointer, e.g. for a menu.
    const Taken<xcb_input_xi_query_version_reply_t> version(xcb_input_xi_query_version_reply(
        connection, xcb_input_xi_query_version(connection, 2, 1), nullptr));
    if (!extension || !extension->present || !version || version->major_version < 2) {
        stop();
        return false;
    }
    m_extension = extension->major_opcode;
    m_root = xcb_setup_roots_iterator(xcb_get_setup(connection)).data->root;
    struct {
        xcb_input_event_mask_t head;
        quint32 mask;
    } wanted{{XCB_INPUT_DEVICE_ALL_MASTER, 1}, XCB_INPUT_XI_EVENT_MASK_RAW_BUTTON_PRESS};
    const Taken<xcb_generic_error_t> error(xcb_request_check(
        connection,
        xcb_input_xi_select_events_checked(connection, m_root, 1, &wanted.head)));
    if (error) {
        stop();
        return false;
    }
    m_notifier = std::make_unique<QSocketNotifier>(xcb_get_file_descriptor(connection),
                                                   QSocketNotifier::Read);
    connect(m_notifier.get(), &QSocketNotifier::activated, this, &ClickWatch::read);
    return true;
}

void ClickWatch::stop()
{
    // Possibly from inside read(): the notifier that called us must not die under it.
    if (m_notifier) {
        m_notifier->setEnabled(false);
        m_notifier.release()->deleteLater();
    }
    m_connection.reset();
}

void ClickWatch::read()
{
    while (m_connection) {
        const Taken<xcb_generic_event_t> event(xcb_poll_for_event(m_connection.get()));
        if (!event)
            break;
        const auto *raw = reinterpret_cast<const xcb_input_raw_button_press_event_t *>(event.get());
        if ((event->response_type & 0x7f) != XCB_GE_GENERIC || raw->extension != m_extension
            || raw->event_type != XCB_INPUT_RAW_BUTTON_PRESS || raw->detail == 0
            || raw->detail > kLastRealButton)
            continue;
        // Raw events say nothing of the pointer's place.
        const Taken<xcb_query_pointer_reply_t> pointer(xcb_query_pointer_reply(
            m_connection.get(), xcb_query_pointer(m_connection.get(), m_root), nullptr));
        if (pointer)
            Q_EMIT clicked(QPoint(pointer->root_x, pointer->root_y), int(raw->detail));
    }
    if (m_connection && xcb_connection_has_error(m_connection.get()))
        stop(); // otherwise a dead connection is readable for ever
}

} // namespace vigie
