// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/capture/capturebackend.h"

#include <QPointer>

namespace vigie {

class RegionOverlay;

/// Lets a person choose a part of what was captured: one overlay window per screen, each mapped
/// with that screen's own scaling. Ends in exactly one of its signals. GUI thread.
class RegionSelector final : public QObject
{
    Q_OBJECT

public:
    explicit RegionSelector(const QList<CapturedScreen> &screens, QObject *parent = nullptr);
    ~RegionSelector() override;

    /// Covers the screens.
    void start();
    /// Takes the overlays away without a signal.
    void dismiss();
    [[nodiscard]] QList<RegionOverlay *> overlays() const;

Q_SIGNALS:
    /// `screen` is the place in the list, `pixels` native pixels of its picture, never empty.
    void selected(int screen, const QRect &pixels);
    void cancelled();

private:
    void setCurrent(int screen);

    QList<CapturedScreen> m_screens;
    QList<QPointer<RegionOverlay>> m_overlays;
    bool m_finished = false;
};

} // namespace vigie
