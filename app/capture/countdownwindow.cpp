// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/capture/countdownwindow.h"

#include "app/widgets/tokens.h"

#include <QCursor>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QLabel>
#include <QLocale>
#include <QPainter>
#include <QPushButton>
#include <QScreen>

namespace vigie {

CountdownWindow::CountdownWindow() :
    QWidget(nullptr, Qt::Tool | Qt::FramelessWindowHint | Qt::WindowStaysOnTopHint
                         | Qt::WindowDoesNotAcceptFocus),
    m_seconds(new QLabel(this)), m_words(new QLabel(tr("The picture is taken soon"), this))
{
    setObjectName(QStringLiteral("captureCountdownWindow"));
    setAttribute(Qt::WA_ShowWithoutActivating);
    setAttribute(Qt::WA_QuitOnClose, false);
    m_seconds->setObjectName(QStringLiteral("captureCountdownLabel"));
    m_seconds->setFont(textFont(TextStyle::Display));
    m_seconds->setAlignment(Qt::AlignCenter);
    // Two digits from the beginning, so that nothing moves while it counts.
    m_seconds->setMinimumWidth(
        QFontMetrics(m_seconds->font()).horizontalAdvance(QLocale().toString(88)));
    m_words->setTextFormat(Qt::PlainText);
    auto *stop = new QPushButton(tr("Cancel"), this);
    stop->setObjectName(QStringLiteral("cancelCaptureButton"));
    stop->setProperty("kind", QStringLiteral("quiet"));
    stop->setFocusPolicy(Qt::NoFocus);
    connect(stop, &QPushButton::clicked, this, &CountdownWindow::cancelRequested);

    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(space::l, space::s, space::s, space::s);
    row->setSpacing(space::m);
    row->addWidget(m_seconds);
    row->addWidget(m_words);
    row->addWidget(stop);
}

void CountdownWindow::setSecondsLeft(int seconds)
{
    m_seconds->setText(QLocale().toString(seconds));
    setAccessibleName(tr("The picture is taken in %Ln second(s)", nullptr, seconds));
}

void CountdownWindow::appear()
{
    QScreen *screen = QGuiApplication::screenAt(QCursor::pos());
    if (!screen)
        screen = QGuiApplication::primaryScreen();
    adjustSize();
    const QRect room = screen->availableGeometry().adjusted(space::l, space::l, -space::l,
                                                            -space::l);
    QRect place = rect();
    if (isRightToLeft())
        place.moveBottomLeft(room.bottomLeft());
    else
        place.moveBottomRight(room.bottomRight());
    move(place.topLeft());
    show();
}

void CountdownWindow::paintEvent(QPaintEvent *)
{
    const Tokens &tokens = tokensFor(this);
    QPainter painter(this);
    // Square corners: round ones are black where there is no compositor.
    painter.setPen(tokens.borderStrong);
    painter.setBrush(tokens.raised);
    painter.drawRect(rect().adjusted(0, 0, -1, -1));
}

} // namespace vigie
