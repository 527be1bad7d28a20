// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/tourrunner.h"

#include <QApplication>
#include <QDir>
#include <QPixmap>

#include <cstdio>

namespace vigie {

namespace {

constexpr int kLookEveryMs = 30;
/// Windows finish animations and late layouts before they are photographed.
constexpr int kSettleMs = 350;

} // namespace

TourRunner::TourRunner(QString folder, QObject *parent)
    : QObject(parent), m_folder(std::move(folder)), m_log(m_folder + QStringLiteral("/tour.log"))
{
    m_ticker.setInterval(kLookEveryMs);
    connect(&m_ticker, &QTimer::timeout, this, &TourRunner::look);
}

void TourRunner::add(TourStep step)
{
    m_steps.append(std::move(step));
}

void TourRunner::start()
{
    QDir().mkpath(m_folder);
    if (!m_log.open(QIODevice::WriteOnly | QIODevice::Truncate | QIODevice::Text)) {
        std::fprintf(stderr, "tour: cannot write %s\n", qPrintable(m_log.fileName()));
        Q_EMIT finished(false);
        return;
    }
    begin();
}

void TourRunner::log(const QString &line)
{
    m_log.write(line.toUtf8() + '\n');
    m_log.flush();
    std::printf("%s\n", qPrintable(line));
    std::fflush(stdout);
}

void TourRunner::begin()
{
    if (m_at >= m_steps.size()) {
        log(QStringLiteral("done: %1 steps, %2 pictures").arg(m_steps.size()).arg(m_pictures));
        Q_EMIT finished(true);
        return;
    }
    m_clock.start();
    const TourStep &step = m_steps[m_at];
    if (step.act) {
        if (const Done acted = step.act(); !acted)
            return fail(toLog(acted.error()));
    }
    m_ticker.start();
}

void TourRunner::look()
{
    const TourStep &step = m_steps[m_at];
    if (step.done && !step.done()) {
        if (m_clock.elapsed() > step.mostMs)
            fail(QStringLiteral("it did not happen within %1 s").arg(step.mostMs / 1000));
        return;
    }
    m_ticker.stop();
    QTimer::singleShot(step.picture ? kSettleMs : 0, this, &TourRunner::complete);
}

QString TourRunner::pictureName(const QString &title) const
{
    QString name;
    for (const QChar c : title.toLower())
        name += c.isLetterOrNumber() ? c : QLatin1Char('-');
    return QStringLiteral("%1/%2-%3.png")
        .arg(m_folder)
        .arg(m_pictures, 2, 10, QLatin1Char('0'))
        .arg(name);
}

void TourRunner::complete()
{
    const TourStep &step = m_steps[m_at];
    if (step.picture) {
        QWidget *window = step.picture();
        ++m_pictures;
        if (!window || !window->grab().save(pictureName(step.title)))
            return fail(QStringLiteral("no picture could be taken"));
    }
    log(QStringLiteral("ok   %1 (%2 ms)").arg(step.title).arg(m_clock.elapsed()));
    ++m_at;
    begin();
}

void TourRunner::fail(const QString &why)
{
    m_ticker.stop();
    log(QStringLiteral("FAIL %1: %2").arg(m_steps[m_at].title, why));
    // What every window looked like is worth more than the sentence.
    const QWidgetList windows = QApplication::topLevelWidgets();
    for (QWidget *window : windows) {
        if (!window->isVisible())
            continue;
        ++m_pictures;
        window->grab().save(pictureName(QStringLiteral("failed ") + window->objectName()));
    }
    Q_EMIT finished(false);
}

} // namespace vigie
