// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/platform/hotkeygrab_x11.h"

#include <QCoreApplication>

#include <xcb/xcb.h>

#include <algorithm>
#include <cstdlib>
#include <memory>

namespace vigie {

namespace {

struct FreedReply {
    void operator()(void *memory) const { std::free(memory); }
};
template<class T>
using Reply = std::unique_ptr<T, FreedReply>;

constexpr quint32 kNumLockSym = 0xff7f;
constexpr quint16 kChordMask =
    XCB_MOD_MASK_SHIFT | XCB_MOD_MASK_CONTROL | XCB_MOD_MASK_1 | XCB_MOD_MASK_4;

/// The X keysym of a Qt key, as in keysymdef.h; 0 for keys that have no fixed one.
quint32 keysymOf(Qt::Key key)
{
    struct Row {
        Qt::Key key;
        quint32 sym;
    };
    static constexpr Row kRows[]{
        {Qt::Key_Backspace, 0xff08}, {Qt::Key_Tab, 0xff09},    {Qt::Key_Return, 0xff0d},
        {Qt::Key_Pause, 0xff13},     {Qt::Key_ScrollLock, 0xff14}, {Qt::Key_Escape, 0xff1b},
        {Qt::Key_Home, 0xff50},      {Qt::Key_Left, 0xff51},   {Qt::Key_Up, 0xff52},
        {Qt::Key_Right, 0xff53},     {Qt::Key_Down, 0xff54},   {Qt::Key_PageUp, 0xff55},
        {Qt::Key_PageDown, 0xff56},  {Qt::Key_End, 0xff57},    {Qt::Key_Print, 0xff61},
        {Qt::Key_Insert, 0xff63},    {Qt::Key_Menu, 0xff67},   {Qt::Key_Enter, 0xff8d},
        {Qt::Key_Delete, 0xffff},
    };
    for (const Row &row : kRows) {
        if (row.key == key)
            return row.sym;
    }
    if (key >= Qt::Key_F1 && key <= Qt::Key_F35)
        return 0xffbe + quint32(key - Qt::Key_F1);
    // Latin 1 keysyms are the characters themselves, and keys carry the small letter.
    if (key >= Qt::Key_Space && key <= Qt::Key_ydiaeresis)
        return QChar(char16_t(key)).toLower().unicode();
    return 0;
}

quint16 chordOf(Qt::KeyboardModifiers modifiers)
{
    return quint16((modifiers & Qt::ShiftModifier ? XCB_MOD_MASK_SHIFT : 0)
                   | (modifiers & Qt::ControlModifier ? XCB_MOD_MASK_CONTROL : 0)
                   | (modifiers & Qt::AltModifier ? XCB_MOD_MASK_1 : 0)
                   | (modifiers & Qt::MetaModifier ? XCB_MOD_MASK_4 : 0));
}

} // namespace

HotkeyGrab::HotkeyGrab(xcb_connection_t *connection, QObject *parent) :
    GlobalHotkey(parent), m_connection(connection),
    m_root(xcb_setup_roots_iterator(xcb_get_setup(connection)).data->root)
{
    QCoreApplication::instance()->installNativeEventFilter(this);
}

HotkeyGrab::~HotkeyGrab()
{
    release();
}

std::optional<HotkeyTrouble> HotkeyGrab::grab(QKeyCombination key)
{
    m_wanted = key;
    const quint32 sym = keysymOf(key.key());
    const QList<quint8> codes = sym ? codesOf(sym) : QList<quint8>();
    if (codes.isEmpty())
        return HotkeyTrouble::Unsuitable;
    const quint16 chord = chordOf(key.keyboardModifiers());
    const quint16 numLock = numLockMask();
    QList<quint16> locks{0, XCB_MOD_MASK_LOCK};
    if (numLock)
        locks += {numLock, quint16(numLock | XCB_MOD_MASK_LOCK)};
    for (const quint8 code : codes) {
        for (const quint16 lock : std::as_const(locks)) {
            const quint16 modifiers = chord | lock;
            const Reply<xcb_generic_error_t> error(xcb_request_check(
                m_connection,
                xcb_grab_key_checked(m_connection, 0, m_root, modifiers, code, XCB_GRAB_MODE_ASYNC,
                                     XCB_GRAB_MODE_ASYNC)));
            if (error) {
                release(); // all or nothing: a key that works without Caps Lock only is a riddle
                return error->error_code == XCB_ACCESS ? HotkeyTrouble::Taken
                                                       : HotkeyTrouble::Unsuitable;
            }
            m_grabs.append({code, modifiers});
        }
    }
    return std::nullopt;
}

void HotkeyGrab::release()
{
    for (const Grab &grab : std::as_const(m_grabs))
        xcb_ungrab_key(m_connection, grab.code, m_root, grab.modifiers);
    xcb_flush(m_connection);
    m_grabs.clear();
    m_down = false;
}

QList<quint8> HotkeyGrab::codesOf(quint32 keysym) const
{
    const xcb_setup_t *setup = xcb_get_setup(m_connection);
    const quint8 first = setup->min_keycode;
    const quint8 count = quint8(setup->max_keycode - first + 1);
    const Reply<xcb_get_keyboard_mapping_reply_t> map(xcb_get_keyboard_mapping_reply(
        m_connection, xcb_get_keyboard_mapping(m_connection, first, count), nullptr));
    if (!map || map->keysyms_per_keycode == 0)
        return {};
    const xcb_keysym_t *syms = xcb_get_keyboard_mapping_keysyms(map.get());
    // As it is printed on the key; else on another level or in another layout.
    QList<quint8> plain, other;
    for (int code = 0; code < count; ++code) {
        const xcb_keysym_t *levels = syms + code * map->keysyms_per_keycode;
        const quint8 found = quint8(first + code);
        if (levels[0] == keysym)
            plain.append(found);
        else if (std::find(levels, levels + map->keysyms_per_keycode, keysym)
                 != levels + map->keysyms_per_keycode)
            other.append(found);
    }
    return plain.isEmpty() ? other : plain;
}

quint16 HotkeyGrab::numLockMask() const
{
    const QList<quint8> codes = codesOf(kNumLockSym);
    const Reply<xcb_get_modifier_mapping_reply_t> map(xcb_get_modifier_mapping_reply(
        m_connection, xcb_get_modifier_mapping(m_connection), nullptr));
    if (!map)
        return 0;
    const xcb_keycode_t *held = xcb_get_modifier_mapping_keycodes(map.get());
    for (int modifier = 0; modifier < 8; ++modifier) {
        for (int i = 0; i < map->keycodes_per_modifier; ++i) {
            if (codes.contains(held[modifier * map->keycodes_per_modifier + i]))
                return quint16(1 << modifier);
        }
    }
    return 0;
}

bool HotkeyGrab::isOurs(quint8 code, quint16 state) const
{
    return std::any_of(m_grabs.cbegin(), m_grabs.cend(), [code, state](const Grab &grab) {
        return grab.code == code && (grab.modifiers & kChordMask) == (state & kChordMask);
    });
}

bool HotkeyGrab::nativeEventFilter(const QByteArray &type, void *message, qintptr *)
{
    if (m_grabs.isEmpty() || type != "xcb_generic_event_t")
        return false;
    const auto *event = static_cast<const xcb_generic_event_t *>(message);
    const int kind = event->response_type & 0x7f;
    if (kind == XCB_MAPPING_NOTIFY) {
        // Another keyboard: the same key may have another code.
        release();
        if (grab(m_wanted))
            qWarning("The global key is not on this keyboard or was taken meanwhile");
        return false;
    }
    if (kind != XCB_KEY_PRESS && kind != XCB_KEY_RELEASE)
        return false;
    const auto *press = reinterpret_cast<const xcb_key_press_event_t *>(event);
    // Only what the root window's grab brought: our own windows get the same key otherwise.
    if (press->event != m_root)
        return false;
    if (kind == XCB_KEY_RELEASE) {
        m_releasedAt = press->time;
        m_down = false;
        return false;
    }
    if (!isOurs(press->detail, press->state))
        return false;
    // A key that is held down repeats: as presses alone, or each with a release of the same time.
    const bool repeated = m_down || press->time == m_releasedAt;
    m_down = true;
    if (!repeated)
        Q_EMIT pressed();
    return true;
}

} // namespace vigie
