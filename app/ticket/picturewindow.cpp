// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ticket/picturewindow.h"

#include "app/widgets/button.h"

#include <QGuiApplication>
#include <QLabel>
#include <QScreen>
#include <QVBoxLayout>

#include <algorithm>

namespace vigie {

PictureWindow::PictureWindow(const QImage &picture, const QString &name, QWidget *parent)
    : QDialog(parent), m_picture(picture), m_canvas(new QLabel(this))
{
    setObjectName(QStringLiteral("pictureWindow"));
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(name);
    m_canvas->setAlignment(Qt::AlignCenter);
    m_canvas->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Ignored);
    m_canvas->setAccessibleName(tr("Picture %1").arg(name));
    auto *save = new Button(Icon::Download, tr("Save as…"), this);
    auto *close = new Button(tr("Close"), this, ButtonKind::Primary);
    connect(save, &QPushButton::clicked, this, &PictureWindow::saveWanted);
    connect(close, &QPushButton::clicked, this, &QDialog::close);
    auto *buttons = new QHBoxLayout;
    buttons->addStretch(1);
    buttons->addWidget(save);
    buttons->addWidget(close);
    auto *column = new QVBoxLayout(this);
    column->addWidget(m_canvas, 1);
    column->addLayout(buttons);
    const QSize room = screen() ? screen()->availableSize() * 0.8 : QSize(1024, 700);
    const QSize wanted = picture.size() / devicePixelRatioF() + QSize(40, 90);
    resize(wanted.boundedTo(room).expandedTo(QSize(360, 260)));
}

void PictureWindow::resizeEvent(QResizeEvent *event)
{
    QDialog::resizeEvent(event);
    fit();
}

void PictureWindow::fit()
{
    const qreal ratio = devicePixelRatioF();
    const QSize room = (QSizeF(m_canvas->size()) * ratio).toSize();
    QPixmap shown = QPixmap::fromImage(
        m_picture.width() > room.width() || m_picture.height() > room.height()
            ? m_picture.scaled(room, Qt::KeepAspectRatio, Qt::SmoothTransformation)
            : m_picture);
    shown.setDevicePixelRatio(ratio);
    m_canvas->setPixmap(shown);
}

} // namespace vigie
