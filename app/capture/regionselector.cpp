// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/capture/regionselector.h"

#include "app/capture/platform/coverscreen.h"
#include "app/capture/regionoverlay.h"

#include <QCursor>
#include <QGuiApplication>
#include <QScreen>

namespace vigie {

namespace {

QScreen *screenNamed(const QString &name)
{
    const QList<QScreen *> screens = QGuiApplication::screens();
    for (QScreen *screen : screens) {
        if (screen->name() == name)
            return screen;
    }
    return QGuiApplication::primaryScreen();
}

} // namespace

RegionSelector::RegionSelector(const QList<CapturedScreen> &screens, QObject *parent) :
    QObject(parent), m_screens(screens)
{
    for (int i = 0; i < int(screens.size()); ++i) {
        auto *overlay = new RegionOverlay(screens.at(i), screens.size() > 1);
        connect(overlay, &RegionOverlay::entered, this, [this, i] { setCurrent(i); });
        connect(overlay, &RegionOverlay::chosen, this, [this, i](const QRect &pixels) {
            if (m_finished)
                return;
            dismiss();
            Q_EMIT selected(i, pixels);
        });
        connect(overlay, &RegionOverlay::cancelled, this, [this] {
            if (m_finished)
                return;
            dismiss();
            Q_EMIT cancelled();
        });
        connect(overlay, &RegionOverlay::stepRequested, this, [this, i](int direction) {
            const int count = int(m_screens.size());
            setCurrent((i + direction + count) % count);
        });
        m_overlays.append(overlay);
    }
}

RegionSelector::~RegionSelector()
{
    dismiss();
}

void RegionSelector::start()
{
    int first = 0;
    for (int i = 0; i < int(m_overlays.size()); ++i) {
        QScreen *screen = screenNamed(m_screens.at(i).name);
        coverScreen(*m_overlays.at(i), *screen);
        if (screen->geometry().contains(QCursor::pos()))
            first = i;
    }
    setCurrent(first);
}

QList<RegionOverlay *> RegionSelector::overlays() const
{
    QList<RegionOverlay *> all;
    for (const auto &overlay : m_overlays) {
        if (overlay)
            all.append(overlay);
    }
    return all;
}

void RegionSelector::setCurrent(int screen)
{
    for (int i = 0; i < int(m_overlays.size()); ++i) {
        if (m_overlays.at(i))
            m_overlays.at(i)->setCurrent(i == screen);
    }
}

void RegionSelector::dismiss()
{
    m_finished = true;
    // Hidden, not closed: with everything else hidden too, the last window closed ends the program.
    for (const auto &overlay : std::as_const(m_overlays)) {
        if (overlay) {
            overlay->hide();
            overlay->deleteLater();
        }
    }
    m_overlays.clear();
}

} // namespace vigie
