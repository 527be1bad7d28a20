// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/widgets/filedrop.h"

#include <QClipboard>
#include <QDropEvent>
#include <QGuiApplication>
#include <QKeyEvent>
#include <QMimeData>
#include <QUrl>
#include <QWidget>

namespace vigie {

namespace {

QStringList localFiles(const QMimeData &data)
{
    QStringList paths;
    const QList<QUrl> urls = data.urls();
    for (const QUrl &url : urls) {
        if (url.isLocalFile())
            paths.append(url.toLocalFile());
    }
    return paths;
}

} // namespace

FileDrop::FileDrop(QWidget *target) : QObject(target)
{
    target->setAcceptDrops(true);
    target->installEventFilter(this);
}

void FileDrop::watchPaste(QWidget *field)
{
    // The field must not take a dropped file's path as words.
    field->setAcceptDrops(false);
    const QList<QWidget *> parts = field->findChildren<QWidget *>();
    for (QWidget *part : parts)
        part->setAcceptDrops(false);
    field->installEventFilter(this);
}

bool FileDrop::eventFilter(QObject *watched, QEvent *event)
{
    switch (event->type()) {
    case QEvent::DragEnter:
    case QEvent::DragMove: {
        auto *drag = static_cast<QDragMoveEvent *>(event);
        if (!isWelcome(*drag->mimeData()))
            break;
        drag->setDropAction(Qt::CopyAction);
        drag->accept();
        Q_EMIT hovering(true);
        return true;
    }
    case QEvent::DragLeave: Q_EMIT hovering(false); break;
    case QEvent::Drop: {
        auto *drop = static_cast<QDropEvent *>(event);
        Q_EMIT hovering(false);
        if (!take(*drop->mimeData()))
            break;
        drop->setDropAction(Qt::CopyAction);
        drop->accept();
        return true;
    }
    case QEvent::KeyPress: {
        auto *key = static_cast<QKeyEvent *>(event);
        if (!key->matches(QKeySequence::Paste))
            break;
        const QMimeData *data = QGuiApplication::clipboard()->mimeData();
        const bool isWords = data && data->hasText() && !data->hasUrls();
        if (data && !isWords && take(*data))
            return true;
        break;
    }
    default: break;
    }
    return QObject::eventFilter(watched, event);
}

bool FileDrop::isWelcome(const QMimeData &data)
{
    return data.hasImage() || !localFiles(data).isEmpty();
}

bool FileDrop::take(const QMimeData &data)
{
    // Files first: a copied picture file also offers its pixels.
    const QStringList paths = localFiles(data);
    if (!paths.isEmpty()) {
        Q_EMIT filesArrived(paths);
        return true;
    }
    const QImage image = qvariant_cast<QImage>(data.imageData());
    if (image.isNull())
        return false;
    Q_EMIT imageArrived(image);
    return true;
}

} // namespace vigie
