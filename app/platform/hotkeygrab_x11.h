// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/platform/globalhotkey.h"

#include <QAbstractNativeEventFilter>
#include <QList>

struct xcb_connection_t;

namespace vigie {

/// The global key on X11: passive grabs on the root window (XGrabKey), one for each state of the
/// Caps Lock and Num Lock keys.
class HotkeyGrab final : public GlobalHotkey, private QAbstractNativeEventFilter
{
    Q_OBJECT

public:
    /// `connection` is Qt's own, whose events pass the native event filters.
    HotkeyGrab(xcb_connection_t *connection, QObject *parent);
    ~HotkeyGrab() override;

    [[nodiscard]] bool isSupported() const override { return true; }

protected:
    [[nodiscard]] std::optional<HotkeyTrouble> grab(QKeyCombination key) override;
    void release() override;

private:
    struct Grab {
        quint8 code;
        quint16 modifiers;
    };

    bool nativeEventFilter(const QByteArray &type, void *message, qintptr *result) override;
    [[nodiscard]] QList<quint8> codesOf(quint32 keysym) const;
    [[nodiscard]] quint16 numLockMask() const;
    [[nodiscard]] bool isOurs(quint8 code, quint16 state) const;

    xcb_connection_t *m_connection;
    quint32 m_root;
    QKeyCombination m_wanted;
    QList<Grab> m_grabs;
    quint32 m_releasedAt = 0; ///< server time, milliseconds
    bool m_down = false;
};

} // namespace vigie
