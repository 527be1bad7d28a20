// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/platform/machinefacts.h"

#include "app/platform/machineparsers.h"
#include "core/base/async.h"
#include "core/base/limits.h"

#include <QGuiApplication>
#include <QInputMethod>
#include <QLocale>
#include <QMutex>
#include <QScreen>
#include <QTimer>
#include <QTimeZone>

#include <algorithm>
#include <system_error>
#include <thread>

namespace vigie {

namespace {

void addFact(MachineState &state, const char *key, const QString &value)
{
    if (const QString text = machine::cleaned(value); !text.isEmpty())
        state.facts.append({QLatin1String(key), text});
}

QString screensText()
{
    QStringList all;
    const QList<QScreen *> screens = QGuiApplication::screens();
    for (const QScreen *screen : screens) {
        const qreal ratio = screen->devicePixelRatio();
        const QSize pixels = screen->size() * ratio;
        all.append(QStringLiteral("%1x%2@%3").arg(pixels.width()).arg(pixels.height()).arg(ratio));
    }
    return all.join(QStringLiteral("; "));
}

/// What only the GUI thread may ask; none of it waits for anything.
MachineState deskState()
{
    MachineState state;
    const QString desktop = qEnvironmentVariable("XDG_CURRENT_DESKTOP");
    addFact(state, "client",
            QStringLiteral("%1 (Qt %2)").arg(QCoreApplication::applicationVersion(),
                                             QLatin1String(qVersion())));
    addFact(state, "session", QGuiApplication::platformName() + QLatin1Char(' ') + desktop);
    addFact(state, "screens", screensText());
    addFact(state, "locale", QLocale::system().name());
    const QLocale keyboard = QGuiApplication::inputMethod()->locale();
    if (keyboard.language() != QLocale::C && keyboard.language() != QLocale::AnyLanguage)
        addFact(state, "keyboard", keyboard.name());
    addFact(state, "timezone", QString::fromUtf8(QTimeZone::systemTimeZoneId()));
    return state;
}

} // namespace

/// Shared with the looking thread, which may outlive everything else.
struct MachineFacts::Run {
    QMutex mutex;
    MachineState state;

    void add(const MachineState &part)
    {
        const QMutexLocker lock(&mutex);
        state.facts.append(part.facts);
        state.events.append(part.events);
    }
    [[nodiscard]] MachineState copy()
    {
        const QMutexLocker lock(&mutex);
        return state;
    }
};

MachineFacts::MachineFacts(QList<MachineProbe> probes, qint64 waitMs, QObject *parent) :
    QObject(parent), m_probes(std::move(probes)), m_wait(new QTimer(this))
{
    m_wait->setSingleShot(true);
    m_wait->setInterval(int(waitMs));
    connect(m_wait, &QTimer::timeout, this, &MachineFacts::tell);
}

MachineFacts::~MachineFacts() = default;

void MachineFacts::collect()
{
    if (m_run)
        return;
    const auto run = std::make_shared<Run>();
    run->add(deskState());
    run->add({{}, m_network});
    const auto promise = std::make_shared<QPromise<Result<bool>>>();
    promise->start();
    m_run = run;
    whenDone(promise->future(), this, [this](const Result<bool> &) {
        m_wait->stop();
        tell();
        m_run.reset();
    });
    m_wait->start();
    // Neither a pool nor a QThread: both wait for their work when the program ends.
    try {
        std::thread([run, promise, probes = m_probes] {
            for (const MachineProbe &probe : probes)
                run->add(probe());
            promise->addResult(true);
            promise->finish();
        }).detach();
    } catch (const std::system_error &) {
        promise->finish(); // no thread to be had: what the desk tells is all
    }
}

void MachineFacts::noteNetwork(const QString &kind, qint64 at)
{
    m_network.append({MachineEvent::Kind::Network, at, kind, 0});
    m_network = m_network.mid(std::max<qsizetype>(0, m_network.size() - limits::kMachineEvents));
}

void MachineFacts::tell()
{
    if (m_run)
        Q_EMIT collected(m_run->copy());
}

} // namespace vigie
