// SPDX-License-Identifier: GPL-3.0-or-later
#include "firstpaint.h"

#include <QApplication>
#include <QMainWindow>

/// The least that a program with a window can do: the floor of a start.
int main(int argc, char **argv)
{
    QApplication application(argc, argv);
    QMainWindow window;
    window.resize(1240, 800);
    const vigie::bench::FirstPaint painted(&window, [] { return true; });
    window.show();
    return QApplication::exec();
}
