// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/capture/recordingstrip.h"

#include "app/widgets/button.h"
#include "app/widgets/label.h"
#include "core/base/limits.h"

#include <QCursor>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QMouseEvent>
#include <QPainter>
#include <QScreen>
#include <QWindow>

namespace vigie {

namespace {

constexpr int kDot = 12;
constexpr int kDotRoom = space::l + kDot + space::m; ///< left of everything

/// The strip never has the keyboard, so its buttons do not ask for it.
Button *onStrip(Button *button, const char *name)
{
    button->setObjectName(QLatin1String(name));
    button->setFocusPolicy(Qt::NoFocus);
    return button;
}

} // namespace

RecordingStrip::RecordingStrip() :
    QWidget(nullptr, Qt::Tool | Qt::FramelessWindowHint | Qt::WindowStaysOnTopHint
                         | Qt::WindowDoesNotAcceptFocus),
    m_count(new Label(this, TextStyle::Strong)),
    m_words(new Label(this, TextStyle::Small, LabelRole::Muted)),
    m_pause(onStrip(new Button(tr("Pause"), this, ButtonKind::Quiet), "pauseRecordingButton")),
    m_add(onStrip(new Button(Icon::Plus, tr("Add a step"), this, ButtonKind::Quiet),
                  "addStepButton"))
{
    setObjectName(QStringLiteral("recordingStrip"));
    setWindowTitle(tr("Recording steps"));
    setAttribute(Qt::WA_ShowWithoutActivating);
    setAttribute(Qt::WA_QuitOnClose, false);
    m_count->setObjectName(QStringLiteral("recordedStepsLabel"));
    m_words->setObjectName(QStringLiteral("recordingWordsLabel"));
    m_words->wrapped();
    m_add->setToolTip(tr("Take a picture of the screen now"));
    auto *stop = onStrip(new Button(Icon::Check, tr("Stop and review"), this, ButtonKind::Primary),
                         "stopRecordingButton");

    auto *row = new QHBoxLayout;
    row->setSpacing(space::s);
    row->addWidget(m_count);
    row->addSpacing(space::m);
    row->addStretch(1);
    row->addWidget(m_pause);
    row->addWidget(m_add);
    row->addWidget(stop);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(kDotRoom, space::m, space::m, space::m);
    column->setSpacing(space::xs);
    column->addLayout(row);
    column->addWidget(m_words);

    connect(m_pause, &QPushButton::clicked, this, [this] {
        Q_EMIT wanted(m_state.paused ? RecordingCommand::Resume : RecordingCommand::Pause);
    });
    connect(m_add, &QPushButton::clicked, this,
            [this] { Q_EMIT wanted(RecordingCommand::AddStep); });
    connect(stop, &QPushButton::clicked, this, [this] { Q_EMIT wanted(RecordingCommand::Stop); });
    setState({});
}

void RecordingStrip::setState(const RecordingState &state)
{
    m_state = state;
    m_count->setText(state.paused
                         ? tr("Paused: %L1 of %L2 steps").arg(state.steps).arg(limits::kRecordedSteps)
                         : tr("Recording steps: %L1 of %L2")
                               .arg(state.steps)
                               .arg(limits::kRecordedSteps));
    m_pause->setText(state.paused ? tr("Go on") : tr("Pause"));
    m_add->setEnabled(!state.paused);
    setAccessibleName(m_count->text());
    fit();
    update();
}

void RecordingStrip::setHint(const QString &words)
{
    m_hint = words;
    showWords();
}

void RecordingStrip::setTrouble(const QString &words)
{
    m_trouble = words;
    showWords();
}

void RecordingStrip::showWords()
{
    const bool trouble = !m_trouble.isEmpty();
    m_words->setRole(trouble ? LabelRole::Danger : LabelRole::Muted);
    m_words->setText(trouble ? m_trouble : m_hint);
    m_words->setVisible(!m_words->text().isEmpty());
    fit();
}

/// Grows away from the corner it stands in.
void RecordingStrip::fit()
{
    const QRect before = geometry();
    const int wide = std::max(minimumSizeHint().width(), sizeHint().width());
    const int width = isVisible() ? std::max(before.width(), wide) : wide;
    layout()->activate();
    resize(width, layout()->hasHeightForWidth() ? layout()->totalHeightForWidth(width)
                                                : sizeHint().height());
    if (!isVisible() || size() == before.size())
        return;
    const QScreen *at = screen();
    const bool below = at && before.center().y() > at->geometry().center().y();
    const bool right = at && before.center().x() > at->geometry().center().x();
    QRect place = rect().translated(before.topLeft());
    if (right)
        place.moveRight(before.right());
    if (below)
        place.moveBottom(before.bottom());
    move(place.topLeft());
}

void RecordingStrip::appear()
{
    QScreen *at = QGuiApplication::screenAt(QCursor::pos());
    if (!at)
        at = QGuiApplication::primaryScreen();
    fit();
    const QRect room =
        at->availableGeometry().adjusted(space::l, space::l, -space::l, -space::l);
    QRect place = rect();
    if (isRightToLeft())
        place.moveBottomLeft(room.bottomLeft());
    else
        place.moveBottomRight(room.bottomRight());
    move(place.topLeft());
    show();
}

void RecordingStrip::paintEvent(QPaintEvent *)
{
    const Tokens &tokens = tokensFor(this);
    QPainter painter(this);
    // Square corners: round ones are black where there is no compositor.
    painter.setPen(tokens.borderStrong);
    painter.setBrush(tokens.raised);
    painter.drawRect(rect().adjusted(0, 0, -1, -1));
    painter.setRenderHint(QPainter::Antialiasing);
    const int middle = m_count->mapTo(this, m_count->rect().center()).y() + 1;
    QRectF dot(space::l, middle - kDot / 2.0, kDot, kDot);
    if (isRightToLeft())
        dot.moveLeft(width() - space::l - kDot);
    const QColor red = tokens.tone(Tone::Danger).solid;
    painter.setPen(Qt::NoPen);
    painter.setBrush(m_state.paused ? tokens.muted : red);
    if (!m_state.paused) {
        painter.drawEllipse(dot);
        return;
    }
    painter.drawRect(QRectF(dot.left() + 1, dot.top(), 3.5, kDot));
    painter.drawRect(QRectF(dot.right() - 4.5, dot.top(), 3.5, kDot));
}

void RecordingStrip::mousePressEvent(QMouseEvent *event)
{
    // Where the window system moves windows itself (Wayland lets nobody else), it does.
    const QString platform = QGuiApplication::platformName();
    if (platform.startsWith(QLatin1String("wayland")) && windowHandle())
        windowHandle()->startSystemMove();
    m_grip = event->position().toPoint();
    event->accept();
}

void RecordingStrip::mouseMoveEvent(QMouseEvent *event)
{
    if (event->buttons() & Qt::LeftButton)
        move(event->globalPosition().toPoint() - m_grip);
    event->accept();
}

} // namespace vigie
