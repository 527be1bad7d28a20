// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/shell/trayicon.h"

#include "app/widgets/iconset.h"
#include "core/base/limits.h"

#include <QAction>
#include <QMenu>
#include <QPainter>

namespace vigie {

namespace {

/// Vigie's emblem with a dot. On any ground, so with an edge of its own.
QIcon dottedIcon(const QColor &color, qreal share)
{
    QIcon icon;
    for (const int size : {16, 22, 24, 32, 48, 64}) {
        QPixmap picture = IconSet::application().pixmap(QSize(size, size), 1.0);
        QPainter painter(&picture);
        painter.setRenderHint(QPainter::Antialiasing);
        const qreal dot = size * share;
        painter.setPen(QPen(Qt::white, std::max(1.0, size / 20.0)));
        painter.setBrush(color);
        painter.drawEllipse(QRectF(size - dot - 1, size - dot - 1, dot, dot));
        painter.end();
        icon.addPixmap(picture);
    }
    return icon;
}

} // namespace

TrayIcon::TrayIcon(QObject *parent) :
    QSystemTrayIcon(IconSet::application(), parent), m_menu(std::make_unique<QMenu>())
{
    m_menu->addAction(tr("Report a problem"), this, &TrayIcon::reportWanted);
    m_menu->addAction(tr("Report with a picture of the screen"), this, &TrayIcon::shotWanted);
    addRecording();
    m_menu->addAction(tr("Open Vigie"), this, &TrayIcon::openWanted);
    m_menu->addSeparator();
    m_menu->addAction(tr("Quit"), this, &TrayIcon::quitWanted);
    setContextMenu(m_menu.get());
    setRecording({});
    connect(m_menu.get(), &QMenu::aboutToShow, this, &TrayIcon::touched);
    connect(this, &QSystemTrayIcon::activated, this, [this](ActivationReason reason) {
        Q_EMIT touched();
        if (reason == Trigger || reason == DoubleClick)
            Q_EMIT openWanted();
    });
}

TrayIcon::~TrayIcon() = default;

void TrayIcon::addRecording()
{
    const auto add = [this](const QString &text, const char *name, RecordingCommand command) {
        QAction *action =
            m_menu->addAction(text, this, [this, command] { Q_EMIT recordingWanted(command); });
        action->setObjectName(QLatin1String(name));
        return action;
    };
    m_start = add(tr("Record steps"), "tray.recordSteps", RecordingCommand::Start);
    m_pause = m_menu->addAction(QString(), this, [this] {
        Q_EMIT recordingWanted(m_recording.paused ? RecordingCommand::Resume
                                                  : RecordingCommand::Pause);
    });
    m_pause->setObjectName(QStringLiteral("tray.pauseRecording"));
    m_whileRecording = {m_pause, add(tr("Add a step now"), "tray.addStep", RecordingCommand::AddStep),
                        add(tr("Stop and review"), "tray.stopRecording", RecordingCommand::Stop),
                        add(tr("Discard the recording…"), "tray.discardRecording",
                            RecordingCommand::Discard),
                        m_menu->addSeparator()};
}

void TrayIcon::setLine(const QString &line)
{
    m_line = line;
    showToolTip();
}

void TrayIcon::setRecording(const RecordingState &state)
{
    const bool otherIcon = state.on != m_recording.on || state.paused != m_recording.paused;
    m_recording = state;
    if (otherIcon)
        showIcon();
    m_start->setVisible(!state.on);
    for (QAction *action : std::as_const(m_whileRecording))
        action->setVisible(state.on);
    m_pause->setText(state.paused ? tr("Go on recording") : tr("Pause the recording"));
    showToolTip();
}

void TrayIcon::setUnread(int notices, int mentions)
{
    if (notices == m_unread && mentions == m_mentions)
        return;
    m_unread = notices;
    m_mentions = mentions;
    showIcon();
    showToolTip();
}

/// A recording is red, or grey while it pauses; mentions are amber, what else is unread is blue.
void TrayIcon::showIcon()
{
    if (m_recording.on)
        setIcon(dottedIcon(m_recording.paused ? QColor(0x80, 0x80, 0x80) : QColor(0xd5, 0x1e, 0x1e),
                           0.48));
    else if (m_mentions > 0)
        setIcon(dottedIcon(QColor(0xd9, 0x8a, 0x00), 0.42));
    else if (m_unread > 0)
        setIcon(dottedIcon(QColor(0x1f, 0x6f, 0xeb), 0.42));
    else
        setIcon(IconSet::application());
}

void TrayIcon::showToolTip()
{
    if (m_recording.on) {
        const QString words = m_recording.paused ? tr("Recording paused: %L1 of %L2 steps")
                                                 : tr("Recording steps: %L1 of %L2");
        setToolTip(words.arg(m_recording.steps).arg(limits::kRecordedSteps));
        return;
    }
    QStringList lines{m_line.isEmpty() ? QStringLiteral("Vigie")
                                       : QStringLiteral("Vigie – ") + m_line};
    if (m_unread > 0)
        lines.append(tr("%Ln unread notification(s)", nullptr, m_unread));
    if (m_mentions > 0)
        lines.append(tr("%Ln mention(s) of you", nullptr, m_mentions));
    setToolTip(lines.join(QLatin1Char('\n')));
}

} // namespace vigie
