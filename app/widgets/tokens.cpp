// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/widgets/tokens.h"

#include <QApplication>
#include <QPalette>
#include <QWidget>

#include <algorithm>
#include <cmath>

namespace vigie {

namespace {

Tokens lightTokens()
{
    Tokens t;
    t.dark = false;
    t.window = QColor(0xf5f6f8);
    t.surface = QColor(0xffffff);
    t.raised = QColor(0xffffff);
    t.sunken = QColor(0xeef0f3);
    t.border = QColor(0xe2e5ea);
    t.borderStrong = QColor(0xcbd1d9);
    t.text = QColor(0x1a232e);
    t.muted = QColor(0x525d6b);
    t.faint = QColor(0x5f6977);
    t.disabled = QColor(0xa3abb6);
    t.accent = QColor(0x0e6675);
    t.accentHover = QColor(0x0b5866);
    t.accentPressed = QColor(0x094955);
    t.onAccent = QColor(0xffffff);
    t.hover = QColor(0xeceff2);
    t.pressed = QColor(0xe0e4e9);
    t.selection = QColor(0xdceef1);
    t.selectionText = QColor(0x10222a);
    t.focus = QColor(0x2f93a5);
    t.tones[int(Tone::Neutral)] = {QColor(0x46515f), QColor(0xe8ebef), QColor(0x77828f)};
    t.tones[int(Tone::Accent)] = {QColor(0x0b5563), QColor(0xd9eef1), QColor(0x0e6675)};
    t.tones[int(Tone::Info)] = {QColor(0x1c4fa8), QColor(0xe2ebfb), QColor(0x3b74d6)};
    t.tones[int(Tone::Success)] = {QColor(0x17663a), QColor(0xdcf2e3), QColor(0x2b8a52)};
    t.tones[int(Tone::Warning)] = {QColor(0x834d00), QColor(0xfdedd0), QColor(0xb86e00)};
    t.tones[int(Tone::Danger)] = {QColor(0xa82929), QColor(0xfce3e1), QColor(0xd13c3c)};
    t.tones[int(Tone::Purple)] = {QColor(0x5a3ba3), QColor(0xece6fa), QColor(0x7d5bd0)};
    t.tones[int(Tone::Internal)] = {QColor(0x6f5300), QColor(0xfff5d1), QColor(0xa67c00)};
    return t;
}

Tokens darkTokens()
{
    Tokens t;
    t.dark = true;
    t.window = QColor(0x13171c);
    t.surface = QColor(0x1a1f25);
    t.raised = QColor(0x232a32);
    t.sunken = QColor(0x0f1317);
    t.border = QColor(0x2b333c);
    t.borderStrong = QColor(0x3e4955);
    t.text = QColor(0xe8ecf1);
    t.muted = QColor(0xabb5c1);
    t.faint = QColor(0x929dab);
    t.disabled = QColor(0x5f6a77);
    t.accent = QColor(0x57bfd0);
    t.accentHover = QColor(0x70cddc);
    t.accentPressed = QColor(0x47a9b9);
    t.onAccent = QColor(0x062a31);
    t.hover = QColor(0x252c34);
    t.pressed = QColor(0x2e3640);
    t.selection = QColor(0x16404a);
    t.selectionText = QColor(0xeef7f9);
    t.focus = QColor(0x57bfd0);
    t.tones[int(Tone::Neutral)] = {QColor(0xc5cdd7), QColor(0x2c343d), QColor(0x8793a1)};
    t.tones[int(Tone::Accent)] = {QColor(0x8bdbe8), QColor(0x123942), QColor(0x57bfd0)};
    t.tones[int(Tone::Info)] = {QColor(0xa3c6ff), QColor(0x1a3055), QColor(0x6ea2f5)};
    t.tones[int(Tone::Success)] = {QColor(0x8ce0ad), QColor(0x153a25), QColor(0x4fb97c)};
    t.tones[int(Tone::Warning)] = {QColor(0xf6c873), QColor(0x3e2e0f), QColor(0xe0a03a)};
    t.tones[int(Tone::Danger)] = {QColor(0xffa39b), QColor(0x4a2120), QColor(0xf0716a)};
    t.tones[int(Tone::Purple)] = {QColor(0xcdb9ff), QColor(0x312653), QColor(0xa58aee)};
    t.tones[int(Tone::Internal)] = {QColor(0xefd67f), QColor(0x332b12), QColor(0xd2ae3c)};
    return t;
}

double luminance(const QColor &color)
{
    const auto linear = [](double c) {
        return c <= 0.04045 ? c / 12.92 : std::pow((c + 0.055) / 1.055, 2.4);
    };
    return 0.2126 * linear(color.redF()) + 0.7152 * linear(color.greenF())
        + 0.0722 * linear(color.blueF());
}

} // namespace

const Tokens &tokensFor(Scheme scheme)
{
    static const Tokens light = lightTokens();
    static const Tokens dark = darkTokens();
    return scheme == Scheme::Dark ? dark : light;
}

const Tokens &tokensFor(const QPalette &palette)
{
    const bool dark =
        palette.color(QPalette::Window).lightness() < palette.color(QPalette::WindowText).lightness();
    return tokensFor(dark ? Scheme::Dark : Scheme::Light);
}

const Tokens &tokensFor(const QWidget *widget)
{
    // The application's palette, not the widget's: style sheets may give a single widget another
    // background, and the scheme is a property of the whole application.
    Q_UNUSED(widget)
    return tokensFor(QApplication::palette());
}

QFont textFont(TextStyle style, const QFont &base)
{
    struct Step {
        double factor;
        QFont::Weight weight;
    };
    static constexpr Step steps[] = {{0.85, QFont::Normal}, {0.92, QFont::Normal},
                                     {1.0, QFont::Normal},  {1.0, QFont::DemiBold},
                                     {1.18, QFont::DemiBold}, {1.5, QFont::DemiBold},
                                     {1.9, QFont::Bold}};
    const Step &step = steps[int(style)];
    QFont font = base;
    if (font.pointSizeF() > 0)
        font.setPointSizeF(font.pointSizeF() * step.factor);
    else
        font.setPixelSize(int(std::lround(font.pixelSize() * step.factor)));
    font.setWeight(step.weight);
    return font;
}

QFont textFont(TextStyle style)
{
    return textFont(style, QApplication::font());
}

double contrast(const QColor &a, const QColor &b)
{
    const double la = luminance(a);
    const double lb = luminance(b);
    return (std::max(la, lb) + 0.05) / (std::min(la, lb) + 0.05);
}

} // namespace vigie
