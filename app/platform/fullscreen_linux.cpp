// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/platform/fullscreen.h"

#include "app/platform/sessionkind_linux.h"

#include <xcb/xcb.h>

#include <QList>

#include <cstdlib>
#include <cstring>
#include <memory>

namespace vigie {

namespace {

struct FreedXcbReply {
    void operator()(void *memory) const { std::free(memory); }
};
template<class T>
using XcbReply = std::unique_ptr<T, FreedXcbReply>;

/// The few questions to the window manager (Extended Window Manager Hints 1.5), on a connection of
/// their own.
class WindowManager
{
public:
    WindowManager() : m_connection(xcb_connect(nullptr, &m_screen)) {}
    ~WindowManager() { xcb_disconnect(m_connection); }
    WindowManager(const WindowManager &) = delete;
    WindowManager &operator=(const WindowManager &) = delete;

    [[nodiscard]] bool isThere() const { return xcb_connection_has_error(m_connection) == 0; }
    [[nodiscard]] xcb_window_t root() const
    {
        xcb_screen_iterator_t screens = xcb_setup_roots_iterator(xcb_get_setup(m_connection));
        for (int i = 0; i < m_screen && screens.rem > 1; ++i)
            xcb_screen_next(&screens);
        return screens.rem > 0 ? screens.data->root : xcb_window_t(XCB_NONE);
    }
    [[nodiscard]] xcb_atom_t atom(const char *name) const
    {
        const XcbReply<xcb_intern_atom_reply_t> reply(xcb_intern_atom_reply(
            m_connection,
            xcb_intern_atom(m_connection, 1, uint16_t(std::strlen(name)), name), nullptr));
        return reply ? reply->atom : xcb_atom_t(XCB_ATOM_NONE);
    }
    /// Up to 32 values of 32 bits.
    [[nodiscard]] QList<quint32> values(xcb_window_t window, const char *property) const
    {
        const XcbReply<xcb_get_property_reply_t> reply(xcb_get_property_reply(
            m_connection,
            xcb_get_property(m_connection, 0, window, atom(property), XCB_GET_PROPERTY_TYPE_ANY, 0,
                             32),
            nullptr));
        if (!reply || reply->format != 32)
            return {};
        const auto *data = static_cast<const quint32 *>(xcb_get_property_value(reply.get()));
        return QList<quint32>(data, data + reply->value_len);
    }

private:
    int m_screen = 0;
    xcb_connection_t *m_connection;
};

} // namespace

bool isFullScreenInFront()
{
    if (isUnderWayland() || qEnvironmentVariableIsEmpty("DISPLAY"))
        return false;
    const WindowManager manager;
    if (!manager.isThere())
        return false;
    const QList<quint32> active = manager.values(manager.root(), "_NET_ACTIVE_WINDOW");
    if (active.isEmpty() || active.constFirst() == XCB_NONE)
        return false;
    const xcb_atom_t full = manager.atom("_NET_WM_STATE_FULLSCREEN");
    return full != XCB_ATOM_NONE
        && manager.values(active.constFirst(), "_NET_WM_STATE").contains(full);
}

} // namespace vigie
