// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <QElapsedTimer>
#include <QFile>
#include <QList>
#include <QObject>
#include <QPointer>
#include <QTimer>
#include <QWidget>

#include <functional>

namespace vigie {

/// One thing the tour does and waits for.
struct TourStep {
    QString title; ///< English, becomes the picture's file name and the line in the log
    std::function<Done()> act;
    /// Asked until it says true; a step that never gets there fails the tour.
    std::function<bool()> done;
    std::function<QWidget *()> picture; ///< what to photograph afterwards; null for nothing
    qint64 mostMs = 60'000;
};

/// Plays steps one after the other in the running application, photographs the windows and writes
/// a log. Stops loudly at the first step that fails. GUI thread.
class TourRunner final : public QObject
{
    Q_OBJECT

public:
    TourRunner(QString folder, QObject *parent);

    void add(TourStep step);
    void start();

Q_SIGNALS:
    void finished(bool worked);

private:
    void begin();
    void look();
    void complete();
    void fail(const QString &why);
    void log(const QString &line);
    [[nodiscard]] QString pictureName(const QString &title) const;

    QString m_folder;
    QFile m_log;
    QList<TourStep> m_steps;
    qsizetype m_at = 0;
    int m_pictures = 0;
    QTimer m_ticker;
    QElapsedTimer m_clock;
};

} // namespace vigie
