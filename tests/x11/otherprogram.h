// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QRect>
#include <QRgb>

#include <xcb/randr.h>
#include <xcb/xcb.h>
#include <xcb/xtest.h>

#include <cstdlib>
#include <memory>

namespace vigie {

/// Another program, and the person: its own connection to the X server, plain coloured windows,
/// the properties a window manager would set, keys and clicks.
class OtherProgram final
{
public:
    OtherProgram() :
        m_connection(xcb_connect(nullptr, nullptr)),
        m_screen(xcb_setup_roots_iterator(xcb_get_setup(m_connection)).data)
    {}
    ~OtherProgram() { xcb_disconnect(m_connection); }
    OtherProgram(const OtherProgram &) = delete;
    OtherProgram &operator=(const OtherProgram &) = delete;

    [[nodiscard]] xcb_connection_t *connection() const { return m_connection; }
    [[nodiscard]] xcb_window_t root() const { return m_screen->root; }

    /// A window the server paints by itself, so that nothing has to be waited for.
    xcb_window_t open(const QRect &place, QRgb color)
    {
        const xcb_window_t window = xcb_generate_id(m_connection);
        const quint32 values[]{color & 0xffffff, 1};
        xcb_create_window(m_connection, XCB_COPY_FROM_PARENT, window, m_screen->root,
                          qint16(place.x()), qint16(place.y()), quint16(place.width()),
                          quint16(place.height()), 0, XCB_WINDOW_CLASS_INPUT_OUTPUT,
                          m_screen->root_visual, XCB_CW_BACK_PIXEL | XCB_CW_OVERRIDE_REDIRECT,
                          values);
        xcb_map_window(m_connection, window);
        settle();
        return window;
    }
    void unmap(xcb_window_t window)
    {
        xcb_unmap_window(m_connection, window);
        settle();
    }
    void close(xcb_window_t window)
    {
        xcb_destroy_window(m_connection, window);
        settle();
    }
    void setNumbers(xcb_window_t window, const char *name, const QList<quint32> &values,
                    xcb_atom_t type = XCB_ATOM_CARDINAL)
    {
        const std::unique_ptr<xcb_intern_atom_reply_t, decltype(&std::free)> atom(
            xcb_intern_atom_reply(m_connection,
                                  xcb_intern_atom(m_connection, 0, quint16(qstrlen(name)), name),
                                  nullptr),
            &std::free);
        xcb_change_property(m_connection, XCB_PROP_MODE_REPLACE, window, atom->atom, type, 32,
                            quint32(values.size()), values.constData());
        settle();
    }
    void setTitle(xcb_window_t window, const QByteArray &utf8)
    {
        const auto atom = [this](const char *name) {
            const std::unique_ptr<xcb_intern_atom_reply_t, decltype(&std::free)> reply(
                xcb_intern_atom_reply(
                    m_connection, xcb_intern_atom(m_connection, 0, quint16(qstrlen(name)), name),
                    nullptr),
                &std::free);
            return reply->atom;
        };
        xcb_change_property(m_connection, XCB_PROP_MODE_REPLACE, window, atom("_NET_WM_NAME"),
                            atom("UTF8_STRING"), 8, quint32(utf8.size()), utf8.constData());
        settle();
    }
    void setActive(xcb_window_t window)
    {
        setNumbers(root(), "_NET_ACTIVE_WINDOW", {window}, XCB_ATOM_WINDOW);
    }

    void movePointer(const QPoint &at) { fake(XCB_MOTION_NOTIFY, 0, at); }
    void button(quint8 button, bool down)
    {
        fake(down ? XCB_BUTTON_PRESS : XCB_BUTTON_RELEASE, button, {});
    }
    /// The key that carries a symbol; 0 when none does.
    [[nodiscard]] quint8 codeOf(quint32 keysym) const
    {
        const xcb_setup_t *setup = xcb_get_setup(m_connection);
        const int count = setup->max_keycode - setup->min_keycode + 1;
        const std::unique_ptr<xcb_get_keyboard_mapping_reply_t, decltype(&std::free)> map(
            xcb_get_keyboard_mapping_reply(
                m_connection,
                xcb_get_keyboard_mapping(m_connection, setup->min_keycode, quint8(count)), nullptr),
            &std::free);
        const xcb_keysym_t *syms = xcb_get_keyboard_mapping_keysyms(map.get());
        for (int code = 0; code < count; ++code) {
            if (syms[code * map->keysyms_per_keycode] == keysym)
                return quint8(setup->min_keycode + code);
        }
        return 0;
    }
    void key(quint8 code, bool down) { fake(down ? XCB_KEY_PRESS : XCB_KEY_RELEASE, code, {}); }

    /// Waits until the server has done everything.
    void settle()
    {
        std::free(xcb_get_input_focus_reply(m_connection, xcb_get_input_focus(m_connection),
                                            nullptr));
    }

private:
    void fake(quint8 type, quint8 detail, const QPoint &at)
    {
        // Delayed by the server: no person presses two keys within one of its milliseconds, and a
        // key that repeats is known by just that.
        constexpr quint32 kDelayMs = 2;
        xcb_test_fake_input(m_connection, type, detail, kDelayMs, root(), qint16(at.x()),
                            qint16(at.y()), 0);
        settle();
    }

    xcb_connection_t *m_connection;
    xcb_screen_t *m_screen;
};

} // namespace vigie
