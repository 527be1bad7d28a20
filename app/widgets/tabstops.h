// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

class QWidget;

/// Parts that are made late come last in Qt's order of tab stops, wherever they are shown. These
/// put them where the eye finds them. GUI thread.
namespace vigie::tabstops {

/// The tab stop in front of a widget. Qt puts nothing behind a widget that takes no focus, and
/// behind a parent it would come after all the parent's children.
[[nodiscard]] QWidget *before(QWidget *widget);

/// Moves `part` and everything in it, in their present order, right behind `stop`. Returns the last
/// tab stop of it; `stop` when there is none in it.
QWidget *putBehind(QWidget *stop, QWidget *part);

} // namespace vigie::tabstops
