// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/capture/platform/x11capture_x11.h"

#include "app/capture/desktoplayout.h"

#include <QCoreApplication>
#include <QGuiApplication>
#include <QMargins>

#include <QtGui/qguiapplication_platform.h>

#include <xcb/xcb.h>
#include <xcb/xfixes.h>

#include <cstdlib>
#include <memory>

namespace vigie {

namespace {

struct Freed {
    void operator()(void *memory) const { std::free(memory); }
};
template<class T>
using Answer = std::unique_ptr<T, Freed>;

xcb_connection_t *serverConnection()
{
    const auto *x11 = qGuiApp->nativeInterface<QNativeInterface::QX11Application>();
    return x11 ? x11->connection() : nullptr;
}

/// Reads properties of windows; every question is answered by the X server at once.
class WindowReader final
{
public:
    explicit WindowReader(xcb_connection_t *connection) :
        m_connection(connection),
        m_root(xcb_setup_roots_iterator(xcb_get_setup(connection)).data->root)
    {}

    [[nodiscard]] xcb_window_t root() const { return m_root; }

    /// 32-bit values of a property; empty when it is missing.
    [[nodiscard]] QList<quint32> numbers(xcb_window_t window, const char *name) const
    {
        const Answer<xcb_intern_atom_reply_t> atom(xcb_intern_atom_reply(
            m_connection, xcb_intern_atom(m_connection, 1, quint16(qstrlen(name)), name), nullptr));
        if (!atom || atom->atom == XCB_ATOM_NONE)
            return {};
        const Answer<xcb_get_property_reply_t> answer(xcb_get_property_reply(
            m_connection,
            xcb_get_property(m_connection, 0, window, atom->atom, XCB_GET_PROPERTY_TYPE_ANY, 0, 4),
            nullptr));
        if (!answer || answer->format != 32)
            return {};
        const auto *values = static_cast<const quint32 *>(xcb_get_property_value(answer.get()));
        return QList<quint32>(values, values + xcb_get_property_value_length(answer.get()) / 4);
    }

    /// The window's title; empty when it has none.
    [[nodiscard]] QString title(xcb_window_t window) const
    {
        const QString modern = text(window, "_NET_WM_NAME", true);
        return modern.isEmpty() ? text(window, "WM_NAME", false) : modern;
    }

    /// Left, top, right, bottom, in the order EWMH has them: left, right, top, bottom.
    [[nodiscard]] QMargins margins(xcb_window_t window, const char *name) const
    {
        const QList<quint32> values = numbers(window, name);
        constexpr quint32 kMost = 1000; // a frame, not a mistake
        if (values.size() != 4)
            return {};
        for (const quint32 value : values) {
            if (value > kMost)
                return {};
        }
        return {int(values.at(0)), int(values.at(2)), int(values.at(1)), int(values.at(3))};
    }

    /// The window's place on the root window without its frame; empty when it is not shown.
    [[nodiscard]] QRect placeOf(xcb_window_t window) const
    {
        const Answer<xcb_get_window_attributes_reply_t> attributes(xcb_get_window_attributes_reply(
            m_connection, xcb_get_window_attributes(m_connection, window), nullptr));
        const Answer<xcb_get_geometry_reply_t> size(
            xcb_get_geometry_reply(m_connection, xcb_get_geometry(m_connection, window), nullptr));
        const Answer<xcb_translate_coordinates_reply_t> at(xcb_translate_coordinates_reply(
            m_connection, xcb_translate_coordinates(m_connection, window, m_root, 0, 0), nullptr));
        if (!attributes || !size || !at || attributes->map_state != XCB_MAP_STATE_VIEWABLE)
            return {};
        return {at->dst_x, at->dst_y, size->width, size->height};
    }

private:
    [[nodiscard]] QString text(xcb_window_t window, const char *name, bool utf8) const
    {
        constexpr quint32 kMostWords = 256; // of four bytes each
        const Answer<xcb_intern_atom_reply_t> atom(xcb_intern_atom_reply(
            m_connection, xcb_intern_atom(m_connection, 1, quint16(qstrlen(name)), name), nullptr));
        if (!atom || atom->atom == XCB_ATOM_NONE)
            return {};
        const Answer<xcb_get_property_reply_t> answer(xcb_get_property_reply(
            m_connection,
            xcb_get_property(m_connection, 0, window, atom->atom, XCB_GET_PROPERTY_TYPE_ANY, 0,
                             kMostWords),
            nullptr));
        if (!answer || answer->format != 8)
            return {};
        const QByteArray bytes(static_cast<const char *>(xcb_get_property_value(answer.get())),
                               xcb_get_property_value_length(answer.get()));
        return (utf8 ? QString::fromUtf8(bytes) : QString::fromLatin1(bytes)).simplified();
    }

    xcb_connection_t *m_connection;
    xcb_window_t m_root;
};

} // namespace

CaptureCapabilities X11Capture::capabilities() const
{
    const bool x11 = serverConnection() != nullptr;
    return {x11, false, x11};
}

std::optional<CapturedPointer> X11Capture::pointer(const QList<CapturedScreen> &screens)
{
    xcb_connection_t *connection = serverConnection();
    const xcb_query_extension_reply_t *extension =
        connection ? xcb_get_extension_data(connection, &xcb_xfixes_id) : nullptr;
    if (!extension || !extension->present)
        return std::nullopt;
    // The server answers nothing else before it was told which version we speak.
    const Answer<xcb_xfixes_query_version_reply_t> version(xcb_xfixes_query_version_reply(
        connection, xcb_xfixes_query_version(connection, 4, 0), nullptr));
    const Answer<xcb_xfixes_get_cursor_image_reply_t> cursor(xcb_xfixes_get_cursor_image_reply(
        connection, xcb_xfixes_get_cursor_image(connection), nullptr));
    if (!version || !cursor || cursor->width == 0 || cursor->height == 0)
        return std::nullopt;
    const auto *pixels =
        reinterpret_cast<const uchar *>(xcb_xfixes_get_cursor_image_cursor_image(cursor.get()));
    const QImage shape(pixels, cursor->width, cursor->height, cursor->width * 4,
                       QImage::Format_ARGB32_Premultiplied);
    return desktoplayout::placePointer(shape.copy(), {cursor->x, cursor->y},
                                       {cursor->xhot, cursor->yhot}, screens);
}

std::optional<CapturedWindow> X11Capture::activeWindow(const QList<CapturedScreen> &screens)
{
    xcb_connection_t *connection = serverConnection();
    if (!connection)
        return std::nullopt;
    const WindowReader reader(connection);
    const xcb_window_t window = reader.numbers(reader.root(), "_NET_ACTIVE_WINDOW").value(0);
    if (window == XCB_WINDOW_NONE)
        return std::nullopt;
    if (reader.numbers(window, "_NET_WM_PID").value(0) == quint32(QCoreApplication::applicationPid()))
        return std::nullopt;
    QRect place = reader.placeOf(window);
    if (place.isEmpty())
        return std::nullopt;
    place = place.marginsAdded(reader.margins(window, "_NET_FRAME_EXTENTS"));
    // Windows that draw their own frame count their shadow as a part of themselves.
    const QRect solid = place.marginsRemoved(reader.margins(window, "_GTK_FRAME_EXTENTS"));
    std::optional<CapturedWindow> found =
        desktoplayout::place(solid.isEmpty() ? place : solid, false, screens);
    if (found)
        found->title = reader.title(window);
    return found;
}

} // namespace vigie
