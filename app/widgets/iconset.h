// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/widgets/tokens.h"

#include <QIcon>

namespace vigie {

/// The symbolic icons of resources/icons, on a 20 px grid with 1.5 px strokes. An icon's file has
/// the enumerator's name in kebab case: StarFilled is star-filled.svg.
enum class Icon {
    Alert, ArrowMark, Attach, Backward, Bell, Blur, Bold, Book, Box, Building, Calendar, Call,
    Callout, Calm, Camera, Check, CheckCircle, ChevronDown, ChevronLeft, ChevronRight,
    ChevronUp, Clock, Close, Cloud, CloudCheck, CloudOff, Code, Command, Conflict, Copy, Crop,
    Cursor, Download, Edit, Ellipse, Escalate, Eye, EyeOff, File, Filter, Fit, Forward,
    Freehand, Globe, Hand, Hardware, Help, Highlighter, Hourglass, Image, Inbox, Info, Italic,
    Key, Keyboard, Lantern, Line, Link, List, Lock, Magnifier, Mail, Merge, Minus, Moon, More,
    Network, Note, Open, Other, Outbox, Pause, Phone, Pin, Play, Plus, Printing, Queue, Quote, Redact, Redo,
    Reply, Report, Requests, Retry, Search, Send, Settings, Shield, ShieldAlert, SignOut,
    Software, Sort, Spotlight, Star, StarFilled, StepMark, Stop, Sun, Swap, Sync, Tag, TextMark,
    Trash, Undo, User, UserCheck, UserPlus, Users,
};
inline constexpr int kIconCount = 109;

/// What colour an icon takes. All follow the scheme by themselves when it is switched.
enum class IconColor {
    Text,
    Muted,
    Accent,
    OnAccent, ///< on primary buttons
    Success,
    Warning,
    Danger,
    Internal,
};

/// Makes icons that are drawn from SVG at the exact size, device pixel ratio and colour of the
/// moment of painting: crisp everywhere, dimmed when disabled, right after a scheme switch.
class IconSet
{
public:
    [[nodiscard]] static QIcon icon(Icon icon, IconColor color = IconColor::Text);
    /// A picture of `size` logical pixels for labels and painters.
    [[nodiscard]] static QPixmap pixmap(Icon icon, int size, qreal devicePixelRatio,
                                        const QColor &color);
    [[nodiscard]] static QColor color(IconColor color, const Tokens &tokens);
    /// The file's name without its ending.
    [[nodiscard]] static QString name(Icon icon);
    /// Vigie's own emblem, for windows, tray and the sign-in page.
    [[nodiscard]] static QIcon application();
};

} // namespace vigie
