// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/widgets/iconset.h"

#include <QApplication>
#include <QFile>
#include <QIconEngine>
#include <QPainter>
#include <QPalette>
#include <QPixmapCache>
#include <QSvgRenderer>

#include <cmath>

namespace vigie {

namespace {

const char *const kNames[] = {
    "alert", "arrow-mark", "attach", "backward", "bell", "blur", "bold", "book", "box", "building",
    "calendar", "call", "callout", "calm", "camera", "check", "check-circle", "chevron-down",
    "chevron-left", "chevron-right", "chevron-up", "clock", "close", "cloud", "cloud-check",
    "cloud-off", "code", "command", "conflict", "copy", "crop", "cursor", "download", "edit",
    "ellipse", "escalate", "eye", "eye-off", "file", "filter", "fit", "forward", "freehand",
    "globe", "hand", "hardware", "help", "highlighter", "hourglass", "image", "inbox", "info",
    "italic", "key", "keyboard", "lantern", "line", "link", "list", "lock", "magnifier", "mail",
    "merge", "minus", "moon", "more", "network", "note", "open", "other", "outbox", "pause",
    "phone", "pin", "play", "plus", "printing", "queue", "quote", "redact", "redo", "reply", "report",
    "requests", "retry", "search", "send", "settings", "shield", "shield-alert", "sign-out",
    "software", "sort", "spotlight", "star", "star-filled", "step-mark", "stop", "sun", "swap",
    "sync", "tag", "text-mark", "trash", "undo", "user", "user-check", "user-plus", "users",
};
static_assert(std::size(kNames) == kIconCount);

QByteArray source(Icon icon)
{
    QFile file(QStringLiteral(":/icons/%1.svg").arg(IconSet::name(icon)));
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

/// Asks for its colour only when it is painted, so an icon set once follows every scheme switch.
class SymbolicEngine final : public QIconEngine
{
public:
    SymbolicEngine(Icon icon, IconColor color) : m_icon(icon), m_color(color) {}

    void paint(QPainter *painter, const QRect &rect, QIcon::Mode mode, QIcon::State) override
    {
        const qreal ratio = painter->device() ? painter->device()->devicePixelRatioF() : 1.0;
        painter->drawPixmap(rect, picture(rect.size(), ratio, mode));
    }

    QPixmap pixmap(const QSize &size, QIcon::Mode mode, QIcon::State) override
    {
        return picture(size, 1.0, mode);
    }

    QPixmap scaledPixmap(const QSize &size, QIcon::Mode mode, QIcon::State, qreal scale) override
    {
        return picture(size / scale, scale, mode);
    }

    QIconEngine *clone() const override { return new SymbolicEngine(m_icon, m_color); }
    bool isNull() override { return false; }

private:
    [[nodiscard]] QPixmap picture(const QSize &size, qreal ratio, QIcon::Mode mode) const
    {
        const Tokens &t = tokensFor(QApplication::palette());
        QColor color = IconSet::color(m_color, t);
        if (mode == QIcon::Disabled)
            color = t.disabled;
        else if (mode == QIcon::Selected && m_color != IconColor::OnAccent)
            color = t.selectionText;
        return IconSet::pixmap(m_icon, std::min(size.width(), size.height()), ratio, color);
    }

    Icon m_icon;
    IconColor m_color;
};

} // namespace

QString IconSet::name(Icon icon)
{
    return QString::fromLatin1(kNames[int(icon)]);
}

QColor IconSet::color(IconColor color, const Tokens &t)
{
    switch (color) {
    case IconColor::Text: return t.text;
    case IconColor::Muted: return t.muted;
    case IconColor::Accent: return t.accent;
    case IconColor::OnAccent: return t.onAccent;
    case IconColor::Success: return t.tone(Tone::Success).solid;
    case IconColor::Warning: return t.tone(Tone::Warning).solid;
    case IconColor::Danger: return t.tone(Tone::Danger).solid;
    case IconColor::Internal: return t.tone(Tone::Internal).solid;
    }
    return t.text;
}

QIcon IconSet::icon(Icon icon, IconColor color)
{
    return QIcon(new SymbolicEngine(icon, color));
}

QPixmap IconSet::pixmap(Icon icon, int size, qreal devicePixelRatio, const QColor &color)
{
    const QString key = QStringLiteral("vigie/%1/%2/%3/%4")
                            .arg(int(icon))
                            .arg(size)
                            .arg(devicePixelRatio)
                            .arg(color.rgba(), 0, 16);
    QPixmap pixmap;
    if (QPixmapCache::find(key, &pixmap))
        return pixmap;
    const int pixels = std::max(1, int(std::lround(size * devicePixelRatio)));
    pixmap = QPixmap(pixels, pixels);
    pixmap.fill(Qt::transparent);
    QSvgRenderer renderer(source(icon).replace("currentColor", color.name().toLatin1()));
    QPainter painter(&pixmap);
    renderer.render(&painter, QRectF(0, 0, pixels, pixels));
    painter.end();
    pixmap.setDevicePixelRatio(devicePixelRatio);
    QPixmapCache::insert(key, pixmap);
    return pixmap;
}

QIcon IconSet::application()
{
    QIcon icon;
    QSvgRenderer renderer(QStringLiteral(":/icons/vigie.svg"));
    for (const int size : {16, 24, 32, 48, 64, 128, 256}) {
        QPixmap pixmap(size, size);
        pixmap.fill(Qt::transparent);
        QPainter painter(&pixmap);
        renderer.render(&painter, QRectF(0, 0, size, size));
        painter.end();
        icon.addPixmap(pixmap);
    }
    return icon;
}

} // namespace vigie
