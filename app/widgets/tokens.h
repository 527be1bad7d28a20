// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QColor>
#include <QFont>

class QPalette;
class QWidget;

namespace vigie {

enum class Scheme { Light, Dark };

/// What a colour means. A tone is never the only carrier of a meaning: words stand beside it.
enum class Tone {
    Neutral,
    Accent,
    Info,
    Success,
    Warning,
    Danger,
    Purple,   ///< waiting for somebody outside
    Internal, ///< what requesters never see: notes
};
inline constexpr int kToneCount = 8;

/// One tone's colours: `text` on `fill` and on the page has at least 4.5:1, `solid` at least 3:1
/// against the page (dots, bars, icons).
struct ToneColors {
    QColor text;
    QColor fill;
    QColor solid;
};

/// The design tokens: every colour of the application. See theme.h for how they are applied.
struct Tokens {
    bool dark = false;
    QColor window;       ///< behind everything
    QColor surface;      ///< pages, lists, inputs
    QColor raised;       ///< menus, cards on a surface
    QColor sunken;       ///< rails, code, quoted text
    QColor border;       ///< hairlines
    QColor borderStrong; ///< edges of inputs and buttons
    QColor text;
    QColor muted;        ///< secondary text, 4.5:1
    QColor faint;        ///< times and hints, 4.5:1
    QColor disabled;
    QColor accent;
    QColor accentHover;
    QColor accentPressed;
    QColor onAccent;
    QColor hover;
    QColor pressed;
    QColor selection;    ///< a selected row
    QColor selectionText;
    QColor focus;
    ToneColors tones[kToneCount];

    [[nodiscard]] const ToneColors &tone(Tone tone) const { return tones[int(tone)]; }
};

[[nodiscard]] const Tokens &tokensFor(Scheme scheme);
/// The tokens that go with a palette made by theme.h; how a paintEvent finds its colours without
/// a global object.
[[nodiscard]] const Tokens &tokensFor(const QPalette &palette);
[[nodiscard]] const Tokens &tokensFor(const QWidget *widget);

/// Distances, in device-independent pixels.
namespace space {
inline constexpr int xs = 4;
inline constexpr int s = 8;
inline constexpr int m = 12;
inline constexpr int l = 16;
inline constexpr int xl = 24;
inline constexpr int xxl = 32;
} // namespace space

namespace radius {
inline constexpr int s = 6;
inline constexpr int m = 8;
inline constexpr int l = 12;
} // namespace radius

/// The typographic scale. Sizes are factors of the system font, so that a person's larger font
/// makes everything larger.
enum class TextStyle { Caption, Small, Body, Strong, Heading, Title, Display };

[[nodiscard]] QFont textFont(TextStyle style, const QFont &base);
/// On the application's own font.
[[nodiscard]] QFont textFont(TextStyle style);

/// WCAG contrast ratio, 1..21.
[[nodiscard]] double contrast(const QColor &a, const QColor &b);

} // namespace vigie
