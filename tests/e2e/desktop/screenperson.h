// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/e2e/harness/childprocess.h"

#include <QGuiApplication>
#include <QImage>
#include <QPixmap>
#include <QProcess>
#include <QRect>
#include <QScreen>
#include <QTest>

#include <cstring>

namespace vigie::e2e {

/// Somebody in front of the screen: sees what is on it, moves the mouse and presses keys, and
/// knows nothing else of the programs. Needs a window manager that speaks EWMH.
class ScreenPerson final
{
public:
    static constexpr int kPatienceMs = 20'000 * kSlowness;

    /// A visible window whose title fits, in front and ready for keys; its place on the screen,
    /// null when it does not come.
    [[nodiscard]] QRect waitForWindow(const QString &title)
    {
        QRect place;
        const bool came = QTest::qWaitFor(
            [&] {
                const QByteArray active = run({QStringLiteral("getactivewindow")}).trimmed();
                const bool front =
                    !active.isEmpty() && ids(title).contains(QString::fromLatin1(active));
                place = front ? placeOf(QString::fromLatin1(active)) : QRect();
                return !place.isNull();
            },
            kPatienceMs);
        return came ? place : QRect();
    }
    [[nodiscard]] bool waitUntilGone(const QString &title)
    {
        return QTest::qWaitFor([&] { return ids(title).isEmpty(); }, kPatienceMs);
    }
    /// Where a colour is within a part of the screen, all of it in one rectangle.
    [[nodiscard]] static QRect find(QRgb color, const QRect &within)
    {
        const QImage seen = look().copy(within).convertToFormat(QImage::Format_RGB32);
        QRect found;
        for (int y = 0; y < seen.height(); ++y) {
            const auto *line = reinterpret_cast<const QRgb *>(seen.constScanLine(y));
            for (int x = 0; x < seen.width(); ++x) {
                if ((line[x] & RGB_MASK) == (color & RGB_MASK))
                    found |= QRect(x, y, 1, 1);
            }
        }
        return found.isNull() ? found : found.translated(within.topLeft());
    }
    /// The same, as soon as it is there and stands still.
    [[nodiscard]] static QRect waitForColor(QRgb color, const QRect &within)
    {
        QRect last;
        const bool stands = QTest::qWaitFor(
            [&] {
                const QRect now = find(color, within);
                const bool same = !now.isNull() && now == last;
                last = now;
                return same;
            },
            kPatienceMs);
        return stands ? last : QRect();
    }
    /// Where something that looks exactly like this is; null when it is not to be seen.
    [[nodiscard]] static QRect find(const QImage &part)
    {
        const QImage wanted = part.convertToFormat(QImage::Format_RGB32);
        const QImage seen = look().convertToFormat(QImage::Format_RGB32);
        const auto bytes = size_t(wanted.width()) * sizeof(QRgb);
        const auto isAt = [&](int x, int y) {
            for (int row = 0; row < wanted.height(); ++row) {
                const auto *line = reinterpret_cast<const QRgb *>(seen.constScanLine(y + row));
                if (std::memcmp(line + x, wanted.constScanLine(row), bytes) != 0)
                    return false;
            }
            return true;
        };
        for (int y = 0; y + wanted.height() <= seen.height(); ++y) {
            for (int x = 0; x + wanted.width() <= seen.width(); ++x) {
                if (isAt(x, y))
                    return {QPoint(x, y), wanted.size()};
            }
        }
        return {};
    }
    /// Goes on with the Tab key until it is to be seen, and clicks on it until it looks otherwise:
    /// what is still moving is missed once, as it would be by a person.
    [[nodiscard]] bool tabToAndClick(const QImage &part)
    {
        constexpr int kMostStops = 40;
        for (int stop = 0; stop < kMostStops; ++stop) {
            const QRect place = find(part);
            if (place.isNull()) {
                press(QStringLiteral("Tab"));
                continue;
            }
            if (find(part) != place)
                continue;
            click(place.center());
            if (QTest::qWaitFor([&] { return find(part).isNull(); }, kPatienceMs / 10))
                return true;
        }
        return false;
    }
    /// What is on the screen.
    [[nodiscard]] static QImage look()
    {
        return QGuiApplication::primaryScreen()->grabWindow(0).toImage();
    }

    /// Keeps what is on the screen for a look at it, when somebody asked for pictures.
    static void keepLook(const QString &name)
    {
        const QString folder = qEnvironmentVariable("VIGIE_PICTURES");
        if (!folder.isEmpty())
            look().save(folder + QLatin1Char('/') + name + QStringLiteral(".png"));
    }

    void press(const QString &keys)
    {
        run({QStringLiteral("key"), QStringLiteral("--clearmodifiers"), keys});
    }
    void type(const QString &words)
    {
        run({QStringLiteral("type"), QStringLiteral("--clearmodifiers"), QStringLiteral("--delay"),
             QStringLiteral("2"), words});
    }
    void click(const QPoint &at)
    {
        run({QStringLiteral("mousemove"), QString::number(at.x()), QString::number(at.y()),
             QStringLiteral("click"), QStringLiteral("1")});
    }
    void drag(const QPoint &from, const QPoint &to)
    {
        const QPoint between = (from + to) / 2;
        QStringList words;
        const auto go = [&words](const QPoint &at) {
            words += {QStringLiteral("mousemove"), QString::number(at.x()), QString::number(at.y())};
        };
        go(from);
        words += {QStringLiteral("mousedown"), QStringLiteral("1")};
        go(between);
        go(to);
        words += {QStringLiteral("mouseup"), QStringLiteral("1")};
        run(words);
    }

private:
    [[nodiscard]] static QStringList ids(const QString &title)
    {
        return QString::fromLatin1(run({QStringLiteral("search"), QStringLiteral("--onlyvisible"),
                                        QStringLiteral("--name"), title}))
            .split(QLatin1Char('\n'), Qt::SkipEmptyParts);
    }
    [[nodiscard]] static QRect placeOf(const QString &id)
    {
        QMap<QByteArray, int> told;
        const QByteArray words =
            run({QStringLiteral("getwindowgeometry"), QStringLiteral("--shell"), id});
        for (const QByteArray &line : words.split('\n')) {
            const qsizetype at = line.indexOf('=');
            if (at > 0)
                told.insert(line.left(at), line.mid(at + 1).toInt());
        }
        return {told.value("X"), told.value("Y"), told.value("WIDTH"), told.value("HEIGHT")};
    }
    static QByteArray run(const QStringList &words)
    {
        QProcess tool;
        tool.setStandardErrorFile(QProcess::nullDevice());
        tool.start(QStringLiteral("xdotool"), words);
        tool.waitForFinished(kPatienceMs);
        return tool.readAllStandardOutput();
    }
};

} // namespace vigie::e2e
